import { describe, expect, it } from 'vitest'
import { dayIn } from '#platform/clock.ts'
import { fullTime, type Reader, sayDay, sayTime } from './time.ts'
import { When } from './when.tsx'

const berlin: Reader = { locale: 'de', timeZone: 'Europe/Berlin' }
const london: Reader = { locale: 'en', timeZone: 'Europe/London' }
const now = new Date('2026-11-23T10:00:00Z')
const said = (iso: string, reader = berlin) => sayTime(new Date(iso), now, reader)

describe('times are said as people say them', () => {
  it.each([
    ['2026-11-23T13:30:00Z', 'heute, 14:30'],
    ['2026-11-22T08:00:00Z', 'gestern, 09:00'],
    ['2026-11-24T08:00:00Z', 'morgen, 09:00'],
    ['2026-11-20T08:00:00Z', 'vor drei Tagen'],
    ['2026-11-29T08:00:00Z', 'in sechs Tagen'],
    ['2026-11-16T08:00:00Z', '16. November'],
    ['2025-03-12T08:00:00Z', '12. März 2025'],
  ])('%s is "%s"', (iso, words) => expect(said(iso)).toBe(words))

  it('in English too', () => {
    expect(said('2026-11-23T13:30:00Z', london)).toBe('today, 13:30')
    expect(said('2026-11-20T08:00:00Z', london)).toBe('three days ago')
    expect(said('2025-03-12T08:00:00Z', london)).toBe('12 March 2025')
  })

  it('in full with weekday and year', () => expect(fullTime(now, berlin)).toBe('Montag, 23. November 2026 um 11:00'))
})

describe('days are those of the reader', () => {
  it('a minute before midnight in Berlin is still today there and yesterday nowhere else', () => {
    const late = new Date('2026-11-23T22:59:00Z')
    expect(dayIn('Europe/Berlin', late)).toBe('2026-11-23')
    expect(dayIn('Asia/Tokyo', late)).toBe('2026-11-24')
  })

  it('a day of 25 hours counts as one, and so does one of 23', () => {
    const reader = berlin
    expect(sayTime(new Date('2026-10-24T22:30:00Z'), new Date('2026-10-25T22:30:00Z'), reader)).toBe('heute, 00:30')
    expect(sayTime(new Date('2026-03-28T23:30:00Z'), new Date('2026-03-30T06:00:00Z'), reader)).toBe('gestern, 00:30')
  })

  it('the clock follows summer time', () => {
    expect(sayTime(new Date('2026-07-01T12:00:00Z'), new Date('2026-07-01T15:00:00Z'), berlin)).toBe('heute, 14:00')
    expect(sayTime(new Date('2026-12-01T12:00:00Z'), new Date('2026-12-01T15:00:00Z'), berlin)).toBe('heute, 13:00')
  })

  it('a calendar day stays the same day in every zone', () => {
    expect(sayDay('2026-11-24', now, berlin)).toBe('morgen')
    expect(sayDay('2026-11-24', now, { locale: 'de', timeZone: 'Pacific/Kiritimati' })).toBe('heute')
    expect(sayDay('2026-12-06', now, berlin)).toBe('6. Dezember')
  })
})

describe('what is shown', () => {
  it('carries the full date on hover and for screen readers', () => {
    const html = String(<When at={new Date('2026-11-20T08:00:00Z')} now={now} reader={berlin} />)
    expect(html).toContain('title="Freitag, 20. November 2026 um 09:00"')
    expect(html).toContain('datetime="2026-11-20T08:00:00.000Z"')
    expect(html).toContain('<span class="unseen"> (Freitag, 20. November 2026 um 09:00)</span>')
  })
})
