import type { ElementWord } from '#platform/words/browser/index.ts'

const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content

/** Who is signed in on this page, by id; undefined on public pages. */
export const personHere = (): string | undefined => meta('lotse-person')

let spoken: Partial<Record<ElementWord, string>> | undefined

/** What the browser says, in the language of the page, with its blanks filled. */
export function say(key: ElementWord, values: Record<string, string | number> = {}): string {
  spoken ??= JSON.parse(meta('lotse-words') ?? '{}') as Partial<Record<ElementWord, string>>
  return (spoken[key] ?? '').replace(/\{(\w+)\}/g, (blank, name) => String(values[name] ?? blank))
}

/** One element with its properties and children: what the browser adds to a page it adds through this. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) if (value !== undefined) made.setAttribute(name, value)
  made.append(...children)
  return made
}
