import type { Attendee } from '../scheduling.ts'
import { type LocalTime, localTimeOf } from './local-time.ts'

/** What one or several people read on their clocks. */
export interface Clock {
  local: LocalTime
  timeZone: string
  people: Attendee[]
}

/** What the clocks of these people show at a moment: everybody who reads the same stands together, in the order in which they came. */
export function clocksOf(people: readonly Attendee[], at: Date): Clock[] {
  const clocks = new Map<LocalTime, Clock>()
  for (const person of people) {
    const local = localTimeOf(at, person.timeZone)
    const clock = clocks.get(local) ?? { local, timeZone: person.timeZone, people: [] }
    clock.people.push(person)
    clocks.set(local, clock)
  }
  return [...clocks.values()]
}
