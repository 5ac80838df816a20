import { expect, test } from 'vitest'
import { deviceOf, ownPath } from './sign-in.ts'

test.each([
  ['/journeys/1?step=2', '/journeys/1?step=2'],
  ['/invitation/abc', '/invitation/abc'],
  [undefined, '/today'],
  ['https://elsewhere.example/', '/today'],
  ['//elsewhere.example/', '/today'],
  ['/\\elsewhere.example', '/today'],
  ['/.//elsewhere.example', '/today'],
  ['/\telsewhere', '/today'],
  ['javascript:alert(1)', '/today'],
  ['/sign-in?back=/sign-in', '/today'],
])('after signing in, "%s" leads to %s', (back, expected) => {
  expect(ownPath(back)).toBe(expected)
})

test('a browser is remembered by the names that people know', () => {
  expect(deviceOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox, Linux')
  expect(deviceOf('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0')).toBe(
    'Edge, Windows',
  )
  expect(deviceOf(undefined)).toBe('')
})
