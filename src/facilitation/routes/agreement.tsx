import { Hono } from 'hono'
import type { Me } from '#platform/db/bound.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { confirmAgreement, endFacilitation, layVersionAside, noteMet, refuseAsSuperior } from '../commands/agreement.ts'
import { confirmationForm, layingAsideForm, metForm } from '../forms.ts'
import { toAgreement } from '../parts/agreement-acts.tsx'
import { type Agreement, needsTick } from '../rules/agreement.ts'
import { at, find } from './find-agreement.ts'
import { afterwards, showAgreement } from './show-agreement.tsx'

/** The learning agreement: read, confirmed, ended. */
export const agreementRoutes = new Hono<Env>()

for (const path of ['/journeys/:id/agreement', at]) {
  agreementRoutes.get(path, (c) => asPerson(c, async (db, me) => showAgreement(c, db, me, await find(c, db))))
}

agreementRoutes.post(`${at}/confirmation`, async (c) => {
  const read = await readForm(c, confirmationForm)
  if (!read.ok) absent()
  const { versionId, neitherIsSuperior } = read.value
  return asPerson(c, async (db, me) => {
    const found = await find(c, db)
    const { agreement } = found
    if (!agreement.versions.some(({ id }) => id === versionId)) absent()
    const needed = needsTick(agreement, me.personId)
    if (needed && !neitherIsSuperior) return showAgreement(c, db, me, found, true)
    return afterwards(c, agreement, await confirmAgreement(db, agreement.id, versionId, needed ? true : null))
  })
})

agreementRoutes.post(`${at}/laying-aside`, async (c) => {
  const read = await readForm(c, layingAsideForm)
  if (!read.ok) absent()
  return asPerson(c, async (db) => {
    const { agreement } = await find(c, db)
    if (!agreement.versions.some(({ id }) => id === read.value.versionId)) absent()
    await layVersionAside(db, agreement.id, read.value.versionId)
    return c.redirect(`${toAgreement(agreement)}?done=stayed`, 303)
  })
})

agreementRoutes.post(`${at}/superior`, (c) =>
  asPerson(c, async (db, me) => {
    const { agreement } = await find(c, db)
    return (await refuseAsSuperior(db, agreement.id)) ? c.redirect(afterEnding(agreement, me), 303) : absent()
  }),
)

agreementRoutes.post(`${at}/ending`, (c) =>
  asPerson(c, async (db, me) => {
    const { agreement } = await find(c, db)
    return (await endFacilitation(db, agreement.id)) ? c.redirect(afterEnding(agreement, me), 303) : absent()
  }),
)

/** Whoever accompanied reads nothing of it any more, this agreement included. */
const afterEnding = (agreement: Agreement, me: Me) =>
  agreement.learnerId === me.personId ? `/journeys/${agreement.journeyId}/facilitation` : '/today'

agreementRoutes.post(`${at}/met`, async (c) => {
  const read = await readForm(c, metForm)
  if (!read.ok) absent()
  return asPerson(c, async (db) => {
    const { agreement } = await find(c, db)
    return (await noteMet(db, agreement.id, read.value.what)) ? c.redirect(`${toAgreement(agreement)}?done=noted`, 303) : absent()
  })
})
