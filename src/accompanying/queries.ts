import { sql } from 'kysely'
import { type FacilitationRequest, openRequests } from '#directory/queries/requests.ts'
import { myDeputyOffers } from '#facilitation/queries/deputies.ts'
import { type RunningAgreement, runningAgreements } from '#facilitation/queries/running.ts'
import type { DeputyOffer } from '#facilitation/rules/deputy.ts'
import { type HelpRequestLine, myHelpRequests } from '#help/queries/help-request.ts'
import { waitsForMe } from '#help/rules/help-request.ts'
import { type Accompanied, accompaniment, type HelpfulNow } from '#journey/queries/accompanied.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { type Listing, together } from '#platform/db/listing.ts'
import { type WaitingInPractice, waitingInPractice } from '#practice/queries/waiting.ts'
import { journeysToMeetAbout, type SessionAhead, sessionsAhead, soonAhead } from '#session/queries/ahead.ts'

/** How many more somebody would accompany. */
export interface Capacity {
  places: number
  free: number
  paused: boolean
}

export interface Accompaniment {
  accompanied: Accompanied[]
  helpful: HelpfulNow[]
  running: RunningAgreement[]
  toMeetAbout: string[]
  /** Asked of this person: to accompany somebody, or one question. */
  requests: FacilitationRequest[]
  questions: HelpRequestLine[]
  sessions: SessionAhead[]
  inPractice: WaitingInPractice[]
  /** Undefined for whoever told the organisation nothing about it. */
  capacity: Capacity | undefined
  /** Standing in for others, and others for this person. */
  deputies: DeputyOffer[]
}

/** Everything that the page of somebody who accompanies shows, in three statements. */
export async function accompanimentOf(db: PersonDb, me: Pick<Me, 'personId' | 'timeZone'>, now: Date): Promise<Accompaniment> {
  const [found, running, around] = await Promise.all([
    accompaniment(db),
    runningAgreements(db, me.timeZone),
    together(db, {
      requests: openRequests(now),
      questions: myHelpRequests,
      sessions: sessionsAhead(now),
      toMeetAbout: journeysToMeetAbout,
      inPractice: waitingInPractice,
      deputies: myDeputyOffers,
      capacity: ownCapacity,
    }),
  ])
  return {
    ...found,
    ...around,
    running,
    sessions: soonAhead(around.sessions, now),
    capacity: around.capacity[0],
    requests: around.requests.filter(({ state, journeyId }) => state === 'waiting' && journeyId === null),
    deputies: around.deputies.filter(({ learnerId }) => learnerId !== me.personId),
    questions: around.questions.filter((question) => !question.mine && waitsForMe(question)),
  }
}

const ownCapacity: Listing<Capacity, Capacity> = {
  rows: sql<Capacity>`
    select i.places, f.free, i.paused_at is not null as paused from introduction i join free_places() f on f.person_id = i.person_id
    where i.organisation_id = my_organisation() and i.person_id = me()`,
  shape: (row) => row,
}
