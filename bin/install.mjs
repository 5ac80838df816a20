// Brings node_modules in step with package-lock.json. Runs on any Node from 20 on, before anything is installed; costs some milliseconds
// when there is nothing to do. No package needs its install script.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const lockfile = readFileSync(join(root, 'package-lock.json'))
const wanted = createHash('sha256').update(lockfile).digest('hex')
const stamp = join(root, 'node_modules/.installed-lockfile')
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

if (read(stamp) !== wanted) {
  if (!installedByHand()) install()
  requireNode24()
  try {
    writeFileSync(stamp, wanted)
  } catch {
    // Read-only: somebody else installs here, and the check is repeated at the next start.
  }
}

/** True when npm's own record names every package that the lockfile asks for on all machines, in the same version. */
function installedByHand() {
  const record = read(join(root, 'node_modules/.package-lock.json'))
  if (!record) return false
  const present = JSON.parse(record).packages
  return Object.entries(JSON.parse(lockfile.toString()).packages).every(
    ([path, { version, optional, peer }]) => path === '' || optional || peer || present[path]?.version === version,
  )
}

function install() {
  const begun = Date.now()
  process.stderr.write('Installing what Lotse needs; the first time this takes a minute or two …\n')
  const parameters = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  // Under `npm run` the same npm goes on, on the Node that runs it: the one in node_modules is about to be replaced.
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }
  const done = npm?.endsWith('.js') ? spawnSync(node, [npm, ...parameters], options) : spawnSync('npm', parameters, options)
  if (done.status !== 0) refuse('npm could not install the packages; its own words above say why. Is the npm registry reachable?')
  process.stderr.write(`Installed in ${Math.round((Date.now() - begun) / 1000)} s.\n`)
}

function requireNode24() {
  const ran = spawnSync(join(root, 'node_modules/.bin/node'), ['--version'], { encoding: 'utf8' })
  const version = ran.status === 0 ? ran.stdout : process.version
  if (Number.parseInt(version.slice(1), 10) < 24)
    refuse(`Lotse needs Node 24, which npm has no build of for this machine; the one here is ${process.version}.`)
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
