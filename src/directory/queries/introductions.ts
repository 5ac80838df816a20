import { sql } from 'kysely'
import type { Hat } from '#facilitation/rules/hats.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { type Introduction, type Language, topicsIn } from '../directory.ts'

interface Row {
  person_id: string
  name: string
  languages: Language[]
  hats: Hat[]
  places: number
  reply_days: number
  paused: boolean
  free: number
  portrait: number | null
  topics: string | null
  how_i_work: string | null
}

/** What people say of themselves; what somebody else wrote in that place somewhere is not it. */
const toldBy = sql`t.organisation_id = i.organisation_id and t.subject_id = i.person_id and t.author_id = i.person_id
  and t.audience_id = i.organisation_id`

/** Everybody in the organisation who introduced themselves, by name; somebody who is leaving no longer. In one query. */
export async function introductions(db: PersonDb): Promise<Introduction[]> {
  const { rows } = await sql<Row>`
    select i.person_id, p.name, i.languages, i.hats, i.places, i.reply_days, i.paused_at is not null as paused, f.free,
      (select (extract(epoch from r.changed_at) * 1000)::bigint from portrait r where r.organisation_id = i.organisation_id and r.person_id = i.person_id) as portrait,
      (select t.body from passage t where ${toldBy} and t.field = 'topics') as topics,
      (select t.body from passage t where ${toldBy} and t.field = 'howIWork') as how_i_work
    from introduction i
    join person p on p.organisation_id = i.organisation_id and p.id = i.person_id
    join free_places() f on f.person_id = i.person_id
    where i.organisation_id = my_organisation()
    order by p.name`.execute(db)
  return rows.map(({ person_id: personId, reply_days: replyDays, topics, how_i_work: howIWork, ...row }) => ({
    ...row,
    personId,
    replyDays,
    topics: topicsIn(topics ?? ''),
    howIWork: howIWork ?? '',
  }))
}

/** What one wrote about oneself, with the versions that a form must name. */
export interface OwnIntroduction {
  introduction: Introduction | undefined
  texts: { field: string; body: string; version: number }[]
}

export async function ownIntroduction(db: PersonDb, personId: string): Promise<OwnIntroduction> {
  const all = await introductions(db)
  const { rows } = await sql<OwnIntroduction['texts'][number]>`select field, body, version from passage
    where organisation_id = my_organisation() and subject_id = ${personId}::uuid and author_id = me() and audience_id = my_organisation()
      and field in ('topics', 'howIWork')`.execute(db)
  return { introduction: all.find((one) => one.personId === personId), texts: rows }
}

/** The picture beside somebody's introduction, as WebP; undefined where there is none for this person. */
export async function portraitOf(db: PersonDb, personId: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ content: Buffer }>`select content from portrait
    where organisation_id = my_organisation() and person_id = ${personId}::uuid`.execute(db)
  return rows[0]?.content
}
