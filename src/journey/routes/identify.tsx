import { Hono } from 'hono'
import type { PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import { isAutosave, savedAnswer } from '#platform/web/autosave.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, readForm, readTyped, type Typed } from '#platform/web/read-form.ts'
import { setAudience } from '#sharing/commands/passage.ts'
import { sayProblems } from '#ui/problems.ts'
import { type DescriptionConflict, describeChallenge } from '../commands/describe-challenge.ts'
import { move } from '../commands/move.ts'
import { noteChange } from '../commands/note-event.ts'
import {
  challengeDescription,
  challengeForm,
  challengePlaces,
  mayChangeReaders,
  readersForm,
  reframeForm,
  signInput,
  signSlots,
} from '../forms/identify.ts'
import { withoutVersions } from '../forms/inputs.ts'
import { takesWriting } from '../journey.ts'
import { ChallengeVersionsPage } from '../pages/challenge-versions.tsx'
import type { PhaseProps, Refill } from '../parts/phase.ts'
import { refusalInWords } from '../parts/refusal.ts'
import { versionOf, type WholeJourney, wholeJourney } from '../queries/whole.ts'
import { moveOrSay } from './moves.tsx'
import { journeyProps, renderJourney } from './render-journey.tsx'
import { savedAt } from './saved-at.ts'

export const identifyRoutes = new Hono<Env>()

identifyRoutes.get('/journeys/:id', (c) => asPerson(c, (db, me) => renderJourney(c, db, me, c.req.param('id'))))
identifyRoutes.get('/journeys/:id/challenge', (c) => c.redirect(`/journeys/${asId(c.req.param('id')) ?? absent()}#challenge`, 303))
identifyRoutes.get('/journeys/:id/challenge/versions', (c) =>
  asPerson(c, async (db, me) => c.html(<ChallengeVersionsPage {...(await journeyProps(c, db, me, c.req.param('id')))} />)),
)

const formName = 'challenge'

identifyRoutes.post('/journeys/:id/challenge', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const props = await journeyProps(c, db, me, c.req.param('id'))
    if (!props.isLearner) return absent()
    const id = props.whole.journey.id
    const again = (refill: Partial<Refill>) => renderJourney(c, db, me, id, { form: formName, typed, problems: {}, ...refill })
    const closed = takesWriting(props.state, 'challenge') ? undefined : refusalInWords(props.t, { reason: 'wrong_phase' })
    if (isAutosave(c)) return closed ? savedAnswer(c, { problems: { situation: closed } }) : autosave(c, db, props, typed)
    if (closed) return again({ refusal: closed })
    const read = checkTyped(typed, challengeForm)
    if (!read.ok) return again({ problems: read.problems })
    const conflicts = await describeChallenge(db, props.whole, challengeDescription(typed, read.value))
    if (conflicts.length > 0) return again({ typed: withoutVersions(typed), conflicts: conflicts.map(named) })
    if (typed.goOn) return startOrConfirm(c, db, props)
    return c.redirect(savedAt(id, typed), 303)
  })
})

/** Opens a text of the challenge, or keeps it to its author: at once, and without another version of it. */
identifyRoutes.post('/journeys/:id/readers', async (c) => {
  const read = await readForm(c, readersForm)
  return asPerson(c, async (db, me) => {
    const { whole, isLearner } = await journeyProps(c, db, me, c.req.param('id'))
    const text = read.ok && isLearner && whole.challenge.texts.own.find(({ id }) => id === read.value.text)
    if (!text || !mayChangeReaders(text.field)) return absent()
    await setAudience(db, text.id, read.value.opens.endsWith(':journey') ? whole.journey.id : null)
    await noteChange(db, whole.journey.id)
    return c.redirect(`/journeys/${whole.journey.id}#challenge`, 303)
  })
})

identifyRoutes.post('/journeys/:id/moves/reframe', async (c) => {
  const read = await readForm(c, reframeForm)
  return asPerson(c, (db, me) =>
    read.ok
      ? moveOrSay(c, db, me, { name: 'reframe', reason: read.value.reason })
      : renderJourney(c, db, me, c.req.param('id'), { form: 'reframe', typed: read.typed, problems: read.problems }),
  )
})

/** Keeps what can be kept, and says of the rest why not. */
async function autosave(c: Ask, db: PersonDb, { whole, me }: PhaseProps, typed: Typed): Promise<Response> {
  const read = checkTyped(typed, challengeForm)
  const problems = read.ok ? {} : read.problems
  const sound = Object.fromEntries(Object.entries(typed).filter(([name]) => !(name in problems)))
  const taken = checkTyped(sound, challengeForm)
  const conflicts = taken.ok ? (await describeChallenge(db, whole, challengeDescription(sound, taken.value))).map(named) : []
  const now = await wholeJourney(db, whole.journey.id)
  const versions = now ? versionsNow(now, typed) : {}
  for (const { name } of conflicts) delete versions[name]
  return savedAnswer(c, { versions, conflicts, problems: sayProblems(problems, me.locale) })
}

/** The version of every text of the form, by name of its input. */
function versionsNow({ challenge }: WholeJourney, typed: Typed): Record<string, number> {
  const texts = challengePlaces.map(({ name, field, position }) => [name, versionOf(challenge.texts, field, position)] as const)
  const signs = signSlots.map((slot) => {
    const sign = challenge.signs.find(({ id }) => id === typed[signInput(slot, 'id')])
    return [signInput(slot, 'text'), sign ? versionOf(sign.texts, 'text') : 0] as const
  })
  return Object.fromEntries([...texts, ...signs].filter(([name]) => name in typed))
}

/** Starts the journey, or goes on with the version that was just written; what is missing is said at its field. */
async function startOrConfirm(c: Ask, db: PersonDb, { whole, state, me, today, t }: PhaseProps): Promise<Response> {
  const id = whole.journey.id
  const moved = await move(db, id, { name: state.status === 'draft' ? 'start' : 'confirmChallenge' }, today)
  if (moved.ok) return c.redirect(`/journeys/${id}`, 303)
  if (moved.reason === 'absent') return absent()
  const missing = moved.reason === 'missing_fields' ? moved.fields : []
  const problems = Object.fromEntries(missing.map((field) => [inputOf(field), { code: 'required' as const }]))
  const refusal = missing.length > 0 ? {} : { refusal: refusalInWords(t, moved) }
  return renderJourney(c, db, me, id, { form: formName, typed: {}, problems, ...refusal })
}

const inputOf = (field: string) => (field === 'challenge.successSigns' ? signInput(0, 'text') : field.replace('challenge.', ''))

const named = ({ slot, field, position, theirs, version }: DescriptionConflict) => ({
  name: slot !== undefined ? signInput(slot, 'text') : field === 'tags' ? `tags.${position}` : field,
  theirs,
  version,
})
