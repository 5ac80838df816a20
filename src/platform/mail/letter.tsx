import { type Locale, languageOf } from '#platform/words/words.ts'

/** A short letter, in words that are already in the reader's language. */
export interface Letter {
  locale: Locale
  subject: string
  greeting: string
  paragraphs: string[]
  /** The one thing to do, if there is one. */
  link?: { href: string; label: string }
  /** What stands after the link. */
  afterwards?: string[]
  /** Who writes: the organisation. */
  from: string
}

const page = 'margin:0;padding:24px;background:#faf8f4;color:#1f2a37;font:17px/1.5 system-ui,sans-serif'
const sheet = 'max-width:36em;margin:0 auto;padding:28px;background:#fff;border-radius:6px'
const button = 'display:inline-block;padding:12px 20px;background:#b8401b;color:#fff;text-decoration:none;border-radius:4px'

/** The letter as plain text and as HTML; both say the same. */
export function renderLetter(letter: Letter): { text: string; html: string } {
  const { greeting, paragraphs, link, afterwards = [], from } = letter
  const lines = [greeting, ...paragraphs, ...(link ? [`${link.label}:\n${link.href}`] : []), ...afterwards, from]
  return { text: `${lines.join('\n\n')}\n`, html: `<!doctype html>${String(<Html letter={letter} />)}` }
}

const Html = ({ letter }: { letter: Letter }) => (
  <html lang={languageOf(letter.locale)}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>{letter.subject}</title>
    </head>
    <body style={page}>
      <div style={sheet}>
        <p>{letter.greeting}</p>
        {letter.paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        {letter.link && <Link link={letter.link} />}
        {letter.afterwards?.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        <p>{letter.from}</p>
      </div>
    </body>
  </html>
)

const Link = ({ link }: { link: { href: string; label: string } }) => (
  <>
    <p>
      <a href={link.href} style={button}>
        {link.label}
      </a>
    </p>
    <p style="font-size:14px;overflow-wrap:anywhere">{link.href}</p>
  </>
)
