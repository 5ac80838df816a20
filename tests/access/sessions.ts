import { newId } from '#platform/ids.ts'
import type { Cast, Person } from '../cast.ts'
import type { plantAlso } from './world.ts'

type Plant = ReturnType<typeof plantAlso>

/** A session on Amara's journey that Lena called: Amara takes part, Milan did until he left; Rahel accompanies the journey and was not asked. */
export async function plantSession(plant: Plant, journeyId: string, { amara, lena }: Cast, milan: Person): Promise<void> {
  const o = { organisation_id: amara.organisationId }
  const sessionId = newId()
  const part = { ...o, audience_id: sessionId, reads_from: '2026-01-05T08:00:00Z', granted_by: lena.personId }
  const takesPart = (name: string, person: Person, more: Record<string, string>) =>
    plant(
      name,
      'membership',
      { ...part, id: newId(), person_id: person.personId, ...more },
      { actor: 'granted_by', change: 'until = now()' },
    )
  await takesPart('Lena in the session', lena, { role: 'host' })
  await takesPart('Amara in the session', amara, { role: 'member' })
  await takesPart('Milan, who left it', milan, { role: 'member', until: '2026-01-06T08:00:00Z' })
  await plant(
    'a session',
    'session',
    { ...o, id: sessionId, journey_id: journeyId, kind: 'group', created_by: lena.personId },
    { actor: 'created_by', change: "state = 'held'" },
  )
  const inIt = { ...o, session_id: sessionId }
  await plant('a point of its agenda', 'session_item', { ...inIt, id: newId(), position: 0 })
  const agreed = { ...inIt, id: newId(), made_by: lena.personId }
  await plant('what was agreed in it', 'session_agreement', agreed, { actor: 'made_by', change: 'removed_at = now()' })
  const hat = { ...inIt, id: newId(), person_id: lena.personId, hat: 'coaching', minutes: 30 }
  await plant('a hat that Lena asks for', 'hat_segment', hat, { actor: 'person_id', change: 'answered_at = now()' })
  await plant(
    'words in the session',
    'passage',
    {
      ...o,
      id: newId(),
      context_id: sessionId,
      subject_id: agreed.id,
      field: 'agreement',
      body: 'ein Wort',
      author_id: lena.personId,
      audience_id: sessionId,
    },
    { actor: 'author_id', change: "body = 'anders'" },
  )
  const textId = newId()
  const text = { ...o, id: textId, audience_id: sessionId }
  await plant('the notes they write together', 'shared_text', text, { change: 'last_change = 1' })
  await plant(
    'a change of those notes',
    'shared_text_change',
    { ...o, shared_text_id: textId, number: 1, content: '\\x0000' },
    { asNew: { number: 2 } },
  )
}
