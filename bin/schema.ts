import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { accessOrder } from '../db/access-order.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'
import { picture } from './schema-picture.ts'

// Writes the two pictures of the live schema: db/schema.sql for people, src/platform/db/tables.ts for the compiler.
// With --check it changes nothing and fails when either is stale.
const root = join(import.meta.dirname, '..')
const checking = process.argv.includes('--check')
const directory = await mkdtemp(join(tmpdir(), 'lotse-schema-'))
const cluster = await startEmbedded({ directory: join(directory, 'postgres') })
try {
  await migrate({ ownerUrl: cluster.ownerUrl, root, accessOrder })
  const types = join(directory, 'tables.ts')
  const generator = join(root, 'node_modules/.bin/kysely-codegen')
  const chosen = ['--dialect', 'postgres', '--include-pattern', 'public.*', '--default-schema', 'public', '--date-parser', 'string']
  execFileSync(generator, [...chosen, '--url', cluster.ownerUrl, '--out-file', types], { stdio: ['ignore', 'ignore', 'inherit'] })
  const client = new pg.Client({ connectionString: cluster.ownerUrl })
  await client.connect()
  const sql = await picture(client)
  await client.end()
  const wanted = [
    { path: 'src/platform/db/tables.ts', text: await readFile(types, 'utf8') },
    { path: 'db/schema.sql', text: sql },
  ]
  for (const { path, text } of wanted) {
    const present = await readFile(join(root, path), 'utf8').catch(() => '')
    if (present === text) continue
    if (checking) {
      console.error(`${path} is stale. Run: npm run schema`)
      process.exitCode = 1
    } else await writeFile(join(root, path), text)
  }
} finally {
  await cluster.stop()
  await rm(directory, { recursive: true, force: true })
}
