import { endedWith, moved, withCycleClosed, withNewCycle } from './change.ts'
import { emptyClosing, missingInClosing, missingInPassOn, missingInSetAside, transferCheckRange } from './closing.ts'
import type { Effect } from './event.ts'
import { solvedIndependence } from './solved.ts'
import { workPhases } from './state.ts'
import { missingInTransfer, postponed } from './transfer.ts'
import { incompleteReview, learner, missing, proposable, type Transitions, unsolved } from './transition.ts'

const afterSolving = { who: 'learner', statuses: ['closed'], phases: ['transfer'] } as const

/** Solved, set aside or passed on; what follows weeks later; and opening it again. */
export const ending = {
  declareSolved: {
    ...learner,
    phases: ['evaluate'],
    proposable,
    lacks: (journey) => incompleteReview(journey) ?? unsolved(journey),
    change: (journey) => {
      const closed = withCycleClosed(journey)
      return moved(closed.journey, { phase: 'close', closing: emptyClosing }, ...closed.effects, {
        name: 'openClosing',
        afterCycle: journey.cycles.length,
      })
    },
  },

  closeSolved: {
    ...learner,
    phases: ['close'],
    proposable,
    lacks: (journey) => missing(missingInClosing(journey.closing ?? emptyClosing)) ?? unsolved(journey),
    refuses: (journey, _, { today }) => {
      const { first, last } = transferCheckRange(today)
      const on = journey.closing?.transferCheckOn
      return on && (on < first || on > last) ? { reason: 'date_out_of_range', first, last } : null
    },
    change: (journey, _, { today }) => {
      const on = journey.closing?.transferCheckOn ?? transferCheckRange(today).proposed
      const independence = solvedIndependence(journey.cycles.at(-1)?.review?.progress ?? null)
      const transferCheck = { on, postponed: 0 }
      return moved(
        journey,
        { status: 'closed', outcome: 'solved', phase: 'transfer', transferCheck },
        { name: 'noteSolved', independence: independence ?? 'with_help' },
        { name: 'noteClosing' },
        { name: 'scheduleTransferCheck', ...transferCheck },
      )
    },
  },

  setAside: {
    ...learner,
    statuses: ['active', 'paused'],
    phases: workPhases,
    proposable,
    refuses: (_, event) => missing(missingInSetAside(event)),
    change: (journey) => endedWith(journey, 'set_aside'),
  },

  passOn: {
    ...learner,
    phases: workPhases,
    proposable,
    refuses: (_, event) => missing(missingInPassOn(event)),
    change: (journey) => endedWith(journey, 'passed_on'),
  },

  reopen: {
    ...learner,
    statuses: ['closed'],
    phases: ['transfer', 'done'],
    proposable,
    change: (journey) => {
      const opened = withNewCycle(journey, 'plan')
      // Also a second check, which a journey that is done may still have before it.
      const cancelled: Effect[] = journey.outcome === 'solved' ? [{ name: 'cancelTransferCheck' }] : []
      return { journey: opened.journey, effects: [...cancelled, ...opened.effects] }
    },
  },

  answerTransfer: {
    ...afterSolving,
    refuses: (_, { answer }) => missing(missingInTransfer(answer)),
    change: (journey, { answer }, { today }) => {
      const later = answer.metNewChallenge === 'not_yet' && journey.transferCheck ? postponed(journey.transferCheck, today) : null
      if (later) return moved(journey, { transferCheck: later }, { name: 'scheduleTransferCheck', ...later })
      return moved(journey, { phase: 'done', transferCheck: null }, { name: 'noteTransferAnswer' })
    },
  },

  declineTransfer: {
    ...afterSolving,
    change: (journey) => moved(journey, { phase: 'done', transferCheck: null }, { name: 'noteTransferDeclined' }),
  },
} satisfies Partial<Transitions>
