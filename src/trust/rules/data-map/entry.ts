/** What happens to a row when the person it is about has their data erased. */
export type OnErasure = 'erase' | 'anonymise' | 'keep'

/** Why an organisation may hold it (Art. 6(1) GDPR): a hint for its own record of processing, not legal advice. */
export type Basis = 'agreement' | 'legitimate interest' | 'legal duty'

export interface Entry {
  /** What it is for, in one sentence. */
  purpose: string
  basis: Basis
  /** Whose data it is, as columns that name a person; empty where a row is found through what it belongs to. */
  people: readonly string[]
  onErasure: OnErasure
  /** Where a person gets it when they take their data along, or why they do not. */
  inExport: { yes: true } | { yes: false; because: string }
  /** How long it is kept. */
  kept: string
}

/** What holds of everything inside a journey. */
export const withJourney = { basis: 'agreement', onErasure: 'erase', inExport: { yes: true }, kept: 'as long as its journey' } as const
/** What holds of everything inside a session. */
export const withSession = {
  basis: 'agreement',
  onErasure: 'anonymise',
  inExport: { yes: true },
  kept: 'as long as its journey; a session without one as long as somebody who took part has an account',
} as const
/** Not in the export, and why. */
export const without = (because: string) => ({ yes: false, because }) as const
