import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { StartRefused } from '../src/platform/start-refused.ts'
import { endWith, root } from './console.ts'

const dist = join(root, 'dist')
const stamp = join(dist, 'built-from')
const compressible = new Set(['.css', '.js', '.svg', '.json', '.map'])

/** Builds the browser's files and the server into `dist/`, unless nothing that goes into them has changed since. */
export async function buildWhereStale(log: (sentence: string) => void): Promise<void> {
  const sources = await fingerprint()
  const built = await readFile(stamp, 'utf8').catch(() => '')
  if (built === sources) return
  const begun = Date.now()
  await mkdir(dist, { recursive: true }).catch((error: Error) => {
    throw new StartRefused(`Lotse has to be built, but ${dist} cannot be written (${error.message}).`)
  })
  await rm(stamp, { force: true })
  await buildBoth()
  await compressAll(join(dist, 'browser'))
  await writeFile(stamp, sources)
  log(`Built in ${((Date.now() - begun) / 1000).toFixed(1)} s.`)
}

/** A digest of everything that goes into the build: names and contents. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const path of ['package-lock.json', 'vite.config.ts', 'tsconfig.json']) hash.update(await readFile(join(root, path)))
  const folders = ['src', 'bin', 'db'].map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true }))
  const sources = (await Promise.all(folders)).flat().filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
  const paths = sources.map((entry) => join(entry.parentPath, entry.name))
  const contents = await Promise.all(paths.sort().map((path) => readFile(path)))
  for (const [index, content] of contents.entries()) hash.update(`\0${paths[index]}\0`).update(content)
  return hash.digest('hex')
}

async function buildBoth() {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  const { createBuilder } = await import('vite')
  try {
    const builder = await createBuilder({ root, logLevel: 'warn' })
    for (const name of ['client', 'ssr']) await builder.build(builder.environments[name]!)
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

async function compressAll(directory: string) {
  const files = await readdir(directory, { recursive: true, withFileTypes: true })
  await Promise.all(
    files
      .filter((entry) => entry.isFile() && compressible.has(extname(entry.name)))
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name)
        const content = await readFile(path)
        await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
        const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
        await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }))
      }),
  )
}

if (import.meta.main) await endWith(() => buildWhereStale(console.log))
