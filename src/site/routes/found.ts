import { Hono } from 'hono'
import type { Ask, Env } from '#platform/web/env.ts'
import { still } from '#ui/still.ts'
import { icon, iconSvg, iconWidths, sharedPicture } from '../parts/stills.tsx'
import { robots, sitemap } from '../rules/found.ts'

/** How search engines, browsers and shared links find their way: nothing in it depends on who asks. */
export const foundRoutes = new Hono<Env>()

const aDay = 'public, max-age=86400'
const served = (c: Ask, type: string, body: string | Uint8Array<ArrayBuffer>) =>
  c.body(body, 200, { 'content-type': type, 'cache-control': aDay })

foundRoutes.get('/robots.txt', (c) => served(c, 'text/plain; charset=utf-8', robots(c.var.origin)))
foundRoutes.get('/sitemap.xml', (c) => served(c, 'application/xml; charset=utf-8', sitemap(c.var.origin)))
foundRoutes.get('/picture.png', (c) => served(c, 'image/png', sharedPicture()))
foundRoutes.get('/favicon.svg', (c) => served(c, 'image/svg+xml', iconSvg))
foundRoutes.get('/favicon.ico', (c) => served(c, 'image/png', icon(32)))
for (const width of iconWidths) foundRoutes.get(`/icon-${width}.png`, (c) => served(c, 'image/png', icon(width)))

foundRoutes.get('/lotse.webmanifest', (c) =>
  served(
    c,
    'application/manifest+json',
    JSON.stringify({
      name: 'Lotse',
      short_name: 'Lotse',
      lang: c.var.organisation?.locale === 'en' ? 'en' : 'de',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: still.paper,
      theme_color: still.paper,
      icons: [192, 512].map((width) => ({ src: `/icon-${width}.png`, sizes: `${width}x${width}`, type: 'image/png', purpose: 'any' })),
    }),
  ),
)
