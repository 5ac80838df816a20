import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import type { Level, View } from '../rules/competency.ts'

/** Keeps how somebody sees themselves in one competency on a day. A second time on the same day corrects the first. */
export async function seeMyself(db: PersonDb, day: string, competency: string, level: Level): Promise<void> {
  await sql`insert into competency_private (organisation_id, person_id, seen_on, competency, level)
    values (my_organisation(), me(), ${day}::date, ${competency}, ${level})
    on conflict (organisation_id, person_id, seen_on, competency) do update set level = excluded.level`.execute(db)
}

/** Removes how somebody saw themselves on one day. False: there is nothing of that day. */
export async function forgetSelfView(db: PersonDb, day: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from competency_private
    where organisation_id = my_organisation() and person_id = me() and seen_on = ${day}::date`.execute(db)
  return Boolean(numAffectedRows)
}

/** Chooses the one competency to practise next, or (null) none. */
export async function aimFor(db: PersonDb, competency: string | null): Promise<void> {
  if (competency === null) {
    await sql`delete from practice_aim_private where organisation_id = my_organisation() and person_id = me()`.execute(db)
    return
  }
  await sql`insert into practice_aim_private (organisation_id, person_id, competency) values (my_organisation(), me(), ${competency})
    on conflict (organisation_id, person_id) do update set competency = excluded.competency, since = now()`.execute(db)
}

/** Asks one person what they have seen of one competency; asked once, however often the form is sent. */
export async function askForView(db: PersonDb, id: string, peerId: string, competency: string): Promise<void> {
  await sql`insert into peer_view (organisation_id, id, asker_id, peer_id, competency)
    values (my_organisation(), ${id}::uuid, me(), ${peerId}::uuid, ${competency}) on conflict do nothing`.execute(db)
  await notifyChanged(db, peerId)
}

/** Says what one has seen, as one was asked. False: nobody asked. */
export async function sayWhatISaw(db: PersonDb, id: string, answers: Record<string, View>): Promise<boolean> {
  const { numAffectedRows } = await sql`update peer_view set answers = ${JSON.stringify(answers)}::jsonb, answered_at = now()
    where organisation_id = my_organisation() and id = ${id}::uuid and peer_id = me()`.execute(db)
  return Boolean(numAffectedRows)
}

/** Ends a view: whoever asked takes the question back, whoever was asked takes their answer back or says nothing. False: not theirs. */
export async function endView(db: PersonDb, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from peer_view where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
  return Boolean(numAffectedRows)
}
