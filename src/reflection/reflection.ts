import type { Cadence } from '#library/library.ts'

export type { Cadence } from '#library/library.ts'
export const cadences = ['daily', 'weekly', 'after_step'] as const satisfies readonly Cadence[]

export const limits = {
  /** Characters of an entry. */
  text: 10_000,
  /** Prompts on the weekly page. */
  weekly: 3,
  /** Entries on a page of the journal. */
  page: 20,
  /** Days for which what was removed can be brought back. */
  bin: 30,
  /** Days until a share ends, as it is suggested, and at most. */
  share: { suggested: 30, most: 366 },
} as const

/** One named person who reads an entry or a part of it now. */
export interface Share {
  id: string
  passageId: string
  readerId: string
  name: string
  since: Date
  until: Date | null
  /** The words of an excerpt; null where the whole entry is shared, as it stands. */
  excerpt: string | null
}

/** One entry of somebody's journal. */
export interface Entry {
  id: string
  writtenAt: Date
  removedAt: Date | null
  /** Null: written freely. */
  cadence: Cadence | null
  promptId: string | null
  journey: { id: string; title: string } | null
  /** The passage that holds the words. */
  passageId: string
  body: string
  version: number
  shares: Share[]
}

/** What somebody else opened to the person. */
export interface SharedEntry {
  shareId: string
  passageId: string
  authorId: string
  authorName: string
  body: string
  isExcerpt: boolean
  promptId: string | null
  writtenAt: Date
  since: Date
  until: Date | null
}
