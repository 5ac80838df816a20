import { dayIn } from '#platform/clock.ts'
import type { Locale } from '#platform/words/words.ts'
import { words } from './messages/index.ts'

/** How a person reads time: their locale, and their zone as an IANA name. */
export type Reader = { locale: Locale; timeZone: string }

/** A calendar day, YYYY-MM-DD, the same in every zone. */
export type Day = string

const tags: Record<Locale, string> = { de: 'de-DE', 'de-formal': 'de-DE', en: 'en-GB' }
const formats = new Map<string, Intl.DateTimeFormat>()

const format = (locale: Locale, options: Intl.DateTimeFormatOptions) => {
  const key = `${locale} ${Object.values(options).join(' ')} ${Object.keys(options).join(' ')}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tags[locale], options)
  formats.set(key, made)
  return made
}

const noonUtc = (day: Day) => new Date(`${day}T12:00:00Z`)
const daysBetween = (from: Day, to: Day) => Math.round((noonUtc(to).getTime() - noonUtc(from).getTime()) / 86_400_000)

/** The time of day of a moment. */
export const sayClock = (at: Date, { locale, timeZone }: Reader) =>
  format(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)

/** A calendar day without its weekday, and with its year only where it is another: for "since …" and "until …". */
export const sayDate = (day: Day, today: Day, locale: Locale) => {
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  return format(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: sameYear ? undefined : 'numeric' }).format(noonUtc(day))
}

const sayNear = (distance: number, locale: Locale) => {
  const t = words(locale)
  if (distance === 0) return t('time.today')
  if (distance === -1) return t('time.yesterday')
  if (distance === 1) return t('time.tomorrow')
  if (distance < 0 && distance > -7) return t('time.days_ago', { days: String(-distance) })
  if (distance > 0 && distance < 7) return t('time.in_days', { days: String(distance) })
  return undefined
}

/** A moment as people say it: with the clock from yesterday to tomorrow, in days within a week, else the date (with the year if it is another). */
export const sayTime = (at: Date, now: Date, reader: Reader): string => {
  const t = words(reader.locale)
  const [day, today] = [dayIn(reader.timeZone, at), dayIn(reader.timeZone, now)]
  const distance = daysBetween(today, day)
  const time = sayClock(at, reader)
  if (distance === 0) return t('time.today_at', { time })
  if (distance === -1) return t('time.yesterday_at', { time })
  if (distance === 1) return t('time.tomorrow_at', { time })
  return sayNear(distance, reader.locale) ?? sayDate(day, today, reader.locale)
}

/** A calendar day as people say it, seen from the reader's today. */
export const sayDay = (day: Day, now: Date, { locale, timeZone }: Reader): string => {
  const today = dayIn(timeZone, now)
  return sayNear(daysBetween(today, day), locale) ?? sayDate(day, today, locale)
}

/** A moment in full: weekday, date, year, clock. */
export const fullTime = (at: Date, { locale, timeZone }: Reader): string =>
  format(locale, { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(at)

/** A calendar day in full: weekday, date, year. */
export const fullDay = (day: Day, locale: Locale): string => format(locale, { timeZone: 'UTC', dateStyle: 'full' }).format(noonUtc(day))

/** A calendar day in full without its weekday. */
export const longDay = (day: Day, locale: Locale): string => format(locale, { timeZone: 'UTC', dateStyle: 'long' }).format(noonUtc(day))
