import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { inOrder, withMoved } from '../rules/order.ts'
import { noteChange } from './note-event.ts'
import type { ChangedStep } from './step.ts'
import { writingInCycle } from './writing.ts'

/** The order as the page showed it, and the one step that a button moves from there. */
export interface WantedOrder {
  order: readonly string[]
  moved?: { id: string; by: -1 | 1 }
}

/** Puts the steps of the plan in an order. Two orders at once: the later one holds, and no step is lost or doubled. */
export async function orderSteps(db: PersonDb, journeyId: string, wanted: WantedOrder): Promise<ChangedStep> {
  const open = await writingInCycle(db, journeyId, 'plan')
  if (!open.ok) return open
  const ids = open.cycle.steps.map((step) => step.id)
  const shown = inOrder(ids, wanted.order)
  const order = wanted.moved ? withMoved(shown, wanted.moved.id, wanted.moved.by) : shown
  await sql`update step set position = o.place - 1
    from unnest(${order}::uuid[]) with ordinality as o(id, place)
    where step.organisation_id = my_organisation() and step.id = o.id`.execute(db)
  await noteChange(db, journeyId)
  return { ok: true }
}
