import type { WholeJourney } from './whole.ts'

/** Somebody who accompanies a journey, or once did. `place` is theirs for good: the first to come is 0. */
export interface Facilitator {
  personId: string
  name: string
  place: number
  isHere: boolean
}

/** Until when somebody accompanied, who no longer does; null for everybody else. */
export function accompaniedUntil(whole: Pick<WholeJourney, 'members'>, personId: string): string | null {
  const stays = whole.members.filter((member) => member.person_id === personId && member.role === 'facilitator')
  return stays.every(({ until }) => until !== null)
    ? (stays
        .map(({ until }) => until)
        .sort()
        .at(-1) ?? null)
    : null
}

/** Everybody who ever accompanied this journey, in the order in which they came; whoever came back keeps their place. */
export function facilitatorsOf(whole: Pick<WholeJourney, 'members'>): Facilitator[] {
  const ids = [...new Set(whole.members.filter((member) => member.role === 'facilitator').map((member) => member.person_id))]
  return ids.map((personId, place) => {
    const stays = whole.members.filter((member) => member.person_id === personId)
    return { personId, name: stays[0]?.name ?? '', place, isHere: stays.some((member) => member.reads_from && !member.until) }
  })
}
