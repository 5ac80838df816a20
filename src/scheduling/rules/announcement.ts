import { dayIn } from '#platform/clock.ts'
import type { Locale } from '#platform/words/words.ts'
import { fullDay, longDay } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import type { BookedAppointment } from '../scheduling.ts'
import { sayElsewhere, sayRange } from './in-words.ts'

interface Told {
  method: 'REQUEST' | 'CANCEL'
  title: string
  place: string | null
  organiser: string
  reader: { personId: string; name: string; locale: Locale; timeZone: string }
  mayReply: boolean
}

/** What the letter about an appointment says to one person: what, when by their own clock, when for the others, and where. */
export function sayAppointment(appointment: BookedAppointment, { method, title, place, organiser, reader, mayReply }: Told) {
  const t = words(reader.locale)
  const mine = reader.personId === appointment.organiserId
  const kind = method === 'CANCEL' ? 'cancel' : appointment.sequence > 0 ? 'change' : 'request'
  const elsewhere = sayElsewhere(appointment, reader)
  return {
    letter: {
      subject: t(`letter.${kind}.subject`, { title }),
      greeting: t('letter.greeting', { name: reader.name }),
      paragraphs: [
        mine ? t(`letter.${kind}.mine`, { title }) : t(`letter.${kind}.what`, { title, organiser }),
        [sayRange(appointment.startsAt, appointment.minutes, reader), elsewhere && t('letter.elsewhere', { elsewhere })]
          .filter(Boolean)
          .join(' '),
        ...(appointment.recurrence ? [sayRecurrence(appointment, reader.locale)] : []),
        ...(place ? [t('letter.place', { place })] : []),
      ],
      afterwards: method === 'CANCEL' || mine ? [] : [t(mayReply ? 'letter.answer_anywhere' : 'letter.answer_there')],
    },
    linkLabel: t('letter.link'),
  }
}

/** How an appointment recurs, as a sentence; its clock is that of the zone it goes by. */
export function sayRecurrence({ recurrence, timeZone, startsAt }: BookedAppointment, locale: Locale): string {
  const t = words(locale)
  const { weeks, count, until } = recurrence!
  const often = t('recurrence.often', { weeks, zone: timeZone.replaceAll('_', ' ') })
  if (count) return `${often} ${t('recurrence.count', { count })}`
  if (until) return `${often} ${t('recurrence.until', { day: longDay(until, locale) })}`
  return `${often} ${t('recurrence.since', { day: fullDay(dayIn(timeZone, startsAt), locale) })}`
}
