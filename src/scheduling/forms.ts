import * as v from 'valibot'
import { choice, day, requiredChoice, text, texts } from '#platform/web/schemas.ts'
import { momentOf } from './rules/local-time.ts'
import { timeOfName } from './rules/recurrence.ts'
import { attendances, lengths, limits, type Recurrence, type TimeAnswer, timeAnswers, weeksApart } from './scheduling.ts'

/** The times of `ProposeTimes`: `time` as moments, all of them ahead of `now`, read by the clock of `timeZone`; `minutes` long. */
export const timesFields = (timeZone: string, now: Date) => ({
  time: v.pipe(
    texts(limits.times, 25),
    v.minLength(1, 'required'),
    v.everyItem(isLocalTime, 'not_a_date'),
    v.transform((given) => given.map((local) => momentOf(local, timeZone))),
    v.everyItem((at) => at > now, 'out_of_range'),
  ),
  minutes: length,
})

/** The one time of `MoveTime`, read in the same way. */
export const oneTimeFields = (timeZone: string, now: Date) => ({
  ...timesFields(timeZone, now),
  time: v.pipe(
    timesFields(timeZone, now).time,
    v.transform((given) => given[0]!),
  ),
})

/** What `Repeat` sends, as `recurrenceIn` reads it. */
export const repeatFields = { weeks: choice(weeksApart.map(String)), until: day }

/** How something recurs by those fields; undefined where it happens once. */
export const recurrenceIn = ({ weeks, until }: { weeks: string | null; until: string | null }): Recurrence | undefined =>
  weeks ? { weeks: Number(weeks), ...(until && { until }) } : undefined

/** What `ChooseTime` sends for each of these times: the answers that were given. */
export const timeAnswersForm = (timeIds: readonly string[]) =>
  v.pipe(
    v.object(Object.fromEntries(timeIds.map((id) => [answerInput(id), choice(timeAnswers)]))),
    v.transform((given) => {
      const answered = timeIds.map((id) => [id, given[answerInput(id)]] as const)
      return Object.fromEntries(answered.filter((one): one is [string, TimeAnswer] => Boolean(one[1])))
    }),
  )

/** The name of the inputs in which somebody answers to one proposed time. */
export const answerInput = (timeId: string): string => `answer.${timeId}`

/** What the buttons of `Attendances` send; `at` names the one time that is meant, undefined where all are. */
export const attendanceForm = v.object({ answer: requiredChoice(attendances), at: v.pipe(text(20), v.transform(timeOfName)) })

export const calendarForm = v.object({ show: requiredChoice(['plain', 'titled']) })

const length = v.pipe(requiredChoice(lengths.map(String)), v.transform(Number))

function isLocalTime(given: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(given) && !Number.isNaN(Date.parse(`${given}Z`)) && dayStands(given)
}

/** `Date.parse` takes the 31st of every month. */
const dayStands = (given: string) => new Date(`${given}Z`).toISOString().startsWith(given.slice(0, 10))
