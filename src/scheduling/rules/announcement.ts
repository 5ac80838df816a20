import { dayIn } from '#platform/clock.ts'
import type { Locale } from '#platform/words/words.ts'
import { longDay } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import type { BookedAppointment } from '../scheduling.ts'
import { sayElsewhere, sayRange } from './in-words.ts'
import { lastBeginning, nextOccurrence, type Occurrence, type Series } from './recurrence.ts'

interface Told {
  method: 'REQUEST' | 'CANCEL'
  /** The one time that it is about; else it is about all. */
  occurrence?: Occurrence | undefined
  title: string
  place: string | null
  organiser: string
  reader: { personId: string; name: string; locale: Locale; timeZone: string }
  mayReply: boolean
  now: Date
}

const aboutOne = { as_ruled: 'one_back', moved: 'one_moved', off: 'one_off' } as const

/** What the letter about an appointment says to one person: what, when by their own clock, when for the others, and where. */
export function sayAppointment(appointment: BookedAppointment, told: Told) {
  const { method, occurrence, title, place, organiser, reader, mayReply, now } = told
  const t = words(reader.locale)
  const mine = reader.personId === appointment.organiserId
  const aboutAll = method === 'CANCEL' ? 'cancel' : appointment.sequence > 0 ? 'change' : 'request'
  const kind = occurrence ? aboutOne[occurrence.state] : aboutAll
  const { startsAt, minutes } = occurrence ?? nextOccurrence(appointment, now) ?? appointment
  const elsewhere = sayElsewhere({ startsAt, people: appointment.people }, reader)
  const was = occurrence ? sayRange(occurrence.recursAt, appointment.minutes, reader) : ''
  return {
    letter: {
      subject: t(`letter.${kind}.subject`, { title }),
      greeting: t('letter.greeting', { name: reader.name }),
      paragraphs: [
        mine ? t(`letter.${kind}.mine`, { title, was }) : t(`letter.${kind}.what`, { title, organiser, was }),
        [sayRange(startsAt, minutes, reader), elsewhere && t('letter.elsewhere', { elsewhere })].filter(Boolean).join(' '),
        ...(occurrence ? [t('letter.others_stay')] : appointment.recurrence ? [sayRecurrence(appointment, reader.locale)] : []),
        ...(place && method === 'REQUEST' ? [t('letter.place', { place })] : []),
      ],
      afterwards: method === 'CANCEL' || mine ? [] : [t(mayReply ? 'letter.answer_anywhere' : 'letter.answer_there')],
    },
    linkLabel: t('letter.link'),
  }
}

/** How an appointment recurs, as a sentence that follows its next time; its clock is that of the zone it goes by. */
export function sayRecurrence(series: Series, locale: Locale): string {
  const t = words(locale)
  const often = t('recurrence.often', { weeks: series.recurrence!.weeks, zone: series.timeZone.replaceAll('_', ' ') })
  const last = lastBeginning(series)
  return last ? `${often} ${t('recurrence.last', { day: longDay(dayIn(series.timeZone, last), locale) })}` : often
}
