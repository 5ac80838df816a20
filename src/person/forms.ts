import * as v from 'valibot'
import { choice, choices, clock, day, requiredChoice, requiredText, text } from '#platform/web/schemas.ts'
import { locales } from '#platform/words/words.ts'
import { email, newPassword, personName, presentPassword, timeZones } from './parts/schemas.ts'
import { limits, themes } from './person.ts'
import { type DaysOff, mostDaysOff, type Rhythm, type Weekday, weekdays } from './rules/rhythm.ts'

export const signInForm = v.object({
  email: v.pipe(requiredText(limits.email), v.toLowerCase()),
  password: presentPassword,
  back: text(2_000),
})
export const resetByMailForm = v.object({ email })
export const resetByCodeForm = v.object({ email, code: requiredText(100), password: newPassword })
export const newPasswordForm = v.object({ password: newPassword })
/** Null follows the organisation, or the device. */
export const settingsForm = v.object({ name: personName, locale: choice(locales), timeZone: choice(timeZones), theme: choice(themes) })
export const changePasswordForm = v.object({ present: presentPassword, password: newPassword })
export const changeEmailForm = v.object({ email, present: presentPassword })
export const recoveryCodesForm = v.object({ present: presentPassword })

export const asks = ['daily', 'weekly', 'after_step'] as const
const dayNumbers = weekdays.map(String)
const list = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((given) => [given].flat()),
)

/** Rows of two dates: one that is left empty is none, one without an end is a single day. */
const stretches = v.rawTransform<{ offFrom: string[]; offTo: string[] }, DaysOff[]>(({ dataset: { value }, addIssue, NEVER }) => {
  const problem = (message: string, expected?: string) => {
    const path = { type: 'object', origin: 'value', input: value, key: 'offFrom', value: value.offFrom } as const
    addIssue(expected ? { message, expected, path: [path] } : { message, path: [path] })
    return NEVER
  }
  const rows = value.offFrom.map((from, index) => ({ from, to: value.offTo[index] || from })).filter(({ from, to }) => from || to)
  if (rows.length > mostDaysOff) return problem('too_many', String(mostDaysOff))
  if (rows.some(({ from, to }) => !from || !v.is(day, from) || !v.is(day, to))) return problem('not_a_date')
  if (rows.some(({ from, to }) => to < from)) return problem('not_later')
  return rows
})

/** Days off, in rows of `offFrom` and `offTo`. */
export const offForm = v.pipe(v.object({ offFrom: list, offTo: list }), stretches)
const hoursForm = v.object({
  learningDays: choices(dayNumbers),
  learningFrom: clock,
  learningTo: clock,
  asks: choices(asks),
  weeklyDay: requiredChoice(dayNumbers),
  weeklyAt: clock,
})

/** When somebody learns: hours by the clock, days off in rows `offFrom` and `offTo`, and what they want to be asked. */
export const rhythmForm = v.pipe(
  v.intersect([
    v.pipe(
      hoursForm,
      v.forward(
        v.check(({ learningFrom, learningTo }) => learningFrom < learningTo, 'not_later'),
        ['learningTo'],
      ),
    ),
    v.pipe(
      offForm,
      v.transform((daysOff) => ({ daysOff })),
    ),
  ]),
  v.transform(
    ({ learningDays, asks: wanted, weeklyDay, ...rest }): Rhythm => ({
      ...rest,
      learningDays: learningDays.map((one) => Number(one) as Weekday),
      weeklyDay: Number(weeklyDay) as Weekday,
      daily: wanted.includes('daily'),
      weekly: wanted.includes('weekly'),
      afterStep: wanted.includes('after_step'),
    }),
  ),
)
