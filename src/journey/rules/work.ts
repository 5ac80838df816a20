import { missingInChallenge } from './challenge.ts'
import { currentCycle, hasCompleteReview, moved, withCycle, withCycleClosed, withNewCycle } from './change.ts'
import { missingInPlan } from './cycle.ts'
import { isFilled, reframeFields } from './limits.ts'
import { emptyReview } from './review.ts'
import type { JourneyState } from './state.ts'
import { givesSomethingToEvaluate, isUnfinished, mayBeChanged, sizeOfPlan } from './step.ts'
import { incompleteReview, learner, missing, proposable, type Transitions } from './transition.ts'

/** Identify, plan, try, evaluate, and round again. */
export const work = {
  start: {
    ...learner,
    statuses: ['draft'],
    phases: ['identify'],
    proposable,
    lacks: (journey) => missing(missingInChallenge(journey.challenge)),
    change: (journey) => {
      const opened = withNewCycle(journey, 'plan')
      return { journey: opened.journey, effects: [{ name: 'noteStart' }, ...opened.effects] }
    },
  },

  reframe: {
    ...learner,
    phases: ['plan', 'try', 'evaluate'],
    proposable,
    refuses: (_, { reason }) => {
      if (!isFilled(reason)) return missing(['reframe.reason'])
      return reason.length > reframeFields.reason.max ? { reason: 'too_long', max: reframeFields.reason.max } : null
    },
    change: (journey, { reason }) => {
      const version = journey.challenge.version + 1
      const reframed: JourneyState = { ...journey, phase: 'identify', challenge: { ...journey.challenge, version } }
      const written = { name: 'newChallengeVersion', version, reason } as const
      if (!hasCompleteReview(journey, currentCycle(journey))) return { journey: reframed, effects: [written] }
      const closed = withCycleClosed(reframed)
      const opened = withNewCycle(closed.journey, 'identify')
      return { journey: opened.journey, effects: [...closed.effects, written, ...opened.effects] }
    },
  },

  confirmChallenge: {
    ...learner,
    phases: ['identify'],
    lacks: (journey) => missing(missingInChallenge(journey.challenge)),
    change: (journey) => {
      const { version } = journey.challenge
      const cycle = { ...currentCycle(journey), challengeVersion: version }
      return moved(withCycle(journey, cycle), { phase: 'plan' }, { name: 'linkChallenge', cycle: cycle.number, version })
    },
  },

  beginTrying: {
    ...learner,
    phases: ['plan'],
    lacks: (journey) => {
      const cycle = currentCycle(journey)
      const fields = missingInPlan(cycle)
      if (fields.length > 0) return { reason: 'missing_fields', fields }
      if (sizeOfPlan(cycle.steps) === 'empty') return { reason: 'no_step' }
      return sizeOfPlan(cycle.steps) === 'too_many' ? { reason: 'too_many_steps' } : null
    },
    change: (journey) => {
      const cycle = currentCycle(journey)
      if (cycle.tryStarted) return moved(journey, { phase: 'try' })
      return moved(withCycle(journey, { ...cycle, tryStarted: true }), { phase: 'try' }, { name: 'noteTryStart', cycle: cycle.number })
    },
  },

  replan: {
    ...learner,
    phases: ['try'],
    refuses: (journey, { changedStepIds }) => {
      const changeable = currentCycle(journey).steps.filter(mayBeChanged)
      const stepIds = changedStepIds.filter((id) => !changeable.some((step) => step.id === id))
      return stepIds.length > 0 ? { reason: 'steps_not_changeable', stepIds } : null
    },
    change: (journey, { changedStepIds }) => {
      const cycle = currentCycle(journey)
      const steps = cycle.steps.map((step) => (changedStepIds.includes(step.id) ? { ...step, status: 'changed' as const } : step))
      const replanned = withCycle(journey, { ...cycle, steps })
      if (changedStepIds.length === 0) return moved(replanned, { phase: 'plan' })
      return moved(replanned, { phase: 'plan' }, { name: 'markStepsChanged', stepIds: changedStepIds })
    },
  },

  evaluate: {
    ...learner,
    phases: ['try'],
    proposable,
    lacks: (journey) => (currentCycle(journey).steps.some(givesSomethingToEvaluate) ? null : { reason: 'nothing_tried' }),
    change: (journey) => {
      const cycle = currentCycle(journey)
      if (cycle.review) return moved(journey, { phase: 'evaluate' })
      return moved(
        withCycle(journey, { ...cycle, review: emptyReview }),
        { phase: 'evaluate' },
        { name: 'openReview', cycle: cycle.number },
      )
    },
  },

  nextCycle: {
    ...learner,
    phases: ['evaluate'],
    proposable,
    lacks: (journey) => {
      const incomplete = incompleteReview(journey)
      if (incomplete) return incomplete
      return currentCycle(journey).review?.nextMove === 'next_cycle' ? null : { reason: 'another_next_move' }
    },
    change: (journey) => {
      const { number, steps } = currentCycle(journey)
      const closed = withCycleClosed(journey)
      const opened = withNewCycle(closed.journey, 'plan')
      const stepIds = steps.filter(isUnfinished).map((step) => step.id)
      const offered = stepIds.length > 0 ? [{ name: 'proposeCarryOver', fromCycle: number, stepIds } as const] : []
      return { journey: opened.journey, effects: [...closed.effects, ...opened.effects, ...offered] }
    },
  },

  backToWork: {
    ...learner,
    phases: ['close'],
    change: (journey) => withNewCycle(journey, 'plan'),
  },
} satisfies Partial<Transitions>
