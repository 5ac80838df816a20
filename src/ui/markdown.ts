import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true })

const text = ['h2', 'h3', 'h4', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'blockquote', 'code']
const table = ['table', 'thead', 'tbody', 'tr', 'th', 'td']

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [...text, ...table],
  allowedAttributes: { a: ['href'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
}

/**
 * Markdown as HTML: headings, lists, links, tables. No pictures, and no markup of its own gets through.
 * Headings begin at h2 where a page around has its h1 (`below`), else at h1.
 */
export function htmlOf(source: string, { below }: { below: boolean }): string {
  const tags = below ? allowed.allowedTags : ['h1', ...(allowed.allowedTags as string[])]
  const transformTags: sanitizeHtml.IOptions['transformTags'] = below ? { h1: 'h2', h5: 'h4', h6: 'h4' } : {}
  return sanitizeHtml(markdown.render(source), { ...allowed, allowedTags: tags, transformTags })
}
