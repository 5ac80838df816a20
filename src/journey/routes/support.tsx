import { Hono } from 'hono'
import { agreeToHandover, answerTrial, askForMoreSupport, declineHandover, suggestHandover } from '#facilitation/commands/handover.ts'
import { answerHatAsked, askToWear, returnHat } from '#facilitation/commands/hat.ts'
import { overridesOf } from '#facilitation/rules/handover.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm, type Typed } from '#platform/web/read-form.ts'
import * as forms from '../forms/support.ts'
import { type JourneyWords, words } from '../messages/index.ts'
import { openAgreements } from '../queries/support.ts'
import { openCycleOf, type WholeJourney, wholeJourney } from '../queries/whole.ts'
import { renderJourney } from './render-journey.tsx'

/** How closely a journey is accompanied, and under which hat. */
export const supportRoutes = new Hono<Env>()

const idOf = (c: Ask, name: string) => asId(c.req.param(name)) ?? absent()

/** The journey as far as this person reads it; 404 where there is nothing for them. */
async function journeyHere(c: Ask, db: PersonDb): Promise<WholeJourney> {
  const whole = (await wholeJourney(db, idOf(c, 'id'))) ?? absent()
  return whole.journey.status === 'closed' ? absent() : whole
}
const agreementIn = (whole: WholeJourney, id: string) => openAgreements(whole).find((agreement) => agreement.id === id) ?? absent()
const handoverIn = (whole: WholeJourney, id: string) => whole.handovers.find((handover) => handover.id === id) ?? absent()

const said = (c: Ask, done: string) => c.redirect(`/journeys/${idOf(c, 'id')}?done=support_${done}`, 303)
type Refusal = Extract<Parameters<JourneyWords>[0], `support.refused_${string}`>
const refused = (c: Ask, db: PersonDb, me: Me, refusal: Refusal, form = '', typed: Typed = {}) =>
  renderJourney(c, db, me, idOf(c, 'id'), { form, typed, problems: {}, refusal: words(me.locale)(refusal) })

supportRoutes.post('/journeys/:id/handovers', async (c) => {
  const read = await readForm(c, forms.suggestedLevel)
  return asPerson(c, async (db, me) => {
    const form = `handover:${String(read.typed.agreement)}`
    if (!read.ok) return renderJourney(c, db, me, idOf(c, 'id'), { form, typed: read.typed, problems: read.problems })
    const { agreement, id, level, closer, for: howLong } = read.value
    const whole = await journeyHere(c, db)
    const answer = await suggestHandover(db, {
      agreementId: agreementIn(whole, agreement).id,
      id,
      to: level,
      overrides: overridesOf(level, closer),
      forOneCycle: howLong !== 'for_good',
      cycleId: openCycleOf(whole)?.id ?? null,
    })
    if (answer === 'absent') return absent()
    return answer === 'suggested' ? said(c, 'suggested') : refused(c, db, me, `support.refused_${answer}`, form, read.typed)
  })
})

supportRoutes.post('/journeys/:id/handovers/:handoverId/agreement', async (c) => {
  const read = await readForm(c, forms.ownWord)
  if (!read.ok) absent()
  return asPerson(c, async (db, me) => {
    const handover = handoverIn(await journeyHere(c, db), idOf(c, 'handoverId'))
    const answer = await agreeToHandover(db, handover.id, read.value.for !== 'for_good')
    if (answer === 'absent') return absent()
    return answer === 'waiting' || answer === 'agreed' ? said(c, answer) : refused(c, db, me, `support.refused_${answer}`)
  })
})

supportRoutes.post('/journeys/:id/handovers/:handoverId/refusal', (c) =>
  asPerson(c, async (db, me) => {
    const handover = handoverIn(await journeyHere(c, db), idOf(c, 'handoverId'))
    return (await declineHandover(db, handover.id)) ? said(c, 'declined') : refused(c, db, me, 'support.refused_decided_already')
  }),
)

supportRoutes.post('/journeys/:id/handovers/:handoverId/answer', async (c) => {
  const read = await readForm(c, forms.trialAnswer)
  if (!read.ok) absent()
  return asPerson(c, async (db) => {
    const { id, agreement_id, to_level, phase_overrides } = handoverIn(await journeyHere(c, db), idOf(c, 'handoverId'))
    const trial = { id, agreementId: agreement_id, toLevel: to_level, overrides: phase_overrides }
    return (await answerTrial(db, trial, read.value.answer, read.value.next)) ? said(c, 'answered') : absent()
  })
})

supportRoutes.post('/journeys/:id/support/more', async (c) => {
  const read = await readForm(c, forms.moreWanted)
  if (!read.ok) absent()
  return asPerson(c, async (db, me) => {
    const agreement = agreementIn(await journeyHere(c, db), read.value.agreement)
    const answer = await askForMoreSupport(db, agreement.id, read.value.id, read.value.phase)
    if (answer === 'absent') return absent()
    return answer === 'granted' ? said(c, 'granted') : refused(c, db, me, `support.refused_${answer}`)
  })
})

supportRoutes.post('/journeys/:id/hats', async (c) => {
  const read = await readForm(c, forms.hatWanted)
  return asPerson(c, async (db, me) => {
    const form = `hat:${String(read.typed.agreement)}`
    if (!read.ok) return renderJourney(c, db, me, idOf(c, 'id'), { form, typed: read.typed, problems: read.problems })
    const { id, hat, purpose } = read.value
    const agreement = agreementIn(await journeyHere(c, db), read.value.agreement)
    return (await askToWear(db, agreement.id, id, { hat, purpose })) ? said(c, 'hat_asked') : absent()
  })
})

supportRoutes.post('/journeys/:id/hats/:hatId', async (c) => {
  const read = await readForm(c, forms.hatAnswer)
  if (!read.ok) absent()
  return asPerson(c, async (db) => {
    const { answer } = read.value
    const found = (await journeyHere(c, db)).hatChanges.find((change) => change.id === idOf(c, 'hatId')) ?? absent()
    const done = answer === 'return' ? await returnHat(db, found.id) : await answerHatAsked(db, found.id, answer === 'accept')
    return done ? said(c, answer === 'accept' ? 'hat_accepted' : answer === 'decline' ? 'hat_declined' : 'hat_returned') : absent()
  })
})
