/** What is known about a letter. `sending`: its words are under way; `unknown`: they were, and nobody heard whether they arrived. */
export const letterStates = ['waiting', 'sending', 'sent', 'unknown', 'failed'] as const
export type LetterState = (typeof letterStates)[number]

/** What the letter is about, for whoever looks after the outbox. */
export const letterKinds = ['sign_in', 'invitation', 'calendar', 'digest', 'message', 'other'] as const
export type LetterKind = (typeof letterKinds)[number]

const minute = 60_000
const hour = 60 * minute
const distances = [minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour, 24 * hour, 24 * hour, 24 * hour]

/** When a letter is tried again after its attempt number `attempts` (from 1), in ever greater distance; undefined after the twelfth, some five days later. */
export function nextAttempt(attempts: number, now: Date): Date | undefined {
  const distance = distances[attempts - 1]
  return distance === undefined ? undefined : new Date(now.getTime() + distance)
}

/** What an attempt failed with, as nodemailer tells it. `responseCode`: what the mail server answered, if it did. */
export interface Failure {
  responseCode?: number | undefined
  command?: string | undefined
}

/**
 * What is to become of a letter whose attempt failed. `begun`: words of it had gone out. A refusal is one only where it is about this letter;
 * a server that wants another password, or none of us at all, may change its mind. Whoever breaks off in the middle leaves the outcome open.
 */
export function outcomeOf({ responseCode, command }: Failure, begun: boolean): 'again' | 'refused' | 'unknown' {
  if (responseCode === undefined) return begun ? 'unknown' : 'again'
  const aboutLetter = begun || ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command ?? '')
  return responseCode >= 500 && aboutLetter ? 'refused' : 'again'
}
