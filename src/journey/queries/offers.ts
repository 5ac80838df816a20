import { isUnfinished } from '../rules/step.ts'
import { type CycleView, openCycleOf, type StepView, type Text, type WholeJourney } from './whole.ts'

/** What the last cycle offers to the open one. Nothing of it is taken over unasked. */
export interface Offers {
  steps: StepView[]
  findings: Text[]
}

/** What the last review found: what to improve, and the one sentence to keep. A step may say which of them it comes from. */
export function findingsFor(whole: WholeJourney): Text[] {
  return findingsIn(cycleBefore(whole))
}

/** The findings of all reviews of a journey that this person may read, oldest first. */
export function findingsOf(whole: WholeJourney): Text[] {
  return whole.cycles.flatMap(findingsIn)
}

function findingsIn(cycle: CycleView | undefined): Text[] {
  const texts = cycle?.review?.texts.own.filter((text) => text.body !== '') ?? []
  return [...texts.filter((text) => text.field === 'toImprove'), ...texts.filter((text) => text.field === 'insight')]
}

/** Unfinished steps and findings of the last cycle that were neither taken over nor left. */
export function offersFor(whole: WholeJourney): Offers {
  const open = openCycleOf(whole)
  const before = cycleBefore(whole)
  if (!open || !before) return { steps: [], findings: [] }
  const done = new Set([...open.offers_left, ...open.steps.flatMap((step) => [step.carried_from_id, step.from_passage_id])])
  return {
    steps: before.steps.filter((step) => isUnfinished(step) && !done.has(step.id)),
    findings: findingsFor(whole).filter((finding) => !done.has(finding.id)),
  }
}

function cycleBefore(whole: WholeJourney) {
  const open = openCycleOf(whole)
  return open && whole.cycles.find((cycle) => cycle.number === open.number - 1)
}
