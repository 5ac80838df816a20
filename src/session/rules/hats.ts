import { defaultHat, type Hat, hats, hatsToChoose } from '#facilitation/rules/hats.ts'
import type { HatSegment, Session } from '../session.ts'

/** The hat that is worn now, if it is not the default one. */
export const wornNow = (hats: readonly HatSegment[]): HatSegment | undefined => hats.find((hat) => hat.startedAt && !hat.endedAt)

/** What whoever leads is doing now. */
export const hatNow = (hats: readonly HatSegment[]): Hat => wornNow(hats)?.hat ?? defaultHat

/** The hat that waits for an answer. */
export const askedNow = (hats: readonly HatSegment[]): HatSegment | undefined => hats.find((hat) => !hat.answeredAt)

/** Hats beside the default one that may be asked for: those of the agreement, or all where there is none. */
export const wearableHats = (allowed: readonly Hat[] | null): HatSegment['hat'][] =>
  hatsToChoose(allowed ?? hats).filter((hat) => hat !== defaultHat)

export type AskRefusal = 'not_running' | 'own_journey' | 'asked_already' | 'not_agreed'

/** Why somebody cannot ask to put a hat on; undefined when they can. Learners wear none in their own journey. */
export function mayAsk(
  { state, hats, journey, allowedHats }: Pick<Session, 'state' | 'hats' | 'journey' | 'allowedHats'>,
  me: string,
): AskRefusal | undefined {
  if (state !== 'running') return 'not_running'
  if (journey?.learnerId === me) return 'own_journey'
  if (wearableHats(allowedHats).length === 0) return 'not_agreed'
  return askedNow(hats) ? 'asked_already' : undefined
}

/** Whether somebody may say yes or no to it: the learner whose journey it is about, else anybody but who asked. */
export function mayAnswer(
  { state, hats, journeyId, journey }: Pick<Session, 'state' | 'hats' | 'journeyId' | 'journey'>,
  me: string,
  id: string,
): boolean {
  const asked = askedNow(hats)
  if (state !== 'running' || asked?.id !== id || asked.personId === me) return false
  return journeyId === null || journey?.learnerId === me
}
