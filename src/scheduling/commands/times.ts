import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { type AppointmentKind, limits, type Recurrence, type TimeAnswer } from '../scheduling.ts'

export type Done = { ok: true } | { ok: false; reason: 'absent' }
const absent: Done = { ok: false, reason: 'absent' }
const done: Done = { ok: true }

export interface Proposing {
  /** Made by the page, so that sending a form twice proposes once. */
  id: string
  /** What it is about; its audience is who may come. */
  contextId: string
  kind: AppointmentKind
  minutes: number
  timeZone: string
  /** Up to twelve moments. */
  times: readonly Date[]
  /** How it recurs from the chosen time on. */
  recurrence?: Recurrence | undefined
}

/** Lays several times before everybody concerned. Only whoever steers the audience may. Whoever proposes a time can come then. */
export async function proposeTimes(db: PersonDb, { id, contextId, kind, minutes, timeZone, times, recurrence }: Proposing): Promise<Done> {
  const { numAffectedRows } = await sql`
    insert into appointment (organisation_id, id, context_id, kind, organiser_id, time_zone, minutes, recurrence)
    select my_organisation(), ${id}::uuid, ${contextId}::uuid, ${kind}, me(), ${timeZone}, ${minutes},
      ${recurrence ? JSON.stringify(recurrence) : null}::jsonb
    where ${contextId}::uuid in (select audiences_i_steer())
    on conflict do nothing`.execute(db)
  return numAffectedRows ? proposeMoreTimes(db, id, { minutes, times }) : sentBefore(db, id)
}

/** Further times for one that has none yet: whoever is concerned may propose them. What is past twelve in all is left out. */
export async function proposeMoreTimes(
  db: PersonDb,
  appointmentId: string,
  { minutes, times }: { minutes: number; times: readonly Date[] },
): Promise<Done> {
  const open = await contextOfProposed(db, appointmentId)
  if (!open) return absent
  const given = [...new Set(times.map((at) => at.toISOString()))].map((startsAt) => ({ id: newId(), starts_at: startsAt }))
  await sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(id uuid, starts_at timestamptz)),
    proposed as (
      insert into appointment_time (organisation_id, id, appointment_id, proposed_by, starts_at, minutes)
      select my_organisation(), g.id, ${appointmentId}::uuid, me(), g.starts_at, ${minutes} from given g order by g.starts_at
      limit greatest(0, ${limits.times} - (select count(*) from appointment_time t
        where t.organisation_id = my_organisation() and t.appointment_id = ${appointmentId}::uuid))
      on conflict do nothing returning id
    ) select from proposed`.execute(db)
  await sql`
    insert into time_answer (organisation_id, time_id, person_id, answer)
    select t.organisation_id, t.id, me(), 'yes' from appointment_time t
    where t.organisation_id = my_organisation() and t.appointment_id = ${appointmentId}::uuid and t.proposed_by = me()
    on conflict do nothing`.execute(db)
  await notifyChanged(db, open.contextId)
  return done
}

/** Says for each of some proposed times whether one could come; times of another appointment, and of one that is booked, are left alone. */
export async function answerTimes(db: PersonDb, appointmentId: string, answers: Readonly<Record<string, TimeAnswer>>): Promise<Done> {
  const open = await contextOfProposed(db, appointmentId)
  if (!open) return absent
  const given = Object.entries(answers).map(([time_id, answer]) => ({ time_id, answer }))
  await sql`
    insert into time_answer (organisation_id, time_id, person_id, answer)
    select t.organisation_id, t.id, me(), g.answer
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(time_id uuid, answer text)
    join appointment_time t on t.organisation_id = my_organisation() and t.id = g.time_id and t.appointment_id = ${appointmentId}::uuid
    on conflict (organisation_id, time_id, person_id) do update set answer = excluded.answer, answered_at = now()`.execute(db)
  await notifyChanged(db, open.contextId)
  return done
}

async function contextOfProposed(db: PersonDb, appointmentId: string): Promise<{ contextId: string } | undefined> {
  const { rows } = await sql<{ contextId: string }>`select context_id as "contextId" from appointment
    where organisation_id = my_organisation() and id = ${appointmentId}::uuid and state = 'proposed'`.execute(db)
  return rows[0]
}

async function sentBefore(db: PersonDb, appointmentId: string): Promise<Done> {
  const { rows } = await sql`select from appointment where organisation_id = my_organisation() and id = ${appointmentId}::uuid`.execute(db)
  return rows.length > 0 ? done : absent
}
