import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'

/** Something from earlier in a journey that its learner shows to somebody who comes, or does not. */
export interface EarlierItem {
  /** The version of the challenge, the cycle or the ending; for `words` the person who wrote them. */
  id: string
  kind: 'challenge' | 'cycle' | 'ending' | 'words'
  number: number
  /** Words of the learner that tell it apart: a title, a focus; of `words` the name of their author. */
  text: string
  /** When it ended; null for versions of the challenge. */
  until: Date | null
}

/** What lies behind in a journey of one's own, as far as it can be shown or kept from `personId`: never what is going on now. */
export async function earlierItems(db: PersonDb, journeyId: string, personId: string): Promise<EarlierItem[]> {
  const { rows } = await sql<EarlierItem>`
    with here as (select my_organisation() as o, ${journeyId}::uuid as journey_id)
    select c.id, 'challenge' as kind, c.version as number, coalesce((select t.body from passage t
        where t.organisation_id = o and t.subject_id = c.id and t.field = 'title' and t.author_id = me()), '') as text, null::timestamptz as until
      from here join challenge c on c.organisation_id = o and c.journey_id = here.journey_id
      where exists (select from challenge l where l.organisation_id = o and l.journey_id = c.journey_id and l.version > c.version)
    union all
    select y.id, 'cycle', y.number, coalesce((select t.body from passage t
        where t.organisation_id = o and t.subject_id = y.id and t.field = 'focus' and t.author_id = me()), ''), y.closed_at
      from here join cycle y on y.organisation_id = o and y.journey_id = here.journey_id where y.state <> 'open'
    union all
    select e.id, 'ending', 1, '', e.closed_at
      from here join closing e on e.organisation_id = o and e.journey_id = here.journey_id
      join journey j on j.organisation_id = o and j.id = e.journey_id where e.closed_at is not null and j.status <> 'closed'
    union all
    select m.person_id, 'words', 1, p.name, max(m.until)
      from here join membership m on m.organisation_id = o and m.audience_id = here.journey_id and m.role = 'facilitator' and m.reads_from is not null
      join person p on p.organisation_id = o and p.id = m.person_id
      where m.person_id <> ${personId}::uuid group by m.person_id, p.name having bool_and(m.until is not null)
    order by kind, number, until`.execute(db)
  return rows
}

/** Ids of what is withheld from somebody who accompanies a journey of one's own. */
export async function withheldFrom(db: PersonDb, journeyId: string, personId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('withheld')
    .select('subject_id')
    .where('organisation_id', '=', sql<string>`my_organisation()`)
    .where('journey_id', '=', journeyId)
    .where('person_id', '=', personId)
    .execute()
  return new Set(rows.map((row) => row.subject_id))
}
