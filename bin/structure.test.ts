import { expect, test } from 'vitest'
import { structureProblems } from './structure-rules.ts'

const problemsOf = (path: string, text = '') => {
  const domain = path.split('/')[1]!
  return structureProblems([
    { path, text },
    { path: `src/${domain}/README.md`, text: '' },
  ])
}

test('a domain of the agreed shape has no problems', () => {
  const names = [
    'journey.ts',
    'journey.test.ts',
    'forms.ts',
    'queries/whole.ts',
    'commands.ts',
    'access.sql',
    'access.test.ts',
    'routes.tsx',
    'pages/list.tsx',
  ]
  expect(names.flatMap((name) => problemsOf(`src/journey/${name}`))).toEqual([])
})

test.each([
  ['src/payments/payments.ts', '', '"payments" is no domain'],
  ['src/journey/logic.ts', '', 'no file of this name'],
  ['src/journey/services/move.ts', '', 'no folder "services"'],
  ['src/platform/utils/date.ts', '', '"utils" says nothing'],
  ['src/journey/rules/helpers.ts', '', '"helpers" says nothing'],
  ['src/journey/pages/JourneyList.tsx', '', 'lower case'],
  ['src/journey/commands.ts', 'x\n'.repeat(301), 'has 301 lines'],
  ['src/journey/journey.ts', `// ${'TO' + 'DO'} later`, 'half done'],
  ['bin/start.ts', `const data = '${'/ho'}me/ines/lotse'`, 'one machine only'],
  ['src/ui/card.tsx', '<div style="color: red">', 'inline styles'],
  ['src/ui/card.tsx', '<button onclick="go()">', 'inline scripts'],
  ['src/ui/page.tsx', '<script>go()</script>', 'inline scripts'],
  ['src/ui/card.css', '.card { border: 1px solid #ccc; }', '#ccc is a colour'],
  ['src/ui/course.tsx', '<path fill="#14532d" />', '#14532d is a colour'],
  ['src/platform/web/page.ts', `import { apply } from '#journey/journey.ts'`, 'platform knows neither domains nor ui'],
  ['src/ui/card.tsx', `import { pool } from '#platform/db/database.ts'`, 'only words, days and types'],
  ['src/sharing/queries.ts', `import { apply } from '#journey/journey.ts'`, 'journey stands above sharing'],
  ['src/journey/queries.ts', `import { page } from '../organisation/pages/list.tsx'`, "pages are organisation's own"],
  ['src/journey/queries.ts', `import { cast } from '../../tests/cast.ts'`, 'src does not use bin or tests'],
])('%s holding "%s" is answered with what to do: %s', (path, text, problem) => {
  expect(problemsOf(path, text).join('\n')).toContain(problem)
})

test.each([
  ['src/ui/page.tsx', '<script type="module" src={assets.script}></script>'],
  ['src/ui/tokens.css', ':root { --ink: #14213d; }'],
  ['src/ui/card.css', '.card#top:hover { color: var(--ink); white-space: nowrap; }'],
  ['src/ui/card.tsx', `import type { Locale } from '#platform/words/words.ts'\nimport { defineWords } from '#platform/words/words.ts'`],
  ['src/journey/queries.ts', `import { readersOf } from '#sharing/queries.ts'`],
  ['src/journey/queries.test.ts', `import { cast } from '../../tests/cast.ts'`],
  ['src/journey/messages/de/plan.ts', 'x\n'.repeat(900)],
])('%s may hold "%s"', (path, text) => {
  expect(problemsOf(path, text)).toEqual([])
})

test('two domains of one level may not use each other in a circle', () => {
  const files = [
    { path: 'src/person/README.md', text: '' },
    { path: 'src/organisation/README.md', text: '' },
    { path: 'src/person/queries.ts', text: `import { name } from '#organisation/queries.ts'` },
    { path: 'src/organisation/queries.ts', text: `import { admins } from '#person/queries.ts'` },
  ]
  expect(structureProblems(files)).toEqual([expect.stringContaining('person, organisation use each other in a circle')])
})

test('a domain says in a README what it is for', () => {
  expect(structureProblems([{ path: 'src/circle/circle.ts', text: '' }])).toEqual([expect.stringContaining('src/circle: has no README.md')])
})
