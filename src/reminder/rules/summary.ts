import { Temporal } from 'temporal-polyfill'
import { mayWriteAt, nextTimeToWrite, type Rest } from '#organisation/rules/rest.ts'
import type { DueLine, ReminderKind } from '#person/rules/due-line.ts'
import { reminderKinds } from '#person/rules/due-line.ts'
import type { Rhythm } from '#person/rules/rhythm.ts'
import { type Choices, ignoredInRow, isReminder, isSilent, reminderBudget, reminderLimits, settle, type Told } from './budget.ts'

/** How somebody wants the summary of their day. `laterUntil`: nothing before that. */
export interface DigestChoice {
  often: 'daily' | 'weekly' | 'off'
  laterUntil: Date | null
  lastSentAt: Date | null
}

/** So long nothing comes to somebody who answered "later", in days. */
export const laterDays = 3
const weeklyDays = 7

interface When {
  now: Date
  /** Where the person is, as an IANA name. */
  timeZone: string
  rhythm: Rhythm
  rest: Rest
  digest: DigestChoice
}

/** Whether a summary may be sent at this moment: in the learning hours, on none of their days off, not in the rest of the organisation, once a day. */
export function maySendNow({ now, timeZone, rhythm, rest, digest }: When): boolean {
  if (digest.often === 'off' || (digest.laterUntil && now < digest.laterUntil)) return false
  return mayWriteAt(rhythm, rest, now, timeZone) && now >= earliestAfterLast(digest, timeZone)
}

/** When the next summary is to be looked at, after this moment was: at the beginning of a learning time, on another day than the last. Null: never by itself. */
export function nextLook({ now, timeZone, rhythm, rest, digest }: When, looked: boolean): Date | null {
  if (digest.often === 'off') return null
  const from = [looked ? startOfDayAfter(now, timeZone, 1) : now, earliestAfterLast(digest, timeZone), digest.laterUntil ?? now]
  return nextTimeToWrite(rhythm, rest, new Date(Math.max(...from.map((one) => one.getTime()))), timeZone) ?? null
}

function earliestAfterLast({ often, lastSentAt }: DigestChoice, timeZone: string): Date {
  return lastSentAt ? startOfDayAfter(lastSentAt, timeZone, often === 'weekly' ? weeklyDays : 1) : new Date(0)
}

function startOfDayAfter(instant: Date, timeZone: string, days: number): Date {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
  return new Date(there.add({ days }).startOfDay().epochMilliseconds)
}

export interface Summary {
  news: DueLine[]
  reminders: DueLine[]
  /** Kinds whose reminders stayed unanswered: a single question asks whether the rhythm still fits. */
  asksAbout: ReminderKind[]
  /** The reminders of before, with what became of them. */
  told: Told[]
  /** Kinds that stop now, until the person turns them on again. */
  stops: ReminderKind[]
}

/** What the summary of this moment holds; nothing in it means that none is sent. News were never told before; reminders keep to their budget. */
export function summaryOf(task: {
  due: readonly DueLine[]
  told: readonly Told[]
  choices: Choices
  asked: readonly ReminderKind[]
  now: Date
}): Summary {
  const { due, choices, asked, now } = task
  const told = settle(task.told, due, choices, now)
  const wanted = (line: DueLine) => !['off', 'stopped'].includes(choices[line.kind]?.often ?? 'usual')
  const before = new Set(told.map(({ kind, subjectId }) => `${kind} ${subjectId}`))
  const news = due.filter((line) => !isReminder(line.kind) && wanted(line) && !before.has(`${line.kind} ${line.subjectId}`))
  const reminders = reminderBudget({ due, told, choices, now, onlyReminders: news.length === 0 })
  const doubtful = (kind: ReminderKind) => ignoredInRow(kind, told, choices) >= reminderLimits.ignoredUntilRarer
  const asksAbout = [...new Set(reminders.map(({ kind }) => kind))]
    .filter(isReminder)
    .filter((kind) => doubtful(kind) && !asked.includes(kind))
  const stops = reminderKinds.filter(
    (kind) => !['off', 'stopped'].includes(choices[kind]?.often ?? 'usual') && isSilent(kind, told, choices),
  )
  return { news, reminders, asksAbout, told, stops }
}
