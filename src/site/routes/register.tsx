import { Hono } from 'hono'
import { outside, visitingReader } from '#person/parts/frame.ts'
import { RecoveryCodesPage } from '#person/parts/recovery-codes.tsx'
import { asVisitor } from '#platform/db/bound.ts'
import { takeAttempt } from '#platform/sign-in/limits.ts'
import { deviceOf } from '#platform/sign-in/sign-in.ts'
import { asWhoever } from '#platform/web/as-whoever.ts'
import type { Ask, Env, Organisation } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { senderOf } from '#platform/web/sender-of.ts'
import { keepSignIn } from '#platform/web/sign-in-cookie.ts'
import { sayProblems } from '#ui/problems.ts'
import { sayClock } from '#ui/time.ts'
import { askRegistration, registeringAt, registerMyself } from '../commands/register.ts'
import { askRegistrationForm, registerForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { AskRegistrationPage, RegisterPage, RegistrationGonePage } from '../pages/register.tsx'
import { registrationIsOpen } from '../queries.ts'

export const registerRoutes = new Hono<Env>()

/** Whoever is signed in has an account, and goes on to their day. */
function asNewcomer(c: Ask, work: (organisation: Organisation) => Promise<Response> | Response): Promise<Response> | Response {
  c.header('cache-control', 'no-store')
  const { organisation } = c.var
  if (!organisation) return c.redirect('/sign-in', 303)
  return asWhoever(
    c,
    () => c.redirect('/today', 303),
    () => work(organisation),
  )
}

async function whyClosed(c: Ask, organisation: Organisation): Promise<'closed' | 'no_mail' | undefined> {
  if (!(await asVisitor(c.var.database, organisation.id, registrationIsOpen))) return 'closed'
  return c.var.canMail ? undefined : 'no_mail'
}

registerRoutes.get('/register', (c) =>
  asNewcomer(c, async (organisation) => c.html(<AskRegistrationPage frame={outside(c)} closed={await whyClosed(c, organisation)} />)),
)

registerRoutes.post('/register', async (c) => {
  const form = await readForm(c, askRegistrationForm)
  return asNewcomer(c, async (organisation) => {
    const frame = outside(c)
    const closed = await whyClosed(c, organisation)
    const again = (problems: Record<string, string>, status: 422 | 429 = 422) =>
      c.html(<AskRegistrationPage frame={frame} email={String(form.typed.email ?? '')} problems={problems} />, status)
    if (closed) return c.html(<AskRegistrationPage frame={frame} closed={closed} />, 422)
    if (!form.ok) return again(sayProblems(form.problems, frame.locale))
    const { email, website } = form.value
    const sent = c.html(<AskRegistrationPage frame={frame} sentTo={email} />)
    if (website) return sent
    const { database, origin } = c.var
    const attempt = await takeAttempt(database, { door: 'mail', organisationId: organisation.id, from: senderOf(c), email })
    if (!attempt.ok)
      return again({ email: words(frame.locale)('register.too_often', { time: sayClock(attempt.retryAt, visitingReader(c)) }) }, 429)
    await askRegistration(database, organisation, { email, locale: frame.locale, origin })
    return sent
  })
})

// A mail program may open the link by itself to look at it; only the form makes an account.
registerRoutes.get('/register/:token', (c) =>
  asNewcomer(c, async (organisation) => {
    const token = c.req.param('token')
    const email = await registeringAt(c.var.database, organisation.id, token)
    const frame = outside(c)
    if (!email) return c.html(<RegistrationGonePage frame={frame} />, 410)
    return c.html(<RegisterPage frame={frame} token={token} email={email} />)
  }),
)

// Recovery codes are shown in the answer itself: they are kept nowhere from which another page could take them.
registerRoutes.post('/register/:token', async (c) => {
  const form = await readForm(c, registerForm)
  return asNewcomer(c, async (organisation) => {
    const { database, now } = c.var
    const token = c.req.param('token')
    const frame = outside(c)
    const email = await registeringAt(database, organisation.id, token)
    if (!email) return c.html(<RegistrationGonePage frame={frame} />, 410)
    const again = (problems: Record<string, string>) =>
      c.html(<RegisterPage frame={frame} token={token} email={email} typed={form.typed} problems={problems} />, 422)
    if (!form.ok) return again(sayProblems(form.problems, frame.locale))
    const device = deviceOf(c.req.header('user-agent'))
    const newcomer = { ...form.value, email, locale: frame.locale }
    const outcome = await registerMyself(database, organisation, newcomer, { token, device, now })
    if (!outcome.ok)
      return outcome.reason === 'gone'
        ? c.html(<RegistrationGonePage frame={frame} />, 410)
        : again({ password: words(frame.locale)('problem.guessable') })
    keepSignIn(c, outcome.begun)
    const { name } = form.value
    return c.html(<RecoveryCodesPage frame={frame} name={name} organisation={organisation.name} codes={outcome.codes} goOn="/today" />)
  })
})
