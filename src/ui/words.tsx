import type { PropsWithChildren } from 'hono/jsx'

type WordsProps = PropsWithChildren<{
  /** An element for words inside a sentence: a title, a name. Without it they stand as a block of their own. */
  inline?: boolean
  lang?: string
}>

/** What a person wrote, as it was written: in the reading face, with its line breaks, in the direction of its script. */
export const Words = ({ inline, lang, children }: WordsProps) =>
  inline ? (
    <span class="words-inline" dir="auto" lang={lang}>
      {children}
    </span>
  ) : (
    <div class="words" dir="auto" lang={lang}>
      {children}
    </div>
  )
