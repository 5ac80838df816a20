/** Every page that is meant to be found, whatever the organisation writes on it. */
export const publicPaths = [
  '/',
  '/quickscan',
  '/how-it-works',
  '/works-council',
  '/contact',
  '/imprint',
  '/privacy',
  '/accessibility',
] as const

const privatePaths = ['/today', '/journeys', '/organisation', '/settings', '/invitation', '/password', '/setup', '/register', '/events']

/** Says what search engines may visit; what is private needs a sign-in all the same. */
export const robots = (origin: string): string =>
  ['User-agent: *', ...privatePaths.map((path) => `Disallow: ${path}`), '', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n')

/** Every public page in both languages, each naming the other one. */
export function sitemap(origin: string): string {
  const at = (path: string, language: string) => `${origin}${path}?lang=${language}`
  const others = (path: string) =>
    ['de', 'en']
      .map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${at(path, language)}"/>`)
      .concat(`<xhtml:link rel="alternate" hreflang="x-default" href="${origin}${path}"/>`)
      .join('')
  const entries = publicPaths.flatMap((path) =>
    ['de', 'en'].map((language) => `<url><loc>${at(path, language)}</loc>${others(path)}</url>`),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n')
}
