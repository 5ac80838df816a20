/** Who can read a text. `private`: its author; `journey`: those in the journey's audience. `pair`: the learner and one named person. */
export type Visibility = 'private' | 'pair' | 'journey'

/** Somebody who can read something now. */
export interface Reader {
  personId: string
  name: string
  role: string
  since: Date | null
}

/** One text of a person. `version` counts its changes from 1. */
export interface Passage {
  id: string
  subjectId: string
  field: string
  position: number
  authorId: string
  audienceId: string | null
  body: string
  version: number
}

/** Where a text stands: `context` is the whole it belongs to (a journey), `subject` the row it describes, `position` its place in a list (0 for single texts). */
export interface Place {
  contextId: string
  subjectId: string
  field: string
  position?: number
}

/** The text of one place as a form sends it: what was typed, and the version that the person had before them (0: none yet). */
export interface WrittenText {
  field: string
  position?: number
  body: string
  baseVersion: number
}

/** Two people, or one in two windows, changed the same text: nothing was overwritten, and `theirs` is what stands. */
export interface Conflict {
  field: string
  position: number
  theirs: string
  version: number
}
