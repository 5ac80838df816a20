import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createBuilder } from 'vite'
import { openLive } from '#platform/live/live.ts'
import { builtAssets } from '#platform/web/assets.ts'
import { myTopics } from '#sharing/queries.ts'
import { createApp } from '../../src/app.ts'
import { type Cast, cast } from '../cast.ts'

/** The program on a port, with the browser's files as they are shipped. */
export interface Served {
  cast: Cast
  origin: string
  /** Where the built files lie. */
  files: string
  close(): Promise<void>
}

export async function served(): Promise<Served> {
  const [people, files] = await Promise.all([cast(), built()])
  const live = openLive({ database: people.database, topicsOf: myTopics })
  const app = new Hono()
  app.use('/assets/*', serveStatic({ root: files }))
  let origin = ''
  const { server, port } = await new Promise<{ server: ServerType; port: number }>((resolve) => {
    const started: ServerType = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (address) =>
      resolve({ server: started, port: address.port }),
    )
  })
  origin = `http://localhost:${port}`
  const pages = createApp({ database: people.database, live, assets: builtAssets(files), origin, canMail: false })
  app.all('*', (c) => pages.fetch(c.req.raw, c.env as object))
  return {
    cast: people,
    origin,
    files,
    close: async () => {
      live.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await people.close()
      await rm(files, { recursive: true, force: true })
    },
  }
}

async function built(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'lotse-browser-'))
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    const builder = await createBuilder({ root: join(import.meta.dirname, '../..'), logLevel: 'error' })
    const client = builder.environments.client!
    client.config.build.outDir = directory
    await builder.build(client)
  } finally {
    process.env.NODE_ENV = before
  }
  return directory
}
