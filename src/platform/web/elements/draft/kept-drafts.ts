import { personHere } from '../page-words.ts'
import type { Values } from './form-values.ts'

/** What was typed and not yet taken by the server, as it lies on this device. */
export interface Draft {
  values: Values
  /** The versions that the text was written from: a later one on the server shows both. */
  versions: Record<string, number>
  /** How to send it from any page; only a form that saves itself may be sent unasked. */
  autosave?: { action: string; body: string }
  /** When it was written, in ms. */
  at: number
}

/** A draft, and exactly what lies where. */
export interface Kept {
  draft: Draft
  place: string
  text: string
}

/** Each tab keeps its own, so that two windows never overwrite each other; a reload stays the same tab. */
const tab = (() => {
  const fresh = String(Math.random()).slice(2)
  try {
    const known = sessionStorage.getItem('tab') ?? fresh
    sessionStorage.setItem('tab', known)
    return known
  } catch {
    return fresh
  }
})()

const signedOut = 'BroadcastChannel' in window ? new BroadcastChannel('lotse signed out') : undefined
let closed = false
// Signing out in one tab ends the keeping in all: nothing typed afterwards may stay on the device.
signedOut?.addEventListener('message', ({ data }) => {
  if (data === personHere()) closed = true
})

const startOf = (key = '') => `draft:${personHere()}:${key}`
const mine = (key: string) => `${startOf(key)}@${tab}`

function at(place: string): Kept | undefined {
  try {
    const text = localStorage.getItem(place)
    return text ? { draft: JSON.parse(text), place, text } : undefined
  } catch {
    return undefined
  }
}

function beginningWith(start: string): Kept[] {
  if (!personHere()) return []
  try {
    return Object.keys(localStorage).flatMap((place) => (place.startsWith(start) ? (at(place) ?? []) : []))
  } catch {
    return []
  }
}

/** Keeps drafts of the person who is signed in; nobody else's are ever read. A browser that keeps nothing is no reason to fail. */
export const keptDrafts = {
  /** The draft of this tab, else the newest that another one left behind. */
  find(key: string): Kept | undefined {
    const [newest] = beginningWith(`${startOf(key)}@`).sort((some, other) => other.draft.at - some.draft.at)
    return newest && (at(mine(key)) ?? newest)
  },
  put(key: string, draft: Omit<Draft, 'at'>): void {
    if (!personHere() || closed) return
    try {
      localStorage.setItem(mine(key), JSON.stringify({ ...draft, at: Date.now() } satisfies Draft))
    } catch {
      // Full, or forbidden: the server's own autosave remains.
    }
  },
  /** Clears the draft of this tab: the server has it. */
  clear(key: string): void {
    const kept = at(mine(key))
    if (kept) this.drop(kept)
  },
  /** Clears a draft, unless somebody wrote on in its tab meanwhile. */
  drop({ place, text }: Kept): void {
    if (at(place)?.text === text) localStorage.removeItem(place)
  },
  all: (): Kept[] => beginningWith(startOf()),
  /** Removes every draft of the person from this device, and keeps none from now on, in any tab. */
  wipe(): void {
    for (const { place } of this.all()) localStorage.removeItem(place)
    closed = true
    signedOut?.postMessage(personHere())
  },
}
