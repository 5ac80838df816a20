import { Hono } from 'hono'
import { askForHelp } from '#help/commands/help-request.ts'
import { askForm } from '#help/forms/help-request.ts'
import { peopleByName, personNamed } from '#person/queries.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm, tidy } from '#platform/web/read-form.ts'
import { noteChange } from '../commands/note-event.ts'
import { AskPage, WhomToAskPage } from '../pages/stuck.tsx'
import type { PhaseProps } from '../parts/phase.ts'
import { openCycleOf } from '../queries/whole.ts'
import { journeyProps } from './render-journey.tsx'

/** When one does not get any further: asking somebody. */
export const stuckRoutes = new Hono<Env>()

/** The cycle in which a question can be asked now; its learner is sent back to the journey where there is none. */
function placeToAsk({ whole, isLearner }: PhaseProps) {
  if (!isLearner) absent()
  return whole.journey.status === 'active' ? openCycleOf(whole) : undefined
}

const back = (c: Ask, { whole }: PhaseProps) => c.redirect(`/journeys/${whole.journey.id}`, 303)

stuckRoutes.get('/journeys/:id/help', (c) =>
  asPerson(c, async (db, me) => {
    const props = await journeyProps(c, db, me, c.req.param('id'))
    if (!placeToAsk(props)) return back(c, props)
    const to = asId(c.req.query('to'))
    const whom = to && to !== me.personId ? await personNamed(db, to) : undefined
    if (whom) return c.html(<AskPage {...props} whom={whom} />)
    const sought = tidy(c.req.query('name') ?? '').slice(0, 80)
    return c.html(<WhomToAskPage {...props} sought={sought} found={await peopleByName(db, sought)} />)
  }),
)

stuckRoutes.post('/journeys/:id/help', async (c) => {
  const read = await readForm(c, askForm)
  return asPerson(c, async (db, me) => {
    const props = await journeyProps(c, db, me, c.req.param('id'))
    const cycle = placeToAsk(props)
    if (!cycle) return back(c, props)
    const whom = (await personNamed(db, asId(read.typed.to) ?? absent())) ?? absent()
    if (!read.ok) {
      const refill = { form: 'help', typed: read.typed, problems: read.problems }
      return c.html(<AskPage {...props} whom={whom} refill={refill} />, 422)
    }
    const { id, goal, tried, happened, wantToUnderstand } = read.value
    const texts = { goal, tried, happened, wantToUnderstand }
    const journeyId = props.whole.journey.id
    if (!(await askForHelp(db, { id, journeyId, cycleId: cycle.id, toPersonId: whom.personId, texts }))) absent()
    await noteChange(db, journeyId)
    return c.redirect(`/help-requests/${id}?done=asked`, 303)
  })
})
