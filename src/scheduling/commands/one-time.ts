import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { appointmentById } from '../queries/appointments.ts'
import { timeNamed } from '../rules/recurrence.ts'
import { isBooked } from '../scheduling.ts'
import type { Announcing } from './announce.ts'
import { tellAll } from './appointment.ts'
import type { Done } from './times.ts'

/**
 * Gives one time of what recurs another beginning and length, or calls it off where `to` is null; the others stay. Given back its own time, it takes
 * place after all. Everybody is asked anew about it. Refuses where the rule has no such time, where it is over, and to whoever does not steer it.
 */
export async function changeOneTime(
  db: PersonDb,
  appointmentId: string,
  recursAt: Date,
  to: { startsAt: Date; minutes: number } | null,
  announcing: Announcing,
): Promise<Done> {
  const present = await appointmentById(db, appointmentId)
  const one = present && isBooked(present) && timeNamed(present, recursAt, announcing.now)
  if (!one) return { ok: false, reason: 'absent' }
  const { numAffectedRows } = await sql`
    insert into appointment_exception as e (organisation_id, appointment_id, recurs_at, starts_at, minutes)
    select my_organisation(), ${appointmentId}::uuid, ${recursAt}::timestamptz, ${to?.startsAt ?? null}::timestamptz, ${to?.minutes ?? one.minutes}
    where ${appointmentId}::uuid in (select appointments_i_steer())
    on conflict (organisation_id, appointment_id, recurs_at) do update set starts_at = excluded.starts_at, minutes = excluded.minutes
      where (e.starts_at, e.minutes) is distinct from (excluded.starts_at, excluded.minutes)`.execute(db)
  const changed = (await appointmentById(db, appointmentId))!
  const occurrence = isBooked(changed) && timeNamed(changed, recursAt, announcing.now)
  if (!occurrence) return { ok: false, reason: 'absent' }
  if (numAffectedRows) return tellAll(db, appointmentId, { method: to ? 'REQUEST' : 'CANCEL', occurrence }, announcing)
  const stands = to
    ? occurrence.startsAt.getTime() === to.startsAt.getTime() && occurrence.minutes === to.minutes
    : occurrence.state === 'off'
  return stands ? { ok: true } : { ok: false, reason: 'absent' }
}
