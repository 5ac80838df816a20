import { sql } from 'kysely'
import { type DueLine, type NewsKind, newsFor } from '#person/rules/due-line.ts'
import { dayIn } from '#platform/clock.ts'
import type { PersonDb } from '#platform/db/bound.ts'

/** Questions for help and steps that wait for this person, and what others answered to questions and needs or suggest for a step of theirs, in the two weeks before `now`. */
export async function newsOfHelp(db: PersonDb, { now, timeZone }: { now: Date; timeZone: string }): Promise<DueLine[]> {
  const { rows } = await sql<{ kind: NewsKind; subject_id: string; journey_id: string | null; at: Date; path: string }>`
    select * from (
      select 'help_asked' as kind, h.id as subject_id, null::uuid as journey_id, h.asked_at as at, '/help-requests/' || h.id as path
      from help_request h
      where h.organisation_id = my_organisation() and h.to_person_id = me() and h.state = 'open' and h.declined_at is null
      union all
      select 'step_help_asked', g.id, null, g.asked_at, '/steps/' || g.step_id
      from assignee g where g.organisation_id = my_organisation() and g.person_id = me() and g.state = 'asked'
      union all
      select 'proposal', t.id, g.journey_id, t.updated_at, '/journeys/' || g.journey_id || '#step-' || g.step_id
      from assignee g join passage t on t.organisation_id = g.organisation_id and t.subject_id = g.id and t.field = 'suggestion' and t.author_id = g.person_id
      where g.organisation_id = my_organisation() and g.learner_id = me() and g.suggestion = 'waiting'
      union all
      select 'help_answered', t.id, h.journey_id, t.updated_at, '/help-requests/' || h.id
      from help_request h join passage t on t.organisation_id = h.organisation_id and t.context_id = h.id
      where h.organisation_id = my_organisation() and h.learner_id = me() and t.field = 'answer' and t.author_id <> me()
      union all
      select 'need_answered', w.id, w.journey_id, w.answered_at, '/needs/' || l.need_id
      from need_link l join need_answer w on w.organisation_id = l.organisation_id and w.link_id = l.id
      where l.organisation_id = my_organisation() and l.made_by = me()
    ) news where at > ${now}::timestamptz - make_interval(days => ${newsFor}) order by at desc limit 50`.execute(db)
  return rows.map((row) => ({
    kind: row.kind,
    subjectId: row.subject_id,
    journeyId: row.journey_id,
    day: dayIn(timeZone, row.at),
    path: row.path,
  }))
}
