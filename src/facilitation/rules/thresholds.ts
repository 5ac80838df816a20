/**
 * The one place where it is set when a handover is suggested: starting values, the same for everybody, to be looked at again
 * after some fifty journeys beside what learners answered about the support they had. Shares lie between 0 and 1.
 */
export const thresholds = {
  /** Share of steps that are the learner's own. */
  ownSteps: 0.8,
  /** Share of steps that were done, done in part or changed on purpose. */
  keptSteps: 0.7,
  /** Confidence in the main step may lie this far from what came of it, of 10. */
  confidenceApart: 3,
  /** Confidence at the end of the cycle, of 10. */
  confidentFrom: 6,
  /** Share of the phases that the learner led. */
  learnerLeads: 2 / 3,
  /** Less support: so many signals have to be known, and such a share of them true, in the cycle and in the one before. */
  lessSupport: { known: 4, share: 2 / 3, shareBefore: 1 / 2 },
  /** More support: confidence at or below this in so many cycles running, the same obstacle, or nothing finished. */
  moreSupport: { confidence: 3, lowFor: 2, sameObstacleFor: 3, nothingFinishedFor: 2 },
}

export type Thresholds = typeof thresholds
