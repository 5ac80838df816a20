import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { accessOrder } from '../db/access-order.ts'
import { migrate, servingRole } from '../src/platform/db/migrate.ts'
import { newId } from '../src/platform/ids.ts'
import { type Embedded, startEmbedded } from '../src/platform/postgres/embedded.ts'
import { generate, type Measured } from './bench/generate.ts'
import { load } from './bench/load.ts'
import { buildWhereStale } from './build.ts'
import { root } from './console.ts'
import { serverFlags } from './serve.ts'

// Prints the ratios of docs/operating/speed.md. Times differ from machine to machine; these figures are ratios within one run.
const full = process.argv.includes('--full')
const sizes = full ? [100, 10_000, 100_000] : [100, 10_000]
const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const [appPort, floorPort] = [Number(process.env.PORT ?? 4300), Number(process.env.PORT ?? 4300) + 1]
await buildWhereStale(console.log)
const directory = await mkdtemp(join(tmpdir(), 'lotse-bench-'))
const cluster = await startEmbedded({ directory, settings: { shared_buffers: '512MB', max_wal_size: '4GB' } })
const children = new Set<ChildProcess>()
if (full) console.log('The full size needs some 25 GB of disk and most of an hour.')

interface Filled {
  measured: Measured
  url: string
}

async function filled(embedded: Embedded, people: number): Promise<Filled> {
  const database = `bench_${people}`
  const owner = new pg.Client(embedded.ownerUrl)
  await owner.connect()
  await owner.query(`create database ${database}`)
  await owner.end()
  const ownerUrl = embedded.urlFor(new URL(embedded.ownerUrl).username, database)
  await migrate({ ownerUrl, root, accessOrder })
  const client = new pg.Client(ownerUrl)
  await client.connect()
  const measured = await generate(client, people)
  await client.query('vacuum analyze')
  await client.end()
  return { measured, url: embedded.urlFor(servingRole, database) }
}

async function started(file: string, url: string, port: number, environment: Record<string, string> = {}): Promise<ChildProcess> {
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: url, DATABASE_DIRECT_URL: url, PORT: String(port), ...environment }
  const child = fork(join(root, file), { env, execArgv: file.endsWith('main.js') ? serverFlags : [] })
  children.add(child)
  const gone = once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended before it was ready.`)))
  await Promise.race([once(child, 'message'), gone])
  gone.catch(() => undefined)
  return child
}

async function ended(child: ChildProcess) {
  children.delete(child)
  child.disconnect()
  await once(child, 'exit')
}

const asAmara = ({ token }: Measured) => ({
  cookie: `sign_in=${token}`,
  host: `localhost:${appPort}`,
  origin: `http://localhost:${appPort}`,
})
const pageOf = (port: number, { journeyId }: Measured) => `http://127.0.0.1:${port}/journeys/${journeyId}`

/** Warms up, then measures the page. */
async function measure(port: number, { measured }: Filled, connections: number) {
  const task = { url: pageOf(port, measured), headers: asAmara(measured), connections }
  await load({ ...task, seconds: 2 })
  return load({ ...task, seconds })
}

async function compareWithFloor(small: Filled) {
  const app = await started('dist/server/main.js', small.url, appPort)
  const floor = await startedFloor(small)
  for (const connections of [1, 8, 32]) {
    const [ours, theirs] = [await measure(appPort, small, connections), await measure(floorPort, small, connections)]
    const figures = `${Math.round(ours.perSecond)} of ${Math.round(theirs.perSecond)} a second`
    const ratio = (ours.perSecond / theirs.perSecond).toFixed(2)
    console.log(row(`journey page against the floor, ${connections} at once (${figures})`, ratio, 'aim 0.50, at least 0.40'))
  }
  const memory = Number((await readFile(`/proc/${app.pid}/status`, 'utf8')).match(/VmRSS:\s+(\d+)/)?.[1]) / 1024
  console.log(row('memory of the server after this', `${Math.round(memory)} MB`, 'at most 220 MB'))
  await ended(app)
  await ended(floor)
}

async function startedFloor({ measured, url }: Filled) {
  const page = await (await fetch(pageOf(appPort, measured), { headers: asAmara(measured) })).text()
  return started('dist/server/floor.js', url, floorPort, { BENCH: JSON.stringify({ measured, page }) })
}

