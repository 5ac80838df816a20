import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'

/** Makes the address at which the person's calendar fetches their appointments; a former one no longer works. Given here once: only its hash is kept. */
export async function makeCalendarAddress(db: PersonDb, { withTitles, origin }: { withTitles: boolean; origin: string }): Promise<string> {
  const token = newToken()
  const hash = hashOf(token)
  await sql`insert into calendar_feed (organisation_id, person_id, token_hash, with_titles)
    values (my_organisation(), me(), ${hash}, ${withTitles})
    on conflict (organisation_id, person_id) do update
      set token_hash = ${hash}, with_titles = ${withTitles}, made_at = now()`.execute(db)
  return `${origin}/calendar/${token}.ics`
}

/** Whether calendars are told title and place, from the next time they ask. */
export async function setTitlesInCalendar(db: PersonDb, withTitles: boolean): Promise<void> {
  await sql`update calendar_feed set with_titles = ${withTitles} where organisation_id = my_organisation() and person_id = me()`.execute(db)
}

/** From now on nothing is at the address. */
export async function endCalendarAddress(db: PersonDb): Promise<void> {
  await sql`delete from calendar_feed where organisation_id = my_organisation() and person_id = me()`.execute(db)
}
