import type { Translate } from '#platform/words/words.ts'
import type { Appointment, AppointmentKind } from '../scheduling.ts'
import { calendarFile, type Entry } from './calendar.ts'

/** Where the page of what an appointment belongs to lies, from the root; undefined where it has none. */
export type PageOf = (kind: AppointmentKind, contextId: string) => string | undefined

interface Place {
  origin: string
  /** The address of the installation, which organises everything. */
  address: string
  pageOf: PageOf
}
type Named = Appointment & { title: string | null; place: string | null }

/**
 * A person's appointments as a calendar that is subscribed to. Without titles it says of each only that it is one: a calendar is often seen
 * by others. What the person declined is left out, what they have not said yes to is tentative, what was called off is shown as that.
 */
export function feedFile(
  appointments: readonly Named[],
  { personId, withTitles }: { personId: string; withTitles: boolean },
  t: Translate<'feed.name' | 'feed.session' | 'feed.meeting'>,
  place: Place,
): string {
  const entries = appointments.flatMap((appointment) => {
    const mine = appointment.attendance.find((one) => one.personId === personId)?.answer
    if (mine === 'declined' && appointment.state !== 'cancelled') return []
    const plain = t(`feed.${appointment.kind}`)
    const words = withTitles ? { title: appointment.title || plain, place: appointment.place } : { title: plain }
    return [{ ...entryOf(appointment, place), ...words, tentative: mine !== 'accepted' }]
  })
  return calendarFile(entries, { method: 'PUBLISH', host: new URL(place.origin).hostname, name: t('feed.name') })
}

/** One appointment as a file to take along, with the words that its reader may read. */
export function appointmentFile(appointment: Named, t: Translate<'feed.session' | 'feed.meeting'>, place: Place): string {
  const words = { title: appointment.title || t(`feed.${appointment.kind}`), place: appointment.place }
  return calendarFile([{ ...entryOf(appointment, place), ...words }], { method: 'PUBLISH', host: new URL(place.origin).hostname })
}

function entryOf(appointment: Named, { origin, address, pageOf }: Place): Omit<Entry, 'title'> {
  const page = pageOf(appointment.kind, appointment.contextId)
  const organiser = appointment.people.find(({ personId }) => personId === appointment.organiserId)?.name ?? ''
  return { appointment, organiser: { name: organiser || 'Lotse', address }, ...(page ? { url: new URL(page, origin).href } : {}) }
}
