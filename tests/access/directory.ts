import { newId } from '#platform/ids.ts'
import type { Cast } from '../cast.ts'
import type { plantAlso } from './world.ts'

type Plant = ReturnType<typeof plantAlso>

/** Lena's introduction to the organisation, and two requests of Amara's to Rahel: one that waits, one that nobody answered in time. */
export async function plantDirectory(plant: Plant, { amara, lena }: Cast, rahel: { personId: string }, journey_id: string): Promise<void> {
  const o = { organisation_id: amara.organisationId }
  const introduction = { ...o, languages: ['de'], hats: ['facilitation'], places: 3, reply_days: 3 }
  await plant(
    'how Lena introduces herself',
    'introduction',
    { ...introduction, person_id: lena.personId },
    { actor: 'person_id', change: 'places = 2' },
  )
  const portrait = { ...o, person_id: lena.personId, content: '\\x01' }
  await plant('how Lena looks', 'portrait', portrait, { actor: 'person_id', change: 'changed_at = now()' })
  const words = { ...o, id: newId(), context_id: lena.personId, subject_id: lena.personId, field: 'howIWork', author_id: lena.personId }
  await plant(
    'how Lena works',
    'passage',
    { ...words, audience_id: o.organisation_id, body: 'how Lena works' },
    { actor: 'author_id', change: "body = 'anders'" },
  )
  const request = { ...o, journey_id, learner_id: amara.personId, facilitator_id: rahel.personId }
  const member = { ...o, granted_by: amara.personId, reads_from: '2026-01-05T08:00:00Z' }
  const ask = async (name: string, made_at: string, answer_by: string) => {
    const id = newId()
    await plant(name, 'facilitation_request', { ...request, id, made_at, answer_by }, { change: "state = 'accepted'" })
    await plant(`${name}: its learner`, 'membership', {
      ...member,
      id: newId(),
      audience_id: id,
      person_id: amara.personId,
      role: 'learner',
    })
    const asked = { ...member, id: newId(), audience_id: id, person_id: rahel.personId, role: 'peer', until: answer_by }
    await plant(`${name}: who is asked`, 'membership', asked, { actor: 'granted_by' })
    const lines = { ...o, id: newId(), context_id: id, subject_id: id, field: 'lines', author_id: amara.personId, audience_id: id }
    await plant(
      `${name}: its words`,
      'passage',
      { ...lines, body: `${name}: its words` },
      { actor: 'author_id', change: "body = 'anders'" },
    )
  }
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  await ask('a request', inDays(-1), inDays(2))
  await ask('a request nobody answered', inDays(-5), inDays(-2))
}
