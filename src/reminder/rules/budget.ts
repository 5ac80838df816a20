import { type DueKind, type DueLine, type ReminderKind, reminderKinds } from '#person/rules/due-line.ts'

const hour = 3_600_000

/** What holds for everybody; not to be set per person. Spans in hours. */
export const reminderLimits = {
  /** Between two reminders of one journey. */
  perJourney: 72,
  /** Reminders in `week`, over all journeys, in summaries that hold nothing else. */
  perWeek: 2,
  week: 7 * 24,
  /** Reminders of a kind that stay unanswered in a row: then its interval doubles, and a question asks whether the rhythm fits. */
  ignoredUntilRarer: 2,
  /** And then it stops until the person turns it on again. */
  ignoredUntilStop: 4,
} as const

/** Between two reminders of one kind about the same journey, or the same thing outside journeys. The look back at the week comes once a week. */
const usualInterval: Record<ReminderKind, number> = { review: 72, step: 72, transfer: 72, session: 72, contact: 72, reflection: 156 }

/** `stopped`: by Lotse itself, after the fourth in a row that stayed unanswered. */
export type HowOften = 'usual' | 'less' | 'off' | 'stopped'

/** A line that was sent. `ignored`: its interval passed and the thing was still there; `later`: the person answered with one of the links. */
export interface Told {
  kind: DueKind
  subjectId: string
  journeyId: string | null
  at: Date
  /** The summary held nothing but reminders. */
  onlyReminders: boolean
  outcome: 'acted' | 'ignored' | 'later' | null
}

/** What a person said about a kind of line, and when; nothing said is `usual`, from ever. */
export interface Choice {
  often: HowOften
  chosenAt: Date
}
export type Choices = Partial<Record<DueKind, Choice>>

export const isReminder = (kind: DueKind): kind is ReminderKind => reminderKinds.some((one) => one === kind)

/**
 * How many reminders of a kind stayed unanswered in a row since the person last said something about the kind. Whoever answered one line of a summary
 * did not ignore that summary: the row begins after the last summary in which a line of the kind was answered, in whatever order its lines stood.
 */
export function ignoredInRow(kind: ReminderKind, told: readonly Told[], choices: Choices): number {
  const ofKind = told.filter((one) => one.kind === kind && one.outcome !== null)
  const answeredAt = ofKind.filter(({ outcome }) => outcome !== 'ignored').map(({ at }) => at.getTime())
  const since = Math.max(choices[kind]?.chosenAt.getTime() ?? 0, ...answeredAt)
  return ofKind.filter(({ at, outcome }) => outcome === 'ignored' && at.getTime() > since).length
}

/** Hours between two reminders of a kind: doubled where the person wants them less often, and doubled once where two in a row stayed unanswered. */
export function intervalOf(kind: ReminderKind, told: readonly Told[], choices: Choices): number {
  const rarer = ignoredInRow(kind, told, choices) >= reminderLimits.ignoredUntilRarer ? 2 : 1
  return usualInterval[kind] * rarer * (choices[kind]?.often === 'less' ? 2 : 1)
}

/** Whether reminders of this kind rest: turned off, or stopped by themselves. */
export function isSilent(kind: ReminderKind, told: readonly Told[], choices: Choices): boolean {
  const often = choices[kind]?.often ?? 'usual'
  return often === 'off' || often === 'stopped' || ignoredInRow(kind, told, choices) >= reminderLimits.ignoredUntilStop
}

interface Asking {
  /** What is due, and not told in this summary yet. */
  due: readonly DueLine[]
  /** Everything told before, of at least the last four weeks. */
  told: readonly Told[]
  choices: Choices
  now: Date
  /** Whether this summary would hold nothing else. */
  onlyReminders: boolean
}

/**
 * The reminders that may be told now, earliest agreed first: at most one of a journey in 72 hours, each kind in its interval, and, where the summary
 * would hold nothing else, at most two in seven days over all journeys.
 */
export function reminderBudget({ due, told, choices, now, onlyReminders }: Asking): DueLine[] {
  const within = (hours: number) => told.filter(({ at }) => now.getTime() - at.getTime() < hours * hour)
  const spent = within(reminderLimits.week).filter((one) => one.onlyReminders && isReminder(one.kind)).length
  const allowed: DueLine[] = []
  for (const line of [...due].sort((a, b) => a.day.localeCompare(b.day) || a.subjectId.localeCompare(b.subjectId))) {
    const { kind } = line
    if (!isReminder(kind) || isSilent(kind, told, choices)) continue
    if (onlyReminders && spent + allowed.length >= reminderLimits.perWeek) break
    const ofJourney = (one: { kind: DueKind; journeyId: string | null }) => isReminder(one.kind) && one.journeyId === line.journeyId
    if (line.journeyId !== null && [...allowed, ...within(reminderLimits.perJourney)].some(ofJourney)) continue
    if (within(intervalOf(kind, told, choices)).some((one) => one.kind === kind && isAboutSame(one, line))) continue
    allowed.push(line)
  }
  return allowed
}

type About = Pick<DueLine, 'subjectId' | 'journeyId'>
const isAboutSame = (one: About, other: About) =>
  one.journeyId === null ? one.subjectId === other.subjectId : one.journeyId === other.journeyId

/**
 * What became of reminders that are still open: done, where the thing is no longer due; ignored, where their interval has passed and it still is.
 * The others stay open.
 */
export function settle(told: readonly Told[], due: readonly DueLine[], choices: Choices, now: Date): Told[] {
  return told.map((one) => {
    if (one.outcome !== null || !isReminder(one.kind)) return one
    const isDue = due.some(({ kind, subjectId }) => kind === one.kind && subjectId === one.subjectId)
    if (!isDue) return { ...one, outcome: 'acted' }
    const passed = now.getTime() - one.at.getTime() >= intervalOf(one.kind, told, choices) * hour
    return passed ? { ...one, outcome: 'ignored' } : one
  })
}
