import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhereStale } from './build.ts'
import { explain, root } from './console.ts'

interface Tally {
  passed: number
  failed: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

const here = (program: string) => join(root, 'node_modules/.bin', program)
const checks: { name: string; command: string[] }[] = [
  { name: 'types', command: [here('tsc'), '--noEmit'] },
  { name: 'lint and format', command: [here('biome'), 'check', '.'] },
  { name: 'structure', command: [process.execPath, 'bin/structure.ts'] },
  { name: 'picture of the schema', command: [process.execPath, 'bin/schema.ts', '--check'] },
]

/** Runs a program and gives its exit code and everything it said. */
function run(command: string[], show: boolean): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(command[0]!, command.slice(1), {
      cwd: root,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    const parts: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part))
    child.once('close', (code) => resolve({ code, said: Buffer.concat(parts).toString() }))
    child.once('error', (error) => resolve({ code: 1, said: error.message }))
  })
}

async function runChecks(): Promise<Tally> {
  const results = await Promise.all([
    ...checks.map(async ({ name, command }) => ({ name, ...(await run(command, false)) })),
    buildWhereStale(() => undefined).then(
      () => ({ name: 'build', code: 0, said: '' }),
      (error) => ({ name: 'build', code: 1, said: explain(error) }),
    ),
  ])
  for (const { name, code, said } of results) {
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
    if (code !== 0) console.log(said)
  }
  const passed = results.filter(({ code }) => code === 0).length
  return { passed, failed: results.length - passed }
}

/** A file that fails before its first test counts as one failure, and so does a run that leaves no report. */
async function runTests(): Promise<Tally> {
  const directory = await mkdtemp(join(tmpdir(), 'lotse-report-'))
  const file = join(directory, 'report.json')
  try {
    const { code } = await run([here('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], true)
    const report = JSON.parse(await readFile(file, 'utf8').catch(() => 'null')) as VitestReport | null
    if (!report) return { passed: 0, failed: 1 }
    const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
    const failed = report.numFailedTests + broken
    return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

const checked = await runChecks()
const tested = await runTests()
const failed = checked.failed + tested.failed
process.exitCode = failed === 0 ? 0 : 1
console.log(`${checked.passed + tested.passed} passed, ${failed} failed`)
