import type { Me } from '#platform/db/bound.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import type { Conflict, Reader } from '#sharing/sharing.ts'
import type { JourneyState } from '../journey.ts'
import type { JourneyWords } from '../messages/index.ts'
import type { WholeJourney } from '../queries/whole.ts'

/** A form that could not be taken as it was sent: which one, what was typed, what is wrong, what others wrote meanwhile. */
export interface Refill {
  /** Name of the form on the page, such as 'challenge', 'step:<id>' or 'review'. */
  form: string
  typed: Typed
  problems: Problems
  conflicts?: readonly Conflict[]
  /** A refusal in words, where no single field is to blame. */
  refusal?: string
}

/** What every part of the journey page is given. */
export interface PhaseProps {
  whole: WholeJourney
  state: JourneyState
  me: Me
  /** The day where this person is. */
  today: string
  now: Date
  /** Whoever is not the learner reads, and proposes; forms of the journey are the learner's. */
  isLearner: boolean
  /** Who reads the journey now, by name; the learner first. */
  readers: readonly Reader[]
  t: JourneyWords
  refill?: Refill | undefined
}
