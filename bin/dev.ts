import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { createServer as createVite, type Plugin } from 'vite'
import type { AppTask } from '../src/app.ts'
import { readConfiguration } from '../src/platform/configuration.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { openLive } from '../src/platform/live/live.ts'
import { entries } from '../src/platform/web/assets.ts'
import { myTopics } from '../src/sharing/queries.ts'
import { endWith, explain, root } from './console.ts'
import { provideDatabase } from './database.ts'

type Migrate = typeof import('./owner/migrate.ts')
type App = { createApp: (task: AppTask) => Hono }

/** What pages load as browser.js: Vite's own client first, so that a change reloads the page. */
const reloading = '/@reloading/browser.js'
const reloadingEntry: Plugin = {
  name: 'reloading-entry',
  resolveId: (id) => (id === reloading ? id : undefined),
  load: (id) => (id === reloading ? `import '/@vite/client'\nimport '/${entries['browser.js']}'` : undefined),
}
const assets: AppTask['assets'] = (name) => (name === 'browser.js' ? reloading : `/${entries[name]}`)

/** The program straight from its sources: a change is on the screen without a restart, also one of the database's rules. */
async function develop() {
  const configuration = readConfiguration(process.env)
  const { origin, host, port } = configuration
  const provided = await provideDatabase(configuration, console.log)
  const server = createServer()
  const vite = await createVite({
    root,
    appType: 'custom',
    plugins: [reloadingEntry],
    server: { middlewareMode: { server }, hmr: { server, overlay: false } },
  })

  const migrate = async () => {
    const { bringUpToDate } = (await vite.ssrLoadModule('/bin/owner/migrate.ts')) as Migrate
    return bringUpToDate({ ownerUrl: provided.ownerUrl, servingUrl: configuration.databaseOwnerUrl && configuration.databaseUrl, origin })
  }
  const { servingRole, setupLinks } = await migrate()
  const database = openDatabase({ url: provided.servingUrl(servingRole), directUrl: provided.directUrl(servingRole) })
  const live = openLive({ database, topicsOf: myTopics })

  vite.watcher.on('change', async (path) => {
    if (path.endsWith('.sql')) await migrate().catch((error) => console.error(explain(error)))
    if (!path.endsWith('.css')) vite.environments.client.hot.send({ type: 'full-reload' })
  })
  server.on('request', (request, response) =>
    vite.middlewares(request, response, async () => {
      try {
        const { createApp } = (await vite.ssrLoadModule('/src/app.ts')) as App
        const app = createApp({ database, live, assets, origin, canMail: false })
        await getRequestListener(app.fetch)(request, response)
      } catch (error) {
        vite.ssrFixStacktrace(error as Error)
        console.error(error)
        response.writeHead(500).end()
      }
    }),
  )
  server.listen(port, host, () => console.log([`Lotse is being developed: ${origin}`, ...setupLinks].join('\n')))

  const stop = async () => {
    live.close()
    server.closeAllConnections()
    await Promise.all([vite.close(), database.close()])
    await provided.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
}

await endWith(develop)
