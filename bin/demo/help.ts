import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import { hashOf, newToken } from '../../src/platform/sign-in/token.ts'
import type { Cast, DemoPerson } from './world.ts'

const ago = (days: number) => new Date(Date.now() - days * 86_400_000)

/** What others do for the journey that Amara has under way: a question that waits for Jonas, and one that Ines answered. */
export async function fillHelp(client: pg.Client, cast: Cast): Promise<void> {
  const { rows } = await client.query<{ journey_id: string; id: string }>(
    `select c.journey_id, c.id from cycle c join journey j on j.organisation_id = c.organisation_id and j.id = c.journey_id
     where j.learner_id = $1 and j.phase = 'try' and c.state = 'open'`,
    [cast.amara],
  )
  const underWay = rows[0]
  if (!underWay) return
  const insert = insertWith(client, cast)
  await fillNeedLink(client, insert, cast, underWay.journey_id)
  await fillTrainer(client, insert, cast, underWay.id)
  for (const question of questions) {
    const id = newId()
    await insert('help_request', {
      id,
      journey_id: underWay.journey_id,
      cycle_id: underWay.id,
      learner_id: cast.amara,
      to_person_id: cast[question.to],
      state: question.answer ? 'resolved' : 'open',
      asked_at: ago(question.daysAgo),
      ended_at: question.answer ? ago(question.daysAgo - 1) : null,
    })
    const members = [
      [cast.amara, 'learner'],
      [cast[question.to], 'peer'],
    ]
    for (const [person_id, role] of members)
      await insert('membership', {
        id: newId(),
        audience_id: id,
        person_id,
        role,
        since: ago(question.daysAgo),
        reads_from: ago(question.daysAgo),
        granted_by: cast.amara,
      })
    const say = (subject_id: string, field: string, author_id: string, body: string, daysAgo: number) =>
      insert('passage', { id: newId(), context_id: id, subject_id, field, author_id, audience_id: id, body, updated_at: ago(daysAgo) })
    for (const [field, body] of Object.entries(question.texts)) await say(id, field, cast.amara, body, question.daysAgo)
    if (question.answer) await say(newId(), 'answer', cast[question.to], question.answer, question.daysAgo - 0.5)
  }
}

type Insert = ReturnType<typeof insertWith>

/** Somebody was asked for a need by a link, and would like to know something first. */
async function fillNeedLink(client: pg.Client, insert: Insert, cast: Cast, journeyId: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(`select id from need where journey_id = $1 and state = 'open' limit 1`, [journeyId])
  if (!rows[0]) return
  const id = newId()
  await insert('need_link', {
    id,
    journey_id: journeyId,
    need_id: rows[0].id,
    made_by: cast.amara,
    token_hash: hashOf(newToken()),
    made_at: ago(2),
    expires_at: ago(-28),
  })
  await insert('membership', {
    id: newId(),
    audience_id: id,
    person_id: cast.amara,
    role: 'learner',
    reads_from: ago(2),
    granted_by: cast.amara,
  })
  await insert('need_answer', { id: newId(), journey_id: journeyId, link_id: id, kind: 'question', body: question, answered_at: ago(1) })
}

/** Ines helps with one step as a trainer, and has left material there. */
async function fillTrainer(client: pg.Client, insert: Insert, cast: Cast, cycleId: string): Promise<void> {
  const { rows } = await client.query<{ id: string; journey_id: string }>(
    `select id, journey_id from step where cycle_id = $1 and status = 'planned' order by position desc limit 1`,
    [cycleId],
  )
  const step = rows[0]
  if (!step) return
  const id = newId()
  await insert('assignee', {
    id,
    journey_id: step.journey_id,
    step_id: step.id,
    learner_id: cast.amara,
    person_id: cast.ines,
    role: 'trainer',
    state: 'accepted',
    asked_at: ago(4),
    decided_at: ago(3),
    suggestion: 'waiting',
  })
  const members = [
    [cast.amara, 'learner'],
    [cast.ines, 'trainer'],
  ]
  for (const [person_id, role] of members)
    await insert('membership', { id: newId(), audience_id: step.id, person_id, role, reads_from: ago(4), granted_by: cast.amara })
  for (const [field, body] of Object.entries(training))
    await insert('passage', { id: newId(), context_id: step.id, subject_id: id, field, author_id: cast.ines, audience_id: step.id, body })
}

const training = {
  note: 'Wir haben die Eröffnung zweimal geübt, beim zweiten Mal hat Mehmet geführt und ich habe nur die Zeit angesagt.',
  resource: 'Eine Seite „Übergabe eröffnen“, liegt im Ordner neben der Tafel',
  suggestion: 'Einen Tag nicht dabei sein, am zweiten nur zuhören',
}

const question = 'Gern. In welcher Größe soll ich drucken, und wie viele Karten braucht ihr?'

function insertWith(client: pg.Client, cast: Cast) {
  return async (table: string, values: Record<string, unknown>): Promise<void> => {
    const all: Record<string, unknown> = { organisation_id: cast.organisationId, ...values }
    const names = Object.keys(all)
    await client.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(all),
    )
  }
}

const questions: { to: DemoPerson; daysAgo: number; texts: Record<string, string>; answer?: string }[] = [
  {
    to: 'jonas',
    daysAgo: 1,
    texts: {
      goal: 'Die Übergabe soll auch beginnen, wenn ich noch nicht da bin.',
      tried: 'Reihum führen lassen. Am Montag hat niemand angefangen, bis ich kam.',
      happened: 'Alle standen an der Tafel und haben auf mich geschaut.',
      wantToUnderstand: 'Woran merkt eine Gruppe, dass sie anfangen darf, ohne dass jemand das Zeichen gibt?',
    },
  },
  {
    to: 'ines',
    daysAgo: 7,
    texts: {
      goal: 'Die Karte mit den drei Fragen soll an der Linie bleiben.',
      tried: 'Mit Klebeband befestigt, zweimal.',
      wantToUnderstand: 'Was muss ich wissen, bevor ich etwas dauerhaft an der Anlage anbringe?',
    },
    answer: 'Wer hat bei euch schon einmal etwas angebracht, das heute noch hängt? Ich würde dort anfangen und nach der Freigabe fragen.',
  },
]
