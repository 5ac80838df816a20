import type { Ask } from './env.ts'

/** What an autosave tells the browser; names are those of inputs. */
export interface Saved {
  /** The version that each text has now; goes back with the next save as `version.<name>`. */
  versions?: Record<string, number>
  /** Texts that somebody else changed first; they stand as before. */
  conflicts?: { name: string; theirs: string; version: number }[]
  /** Why a field was not taken, in words for the person. */
  problems?: Record<string, string>
}

/** Whether the browser saved this form by itself: then it expects `savedAnswer` and no page. */
export const isAutosave = (c: Ask): boolean => c.req.header('x-lotse-autosave') === '1'

/** Answers an autosave: 200 when all is kept, 409 with both texts, 422 with what is still wrong. */
export function savedAnswer(c: Ask, { versions = {}, conflicts = [], problems = {} }: Saved): Response {
  const wrong = Object.keys(problems).length > 0
  const status = conflicts.length > 0 ? 409 : wrong ? 422 : 200
  c.header('cache-control', 'no-store')
  return c.json({ saved: status === 200, versions, conflicts, problems }, status)
}
