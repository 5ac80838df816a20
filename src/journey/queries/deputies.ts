import type { WholeJourney } from './whole.ts'

/** Whom somebody stands in for; undefined for everybody else, and for whoever accompanies in their own name. */
export function standsInFor(whole: Pick<WholeJourney, 'deputies' | 'members'>, personId: string): string | undefined {
  if (whole.members.some((member) => member.person_id === personId && member.role === 'facilitator')) return undefined
  return whole.deputies.find((deputy) => deputy.deputy_id === personId)?.for_name
}

/** The journey with deputies under both names, wherever it says who wrote or reads something. `say` puts the two together. */
export function withDeputiesNamed(whole: WholeJourney, say: (names: { name: string; for: string }) => string): WholeJourney {
  if (whole.deputies.length === 0) return whole
  const named = (personId: string, name: string) => {
    const represented = standsInFor(whole, personId)
    return represented ? say({ name, for: represented }) : name
  }
  return {
    ...whole,
    members: whole.members.map((member) => ({ ...member, name: named(member.person_id, member.name) })),
    proposals: whole.proposals.map((proposal) => ({ ...proposal, authorName: named(proposal.author_id, proposal.authorName) })),
  }
}

/** The name of a reader as the journey says it. */
export const nameIn = ({ members }: Pick<WholeJourney, 'members'>, reader: { personId: string; name: string }): string =>
  members.find((member) => member.person_id === reader.personId)?.name ?? reader.name
