/** How long an absence may last, in days. */
export const longestAbsence = 180

/** Somebody proposed to stand in for whoever accompanies a journey, as one of the three of it sees it. */
export interface DeputyOffer {
  id: string
  journeyId: string
  learnerId: string
  learnerName: string
  facilitatorId: string
  facilitatorName: string
  deputyId: string
  deputyName: string
  /** The title of the journey; null where it is not open to this person, or has none. */
  title: string | null
  /** From the first moment of the first day to the first moment after the last. */
  startsAt: Date
  endsAt: Date
  learnerAgreed: boolean
  deputyAgreed: boolean
}

export type DeputyPart = 'learner' | 'facilitator' | 'deputy'

/** Which of the three somebody is. */
export const partIn = ({ learnerId, deputyId }: Pick<DeputyOffer, 'learnerId' | 'deputyId'>, personId: string): DeputyPart =>
  personId === learnerId ? 'learner' : personId === deputyId ? 'deputy' : 'facilitator'

/** Whether the word of this person is wanted. Nothing depends on when it comes. */
export function wantsWordOf(offer: DeputyOffer, personId: string): boolean {
  const part = partIn(offer, personId)
  return part === 'learner' ? !offer.learnerAgreed : part === 'deputy' && !offer.deputyAgreed
}

/** Whether both gave their word: then the deputy reads within the days. */
export const isAgreed = ({ learnerAgreed, deputyAgreed }: Pick<DeputyOffer, 'learnerAgreed' | 'deputyAgreed'>): boolean =>
  learnerAgreed && deputyAgreed
