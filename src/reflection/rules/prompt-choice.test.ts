import { expect, test } from 'vitest'
import { chanceOf, type ReflectionPrompt, reflectionPrompts } from '#library/library.ts'
import { drawPrompts, type Leaning, tagsMeeting, twoLowest, weightOf } from './prompt-choice.ts'

const nothing: Leaning = { lowest: [], obstacles: [] }
const prompts = reflectionPrompts('de')
const draw = (given: Partial<Parameters<typeof drawPrompts>[0]> = {}) =>
  drawPrompts({ prompts, cadence: 'weekly', shownLately: [], leaning: nothing, seed: 'amara 2026-11-27', chanceOf, ...given })
const ids = (drawn: readonly ReflectionPrompt[]) => drawn.map(({ id }) => id)

test('only prompts of the rhythm come that was asked for', () => {
  for (const cadence of ['daily', 'weekly', 'after_step'] as const) {
    const drawn = draw({ cadence })
    expect(drawn.length).toBe(prompts.filter((prompt) => prompt.cadence === cadence).length)
    expect(new Set(drawn.map((prompt) => prompt.cadence))).toEqual(new Set([cadence]))
  }
})

test('a prompt shown in the last 21 days does not come, and all others stay in their order', () => {
  const [first, second, ...rest] = ids(draw())
  expect(ids(draw({ shownLately: [first!] }))).toEqual([second, ...rest])
})

test('the same person sees the same prompts all day; another day or another person has another order', () => {
  expect(ids(draw())).toEqual(ids(draw()))
  expect(ids(draw({ seed: 'amara 2026-11-28' }))).not.toEqual(ids(draw()))
  expect(ids(draw({ seed: 'jonas 2026-11-27' }))).not.toEqual(ids(draw()))
})

test('the two lowest dimensions of the last self-test weigh twice, a tag that meets an obstacle half as much again, both three times', () => {
  const leaning: Leaning = { lowest: ['network', 'plan'], obstacles: ['time'] }
  expect(weightOf({ dimension: 'goal', tags: ['goal'] }, leaning)).toBe(1)
  expect(weightOf({ dimension: 'network', tags: ['social'] }, leaning)).toBe(2)
  expect(weightOf({ dimension: 'goal', tags: ['strategy', 'time'] }, leaning)).toBe(1.5)
  expect(weightOf({ dimension: 'plan', tags: ['time'] }, leaning)).toBe(3)
})

test('over many days a prompt comes first as often as it weighs', () => {
  const of = (id: string, dimension: ReflectionPrompt['dimension'], tags: string[]): ReflectionPrompt => ({
    id,
    dimension,
    tags,
    cadence: 'daily',
    text: id,
  })
  const four = [of('plain', 'goal', []), of('low', 'network', []), of('met', 'try', ['time']), of('both', 'network', ['time'])]
  const leaning: Leaning = { lowest: ['network'], obstacles: ['time'] }
  const days = 6000
  const firsts = Array.from({ length: days }, (_, day) => draw({ prompts: four, cadence: 'daily', leaning, seed: `amara ${day}` })[0]!.id)
  const share = (id: string) => firsts.filter((first) => first === id).length / days
  const all = 1 + 2 + 1.5 + 3
  for (const [id, weight] of [
    ['plain', 1],
    ['low', 2],
    ['met', 1.5],
    ['both', 3],
  ] as const)
    expect(Math.abs(share(id) - weight / all), id).toBeLessThan(0.025)
})

test('the two lowest are found among what was answered', () => {
  expect(twoLowest({ goal: 60, plan: 40, try: null, network: 20, reflect: 55, drive: 70 })).toEqual(['network', 'plan'])
  expect(twoLowest({ goal: null, plan: null, try: 5, network: null, reflect: null, drive: null })).toEqual(['try'])
  expect(twoLowest({})).toEqual([])
})

test('what stood in the way meets tags of its own name, and those of the bank that mean the same', () => {
  expect(tagsMeeting(['time'])).toEqual(['time'])
  expect(tagsMeeting(['people', 'other'])).toEqual(['people', 'social', 'other'])
})
