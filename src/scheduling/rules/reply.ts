import ICAL from 'ical.js'
import { asId } from '#platform/ids.ts'
import type { Attending } from '../scheduling.ts'
import { momentOf } from './local-time.ts'

/** What a calendar says on behalf of somebody who was invited. */
export interface Reply {
  appointmentId: string
  /** What only the calendar of whoever was asked knows; null for appointments from before there were marks. */
  mark: string | null
  /** The host after the `@` of the UID. */
  host: string
  sequence: number
  /** Which one of several times it is about, named by when it would begin by the rule; null where it is about all. */
  recursAt: Date | null
  /** Lower case. */
  address: string
  answer: Attending
}

const answers: Record<string, Attending> = { ACCEPTED: 'accepted', TENTATIVE: 'tentative', DECLINED: 'declined' }

/** The answers in a calendar file, in its order: none where it is no answer. One that cannot be told, or speaks for more or fewer than one person, is left out. */
export function repliesIn(file: string): Reply[] {
  try {
    const calendar = new ICAL.Component(ICAL.parse(file))
    if (String(calendar.getFirstPropertyValue('method')).toUpperCase() !== 'REPLY') return []
    return calendar.getAllSubcomponents('vevent').flatMap((event) => replyOf(event, calendar) ?? [])
  } catch {
    return []
  }
}

function replyOf(event: ICAL.Component, calendar: ICAL.Component): Reply | undefined {
  const attendees = event.getAllProperties('attendee')
  const [attendee] = attendees
  if (!attendee || attendees.length > 1) return undefined
  const uid = /^([0-9a-f-]{36})(?:-([0-9a-f]{32}))?@([^@]+)$/i.exec(String(event.getFirstPropertyValue('uid') ?? ''))
  const appointmentId = asId(uid?.[1])
  const address = /^mailto:(.+)$/i.exec(String(attendee.getFirstValue()))?.[1]?.toLowerCase()
  const answer = answers[String(attendee.getFirstParameter('partstat')).toUpperCase()]
  const recursAt = timeNamed(event, calendar)
  if (!uid || !appointmentId || !address || !answer || recursAt === undefined) return undefined
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0)
  return { appointmentId, mark: uid[2]?.toLowerCase() ?? null, host: uid[3]!, sequence, recursAt, address, answer }
}

/** The time that is answered; null for all, undefined where it cannot be told: a whole day, a time without a zone, one and all that follow. */
function timeNamed(event: ICAL.Component, calendar: ICAL.Component): Date | null | undefined {
  const property = event.getFirstProperty('recurrence-id')
  if (!property) return null
  const time = property.getFirstValue()
  if (!(time instanceof ICAL.Time) || time.isDate || property.getFirstParameter('range')) return undefined
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toJSDate()
  const name = property.getFirstParameter('tzid')
  const described = calendar.getAllSubcomponents('vtimezone').find((zone) => zone.getFirstPropertyValue('tzid') === name)
  if (described) return inZone(time, new ICAL.Timezone(described))
  return name && Intl.supportedValuesOf('timeZone').includes(name) ? momentOf(String(time).slice(0, 16), name) : undefined
}

/** The moment at which clocks of a zone that the file itself describes show this. */
function inZone({ year, month, day, hour, minute, second }: ICAL.Time, zone: ICAL.Timezone): Date {
  return ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: false }, zone).toJSDate()
}
