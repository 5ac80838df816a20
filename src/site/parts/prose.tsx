import { raw } from 'hono/html'
import { htmlOf } from '#ui/markdown.ts'

/** What an organisation wrote in Markdown: headings, lists, links, tables. No pictures, and no markup of its own gets through. */
export const Prose = ({ children, lang }: { children: string; lang?: string }) => (
  <div class="prose" lang={lang}>
    {raw(htmlOf(children, { below: true }))}
  </div>
)
