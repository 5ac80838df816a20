import { Hono } from 'hono'
import { visitingReader } from '#person/parts/frame.ts'
import { asVisitor } from '#platform/db/bound.ts'
import { takeAttempt } from '#platform/sign-in/limits.ts'
import type { Ask, Env, Organisation } from '#platform/web/env.ts'
import { type FormRead, readForm } from '#platform/web/read-form.ts'
import { senderOf } from '#platform/web/sender-of.ts'
import { sayProblems } from '#ui/problems.ts'
import { sayClock } from '#ui/time.ts'
import { type LeftMessage, leaveMessage } from '../commands/message.ts'
import { contactForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { ContactPage } from '../pages/contact.tsx'
import { formKey } from '../queries.ts'
import { ageOf, stampAt } from '../rules/stamp.ts'
import { forEverybody } from './public.ts'

export const contactRoutes = new Hono<Env>()

const keyOf = (c: Ask, { id }: Organisation) => asVisitor(c.var.database, id, formKey)

contactRoutes.get('/contact', async (c) => {
  const { organisation, now } = c.var
  if (!organisation) return c.redirect('/sign-in', 303)
  const stamp = stampAt(await keyOf(c, organisation), now)
  return forEverybody(c, (frame) => c.html(<ContactPage frame={frame} stamp={stamp} sent={c.req.query('done') === 'sent'} />))
})

contactRoutes.post('/contact', async (c) => {
  const { organisation, now } = c.var
  if (!organisation) return c.redirect('/sign-in', 303)
  const form = await readForm(c, contactForm)
  const key = await keyOf(c, organisation)
  const outcome = await receive(c, organisation, form, key)
  if (outcome === 'sent') return c.redirect('/contact?done=sent', 303)
  return forEverybody(c, (frame) => {
    const t = words(frame.locale)
    const problems = form.ok
      ? { body: t(`contact.${outcome.why}`, { time: outcome.again ?? '' }) }
      : sayProblems(form.problems, frame.locale)
    const page = <ContactPage frame={frame} stamp={stampAt(key, now)} typed={form.typed} problems={problems} />
    return c.html(page, outcome.why === 'too_often' ? 429 : 422)
  })
})

type Refused = { why: 'invalid' | 'too_soon' | 'late' | 'too_often'; again?: string }

/** Takes a message in, unless a program wrote it. Whoever fills in the trap is told what a person would be told, and nothing is kept. */
async function receive(
  c: Ask,
  organisation: Organisation,
  form: FormRead<LeftMessage & { stamp: string }>,
  key: Buffer,
): Promise<'sent' | Refused> {
  const { database, now, origin, canMail } = c.var
  if (form.typed.website) return 'sent'
  if (!form.ok) return { why: 'invalid' }
  const { name, email, body, stamp } = form.value
  const age = ageOf(stamp, key, now)
  if (age !== 'fresh') return { why: age }
  const attempt = await takeAttempt(database, { door: 'contact', organisationId: organisation.id, from: senderOf(c), email })
  if (!attempt.ok) return { why: 'too_often', again: sayClock(attempt.retryAt, visitingReader(c)) }
  await leaveMessage(database, organisation, { name, email, body }, { origin, canMail })
  return 'sent'
}
