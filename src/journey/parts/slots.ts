import type { Child } from 'hono/jsx'
import type { RawBuilder } from 'kysely'
import type { Me, PersonDb } from '#platform/db/bound.ts'

/** A place on the page of a journey that a domain above fills. What it needs of the journey it is given. */
export interface JourneySlots {
  stepDone: {
    /** What to offer at a step that was just done, as a value for the address; undefined: nothing. */
    offer(db: PersonDb, me: Me, now: Date): Promise<string | undefined>
    /** How that looks at the step; nothing for a value that was never offered. */
    show(at: { me: Me; journeyId: string; stepId: string; offered: string }): Child
  }
  nextSession: {
    /** A part of the one statement that reads a journey: there `o` is the organisation, and `a.id` the journey. */
    found: RawBuilder<unknown>
    /** How what was found looks among the ways from the journey to further pages. */
    show(at: { me: Me; now: Date; journeyId: string; found: unknown }): Child
  }
}

let filled: JourneySlots | undefined

/** Fills the places once, where the program is put together. */
export const fillSlots = (slots: JourneySlots): void => {
  filled = slots
}

/** What fills the places; undefined where nobody does. */
export const slots = (): JourneySlots | undefined => filled
