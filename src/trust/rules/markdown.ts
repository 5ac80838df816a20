/**
 * A document in CommonMark, put together from blocks. Words of people are written so that they read as they were
 * typed: nothing in them becomes a heading, a link or markup.
 */
export type Block = string

/** Words of a person, or of the product, inside a line. */
export function inline(words: string): string {
  return words
    .replace(/[\\`*_[\]<>&|~]/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

/** Words of a person as paragraphs, with their line breaks. */
export function paragraphs(words: string): Block {
  return words
    .replaceAll('\t', ' ')
    .split(/\n[ ]*\n/)
    .map((paragraph) => paragraph.split('\n').map(line).filter(Boolean).join('\\\n'))
    .filter(Boolean)
    .join('\n\n')
}

/** One line of a paragraph: what would begin a heading, a list, a quotation or a rule at its start is only a sign. */
const line = (text: string) =>
  inline(text)
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')

export const heading = (level: 1 | 2 | 3 | 4, words: string): Block => `${'#'.repeat(level)} ${line(words)}`

/** A line in bold, above what belongs to it. */
export const label = (words: string): Block => `**${inline(words)}**`

/** A label and what was written to it. Nothing where nothing was written. */
export const told = (about: string, words: string): Block => (words.trim() ? blocks(label(about), paragraphs(words)) : '')

/** Short facts as a list, one line each; those without a value are left out. Their own sign keeps them apart from a list just above. */
export const facts = (given: readonly (readonly [label: string, value: string | null | undefined | false])[]): Block =>
  bullets(
    given.flatMap(([about, value]) => (value ? [`${inline(about.replace(/\.$/, ''))}: ${inline(value)}`] : [])),
    '*',
  )

/** Lines that are Markdown already, as a list. */
export const bullets = (lines: readonly string[], sign: '-' | '*' = '-'): Block => lines.map((text) => `${sign} ${text}`).join('\n')

export const numbered = (items: readonly Block[]): Block => items.map((item, index) => indented(`${index + 1}. `, item)).join('\n')

export const quote = (block: Block): Block =>
  block
    .split('\n')
    .map((text) => `> ${text}`.trimEnd())
    .join('\n')

/** A block as one item of a list: its further lines stand under the first. */
export const indented = (mark: string, block: Block): Block =>
  block
    .split('\n')
    .map((text, index) => (index === 0 ? mark + text : text && ' '.repeat(mark.length) + text))
    .join('\n')

/** Blocks under a heading, which is left out with them where there are none. */
export const section = (title: Block, ...given: readonly (Block | readonly Block[])[]): Block => {
  const content = blocks(...given)
  return content && blocks(title, content)
}

/** Blocks below each other; empty ones are left out. */
export const blocks = (...given: readonly (Block | readonly Block[])[]): Block => given.flat().filter(Boolean).join('\n\n')
