import type { Challenge, Closing, Cycle, JourneyState, Review, Step } from '../journey.ts'
import {
  bodiesOf,
  bodyOf,
  type ChallengeView,
  type ClosingView,
  type CycleView,
  closingInWork,
  type ReviewView,
  type StepView,
  type WholeJourney,
} from './whole.ts'

/** The journey as its rules see it. Only what was loaded for its learner is complete. */
export function stateOf(whole: WholeJourney): JourneyState {
  const { journey } = whole
  const versions = new Map(whole.challenges.map((challenge) => [challenge.id, challenge.version]))
  const here = (role: string) =>
    whole.members.filter((member) => member.role === role && member.reads_from && !member.until).map((member) => member.person_id)
  const check = whole.transferChecks.find((candidate) => candidate.state === 'open' && candidate.follows_id === null)
  return {
    status: journey.status,
    outcome: journey.outcome,
    phase: journey.phase,
    learnerIds: [journey.learner_id],
    facilitatorIds: here('facilitator'),
    challenge: challengeOf(whole.challenge),
    cycles: whole.cycles.map((cycle) => cycleOf(cycle, versions.get(cycle.challenge_id) ?? 1)),
    closing: closingOf(closingInWork(whole)),
    transferCheck: check ? { on: check.due_on, postponed: check.postponed } : null,
  }
}

function challengeOf(challenge: ChallengeView): Challenge {
  return {
    version: challenge.version,
    title: bodyOf(challenge.texts, 'title'),
    situation: bodyOf(challenge.texts, 'situation'),
    kind: challenge.kind,
    learningQuestion: bodyOf(challenge.texts, 'learningQuestion'),
    successSigns: challenge.signs.filter((sign) => bodyOf(sign.texts, 'text') !== ''),
    learnable: challenge.learnable,
    riskFlags: challenge.risk_flags,
  }
}

function cycleOf(cycle: CycleView, challengeVersion: number): Cycle {
  return {
    number: cycle.number,
    state: cycle.state,
    challengeVersion,
    focus: bodyOf(cycle.texts, 'focus'),
    plannedReviewOn: cycle.planned_review_on,
    tryStarted: cycle.try_started_at !== null,
    steps: cycle.steps.map(stepOf),
    review: cycle.review && reviewOf(cycle.review),
  }
}

const stepOf = (step: StepView): Step => ({
  id: step.id,
  what: bodyOf(step.texts, 'what'),
  kind: step.kind,
  byWhen: step.by_when,
  status: step.status,
})

function reviewOf(review: ReviewView): Review {
  return {
    happened: bodyOf(review.texts, 'happened'),
    wentWell: bodiesOf(review.texts, 'wentWell'),
    toImprove: bodiesOf(review.texts, 'toImprove'),
    insight: bodyOf(review.texts, 'insight'),
    signs: review.signs,
    progress: review.progress,
    nextMove: review.next_move,
    facilitatorResponse: review.texts.others.some((text) => text.field === 'facilitatorResponse' && text.body !== ''),
  }
}

function closingOf(closing: ClosingView | undefined): Closing | null {
  return closing
    ? {
        solutionSummary: bodyOf(closing.texts, 'solutionSummary'),
        whatMadeTheDifference: bodyOf(closing.texts, 'whatMadeTheDifference'),
        storyChoice: closing.story_choice,
        transferCheckOn: closing.transfer_check_on,
      }
    : null
}
