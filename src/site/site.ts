import { type Locale, languageOf } from '#platform/words/words.ts'

export const limits = { text: 40_000, message: 4_000, name: 120, messageDays: 180, registrationHours: 24 } as const

/** What an organisation owes the public, in its own words. */
export const textKinds = ['imprint', 'privacy', 'accessibility'] as const
export type TextKind = (typeof textKinds)[number]

/** Texts of the organisation have no second form of address: it writes as it speaks. */
export const languages = ['de', 'en'] as const
export type Language = (typeof languages)[number]

export interface PublicText {
  language: Language
  /** Counts from 1; of two people who write at once, one gets the next number. */
  version: number
  body: string
  writtenAt: Date
}

export interface ContactMessage {
  id: string
  name: string
  email: string
  body: string
  sentAt: Date
  answered: { at: Date; by: string | null } | null
}

export const asTextKind = (value: string | undefined): TextKind | undefined => textKinds.find((kind) => kind === value)
export const asLanguage = (value: string | undefined): Language | undefined => languages.find((language) => language === value)
export const languageFor = (locale: Locale): Language => languageOf(locale)
