import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayWriteAt, type Rest } from '#organisation/rules/rest.ts'
import { type DueKind, type DueLine, dueKinds, type ReminderKind } from '#person/rules/due-line.ts'
import { type Rhythm, usualRhythm, weekdays } from '#person/rules/rhythm.ts'
import { dayIn } from '#platform/clock.ts'
import { type Choices, isReminder, type Told } from './budget.ts'
import { type DigestChoice, laterDays, maySendNow, nextLook, summaryOf } from './summary.ts'

const hour = 3_600_000
const day = 24 * hour
/** Some weeks around the change to summer time. */
const start = Date.UTC(2026, 2, 9)

interface Life {
  timeZone: string
  rhythm: Rhythm
  rest: Rest
  often: 'daily' | 'weekly'
  kinds: Choices
  /** From when and for how many days something is due; one that the person does `done` days after it was told. */
  things: { kind: DueKind; journey: number | null; from: number; days: number; done: number | null }[]
  /** Days on which the person answers "later". */
  later: number[]
  /** The program is down for so many hours, so often. */
  delays: number[]
}
interface Sent {
  at: Date
  lines: DueLine[]
  onlyReminders: boolean
  asksAbout: ReminderKind[]
  /** What was told before, with what was known of it at that moment. */
  known: readonly Told[]
}
interface Course {
  sent: Sent[]
  told: Told[]
  choices: Choices
}

const lives: fc.Arbitrary<Life> = fc.record({
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'),
  rhythm: fc
    .record({
      days: fc.subarray([...weekdays], { minLength: 1 }),
      from: fc.integer({ min: 5, max: 12 }),
      hours: fc.integer({ min: 1, max: 10 }),
    })
    .map(({ days, from, hours }) => ({ ...usualRhythm, learningDays: days, learningFrom: clock(from), learningTo: clock(from + hours) })),
  rest: fc.record({
    quiet: fc.constantFrom(null, { from: '17:00', until: '08:00' }),
    freeDays: fc.constantFrom([], [{ from: '2026-04-03', to: '2026-04-06' }]),
  }),
  often: fc.constantFrom('daily', 'weekly'),
  kinds: fc.dictionary(
    fc.constantFrom(...dueKinds),
    fc.record({ often: fc.constantFrom('less', 'off'), chosenAt: fc.constant(new Date(start)) }),
    {
      maxKeys: 3,
    },
  ) as fc.Arbitrary<Choices>,
  things: fc.array(
    fc.record({
      kind: fc.constantFrom(...dueKinds),
      journey: fc.option(fc.integer({ min: 1, max: 3 })),
      from: fc.integer({ min: 0, max: 60 }),
      days: fc.integer({ min: 1, max: 60 }),
      done: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 1 }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  later: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 3 }),
  delays: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 }),
})
function clock(hours: number): string {
  return `${String(hours).padStart(2, '0')}:00`
}

/** Three months of somebody's life, as the job would go through them: it looks when the last look said so, or later. */
function live(life: Life): Course {
  const { timeZone, rhythm, rest, things } = life
  const course: Course = { sent: [], told: [], choices: { ...life.kinds } }
  const asked: ReminderKind[] = []
  const digest: DigestChoice = { often: life.often, laterUntil: null, lastSentAt: null }
  let now = new Date(start)
  for (let round = 0; round < 300 && now.getTime() < start + 90 * day; round++) {
    const due = things.flatMap((thing, index) => dueNow(thing, index, course.told, now))
    const when = { now, timeZone, rhythm, rest, digest }
    if (maySendNow(when)) {
      const summary = summaryOf({ due, told: course.told, choices: course.choices, asked, now })
      course.told = summary.told
      for (const kind of summary.stops) course.choices[kind] = { often: 'stopped', chosenAt: now }
      asked.push(...summary.asksAbout)
      const lines = [...summary.news, ...summary.reminders]
      if (lines.length > 0) {
        const onlyReminders = summary.news.length === 0
        course.sent.push({ at: now, lines, onlyReminders, asksAbout: summary.asksAbout, known: summary.told })
        course.told = [...course.told, ...lines.map((line) => ({ ...line, at: now, onlyReminders, outcome: null }))]
        digest.lastSentAt = now
        if (life.later.includes(course.sent.length)) digest.laterUntil = new Date(now.getTime() + laterDays * day)
      }
    }
    const next = nextLook({ ...when, digest }, true)
    if (!next) break
    now = new Date(next.getTime() + life.delays[round % life.delays.length]! * hour)
  }
  return course
}

function dueNow(thing: Life['things'][number], index: number, told: readonly Told[], now: Date): DueLine[] {
  const subjectId = `thing ${index}`
  const first = told.find((one) => one.subjectId === subjectId)
  const since = (now.getTime() - start) / day
  const isDone = thing.done !== null && first !== undefined && now.getTime() >= first.at.getTime() + thing.done * day
  if (isDone || since < thing.from || since > thing.from + thing.days) return []
  const journeyId = thing.journey === null ? null : `journey ${thing.journey}`
  return [{ kind: thing.kind, subjectId, journeyId, day: '2026-03-09', path: '/' }]
}

const always = (holds: (course: Course, life: Life) => boolean) =>
  fc.assert(
    fc.property(lives, (life) => holds(live(life), life)),
    { numRuns: 60 },
  )
const remindersIn = ({ sent }: Course) =>
  sent.flatMap((one) => one.lines.filter(({ kind }) => isReminder(kind)).map((line) => ({ ...one, line })))

