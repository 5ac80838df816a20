import { raw } from 'hono/html'
import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true })

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'h2',
    'h3',
    'h4',
    'p',
    'br',
    'hr',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'a',
    'blockquote',
    'code',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  // The page has its one h1 already.
  transformTags: { h1: 'h2', h5: 'h4', h6: 'h4' },
}

/** What an organisation wrote in Markdown: headings, lists, links, tables. No pictures, and no markup of its own gets through. */
export const Prose = ({ children, lang }: { children: string; lang?: string }) => (
  <div class="prose" lang={lang}>
    {raw(sanitizeHtml(markdown.render(children), allowed))}
  </div>
)
