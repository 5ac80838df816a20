import { Hono } from 'hono'
import { dayIn } from '#platform/clock.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import { isAutosave } from '#platform/web/autosave.ts'
import type { Env } from '#platform/web/env.ts'
import { checkTyped, type Problems, readForm, readTyped } from '#platform/web/read-form.ts'
import { closeSolved, writeClosing } from '../commands/closing.ts'
import { move } from '../commands/move.ts'
import { answerSecondCheck, decideOnSecondCheck } from '../commands/second-check.ts'
import { answerTransfer, writeTransferDescription } from '../commands/transfer.ts'
import {
  closingForm,
  closingPlaces,
  secondCheckForm,
  transferForm,
  transferPlaces,
  writtenClosing,
  writtenTransfer,
} from '../forms/close.ts'
import { withoutVersions, writtenTexts } from '../forms/inputs.ts'
import type { Refusal } from '../journey.ts'
import type { Refill } from '../parts/phase.ts'
import { refusalInWords } from '../parts/refusal.ts'
import { facilitatorsOf } from '../queries/facilitators.ts'
import { autosaved, namedConflicts, notWritten, soundPart } from './autosave.ts'
import { journeyProps, renderJourney } from './render-journey.tsx'
import { savedAt } from './saved-at.ts'

export const closeRoutes = new Hono<Env>()

closeRoutes.post('/journeys/:id/closing', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const { whole, today, t } = await journeyProps(c, db, me, c.req.param('id'))
    const { id } = whole.journey
    const facilitators = facilitatorsOf(whole)
    const form = closingForm(facilitators)
    const places = closingPlaces(facilitators)
    const again = (refill: Partial<Refill>) => renderJourney(c, db, me, id, { form: 'closing', typed, problems: {}, ...refill })
    const read = checkTyped(typed, form)
    if (!read.ok && !isAutosave(c)) return again({ problems: read.problems })
    const sound = read.ok ? typed : soundPart(typed, read.problems)
    const taken = checkTyped(sound, form)
    if (!taken.ok) return absent()
    const wrote = await writeClosing(db, id, writtenClosing(sound, taken.value, places))
    if (!wrote.ok) return notWritten(c, wrote, again, me)
    const { closingId, conflicts } = wrote
    if (isAutosave(c)) return autosaved(c, db, closingId, places, { conflicts, problems: read.ok ? {} : read.problems, locale: me.locale })
    if (conflicts.length > 0) return again({ typed: withoutVersions(typed), conflicts: namedConflicts(places, conflicts) })
    const moved = await goOn(taken.value.do)
    if (moved === 'stays') return c.redirect(savedAt(id, typed, '#closing'), 303)
    if (moved.ok) return c.redirect(`/journeys/${id}`, 303)
    if (moved.reason === 'absent') return absent()
    return again({ typed: withoutVersions(typed), ...refusedAt(moved, 'closing', (refusal) => refusalInWords(t, refusal)) })

    async function goOn(asked: 'save' | 'close' | 'back_to_work' | null | undefined) {
      if (asked === 'close') return closeSolved(db, id, today)
      return asked === 'back_to_work' ? move(db, id, { name: 'backToWork' }, today) : ('stays' as const)
    }
  })
})

closeRoutes.post('/journeys/:id/transfer', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const { whole, isLearner, today, t } = await journeyProps(c, db, me, c.req.param('id'))
    if (!isLearner) return absent()
    const { id } = whole.journey
    const again = (refill: Partial<Refill>) => renderJourney(c, db, me, id, { form: 'transfer', typed, problems: {}, ...refill })
    const read = checkTyped(typed, transferForm)
    const problems = read.ok ? {} : read.problems
    if (!read.ok && !isAutosave(c)) return again({ problems })
    const wrote = await writeTransferDescription(db, id, writtenTexts(soundPart(typed, problems), transferPlaces))
    if (!wrote.ok) return notWritten(c, wrote, again, me)
    const { checkId, isSecond, conflicts } = wrote
    if (isAutosave(c)) return autosaved(c, db, checkId, transferPlaces, { conflicts, problems, locale: me.locale })
    if (conflicts.length > 0) return again({ typed: withoutVersions(typed), conflicts: namedConflicts(transferPlaces, conflicts) })
    if (!read.ok) return absent()
    const answer = isSecond ? answerSecondCheck : answerTransfer
    const answered = await answer(db, id, writtenTransfer({}, read.value), today)
    if (answered.ok) return c.redirect(`/journeys/${id}`, 303)
    if (answered.reason === 'absent') return absent()
    return again({ typed: withoutVersions(typed), ...refusedAt(answered, 'transfer', (refusal) => refusalInWords(t, refusal)) })
  })
})

closeRoutes.post('/journeys/:id/second-check', async (c) => {
  const read = await readForm(c, secondCheckForm)
  return asPerson(c, async (db, me) => {
    const { whole, isLearner, today } = await journeyProps(c, db, me, c.req.param('id'))
    if (!isLearner || !read.ok) return absent()
    const { id } = whole.journey
    const dayOf = (at: Date) => dayIn(me.timeZone, at)
    const decided = await decideOnSecondCheck(db, id, read.value.do === 'plan', { today, dayOf })
    if (decided.ok) return c.redirect(`/journeys/${id}`, 303)
    const again = (refill: Partial<Refill>) => renderJourney(c, db, me, id, { form: '', typed: {}, problems: {}, ...refill })
    return notWritten(c, decided, again, me)
  })
})

/** A refusal at the fields that are still empty, or in words where it is about something else. */
export function refusedAt(refusal: Refusal, subject: string, inWords: (refusal: Refusal) => string): Pick<Refill, 'problems' | 'refusal'> {
  if (refusal.reason !== 'missing_fields') return { problems: {}, refusal: inWords(refusal) }
  const problems: Problems = Object.fromEntries(refusal.fields.map((field) => [field.replace(`${subject}.`, ''), { code: 'required' }]))
  return { problems }
}
