import { expect, test } from 'vitest'
import type { JourneyState } from '#journey/journey.ts'
import { places } from '../../tests/journeys.ts'
import { agreedDates, byTurn, type Dated } from './today.ts'

const today = '2026-11-23'
const state = (changes: Partial<JourneyState>): JourneyState => ({ ...places.try, ...changes })

const dated = (changes: Partial<Dated> = {}): Dated => ({ id: 'j', title: 'Übergabe', resumeOn: null, cycle: undefined, ...changes })
const cycle = (steps: { byWhen: string | null; status: string }[], plannedReviewOn: string | null = null): Dated['cycle'] => ({
  plannedReviewOn,
  steps: steps.map((step, index) => ({ id: `s${index}`, what: `Schritt ${index}`, needs: [], ...step })),
})

test('agreed days come earliest first, up to two weeks ahead', () => {
  const steps = [
    { byWhen: '2026-12-07', status: 'planned' },
    { byWhen: '2026-11-24', status: 'doing' },
    { byWhen: '2026-12-08', status: 'planned' },
  ]
  const days = agreedDates([{ dated: dated({ cycle: cycle(steps, '2026-11-30') }), state: state({}) }], today)
  expect(days.map(({ day, what }) => [day, what])).toEqual([
    ['2026-11-24', 'step'],
    ['2026-11-30', 'review'],
    ['2026-12-07', 'step'],
  ])
})

test('what is done asks for no day any more, and a day that has passed stays until it is', () => {
  const steps = [
    { byWhen: '2026-11-20', status: 'done' },
    { byWhen: '2026-11-20', status: 'planned' },
    { byWhen: '2026-11-20', status: 'dropped' },
  ]
  const days = agreedDates([{ dated: dated({ cycle: cycle(steps) }), state: state({}) }], today)
  expect(days.map(({ text }) => text)).toEqual(['Schritt 1'])
})

test('a journey at rest names only the day on which its learner wanted to go on', () => {
  const resting = state({ status: 'paused' })
  const steps = cycle([{ byWhen: '2026-11-24', status: 'planned' }], '2026-11-25')
  expect(agreedDates([{ dated: dated({ resumeOn: '2026-12-01', cycle: steps }), state: resting }], today).map(({ what }) => what)).toEqual([
    'resume',
  ])
  expect(agreedDates([{ dated: dated({ cycle: steps }), state: resting }], today)).toEqual([])
})

test('a transfer check names its day', () => {
  const solved = state({ status: 'closed', outcome: 'solved', phase: 'transfer', transferCheck: { on: '2026-12-01', postponed: 0 } })
  expect(agreedDates([{ dated: dated(), state: solved }], today)).toMatchObject([
    { day: '2026-12-01', what: 'transfer', fragment: '#transfer' },
  ])
})

test('a transfer check that is due is said at its journey alone; a second one, whose journey is done, names its day', () => {
  const due = state({ status: 'closed', outcome: 'solved', phase: 'transfer', transferCheck: { on: today, postponed: 0 } })
  expect(agreedDates([{ dated: dated(), state: due }], today)).toEqual([])
  const second = (day: string) => ({ day, journeyId: 'j', title: null })
  expect(agreedDates([], today, [second('2026-12-08'), second(today)])).toMatchObject([{ day: today, what: 'second_transfer' }])
})

test('what waits for its learner comes before what rests, each in the order in which it was written to', () => {
  const [resting, first, second] = [{ state: state({ status: 'paused' }) }, { state: state({}) }, { state: state({ phase: 'evaluate' }) }]
  expect(byTurn([resting, first, second], today)).toEqual([first, second, resting])
})
