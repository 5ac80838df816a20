import { basename, dirname, extname, posix } from 'node:path'

export interface SourceFile {
  /** From the root of the project, with slashes. */
  path: string
  text: string
}

/** Domains from the ground up: each may use those below it, and those beside it as long as there is no circle. */
export const levels: readonly (readonly string[])[] = [
  ['person', 'organisation'],
  ['library', 'sharing', 'scheduling'],
  ['facilitation', 'help'],
  ['journey', 'quickscan', 'reflection'],
  ['session', 'circle'],
  ['impulse', 'story', 'publishing', 'directory', 'practice'],
  ['search', 'today', 'retrospect', 'reminder', 'accompanying'],
  ['trust', 'site'],
]
const domains = levels.flat()
const levelOf = (domain: string) => levels.findIndex((level) => level.includes(domain))

const longest = 300
const besideDomains = ['platform', 'ui', 'app.ts', 'app.test.ts', 'domains.ts', 'jobs.ts', 'main.ts', 'browser.ts']
const filesOfDomain = ['README.md', 'access.sql']
/** Where one file of policies grows too long, a part of the subject has its own. */
const partOfAccess = /^access-[a-z]+\.sql$/
const foldersOfDomain = ['rules', 'forms', 'queries', 'commands', 'routes', 'pages', 'parts', 'elements', 'messages', 'content']
const modulesOfDomain = ['forms', 'queries', 'commands', 'routes', 'jobs']
/** What another domain may use of one: its rules, reads, writes, fields and parts, never how it answers requests. */
const inward = ['routes', 'pages']
const vagueName = /^(utils?|helpers?|common|misc|services?|managers?)$/i

/** Everything in which the sources leave the agreed shape, as sentences that say what to do instead. */
export function structureProblems(files: readonly SourceFile[]): string[] {
  return [...files.flatMap(problemsOf), ...missingReadmes(files), ...circles(files)]
}

