import { newId } from '#platform/ids.ts'
import type { Cast, Person } from '../cast.ts'
import type { plantAlso } from './world.ts'

type Plant = ReturnType<typeof plantAlso>

/** Lena's own practice as somebody who accompanies: what she keeps for herself, and what she opens to colleagues. */
export async function plantPractice(plant: Plant, { lena }: Cast, _rahel: Person): Promise<void> {
  const o = { organisation_id: lena.organisationId }
  const hers = { ...o, person_id: lena.personId }
  const mine = { actor: 'person_id' }
  const kept = { ...hers, phase: 'plan', hat: 'coaching' }
  await plant('a question she keeps', 'own_question', { ...kept, id: newId() }, mine)
  await plant('a question she shares', 'own_question', { ...kept, id: newId(), shared_at: '2026-01-05T08:00:00Z' }, mine)
}
