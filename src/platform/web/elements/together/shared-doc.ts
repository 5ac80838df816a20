import type * as Y from 'yjs'
import { type TextDifference, textDifference } from './text-difference.ts'

/** The words inside a document that several people write: the same in browser and server. */
export const textIn = (doc: Y.Doc): Y.Text => doc.getText('text')

/** Makes the text of a document read as `body`, as one change. `caret` says where in `body` the caret stands. */
export function rewrite(doc: Y.Doc, body: string, caret?: number): TextDifference | undefined {
  const text = textIn(doc)
  const change = textDifference(text.toString(), body, caret)
  if (change)
    doc.transact(() => {
      if (change.removed > 0) text.delete(change.at, change.removed)
      if (change.inserted) text.insert(change.at, change.inserted)
    }, 'written here')
  return change
}

export const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/** Throws on what is no base64. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
