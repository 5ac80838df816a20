import type { TrustWords } from '../messages/index.ts'
import { type Block, blocks, bullets, facts, heading, inline, paragraphs, section } from './markdown.ts'

/** A document of the archive: as Markdown and, for any browser, as HTML. `stem` is its path without ending. */
export interface Document {
  stem: string
  title: string
  markdown: string
}

interface Archive {
  name: string
  organisation: string
  email: string
  journeys: readonly Document[]
  besides: readonly Document[]
  /** Self-tests: their day, as people say it, and the path of their file. */
  scans: readonly { day: string; path: string }[]
}

/** The first page of an archive, which leads to all others. */
export function indexMarkdown({ name, organisation, email, journeys, besides, scans }: Archive, t: TrustWords): string {
  return `${blocks(
    heading(1, t('whole.title', { name })),
    paragraphs(t('whole.what', { organisation })),
    section(heading(2, t('whole.journeys')), bullets(journeys.map(leadingTo))),
    section(heading(2, t('whole.besides')), bullets(besides.map(leadingTo))),
    section(heading(2, t('whole.scans')), bullets(scans.map(({ day, path }) => link(day, path)))),
    section(
      heading(2, t('whole.account')),
      facts([
        [t('whole.name'), name],
        [t('whole.email'), email],
      ]),
      paragraphs(t('whole.data')),
    ),
  )}\n`
}

const link = (words: string, path: string): Block => `[${inline(words)}](<${encodeURI(path)}>)`
const leadingTo = ({ stem, title }: Document): Block => link(title, `${stem}.html`)
