import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { appointmentById } from '../queries/appointments.ts'
import type { AppointmentKind, Attending, Recurrence } from '../scheduling.ts'
import { type Announcing, announce, type Message } from './announce.ts'
import type { Done } from './times.ts'

const absent: Done = { ok: false, reason: 'absent' }
const done: Done = { ok: true }

export interface Booking {
  /** Made by the page, so that sending a form twice books once. */
  id: string
  contextId: string
  kind: AppointmentKind
  startsAt: Date
  minutes: number
  timeZone: string
  recurrence?: Recurrence | undefined
}

/** Sets a time that is agreed already, as whoever steers the audience, and invites everybody. */
export async function bookAppointment(db: PersonDb, booking: Booking, announcing: Announcing): Promise<Done> {
  const { id, contextId, kind, startsAt, minutes, timeZone, recurrence } = booking
  const { numAffectedRows } = await sql`
    insert into appointment (organisation_id, id, context_id, kind, organiser_id, time_zone, starts_at, minutes, recurrence, state)
    select my_organisation(), ${id}::uuid, ${contextId}::uuid, ${kind}, me(), ${timeZone}, ${startsAt}::timestamptz, ${minutes},
      ${recurrence ? JSON.stringify(recurrence) : null}::jsonb, 'booked'
    where ${contextId}::uuid in (select audiences_i_steer())
    on conflict do nothing`.execute(db)
  if (!numAffectedRows) return (await appointmentById(db, id)) ? done : absent
  return tellAll(db, id, { method: 'REQUEST' }, announcing)
}

/** Books one of the proposed times, as whoever steers the audience, and invites everybody; whoever said yes to it has accepted. A second choice changes nothing. */
export async function chooseTime(db: PersonDb, appointmentId: string, timeId: string, announcing: Announcing): Promise<Done> {
  const chosen = await change(
    db,
    appointmentId,
    sql`update appointment a set state = 'booked', starts_at = t.starts_at, minutes = t.minutes from appointment_time t
      where t.organisation_id = a.organisation_id and t.appointment_id = a.id and t.id = ${timeId}::uuid and a.state = 'proposed'
        and a.organisation_id = my_organisation() and a.id = ${appointmentId}::uuid`,
  )
  return chosen ? tellAll(db, appointmentId, { method: 'REQUEST' }, announcing) : absent
}

/** Gives a booked appointment another time; everybody is asked anew. Of one that recurs, the whole series moves; with `recurrence` it recurs otherwise. */
export async function moveAppointment(
  db: PersonDb,
  appointmentId: string,
  { startsAt, minutes, timeZone, recurrence }: { startsAt: Date; minutes: number; timeZone: string; recurrence?: Recurrence | null },
  announcing: Announcing,
): Promise<Done> {
  const recurs = recurrence === undefined ? sql`recurrence` : sql`${recurrence && JSON.stringify(recurrence)}::jsonb`
  const moved = await change(
    db,
    appointmentId,
    sql`update appointment set starts_at = ${startsAt}::timestamptz, minutes = ${minutes}, time_zone = ${timeZone}, recurrence = ${recurs}
      where organisation_id = my_organisation() and id = ${appointmentId}::uuid and state = 'booked'
        and (starts_at, minutes, time_zone, recurrence) is distinct from (${startsAt}::timestamptz, ${minutes}::int, ${timeZone}, ${recurs})`,
  )
  if (moved) return tellAll(db, appointmentId, { method: 'REQUEST' }, announcing)
  const present = await appointmentById(db, appointmentId)
  const stands = present?.state === 'booked' && present.startsAt?.getTime() === startsAt.getTime() && present.minutes === minutes
  return stands ? done : absent
}

/**
 * Title or place have changed, by whomever: calendars hear of it, at once where the host changed them, else within minutes. Nobody has to
 * answer again. Refuses where nothing is booked.
 */
export async function renameAppointment(db: PersonDb, appointmentId: string, announcing: Announcing): Promise<Done> {
  const { rows } = await sql<{ changed: boolean }>`select note_words_changed(${appointmentId}::uuid) as changed`.execute(db)
  return rows[0]!.changed ? tellAll(db, appointmentId, { method: 'REQUEST' }, announcing) : absent
}

/** Calls an appointment off, for good; calendars that show it hear of it. */
export async function cancelAppointment(db: PersonDb, appointmentId: string, announcing: Announcing): Promise<Done> {
  const cancelled = await change(
    db,
    appointmentId,
    sql`update appointment set state = 'cancelled'
      where organisation_id = my_organisation() and id = ${appointmentId}::uuid and state <> 'cancelled'`,
  )
  if (cancelled) return tellAll(db, appointmentId, { method: 'CANCEL' }, announcing)
  return (await appointmentById(db, appointmentId))?.state === 'cancelled' ? done : absent
}

/** Says whether one comes to a booked appointment; with `toTime` to that one of its times, else to all of them. */
export async function answerAppointment(db: PersonDb, appointmentId: string, answer: Attending, toTime?: Date): Promise<Done> {
  const { rows } = await sql<{ context_id: string }>`select context_id from appointment
    where organisation_id = my_organisation() and id = ${appointmentId}::uuid and state = 'booked'`.execute(db)
  if (!rows[0]) return absent
  await sql`
    insert into attendance (organisation_id, appointment_id, person_id, recurs_at, answer, by)
    values (my_organisation(), ${appointmentId}::uuid, me(), coalesce(${toTime ?? null}::timestamptz, '-infinity'), ${answer}, 'page')
    on conflict (organisation_id, appointment_id, person_id, recurs_at) do update set answer = excluded.answer, by = 'page', at = now()`.execute(
    db,
  )
  await notifyChanged(db, rows[0].context_id)
  return done
}

async function change(db: PersonDb, appointmentId: string, update: ReturnType<typeof sql>): Promise<boolean> {
  const steers = await sql`select from appointment where organisation_id = my_organisation() and id = ${appointmentId}::uuid
    and context_id in (select audiences_i_steer())`.execute(db)
  if (steers.rows.length === 0) return false
  return Boolean((await update.execute(db)).numAffectedRows)
}

/** Has everybody written to, and open pages look again. */
export async function tellAll(db: PersonDb, appointmentId: string, message: Message, announcing: Announcing): Promise<Done> {
  const appointment = (await appointmentById(db, appointmentId))!
  await announce(db, appointment, message, announcing)
  await notifyChanged(db, appointment.contextId)
  return done
}
