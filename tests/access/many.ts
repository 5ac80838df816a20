import { createHash } from 'node:crypto'
import type pg from 'pg'

/** The id of a thing by its name and numbers, as the statements below compute it: `idOf('session', 10, 1)`. */
export function idOf(what: string, i: number, k?: number): string {
  const hex = createHash('md5')
    .update(`${what}${i}${k === undefined ? '' : `-${k}`}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * Adds to a database that `generate` filled some ten thousand rows of everything around journeys: for each of the people 33 sessions with their
 * times, entries of a journal, questions for help, and so on. Each takes part in what the one before them has: `i` with `i - 1`.
 */
export async function fillAround(client: pg.ClientBase, organisationId: string, people: number): Promise<void> {
  const o = `'${organisationId}'::uuid`
  const thing = (what: string) => `md5('${what}' || i || '-' || k)::uuid`
  const of = (what: string) => `md5('${what}' || i)::uuid`
  const before = `md5('person' || case when i = 1 then ${people} else i - 1 end)::uuid`
  const facilitator = `md5('person' || case when i % 9 = 0 then i - 1 else i - i % 9 end)::uuid`
  const ago = `now() - k * interval '9 days'`
  const each = `from generate_series(1, ${people}) i, generate_series(1, 33) k`
  const add = async (table: string, row: Record<string, string>, from = each) => {
    await client.query(
      `insert into ${table} (organisation_id, ${Object.keys(row).join(', ')}) select ${o}, ${Object.values(row).join(', ')} ${from} on conflict do nothing`,
    )
  }
  const member = (what: string, who: string, role: string, until = 'null::timestamptz') =>
    add('membership', {
      id: `md5('in ${what} ${role}' || i || '-' || k)::uuid`,
      audience_id: thing(what),
      person_id: who,
      role: `'${role}'`,
      reads_from: ago,
      until,
      granted_by: of('person'),
    })
  interface Where {
    context?: string
    author?: string
    audience?: string
  }
  const words = (what: string, field: string, { context = thing(what), author = of('person'), audience = context }: Where = {}) =>
    add('passage', {
      id: `md5('${field} of ${what}' || i || '-' || k)::uuid`,
      context_id: context,
      subject_id: thing(what),
      field: `'${field}'`,
      author_id: author,
      audience_id: audience,
      body: `'Was beim nächsten Mal anders wird'`,
    })
  const one = { i: of('person'), other: before }

  // Nobody has to hear of these rows, and each is as it shall be.
  await client.query(eachTable('disable'))
  await add('session', {
    id: thing('session'),
    journey_id: `case when i < 9 then null else ${of('journey')} end`,
    kind: `'one_to_one'`,
    created_by: one.i,
    state: `case k when 1 then 'planned' else 'held' end`,
    made_at: ago,
  })
  await member('session', one.i, 'host')
  await member('session', one.other, 'member')
  await words('session', 'title')
  await add('shared_text', { id: thing('session'), audience_id: thing('session'), last_change: '1' })
  await add('shared_text_change', { shared_text_id: thing('session'), number: '1', content: `'\\x0000'` })
  await add('session_item', { id: thing('item'), session_id: thing('session'), position: '0' })
  await words('item', 'item', { context: thing('session') })
  await add('session_agreement', { id: thing('agreed'), session_id: thing('session'), made_by: one.other })
  await words('agreed', 'agreement', { context: thing('session'), author: one.other })
  const hat = { session_id: thing('session'), person_id: one.other, hat: `'coaching'`, minutes: '30' }
  await add('hat_segment', { id: thing('hat'), ...hat, answered_at: ago, started_at: ago, ended_at: ago })
  const when = { minutes: '60', starts_at: `now() - (k - 2) * interval '9 days'` }
  const appointment = { id: thing('session'), context_id: thing('session'), kind: `'session'`, organiser_id: one.i, time_zone: `'UTC'` }
  await add('appointment', { ...appointment, ...when, state: `'booked'` })
  await add('appointment_time', { id: thing('time'), appointment_id: thing('session'), proposed_by: one.i, ...when })
  await add('time_answer', { time_id: thing('time'), person_id: one.other, answer: `'yes'` })
  await add('attendance', { appointment_id: thing('session'), person_id: one.i, answer: `'accepted'`, by: `'page'` })
  await add('calendar_invitation', { appointment_id: thing('session'), person_id: one.i, sequence: '0', ...when, time_zone: `'UTC'` })

  await add('reflection', { id: thing('entry'), author_id: one.i, journey_id: of('journey'), cadence: `'weekly'`, written_at: ago })
  await words('entry', 'text', { context: one.i, audience: 'null::uuid' })
  const share = { passage_id: `md5('text of entry' || i || '-' || k)::uuid`, reader_id: one.other, granted_by: one.i }
  await add('share', { id: thing('share'), ...share, until: `now() + interval '30 days'` })
  await add('prompt_shown', { person_id: one.i, prompt_id: `'r-weekly-' || k`, shown_on: 'current_date - k' })

  const asked = { learner_id: one.i, journey_id: of('journey') }
  await add('facilitation_request', {
    ...{ id: thing('request'), ...asked, facilitator_id: one.other, made_at: `now() - interval '1 day'` },
    ...{ answer_by: `now() + interval '2 days'`, state: `case when k < 3 then 'waiting' else 'declined' end` },
  })
  await member('request', one.i, 'learner')
  await member('request', one.other, 'peer', `case when k < 3 then now() + interval '2 days' else now() end`)
  await words('request', 'lines')
  await add(
    'introduction',
    {
      ...{ person_id: of('person'), languages: `'{de}'`, hats: `'{facilitation}'`, places: '9', reply_days: '3' },
    },
    `from generate_series(1, ${people}) i`,
  )
  await client.query(`insert into passage (organisation_id, id, context_id, subject_id, field, author_id, audience_id, body)
    select ${o}, md5('how' || i)::uuid, ${one.i}, ${one.i}, 'howIWork', ${one.i}, ${o}, 'Ich frage.' from generate_series(1, ${people}) i`)

  await add('help_request', {
    id: thing('help'),
    ...asked,
    cycle_id: `md5('cycle' || i || '-4')::uuid`,
    to_person_id: one.other,
    asked_at: ago,
  })
  await member('help', one.i, 'learner')
  await member('help', one.other, 'peer')
  await words('help', 'stuckWith')
  const step = `md5('step' || i || '-' || (k % 16 + 1))::uuid`
  await add('assignee', {
    id: thing('assignee'),
    ...asked,
    step_id: step,
    person_id: one.other,
    role: `'coach'`,
    state: `case when k between 9 and 18 then 'accepted' else 'ended' end`,
  })
  await member('assignee', one.i, 'learner')
  await member('assignee', one.other, 'coach', `case when k between 9 and 18 then null else now() end`)
  await words('assignee', 'note', { author: one.other })
  const link = {
    journey_id: of('journey'),
    need_id: `md5('need' || i || '-' || k)::uuid`,
    made_by: one.i,
    expires_at: `now() + interval '9 days'`,
  }
  await client.query(`insert into need_link (organisation_id, id, journey_id, need_id, made_by, token_hash, expires_at)
    select n.organisation_id, n.id, n.journey_id, n.id, j.learner_id, sha256(n.id::text::bytea), ${link.expires_at}
    from need n join journey j on j.organisation_id = n.organisation_id and j.id = n.journey_id`)
  await client.query(`insert into need_answer (organisation_id, id, journey_id, link_id, kind, body)
    select l.organisation_id, l.id, l.journey_id, l.id, 'question', 'Bis wann?' from need_link l`)

  await add('own_question', {
    id: thing('question'),
    person_id: one.i,
    phase: `'try'`,
    hat: `'coaching'`,
    shared_at: `case when k < 9 then now() end`,
  })
  await member('question', one.i, 'host')
  await words('question', 'ownQuestion', { context: one.i, audience: `case when k < 9 then ${thing('question')} end` })
  await add('practice_entry', { id: thing('note'), person_id: one.i, written_at: ago })
  await words('note', 'practiceEntry', { context: one.i, audience: 'null::uuid' })
  await add('intervision_case', { id: thing('case'), author_id: one.i, made_at: ago })
  await member('case', one.i, 'host')
  for (const field of ['caseQuestion', 'caseSituation', 'caseTitle']) await words('case', field)
  await client.query(`select set_config('app.organisation_id', '${organisationId}', false)`)
  await client.query('update intervision_case c set declared_at = now(), declared_hash = hash_of_case(c.id)')
  await client.query(`select set_config('app.organisation_id', '', false)`)
  await add('case_question', { id: thing('back'), case_id: thing('case'), author_id: one.other })
  await words('back', 'questionBack', { context: thing('case'), author: one.other })
  await add('case_thanks', { question_id: thing('back') })
  await add('peer_view', {
    ...{ id: thing('view'), asker_id: one.i, peer_id: `md5('person' || (i + k) % ${people} + 1)::uuid`, competency: `'c-trust'` },
  })
  await add('competency_private', { person_id: one.i, seen_on: 'current_date - k', competency: `'c-trust'`, level: '2' })

  const digest = { person_id: one.i, day: 'current_date - k', sent_at: ago, token_hash: `sha256((i || '-' || k)::bytea)` }
  await add('digest', { id: thing('digest'), ...digest, only_reminders: 'true' })
  await add('digest_line', {
    digest_id: thing('digest'),
    kind: `'review'`,
    subject_id: `md5('cycle' || i || '-1')::uuid`,
    journey_id: of('journey'),
  })
  const scan = { person_id: one.i, form: `'full'`, instrument_version: `'1'`, taken_on: 'current_date - k', constants: `'{}'` }
  await add('scan', { id: thing('scan'), ...scan })
  await add('scan_private', { scan_id: thing('scan'), answers: `'{}'` })
  await add('scan_share', { id: thing('shown'), scan_id: thing('scan'), reader_id: facilitator }, `${each} where i >= 9`)
  await add('letter', { id: thing('letter'), person_id: one.i, kind: `'digest'`, state: `'sent'`, sent_at: ago, queued_at: ago })
  await add(
    'proposal',
    { id: thing('proposal'), journey_id: of('journey'), author_id: facilitator, kind: `'question'`, state: `'accepted'` },
    `${each} where i >= 9`,
  )
  const two = { journey_id: of('journey'), agreement_id: of('agreement') }
  const levels = { from_level: `'regular'`, to_level: `'guided'`, state: `'declined'`, decided_at: ago }
  await add('handover', { id: thing('handover'), ...two, ...levels, suggested_by: one.i }, `${each} where i >= 9`)
  await add(
    'hat_change',
    { id: thing('worn'), ...two, hat: `'coaching'`, minutes: '20', accepted_at: ago, returned_at: ago },
    `${each} where i >= 9`,
  )
  const days = { starts_at: ago, ends_at: `${ago} + interval '2 days'`, ended_at: ago }
  await add(
    'deputy_offer',
    { id: thing('offer'), ...two, learner_id: one.i, facilitator_id: facilitator, deputy_id: `md5('person' || (i + 1))::uuid`, ...days },
    `${each} where i between 10 and ${people - 1} and i % 9 < 7`,
  )
  await add(
    'withheld',
    { journey_id: of('journey'), person_id: facilitator, subject_id: `md5('cycle' || i || '-1')::uuid` },
    `${each} where i >= 9`,
  )
  await add('contact_message', { id: thing('message'), name: `'Gast'`, email: `'gast@example.org'`, body: `'Hallo'` })
  await add('invitation', {
    id: thing('invitation'),
    token_hash: `sha256(('i' || i || '-' || k)::bytea)`,
    invited_by: one.i,
    expires_at: ago,
  })
  await client.query(eachTable('enable'))
  await client.query('analyze')
}

const eachTable = (act: 'enable' | 'disable') => `do $$ declare found record; begin
  for found in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I ${act} trigger user', found.tablename);
  end loop;
end $$`
