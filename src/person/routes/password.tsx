import { Hono } from 'hono'
import type { Ask, Env, Organisation } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { senderOf } from '#platform/web/sender-of.ts'
import { sayProblems } from '#ui/problems.ts'
import { sayClock } from '#ui/time.ts'
import { askPasswordReset, resetAt, resetByCode, resetByLink } from '../commands/reset.ts'
import { newPasswordForm, resetByCodeForm, resetByMailForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { NewPasswordPage, WaysBackPage } from '../pages/password.tsx'
import { outside, visitingReader } from '../parts/frame.ts'

export const passwordRoutes = new Hono<Env>()

/** Runs `work` for the organisation that was called; before there is one, the sign-in page says so. */
async function at(c: Ask, work: (organisation: Organisation) => Promise<Response> | Response): Promise<Response> {
  c.header('cache-control', 'no-store')
  return c.var.organisation ? work(c.var.organisation) : c.redirect('/sign-in', 303)
}

const asker = (c: Ask, organisation: Organisation) => ({ organisation, origin: c.var.origin, from: senderOf(c) })
const tooOften = (c: Ask, retryAt: Date) => words(outside(c).locale)('problem.too_often', { time: sayClock(retryAt, visitingReader(c)) })

passwordRoutes.get('/password', (c) =>
  at(c, () => c.html(<WaysBackPage frame={outside(c)} canMail={c.var.canMail} sent={c.req.query('done') === 'sent'} />)),
)

passwordRoutes.post('/password', async (c) => {
  const form = await readForm(c, resetByMailForm)
  return at(c, async (organisation) => {
    const frame = outside(c)
    const wrong = (problems: Record<string, string>) => ({ form: 'mail' as const, email: String(form.typed.email ?? ''), problems })
    const again = (problems: Record<string, string>, status: 422 | 429 = 422) =>
      c.html(<WaysBackPage frame={frame} canMail={c.var.canMail} wrong={wrong(problems)} />, status)
    if (!form.ok) return again(sayProblems(form.problems, frame.locale))
    if (c.var.canMail) {
      const asked = await askPasswordReset(c.var.database, asker(c, organisation), form.value.email)
      if (!asked.ok) return again({ email: tooOften(c, asked.retryAt) }, 429)
    }
    return c.redirect('/password?done=sent', 303)
  })
})

passwordRoutes.post('/password/code', async (c) => {
  const form = await readForm(c, resetByCodeForm)
  return at(c, async (organisation) => {
    const frame = outside(c)
    const t = words(frame.locale)
    const typed = { form: 'code' as const, email: String(form.typed.email ?? ''), code: String(form.typed.code ?? '') }
    const again = (problems: Record<string, string>, status: 422 | 429 = 422) =>
      c.html(<WaysBackPage frame={frame} canMail={c.var.canMail} wrong={{ ...typed, problems }} />, status)
    if (!form.ok) return again(sayProblems(form.problems, frame.locale))
    const outcome = await resetByCode(c.var.database, asker(c, organisation), form.value)
    if (outcome.ok) return c.redirect('/sign-in?done=password', 303)
    if (outcome.reason === 'too_often') return again({ email: tooOften(c, outcome.retryAt) }, 429)
    return again(outcome.reason === 'guessable' ? { password: t('problem.guessable') } : { code: t('password.code_wrong') })
  })
})

passwordRoutes.get('/password/:token', (c) =>
  at(c, async (organisation) => {
    const token = c.req.param('token')
    const link = await resetAt(c.var.database, organisation.id, token)
    const page = <NewPasswordPage frame={outside(c)} link={link} token={token} reader={visitingReader(c)} />
    return c.html(page, link?.state === 'ready' ? 200 : 404)
  }),
)

passwordRoutes.post('/password/:token', async (c) => {
  const form = await readForm(c, newPasswordForm)
  return at(c, async (organisation) => {
    const token = c.req.param('token')
    const frame = outside(c)
    const again = async (problems: Record<string, string>) => {
      const link = await resetAt(c.var.database, organisation.id, token)
      return c.html(<NewPasswordPage frame={frame} link={link} token={token} reader={visitingReader(c)} problems={problems} />, 422)
    }
    if (!form.ok) return again(sayProblems(form.problems, frame.locale))
    const outcome = await resetByLink(c.var.database, organisation, { token, password: form.value.password })
    if (outcome.ok) return c.redirect('/sign-in?done=password', 303)
    return again(outcome.reason === 'guessable' ? { password: words(frame.locale)('problem.guessable') } : {})
  })
})
