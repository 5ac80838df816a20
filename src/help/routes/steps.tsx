import { Hono } from 'hono'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { agreeToHelp, leaveStep, writeAtStep } from '../commands/assignee.ts'
import { agreeForm, helpingForm } from '../forms/assignee.ts'
import { words } from '../messages/index.ts'
import { HelpedStepPage, type HelpedStepProps } from '../pages/helped-step.tsx'
import { helpedStep } from '../queries/assignee.ts'

/** One step, for somebody who was asked to help with it. */
export const helpedStepRoutes = new Hono<Env>()

const idOf = (c: Ask) => asId(c.req.param('id')) ?? absent()

async function renderStep(c: Ask, db: PersonDb, me: Me, again?: Partial<HelpedStepProps>): Promise<Response> {
  const step = (await helpedStep(db, idOf(c))) ?? absent()
  const done = (['agreed', 'written'] as const).find((act) => act === c.req.query('done'))
  const flash = done && words(me.locale)(`assignee.done.${done}`, { name: step.learnerName })
  return c.html(<HelpedStepPage step={step} me={me} assets={c.var.assets} now={c.var.now} flash={flash} {...again} />, again ? 422 : 200)
}

helpedStepRoutes.get('/steps/:id', (c) => asPerson(c, (db, me) => renderStep(c, db, me)))

helpedStepRoutes.post('/steps/:id', async (c) => {
  const read = await readForm(c, helpingForm)
  const { typed } = read
  return asPerson(c, async (db, me) => {
    if (!read.ok) return renderStep(c, db, me, { typed, problems: read.problems })
    const { note, resource, suggestion, 'version.note': baseVersion } = read.value
    const wrote = await writeAtStep(db, idOf(c), { note: { body: note, baseVersion }, resources: resource, suggestion })
    if (wrote.ok) return c.redirect(`/steps/${idOf(c)}?done=written`, 303)
    return wrote.reason === 'absent' ? absent() : renderStep(c, db, me, { typed, conflict: wrote.conflict })
  })
})

helpedStepRoutes.post('/steps/:id/agreement', async (c) => {
  const read = await readForm(c, agreeForm)
  return asPerson(c, async (db, me) => {
    const agreed = await agreeToHelp(db, idOf(c), read.ok && read.value.notSuperior)
    if (agreed.ok) return c.redirect(`/steps/${idOf(c)}?done=agreed`, 303)
    return agreed.reason === 'absent' ? absent() : renderStep(c, db, me, { unconfirmed: true })
  })
})

helpedStepRoutes.post('/steps/:id/leaving', (c) =>
  asPerson(c, async (db) => ((await leaveStep(db, idOf(c))) ? c.redirect('/help-requests?done=left', 303) : absent())),
)
