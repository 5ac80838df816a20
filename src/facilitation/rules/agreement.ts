import { type Hat, hats } from './hats.ts'
import type { PhaseOverrides, SupportLevel } from './support-level.ts'

export const contactRhythms = ['weeks', 'cycle', 'on_call'] as const
export type ContactRhythm = (typeof contactRhythms)[number]

/** Lengths in characters, numbers with both ends included. */
export const agreementLimits = {
  title: 120,
  learningQuestion: 300,
  channel: 200,
  commitments: { most: 5, each: 200 },
  confidential: 600,
  learningTime: 200,
  contactWeeks: { min: 1, max: 12 },
  replyDays: { min: 1, max: 30 },
  reviewAfterCycle: { min: 1, max: 99 },
} as const

/** What two people agree on. Texts as they were written; '' and empty lists where nothing was. */
export interface Terms {
  title: string
  learningQuestion: string
  supportLevel: SupportLevel
  phaseOverrides: PhaseOverrides
  contactRhythm: ContactRhythm
  /** Every so many weeks; null unless the rhythm is one of weeks. */
  contactWeeks: number | null
  channel: string
  /** Days within which whoever accompanies answers. */
  replyDays: number
  learnerCommitments: readonly string[]
  facilitatorCommitments: readonly string[]
  allowedHats: readonly Hat[]
  /** Who reads a new note unless its author chooses otherwise. */
  observationDefault: 'private' | 'journey'
  confidential: string
  learningTime: string
  reviewAfterCycle: number
}

export interface Confirmation {
  personId: string
  at: Date
}

export interface AgreementVersion {
  id: string
  /** From 1 upwards within its agreement. */
  number: number
  writtenBy: string
  writtenAt: Date
  /** Set where one of them wanted to stay with what was in force. */
  laidAsideAt: Date | null
  terms: Terms
  confirmations: readonly Confirmation[]
}

/** What a learner and one person who accompanies agree on, in all versions, oldest first. */
export interface Agreement {
  id: string
  journeyId: string
  learnerId: string
  learnerName: string
  facilitatorId: string
  facilitatorName: string
  /** Whether each said that neither is the other's superior; null before they were asked. */
  learnerTicked: boolean | null
  facilitatorTicked: boolean | null
  /** Since when the journey is open to whoever accompanies. */
  openedAt: Date | null
  endedAt: Date | null
  endedBy: string | null
  lastContactAt: Date | null
  lookedAt: Date | null
  versions: readonly AgreementVersion[]
}

const isConfirmed = (version: AgreementVersion) => version.confirmations.length === 2

/** The version that holds: the newest that both have confirmed. */
export const inForceOf = (agreement: Pick<Agreement, 'versions'>): AgreementVersion | undefined => agreement.versions.findLast(isConfirmed)

/** The version that could be confirmed now: the newest, unless it holds already or was laid aside. */
export function proposedOf({ versions }: Pick<Agreement, 'versions'>): AgreementVersion | undefined {
  const newest = versions.findLast((version) => version.laidAsideAt === null)
  return newest && !isConfirmed(newest) ? newest : undefined
}

/** What a version that waits is read against: what holds, else the newest one that whoever is asked for their word has confirmed. */
export function readAgainst(agreement: Pick<Agreement, 'versions'>, { number, writtenBy }: AgreementVersion): AgreementVersion | undefined {
  const isKnown = (version: AgreementVersion) =>
    version.number < number && version.confirmations.some(({ personId }) => personId !== writtenBy)
  return inForceOf(agreement) ?? agreement.versions.findLast(isKnown)
}

/** Since when a version holds: the second confirmation. Undefined while one is missing. */
export function inForceSince(version: AgreementVersion): Date | undefined {
  return isConfirmed(version) ? new Date(Math.max(...version.confirmations.map(({ at }) => at.getTime()))) : undefined
}

/** Where an agreement stands for one of the two: what they can do with it. */
export type Standing = 'unsent' | 'waits_for_me' | 'waits_for_other' | 'in_force' | 'ended'

export function standingOf(agreement: Agreement, personId: string): Standing {
  if (agreement.endedAt) return 'ended'
  const proposed = proposedOf(agreement)
  if (!proposed) return inForceOf(agreement) ? 'in_force' : 'unsent'
  return proposed.confirmations.some((confirmation) => confirmation.personId === personId) ? 'waits_for_other' : 'waits_for_me'
}

/** The other of the two, by name. */
export const otherIn = (agreement: Agreement, personId: string): string =>
  personId === agreement.learnerId ? agreement.facilitatorName : agreement.learnerName

/** Whether two versions say the same, word for word. */
export function isSameTerms(one: Terms, other: Terms): boolean {
  const inOrder = (terms: Terms) =>
    JSON.stringify(
      Object.entries({ ...terms, allowedHats: hats.filter((hat) => terms.allowedHats.includes(hat)) }).sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return inOrder(one) === inOrder(other)
}

/** Whether somebody has yet to say that neither is the other's superior. */
export const needsTick = (agreement: Agreement, personId: string): boolean =>
  (personId === agreement.learnerId ? agreement.learnerTicked : agreement.facilitatorTicked) === null
