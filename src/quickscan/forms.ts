import { asAnswer, type Form, instrument, itemsOf } from './quickscan.ts'

/** What a form or a file says was answered. Nothing in it is taken on trust: whatever is not an answer counts as not given. */
export interface Sent {
  form: Form
  answers: Record<string, number | null>
  /** YYYY-MM-DD, never after today. */
  takenOn: string
}

type Fields = Readonly<Record<string, unknown>>

/** Reads answers sent by a form. `today` is what stands for a day that is missing, impossible or still to come. */
export function readSent(typed: Fields, today: string): Sent {
  const form: Form = typed.form === 'short' ? 'short' : 'full'
  const given = (id: string) => (Object.hasOwn(typed, id) && typed[id] !== '' ? asAnswer(Number(typed[id])) : null)
  return {
    form,
    answers: Object.fromEntries(itemsOf(form).map(({ id }) => [id, given(id)])),
    takenOn: dayOr(typed.takenOn, today),
  }
}

/** Reads a file that a browser wrote. */
export function readFile(text: string, today: string): Sent | 'wrong' | 'older' {
  const found = parsed(text)
  if (found?.lotse !== 'quickscan' || (found.form !== 'full' && found.form !== 'short')) return 'wrong'
  if (typeof found.answers !== 'object' || found.answers === null) return 'wrong'
  if (found.version !== instrument.version) return 'older'
  const given = found.answers as Record<string, unknown>
  const answers = Object.fromEntries(itemsOf(found.form).map(({ id }) => [id, Object.hasOwn(given, id) ? asAnswer(given[id]) : null]))
  return Object.values(answers).every((answer) => answer === null)
    ? 'wrong'
    : { form: found.form, answers, takenOn: dayOr(found.takenOn, today) }
}

const dayOr = (given: unknown, today: string): string => {
  const day = String(given)
  const exists = /^20\d{2}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  return exists && day <= today ? day : today
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
