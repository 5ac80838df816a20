import { type HelpedJourney, helpedNow } from '#accompanying/accompanying.ts'
import { type FacilitationRequest, openRequests } from '#directory/queries/requests.ts'
import { myDeputyOffers } from '#facilitation/queries/deputies.ts'
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
import { dayIn } from '#platform/clock.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { together } from '#platform/db/listing.ts'
import { type WaitingInPractice, waitingInPractice } from '#practice/queries/waiting.ts'
import { type Offer, offers } from '#quickscan/queries.ts'
import { journeysToMeetAbout, type SessionAhead, sessionsAhead, soonAhead } from '#session/queries/ahead.ts'
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
  helped: HelpedJourney[]
  /** Questions for help that wait for this person: asked of them, answered for them, or come back to them. */
  questions: HelpRequestLine[]
  /** Steps of others that this person is asked to help with. */
  steps: HelpedStepLine[]
  /** Agreements about own journeys that wait: for the first draft, or for this person's word. */
  agreements: RunningAgreement[]
  /** Standing in for whoever accompanies: where this person's word is wanted. */
  deputies: DeputyOffer[]
  /** Requests to accompany: asked of this person, on their way, or back with them. */
  requests: FacilitationRequest[]
  sessions: SessionAhead[]
  /** What lies with this person in the practice of somebody who accompanies. */
  inPractice: WaitingInPractice[]
  /** A self-test offered on an occasion, once. */
  offer: Offer | undefined
  secondChecks: SecondCheck[]
}

/** What this person's day is made of. At most twelve open journeys are looked into; the list of journeys has all. */
export async function dayOfPerson(db: PersonDb, me: Pick<Me, 'personId' | 'timeZone'>, now: Date): Promise<Day> {
  const today = dayIn(me.timeZone, now)
  const [ids, { accompanied, helpful }, running, { toMeetAbout, offers: offered, ...lists }] = await Promise.all([
    myOpenJourneyIds(db, 12),
    accompaniment(db),
    runningAgreements(db, me.timeZone),
    together(db, {
      questions: myHelpRequests,
      steps: myHelpedSteps,
      deputies: myDeputyOffers,
      requests: openRequests(now),
      sessions: sessionsAhead(now),
      toMeetAbout: journeysToMeetAbout,
      inPractice: waitingInPractice,
      offers,
      secondChecks: secondChecksUntil(lastDayAhead(today)),
    }),
  ])
  const wholes = await wholeJourneys(db, ids)
  return {
    ...lists,
    sessions: soonAhead(lists.sessions, now),
    journeys: wholes.map((whole) => ({ whole, state: stateOf(whole), dated: datedOf(whole) })),
    accompanied,
    helped: helpedNow({ helpful, running, toMeetAbout }, today),
    questions: lists.questions.filter(waitsForMe),
    steps: lists.steps.filter(({ state }) => state === 'asked'),
    deputies: lists.deputies.filter((offer) => wantsWordOf(offer, me.personId)),
    agreements: running.filter(({ waits, isLearner }) => isLearner && waits !== null),
    offer: offered[0],
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
