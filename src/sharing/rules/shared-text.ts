import * as Y from 'yjs'
import { rewrite, textIn } from '#platform/web/elements/together/shared-doc.ts'

/** Longest text that several people write together, in characters. */
export const sharedTextLimit = 20_000
/** Largest a text may be with all that was ever written in it, in bytes. */
const heaviest = 150_000
/** After so many changes they become one, and what was deleted is gone. */
export const mergeAfter = 50

/** What a text is made of: everything up to some change in one piece, and the changes since. */
export type Changes = readonly Uint8Array[]

function docOf(changes: Changes): Y.Doc {
  const doc = new Y.Doc()
  for (const change of changes) Y.applyUpdate(doc, change)
  return doc
}

/** The words that these changes make. */
export const bodyOfChanges = (changes: Changes): string => textIn(docOf(changes)).toString()

/** All changes as one, without what was deleted. Whoever has some of them can take it in as well. */
export const mergedChanges = (changes: Changes): Uint8Array => Y.encodeStateAsUpdate(docOf(changes))

/** Several changes in one piece, with nothing taken away; null for none. */
export const bundled = (changes: Changes): Uint8Array | null => (changes.length > 0 ? Y.mergeUpdates([...changes]) : null)

/**
 * Whether a change that a browser sent can be taken into a text. `known`: everything in it is there already. `broken`: it is no change.
 * `behind`: it builds on changes that are not here. `too_long`: it would make the text longer, or heavier, than a text may be.
 */
export function judgeChange(
  before: Changes,
  change: Uint8Array,
): { ok: true; known: boolean } | { ok: false; reason: 'broken' | 'behind' | 'too_long' } {
  const doc = docOf(before)
  let news = false
  doc.on('update', () => {
    news = true
  })
  try {
    Y.applyUpdate(doc, change)
  } catch {
    return { ok: false, reason: 'broken' }
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) return { ok: false, reason: 'behind' }
  const weight = before.reduce((sum, { length }) => sum + length, change.length)
  if (textIn(doc).length > sharedTextLimit || weight > heaviest) return { ok: false, reason: 'too_long' }
  return { ok: true, known: !news }
}

/** The change that makes a text read as `body`; null where it does already. */
export function changeTo(before: Changes, body: string): Uint8Array | null {
  const doc = docOf(before)
  const from = Y.encodeStateVector(doc)
  return rewrite(doc, body) ? Y.encodeStateAsUpdate(doc, from) : null
}
