import { expect, test } from 'vitest'
import { bareRecoveryCode, isPending, type PasswordReset, recoveryCodeFrom, stateOfReset } from './person.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour))
const reset: PasswordReset = {
  id: 'r',
  kind: 'administrator',
  askedBy: { id: 'i', name: 'Ines' },
  madeAt: at(0),
  worksFrom: at(48),
  expiresAt: at(48 + 7 * 24),
  usedAt: null,
  cancelledAt: null,
  cancelledBy: null,
}

test("an administrator's link waits 48 hours, then works, then is over", () => {
  expect(stateOfReset(reset, at(47))).toBe('waiting')
  expect(stateOfReset(reset, at(48))).toBe('ready')
  expect(stateOfReset(reset, at(48 + 7 * 24))).toBe('expired')
})

test('what was cancelled or used can change no password any more', () => {
  expect(isPending(reset, at(1))).toBe(true)
  expect(isPending({ ...reset, cancelledAt: at(1) }, at(1))).toBe(false)
  expect(isPending({ ...reset, usedAt: at(49) }, at(50))).toBe(false)
})

test('a recovery code is read however it was copied', () => {
  const code = recoveryCodeFrom((limit) => limit - 1)
  expect(code).toBe('9999-9999-9999-9999')
  expect(bareRecoveryCode(' ABCD efgh–jkmn 2345 ')).toBe('abcdefghjkmn2345')
})

test('a recovery code holds nothing that could be read as something else', () => {
  const every = Array.from({ length: 31 }, (_, index) => recoveryCodeFrom(() => index)[0])
  expect(new Set(every).size).toBe(31)
  expect(every.join('')).not.toMatch(/[ilo01]/)
})
