import { sql } from 'kysely'
import { type FacilitationRequest, openRequests } from '#directory/queries/requests.ts'
import { type DeputyOfferRow, deputyOfferOf, myDeputyOffers } from '#facilitation/queries/deputies.ts'
import { type RunningAgreement, runningAgreements } from '#facilitation/queries/running.ts'
import type { DeputyOffer } from '#facilitation/rules/deputy.ts'
import { type HelpRequestLine, myHelpRequests } from '#help/queries/help-request.ts'
import { waitsForMe } from '#help/rules/help-request.ts'
import { type Accompanied, accompaniment, type HelpfulNow } from '#journey/queries/accompanied.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { practiceWaits, type WaitingInPractice } from '#practice/queries/waiting.ts'
import { type SessionAhead, sessionsAhead } from '#session/queries/ahead.ts'

/** How many more somebody would accompany; null for whoever told the organisation nothing about it. */
export interface Capacity {
  places: number
  free: number
  paused: boolean
}

export interface Accompaniment {
  accompanied: Accompanied[]
  helpful: HelpfulNow[]
  running: RunningAgreement[]
  /** Asked of this person: to accompany somebody, or one question. */
  requests: FacilitationRequest[]
  questions: HelpRequestLine[]
  sessions: SessionAhead[]
  inPractice: WaitingInPractice[]
  capacity: Capacity | null
  /** Standing in for others, and others for this person. */
  deputies: DeputyOffer[]
}

/** Everything that the page of somebody who accompanies shows, in six statements. */
export async function accompanimentOf(db: PersonDb, me: Pick<Me, 'personId' | 'timeZone'>, now: Date): Promise<Accompaniment> {
  const [found, running, requests, questions, sessions, own] = await Promise.all([
    accompaniment(db),
    runningAgreements(db, me.timeZone),
    openRequests(db, now),
    myHelpRequests(db),
    sessionsAhead(db),
    ownPlace(db),
  ])
  return {
    ...found,
    ...own,
    running,
    sessions,
    requests: requests.filter(({ state, journeyId }) => state === 'waiting' && journeyId === null),
    deputies: own.deputies.filter(({ learnerId }) => learnerId !== me.personId),
    questions: questions.filter((question) => !question.mine && waitsForMe(question)),
  }
}

async function ownPlace(db: PersonDb): Promise<Pick<Accompaniment, 'inPractice' | 'capacity' | 'deputies'>> {
  const { rows } = await sql<{ practice: WaitingInPractice[]; deputies: DeputyOfferRow[]; capacity: Capacity | null }>`
    select (select coalesce(json_agg(w), '[]') from (${practiceWaits}) w) as practice,
      (select coalesce(json_agg(d), '[]') from (${myDeputyOffers}) d) as deputies,
      (select json_build_object('places', i.places, 'free', f.free, 'paused', i.paused_at is not null)
        from introduction i join free_places() f on f.person_id = i.person_id
        where i.organisation_id = my_organisation() and i.person_id = me()) as capacity`.execute(db)
  const { practice, capacity, deputies } = rows[0]!
  return { inPractice: practice, capacity, deputies: deputies.map(deputyOfferOf) }
}
