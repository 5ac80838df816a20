import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { readConfiguration } from '../src/platform/configuration.ts'
import { StartRefused } from '../src/platform/start-refused.ts'
import { buildWhereStale } from './build.ts'
import { endWith, root } from './console.ts'
import { asOwner } from './database.ts'

/** `npm run organisation -- host`: makes room for another organisation, told apart by its host name, while Lotse runs or not. */
await endWith(async () => {
  const [, , host] = process.argv
  if (!host)
    throw new StartRefused('Say under which host name the organisation is to be reached: npm run organisation -- lernen.example.org')
  const configuration = readConfiguration(process.env)
  await buildWhereStale(console.log)
  await asOwner(configuration, async (ownerUrl) => {
    const env = { ...process.env, DATABASE_OWNER_URL: ownerUrl, ORIGIN: configuration.origin }
    const [code] = await once(fork(join(root, 'dist/server/add-organisation.js'), [host], { env }), 'exit')
    if (code !== 0) process.exitCode = 1
  })
})
