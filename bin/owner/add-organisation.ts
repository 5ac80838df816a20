import { addOrganisation } from '../../src/organisation/commands/setup.ts'
import { StartRefused } from '../../src/platform/start-refused.ts'
import { endWith } from '../console.ts'

await endWith(async () => {
  const { DATABASE_OWNER_URL: ownerUrl, ORIGIN: origin } = process.env
  const [, , host] = process.argv
  if (!ownerUrl || !origin || !host)
    throw new StartRefused('DATABASE_OWNER_URL, ORIGIN and a host have to be given; "npm run organisation" does that.')
  const link = await addOrganisation({ ownerUrl, origin, host })
  console.log(`Set up the organisation at ${host} here (the link works once): ${link}`)
})
