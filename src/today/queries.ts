import { type HelpLine, helpLines, linesInOrder } from '#accompanying/accompanying.ts'
import { deputyOffers } from '#facilitation/queries/deputies.ts'
import { type RunningAgreement, runningAgreements } from '#facilitation/queries/running.ts'
import { type DeputyOffer, wantsWordOf } from '#facilitation/rules/deputy.ts'
import { type HelpedStepLine, myHelpedSteps } from '#help/queries/assignee.ts'
import { type HelpRequestLine, myHelpRequests } from '#help/queries/help-request.ts'
import { waitsForMe } from '#help/rules/help-request.ts'
import type { JourneyState } from '#journey/journey.ts'
import { type Accompanied, accompaniment, myOpenJourneyIds } from '#journey/queries/accompanied.ts'
import { secondChecksUntil } from '#journey/queries/due.ts'
import { stateOf } from '#journey/queries/state.ts'
import { bodyOf, openCycleOf, type WholeJourney, wholeJourneys } from '#journey/queries/whole.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { type Dated, lastDayAhead, type SecondCheck } from './today.ts'

export interface OpenJourney {
  whole: WholeJourney
  state: JourneyState
  dated: Dated
}

export interface Day {
  journeys: OpenJourney[]
  accompanied: Accompanied[]
  /** What would help those whom this person accompanies; all of it has a page of its own. */
  helpful: HelpLine[]
  /** Questions for help that wait for this person: asked of them, answered for them, or come back to them. */
  questions: HelpRequestLine[]
  /** Steps of others that this person is asked to help with. */
  steps: HelpedStepLine[]
  /** Agreements about own journeys that wait: for the first draft, or for this person's word. */
  agreements: RunningAgreement[]
  /** Standing in for whoever accompanies: where this person's word is wanted. */
  deputies: DeputyOffer[]
  secondChecks: SecondCheck[]
}

/** What this person's day is made of. At most twelve open journeys are looked into; the list of journeys has all. */
export async function dayOfPerson(db: PersonDb, here: { personId: string; timeZone: string; today: string }): Promise<Day> {
  const [ids, { accompanied, helpful }, questions, steps, running, deputies, secondChecks] = await Promise.all([
    myOpenJourneyIds(db, 12),
    accompaniment(db),
    myHelpRequests(db),
    myHelpedSteps(db),
    runningAgreements(db, here.timeZone),
    deputyOffers(db),
    secondChecksUntil(db, lastDayAhead(here.today)),
  ])
  const wholes = await wholeJourneys(db, ids)
  const journeys = wholes.map((whole) => ({ whole, state: stateOf(whole), dated: datedOf(whole) }))
  return {
    journeys,
    secondChecks,
    accompanied,
    helpful: linesInOrder(helpLines({ helpful, running }, here.today)),
    questions: questions.filter(waitsForMe),
    steps: steps.filter(({ state }) => state === 'asked'),
    deputies: deputies.filter((offer) => wantsWordOf(offer, here.personId)),
    agreements: running.filter(({ waits, isLearner }) => isLearner && waits !== null),
  }
}

function datedOf(whole: WholeJourney): Dated {
  const cycle = openCycleOf(whole)
  return {
    id: whole.journey.id,
    title: bodyOf(whole.challenge.texts, 'title'),
    resumeOn: whole.journey.resume_on,
    cycle: cycle && {
      plannedReviewOn: cycle.planned_review_on,
      steps: cycle.steps.map((step) => ({
        id: step.id,
        what: bodyOf(step.texts, 'what'),
        byWhen: step.by_when,
        status: step.status,
        needs: step.needs.map((need) => ({ text: bodyOf(need.texts, 'text'), neededBy: need.needed_by, state: need.state })),
      })),
    },
  }
}
