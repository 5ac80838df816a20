import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import pg from 'pg'
import { pendingSetupLinks } from '#organisation/commands/setup.ts'
import { openDatabase } from '#platform/db/database.ts'
import { openLive } from '#platform/live/live.ts'
import { hashPassword } from '#platform/sign-in/password.ts'
import { builtAssets } from '#platform/web/assets.ts'
import { headers } from '#platform/web/security.ts'
import { myTopics } from '#sharing/queries.ts'
import { buildWhereStale } from '../../bin/build.ts'
import { fillDemo } from '../../bin/demo/fill.ts'
import { createApp } from '../../src/app.ts'
import { testDatabase } from '../database.ts'

export interface Program {
  origin: string
  /** Sees everything that is kept: for what must or must not be there. */
  owner: pg.Pool
  /** The link for the first person, as the start of the program prints it. */
  setupLink(): Promise<string>
  close(): Promise<void>
}

/** Everybody's password in the stories, by sign-in or by registration. */
export const password = 'Kompass und Echolot'

/** The program as it is shipped, on a database of its own: empty as on a first start, or with the demo world in it. */
export async function program({ demo = false }: { demo?: boolean } = {}): Promise<Program> {
  const [fresh] = await Promise.all([testDatabase(), buildWhereStale(() => undefined)])
  const owner = fresh.ownerPool
  if (demo) {
    const client = new pg.Client(fresh.ownerUrl)
    await client.connect()
    await fillDemo(client, await hashPassword(password))
    await client.end()
  }
  const database = openDatabase({ url: fresh.servingUrl, max: 8 })
  const live = openLive({ database, topicsOf: myTopics })
  const { server, origin } = await listen((origin) => {
    const browser = join(import.meta.dirname, '../../dist/browser')
    const pages = createApp({ database, live, origin, canMail: false, assets: builtAssets(browser) })
    const app = new Hono()
    app.use('/assets/*', headers(), serveStatic({ root: browser, precompressed: true }))
    app.all('*', (c) => pages.fetch(c.req.raw, c.env))
    return app
  })
  return {
    origin,
    owner,
    setupLink: async () => (await pendingSetupLinks({ ownerUrl: fresh.ownerUrl, origin }))[0]!,
    async close() {
      live.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await database.close()
      await fresh.drop()
    },
  }
}

/** The address is known only once somebody listens, and links of the program begin with it. */
async function listen(app: (origin: string) => Hono): Promise<{ server: ServerType; origin: string }> {
  let pages: Hono | undefined
  const fetch = (request: Request, env: object) => pages!.fetch(request, env)
  return new Promise((resolve) => {
    const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
      const origin = `http://localhost:${port}`
      pages = app(origin)
      resolve({ server, origin })
    })
  })
}
