import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CourseData, type CourseLeg, fullSize, layCourse, smallSize } from './course.ts'
import { Course } from './course.tsx'
import { sayCourse } from './course-words.ts'

const leg = (given: Partial<CourseLeg> = {}): CourseLeg => ({
  number: 1,
  state: 'reviewed',
  steps: [],
  findings: 0,
  support: null,
  ...given,
})
const done = { status: 'done', kind: 'trial' } as const
const planned = { status: 'planned', kind: 'alone' } as const

const anyLeg = fc.record({
  number: fc.integer({ min: 1, max: 40 }),
  state: fc.constantFrom('open', 'reviewed', 'unreviewed'),
  steps: fc.array(
    fc.record({ status: fc.constantFrom('planned', 'done', 'dropped'), kind: fc.constantFrom('trial', 'with_others', 'alone') }),
    { maxLength: 12 },
  ),
  findings: fc.integer({ min: 0, max: 9 }),
  support: fc.constantFrom(0, 1, 2, 3, null),
}) as fc.Arbitrary<CourseLeg>
const anyCourse = fc.record({
  legs: fc.array(anyLeg, { maxLength: 25 }),
  end: fc.constantFrom('open', 'solved', 'set_aside', 'passed_on', 'paused', null),
}) as fc.Arbitrary<CourseData>

describe('the course on the chart', () => {
  it('stays on the chart, whatever happened', () => {
    fc.assert(
      fc.property(anyCourse, fc.constantFrom(fullSize, smallSize), (course, size) => {
        const laid = layCourse(course, size)
        const places = [laid.from, laid.to, ...laid.legs.flatMap((one) => [...one.steps, ...one.buoys])]
        for (const { x, y } of places) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(size.width)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(size.height)
        }
        expect(`${laid.companion}${laid.onward}`).not.toMatch(/NaN|Infinity/)
      }),
    )
  })

  it('always goes forward, and marks every step', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const laid = layCourse(course, fullSize)
        const along = laid.legs.flatMap((one) => one.steps.map((step) => step.x))
        expect(along).toEqual([...along].sort((a, b) => a - b))
        expect(along).toHaveLength(course.legs.flatMap((one) => one.steps).length)
      }),
    )
  })

  it('reaches the harbour when it is solved, and only then', () => {
    const legs = [leg({ findings: 2 }), leg({ number: 2 })]
    expect(layCourse({ legs, end: 'solved' }, fullSize).to).toEqual(fullSize.harbour)
    for (const end of ['open', 'paused', 'set_aside', 'passed_on'] as const)
      expect(layCourse({ legs: Array(20).fill(leg()), end }, fullSize).to.x).toBeLessThan(fullSize.harbour.x)
  })

  it('sets a buoy for each finding, and turns there; without a review it drifts on', () => {
    const laid = layCourse(
      { legs: [leg({ findings: 3 }), leg({ number: 2, state: 'unreviewed' }), leg({ number: 3 })], end: 'open' },
      fullSize,
    )
    expect(laid.legs.map((one) => one.buoys.length)).toEqual([3, 0, 0])
    expect(laid.legs.map((one) => one.drifted)).toEqual([false, true, false])
  })

  it('is sailed up to the last step that is done', () => {
    const open = (steps: CourseLeg['steps']) => layCourse({ legs: [leg({ state: 'open', steps })], end: 'open' }, fullSize)
    expect(open([planned, planned]).ship).toEqual(fullSize.start)
    expect(open([done, planned]).ship).toMatchObject({ x: open([done, planned]).legs[0]!.steps[0]!.x })
    expect(open([planned]).legs[0]!.sailed).toBe('')
    expect(layCourse({ legs: [leg({ steps: [done] })], end: 'open' }, fullSize).legs[0]!.planned).toBe('')
  })

  it('is accompanied from farther off as support fades, and not where nobody accompanies', () => {
    const below = (support: CourseLeg['support']) => {
      const { companion } = layCourse({ legs: [leg({ support })], end: 'open' }, fullSize)
      return companion && Number(/^M\S+ (\S+?)L/.exec(companion)?.[1])
    }
    expect(below(null)).toBe('')
    expect(below(1)).toBeGreaterThan(below(0) as number)
    expect(below(2)).toBeGreaterThan(below(1) as number)
  })

  it('is calm while there is nothing: no vessel, no legs', () => {
    expect(layCourse({ legs: [], end: null }, fullSize)).toMatchObject({ legs: [], ship: null, companion: '', onward: '' })
  })
})

describe('the same in words', () => {
  const course: CourseData = {
    legs: [
      leg({ steps: [done, done], findings: 2, support: 0 }),
      leg({ number: 2, state: 'open', steps: [done, planned, planned], support: 2 }),
    ],
    end: 'open',
  }

  it('tells legs, steps, findings and support', () => {
    expect(sayCourse(course, 'de')).toBe(
      '2 Runden. Runde 1: 2 Schritte, davon 2 getan, ausgewertet, 2 Erkenntnisse. Runde 2: 3 Schritte, davon 1 getan, im Gang. Begleitstufe: eng begleitet, ab Runde 2 auf Zuruf.',
    )
  })

  it('tells every change of support, and where it began or ended', () => {
    const levels = ([null, 0, 0, 1, null] as const).map((support, index) => leg({ number: index + 1, support }))
    expect(sayCourse({ legs: levels, end: 'open' }, 'en')).toContain(
      'Support level: from cycle 2 close support, from cycle 4 regular support, from cycle 5 nobody accompanying.',
    )
    expect(sayCourse({ legs: [leg()], end: 'open' }, 'en')).not.toContain('Support')
  })

  it.each([
    ['solved', 'Solved: the course ends in the harbour.'],
    ['set_aside', 'Set aside.'],
    ['passed_on', 'Passed on.'],
    ['paused', 'The journey is paused.'],
  ] as const)('says how it ended: %s', (end, words) => expect(sayCourse({ ...course, end }, 'en')).toContain(words))

  it('stands in the drawing as its name and description', () => {
    const html = String(<Course id="kurs" course={{ legs: [], end: null }} locale="de" />)
    expect(html).toContain('role="img" aria-labelledby="kurs-title kurs-text"')
    expect(html).toContain('<desc id="kurs-text">Offenes Wasser: Noch hat keine Runde begonnen.</desc>')
  })

  it('stands beside others at the same scale, so that support can be seen to draw away', () => {
    const drawn = ([0, 1, 2, null] as const).map((support) =>
      String(<Course id={`kurs-${support}`} course={{ legs: [leg({ support })], end: 'solved' }} locale="de" small />),
    )
    const below = drawn.flatMap((html) => [...html.matchAll(/course-companion" d="M\S+ (\S+?)L/g)].map(([, y]) => Number(y)))
    expect(below).toHaveLength(3)
    expect(below).toEqual([...below].sort((a, b) => a - b))
    const told = ['eng begleitet', 'regelmäßig begleitet', 'auf Zuruf']
    for (const [index, level] of told.entries()) expect(drawn[index]).toContain(`Begleitstufe: ${level}`)
    expect(drawn[3]).not.toContain('Begleitstufe')
  })

  it('is drawn without a colour or a style of its own', () => {
    fc.assert(
      fc.property(anyCourse, fc.boolean(), (drawn, small) => {
        expect(String(<Course id="kurs" course={drawn} locale="de" small={small} />)).not.toMatch(/ style=| fill=| stroke=|NaN/)
      }),
    )
  })
})
