import { Hono } from 'hono'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { sayProblems } from '#ui/problems.ts'
import { askToConfirmEmail, changeEmail, confirmEmail, emailWaitingAt, withdrawEmail } from '../commands/email.ts'
import { changePassword, replaceRecoveryCodes } from '../commands/password.ts'
import { changeEmailForm, changePasswordForm, recoveryCodesForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { ChangePasswordPage, ConfirmEmailPage, EmailPage, RecoveryCodesFormPage } from '../pages/ways-in.tsx'
import { inside, outside } from '../parts/frame.ts'
import { RecoveryCodesPage } from '../parts/recovery-codes.tsx'
import { ownSettings } from '../queries.ts'

export const waysInRoutes = new Hono<Env>()

waysInRoutes.get('/settings/password', (c) => asPerson(c, (_db, me) => c.html(<ChangePasswordPage frame={inside(c, me)} />)))

waysInRoutes.post('/settings/password', async (c) => {
  const form = await readForm(c, changePasswordForm)
  return asPerson(c, async (db, me) => {
    const t = words(me.locale)
    const again = (problems: Record<string, string>) => c.html(<ChangePasswordPage frame={inside(c, me)} problems={problems} />, 422)
    if (!form.ok) return again(sayProblems(form.problems, me.locale))
    const { email } = await ownSettings(db)
    const outcome = await changePassword(db, me, { ...form.value, email })
    if (outcome.ok) return c.redirect('/settings?done=password', 303)
    return again(outcome.reason === 'guessable' ? { password: t('problem.guessable') } : { present: t('problem.wrong_password') })
  })
})

waysInRoutes.get('/settings/recovery-codes', (c) =>
  asPerson(c, async (db, me) => {
    const { recoveryCodesLeft } = await ownSettings(db)
    return c.html(<RecoveryCodesFormPage frame={inside(c, me)} left={recoveryCodesLeft} />)
  }),
)

// The codes are shown in the answer itself: they are kept nowhere from which another page could take them.
waysInRoutes.post('/settings/recovery-codes', async (c) => {
  const form = await readForm(c, recoveryCodesForm)
  return asPerson(c, async (db, me) => {
    const again = async (problems: Record<string, string>) => {
      const { recoveryCodesLeft } = await ownSettings(db)
      return c.html(<RecoveryCodesFormPage frame={inside(c, me)} left={recoveryCodesLeft} problems={problems} />, 422)
    }
    if (!form.ok) return again(sayProblems(form.problems, me.locale))
    const outcome = await replaceRecoveryCodes(db, form.value.present)
    if (!outcome.ok) return again({ present: words(me.locale)('problem.wrong_password') })
    return c.html(
      <RecoveryCodesPage frame={inside(c, me)} name={me.name} organisation={me.organisationName} codes={outcome.codes} goOn="/settings" />,
    )
  })
})

const emailFlashes = { sent: 'email.sent', withdrawn: 'email.withdrawn' } as const

async function showEmail(c: Ask, db: PersonDb, me: Me, wrong?: { typed: string; problems: Record<string, string> }) {
  const done = c.req.query('done')
  const flash = done === 'sent' || done === 'withdrawn' ? words(me.locale)(emailFlashes[done]) : undefined
  const settings = await ownSettings(db)
  return c.html(<EmailPage frame={inside(c, me, flash)} settings={settings} canMail={c.var.canMail} {...wrong} />, wrong ? 422 : 200)
}

waysInRoutes.get('/settings/email', (c) => asPerson(c, (db, me) => showEmail(c, db, me)))

waysInRoutes.post('/settings/email', async (c) => {
  const form = await readForm(c, changeEmailForm)
  return asPerson(c, async (db, me) => {
    const again = (problems: Record<string, string>) => showEmail(c, db, me, { typed: String(form.typed.email ?? ''), problems })
    if (!form.ok) return again(sayProblems(form.problems, me.locale))
    if (!c.var.canMail) return showEmail(c, db, me)
    const outcome = await changeEmail(db, me, { ...form.value, origin: c.var.origin })
    return outcome.ok ? c.redirect('/settings/email?done=sent', 303) : again({ present: words(me.locale)('problem.wrong_password') })
  })
})

waysInRoutes.post('/settings/email/confirm', (c) =>
  asPerson(c, async (db, me) => {
    const { email } = await ownSettings(db)
    if (c.var.canMail) await askToConfirmEmail(db, me, { email, origin: c.var.origin })
    return c.redirect('/settings/email?done=sent', 303)
  }),
)

waysInRoutes.post('/settings/email/withdraw', (c) =>
  asPerson(c, async (db) => {
    await withdrawEmail(db)
    return c.redirect('/settings/email?done=withdrawn', 303)
  }),
)

// A mail program may open the link by itself to look at it; only the button counts as a yes.
waysInRoutes.get('/settings/email/:token', async (c) => {
  const { organisation, database } = c.var
  const token = c.req.param('token')
  const waiting = organisation && (await emailWaitingAt(database, organisation.id, token))
  c.header('cache-control', 'no-store')
  return c.html(<ConfirmEmailPage frame={outside(c)} waiting={waiting} token={token} />, waiting ? 200 : 404)
})

waysInRoutes.post('/settings/email/:token', async (c) => {
  const { organisation, database } = c.var
  const token = c.req.param('token')
  if (!organisation) return c.redirect('/sign-in', 303)
  const outcome = await confirmEmail(database, organisation, token)
  if (outcome.ok) return c.redirect('/sign-in?done=email&back=/settings/email', 303)
  return c.html(
    <ConfirmEmailPage frame={outside(c)} token={token} taken={outcome.reason === 'taken'} />,
    outcome.reason === 'taken' ? 422 : 404,
  )
})
