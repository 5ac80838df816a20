import { expect, test } from 'vitest'
import { readConfiguration, variables } from './configuration.ts'

test('nothing has to be set', () => {
  expect(readConfiguration({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    origin: 'http://localhost:3000',
    mailFrom: 'lotse@localhost',
    logLevel: 'info',
  })
})

test('what people type follows the port until it is set, and never ends with a slash', () => {
  expect(readConfiguration({ PORT: '8080' }).origin).toBe('http://localhost:8080')
  expect(readConfiguration({ ORIGIN: 'https://lotse.example.org/' }).origin).toBe('https://lotse.example.org')
})

test('a variable set to nothing counts as not set', () => {
  expect(readConfiguration({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined })
})

test.each([
  ['PORT', '0'],
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['HOST', 'not a host'],
  ['ORIGIN', 'lotse.example.org'],
  ['ORIGIN', 'https://example.org/lotse'],
  ['LOG_LEVEL', 'loud'],
  ['MAIL_FROM', 'nobody'],
])('a bad %s is named, with what it should be: %s', (name, value) => {
  expect(() => readConfiguration({ [name]: value })).toThrow(
    `${name} must be ${variables[name as keyof typeof variables].must}, but is "${value}".`,
  )
})

test.each(['DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL'] as const)(
  'a bad %s is refused without repeating the password in it',
  (name) => {
    expect(() => readConfiguration({ DATABASE_URL: 'postgres://a@b/c', [name]: 'mysql://lotse:hunter2@db/lotse' })).toThrow(
      `${name} must be ${variables[name].must}.`,
    )
  },
)

test('addresses of PostgreSQL over a socket are accepted', () => {
  const url = 'postgres://lotse@/lotse?host=/var/run/postgresql'
  expect(readConfiguration({ DATABASE_URL: url }).databaseUrl).toBe(url)
})

test('an owner without a database to own is refused', () => {
  expect(() => readConfiguration({ DATABASE_OWNER_URL: 'postgres://a@b/c' })).toThrow('go with DATABASE_URL')
})
