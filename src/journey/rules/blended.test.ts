import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BlendedHint, type BlendedStep, blendedHints, gaps, kindsFor } from './blended.ts'
import { stepKinds, stepStatuses } from './choices.ts'

const step = (id: string, kind: BlendedStep['kind'], given: Partial<BlendedStep> = {}): BlendedStep => ({
  id,
  kind,
  byWhen: null,
  minutesPlanned: null,
  status: 'planned',
  preparesId: null,
  ...given,
})
const trial = (given: Partial<BlendedStep> = {}) => step('trial', 'on_the_job_trial', given)
const reading = (given: Partial<BlendedStep> = {}) => step('reading', 'self_study', { preparesId: 'trial', ...given })
const experienced: { isFirstCycle: boolean; confidenceStart: number | null } = { isFirstCycle: false, confidenceStart: null }
const hints = (steps: BlendedStep[], who = experienced) => blendedHints(steps, who).map(({ hint }) => hint)

describe('the mix of a plan', () => {
  test('holds at least one trial at work', () => {
    expect(hints([reading()])).toEqual(['no_trial'])
    expect(hints([reading(), trial()])).toEqual([])
    expect(hints([reading(), trial({ status: 'dropped' })])).toEqual(['no_trial'])
    expect(hints([reading(), trial({ status: 'changed' })])).toEqual(['no_trial'])
  })

  test('is not looked at before there is one', () => {
    expect(hints([])).toEqual([])
    expect(hints([step('a', null)])).toEqual([])
  })

  test('takes in directly before use: up to seven days', () => {
    const plan = (byWhen: string) => [reading({ byWhen }), trial({ byWhen: '2026-12-10' })]
    expect(blendedHints(plan('2026-12-02'), experienced)).toEqual([{ hint: 'input_too_early', stepId: 'reading', days: 8 }])
    expect(hints(plan('2026-12-03'))).toEqual([])
    expect(hints(plan('2026-12-10'))).toEqual([])
    expect(hints(plan('2026-12-11'))).toEqual(['input_after_trial'])
    expect(hints([reading(), trial({ byWhen: '2026-12-10' })])).toEqual([])
  })

  test('has no more than two inputs in a row', () => {
    const inputs = (count: number) => Array.from({ length: count }, (_, index) => reading({ id: `r${index}` }))
    expect(hints([...inputs(2), trial()])).toEqual([])
    expect(blendedHints([...inputs(3), trial()], experienced)).toEqual([{ hint: 'inputs_in_a_row', count: 3 }])
    expect(hints([...inputs(2), step('talk', 'coaching'), reading({ id: 'r9' }), trial()])).toEqual([])
  })

  test('says of each input which trial it is for', () => {
    expect(hints([reading({ preparesId: null }), trial()])).toEqual(['names_no_trial'])
    expect(hints([reading({ preparesId: 'gone' }), trial()])).toEqual(['names_no_trial'])
    expect(hints([step('training', 'training'), step('watch', 'shadowing'), trial()])).toEqual(['names_no_trial', 'names_no_trial'])
    expect(hints([step('talk', 'coaching'), trial()])).toEqual([])
  })

  test('reads for an hour at most', () => {
    expect(hints([reading({ minutesPlanned: 60 }), trial()])).toEqual([])
    expect(hints([reading({ minutesPlanned: 61 }), trial()])).toEqual(['long_self_study'])
  })

  test('spaces practice: not all on one day', () => {
    const twice = (one: string | null, other: string | null) => [trial({ byWhen: one }), trial({ id: 'again', byWhen: other })]
    expect(hints(twice('2026-12-10', '2026-12-10'))).toEqual(['practice_on_one_day'])
    expect(hints(twice('2026-12-10', '2026-12-14'))).toEqual([])
    expect(hints(twice(null, null))).toEqual([])
    expect(hints([trial({ byWhen: '2026-12-10' })])).toEqual([])
  })

  test('shows somebody new to the field an example before they try it freely', () => {
    const isNew = { isFirstCycle: true, confidenceStart: 2 }
    expect(hints([trial()], isNew)).toEqual(['example_first'])
    expect(hints([trial(), step('watch', 'shadowing', { preparesId: 'trial' })], isNew)).toEqual(['example_first'])
    expect(hints([step('watch', 'shadowing', { preparesId: 'trial' }), trial()], isNew)).toEqual([])
    expect(hints([step('course', 'training', { preparesId: 'trial' }), trial()], isNew)).toEqual([])
    expect(hints([trial()], { isFirstCycle: true, confidenceStart: 3 })).toEqual([])
    expect(hints([trial()], { isFirstCycle: true, confidenceStart: null })).toEqual([])
    expect(hints([trial()], { isFirstCycle: false, confidenceStart: 0 })).toEqual([])
  })

  test('whatever is planned, a hint about a step names one that is in the plan', () => {
    const anyStep = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      kind: fc.option(fc.constantFrom(...stepKinds)),
      byWhen: fc.option(fc.constantFrom('2026-12-01', '2026-12-05', '2026-12-24')),
      minutesPlanned: fc.option(fc.integer({ min: 5, max: 2400 })),
      status: fc.constantFrom(...stepStatuses),
      preparesId: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
    })
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 7 }), fc.boolean(), (steps, isFirstCycle) => {
        const found: BlendedHint[] = blendedHints(steps, { isFirstCycle, confidenceStart: 1 })
        for (const hint of found) if ('stepId' in hint) expect(steps.map(({ id }) => id)).toContain(hint.stepId)
      }),
    )
  })
})

test('for each gap the kinds that fit it come first, and for permission nobody has to learn anything', () => {
  expect(gaps.map((gap) => kindsFor[gap])).toEqual([
    ['self_study'],
    ['training', 'shadowing'],
    ['shadowing', 'peer_consultation'],
    ['coaching'],
    ['group_session'],
    [],
  ])
})
