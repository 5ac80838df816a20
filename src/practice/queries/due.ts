import { sql } from 'kysely'
import { type DueLine, type NewsKind, newsFor } from '#person/rules/due-line.ts'
import { dayIn } from '#platform/clock.ts'
import type { PersonDb } from '#platform/db/bound.ts'

/**
 * What lies with this person in the practice of others: words about their work to agree to, what they saw, cases of colleagues; and what came back
 * to their own practice. Of the two weeks before `now`.
 */
export async function newsOfPractice(db: PersonDb, { now, timeZone }: { now: Date; timeZone: string }): Promise<DueLine[]> {
  const { rows } = await sql<{ kind: NewsKind; id: string; at: Date; path: string }>`
    select * from (
      select 'case_consent' as kind, a.case_id as id, a.asked_at as at, '/practice/cases/' || a.case_id as path from case_consent a
      join intervision_case c on c.organisation_id = a.organisation_id and c.id = a.case_id
      where a.organisation_id = my_organisation() and a.learner_id = me() and not is_leaving(c.author_id)
        and exists (select from standing_of_case(a.case_id) s where encode(a.words_hash, 'hex') is distinct from s.words_hash)
      union all
      select 'view_asked', v.id, v.asked_at, '/practice/views/' || v.id from peer_view v
      where v.organisation_id = my_organisation() and v.peer_id = me() and v.answers is null
      union all
      select 'case_open', c.id, c.since, '/practice/cases/' || c.id from open_cases() c
      where not exists (select from case_question q where q.organisation_id = my_organisation() and q.case_id = c.id and q.author_id = me())
      union all
      select 'practice_answered', q.id, q.asked_at, '/practice/cases/' || q.case_id from case_question q
      join intervision_case c on c.organisation_id = q.organisation_id and c.id = q.case_id
      where q.organisation_id = my_organisation() and c.author_id = me() and q.author_id <> me()
      union all
      select 'practice_answered', v.id, v.answered_at, '/practice/profile/' || v.competency from peer_view v
      where v.organisation_id = my_organisation() and v.asker_id = me() and v.answers is not null
    ) news where at > ${now}::timestamptz - make_interval(days => ${newsFor}) order by at desc limit 50`.execute(db)
  return rows.map(({ kind, id, at, path }) => ({ kind, subjectId: id, journeyId: null, day: dayIn(timeZone, at), path }))
}
