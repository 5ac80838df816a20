/** Who can read a text. `private`: its author; `journey`: those in the journey's audience. `pair`: the learner and one named person. */
export type Visibility = 'private' | 'pair' | 'journey'

/** What somebody is in an audience. `learner` and `host` founded it and steer it. */
export type Role = 'learner' | 'host' | 'facilitator' | 'deputy' | 'trainer' | 'coach' | 'peer' | 'member' | 'reader'

/** Somebody who can read something now. */
export interface Reader {
  personId: string
  name: string
  role: string
  since: Date | null
}

/** One text of a person. `version` counts its changes from 1. */
export interface Passage {
  id: string
  subjectId: string
  field: string
  position: number
  authorId: string
  audienceId: string | null
  body: string
  version: number
}

/** Where a text stands: `context` is the whole it belongs to (a journey), `subject` the row it describes, `position` its place in a list (0 for single texts). */
export interface Place {
  contextId: string
  subjectId: string
  field: string
  position?: number
}

/** The text of one place as a form sends it: what was typed, and the version that the person had before them (0: none yet). */
export interface WrittenText {
  field: string
  position?: number
  body: string
  baseVersion: number
}

/** Two people, or one in two windows, changed the same text: nothing was overwritten, and `theirs` is what stands. */
export interface Conflict {
  field: string
  position: number
  theirs: string
  version: number
}

/** How long the link of an invitation works, from when it was made or renewed. */
export const invitationDays = 14

export type InvitationState = 'open' | 'expired' | 'used' | 'revoked'

/** A link that brings somebody in. The link itself is shown once, when it is made or renewed. */
export interface Invitation {
  id: string
  invitedBy: string | null
  /** Whom the inviter meant, until it is used or over. */
  email: string | null
  madeAt: Date
  expiresAt: Date
  usedBy: string | null
  revokedAt: Date | null
  usedAt: Date | null
}

/** Where an invitation stands at `now`. */
export function stateOfInvitation(invitation: Pick<Invitation, 'revokedAt' | 'usedAt' | 'expiresAt'>, now: Date): InvitationState {
  if (invitation.revokedAt) return 'revoked'
  if (invitation.usedAt) return 'used'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

/** What somebody who holds the link of an invitation may know of it. */
export interface InvitationSeen {
  state: InvitationState
  inviter: string | null
  toJourney: boolean
  email: string | null
  /** The reader made it themselves. */
  mine: boolean
  /** The reader takes part in that journey already. */
  takingPart: boolean
}

/** Under what open pages hear of a text that is written together: a part of its audience, so that nothing else of it is fetched again. */
export const topicOfSharedText = (text: { id: string; audienceId: string }): string => `${text.audienceId}:${text.id}`
