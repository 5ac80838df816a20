import { readConfiguration } from '../src/platform/configuration.ts'
import { buildWhereStale } from './build.ts'
import { endWith } from './console.ts'
import { serve } from './serve.ts'

await endWith(async () => {
  await serve({
    configuration: readConfiguration(process.env),
    prepare: () => buildWhereStale(console.log),
    onReady({ address, setupLink }) {
      console.log(`Lotse is running: ${address}`)
      if (setupLink) console.log(`Set it up here (the link works once): ${setupLink}`)
    },
  })
})
