import type { Typed } from '#platform/web/read-form.ts'

/** Where a person goes on after a form was saved as it is: to its place on the page, or to another question where that was asked for. */
export function savedAt(journeyId: string, typed: Typed, place = ''): string {
  const question = Number(typed.question)
  return question > 0 ? `/journeys/${journeyId}?question=${question}#question` : `/journeys/${journeyId}${place}`
}
