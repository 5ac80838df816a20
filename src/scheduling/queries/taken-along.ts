import type { PersonDb } from '#platform/db/bound.ts'
import { allAppointments } from './appointments.ts'

/** A person's appointments as data of their own: when, what they answered, and nothing of what others did. */
export async function appointmentsTaken(db: PersonDb, personId: string) {
  const appointments = await allAppointments(db)
  const mine = (one: { personId: string }) => one.personId === personId
  const toAll = (one: { personId: string; recursAt: Date | null }) => mine(one) && one.recursAt === null
  return appointments.map(({ times, attendance, exceptions, ...appointment }) => ({
    id: appointment.id,
    context: appointment.contextId,
    state: appointment.state,
    title: appointment.title,
    place: appointment.place,
    startsAt: appointment.startsAt,
    minutes: appointment.minutes,
    timeZone: appointment.timeZone,
    recurrence: appointment.recurrence,
    organisedByMe: appointment.organiserId === personId,
    exceptions: exceptions.map(({ recursAt, startsAt, minutes }) => ({ recursAt, startsAt, minutes })),
    attendance: attendance.find(toAll)?.answer ?? null,
    attendanceOfOneTime: attendance.flatMap((one) => (mine(one) && one.recursAt ? [{ recursAt: one.recursAt, answer: one.answer }] : [])),
    times: times.map(({ startsAt, minutes, proposedBy, answers }) => ({
      startsAt,
      minutes,
      proposedByMe: proposedBy === personId,
      answer: answers.find(mine)?.answer ?? null,
    })),
  }))
}
