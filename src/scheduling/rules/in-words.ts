import { dayIn } from '#platform/clock.ts'
import { type Locale, languageOf } from '#platform/words/words.ts'
import { fullDay, type Reader, sayClock, sayDate } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import type { Attendee } from '../scheduling.ts'
import { clocksOf } from './clocks.ts'

/** Day and clock from beginning to end, as somebody's own calendar and clock have it; seen from `now`, without the year where it is this one. */
export function sayRange(at: Date, minutes: number, reader: Reader, now?: Date): string {
  const end = new Date(at.getTime() + minutes * 60_000)
  return words(reader.locale)('when.range', {
    day: now ? dayWithoutThisYear(at, reader, now) : fullDay(dayIn(reader.timeZone, at), reader.locale),
    from: sayClock(at, reader),
    to: sayClock(end, reader),
  })
}

/**
 * What the others read on their clocks, such as "10:00 für dich, 09:00 für Jonas"; undefined where all read the same. Where it is another
 * day for somebody, the weekday stands with the clock.
 */
export function sayElsewhere(
  { startsAt, people }: { startsAt: Date; people: readonly Attendee[] },
  reader: Reader & { personId: string },
): string | undefined {
  const { locale } = reader
  const t = words(locale)
  const others = people.filter(({ personId }) => personId !== reader.personId)
  const clocks = clocksOf([{ ...reader, name: '' }, ...others], startsAt)
  if (clocks.length < 2) return undefined
  const ownDay = clocks[0]!.local.slice(0, 10)
  const said = clocks.map(({ local, timeZone, people }) =>
    t('when.for', {
      clock: sayClock(startsAt, { locale, timeZone }),
      day: local.startsWith(ownDay) ? '' : weekday(startsAt, locale, timeZone),
      people: list(
        people.map(({ personId, name }) => (personId === reader.personId ? t('when.you') : name)),
        locale,
      ),
    }),
  )
  return said.join(', ')
}

function dayWithoutThisYear(at: Date, { locale, timeZone }: Reader, now: Date): string {
  const date = sayDate(dayIn(timeZone, at), dayIn(timeZone, now), locale)
  return words(locale)('when.day', { weekday: weekday(at, locale, timeZone).trim(), date })
}

const weekday = (at: Date, locale: Locale, timeZone: string) =>
  `${new Intl.DateTimeFormat(languageOf(locale), { weekday: 'long', timeZone }).format(at)} `

/** Names as they are listed in a sentence. */
export const list = (names: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(languageOf(locale) === 'en' ? 'en-GB' : 'de', { type: 'conjunction' }).format(names)
