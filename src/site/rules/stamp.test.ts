import { expect, test } from 'vitest'
import { ageOf, stampAt } from './stamp.ts'

const key = Buffer.from('a key of this organisation')
const given = new Date('2026-11-23T10:00:00Z')
const after = (seconds: number) => new Date(given.getTime() + seconds * 1_000)

test('a form that comes back after three seconds and within a day was filled in by a person', () => {
  const stamp = stampAt(key, given)
  expect([0, 2.9, 3, 86_400, 86_401].map((seconds) => ageOf(stamp, key, after(seconds)))).toEqual([
    'too_soon',
    'too_soon',
    'fresh',
    'fresh',
    'late',
  ])
})

test('nobody can make up a moment, nor use that of another organisation', () => {
  const [, signed] = stampAt(key, given).split('.')
  const earlier = `${given.getTime() - 60_000}.${signed}`
  expect(ageOf(earlier, key, after(10))).toBe('late')
  expect(ageOf(stampAt(Buffer.from('another key'), given), key, after(10))).toBe('late')
  for (const nonsense of ['', '.', 'tomorrow', `${given.getTime()}.`]) expect(ageOf(nonsense, key, after(10))).toBe('late')
})
