import { newId } from '#platform/ids.ts'
import type { World } from '../access/world.ts'
import type { Person } from '../cast.ts'

/** A world in which every address leads somewhere, for whoever may go there. */
export interface Addressed {
  /** The address with a thing of the world in the place of each name, such as `:stepId`. */
  filled(address: string): string
  people: readonly (readonly [name: string, who: Person | undefined])[]
}

export function addressed({ cast, planted }: World): Addressed {
  const idOf = (name: string) => planted.find((row) => row.name === name)!.stored.id!
  const things: Record<string, string> = {
    ':stepId': idOf('a step'),
    ':needId': idOf('a need'),
    ':assigneeId': idOf('trains at the step'),
    ':noteId': idOf('a note for herself'),
    ':fileId': idOf('a picture beside an open note'),
    ':reviewId': idOf('a review she saved'),
    ':agreementId': idOf('what Lena agreed with her'),
    ':proposalId': idOf('a proposal that waits'),
    ':invitationId': idOf('an invitation to the journey'),
    ':reset': idOf('a link an administrator made for her'),
    ':event': 'evaluate',
    ':token': 'a-token-that-nobody-was-given',
    ':act': 'removal',
    ':shareId': idOf('that Lena sees a scan'),
    ':occasion': 'first',
    ':subjectId': cast.amara.personId,
    ':questionId': idOf('a question that came back'),
    ':day': '2026-01-05',
  }
  const filled = (address: string) => address.replace(/:\w+/g, (name) => (name === ':id' ? ownId(address) : (things[name] ?? newId())))
  const owners: Record<string, string> = {
    '/organisation': cast.jonas.personId,
    '/quickscan': idOf('a scan shown to Lena'),
    '/help-requests': idOf('a question for help to Jonas'),
    '/steps': idOf('a step'),
    '/practice/cases': idOf('a case about nobody'),
    '/practice/views': idOf('what she asked Amara'),
    '/practice/journal': idOf('a note about her practice'),
    '/reflections': idOf('an entry of her journal'),
    '/questions': idOf('a question she keeps'),
  }
  const ownId = (address: string) => Object.entries(owners).find(([start]) => address.startsWith(start))?.[1] ?? idOf('the journey')
  return {
    filled,
    people: [
      ['nobody', undefined],
      ['Amara', cast.amara],
      ['Lena', cast.lena],
      ['Ines', cast.ines],
    ],
  }
}