function problemsOf(file: SourceFile): string[] {
  const found = [placeOf, nameOf, lengthOf, unfinished, machinePaths, inlineCode, colours, directions].flatMap((check) => check(file))
  return found.map((problem) => `${file.path}: ${problem}`)
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('tests/')
const isCode = (path: string) => ['.ts', '.tsx', '.mjs', '.css', '.sql'].includes(extname(path))
const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length

function each(text: string, pattern: RegExp, say: (match: RegExpMatchArray) => string): string[] {
  return [...text.matchAll(pattern)].map((match) => `line ${lineOf(text, match.index)}: ${say(match)}`)
}

function placeOf({ path }: SourceFile): string[] {
  const [top, domain, name, ...below] = path.split('/')
  if (top !== 'src' || !domain || besideDomains.includes(domain)) return []
  if (!domains.includes(domain)) {
    return [
      `"${domain}" is no domain. Put it into one of ${domains.join(', ')}, into platform or ui, or give it a level in bin/structure-rules.ts.`,
    ]
  }
  if (below.length > 0)
    return foldersOfDomain.includes(name!) ? [] : [`a domain has no folder "${name}". It may have ${foldersOfDomain.join(', ')}.`]
  const module = /^([\w-]+)(\.test)?\.tsx?$/.exec(name!)?.[1]
  const known =
    filesOfDomain.includes(name!) ||
    partOfAccess.test(name!) ||
    name === `${domain}.css` ||
    module === domain ||
    modulesOfDomain.includes(module ?? '') ||
    isTest(path)
  return known
    ? []
    : [
        `a domain has no file of this name. It may have ${[...filesOfDomain, `${domain}.ts`, `${domain}.css`, ...modulesOfDomain.map((one) => `${one}.ts`)].join(', ')} and folders.`,
      ]
}

function nameOf({ path }: SourceFile): string[] {
  const parts = path.split('/').map((part) => part.replace(/\..*$/, ''))
  const vague = parts.find((part) => vagueName.test(part))
  if (vague) return [`"${vague}" says nothing. Name it after what is in it, and put it beside what uses it.`]
  const bad = isCode(path) && !/^[a-z0-9._-]+$/.test(basename(path))
  return bad ? ['file names are lower case, with hyphens between words (SQL: underscores).'] : []
}

function lengthOf({ path, text }: SourceFile): string[] {
  const aside = isTest(path) || /\/(messages|content)\//.test(path) || path.startsWith('db/') || path.endsWith('/tables.ts')
  const lines = text.split('\n').length - 1
  return isCode(path) && !aside && lines > longest
    ? [`has ${lines} lines, at most ${longest} are agreed. Cut it where its subject changes.`]
    : []
}

function unfinished({ path, text }: SourceFile): string[] {
  return isCode(path)
    ? each(
        text,
        /\b(TO[D]O|FIXM[E]|XX[X])\b/g,
        ([word]) => `"${word}" marks something half done. Do it, or write down why it is right as it is.`,
      )
    : []
}

function machinePaths({ text }: SourceFile): string[] {
  return each(
    text,
    /(?<![\w.:/-])\/(?:home|Users|work|mnt)\/\w+/g,
    ([path]) => `"${path}" exists on one machine only. Begin from the project's root.`,
  )
}

function inlineCode({ path, text }: SourceFile): string[] {
  // Mail programs know no style sheets; letters have nothing else.
  if (!path.endsWith('.tsx') || isTest(path) || path.startsWith('src/platform/mail/')) return []
  return [
    ...each(text, /\sstyle=|<style\b/g, () => 'the browser refuses inline styles here. Use a class, or an SVG attribute.'),
    ...each(text, /\son[a-z]+=|\shx-on\b|<script(?![^>]*\bsrc=)/g, () => 'the browser refuses inline scripts here. Use a custom element.'),
    ...each(text, /dangerouslySetInnerHTML/g, () => 'markup from text lets others write into the page. Build it from elements.'),
  ]
}

function colours({ path, text }: SourceFile): string[] {
  if (!/\.(css|tsx)$/.test(path) || path === 'src/ui/tokens.css' || isTest(path)) return []
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  const literal = path.endsWith('.css')
    ? /(?<=:[^;{}]*)(#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|oklab|oklch)\(|\b(?:white|black|red|green|blue|gray|grey)\b(?![-\w]))(?=[^{}]*[;}])/gi
    : /(?<=")(?:#[0-9a-f]{3,8}|(?:rgba?|hsla?|oklch)\([^"]*)(?=")/gi
  return each(bare, literal, ([colour]) => `${colour} is a colour. Name it in src/ui/tokens.css and use the name.`)
}

function directions(file: SourceFile): string[] {
  if (isTest(file.path) || !file.path.startsWith('src/')) return []
  const from = areaOf(file.path)
  return importsOf(file).flatMap(({ path, typeOnly, line }) => {
    const to = areaOf(path)
    const why = path.startsWith('src/')
      ? forbidden(from, to, path, typeOnly)
      : /^(bin|tests)\//.test(path)
        ? 'src does not use bin or tests'
        : undefined
    return why ? [`line ${line}: must not use ${path}: ${why}.`] : []
  })
}

/** What the look takes from platform beside types: words, and which day it is. */
const forUi = ['src/platform/words/', 'src/platform/clock.ts']

function forbidden(from: string, to: string, path: string, typeOnly: boolean): string | undefined {
  if (from === to || (!domains.includes(from) && from !== 'platform' && from !== 'ui')) return undefined
  if (from === 'platform') return 'platform knows neither domains nor ui'
  if (from === 'ui' && to !== 'platform') return 'ui knows no domain'
  if (from === 'ui')
    return typeOnly || forUi.some((part) => path.startsWith(part)) ? undefined : 'ui takes only words, days and types from platform'
  if (!domains.includes(to))
    return to === 'platform' || to === 'ui' ? undefined : 'domains are put together in src/app.ts, not the other way round'
  if (levelOf(to) > levelOf(from)) return `${to} stands above ${from}. Let it subscribe to an event, or hand it what it needs`
  const part = path.split('/')[2]!.replace(/\..*$/, '')
  return inward.includes(part) ? `${part} are ${to}'s own. Use its queries, commands, rules or parts` : undefined
}

const areaOf = (path: string) => path.split('/')[1]?.replace(/\.tsx?$/, '') ?? ''

function importsOf({ path, text }: SourceFile): { path: string; typeOnly: boolean; line: number }[] {
  return [...text.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?'([#.][^']+)'/gm)].map((match) => {
    const target = match[2]!
    const resolved = target.startsWith('#') ? `src/${target.slice(1)}` : posix.normalize(posix.join(dirname(path), target))
    return { path: resolved, typeOnly: Boolean(match[1]), line: lineOf(text, match.index) }
  })
}

function missingReadmes(files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path))
  const present = domains.filter((domain) => files.some(({ path }) => path.startsWith(`src/${domain}/`)))
  return present
    .filter((domain) => !paths.has(`src/${domain}/README.md`))
    .map((domain) => `src/${domain}: has no README.md. Some 15 lines: purpose, words, promises, who may see what.`)
}

/** Circles between whole domains; the first one found from each domain. */
function circles(files: readonly SourceFile[]): string[] {
  const uses = new Map<string, Set<string>>(domains.map((domain) => [domain, new Set()]))
  for (const file of files.filter(({ path }) => !isTest(path))) {
    const from = areaOf(file.path)
    for (const { path } of importsOf(file)) if (areaOf(path) !== from && path.startsWith('src/')) uses.get(from)?.add(areaOf(path))
  }
  const inCircle = domains.filter((domain) => reachedFrom(domain, uses).has(domain))
  return inCircle.length > 0
    ? [`src: ${inCircle.join(', ')} use each other in a circle. Let one of them hand the other what it needs.`]
    : []
}

function reachedFrom(domain: string, uses: Map<string, Set<string>>): Set<string> {
  const reached = new Set(uses.get(domain))
  for (const next of reached) for (const further of uses.get(next) ?? []) reached.add(further)
  return reached
}

/** Folders of the project that the check looks at. */
export const checkedRoots = ['src', 'bin', 'tests', 'db', 'docs']
