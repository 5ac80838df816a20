import { sql } from 'kysely'
import type { Hat } from '#facilitation/rules/hats.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { Conflict, WrittenText } from '#sharing/sharing.ts'
import type { Language } from '../directory.ts'

interface Told {
  languages: readonly Language[]
  hats: readonly Hat[]
  places: number
  replyDays: number
  paused: boolean
  texts: WrittenText[]
}

/** Writes the bound person's own introduction, readable by their organisation. Words that were changed elsewhere meanwhile are given back. */
export async function introduceMyself(
  db: PersonDb,
  me: { personId: string; organisationId: string },
  { languages, hats, places, replyDays, paused, texts }: Told,
): Promise<Conflict[]> {
  await sql`insert into introduction (organisation_id, person_id, languages, hats, places, reply_days, paused_at)
    values (my_organisation(), me(), ${[...languages]}::text[], ${['facilitation', ...hats.filter((hat) => hat !== 'facilitation')]}::text[],
      ${places}, ${replyDays}, case when ${paused} then now() end)
    on conflict (organisation_id, person_id) do update set languages = excluded.languages, hats = excluded.hats, places = excluded.places,
      reply_days = excluded.reply_days, paused_at = case when ${paused} then coalesce(introduction.paused_at, now()) end, written_at = now()`.execute(
    db,
  )
  return writePassages(db, { contextId: me.personId, subjectId: me.personId, audienceOf: () => me.organisationId, texts })
}

/** Takes the own introduction out of the directory, with its words. Requests that wait still reach one until their time is over. */
export async function leaveDirectory(db: PersonDb): Promise<void> {
  await sql`delete from passage where organisation_id = my_organisation() and author_id = me() and subject_id = me() and field in ('topics', 'howIWork')`.execute(
    db,
  )
  await sql`delete from introduction where organisation_id = my_organisation() and person_id = me()`.execute(db)
}
