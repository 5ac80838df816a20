import { moved } from './change.ts'
import { daysBetween } from './date.ts'
import { autoPauseAfterDays } from './limits.ts'
import { workPhases } from './state.ts'
import { learner, proposable, type Transitions } from './transition.ts'

/** A journey at rest keeps its place. Coming to rest after long silence is the only thing that ever happens by itself. */
export const rest = {
  pause: {
    ...learner,
    phases: workPhases,
    proposable,
    change: (journey, { resumeOn }) => moved(journey, { status: 'paused' }, { name: 'stopReminders', until: resumeOn }),
  },

  resume: {
    ...learner,
    statuses: ['paused'],
    phases: workPhases,
    change: (journey) => moved(journey, { status: 'active' }, { name: 'showReentry' }),
  },

  autoPause: {
    who: 'system',
    statuses: ['active'],
    phases: workPhases,
    refuses: (_, { lastWriteOn }, { today }) =>
      daysBetween(lastWriteOn, today) < autoPauseAfterDays ? { reason: 'written_lately' } : null,
    change: (journey) => moved(journey, { status: 'paused' }, { name: 'stopReminders', until: null }, { name: 'giveNotice' }),
  },
} satisfies Partial<Transitions>
