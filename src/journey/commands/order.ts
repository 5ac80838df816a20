import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { inOrder } from '../rules/order.ts'
import { noteChange } from './note-event.ts'
import type { ChangedStep } from './step.ts'
import { writingInCycle } from './writing.ts'

/** Puts the steps of the plan in an order. Two orders at once: the later one holds, and no step is lost or doubled. */
export async function orderSteps(db: PersonDb, journeyId: string, wanted: readonly string[]): Promise<ChangedStep> {
  const open = await writingInCycle(db, journeyId, 'plan')
  if (!open.ok) return open
  const order = inOrder(
    open.cycle.steps.map((step) => step.id),
    wanted,
  )
  await sql`update step set position = o.place - 1
    from unnest(${order}::uuid[]) with ordinality as o(id, place)
    where step.organisation_id = my_organisation() and step.id = o.id`.execute(db)
  await noteChange(db, journeyId)
  return { ok: true }
}
