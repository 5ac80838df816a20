import type { AgreementRow } from '#facilitation/queries/rows.ts'
import { supportIn } from '#facilitation/rules/handover.ts'
import { type CycleFacts, type Signal, signalsOf } from '#facilitation/rules/signals.ts'
import { type SupportSuggestion, suggestionFor } from '#facilitation/rules/suggestion.ts'
import { heldForAFullCycle, levelAt, type SupportLevel } from '#facilitation/rules/support-level.ts'
import { findingsOf } from './offers.ts'
import { agreedSupport, type CycleView, type WholeJourney } from './whole.ts'

const at = (instant: string) => Date.parse(instant)
const spanOf = (cycle: CycleView) => ({ openedAt: at(cycle.opened_at), closedAt: cycle.closed_at ? at(cycle.closed_at) : null })

/** The support level of a cycle; null where nobody accompanied it, and for anybody but the two of an agreement. */
export const supportOfCycle = (whole: Pick<WholeJourney, 'agreements'>, cycle: CycleView): SupportLevel | null =>
  supportIn(whole.agreements.map(agreedSupport), spanOf(cycle))

/** The cycles that count: those that ended with a review. */
export const reviewedOf = (whole: Pick<WholeJourney, 'cycles'>): CycleView[] =>
  whole.cycles.filter((cycle) => cycle.state === 'reviewed' && cycle.review !== null)

/** The agreements that hold now, as far as this person has a part in them. */
export const openAgreements = (whole: Pick<WholeJourney, 'agreements'>): AgreementRow[] =>
  whole.agreements.filter(({ opened_at, ended_at, in_force }) => opened_at !== null && ended_at === null && in_force.length > 0)

/** The signals of one reviewed cycle, with what was counted for each. */
export function signalsIn(whole: WholeJourney, cycle: CycleView, isLearner: boolean): Signal[] {
  const reviewed = reviewedOf(whole)
  const before = reviewed[reviewed.indexOf(cycle) - 1]
  return signalsOf(factsOf(whole, cycle, isLearner), before && factsOf(whole, before, isLearner))
}

/** What the signals suggest for one agreement now. */
export function suggestionIn(whole: WholeJourney, agreement: AgreementRow, isLearner: boolean): SupportSuggestion | null {
  const { levels } = agreedSupport(agreement)
  const level = levelAt(levels, Number.POSITIVE_INFINITY)
  const reviewed = reviewedOf(whole)
  if (!level || reviewed.length === 0) return null
  return suggestionFor({
    level,
    heldForAFullCycle: heldForAFullCycle(levels, reviewed.map(spanOf)),
    riskFlags: whole.challenge.risk_flags,
    cycles: reviewed.map((cycle) => factsOf(whole, cycle, isLearner)),
  })
}

/** Only the learner reads what they asked others; for whoever accompanies it stays unknown. */
function factsOf(whole: WholeJourney, cycle: CycleView, isLearner: boolean): CycleFacts {
  const review = cycle.review
  return {
    steps: cycle.steps.map((step) => ({
      createdBy: step.created_as,
      isTrialAtWork: step.kind === 'on_the_job_trial',
      status: step.status,
      confidence: step.confidence,
    })),
    reviewSavedAt: at(review?.saved_at ?? cycle.closed_at ?? cycle.opened_at),
    sessionsAt: sessionsOn(whole, cycle),
    nextPlan: nextPlanOf(whole, cycle),
    helpAskedOfOthers: isLearner ? helpAskedOfOthers(whole, cycle) : null,
    obstacleTags: review?.obstacle_tags ?? [],
    progress: review?.progress ?? null,
    confidenceNow: review?.confidence_now ?? null,
    lead: Object.values(review?.lead ?? {}),
  }
}

function helpAskedOfOthers({ helpRequests, agreements }: WholeJourney, cycle: CycleView): number {
  const accompanying = new Set(agreements.map(({ facilitator_id }) => facilitator_id))
  return helpRequests.filter((asked) => asked.cycle_id === cycle.id && !(asked.to_person_id && accompanying.has(asked.to_person_id))).length
}

/** Conversations that were held while this cycle was looked back on. */
function sessionsOn(whole: WholeJourney, { review, closed_at }: CycleView): number[] {
  const from = review ? at(review.opened_at) : Number.POSITIVE_INFINITY
  const to = closed_at ? at(closed_at) : Number.POSITIVE_INFINITY
  return whole.events
    .filter(({ name }) => name === 'sessionHeld')
    .flatMap((event) => (at(event.at) >= from && at(event.at) <= to ? [at(event.at)] : []))
}

/** The plan after a cycle is made once trying began, or once it was left behind. */
function nextPlanOf(whole: WholeJourney, cycle: CycleView): CycleFacts['nextPlan'] {
  const next = whole.cycles.find((one) => one.number === cycle.number + 1)
  if (!next) return null
  const findings = new Set(findingsOf({ ...whole, cycles: [cycle] }).map(({ id }) => id))
  const fromFindings = next.steps.filter((step) => step.from_passage_id !== null && findings.has(step.from_passage_id)).length
  return { fromFindings, isMade: next.try_started_at !== null || next.state !== 'open' }
}
