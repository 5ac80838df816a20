import { expect, test } from 'vitest'
import { hashPassword, isGuessable, passwordMatches } from './password.ts'

const amara = { name: 'Amara Okafor', email: 'amara@beispiel.de', organisationName: 'Werkhof Nord' }

test('a password is kept as argon2id with 19 MiB and two passes, and never twice alike', async () => {
  const [one, two] = await Promise.all([hashPassword('ein stiller Hafen'), hashPassword('ein stiller Hafen')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
})

test('only the password itself matches', async () => {
  const kept = await hashPassword('ein stiller Hafen')
  expect(await passwordMatches(kept, 'ein stiller Hafen')).toBe(true)
  expect(await passwordMatches(kept, 'ein stiller hafen')).toBe(false)
})

test('for an unknown address nothing matches', async () => {
  expect(await passwordMatches(undefined, 'ein stiller Hafen')).toBe(false)
})

test.each([
  'lotse-lotse-lotse',
  'Amara.Okafor',
  'amara@beispiel.de',
  'Amara12345678',
  'WerkhofNord2345',
  'aaaaaaaaaaaaaaaa',
  '0987654321098',
  'qwertzuiopas',
  'Passwort1234',
])('"%s" is refused as too easy to guess', (password) => {
  expect(isGuessable(password, amara)).toBe(true)
})

test.each(['ein stiller Hafen', 'korrektpferdbatterie', '48201957318842', 'Amara mag Nordwind im Mai'])('"%s" is accepted', (password) => {
  expect(isGuessable(password, amara)).toBe(false)
})
