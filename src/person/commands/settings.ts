import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Settings } from '../person.ts'
import type { Rhythm } from '../rules/rhythm.ts'

/** Changes how the person is called and how pages look and read to them. */
export async function changeSettings(db: PersonDb, { name, locale, timeZone, theme }: Settings): Promise<void> {
  await db
    .updateTable('person')
    .set({ name, locale, time_zone: timeZone, theme })
    .where('organisation_id', '=', sql<string>`my_organisation()`)
    .where('id', '=', sql<string>`me()`)
    .execute()
}

/** Says when the person learns, when they do not, and how often they want to be asked. Stretches of days off that touch become one. */
export async function changeRhythm(db: PersonDb, rhythm: Rhythm): Promise<void> {
  const off = JSON.stringify(rhythm.daysOff)
  await sql`
    insert into rhythm (organisation_id, person_id, learning_days, learning_from, learning_to, days_off,
      daily, weekly, weekly_day, weekly_at, after_step)
    select my_organisation(), me(), ${[...rhythm.learningDays]}::int[], ${rhythm.learningFrom}::time, ${rhythm.learningTo}::time,
      coalesce((select range_agg(daterange(off."from", off."to", '[]')) from jsonb_to_recordset(${off}::jsonb) as off("from" date, "to" date)), '{}'),
      ${rhythm.daily}::boolean, ${rhythm.weekly}::boolean, ${rhythm.weeklyDay}::int, ${rhythm.weeklyAt}::time, ${rhythm.afterStep}::boolean
    on conflict (organisation_id, person_id) do update set learning_days = excluded.learning_days, learning_from = excluded.learning_from,
      learning_to = excluded.learning_to, days_off = excluded.days_off, daily = excluded.daily, weekly = excluded.weekly,
      weekly_day = excluded.weekly_day, weekly_at = excluded.weekly_at, after_step = excluded.after_step`.execute(db)
}
