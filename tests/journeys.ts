import type { Act, Closing, Cycle, PlainDate, Review, Step } from '#journey/journey.ts'
import { apply, create, type EventName, type JourneyEvent, type JourneyState, type Part, takesWriting } from '#journey/journey.ts'

/** Journeys at every place of the process, reached only by what a learner can do. */

export const today: PlainDate = '2026-11-23'
export const amara: Act = { who: 'learner', today }
export const lena: Act = { who: 'facilitator', today }
export const clockwork: Act = { who: 'system', today }

export const trial: Step = { id: 'trial', what: true, kind: 'on_the_job_trial', byWhen: '2026-12-01', status: 'planned' }
export const reading: Step = { id: 'reading', what: true, kind: 'self_study', byWhen: '2026-11-27', status: 'planned' }

export const goingOn: Review = {
  happened: true,
  wentWell: [true],
  toImprove: [true],
  insight: true,
  signs: { calm: 'partly', heard: 'not_yet' },
  progress: 2,
  nextMove: 'next_cycle',
  facilitatorResponse: null,
}
export const convincing: Review = {
  ...goingOn,
  toImprove: [],
  signs: { calm: 'met', heard: 'no_longer_relevant' },
  progress: 3,
  nextMove: 'declare_solved',
}
export const closingWords: Closing = { solutionSummary: true, whatMadeTheDifference: true, storyChoice: 'later', transferCheckOn: null }

const events = {
  reframe: { name: 'reframe', reason: 'It is about the handover.' },
  replan: { name: 'replan', changedStepIds: [] },
  setAside: { name: 'setAside', reason: 'no_time' },
  passOn: { name: 'passOn', to: 'specialist', what: true },
  pause: { name: 'pause', resumeOn: null },
  answerTransfer: { name: 'answerTransfer', answer: { metNewChallenge: 'yes', progress: 4, supportUsed: 'none' } },
  autoPause: { name: 'autoPause', lastWriteOn: '2026-01-05' },
} as const satisfies { [N in EventName]?: JourneyEvent<N> }

/** An event that carries all it has to carry. */
export function soundEvent(name: EventName): JourneyEvent {
  return name in events ? events[name as keyof typeof events] : ({ name } as JourneyEvent)
}

/** The journey moved on. Throws the refusal: here it would be a mistake of the test. */
export function go(journey: JourneyState, ...names: EventName[]): JourneyState {
  return names.reduce((from, name) => {
    const answer = apply(from, soundEvent(name), amara)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
    return answer.journey
  }, journey)
}

export function write(journey: JourneyState, part: Part, written: Partial<JourneyState>): JourneyState {
  if (!takesWriting(journey, part)) throw new Error(`${part} takes no writing in ${journey.status} ${journey.phase}`)
  return { ...journey, ...written }
}

export function inOpenCycle(journey: JourneyState, written: Partial<Cycle>): Partial<JourneyState> {
  return { cycles: journey.cycles.map((cycle) => (cycle.state === 'open' ? { ...cycle, ...written } : cycle)) }
}

export function described(journey: JourneyState): JourneyState {
  const successSigns = [{ id: 'calm' }, { id: 'heard' }]
  const words = { title: true, situation: true, learningQuestion: true, kind: 'problem', learnable: 'yes', riskFlags: ['none'] } as const
  return write(journey, 'challenge', { challenge: { ...journey.challenge, ...words, successSigns } })
}
export function planned(journey: JourneyState, steps: readonly Step[] = [reading, trial]): JourneyState {
  return write(journey, 'plan', inOpenCycle(journey, { focus: true, plannedReviewOn: '2026-12-04', steps }))
}
export function tried(journey: JourneyState, status: Step['status'] = 'done'): JourneyState {
  const steps = journey.cycles.at(-1)?.steps.map((step) => (step.kind === 'on_the_job_trial' ? { ...step, status } : step))
  return write(journey, 'stepStatus', inOpenCycle(journey, { steps }))
}
export function reviewed(journey: JourneyState, review: Review): JourneyState {
  return write(journey, 'review', inOpenCycle(journey, { review }))
}
export function closingWritten(journey: JourneyState, closing: Closing = closingWords): JourneyState {
  return write(journey, 'closing', { closing })
}

const drafted = create('amara')
const inPlan = go(described(drafted), 'start')
const inTry = go(planned(inPlan), 'beginTrying')
const inEvaluate = go(tried(inTry), 'evaluate')
const inIdentify = go(inPlan, 'reframe')
const inClose = go(reviewed(inEvaluate, convincing), 'declareSolved')
const inTransfer = go(closingWritten(inClose), 'closeSolved')

/** One journey for each of the fifteen places where a journey can be. */
export const places = {
  draft: drafted,
  identify: inIdentify,
  plan: inPlan,
  try: inTry,
  evaluate: inEvaluate,
  close: inClose,
  pausedIdentify: go(inIdentify, 'pause'),
  pausedPlan: go(inPlan, 'pause'),
  pausedTry: go(inTry, 'pause'),
  pausedEvaluate: go(inEvaluate, 'pause'),
  pausedClose: go(inClose, 'pause'),
  transfer: inTransfer,
  solvedDone: go(inTransfer, 'answerTransfer'),
  setAside: go(inTry, 'setAside'),
  passedOn: go(inPlan, 'passOn'),
} as const
export type Place = keyof typeof places

export function placeOf({ status, outcome, phase }: JourneyState): string {
  return [status, outcome, phase].filter(Boolean).join(' ')
}
