import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import type { Cast, DemoJourney } from './world.ts'

const commitments = {
  learnerCommitment: [
    'Ich probiere am echten Fall aus, was wir überlegt haben, und notiere kurz, was passiert ist.',
    'Ich sage Bescheid, wenn ein Termin nicht passt oder mir etwas zu viel wird.',
  ],
  facilitatorCommitment: [
    'Ich frage nach, bevor ich rate, und überlasse dir die Entscheidungen.',
    'Ich lese, was du mir zeigst, und antworte in der vereinbarten Zeit.',
  ],
  channel: ['ein Treffen vor Ort oder per Video, dazwischen hier im Vorhaben'],
  confidential: ['Was wir besprechen und was hier steht, bleibt unter uns.'],
  learningTime: ['eine Stunde in der Woche, am liebsten freitags'],
}

/** What the learner and whoever accompanies the journey agreed on, confirmed by both on the same day. */
export async function fillAgreement(client: pg.Client, cast: Cast, journey: DemoJourney, journeyId: string, on: Date): Promise<void> {
  const [learner, facilitator] = [cast[journey.learner], cast[journey.facilitator!]]
  const insert = (table: string, values: Record<string, unknown>) => {
    const all = Object.entries({ organisation_id: cast.organisationId, ...values })
    return client.query(
      `insert into ${table} (${all.map(([name]) => name)}) values (${all.map((_, index) => `$${index + 1}`)})`,
      all.map(([, value]) => value),
    )
  }
  const [agreement_id, version_id] = [newId(), newId()]
  await insert('agreement', {
    id: agreement_id,
    journey_id: journeyId,
    learner_id: learner,
    facilitator_id: facilitator,
    learner_ticked: true,
    facilitator_ticked: true,
    begun_at: on,
    opened_at: on,
  })
  await insert('agreement_version', {
    id: version_id,
    agreement_id,
    journey_id: journeyId,
    number: 1,
    written_by: learner,
    written_at: on,
    support_level: 'regular',
    contact_rhythm: 'weeks',
    contact_weeks: 2,
    reply_days: 3,
    allowed_hats: ['facilitation', 'coaching', 'training'],
  })
  for (const person_id of [learner, facilitator]) {
    await insert('agreement_confirmation', { version_id, person_id, agreement_id, at: on })
    await insert('membership', {
      id: newId(),
      audience_id: agreement_id,
      person_id,
      role: 'member',
      since: on,
      reads_from: on,
      granted_by: learner,
    })
  }
  const { title, learningQuestion } = journey.challenges.at(-1)!
  const words = Object.entries({ ...commitments, title: [title], learningQuestion: [learningQuestion] })
  for (const [field, texts] of words)
    for (const [position, body] of texts.entries())
      await insert('passage', {
        id: newId(),
        context_id: agreement_id,
        subject_id: version_id,
        field,
        position,
        author_id: learner,
        audience_id: agreement_id,
        body,
        updated_at: on,
      })
}
