import type { Child } from 'hono/jsx'
import type { Question } from '#library/library.ts'
import type { Me } from '#platform/db/bound.ts'
import type { Assets } from '#platform/web/env.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import type { Reader } from '#sharing/sharing.ts'
import type { JourneyState } from '../journey.ts'
import type { JourneyWords } from '../messages/index.ts'
import type { RemovableKind } from '../queries/removed.ts'
import type { CycleView, WholeJourney } from '../queries/whole.ts'

/** A form that could not be taken as it was sent: which one, what was typed, what is wrong, what others wrote meanwhile. */
export interface Refill {
  /** Name of the form on the page, such as 'challenge', 'step:<id>' or 'review'. After a refused move: 'move:' and the event. */
  form: string
  typed: Typed
  /** By name of the input; after a refused move by the missing field as the rules name it, such as 'cycle.focus'. */
  problems: Problems
  /** What stands now where somebody else wrote first, by name of the input, with the version to send in order to write over it. */
  conflicts?: readonly { name: string; theirs: string; version: number }[]
  /** A refusal in words, where no single field is to blame. */
  refusal?: string
  /** Questions that whoever writes keeps beside the bank, where one was asked for. */
  ownQuestions?: readonly Question[] | undefined
}

/** What every part of the journey page is given. */
export interface PhaseProps {
  whole: WholeJourney
  state: JourneyState
  me: Me
  assets: Assets
  /** The day where this person is. */
  today: string
  now: Date
  /** Whoever is not the learner reads, and proposes; forms of the journey are the learner's. */
  isLearner: boolean
  /** Who reads the journey now, by name; the learner first. */
  readers: readonly Reader[]
  t: JourneyWords
  /** How often another question from the bank was asked for on this page: 0 at first. */
  asked: number
  /** What was removed a moment ago, to be brought back. */
  removed?: { kind: RemovableKind; id: string } | undefined
  /** What is offered at a step that was done a moment ago. */
  afterStep?: { stepId: string; part: Child } | undefined
  refill?: Refill | undefined
  /** What the person just did, said once. */
  happened?: string | undefined
}

/** A part that shows one cycle, open or closed. */
export type CycleProps = PhaseProps & { cycle: CycleView }
