import { Hono } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import * as v from 'valibot'
import { withSignIn } from '#platform/db/bound.ts'
import { deviceOf, ownPath } from '#platform/sign-in/sign-in.ts'
import { hashOf } from '#platform/sign-in/token.ts'
import { signInCookie } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { requiredChoice, text } from '#platform/web/schemas.ts'
import { senderOf } from '#platform/web/sender-of.ts'
import { forgetSignIn, keepSignIn } from '#platform/web/sign-in-cookie.ts'
import { rememberLocale } from '#platform/web/visitor-locale.ts'
import { locales } from '#platform/words/words.ts'
import { sayProblems } from '#ui/problems.ts'
import { sayClock } from '#ui/time.ts'
import { endSignIn, signIn } from '../commands/sign-in.ts'
import { signInForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { NotSetUpPage, SignInPage } from '../pages/sign-in.tsx'
import { outside, visitingReader } from '../parts/frame.ts'

export const signInRoutes = new Hono<Env>()

signInRoutes.get('/sign-in', async (c) => {
  c.header('cache-control', 'no-store')
  const frame = outside(c)
  if (!c.var.organisation) return c.html(<NotSetUpPage frame={frame} />)
  const back = c.req.query('back')
  if (await isSignedIn(c)) return c.redirect(ownPath(back), 303)
  const done = flashes.find((known) => known === c.req.query('done'))
  const flash = done && words(frame.locale)(`sign_in.flash.${done}`)
  return c.html(<SignInPage frame={{ ...frame, flash }} back={back} />)
})
const flashes = ['password', 'signed_out', 'email'] as const

signInRoutes.post('/sign-in', async (c) => {
  c.header('cache-control', 'no-store')
  const frame = outside(c)
  const { organisation, database, now } = c.var
  if (!organisation) return c.html(<NotSetUpPage frame={frame} />)
  const form = await readForm(c, signInForm)
  const back = String(form.typed.back ?? '')
  const refused = (problems: Record<string, string>, status: 422 | 429 = 422) =>
    c.html(<SignInPage frame={frame} back={back || undefined} email={String(form.typed.email ?? '')} problems={problems} />, status)
  if (!form.ok) return refused(sayProblems(form.problems, frame.locale))
  const who = { organisationId: organisation.id, from: senderOf(c), device: deviceOf(c.req.header('user-agent')), now }
  const outcome = await signIn(database, { ...form.value, ...who })
  const t = words(frame.locale)
  if (!outcome.ok) {
    if (outcome.reason === 'wrong') return refused({ email: t('sign_in.wrong') })
    return refused({ email: t('problem.too_often', { time: sayClock(outcome.retryAt, visitingReader(c)) }) }, 429)
  }
  keepSignIn(c, outcome.begun)
  // From here on the language is the one in the person's settings.
  deleteCookie(c, 'locale', { path: '/' })
  return c.redirect(ownPath(back), 303)
})

signInRoutes.post('/sign-out', async (c) => {
  const token = getCookie(c, signInCookie)
  if (token) await withSignIn(c.var.database, { tokenHash: hashOf(token), reading: false }, (db, me) => endSignIn(db, me.signInId))
  forgetSignIn(c)
  return c.redirect('/sign-in?done=signed_out', 303)
})

signInRoutes.post('/language', async (c) => {
  const form = await readForm(c, v.object({ locale: requiredChoice(locales), back: text(2_000) }))
  const back = String(form.typed.back ?? '')
  if (form.ok) rememberLocale(c, form.value.locale)
  return c.redirect(back.startsWith('/sign-in') ? back : ownPath(back), 303)
})

async function isSignedIn(c: Ask): Promise<boolean> {
  const token = getCookie(c, signInCookie)
  if (!token) return false
  const found = await withSignIn(c.var.database, { tokenHash: hashOf(token), reading: true }, async (_db, me) => me.organisationId)
  return found !== undefined && found === c.var.organisation?.id
}
