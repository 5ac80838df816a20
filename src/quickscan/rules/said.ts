import type { Constants, Dimension, instrument } from '../quickscan.ts'

type InOneLanguage<T> = T extends { de: string; en: string }
  ? string
  : T extends readonly (infer One)[]
    ? InOneLanguage<One>[]
    : T extends object
      ? { [Key in keyof T]: InOneLanguage<T[Key]> }
      : T

const told = ['texts', 'dimensions', 'bands', 'feedback', 'supportSuggestion', 'change', 'retrospective'] as const

/** What the instrument says about a result, in one language. */
export type Said = InOneLanguage<Pick<typeof instrument, (typeof told)[number]>> & { patterns: { id: string; text: string }[] }

/** The texts of the instrument in one language, without its statements. */
export function saidIn(whole: typeof instrument, locale: 'de' | 'de-formal' | 'en'): Said {
  const parts = Object.fromEntries(told.map((key) => [key, inOne(whole[key], locale)]))
  return { ...parts, patterns: inOne(whole.profile.patterns, locale) } as Said
}

function inOne(value: unknown, locale: string): unknown {
  if (Array.isArray(value)) return value.map((one) => inOne(one, locale))
  if (typeof value !== 'object' || value === null) return value
  const texts = value as Record<string, unknown>
  return texts['de-formal'] === undefined
    ? Object.fromEntries(Object.entries(texts).map(([key, one]) => [key, inOne(one, locale)]))
    : texts[locale]
}

/** Puts values into the places of a text: `{band}`. */
export const fill = (text: string, values: Record<string, string | number | Date> = {}): string =>
  text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place))

/** A learning impulse as a result mentions it. */
export interface ImpulseSaid {
  id: string
  dimension: string
  phase: string
  title: string
  tryToday: string
}

/** Everything that a result needs besides the answers; on public pages it comes with the page, so that drawing a result asks for nothing more. */
export interface Brought {
  said: Said
  impulses: readonly ImpulseSaid[]
  constants: Constants
  language: 'de' | 'en'
}

export const dimensionSaid = (said: Said, id: Dimension) => said.dimensions.find((one) => one.id === id)!
export const bandSaid = (said: Said, id: string) => said.bands.find((one) => one.id === id)!.label
