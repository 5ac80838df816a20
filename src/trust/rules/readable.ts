import { type Locale, languageOf } from '#platform/words/words.ts'
import { htmlOf } from '#ui/markdown.ts'

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

interface Place {
  locale: Locale
  /** How many folders lie above it. */
  depth: number
  /** What leads back to the first page; undefined on the first page itself. */
  home: string | undefined
}

/** A document of an archive as a page that any browser opens, without a server. */
export function readable(title: string, markdown: string, { locale, depth, home }: Place): string {
  const up = '../'.repeat(depth)
  return `<!doctype html>
<html lang="${languageOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${up}lotse.css">
</head>
<body>
${home ? `<nav><a href="${up}index.html">${escaped(home)}</a></nav>\n` : ''}<main>
${htmlOf(markdown, { below: false })}</main>
</body>
</html>
`
}

/** Enough to read well, on a screen and on paper; it stands alone, without the fonts of the program. */
export const style = `:root { color-scheme: light dark }
body {
  max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 Literata, Georgia, serif; overflow-wrap: anywhere;
  background: light-dark(oklch(0.98 0.008 85), oklch(0.19 0.025 250)); color: light-dark(oklch(0.24 0.03 250), oklch(0.94 0.01 85));
}
h1, h2, h3, h4, nav { line-height: 1.25; font-family: "Atkinson Hyperlegible Next", system-ui, sans-serif; break-after: avoid }
h1 { font-size: 1.9rem; margin-block: 1rem } h2 { font-size: 1.4rem; margin-block: 2.5rem 0.75rem } h3 { font-size: 1.15rem; margin-block: 1.75rem 0.5rem }
h4 { font-size: 1.0625rem; margin-block: 1.5rem 0.5rem } p, ul, ol { margin-block: 0.5rem } ul, ol { padding-inline-start: 1.25rem }
a { color: inherit; text-underline-offset: 0.2em } nav { font-size: 0.9rem }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 2px solid }
@media print { body { background: none; margin: 0 } nav { display: none } }
`
