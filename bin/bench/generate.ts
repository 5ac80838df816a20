import { createHash } from 'node:crypto'
import type pg from 'pg'

/** What one measured person needs to ask for their page. */
export interface Measured {
  organisationId: string
  personId: string
  journeyId: string
  cycleId: string
  stepId: string
  token: string
}

const token = 'a-token-for-measuring-only'
// One id per thing, computed on both sides, so that rows can refer to each other without being read back.
const idOf = (name: string): string => {
  const hex = createHash('md5').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
const organisationId = idOf('organisation')

/**
 * Fills an empty database with `people` who learn, each with one journey as `npm run bench` describes it: 4 cycles, 16 steps, 16 needs,
 * 12 observations, 3 reviews, some 120 texts. Every ninth of them accompanies the nine after them.
 */
export async function generate(client: pg.ClientBase, people: number): Promise<Measured> {
  await client.query(`insert into organisation (id, name, default_locale) values ('${organisationId}', 'Messwerk', 'de')`)
  const each = `generate_series(1, ${people}) i`
  const o = `'${organisationId}'::uuid`
  const id = (what: string) => `md5('${what}' || i)::uuid`
  const of = (what: string, ...parts: string[]) => `md5('${what}' || i || ${parts.map((part) => `'-' || ${part}`).join(' || ')})::uuid`
  const statements = [
    `insert into person (organisation_id, id, name) select ${o}, ${id('person')}, 'Person ' || i from ${each}`,
    `insert into account (organisation_id, person_id, email) select ${o}, ${id('person')}, 'person' || i || '@example.org' from ${each}`,
    `insert into journey (organisation_id, id, learner_id, status, phase, started_at) select ${o}, ${id('journey')}, ${id('person')}, 'active', 'try', now() from ${each}`,
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
       select ${o}, ${of('member', "'l'")}, ${id('journey')}, ${id('person')}, 'learner', now(), ${id('person')} from ${each}`,
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
       select ${o}, ${of('member', "'f'")}, ${id('journey')}, md5('person' || case when i % 9 = 0 then i - 1 else i - i % 9 end)::uuid, 'facilitator', now(), ${id('person')}
       from ${each} where i >= 9`,
    ...agreements(o, each, id),
    `insert into journey_event (organisation_id, id, journey_id, name, actor_id)
       select ${o}, ${of('event', 'n')}, ${id('journey')}, 'replan', ${id('person')} from ${each}, generate_series(1, 12) n`,
    `insert into challenge (organisation_id, id, journey_id, version, kind, learnable, risk_flags)
       select ${o}, ${id('challenge')}, ${id('journey')}, 1, 'problem', 'yes', '{none}' from ${each}`,
    `insert into success_sign (organisation_id, id, challenge_id, journey_id, position, kind)
       select ${o}, ${of('sign', 's')}, ${id('challenge')}, ${id('journey')}, s, 'visible' from ${each}, generate_series(1, 3) s`,
    `insert into cycle (organisation_id, id, journey_id, number, state, challenge_id, planned_review_on, try_started_at)
       select ${o}, ${of('cycle', 'c')}, ${id('journey')}, c, case when c < 4 then 'reviewed' else 'open' end, ${id('challenge')}, current_date, now() from ${each}, generate_series(1, 4) c`,
    `insert into step (organisation_id, id, journey_id, cycle_id, position, kind, by_when, status, created_by, created_as)
       select ${o}, ${of('step', 's')}, ${id('journey')}, ${of('cycle', '((s - 1) / 4 + 1)')}, s, 'on_the_job_trial', current_date, 'done', ${id('person')}, 'learner'
       from ${each}, generate_series(1, 16) s`,
    `insert into need (organisation_id, id, journey_id, step_id, state) select ${o}, ${of('need', 's')}, ${id('journey')}, ${of('step', 's')}, 'open' from ${each}, generate_series(1, 16) s`,
    `insert into observation (organisation_id, id, journey_id, cycle_id, author_id)
       select ${o}, ${of('note', 'n')}, ${id('journey')}, ${of('cycle', '((n - 1) / 3 + 1)')}, ${id('person')} from ${each}, generate_series(1, 12) n`,
    `insert into review (organisation_id, id, journey_id, cycle_id, progress, next_move, saved_at)
       select ${o}, ${of('review', 'c')}, ${id('journey')}, ${of('cycle', 'c')}, 2, 'next_cycle', now() from ${each}, generate_series(1, 3) c`,
    `insert into review_sign (organisation_id, review_id, sign_id, journey_id, state)
       select ${o}, ${of('review', 'c')}, ${of('sign', 's')}, ${id('journey')}, 'partly' from ${each}, generate_series(1, 3) c, generate_series(1, 3) s`,
    ...texts(o, each, id, of),
    `insert into sign_in (organisation_id, id, person_id, token_hash, expires_at)
       select ${o}, '${idOf('sign-in')}', md5('person1')::uuid, '\\x${createHash('sha256').update(token).digest('hex')}', now() + interval '1 day'`,
    'analyze',
  ]
  for (const statement of statements) await client.query(statement)
  const journey = { journeyId: idOf('journey1'), cycleId: idOf('cycle1-4'), stepId: idOf('step1-13') }
  return { organisationId, personId: idOf('person1'), ...journey, token }
}

type Id = (what: string) => string
type IdOf = (what: string, ...parts: string[]) => string

function texts(o: string, each: string, id: Id, of: IdOf): string[] {
  const insert = (subject: string, key: string, fields: string[], series: string, audience = id('journey')) => {
    const list = fields.map((field) => `('${field}')`).join(', ')
    return `insert into passage (organisation_id, id, context_id, subject_id, field, position, author_id, audience_id, body)
      select ${o}, md5('${key}' || i || '-' || f.name || '-' || n)::uuid, ${id('journey')}, ${subject}, split_part(f.name, '.', 1), coalesce(nullif(split_part(f.name, '.', 2), '')::int, 0),
        ${id('person')}, ${audience}, 'Beim dritten Versuch hat es geklappt, weil wir vorher kurz besprochen haben, wer was übernimmt.'
      from ${each}, generate_series(1, ${series}) n, (values ${list}) f (name)`
  }
  return [
    insert(id('challenge'), 'tc', ['title', 'situation', 'learningQuestion', 'triedSoFar'], '1'),
    insert(of('sign', 'n'), 'ts', ['text'], '3'),
    insert(of('cycle', 'n'), 'ty', ['focus'], '4'),
    insert(of('step', 'n'), 'tt', ['what', 'ifPart', 'thenPart', 'expectation'], '16'),
    insert(of('need', 'n'), 'tn', ['text'], '16'),
    insert(of('note', 'n'), 'to', ['text'], '12', 'null::uuid'),
    insert(of('review', 'n'), 'tr', ['happened', 'wentWell.0', 'wentWell.1', 'toImprove.0', 'insight'], '3'),
  ]
}

/** What each of them agreed on with whoever accompanies, confirmed by both. */
function agreements(o: string, each: string, id: Id): string[] {
  const alongside = `from ${each} where i >= 9`
  const facilitator = `md5('person' || case when i % 9 = 0 then i - 1 else i - i % 9 end)::uuid`
  const both = `from ${each}, unnest(array[${id('person')}, ${facilitator}]) who where i >= 9`
  return [
    `insert into agreement (organisation_id, id, journey_id, learner_id, facilitator_id, learner_ticked, facilitator_ticked, opened_at)
       select ${o}, ${id('agreement')}, ${id('journey')}, ${id('person')}, ${facilitator}, true, true, now() ${alongside}`,
    `insert into agreement_version (organisation_id, id, agreement_id, journey_id, number, written_by, support_level, contact_rhythm, contact_weeks, reply_days, allowed_hats)
       select ${o}, ${id('version')}, ${id('agreement')}, ${id('journey')}, 1, ${id('person')}, 'regular', 'weeks', 2, 3, '{facilitation}' ${alongside}`,
    `insert into agreement_confirmation (organisation_id, version_id, person_id, agreement_id) select ${o}, ${id('version')}, who, ${id('agreement')} ${both}`,
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
       select ${o}, md5('among' || i || who)::uuid, ${id('agreement')}, who, 'member', now(), ${id('person')} ${both}`,
  ]
}
