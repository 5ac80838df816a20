import { Hono } from 'hono'
import type { PersonDb } from '#platform/db/bound.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { checkTyped, type Problems, readTyped, type Typed } from '#platform/web/read-form.ts'
import { passJourneyOn, setJourneyAside } from '../commands/closing.ts'
import { type Moved, move } from '../commands/move.ts'
import { passingOn, passOnForm, pauseForm, setAsideForm, settingAside } from '../forms/close.ts'
import { EndingPage } from '../pages/ending.tsx'
import { type Way, waysOut } from '../parts/ending.tsx'
import { refusalInWords } from '../parts/refusal.ts'
import { refusedAt } from './close.tsx'
import { journeyProps } from './render-journey.tsx'

export const endingRoutes = new Hono<Env>()

endingRoutes.get('/journeys/:id/ending', (c) =>
  asPerson(c, async (db, me) => {
    const props = await journeyProps(c, db, me, c.req.param('id'))
    const chosen = waysOut.find((way) => way === c.req.query('way'))
    return props.isLearner ? c.html(<EndingPage {...props} chosen={chosen} />) : absent()
  }),
)

endingRoutes.post('/journeys/:id/ending', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const props = await journeyProps(c, db, me, c.req.param('id'))
    if (!props.isLearner) return absent()
    const { id } = props.whole.journey
    const way = ways.find((candidate) => candidate.name === typed.way) ?? absent()
    const went = await way.go(db, id, typed, props.today)
    if (went.ok) return c.redirect(`/journeys/${id}`, 303)
    const { problems, refusal } =
      went.reason === 'not_taken'
        ? went
        : went.reason === 'absent'
          ? absent()
          : refusedAt(went, way.subject, (one) => refusalInWords(props.t, one))
    const refill = { form: way.name, typed, problems, ...(refusal && { refusal }) }
    return c.html(<EndingPage {...props} chosen={way.name} refill={refill} />, 422)
  })
})

type Went = Moved | { ok: false; reason: 'not_taken'; problems: Problems; refusal?: undefined }
interface WayOut {
  name: Way
  /** As the rules name its fields. */
  subject: string
  go(db: PersonDb, id: string, typed: Typed, today: string): Promise<Went>
}

const notTaken = (problems: Problems): Went => ({ ok: false, reason: 'not_taken', problems })
const over = (name: string): Went => notTaken({ [name]: { code: 'out_of_range' } })

const ways: readonly WayOut[] = [
  {
    name: 'pause',
    subject: 'pause',
    go: async (db, id, typed, today) => {
      const read = checkTyped(typed, pauseForm)
      if (!read.ok) return notTaken(read.problems)
      const { resumeOn = null } = read.value
      return resumeOn && resumeOn < today ? over('resumeOn') : move(db, id, { name: 'pause', resumeOn }, today)
    },
  },
  {
    name: 'set_aside',
    subject: 'setAside',
    go: async (db, id, typed, today) => {
      const read = checkTyped(typed, setAsideForm)
      if (!read.ok) return notTaken(read.problems)
      const given = settingAside(read.value)
      return given.parkedUntil && given.parkedUntil < today ? over('parkedUntil') : setJourneyAside(db, id, given, today)
    },
  },
  {
    name: 'pass_on',
    subject: 'passOn',
    go: async (db, id, typed, today) => {
      const read = checkTyped(typed, passOnForm)
      return read.ok ? passJourneyOn(db, id, passingOn(read.value), today) : notTaken(read.problems)
    },
  },
]
