import { type Locale, languageOf } from '#platform/words/words.ts'
import type { LetterKind } from './outcome.ts'

interface Link {
  href: string
  label: string
}

/** A short letter, in words that are already in the reader's language. */
export interface Letter {
  /** What whoever looks after the outbox may know of it; `other` where nothing is said. */
  kind?: LetterKind
  locale: Locale
  subject: string
  greeting: string
  paragraphs: string[]
  /** Several things that can be done, each with a line of its own: what a digest holds. */
  lines?: { heading: string; items: (Link & { about?: string })[] }[]
  /** The one thing to do, if there is one. */
  link?: Link
  /** What stands after the link. */
  afterwards?: string[]
  /** Who writes: the organisation. */
  from: string
  /** Why this letter came, for letters that nobody asked for a moment ago. */
  reason?: string
  /** Where letters of this kind become rarer or end. `off` also takes the click in the mail program (RFC 8058): a POST there ends them. */
  unsubscribe?: { rarer: Link[]; off: Link }
  /** The same for a calendar: a file whose own METHOD is this one. It travels as a part of the letter and as a file beside it. */
  calendar?: CalendarPart
}

export interface CalendarPart {
  method: 'REQUEST' | 'CANCEL' | 'REPLY'
  content: string
}

/** The letter as plain text and as HTML; both say the same. */
export function renderLetter(letter: Letter): { text: string; html: string } {
  const { greeting, paragraphs, lines = [], link, afterwards = [], from, reason, unsubscribe } = letter
  const said = [
    greeting,
    ...paragraphs,
    ...lines.map(({ heading, items }) => [heading, ...items.map(asText)].join('\n')),
    ...(link ? [`${link.label}:\n${link.href}`] : []),
    ...afterwards,
    from,
    ...(reason ? [`-- \n${reason}`] : []),
    ...(unsubscribe ? [[...unsubscribe.rarer, unsubscribe.off].map(({ label, href }) => `${label}: ${href}`).join('\n')] : []),
  ]
  return { text: `${said.join('\n\n')}\n`, html: `<!doctype html>${String(<Html letter={letter} />)}` }
}

const asText = ({ label, href, about }: Link & { about?: string }) => `- ${about ? `${label} (${about})` : label}\n  ${href}`

/** Mail programs know few rules: these hold where they are read, and without them the letter is still one. */
const style = `
body{margin:0;padding:24px;background:#faf8f4;color:#1f2a37;font:17px/1.5 system-ui,sans-serif}
.sheet{max-width:36em;margin:0 auto;padding:28px;background:#fff;border-radius:6px}
.button{display:inline-block;padding:12px 20px;background:#b8401b;color:#fff;text-decoration:none;border-radius:4px}
.lines{margin:0 0 20px;padding:0;list-style:none}.lines li{padding:10px 0;border-top:1px solid #e4ded2}
.lines a{color:#0f5560}h2{margin:20px 0 8px;font-size:18px}.soft{color:#556070;font-size:14px}.soft a{color:inherit}
.about{display:block}.address{font-size:14px;overflow-wrap:anywhere}
@media (max-width:480px){body{padding:8px}.sheet{padding:16px}}
@media (prefers-color-scheme:dark){body{background:#12202b;color:#e8e4da}.sheet{background:#1a2b38}.button{background:#f0936f;color:#12202b}
.lines li{border-color:#33475a}.lines a,.address a{color:#8fd0d8}.soft{color:#a9b6c2}}`

const Html = ({ letter }: { letter: Letter }) => (
  <html lang={languageOf(letter.locale)}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
      <title>{letter.subject}</title>
      <style>{style}</style>
    </head>
    <body>
      <div class="sheet">
        <p>{letter.greeting}</p>
        {letter.paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        {letter.lines?.map((group) => (
          <Lines group={group} />
        ))}
        {letter.link && <Todo link={letter.link} />}
        {letter.afterwards?.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        <p>{letter.from}</p>
        <Why letter={letter} />
      </div>
    </body>
  </html>
)

const Lines = ({ group: { heading, items } }: { group: NonNullable<Letter['lines']>[number] }) => (
  <>
    <h2>{heading}</h2>
    <ul class="lines">
      {items.map(({ href, label, about }) => (
        <li>
          <a href={href}>{label}</a>
          {about && <span class="soft about">{about}</span>}
        </li>
      ))}
    </ul>
  </>
)

const Todo = ({ link }: { link: Link }) => (
  <>
    <p>
      <a href={link.href} class="button">
        {link.label}
      </a>
    </p>
    <p class="address">{link.href}</p>
  </>
)

const Why = ({ letter: { reason, unsubscribe } }: { letter: Letter }) => (
  <>
    {reason && <p class="soft">{reason}</p>}
    {unsubscribe && (
      <p class="soft">
        {[...unsubscribe.rarer, unsubscribe.off].map(({ href, label }, index) => (
          <>
            {index > 0 && ' · '}
            <a href={href}>{label}</a>
          </>
        ))}
      </p>
    )}
  </>
)