test('whatever happens, no journey is reminded of twice in 72 hours', () => {
  always((course) =>
    remindersIn(course).every(({ at, line }, index, all) =>
      all.every(
        (other, place) =>
          place === index ||
          line.journeyId === null ||
          other.line.journeyId !== line.journeyId ||
          Math.abs(other.at.getTime() - at.getTime()) >= 72 * hour,
      ),
    ),
  )
})

test('whatever happens, in any seven days at most two reminders come by themselves', () => {
  always((course) => {
    const alone = remindersIn(course).filter(({ onlyReminders }) => onlyReminders)
    return alone.every(({ at }) => alone.filter((other) => other.at >= at && other.at.getTime() < at.getTime() + 7 * day).length <= 2)
  })
})

test('whatever happens, nothing comes outside the learning hours, on a day off, or in the rest of the organisation', () => {
  always(({ sent }, { rhythm, rest, timeZone }) => sent.every(({ at }) => mayWriteAt(rhythm, rest, at, timeZone)))
})

test('whatever happens, there is one summary a day at most, one a week where that is wanted, and none is empty', () => {
  always(({ sent }, { timeZone, often }) => {
    const days = sent.map(({ at }) => dayIn(timeZone, at))
    const apart = days.slice(1).every((one, index) => Date.parse(one) - Date.parse(days[index]!) >= (often === 'weekly' ? 7 : 1) * day)
    return apart && sent.every(({ lines }) => lines.length > 0)
  })
})

test('whatever happens, news are told once, and a kind that is off is never told', () => {
  always(({ sent }, { kinds }) => {
    const lines = sent.flatMap((one) => one.lines)
    const news = lines.filter(({ kind }) => !isReminder(kind)).map(({ subjectId }) => subjectId)
    return new Set(news).size === news.length && lines.every(({ kind }) => kinds[kind]?.often !== 'off')
  })
})

test('whatever happens, after two of a kind in a row that stayed unanswered the next comes after twice the time, and after four none', () => {
  always((course, { kinds }) =>
    remindersIn(course).every(({ at, line, known }) => {
      const ofKind = known.filter((one) => one.kind === line.kind)
      const answered = ofKind.filter(({ outcome }) => outcome === 'acted' || outcome === 'later')
      const ignored = ofKind.filter((one) => one.outcome === 'ignored' && answered.every((other) => other.at < one.at)).length
      const same = ofKind.findLast((one) => (line.journeyId ? one.journeyId === line.journeyId : one.subjectId === line.subjectId))
      const least = (line.kind === 'reflection' ? 156 : 72) * (ignored >= 2 ? 2 : 1) * (kinds[line.kind]?.often === 'less' ? 2 : 1)
      const distance = same ? at.getTime() - same.at.getTime() : Number.POSITIVE_INFINITY
      return ignored < 4 && distance >= least * hour
    }),
  )
})

test('whatever happens, nobody is asked twice whether the rhythm of a kind fits, nor before two stayed unanswered', () => {
  always((course) => {
    const questions = course.sent.flatMap(({ asksAbout, at }) => asksAbout.map((kind) => ({ kind, at })))
    const once = new Set(questions.map(({ kind }) => kind)).size === questions.length
    const ignoredBefore = (kind: ReminderKind, at: Date) =>
      course.told.filter((one) => one.kind === kind && one.outcome === 'ignored' && one.at < at).length
    return once && questions.every(({ kind, at }) => ignoredBefore(kind, at) >= 2)
  })
})

test('the lives of these tests hold reminders, news, questions and kinds that stop: the promises above are not empty', () => {
  const courses = fc.sample(lives, { numRuns: 200, seed: 7 }).map(live)
  expect(courses.some((course) => remindersIn(course).length > 5)).toBe(true)
  expect(courses.some(({ sent }) => sent.some(({ asksAbout }) => asksAbout.length > 0))).toBe(true)
  expect(courses.some(({ choices }) => Object.values(choices).some((one) => one?.often === 'stopped'))).toBe(true)
  expect(
    courses.some(({ sent }) => sent.some(({ lines, onlyReminders }) => !onlyReminders && lines.some(({ kind }) => isReminder(kind)))),
  ).toBe(true)
})

test('at both changes of the clock the summary comes at the same hour on the wall, once a day', () => {
  const when = { timeZone: 'Europe/Berlin', rhythm: { ...usualRhythm, learningDays: weekdays }, rest: { quiet: null, freeDays: [] } }
  const digest: DigestChoice = { often: 'daily', laterUntil: null, lastSentAt: null }
  const next = (now: string) =>
    nextLook({ ...when, now: new Date(now), digest: { ...digest, lastSentAt: new Date(now) } }, true)?.toISOString()
  expect(next('2026-03-28T07:00:00Z')).toBe('2026-03-29T06:00:00.000Z')
  expect(next('2026-10-24T06:00:00Z')).toBe('2026-10-25T07:00:00.000Z')
})

test('whoever wants none is not looked at again', () => {
  const off: DigestChoice = { often: 'off', laterUntil: null, lastSentAt: null }
  const when = { now: new Date(start), timeZone: 'UTC', rhythm: usualRhythm, rest: { quiet: null, freeDays: [] }, digest: off }
  expect(nextLook(when, true)).toBe(null)
  expect(maySendNow({ ...when, now: new Date('2026-03-09T09:00:00Z') })).toBe(false)
})
