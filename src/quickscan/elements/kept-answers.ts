import { type Answers, asAnswer, type Form, forms, instrument, itemsOf } from '../quickscan.ts'

/** A test as it lies in this browser. Null: "I cannot say"; left out: not answered yet. */
export interface Kept {
  answers: Answers
  /** The statement that is before the person, from 0. */
  at: number
  /** YYYY-MM-DD once the result was asked for. */
  takenOn: string | null
}
export const nothing: Kept = { answers: {}, at: 0, takenOn: null }

export type Found = { state: 'none' | 'older' | 'no_storage' } | { state: 'kept'; kept: Kept }

const keyOf = (form: Form) => `quickscan:${form}`
const lastKey = 'quickscan:last'

/** What lies here of one form. Of another version of the instrument nothing is used, and it is removed. */
export function findKept(form: Form): Found {
  try {
    const text = localStorage.getItem(keyOf(form))
    if (text === null) {
      localStorage.setItem('quickscan:probe', '')
      localStorage.removeItem('quickscan:probe')
      return { state: 'none' }
    }
    const kept = readKept(text, form)
    if (kept) return { state: 'kept', kept }
    localStorage.removeItem(keyOf(form))
    return { state: 'older' }
  } catch {
    return { state: 'no_storage' }
  }
}

/** Takes nothing on trust: what is not an answer of this form in this version is left out, and anything unreadable gives undefined. */
export function readKept(text: string, form: Form): Kept | undefined {
  const found = parsed(text)
  if (found?.version !== instrument.version || typeof found.answers !== 'object' || found.answers === null) return undefined
  const given = found.answers as Record<string, unknown>
  const items = itemsOf(form)
  const answers = Object.fromEntries(items.filter(({ id }) => Object.hasOwn(given, id)).map(({ id }) => [id, asAnswer(given[id])]))
  const at = Math.min(items.length - 1, Math.max(0, Math.trunc(Number(found.at)) || 0))
  const takenOn = /^\d{4}-\d{2}-\d{2}$/.test(String(found.takenOn)) ? String(found.takenOn) : null
  return { answers, at, takenOn }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Whether it could be kept. */
export function keep(form: Form, kept: Kept): boolean {
  try {
    localStorage.setItem(keyOf(form), fileOf(form, kept))
    if (kept.takenOn) localStorage.setItem(lastKey, form)
    return true
  } catch {
    return false
  }
}

/** The result that was asked for last. */
export function findLast(): { form: Form; kept: Kept } | undefined {
  const finished = forms.flatMap((form) => {
    const found = findKept(form)
    return found.state === 'kept' && found.kept.takenOn ? [{ form, kept: found.kept }] : []
  })
  return finished.find(({ form }) => form === localStorage.getItem(lastKey)) ?? finished[0]
}

export function forget(form: Form): void {
  try {
    localStorage.removeItem(keyOf(form))
  } catch {
    // Nothing could be kept, so nothing is left.
  }
}

/** A test as text: what lies in the browser, and what a person takes along as a file. */
export const fileOf = (form: Form, { answers, at, takenOn }: Kept): string =>
  JSON.stringify({ lotse: 'quickscan', version: instrument.version, form, takenOn, at, answers })
