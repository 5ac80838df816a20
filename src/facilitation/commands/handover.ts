import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { TrialAnswer } from '../rules/handover.ts'
import { closer, farther, type OverridePhase, type PhaseOverrides, type SupportLevel } from '../rules/support-level.ts'

/** Another level for an agreement. `id` is made by the page, so that sending a form twice suggests once. */
export interface SuggestedLevel {
  agreementId: string
  id: string
  to: SupportLevel
  overrides: PhaseOverrides
  forOneCycle: boolean
  /** The cycle it comes from. */
  cycleId: string | null
}

export type SuggestedHandover = 'suggested' | 'suggested_already' | 'no_change' | 'absent'

/** Suggests a handover with one's own word given, as the learner or as whoever accompanies. */
export const suggestHandover = (db: PersonDb, suggested: SuggestedLevel): Promise<SuggestedHandover> => suggest(db, suggested, false)

/** Suggests what the signals of a cycle speak for, in nobody's name; once for each cycle, whatever becomes of it. */
export const suggestBySignals = (db: PersonDb, suggested: Omit<SuggestedLevel, 'forOneCycle'>): Promise<SuggestedHandover> =>
  suggest(db, { ...suggested, forOneCycle: true }, true)

async function suggest(db: PersonDb, { agreementId, id, to, overrides, forOneCycle, cycleId }: SuggestedLevel, bySignals: boolean) {
  const { rows } = await sql<{ said: SuggestedHandover }>`select suggest_handover(${agreementId}::uuid, ${id}::uuid, ${to},
    ${JSON.stringify(overrides)}::jsonb, ${forOneCycle}, ${bySignals}, ${cycleId}::uuid) as said`.execute(db)
  return rows[0]!.said
}

export type AgreedHandover = 'waiting' | 'agreed' | 'decided_already' | 'overtaken' | 'absent'

/** Gives one's word. With the word of both the new level is in force; `forOneCycle` counts where nobody has said yet how. */
export async function agreeToHandover(db: PersonDb, id: string, forOneCycle: boolean): Promise<AgreedHandover> {
  const { rows } = await sql<{ said: AgreedHandover }>`select agree_to_handover(${id}::uuid, ${forOneCycle}) as said`.execute(db)
  return rows[0]!.said
}

/** Leaves everything as it is, as either of the two and without a reason. False where nothing is suggested. */
export async function declineHandover(db: PersonDb, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select decline_handover(${id}::uuid) as done`.execute(db)
  return rows[0]!.done
}

export type MoreSupport = 'granted' | 'closest_already' | 'no_change' | 'absent'

/** One level closer from this moment on, in the whole journey or in one phase, because the learner asks for it. Waits for nobody. */
export async function askForMoreSupport(db: PersonDb, agreementId: string, id: string, phase: OverridePhase | null): Promise<MoreSupport> {
  const { rows } = await sql<{ said: MoreSupport }>`select more_support(${agreementId}::uuid, ${id}::uuid, ${phase}) as said`.execute(db)
  return rows[0]!.said
}

/** A trial that a cycle has passed over. */
export interface Trial {
  id: string
  agreementId: string
  toLevel: SupportLevel
  overrides: PhaseOverrides
}

/**
 * The learner's answer after a cycle on trial. `more` brings the closer level at once where there is one, `right` keeps what was tried,
 * `less` keeps it and suggests the next one.
 * `nextId` is the id of what follows from it. False where there is no such trial.
 */
export async function answerTrial(db: PersonDb, trial: Trial, answer: TrialAnswer, nextId: string): Promise<boolean> {
  if (answer === 'more' && closer(trial.toLevel)) return (await askForMoreSupport(db, trial.agreementId, nextId, null)) === 'granted'
  const { rows } = await sql<{ done: boolean }>`select answer_trial(${trial.id}::uuid, ${answer}) as done`.execute(db)
  const to = farther(trial.toLevel)
  if (rows[0]!.done && answer === 'less' && to)
    await suggestHandover(db, {
      agreementId: trial.agreementId,
      id: nextId,
      to,
      overrides: trial.overrides,
      forOneCycle: true,
      cycleId: null,
    })
  return rows[0]!.done
}
