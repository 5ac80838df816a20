import { personHere } from '../page-words.ts'
import type { Values } from './form-values.ts'

/** What was typed and not yet taken by the server, as it lies on this device. */
export interface Draft {
  values: Values
  /** The versions that the text was written from: a later one on the server shows both. */
  versions: Record<string, number>
  /** How to send it from any page; only a form that saves itself may be sent unasked. */
  autosave?: { action: string; body: string }
  /** The tab that wrote it: only that one may clear it. */
  tab: string
}

const tab = crypto.randomUUID?.() ?? String(Math.random())
const prefix = () => {
  const person = personHere()
  return person && `draft:${person}:`
}
const signedOut = 'BroadcastChannel' in window ? new BroadcastChannel('lotse signed out') : undefined
let closed = false
// Signing out in one tab ends the keeping in all: nothing typed afterwards may stay on the device.
signedOut?.addEventListener('message', ({ data }) => {
  if (data === personHere()) closed = true
})

/** Keeps drafts of the person who is signed in; nobody else's are ever read. A browser that keeps nothing is no reason to fail. */
export const keptDrafts = {
  get(key: string): Draft | undefined {
    const start = prefix()
    if (!start) return undefined
    try {
      return JSON.parse(localStorage.getItem(start + key) ?? 'null') ?? undefined
    } catch {
      return undefined
    }
  },
  put(key: string, draft: Omit<Draft, 'tab'>): void {
    const start = prefix()
    if (!start || closed) return
    try {
      localStorage.setItem(start + key, JSON.stringify({ ...draft, tab } satisfies Draft))
    } catch {
      // Full, or forbidden: the server's own autosave remains.
    }
  },
  /** Clears a draft that the server has taken. One that another tab wrote later stays, unless it was `seen` here. */
  clear(key: string, seen = false): void {
    const start = prefix()
    if (start && (seen || this.get(key)?.tab === tab)) localStorage.removeItem(start + key)
  },
  all(): [key: string, draft: Draft][] {
    const start = prefix()
    if (!start) return []
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(start))
    return keys
      .map((key) => key.slice(start.length))
      .flatMap((key) => {
        const draft = this.get(key)
        return draft ? [[key, draft]] : []
      })
  },
  /** Removes every draft of the person from this device, and keeps none from now on. */
  wipe(): void {
    for (const [key] of this.all()) this.clear(key, true)
    closed = true
    signedOut?.postMessage(personHere())
  },
}
