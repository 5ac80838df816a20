import { supportIn } from '#facilitation/rules/handover.ts'
import type { SupportLevel } from '#facilitation/rules/support-level.ts'
import { agreedSupport, bodyOf, type TransferCheckView, type WholeJourney } from '#journey/queries/whole.ts'
import { lastChecks } from '#journey/rules/second-check.ts'
import { transferSuccess } from '#journey/rules/transfer.ts'

/** What the transfer check said: alone (also with what one looked up or asked a peer), not quite alone, nothing new met yet, or not sure of that. */
export type TransferSaid = 'alone' | 'not_alone' | 'nothing_new' | 'unsure' | 'declined' | 'ahead'

/** One journey as it is told beside others. Confidence is 0 to 10; null is what nobody said. */
export interface Voyage {
  id: string
  title: string
  outcome: WholeJourney['journey']['outcome']
  begunAt: Date | null
  closedAt: Date | null
  /** Cycles that were looked back on. */
  cycles: number
  /** The level of the first and of the last cycle in which somebody accompanied; null: alone throughout. */
  support: { first: SupportLevel; last: SupportLevel } | null
  confidence: { before: number; after: number } | null
  onMyOwn: boolean | null
  transfer: TransferSaid | null
  /** Half a year on, where somebody wanted to look a second time. */
  secondTransfer: TransferSaid | null
}

/** A journey in a few facts, as the journey's own rules see them. */
export function voyageOf(whole: WholeJourney): Voyage {
  const { journey, cycles } = whole
  const { first, second } = lastChecks(whole.transferChecks)
  const reviews = cycles.flatMap(({ state, review }) => (state === 'reviewed' && review ? [review] : []))
  const before = whole.challenges.find((challenge) => challenge.confidence_start !== null)?.confidence_start ?? null
  const after = reviews.findLast((review) => review.confidence_now !== null)?.confidence_now ?? null
  return {
    id: journey.id,
    title: bodyOf(whole.challenge.texts, 'title'),
    outcome: journey.outcome,
    begunAt: journey.started_at === null ? null : new Date(journey.started_at),
    closedAt: journey.closed_at === null ? null : new Date(journey.closed_at),
    cycles: reviews.length,
    support: supportOver(whole),
    confidence: before === null || after === null ? null : { before, after },
    onMyOwn: journey.solved_independence === null ? null : journey.solved_independence === 'on_my_own',
    transfer: transferSaid(first),
    secondTransfer: second?.state === 'declined' ? null : transferSaid(second),
  }
}

function supportOver({ agreements, cycles }: WholeJourney): Voyage['support'] {
  const agreed = agreements.map(agreedSupport)
  const levels = cycles.flatMap(({ opened_at, closed_at }) => {
    const level = supportIn(agreed, { openedAt: Date.parse(opened_at), closedAt: closed_at === null ? null : Date.parse(closed_at) })
    return level ? [level] : []
  })
  const [first] = levels
  return first ? { first, last: levels.at(-1)! } : null
}

function transferSaid(check: TransferCheckView | undefined): TransferSaid | null {
  if (!check || check.state === 'cancelled') return null
  if (check.state === 'open') return 'ahead'
  if (check.state === 'declined') return 'declined'
  const alone = transferSuccess({ metNewChallenge: check.met_new_challenge, progress: check.progress, supportUsed: check.support_used })
  if (alone === null) return check.met_new_challenge === 'unsure' ? 'unsure' : 'nothing_new'
  return alone ? 'alone' : 'not_alone'
}

/** How support went from the first accompanied journey to the last one begun; null where fewer than two tell of it. Oldest first. */
export function fadedOver(voyages: readonly Voyage[]): { from: SupportLevel; to: SupportLevel | 'alone' } | null {
  const begun = voyages.filter(({ cycles }) => cycles > 0)
  const [first, last] = [begun.find(({ support }) => support)?.support, begun.at(-1)]
  if (!first || !last || begun.length < 2) return null
  return { from: first.first, to: last.support?.last ?? 'alone' }
}
