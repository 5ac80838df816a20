import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { checkTyped } from '#platform/web/read-form.ts'
import { oneTimeFields, timeAnswersForm, timesFields } from './forms.ts'
import { sayElsewhere, sayRange } from './rules/in-words.ts'
import { localTimeOf, momentOf } from './rules/local-time.ts'

const berlin = 'Europe/Berlin'
const utc = (text: string) => new Date(`${text}Z`)

describe('a time by the clock', () => {
  test('is another moment after the change to summer time and after the change back', () => {
    expect(momentOf('2026-03-28T10:00', berlin)).toEqual(utc('2026-03-28T09:00:00'))
    expect(momentOf('2026-03-29T10:00', berlin)).toEqual(utc('2026-03-29T08:00:00'))
    expect(momentOf('2026-10-24T10:00', berlin)).toEqual(utc('2026-10-24T08:00:00'))
    expect(momentOf('2026-10-25T10:00', berlin)).toEqual(utc('2026-10-25T09:00:00'))
  })

  test('that the change leaves out is taken an hour later, and the first of one that comes twice', () => {
    expect(localTimeOf(momentOf('2026-03-29T02:30', berlin), berlin)).toBe('2026-03-29T03:30')
    expect(momentOf('2026-10-25T02:30', berlin)).toEqual(utc('2026-10-25T00:30:00'))
  })

  test('in a zone without summer time stays where it is', () => {
    for (const day of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25']) {
      expect(momentOf(`${day}T10:00`, 'Asia/Kolkata')).toEqual(utc(`${day}T04:30:00`))
      expect(momentOf(`${day}T10:00`, 'UTC')).toEqual(utc(`${day}T10:00:00`))
    }
  })
})

describe('everybody reads a time by their own clock', () => {
  const lena = { personId: 'lena', name: 'Lena', timeZone: berlin }
  const jonas = { personId: 'jonas', name: 'Jonas', timeZone: 'Europe/London' }
  const kenji = { personId: 'kenji', name: 'Kenji', timeZone: 'Asia/Tokyo' }
  const reader = { personId: 'lena', locale: 'de', timeZone: berlin } as const
  const at = momentOf('2026-03-29T10:00', berlin)

  test('with the day and the end', () => {
    expect(sayRange(at, 90, reader)).toBe('Sonntag, 29. März 2026, 10:00 bis 11:30 Uhr')
    expect(sayRange(at, 90, { locale: 'en', timeZone: 'Europe/London' })).toBe('Sunday, 29 March 2026, 09:00 to 10:30')
  })

  test('and of the others where theirs differ, also in the three weeks in which only some have changed', () => {
    expect(sayElsewhere({ startsAt: at, people: [lena, jonas] }, reader)).toBe('10:00 für dich, 09:00 für Jonas')
    const york = { personId: 'ann', name: 'Ann', timeZone: 'America/New_York' }
    const said = (day: string) => sayElsewhere({ startsAt: momentOf(`${day}T16:00`, berlin), people: [lena, york] }, reader)
    expect([said('2026-03-07'), said('2026-03-14'), said('2026-03-29')]).toEqual([
      '16:00 für dich, 10:00 für Ann',
      '16:00 für dich, 11:00 für Ann',
      '16:00 für dich, 10:00 für Ann',
    ])
  })

  test('with the weekday where it is another, and once for all who read the same', () => {
    const evening = momentOf('2026-05-04T20:00', berlin)
    const nils = { personId: 'nils', name: 'Nils', timeZone: 'Europe/Oslo' }
    expect(sayElsewhere({ startsAt: evening, people: [kenji, lena, nils] }, reader)).toBe(
      '20:00 für dich und Nils, Dienstag 03:00 für Kenji',
    )
  })

  test('and nothing more where all read the same', () => {
    expect(sayElsewhere({ startsAt: at, people: [lena, { ...jonas, timeZone: 'Europe/Paris' }] }, reader)).toBeUndefined()
  })
})

describe('what a form sends', () => {
  const now = utc('2026-11-23T08:00:00')
  const times = v.object(timesFields(berlin, now))

  test('are times by the clock of whoever proposes; empty lines do not count', () => {
    expect(checkTyped({ time: ['2026-11-24T10:00', '', '2026-11-25T09:30'], minutes: '45' }, times)).toMatchObject({
      ok: true,
      value: { time: [utc('2026-11-24T09:00:00'), utc('2026-11-25T08:30:00')], minutes: 45 },
    })
  })

  test.each([
    [[''], 'required'],
    [['2026-02-30T10:00'], 'not_a_date'],
    [['tomorrow'], 'not_a_date'],
    [['2026-11-23T09:00'], 'out_of_range'],
    [Array.from({ length: 13 }, (_, day) => `2026-12-${day + 10}T10:00`), 'too_many'],
  ])('%j is refused as %s', (time, code) => {
    expect(checkTyped({ time, minutes: '60' }, times)).toMatchObject({ ok: false, problems: { time: { code } } })
  })

  test('one other time is read in the same way', () => {
    const read = checkTyped({ time: '2026-11-24T10:00', minutes: '30' }, v.object(oneTimeFields(berlin, now)))
    expect(read).toMatchObject({ ok: true, value: { time: utc('2026-11-24T09:00:00'), minutes: 30 } })
  })

  test('answers count for the times that were asked, where one was given', () => {
    const read = checkTyped({ 'answer.a': 'yes', 'answer.b': '', 'answer.c': 'no' }, timeAnswersForm(['a', 'b']))
    expect(read).toMatchObject({ ok: true, value: { a: 'yes' } })
  })
})
