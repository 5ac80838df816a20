import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { readConfiguration } from '../src/platform/configuration.ts'
import { writeBackup } from './backup-file.ts'
import { endWith } from './console.ts'
import { asOwner } from './database.ts'

/** `npm run backup [-- file]`: one file with everything, while Lotse runs or not. It appears under its name only when it is complete. */
async function backUp() {
  const configuration = readConfiguration(process.env)
  const now = new Date()
  const named = `lotse-${now.toISOString().slice(0, 19).replaceAll(':', '-')}.backup`
  const file = resolve(process.argv[2] ?? join(configuration.dataDirectory, 'backups', named))
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const half = `${file}.${process.pid}`
  try {
    await asOwner(configuration, async (ownerUrl) => {
      const zip = createGzip()
      const written = finished(zip.pipe(createWriteStream(half, { mode: 0o600 })))
      await Promise.all([written, writeBackup(ownerUrl, now, zip).finally(() => zip.end())])
    })
    await rename(half, file)
  } finally {
    await rm(half, { force: true })
  }
  console.log(
    `Backed up to ${file} (${((await stat(file)).size / 1_000_000).toFixed(1)} MB). It holds everything people wrote: keep it safe.`,
  )
}

await endWith(backUp)
