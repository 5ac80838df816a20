import type { Problems } from '#platform/web/read-form.ts'
import type { Locale } from '#platform/words/words.ts'
import { words } from './messages/index.ts'

/** What `readForm` found, as sentences by field: for ErrorSummary, and for the `error` of each field. */
export const sayProblems = (problems: Problems, locale: Locale): Record<string, string> => {
  const t = words(locale)
  const said = Object.entries(problems).map(([field, { code, limit }]) => [field, t(`problem.${code}`, { limit: limit ?? 0 })])
  return Object.fromEntries(said)
}
