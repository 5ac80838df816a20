import ICAL from 'ical.js'
import { asId } from '#platform/ids.ts'
import type { Attending } from '../scheduling.ts'

/** What a calendar says on behalf of somebody who was invited. */
export interface Reply {
  appointmentId: string
  /** The host after the `@` of the UID. */
  host: string
  sequence: number
  /** Lower case. */
  address: string
  answer: Attending
}

const answers: Record<string, Attending> = { ACCEPTED: 'accepted', TENTATIVE: 'tentative', DECLINED: 'declined' }

/** The answer in a calendar file; undefined where it is none, is about one of several times only, or speaks for more or fewer than one person. */
export function replyIn(file: string): Reply | undefined {
  const event = eventOfReply(file)
  const attendees = event?.getAllProperties('attendee') ?? []
  const [attendee] = attendees
  if (!event || !attendee || attendees.length > 1 || event.getFirstProperty('recurrence-id')) return undefined
  const [id, host, ...rest] = String(event.getFirstPropertyValue('uid') ?? '').split('@')
  const appointmentId = asId(id)
  const address = /^mailto:(.+)$/i.exec(String(attendee.getFirstValue()))?.[1]?.toLowerCase()
  const answer = answers[String(attendee.getFirstParameter('partstat')).toUpperCase()]
  if (!appointmentId || !host || rest.length > 0 || !address || !answer) return undefined
  return { appointmentId, host, sequence: Number(event.getFirstPropertyValue('sequence') ?? 0), address, answer }
}

function eventOfReply(file: string): ICAL.Component | undefined {
  try {
    const calendar = new ICAL.Component(ICAL.parse(file))
    const events = calendar.getAllSubcomponents('vevent')
    return String(calendar.getFirstPropertyValue('method')).toUpperCase() === 'REPLY' && events.length === 1 ? events[0] : undefined
  } catch {
    return undefined
  }
}
