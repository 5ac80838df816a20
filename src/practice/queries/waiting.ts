import { sql } from 'kysely'
import type { Listing } from '#platform/db/listing.ts'

/** Something in somebody else's practice that lies with this person: a text about them to agree to, or what they saw. Neither is urgent. */
export interface WaitingInPractice {
  what: 'consent' | 'view'
  id: string
  name: string
}

/** What lies with this person, the oldest first. */
export const waitingInPractice: Listing<WaitingInPractice, WaitingInPractice> = {
  rows: sql<WaitingInPractice>`
    select what, id, name from (
      select 'consent' as what, c.id, p.name, a.asked_at from case_consent a
      join intervision_case c on c.organisation_id = a.organisation_id and c.id = a.case_id
      join person p on p.organisation_id = c.organisation_id and p.id = c.author_id
      where a.organisation_id = my_organisation() and a.learner_id = me() and not is_leaving(c.author_id)
        and exists (select from standing_of_case(c.id) s where encode(a.words_hash, 'hex') is distinct from s.words_hash)
      union all
      select 'view', v.id, p.name, v.asked_at from peer_view v
      join person p on p.organisation_id = v.organisation_id and p.id = v.asker_id
      where v.organisation_id = my_organisation() and v.peer_id = me() and v.answers is null
    ) waiting order by asked_at limit 20`,
  shape: (row) => row,
}
