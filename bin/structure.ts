import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { root } from './console.ts'
import { checkedRoots, structureProblems } from './structure-rules.ts'

const readable = /\.(ts|tsx|mjs|css|sql|md)$/
const folders = await Promise.all(
  checkedRoots.map((name) => readdir(join(root, name), { recursive: true, withFileTypes: true }).catch(() => [])),
)
const paths = folders
  .flat()
  .filter((entry) => entry.isFile() && readable.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
const files = await Promise.all(paths.sort().map(async (path) => ({ path: relative(root, path), text: await readFile(path, 'utf8') })))

const problems = structureProblems(files)
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
