import { type JourneyState, nextTurn, type Turn } from '#journey/journey.ts'
import { daysAfter } from '#journey/rules/date.ts'

/** A day that somebody agreed with themselves or others, and where it leads. */
export interface AgreedDate {
  day: string
  what: 'step' | 'need' | 'review' | 'resume' | 'transfer' | 'second_transfer'
  /** Words of the person, such as the step; '' where the kind says it all. */
  text: string
  journeyId: string
  journeyTitle: string
  fragment: string
}

/** What the rules of this page need of one journey, beside its state. */
export interface Dated {
  id: string
  title: string
  resumeOn: string | null
  cycle: { plannedReviewOn: string | null; steps: readonly DatedStep[] } | undefined
}
interface DatedStep {
  id: string
  what: string
  byWhen: string | null
  status: string
  needs: readonly { text: string; neededBy: string | null; state: string }[]
}

/** The last day of what is told ahead: two weeks on. */
export const lastDayAhead = (today: string): string => daysAfter(today, 14)

/** A second transfer check, of a journey that is done and asks for nothing else. */
export interface SecondCheck {
  day: string
  journeyId: string
  title: string | null
}

/** The agreed days up to two weeks ahead, earliest first. A day that has passed stays until what it was for is done: it is said as a date, not as a failing. */
export function agreedDates(
  journeys: readonly { dated: Dated; state: JourneyState }[],
  today: string,
  secondChecks: readonly SecondCheck[] = [],
): AgreedDate[] {
  const last = lastDayAhead(today)
  return journeys
    .flatMap(({ dated, state }) => datesOf(dated, state, today))
    .concat(secondChecks.map(secondCheckDate))
    .filter((date) => date.day <= last)
    .sort((a, b) => a.day.localeCompare(b.day))
}

const secondCheckDate = ({ day, journeyId, title }: SecondCheck): AgreedDate => ({
  day,
  what: 'second_transfer',
  text: '',
  journeyId,
  journeyTitle: title ?? '',
  fragment: '#transfer',
})

function datesOf({ id, title, resumeOn, cycle }: Dated, state: JourneyState, today: string): AgreedDate[] {
  const at = { journeyId: id, journeyTitle: title }
  if (state.status === 'paused') return resumeOn ? [{ ...at, day: resumeOn, what: 'resume', text: '', fragment: '' }] : []
  // Once it is due, it is said at the journey, as its learner's turn.
  if (state.transferCheck && nextTurn(state, today) === 'learner_answers_transfer') return []
  if (state.transferCheck) return [{ ...at, day: state.transferCheck.on, what: 'transfer', text: '', fragment: '#transfer' }]
  if (state.status !== 'active' || !cycle) return []
  const open = cycle.steps.filter((step) => step.status === 'planned' || step.status === 'doing')
  const steps = open.flatMap((step): AgreedDate[] =>
    step.byWhen ? [{ ...at, day: step.byWhen, what: 'step', text: step.what, fragment: `#step-${step.id}` }] : [],
  )
  const needs = open.flatMap((step) =>
    step.needs.flatMap((need): AgreedDate[] =>
      need.neededBy && need.state === 'open'
        ? [{ ...at, day: need.neededBy, what: 'need', text: need.text, fragment: `#step-${step.id}` }]
        : [],
    ),
  )
  const review: AgreedDate[] =
    cycle.plannedReviewOn && state.phase !== 'close' ? [{ ...at, day: cycle.plannedReviewOn, what: 'review', text: '', fragment: '' }] : []
  return [...steps, ...needs, ...review]
}

/** Journeys in the order in which they ask for the learner: those where something is to do, then those at rest or waiting for time to pass. */
export function byTurn<J extends { state: JourneyState }>(journeys: readonly J[], today: string): J[] {
  const rank = (turn: Turn) => (turn === 'learner_rests' || turn === 'time_passes_until_transfer' || turn === 'nobody' ? 1 : 0)
  return journeys
    .map((journey, index) => ({ journey, index, rank: rank(nextTurn(journey.state, today)) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ journey }) => journey)
}
