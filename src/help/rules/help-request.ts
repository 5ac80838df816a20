/** `open`: the one asked may answer; `answered`: they did, and the learner reads on; the other two are ends, both set by the learner alone. */
export const helpRequestStates = ['open', 'answered', 'resolved', 'withdrawn'] as const
export type HelpRequestState = (typeof helpRequestStates)[number]

/**
 * What a question for help consists of: characters at most, in the order in which it is asked. What was tried stands before what happened,
 * and what one wants to understand takes the place of what one wants to be given.
 */
export const helpRequestFields = {
  goal: { max: 200, required: true },
  tried: { max: 500, required: true },
  happened: { max: 500, required: false },
  wantToUnderstand: { max: 300, required: true },
} as const
export type HelpRequestField = keyof typeof helpRequestFields
export const helpRequestFieldNames = Object.keys(helpRequestFields) as HelpRequestField[]

/** Characters of one answer, and of one word back. */
export const answerMax = 1000

/** What the rules need of one question for help. */
export interface HelpRequest {
  readonly state: HelpRequestState
  /** The one asked cannot, or no longer reads it: it lies with the learner again. */
  readonly givenBack: boolean
}

export type HelpTurn = 'addressee_answers' | 'learner_reads_answer' | 'learner_asks_somebody_else' | 'nobody'

/** Whose turn it is with a question for help. It is never urgent: whoever asked goes on meanwhile. */
export function helpTurn({ state, givenBack }: HelpRequest): HelpTurn {
  if (state === 'resolved' || state === 'withdrawn') return 'nobody'
  if (givenBack) return 'learner_asks_somebody_else'
  return state === 'open' ? 'addressee_answers' : 'learner_reads_answer'
}

/** Where a question stands after somebody wrote under it: an answer answers, and a word back asks again. */
export const afterWords = (by: 'learner' | 'addressee'): HelpRequestState => (by === 'addressee' ? 'answered' : 'open')

/** What each of the two can do with it. Whoever was only shown it reads. */
export function possibleActs(request: HelpRequest, as: 'learner' | 'addressee' | 'reader'): readonly HelpAct[] {
  const turn = helpTurn(request)
  if (as === 'reader') return []
  if (as === 'addressee') {
    if (turn === 'addressee_answers') return ['write', 'decline']
    return turn === 'learner_reads_answer' ? ['write'] : []
  }
  if (request.state === 'withdrawn') return []
  if (request.state === 'resolved') return ['withdraw', 'show']
  return turn === 'learner_asks_somebody_else'
    ? ['ask_somebody_else', 'resolve', 'withdraw', 'show']
    : ['write', 'resolve', 'withdraw', 'show']
}
export type HelpAct = 'write' | 'decline' | 'resolve' | 'withdraw' | 'ask_somebody_else' | 'show'

/** Whether a question waits for whoever looks at it: the addressee with an open one, its learner with an answer or with one that came back. */
export function waitsForMe(request: HelpRequest & { readonly mine: boolean }): boolean {
  const turn = helpTurn(request)
  return turn !== 'nobody' && request.mine === (turn !== 'addressee_answers')
}
