import type { CaseLine, WholeCase } from '../queries/intervision.ts'
import type { Frame } from './frame.ts'

/** What every part of the page of a case is given. */
export interface CaseProps {
  frame: Frame
  whole: WholeCase
  /** How it stands: for its author and the learner it is about; a colleague reads it without. */
  line: CaseLine | undefined
  /** The learner answered words that were changed a moment before. */
  textChanged?: boolean
  typed?: { id: string; text: string; error: string }
}
