import { createHash } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import type { Cast, Person } from '../cast.ts'
import type { plantAlso } from './world.ts'

type Plant = ReturnType<typeof plantAlso>

const past = '2026-01-05T08:00:00Z'

/**
 * Lena's own practice as somebody who accompanies: what she keeps for herself, what she opens to colleagues, what she asked Amara, a case
 * about nobody that colleagues read, and one about Amara that waits for her yes. Rahel, a colleague, sent a question back.
 */
export async function plantPractice(plant: Plant, { amara, lena, owner }: Cast, rahel: Person): Promise<void> {
  const o = { organisation_id: lena.organisationId }
  const hers = { ...o, person_id: lena.personId }
  const mine = { actor: 'person_id' }
  const kept = { ...hers, phase: 'plan', hat: 'coaching' }
  await plant('a question she keeps', 'own_question', { ...kept, id: newId() }, mine)
  await plant('a question she shares', 'own_question', { ...kept, id: newId(), shared_at: past }, mine)
  const sees = { ...hers, seen_on: '2026-01-05', competency: 'c-trust', level: 2 }
  await plant('how she sees herself', 'competency_private', sees, { ...mine, change: 'level = 3' })
  await plant('what she practises', 'practice_aim_private', { ...hers, competency: 'c-trust' }, mine)
  await plant('a note about her practice', 'practice_entry', { ...hers, id: newId() }, mine)
  await plant(
    'what she asked Amara',
    'peer_view',
    { ...o, id: newId(), asker_id: lena.personId, peer_id: amara.personId, competency: 'c-trust' },
    { actor: 'asker_id', asNew: { peer_id: rahel.personId, competency: 'c-agile' }, change: `answers = '{}'` },
  )

  const texts = {
    caseQuestion: 'Was hilft mir warten?',
    caseSituation: 'Ich antworte, bevor gefragt ist.',
    caseTitle: 'Zu schnell geholfen',
  }
  const hash = createHash('sha256').update(
    Object.entries(texts)
      .map(([field, body]) => `${field}\x1f${body}`)
      .join('\x1e'),
  )
  const caseBy = async (name: string, more: Record<string, string>) => {
    const id = newId()
    for (const [field, body] of Object.entries(texts))
      await owner.query(
        `insert into passage (organisation_id, id, context_id, subject_id, field, author_id, audience_id, body) values ($1, $2, $3, $3, $4, $5, $3, $6)`,
        [lena.organisationId, newId(), id, field, lena.personId, body],
      )
    await plant(name, 'intervision_case', { ...o, id, author_id: lena.personId, ...more }, { actor: 'author_id' })
    return id
  }
  const published = await caseBy('a case about nobody', { declared_hash: `\\x${hash.digest('hex')}`, declared_at: past })
  const waiting = await caseBy('a case about Amara', {})
  const consent = { ...o, case_id: waiting, learner_id: amara.personId }
  await plant('that Amara is asked', 'case_consent', consent)
  const question = { ...o, case_id: published, author_id: rahel.personId }
  const questionId = await plant('a question that came back', 'case_question', { ...question, id: newId() }, { actor: 'author_id' })
  await plant('that it helped', 'case_thanks', { ...o, question_id: questionId })
}
