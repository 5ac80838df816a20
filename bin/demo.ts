import pg from 'pg'
import { readConfiguration } from '../src/platform/configuration.ts'
import { hashPassword } from '../src/platform/sign-in/password.ts'
import { StartRefused } from '../src/platform/start-refused.ts'
import { buildWhereStale } from './build.ts'
import { endWith } from './console.ts'
import { fillDemo, holdsRealData } from './demo/fill.ts'
import { people } from './demo/world.ts'
import { serve } from './serve.ts'

const password = 'lotse-demo'
const roles = { amara: 'learns', jonas: 'learns, in English', lena: 'accompanies', ines: 'administers' }

await endWith(async () => {
  const configuration = readConfiguration({ ...process.env, DATA_DIR: process.env.DATA_DIR ?? '.data-demo' })
  await serve({
    configuration,
    prepare: () => buildWhereStale(console.log),
    async fill(ownerUrl) {
      const client = new pg.Client(ownerUrl)
      await client.connect()
      try {
        if (await holdsRealData(client))
          throw new StartRefused('This database holds data of its own: the demo world only goes into an empty one.')
        await fillDemo(client, await hashPassword(password))
      } finally {
        await client.end()
      }
    },
    onReady() {
      console.log(`Lotse shows its demo world: ${configuration.origin}`)
      for (const [key, role] of Object.entries(roles)) {
        const { email, name } = people[key as keyof typeof people]
        console.log(`  ${email.padEnd(18)} ${name}, ${role}`)
      }
      console.log(`Everybody's password: ${password}`)
    },
  })
})
