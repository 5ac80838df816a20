import { type Locale, languageOf } from '#platform/words/words.ts'
import { htmlOf } from '#ui/markdown.ts'

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A document of an archive as a page that any browser opens, without a server. `depth`: how many folders lie above it. */
export function readable(title: string, markdown: string, { locale, depth }: { locale: Locale; depth: number }): string {
  return `<!doctype html>
<html lang="${languageOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${'../'.repeat(depth)}lotse.css">
</head>
<body>
${htmlOf(markdown, { below: false })}
</body>
</html>
`
}

/** Enough to read well, on a screen and on paper; it stands alone, without the fonts of the program. */
export const style = `:root { color-scheme: light dark }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 Georgia, serif; overflow-wrap: anywhere }
h1, h2, h3, h4 { line-height: 1.25; font-family: system-ui, sans-serif; break-after: avoid }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 2px solid }
`