/** Each side writes as many notes into a journey of its own: a journey with more notes takes longer to read. */
async function compareWrites() {
  const form = () =>
    new URLSearchParams({ noteId: newId(), text: 'Eine Notiz, wie man sie am Band schreibt.', 'version.text': '0' }).toString()
  const write = async (port: number, { measured }: Filled) => {
    const task = { url: `${pageOf(port, measured)}/observations`, headers: asAmara(measured), connections: 1, form }
    await load({ ...task, amount: 50 })
    return load({ ...task, amount: 200 })
  }
  const [own, other] = [await filled(cluster, 98), await filled(cluster, 99)]
  const app = await started('dist/server/main.js', own.url, appPort)
  const ours = await write(appPort, own)
  await ended(app)
  const served = await started('dist/server/main.js', other.url, appPort)
  const floor = await startedFloor(other)
  await ended(served)
  const theirs = await write(floorPort, other)
  await ended(floor)
  const figures = `${Math.round(ours.perSecond)} of ${Math.round(theirs.perSecond)} a second`
  console.log(
    row(`recording an observation against the floor (${figures})`, (ours.perSecond / theirs.perSecond).toFixed(2), 'at least 0.50'),
  )
}

/** What one page asks of the database, as PostgreSQL logs it. Statements that are sent together share a trip. Organisation and plans are warm. */
async function countStatements() {
  const one = await filled(cluster, 97)
  const owner = new pg.Client(cluster.ownerUrl)
  await owner.connect()
  await owner.query(`alter role ${servingRole} set log_statement = 'all'`)
  const app = await started('dist/server/main.js', one.url, appPort)
  for (const path of [`/journeys/${one.measured.journeyId}`, '/journeys', '/today']) {
    const get = async () => (await fetch(`http://127.0.0.1:${appPort}${path}`, { headers: asAmara(one.measured) })).text()
    await get()
    await pause(300)
    const before = (await readFile(join(directory, 'postgres.log'), 'utf8')).length
    await get()
    await pause(300)
    const said = (await readFile(join(directory, 'postgres.log'), 'utf8')).slice(before)
    const sent = said.match(/LOG: {2}(statement|execute)/g)?.length ?? 0
    console.log(
      row(`statements of ${path.replace(/[0-9a-f-]{36}/, ':id')}, those sent together being one trip`, String(sent), 'at most 6 trips'),
    )
  }
  await ended(app)
  await owner.query(`alter role ${servingRole} reset log_statement`)
  await owner.end()
}

async function pageTime(filled: Filled) {
  const app = await started('dist/server/main.js', filled.url, appPort)
  const measured = await measure(appPort, filled, 1)
  await ended(app)
  return measured
}

async function measureBytes(measured: Measured) {
  const app = await started('dist/server/main.js', (await filled(cluster, 1)).url, appPort)
  const answer = await fetch(pageOf(appPort, { ...measured }), { headers: asAmara(measured) })
  const html = await answer.text()
  const linked = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(([, path]) => path!)
  const sizes = await Promise.all(linked.map(async (path) => ({ path, bytes: await compressedSize(path) })))
  const script = sizes.filter(({ path }) => path.endsWith('.js')).reduce((sum, { bytes }) => sum + bytes, 0)
  const all = sizes.reduce((sum, { bytes }) => sum + bytes, gzipSync(html).length)
  console.log(row('script on first load, compressed', kilobytes(script), 'at most 60 kB'))
  console.log(row('page, style and script on first load, compressed, without the two fonts', kilobytes(all), 'at most 180 kB with them'))
  await ended(app)
}

async function compressedSize(path: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${appPort}${path}`, { headers: { 'accept-encoding': 'identity' } })
  return gzipSync(Buffer.from(await answer.arrayBuffer())).length
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function row(what: string, figure: string, target: string): string {
  return `${what.padEnd(78)} ${figure.padStart(9)}   ${target}`
}

try {
  const small = await filled(cluster, sizes[0]!)
  await compareWithFloor(small)
  await compareWrites()
  await measureBytes(small.measured)
  await countStatements()
  const base = await pageTime(small)
  for (const people of sizes.slice(1)) {
    const { p95 } = await pageTime(await filled(cluster, people))
    console.log(
      row(
        `journey page with ${people.toLocaleString('en')} people against ${sizes[0]}, p95`,
        `${(p95 / base.p95).toFixed(2)} x`,
        'at most 1.3 x',
      ),
    )
  }
} finally {
  for (const child of children) child.disconnect()
  await cluster.stop()
  await rm(directory, { recursive: true, force: true })
}
