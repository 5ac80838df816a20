import type { Hat } from '#facilitation/rules/hats.ts'
import type { Suggestion } from './rules/agenda.ts'

export type SessionState = 'planned' | 'running' | 'held' | 'cancelled'
export const sessionKinds = ['one_to_one', 'group'] as const
export type SessionKind = (typeof sessionKinds)[number]

/** Words of a session as they stand: whoever wrote last. `version` counts the changes of all and goes back with the next, so that nothing is overwritten unseen. */
export interface Words {
  body: string
  version: number
}

/** Somebody who takes part. Who called the session, or steers it since, is its host. */
export interface Member {
  personId: string
  name: string
  isHost: boolean
}

/** A point of the agenda: a suggestion until somebody gives it words. */
export interface Item {
  id: string
  suggestion: Suggestion | null
  words: Words | null
  isDone: boolean
}

/** What was agreed. `madeBy` is null for somebody who left for good. */
export interface Agreement {
  id: string
  madeBy: string | null
  madeByName: string | null
  byWhen: string | null
  words: Words | null
  stepId: string | null
  proposalId: string | null
}

/** A hat somebody asked to put on: open, declined, worn now, or taken off. */
export interface HatSegment {
  id: string
  personId: string
  name: string
  hat: Exclude<Hat, 'facilitation'>
  purpose: string
  minutes: number
  answeredAt: Date | null
  startedAt: Date | null
  endedAt: Date | null
}

export interface Session {
  id: string
  journeyId: string | null
  kind: SessionKind
  state: SessionState
  madeAt: Date
  beganAt: Date | null
  endedAt: Date | null
  /** The appointment of the series that it was of, once it was held: it leads on to the one that is next. */
  seriesId: string | null
  title: Words | null
  place: Words | null
  members: Member[]
  agenda: Item[]
  agreements: Agreement[]
  hats: HatSegment[]
  /** What this person may wear by the agreement on the journey; null where there is none. */
  allowedHats: Hat[] | null
  /** Null where it is about no journey, or about one that this person may not read. */
  journey: { learnerId: string; learnerName: string; title: string | null } | null
}

export const limits = { title: 120, place: 300, item: 200, agreement: 200, items: 12, agreements: 20, members: 20 } as const

/** Whether its agenda can still be changed. */
export const takesAgenda = ({ state }: Pick<Session, 'state'>): boolean => state === 'planned' || state === 'running'
/** What was agreed may be written down afterwards as well. */
export const takesAgreements = ({ state }: Pick<Session, 'state'>): boolean => state !== 'cancelled'

/** An address one can follow from the place of a session; undefined for a room, a street, a telephone. */
export function linkIn(place: string): string | undefined {
  if (!/^https:\/\/\S+$/i.test(place)) return undefined
  return URL.canParse(place) ? new URL(place).href : undefined
}
