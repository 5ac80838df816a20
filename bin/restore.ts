import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createGunzip } from 'node:zlib'
import { readConfiguration } from '../src/platform/configuration.ts'
import { joinRunning } from '../src/platform/postgres/embedded.ts'
import { StartRefused } from '../src/platform/start-refused.ts'
import { openBackup } from './backup-file.ts'
import { endWith } from './console.ts'
import { asOwner } from './database.ts'
import { restoreInto } from './restoring.ts'

/** `npm run restore -- file`: brings a backup into an installation in which nobody has written anything yet. */
async function restore() {
  const [, , given] = process.argv
  if (!given) throw new StartRefused('Say which backup to restore: npm run restore -- path/to/lotse.backup')
  const file = resolve(given)
  await access(file).catch(() => {
    throw new StartRefused(`There is no file ${file} that can be read.`)
  })
  const configuration = readConfiguration(process.env)
  if (!configuration.databaseUrl && (await joinRunning(configuration.dataDirectory))) {
    throw new StartRefused('Lotse is running on these data: stop it before restoring.')
  }
  const backup = await openBackup(
    createReadStream(file)
      .on('error', () => undefined)
      .pipe(createGunzip()),
  )
  await asOwner(configuration, (ownerUrl) => restoreInto(ownerUrl, backup))
  console.log(`Restored what was backed up on ${backup.head.made}. Start it with "npm start".`)
}

await endWith(restore)
