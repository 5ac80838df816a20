import { Hono } from 'hono'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { checkTyped, readTyped } from '#platform/web/read-form.ts'
import { agreeOn, changeAgreement, setAgreementRemoved, takeAsStep } from '../commands/agreement.ts'
import { agreementForm, newAgreementForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { AgreementPage } from '../pages/edit.tsx'
import { addressOf, type Refill } from '../parts/props.ts'
import { takesAgreements } from '../session.ts'
import { idOf, renderSession, sessionOf, toSession } from './render.tsx'

/** What was agreed, and how it becomes a step. */
export const agreementRoutes = new Hono<Env>()

agreementRoutes.post('/sessions/:id/agreements', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    if (!takesAgreements(session)) return toSession(c, session)
    const read = checkTyped(typed, newAgreementForm)
    if (!read.ok) return renderSession(c, db, me, { form: 'agreement', typed, problems: read.problems })
    const { id, agreement: body, byWhen } = read.value
    const refusal = words(me.locale)('agreed.full')
    return (await agreeOn(db, session, id, { body, byWhen }))
      ? toSession(c, session, undefined, `#agreement-${id}`)
      : renderSession(c, db, me, { form: 'agreement', typed, problems: {}, refusal })
  })
})

agreementRoutes.get('/sessions/:id/agreements/:agreementId', (c) =>
  asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const agreement = session.agreements.find((one) => one.id === idOf(c, 'agreementId')) ?? absent()
    return c.html(
      <AgreementPage session={session} agreement={agreement} me={me} assets={c.var.assets} now={c.var.now} t={words(me.locale)} />,
    )
  }),
)

agreementRoutes.post('/sessions/:id/agreements/:agreementId', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const id = idOf(c, 'agreementId')
    const here = `#agreement-${id}`
    if (typed.act === 'restore') await setAgreementRemoved(db, session.id, id, false)
    const agreement = session.agreements.find((one) => one.id === id)
    if (!agreement) return typed.act === 'restore' ? toSession(c, session, undefined, here) : absent()
    if (typed.act === 'remove') {
      await setAgreementRemoved(db, session.id, id, true)
      return c.redirect(`${addressOf(session)}?removed=agreements:${id}`, 303)
    }
    if (typed.act === 'step') {
      const taken = await takeAsStep(db, session, me.personId, id)
      if (taken.ok) return toSession(c, session, `taken_${taken.as}`, here)
      if (taken.reason === 'absent') return absent()
      const refusal = words(me.locale)(`agreed.refused.${taken.reason}`)
      return renderSession(c, db, me, { form: 'agreement', typed: {}, problems: {}, refusal })
    }
    if (typed.act !== 'write') return toSession(c, session, undefined, here)
    const again = (refill: Omit<Refill, 'form' | 'typed'>, status: 409 | 422) => {
      const page = { session, agreement, me, assets: c.var.assets, now: c.var.now, t: words(me.locale) }
      return c.html(<AgreementPage {...page} refill={{ form: 'words', typed, ...refill }} />, status)
    }
    const read = checkTyped(typed, agreementForm)
    if (!read.ok) return again({ problems: read.problems }, 422)
    const { agreement: body, byWhen, 'version.agreement': baseVersion } = read.value
    const written = await changeAgreement(db, session, id, { body, byWhen, baseVersion })
    return written.ok ? toSession(c, session, 'saved', here) : again({ problems: {}, conflict: written }, 409)
  })
})
