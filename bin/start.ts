import { readConfiguration } from '../src/platform/configuration.ts'
import { buildWhereStale } from './build.ts'
import { endWith } from './console.ts'
import { serve } from './serve.ts'

await endWith(async () => {
  const configuration = readConfiguration(process.env)
  await serve({
    configuration,
    prepare: () => buildWhereStale(console.log),
    onReady(setupLinks) {
      console.log(`Lotse is running: ${configuration.origin}`)
      for (const link of setupLinks) console.log(`Set up here; the link works once, until the next start: ${link}`)
    },
  })
})
