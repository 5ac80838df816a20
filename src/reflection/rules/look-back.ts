import { Temporal } from 'temporal-polyfill'

export type Ago = 'month' | 'year'

/** The days that may be looked back to from `today` (YYYY-MM-DD), both included, the most fitting first: about a year ago, about a month ago. */
export function lookBackWindows(today: string): { ago: Ago; from: string; to: string }[] {
  const day = (days: number) => Temporal.PlainDate.from(today).subtract({ days }).toString()
  return [
    { ago: 'year', from: day(368), to: day(365) },
    { ago: 'month', from: day(36), to: day(30) },
  ]
}

/** One earlier entry to look back to: of a year ago, else of a month ago; of several in a window the one closest to it, and of one day the last. */
export function lookBack<Written extends { day: string }>(
  entries: readonly Written[],
  today: string,
): { ago: Ago; entry: Written } | undefined {
  for (const { ago, from, to } of lookBackWindows(today)) {
    const [entry] = entries.filter(({ day }) => from <= day && day <= to).sort((a, b) => b.day.localeCompare(a.day))
    if (entry) return { ago, entry }
  }
  return undefined
}
