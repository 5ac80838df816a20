import type { Translate } from '#platform/words/words.ts'
import type { Appointment, AppointmentKind } from '../scheduling.ts'
import { answerOf, timesApart } from './attending.ts'
import { calendarFile, type Entry } from './calendar.ts'

/** Where the page of what an appointment belongs to lies, from the root; undefined where it has none. */
export type PageOf = (kind: AppointmentKind, contextId: string) => string | undefined

interface Place {
  origin: string
  /** The address of the installation, which organises everything. */
  address: string
  pageOf: PageOf
}
type Named = Appointment & { title: string | null; place: string | null; mark: string | null }

/** Where an appointment is looked at, from the root: what recurs belongs to one session after the other, and calendars keep the one address. */
export const pathTo = ({ id, recurrence }: Pick<Appointment, 'id' | 'recurrence'>, page: string): string =>
  recurrence ? `/appointments/${id}` : page

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
    const plain = t(`feed.${appointment.kind}`)
    const words = withTitles ? { title: appointment.title || plain, place: appointment.place } : { title: plain }
    return entriesOf({ ...entryOf(appointment, place), ...words }, appointment, personId)
  })
  return calendarFile(entries, { method: 'PUBLISH', host: new URL(place.origin).hostname, name: t('feed.name') })
}

function entriesOf(entry: Entry, appointment: Named, personId: string): Entry[] {
  const isOff = appointment.state === 'cancelled'
  const isShown = (answer: string) => isOff || answer !== 'declined'
  const toAll = answerOf(appointment, personId)
  const apart = timesApart(appointment, personId).map((occurrence) => ({ occurrence, answer: answerOf(appointment, personId, occurrence) }))
  const leftOut = apart.filter(({ answer }) => !isShown(answer)).map(({ occurrence }) => occurrence.recursAt)
  const shown = apart.filter(({ answer }) => isShown(answer))
  return [
    ...(isShown(toAll) ? [{ ...entry, leftOut, tentative: toAll !== 'accepted' }] : []),
    ...shown.map(({ occurrence, answer }) => ({ ...entry, occurrence, tentative: answer !== 'accepted' })),
  ]
}

/** One appointment as a file to take along, with the words that its reader may read. */
export function appointmentFile(appointment: Named, personId: string, t: Translate<'feed.session' | 'feed.meeting'>, place: Place): string {
  const words = { title: appointment.title || t(`feed.${appointment.kind}`), place: appointment.place }
  const entry = { ...entryOf(appointment, place), ...words }
  const entries = [entry, ...timesApart(appointment, personId).map((occurrence) => ({ ...entry, occurrence }))]
  return calendarFile(entries, { method: 'PUBLISH', host: new URL(place.origin).hostname })
}

function entryOf(appointment: Named, { origin, address, pageOf }: Place): Omit<Entry, 'title'> {
  const page = pageOf(appointment.kind, appointment.contextId)
  const organiser = appointment.people.find(({ personId }) => personId === appointment.organiserId)?.name ?? ''
  return {
    appointment,
    mark: appointment.mark,
    organiser: { name: organiser || 'Lotse', address },
    ...(page ? { url: new URL(pathTo(appointment, page), origin).href } : {}),
  }
}
