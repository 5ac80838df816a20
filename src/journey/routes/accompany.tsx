import { Hono } from 'hono'
import type { Hat } from '#facilitation/rules/hats.ts'
import { askedForQuestion } from '#library/queries.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, type FormRead, readForm, readTyped, type Typed } from '#platform/web/read-form.ts'
import { decideOnProposal, propose, type Suggestion, withdrawProposal } from '../commands/proposal.ts'
import { noteLeadSeen, type Responded, respondToReview, seeDifferently } from '../commands/response.ts'
import * as forms from '../forms/accompany.ts'
import { words } from '../messages/index.ts'
import { leadPhases } from '../rules/choices.ts'
import { renderJourney } from './render-journey.tsx'

/** Proposals and answers. */
export const accompanyRoutes = new Hono<Env>()

const idOf = (c: Ask, name: string) => asId(c.req.param(name)) ?? absent()
const toJourney = (c: Ask, journeyId: string, fragment = '') => c.redirect(`/journeys/${journeyId}${fragment}`, 303)

accompanyRoutes.post('/journeys/:id/proposals', async (c) => {
  const journeyId = idOf(c, 'id')
  const typed = await readTyped(c)
  const kind = checkTyped(typed, forms.kindOfProposal)
  const read: FormRead<Suggestion & { id: string }> = kind.ok && kind.value.kind ? suggestion(kind.value.kind, typed) : absent()
  return asPerson(c, async (db, me) => {
    const form = `proposal:${String(typed.kind)}`
    const again = await withQuestion(c, db, me, { journeyId, form, typed })
    if (again) return again
    if (!read.ok) return renderJourney(c, db, me, journeyId, { form, typed, problems: read.problems })
    const answer = await propose(db, me.personId, journeyId, read.value.id, read.value)
    if (answer.ok) return toJourney(c, journeyId, '?done=proposed#propose')
    if (answer.reason === 'absent') absent()
    return renderJourney(c, db, me, journeyId, {
      form,
      typed,
      problems: {},
      refusal: words(me.locale)(`accompany.refused_${answer.reason}`),
    })
  })
})

/** The same form with another question beside it, or with the one that was taken in its field. Nothing is sent to anybody. */
async function withQuestion(c: Ask, db: PersonDb, me: Me, { journeyId, form, typed }: { journeyId: string; form: string; typed: Typed }) {
  const again = await askedForQuestion(db, typed, { field: 'text', locale: me.locale })
  return again && renderJourney(c, db, me, journeyId, { form, problems: {}, ...again }, 200)
}

function suggestion(kind: Suggestion['kind'], typed: Parameters<typeof checkTyped>[0]): FormRead<Suggestion & { id: string }> {
  const read =
    kind === 'step'
      ? checkTyped(typed, forms.stepProposal)
      : kind === 'question'
        ? checkTyped(typed, forms.questionProposal)
        : checkTyped(typed, forms.nextMoveProposal)
  return read.ok ? { ...read, value: { kind, ...read.value } as Suggestion & { id: string } } : read
}

accompanyRoutes.post('/journeys/:id/proposals/:proposalId/decision', async (c) => {
  const [journeyId, proposalId] = [idOf(c, 'id'), idOf(c, 'proposalId')]
  const read = await readForm(c, forms.decision)
  if (!read.ok) absent()
  return asPerson(c, async (db, me) => {
    const answer = await decideOnProposal(db, me.personId, journeyId, proposalId, read.value.decision)
    if (answer.ok) return toJourney(c, journeyId, `?done=${read.value.decision}${answer.stepId ? `#step-${answer.stepId}` : ''}`)
    if (answer.reason === 'absent') absent()
    const refusal = words(me.locale)(`accompany.refused_${answer.reason}`)
    return renderJourney(c, db, me, journeyId, { form: `proposal:${proposalId}`, typed: read.typed, problems: {}, refusal })
  })
})

accompanyRoutes.post('/journeys/:id/proposals/:proposalId/withdrawal', (c) => {
  const [journeyId, proposalId] = [idOf(c, 'id'), idOf(c, 'proposalId')]
  return asPerson(c, async (db) => ((await withdrawProposal(db, journeyId, proposalId)) ? toJourney(c, journeyId) : absent()))
})

accompanyRoutes.post('/journeys/:id/reviews/:reviewId/response', async (c) => {
  const [journeyId, reviewId] = [idOf(c, 'id'), idOf(c, 'reviewId')]
  const read = await readForm(c, forms.response)
  return asPerson(c, (db, me) =>
    written(c, db, me, { journeyId, form: `response:${reviewId}`, fragment: `#response-${reviewId}`, read }, (text) =>
      respondToReview(db, me.personId, journeyId, reviewId, { ...text, hat: read.ok ? read.value.hat : undefined }),
    ),
  )
})

accompanyRoutes.post('/journeys/:id/reviews/:reviewId/lead', async (c) => {
  const [journeyId, reviewId] = [idOf(c, 'id'), idOf(c, 'reviewId')]
  const read = await readForm(c, forms.leadSeen)
  if (!read.ok) absent()
  const seen = Object.fromEntries(
    leadPhases.flatMap((phase) => (read.value[`lead.${phase}`] ? [[phase, read.value[`lead.${phase}`]]] : [])),
  )
  return asPerson(c, async (db) => {
    const noted = await noteLeadSeen(db, journeyId, reviewId, seen)
    return noted ? toJourney(c, journeyId, `?done=responded#response-${reviewId}`) : absent()
  })
})

accompanyRoutes.post('/journeys/:id/differing-view', async (c) => {
  const journeyId = idOf(c, 'id')
  const read = await readForm(c, forms.response)
  return asPerson(c, (db, me) =>
    written(c, db, me, { journeyId, form: 'differing-view', fragment: '#differing-view', read }, (text) =>
      seeDifferently(db, me.personId, journeyId, text),
    ),
  )
})

interface Beside {
  journeyId: string
  form: string
  fragment: string
  read: FormRead<{ text: string; 'version.text': number; hat: Hat }>
}

async function written(
  c: Ask,
  db: PersonDb,
  me: Me,
  { journeyId, form, fragment, read }: Beside,
  write: (text: { body: string; baseVersion: number }) => Promise<Responded>,
) {
  const again = await withQuestion(c, db, me, { journeyId, form, typed: read.typed })
  if (again) return again
  if (!read.ok) return renderJourney(c, db, me, journeyId, { form, typed: read.typed, problems: read.problems })
  const answer = await write({ body: read.value.text, baseVersion: read.value['version.text'] })
  if (answer.ok) return toJourney(c, journeyId, `?done=responded${fragment}`)
  if (answer.reason === 'conflict')
    return renderJourney(c, db, me, journeyId, {
      form,
      typed: read.typed,
      problems: {},
      conflicts: [{ name: 'text', theirs: answer.conflict.theirs, version: answer.conflict.version }],
    })
  if (answer.reason === 'hat_not_agreed') {
    const refusal = words(me.locale)('accompany.refused_hat_not_agreed')
    return renderJourney(c, db, me, journeyId, { form, typed: read.typed, problems: {}, refusal })
  }
  return absent()
}
