import { Hono } from 'hono'
import { dayIn } from '#platform/clock.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import { isAutosave } from '#platform/web/autosave.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, type Problems, readTyped, type Typed } from '#platform/web/read-form.ts'
import { move } from '../commands/move.ts'
import { bringToReview, shareReview, takeReviewBack, writeReview } from '../commands/review.ts'
import { inputsMissing, type ReviewInput, reviewForm, reviewPlaces, writtenReview } from '../forms/evaluate.ts'
import { withoutVersions } from '../forms/inputs.ts'
import type { JourneyEvent } from '../journey.ts'
import { words } from '../messages/index.ts'
import { toWayOut } from '../parts/ending.tsx'
import { solvedLacks } from '../parts/evaluate-next.tsx'
import type { Refill } from '../parts/phase.ts'
import { refusalInWords } from '../parts/refusal.ts'
import { stateOf } from '../queries/state.ts'
import { openCycleOf, wholeJourney } from '../queries/whole.ts'
import { reviewFields } from '../rules/limits.ts'
import { missingInReview } from '../rules/review.ts'
import { autosaved, namedConflicts, notWritten, soundPart } from './autosave.ts'
import { renderJourney } from './render-journey.tsx'
import { savedAt } from './saved-at.ts'

export const evaluateRoutes = new Hono<Env>()

evaluateRoutes.post('/journeys/:id/review', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const id = asId(c.req.param('id')) ?? absent()
    const again = (refill: Partial<Refill>) => renderJourney(c, db, me, id, { form: 'review', typed, problems: {}, ...refill })
    const read = checkTyped(typed, reviewForm)
    if (!read.ok && !isAutosave(c)) return again({ problems: read.problems })
    const sound = read.ok ? typed : soundPart(typed, read.problems)
    const taken = checkTyped(sound, reviewForm)
    if (!taken.ok) return absent()
    const wrote = await writeReview(db, id, writtenReview(sound, taken.value))
    if (!wrote.ok) return notWritten(c, wrote, again, me)
    const { reviewId, conflicts } = wrote
    if (isAutosave(c))
      return autosaved(c, db, reviewId, reviewPlaces, { conflicts, problems: read.ok ? {} : read.problems, locale: me.locale })
    if (conflicts.length > 0) return again({ typed: withoutVersions(typed), conflicts: namedConflicts(reviewPlaces, conflicts) })
    return goOnWith(c, db, me, { id, typed, input: taken.value })
  })
})

interface Sent {
  id: string
  typed: Typed
  input: ReviewInput
}

/** What the pressed button asks for, after everything was saved. */
async function goOnWith(c: Ask, db: PersonDb, me: Me, sent: Sent): Promise<Response> {
  const { id, typed, input } = sent
  const back = () => c.redirect(savedAt(id, typed, '#review'), 303)
  if (typed.bring) {
    const brought = await bringToReview(db, id, asId(typed.bring) ?? absent())
    if (brought.ok) return back()
    return brought.reason === 'no_room'
      ? refused(c, db, me, sent, { whatHappened: { code: 'too_long', limit: reviewFields.happened.max } })
      : absent()
  }
  if (input.do === 'share') await shareReview(db, id)
  if (input.do === 'take_back') await takeReviewBack(db, id)
  return input.do === 'decide' ? decide(c, db, me, sent) : back()
}

/** Does what the learner chose as next move, or says what it still needs at the fields. */
async function decide(c: Ask, db: PersonDb, me: Me, sent: Sent): Promise<Response> {
  const { id, input } = sent
  const chosen = input.nextMove
  if (chosen === 'pause' || chosen === 'set_aside' || chosen === 'pass_on') return c.redirect(toWayOut(id, chosen), 303)
  if (chosen === 'reframe') {
    const reason = input.reframeReason ?? ''
    return reason ? moveOn(c, db, me, sent, { name: 'reframe', reason }) : refused(c, db, me, sent, { reframeReason: { code: 'required' } })
  }
  const missing = new Set([...(await whatIsMissing(db, id)), ...(chosen ? [] : ['nextMove'])])
  if (missing.size > 0) return refused(c, db, me, sent, Object.fromEntries([...missing].map((name) => [name, { code: 'required' }])))
  return moveOn(c, db, me, sent, { name: chosen === 'next_cycle' ? 'nextCycle' : 'declareSolved' })
}

async function whatIsMissing(db: PersonDb, id: string): Promise<string[]> {
  const whole = (await wholeJourney(db, id)) ?? absent()
  const { challenge, cycles } = stateOf(whole)
  const review = cycles.at(-1)?.review
  const shown = openCycleOf(whole)?.review
  if (!review || !shown) return []
  const signIds = challenge.successSigns.map((sign) => sign.id)
  return inputsMissing(missingInReview(review, signIds), shown, signIds)
}

async function moveOn(c: Ask, db: PersonDb, me: Me, sent: Sent, event: JourneyEvent): Promise<Response> {
  const moved = await move(db, sent.id, event, dayIn(me.timeZone, c.var.now))
  if (moved.ok) return c.redirect(`/journeys/${sent.id}`, 303)
  if (moved.reason === 'absent') return absent()
  const t = words(me.locale)
  const whole = (await wholeJourney(db, sent.id)) ?? absent()
  const lacks = moved.reason === 'not_solved_yet' ? solvedLacks({ state: stateOf(whole), me, t }) : undefined
  return refused(c, db, me, sent, {}, lacks ?? refusalInWords(t, moved))
}

/** The page with what was typed. The texts themselves are saved, so they carry the versions they have now. */
function refused(c: Ask, db: PersonDb, me: Me, { id, typed }: Sent, problems: Problems, refusal?: string): Promise<Response> {
  return renderJourney(c, db, me, id, { form: 'review', typed: withoutVersions(typed), problems, ...(refusal && { refusal }) })
}
