import { type RawBuilder, sql } from 'kysely'
import type { Hat } from '#facilitation/rules/hats.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Agreement, HatSegment, Item, Member, Session, Words } from '../session.ts'

interface Row {
  session: {
    id: string
    journey_id: string | null
    kind: Session['kind']
    state: Session['state']
    made_at: string
    began_at: string | null
    ended_at: string | null
    series_id: string | null
  }
  journey: { learnerId: string; learnerName: string; title: string | null } | null
  members: Member[]
  items: { id: string; suggestion: Item['suggestion']; done_at: string | null }[]
  agreements: {
    id: string
    made_by: string | null
    name: string | null
    by_when: string | null
    step_id: string | null
    proposal_id: string | null
  }[]
  hats: {
    id: string
    person_id: string
    name: string
    hat: HatSegment['hat']
    minutes: number
    answered_at: string | null
    started_at: string | null
    ended_at: string | null
  }[]
  allowed_hats: Hat[] | null
  words: { subject_id: string; field: string; body: string; version: number }[]
}

/** One session with all that stands in it; undefined where there is none for this person. */
export async function sessionById(db: PersonDb, id: string): Promise<Session | undefined> {
  return (await read(db, sql`s.id = ${id}::uuid`))[0]
}

/** Every session that this person takes part in, the newest first, at most `limit`. */
export const mySessions = (db: PersonDb, limit = 200): Promise<Session[]> => read(db, sql`true`, limit)

/** The sessions on one journey that this person takes part in, the newest first. */
export const sessionsOfJourney = (db: PersonDb, journeyId: string): Promise<Session[]> => read(db, sql`s.journey_id = ${journeyId}::uuid`)

async function read(db: PersonDb, which: RawBuilder<unknown>, limit = 200): Promise<Session[]> {
  const { rows } = await sql<{ whole: Row }>`
    select json_build_object(
      'session', row_to_json(s),
      'journey', (select json_build_object('learnerId', j.learner_id, 'learnerName', p.name, 'title', (
          select t.body from challenge c join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id and t.field = 'title'
          where c.organisation_id = j.organisation_id and c.journey_id = j.id order by c.version desc limit 1))
        from journey j join person p on p.organisation_id = j.organisation_id and p.id = j.learner_id
        where j.organisation_id = s.organisation_id and j.id = s.journey_id),
      'members', (select coalesce(json_agg(json_build_object('personId', p.id, 'name', p.name, 'isHost', m.role = 'host') order by m.role <> 'host', p.name), '[]')
        from membership m join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
        where m.organisation_id = s.organisation_id and m.audience_id = s.id and m.reads_from is not null and m.until is null),
      'items', (select coalesce(json_agg(row_to_json(x) order by x.position, x.id), '[]') from session_item x
        where x.organisation_id = s.organisation_id and x.session_id = s.id and x.removed_at is null),
      'agreements', (select coalesce(json_agg(row_to_json(x) order by x.made_at, x.id), '[]') from (
        select a.*, p.name from session_agreement a left join person p on p.organisation_id = a.organisation_id and p.id = a.made_by
        where a.organisation_id = s.organisation_id and a.session_id = s.id and a.removed_at is null) x),
      'hats', (select coalesce(json_agg(row_to_json(x) order by x.asked_at, x.id), '[]') from (
        select h.*, p.name from hat_segment h join person p on p.organisation_id = h.organisation_id and p.id = h.person_id
        where h.organisation_id = s.organisation_id and h.session_id = s.id) x),
      'allowed_hats', (select v.allowed_hats from agreement g
        join agreement_version v on v.organisation_id = g.organisation_id and v.agreement_id = g.id
        where g.organisation_id = s.organisation_id and g.journey_id = s.journey_id and g.facilitator_id = me() and g.ended_at is null
          and (select count(*) from agreement_confirmation c where c.organisation_id = v.organisation_id and c.version_id = v.id) > 1
        order by v.number desc limit 1),
      'words', (select coalesce(json_agg(row_to_json(x)), '[]') from (
        select distinct on (t.subject_id, t.field) t.subject_id, t.field, t.body,
          sum(t.version) over (partition by t.subject_id, t.field)::int as version from passage t
        where t.organisation_id = s.organisation_id and t.context_id = s.id order by t.subject_id, t.field, t.updated_at desc) x)
    ) as whole
    from (select * from session where organisation_id = my_organisation() and id = any (array(select my_audiences())) order by made_at desc) s
    where ${which} limit ${limit}`.execute(db)
  return rows.map(({ whole }) => shaped(whole))
}

const instant = (given: string | null) => (given ? new Date(given) : null)

function shaped({ session, journey, members, items, agreements, hats, allowed_hats, words }: Row): Session {
  const wordsOf = (subjectId: string, field: string): Words | null => {
    const found = words.find((one) => one.subject_id === subjectId && one.field === field)
    return found && found.body !== '' ? { body: found.body, version: found.version } : null
  }
  const agreed = (one: Row['agreements'][number]): Agreement => ({
    id: one.id,
    madeBy: one.made_by,
    madeByName: one.name,
    byWhen: one.by_when,
    words: wordsOf(one.id, 'agreement'),
    stepId: one.step_id,
    proposalId: one.proposal_id,
  })
  const worn = (one: Row['hats'][number]): HatSegment => ({
    id: one.id,
    personId: one.person_id,
    name: one.name,
    hat: one.hat,
    purpose: wordsOf(one.id, 'hatPurpose')?.body ?? '',
    minutes: one.minutes,
    answeredAt: instant(one.answered_at),
    startedAt: instant(one.started_at),
    endedAt: instant(one.ended_at),
  })
  return {
    id: session.id,
    journeyId: session.journey_id,
    kind: session.kind,
    state: session.state,
    madeAt: new Date(session.made_at),
    beganAt: instant(session.began_at),
    endedAt: instant(session.ended_at),
    seriesId: session.series_id,
    title: wordsOf(session.id, 'title'),
    place: wordsOf(session.id, 'place'),
    members,
    agenda: items.map((item) => ({
      id: item.id,
      suggestion: item.suggestion,
      words: wordsOf(item.id, 'item'),
      isDone: item.done_at !== null,
    })),
    agreements: agreements.map(agreed),
    hats: hats.map(worn),
    allowedHats: allowed_hats,
    journey,
  }
}
