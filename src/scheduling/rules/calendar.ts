import ical, {
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventRepeatingFreq,
  ICalEventStatus,
} from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { Appointment, Attendance } from '../scheduling.ts'
import { zoned } from './local-time.ts'
import type { Occurrence } from './recurrence.ts'
import { nameInFile, zoneBlock } from './zone-blocks.ts'

export type Method = 'REQUEST' | 'CANCEL' | 'PUBLISH'

/** An appointment as a calendar shows it, or one time of it. */
export interface Entry {
  appointment: Pick<
    Appointment,
    'id' | 'startsAt' | 'minutes' | 'timeZone' | 'recurrence' | 'exceptions' | 'state' | 'sequence' | 'changedAt'
  >
  /** What only the calendar it is meant for knows of it. */
  mark: string | null
  /** The one time that this is about; else it is about all. */
  occurrence?: Occurrence
  /** Times that are left out, beside those that do not take place. */
  leftOut?: readonly Date[]
  title: string
  place?: string | null
  description?: string
  url?: string
  /** Not yet said yes to. */
  tentative?: boolean
  /** In whose name it is, at the one address that the installation writes from. */
  organiser: { name: string; address: string }
  /** Whose calendar this is meant for: nobody finds the address of anybody else in it. */
  attendee?: { name: string; address: string; answer: Attendance['answer']; mayReply: boolean }
}

/** How a person's calendar knows an appointment again: the same in every message and in the feed. It comes back with an answer. */
export const uidOf = (appointmentId: string, mark: string | null, host: string): string =>
  `${mark ? `${appointmentId}-${mark}` : appointmentId}@${host}`

/** A calendar file (RFC 5545) with these appointments, all of which have a time; `name` heads a calendar that is subscribed to. */
export function calendarFile(entries: readonly Entry[], { method, host, name }: { method: Method; host: string; name?: string }): string {
  const calendar: ICalCalendar = ical({
    prodId: { company: 'Lotse', product: 'Lotse', language: 'DE' },
    method: ICalCalendarMethod[method],
    // Without a name of its own: the stamps of the entries stay in UTC, as the standard wants them.
    timezone: { name: null, generator: zoneBlock },
    ...(name ? { name, ttl: 60 * 60 } : {}),
  })
  for (const entry of entries) calendar.createEvent(eventOf(entry, method, host))
  return `${calendar.toString()}\r\n`
}

function eventOf(entry: Entry, method: Method, host: string): ICalEventData {
  const { appointment, mark, occurrence, title, place, description, url, tentative, organiser, attendee } = entry
  const { id, timeZone, state, changedAt } = appointment
  const { startsAt, minutes } = occurrence ?? { startsAt: appointment.startsAt!, minutes: appointment.minutes }
  const start = zoned(startsAt, timeZone)
  return {
    id: uidOf(id, mark, host),
    sequence: appointment.sequence,
    stamp: changedAt,
    lastModified: changedAt,
    start,
    end: start.add({ minutes }),
    timezone: nameInFile(timeZone, startsAt, appointment.recurrence !== null),
    ...(occurrence ? { recurrenceId: zoned(occurrence.recursAt, timeZone) } : { repeating: repeatingOf(entry, start) }),
    summary: title,
    location: place || null,
    description: description || null,
    url: url ?? null,
    status: statusOf(method === 'CANCEL' || state === 'cancelled' || occurrence?.state === 'off', tentative),
    organizer: { name: organiser.name, email: organiser.address },
    attendees: attendee
      ? [
          {
            name: attendee.name,
            email: attendee.address,
            rsvp: attendee.mayReply && method === 'REQUEST',
            status: partstatOf[attendee.answer],
          },
        ]
      : [],
  }
}

const statusOf = (cancelled: boolean, tentative = false) =>
  cancelled ? ICalEventStatus.CANCELLED : tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED

const partstatOf: Record<Attendance['answer'], ICalAttendeeStatus> = {
  accepted: ICalAttendeeStatus.ACCEPTED,
  tentative: ICalAttendeeStatus.TENTATIVE,
  declined: ICalAttendeeStatus.DECLINED,
  needs_action: ICalAttendeeStatus.NEEDSACTION,
}

function repeatingOf({ appointment, leftOut = [] }: Entry, start: Temporal.ZonedDateTime): ICalEventData['repeating'] {
  const { recurrence, timeZone, exceptions } = appointment
  if (!recurrence) return null
  const { weeks, count, until } = recurrence
  // The last day counts whole, in the zone of the appointment; the standard wants its end in UTC.
  const end = until && Temporal.PlainDate.from(until).toZonedDateTime({ timeZone, plainTime: start.toPlainTime() }).toInstant()
  const off = exceptions.flatMap(({ recursAt, startsAt }) => (startsAt ? [] : [recursAt]))
  const exclude = [...off, ...leftOut].map((at) => zoned(at, timeZone))
  return {
    freq: ICalEventRepeatingFreq.WEEKLY,
    interval: weeks,
    ...(count ? { count } : {}),
    ...(end ? { until: end } : {}),
    ...(exclude.length > 0 ? { exclude } : {}),
  }
}
