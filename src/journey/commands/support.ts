import { suggestBySignals } from '#facilitation/commands/handover.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import type { EventName } from '../journey.ts'
import { openAgreements, reviewedOf, suggestionIn } from '../queries/support.ts'
import { wholeJourney } from '../queries/whole.ts'

/** After these there is something new to count: a review was saved, or the plan that followed it is made. */
const tellSomething: readonly EventName[] = ['nextCycle', 'reframe', 'beginTrying']

/** Suggests another level where the signals of the last cycle speak for it, once for each cycle; while one is on trial, its question comes first. */
export async function suggestSupport(db: PersonDb, journeyId: string, event: EventName): Promise<void> {
  if (!tellSomething.includes(event)) return
  const whole = await wholeJourney(db, journeyId)
  const cycle = whole && reviewedOf(whole).at(-1)
  if (!whole || !cycle) return
  for (const agreement of openAgreements(whole)) {
    if (whole.handovers.some(({ agreement_id, state }) => agreement_id === agreement.id && state === 'trial')) continue
    const suggestion = suggestionIn(whole, agreement, true)
    if (!suggestion || suggestion.change === 'talk_first') continue
    const overrides = suggestion.change === 'less' ? (agreement.in_force.at(-1)?.phase_overrides ?? {}) : {}
    await suggestBySignals(db, { agreementId: agreement.id, id: newId(), to: suggestion.to, overrides, cycleId: cycle.id })
  }
}
