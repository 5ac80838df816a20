import { Hono } from 'hono'
import { assign, decideOnSuggestion, endAssignment } from '#help/commands/assignee.ts'
import { assignForm, suggestionDecisionForm } from '#help/forms/assignee.ts'
import { takesAssignee } from '#help/rules/assignee.ts'
import { type Named, peopleByName, personNamed } from '#person/queries.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm, tidy } from '#platform/web/read-form.ts'
import { takeSuggestion } from '../commands/suggestion.ts'
import { AssigneesPage, type AssigneesPageProps } from '../pages/assignees.tsx'
import { openCycleOf } from '../queries/whole.ts'
import { journeyProps } from './render-journey.tsx'

/** Who helps with one step: asked, taken out and answered by its learner, read by whoever reads the journey. */
export const assigneeRoutes = new Hono<Env>()

const at = '/journeys/:id/steps/:stepId/assignees'
const idOf = (c: Ask, name: string) => asId(c.req.param(name)) ?? absent()
const here = (c: Ask) => `/journeys/${idOf(c, 'id')}/steps/${idOf(c, 'stepId')}/assignees`

async function propsOf(c: Ask, db: PersonDb, me: Me) {
  const props = await journeyProps(c, db, me, c.req.param('id'))
  const stepId = idOf(c, 'stepId')
  const step = props.whole.cycles.flatMap((cycle) => cycle.steps).find((candidate) => candidate.id === stepId) ?? absent()
  const isOpen = props.isLearner && props.whole.journey.status === 'active' && openCycleOf(props.whole)?.id === step.cycle_id
  return { ...props, step, asks: isOpen && takesAssignee(step.assignees) }
}

type Further = Partial<Pick<AssigneesPageProps, 'whom' | 'unconfirmed' | 'refill'>>

async function renderAssignees(c: Ask, db: PersonDb, me: Me, further: Further = {}): Promise<Response> {
  const props = await propsOf(c, db, me)
  const sought = props.asks ? tidy(c.req.query('name') ?? '').slice(0, 80) : ''
  const page = <AssigneesPage {...props} sought={sought} found={await peopleByName(db, sought)} {...further} />
  return c.html(page, further.refill || further.unconfirmed ? 422 : 200)
}

assigneeRoutes.get(at, (c) =>
  asPerson(c, async (db, me) => {
    const asked = asId(c.req.query('person'))
    const whom: Named | undefined = asked && asked !== me.personId ? await personNamed(db, asked) : undefined
    return renderAssignees(c, db, me, { whom })
  }),
)

assigneeRoutes.post(at, async (c) => {
  const read = await readForm(c, assignForm)
  return asPerson(c, async (db, me) => {
    const { asks, isLearner, step, whole } = await propsOf(c, db, me)
    if (!isLearner) absent()
    if (!asks) return c.redirect(here(c), 303)
    const whom = (await personNamed(db, asId(read.typed.personId) ?? absent())) ?? absent()
    const refill = { form: 'assign', typed: read.typed, problems: read.ok ? {} : read.problems }
    if (!read.ok) return renderAssignees(c, db, me, { whom, refill })
    const assigned = await assign(db, { ...read.value, journeyId: whole.journey.id, stepId: step.id })
    if (assigned.ok) return c.redirect(`${here(c)}#assignee-${read.value.id}`, 303)
    return assigned.reason === 'absent' ? absent() : renderAssignees(c, db, me, { whom, refill, unconfirmed: true })
  })
})

assigneeRoutes.post(`${at}/:assigneeId/ending`, (c) =>
  asPerson(c, async (db) => ((await endAssignment(db, idOf(c, 'id'), idOf(c, 'assigneeId'))) ? c.redirect(here(c), 303) : absent())),
)

assigneeRoutes.post(`${at}/:assigneeId/decision`, async (c) => {
  const read = await readForm(c, suggestionDecisionForm)
  if (!read.ok) absent()
  const [journeyId, stepId, assigneeId] = [idOf(c, 'id'), idOf(c, 'stepId'), idOf(c, 'assigneeId')]
  return asPerson(c, async (db, me) => {
    if (read.value.decision === 'declined')
      return (await decideOnSuggestion(db, journeyId, assigneeId, 'declined')) ? c.redirect(here(c), 303) : absent()
    const taken = await takeSuggestion(db, journeyId, stepId, assigneeId)
    if (taken.ok) return c.redirect(here(c), 303)
    if (taken.reason !== 'not_now') absent()
    const { t } = await propsOf(c, db, me)
    return renderAssignees(c, db, me, { refill: { form: '', typed: {}, problems: {}, refusal: t('assignees.not_now') } })
  })
})
