import { questionLimit } from '#library/forms.ts'

/** In characters. What comes back to a case fits among one's own questions. */
export const limits = { entry: 8000, caseTitle: 120, caseSituation: 3000, caseQuestion: 400, questionBack: questionLimit } as const
