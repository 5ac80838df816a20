import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { variables } from '../src/platform/configuration.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const papers = ['README.md', 'ARCHITECTURE.md', 'GLOSSARY.md', 'CONTRIBUTING.md', 'SECURITY.md']
const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => join('docs', path))
const ofDomains = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('README.md'))
  .map((path) => join('src', path))
const all = [...papers, ...inDocs, ...ofDomains]

test('the README lists every environment variable as the program declares it', () => {
  const rows = Object.entries(variables).map(([name, variable]) => {
    const fallback = 'fallback' in variable ? (/^[\w.:/-]+$/.test(variable.fallback) ? `\`${variable.fallback}\`` : variable.fallback) : '–'
    return `| \`${name}\` | ${fallback} | ${variable.explanation} |`
  })
  const table = ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n')
  expect(read('README.md')).toContain(table)
})

test('every command that a paper names is there', () => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
  const named = all.flatMap((path) => [...read(path).matchAll(/(?:^|`)npm (?:run )?([a-z:-]+)/gm)].map(([, name]) => name!))
  const unknown = named.filter((name) => !scripts.includes(name) && !['ci', 'install', 'itself'].includes(name))
  expect(unknown).toEqual([])
})

test('every link between papers leads somewhere', () => {
  const broken = all.flatMap((path) =>
    [...read(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, target]) => target!)
      .filter((target) => !/^https?:/.test(target) && !existsSync(join(root, dirname(path), target)))
      .map((target) => `${path}: ${target}`),
  )
  expect(broken).toEqual([])
})

test('every path that a paper names in code is there', () => {
  const named = all.flatMap((path) =>
    [...read(path).matchAll(/`((?:src|db|bin|tests|docs)\/[\w./-]+)`/g)].map(([, target]) => `${path}: ${target}`),
  )
  expect(named.filter((line) => !existsSync(join(root, line.split(': ')[1]!)))).toEqual([])
})

test('decisions are numbered without gaps, each with its context, decision and consequences', () => {
  const decisions = readdirSync(join(root, 'docs/decisions')).sort()
  expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1))
  for (const name of decisions) {
    const text = read(join('docs/decisions', name))
    for (const part of ['**Context.**', '**Decision.**', '**Consequences.**']) expect(text, name).toContain(part)
  }
})

test('the glossary names what the code has', () => {
  const schema = read('db/schema.sql')
  const rules = read('src/journey/rules/limits.ts') + read('src/journey/rules/choices.ts')
  const inCode = ['journey', 'challenge', 'cycle', 'step', 'need', 'observation', 'review', 'proposal', 'passage', 'membership', 'share']
  for (const table of inCode) expect(schema, table).toContain(`table ${table} (`)
  for (const field of ['learningQuestion', 'successSigns', 'ifPart', 'thenPart', 'insight', 'nextMove'])
    expect(rules, field).toContain(field)
})
