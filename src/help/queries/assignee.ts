import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Listing } from '#platform/db/listing.ts'
import type { AssigneeRole, AssigneeState } from '../rules/assignee.ts'

/** Somebody who helps with a step, as the statement of its journey gives them. Instants are ISO strings. */
export interface AssigneeRow {
  id: string
  step_id: string
  person_id: string
  name: string
  role: AssigneeRole
  state: AssigneeState
  asked_at: string
  suggestion: 'waiting' | 'accepted' | 'declined' | null
  texts: { id: string; field: string; position: number; author_id: string; audience_id: string; version: number; body: string }[]
}

const textsOf = sql`(select coalesce(json_agg(json_build_object('id', t.id, 'field', t.field, 'position', t.position, 'author_id', t.author_id,
    'audience_id', t.audience_id, 'version', t.version, 'body', t.body) order by t.field, t.position), '[]') from passage t
  where t.organisation_id = g.organisation_id and t.subject_id = g.id and t.author_id = g.person_id
    and t.audience_id = case g.role when 'coach' then g.id else g.step_id end)`

/** Part of the one statement that reads a journey: `o` is the organisation, `a.id` the journey. */
export const assigneesOfJourney = sql`(select coalesce(json_agg(row_to_json(x) order by x.asked_at, x.id), '[]') from (
        select g.id, g.step_id, g.person_id, p.name, g.role, g.state, g.asked_at, g.suggestion, ${textsOf} as texts
        from assignee g join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
        where g.organisation_id = o and g.journey_id = a.id) x)`

/** The text of somebody who helps; '' where there is none, or none for this person. */
export const helperSays = ({ texts }: Pick<AssigneeRow, 'texts'>, field: 'note' | 'suggestion'): string =>
  texts.find((text) => text.field === field)?.body ?? ''

/** The material they gave, without empty lines. */
export const materialOf = ({ texts }: Pick<AssigneeRow, 'texts'>): string[] =>
  texts.filter((text) => text.field === 'resource' && text.body !== '').map((text) => text.body)

/** One step, for somebody who helps with it: what lies open about it, and what they wrote. Nothing else of the journey. */
export interface HelpedStep {
  id: string
  learnerId: string
  learnerName: string
  /** 'YYYY-MM-DD' */
  byWhen: string | null
  minutesPlanned: number | null
  words: Partial<Record<'what' | 'expectation' | 'ifPart' | 'thenPart', string>>
  needs: { text: string; neededBy: string | null; state: 'open' | 'there' | 'not_available' }[]
  mine: AssigneeRow
  /** Who reads what they note, by name. */
  readers: { personId: string; name: string }[]
}

/** The step of this id that this person helps with; undefined where there is none for them. */
export async function helpedStep(db: PersonDb, stepId: string): Promise<HelpedStep | undefined> {
  const { rows } = await sql<{
    id: string
    learner_id: string
    learner_name: string
    by_when: string | null
    minutes_planned: number | null
    words: { field: string; body: string }[]
    needs: { text: string; needed_by: string | null; state: HelpedStep['needs'][number]['state'] }[]
    mine: AssigneeRow
    readers: { person_id: string; name: string }[]
  }>`
    select s.id, g.learner_id, l.name as learner_name, s.by_when::text, s.minutes_planned,
      (select coalesce(json_agg(json_build_object('field', t.field, 'body', t.body)), '[]') from passage t
        where t.organisation_id = s.organisation_id and t.subject_id = s.id) as words,
      (select coalesce(json_agg(json_build_object('text', t.body, 'needed_by', n.needed_by, 'state', n.state) order by n.position, n.id), '[]')
        from need n join passage t on t.organisation_id = n.organisation_id and t.subject_id = n.id and t.field = 'text'
        where n.organisation_id = s.organisation_id and n.journey_id = s.journey_id and n.step_id = s.id) as needs,
      json_build_object('id', g.id, 'step_id', g.step_id, 'person_id', g.person_id, 'name', '', 'role', g.role, 'state', g.state,
        'asked_at', g.asked_at, 'suggestion', g.suggestion, 'texts', ${textsOf}) as mine,
      case g.role when 'coach' then (select coalesce(json_agg(json_build_object('person_id', r.person_id, 'name', r.name)), '[]') from readers_of_audience(g.id) r)
        else (select coalesce(json_agg(json_build_object('person_id', r.person_id, 'name', r.name) order by r.name), '[]') from readers_of_step(s.id) r) end as readers
    from assignee g
    join step s on s.organisation_id = g.organisation_id and s.id = g.step_id
    join person l on l.organisation_id = g.organisation_id and l.id = g.learner_id
    where g.organisation_id = my_organisation() and g.person_id = me() and g.step_id = ${stepId}::uuid and g.state in ('asked', 'accepted')`.execute(
    db,
  )
  const row = rows[0]
  return (
    row && {
      id: row.id,
      learnerId: row.learner_id,
      learnerName: row.learner_name,
      byWhen: row.by_when,
      minutesPlanned: row.minutes_planned,
      words: Object.fromEntries(row.words.map(({ field, body }) => [field, body])),
      needs: row.needs.map(({ text, needed_by, state }) => ({ text, neededBy: needed_by, state })),
      mine: row.mine,
      readers: row.readers.map(({ person_id, name }) => ({ personId: person_id, name })),
    }
  )
}

/** A step that this person helps with, as a line. */
export interface HelpedStepLine {
  stepId: string
  learnerName: string
  what: string
  role: AssigneeRole
  state: AssigneeState
  byWhen: string | null
}

/** The steps that this person is asked about or helps with now, by their day, at most fifty; those whose day passed two months ago no longer come up. */
export const myHelpedSteps: Listing<Omit<HelpedStepLine, 'what'> & { what: string | null }, HelpedStepLine> = {
  rows: sql`
    select g.step_id as "stepId", l.name as "learnerName", g.role, g.state, s.by_when::text as "byWhen",
      (select t.body from passage t where t.organisation_id = s.organisation_id and t.subject_id = s.id and t.field = 'what' limit 1) as what
    from assignee g
    join step s on s.organisation_id = g.organisation_id and s.id = g.step_id
    join person l on l.organisation_id = g.organisation_id and l.id = g.learner_id
    where g.organisation_id = my_organisation() and g.person_id = me() and g.state in ('asked', 'accepted')
      and s.status in ('planned', 'doing') and coalesce(s.by_when, g.asked_at::date) > current_date - 60
    order by s.by_when nulls last, g.asked_at limit 50`,
  shape: (row) => ({ ...row, what: row.what ?? '' }),
}
