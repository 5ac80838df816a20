import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textDifference } from './text-difference.ts'

const applied = (before: string, change: ReturnType<typeof textDifference>) =>
  change ? before.slice(0, change.at) + change.inserted + before.slice(change.at + change.removed) : before

test('a difference turns the one text into the other, wherever the caret is said to be', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '👩', '🚀', 'ä'), maxLength: 12 })
  fc.assert(
    fc.property(text, text, fc.option(fc.nat(30), { nil: undefined }), (before, after, caret) => {
      expect(applied(before, textDifference(before, after, caret))).toBe(after)
    }),
  )
})

test('no difference cuts a character of two units in two', () => {
  const text = fc.string({ unit: fc.constantFrom('👩', '👨', '🚀', 'x'), maxLength: 8 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = textDifference(before, after)
      if (!change) return
      expect(change.inserted.isWellFormed()).toBe(true)
      expect(before.slice(0, change.at).isWellFormed()).toBe(true)
      expect(before.slice(change.at + change.removed).isWellFormed()).toBe(true)
    }),
  )
})

test('among equal letters the caret says which one was typed', () => {
  expect(textDifference('nn', 'nnn', 1)).toEqual({ at: 0, removed: 0, inserted: 'n' })
  expect(textDifference('nn', 'nnn', 3)).toEqual({ at: 2, removed: 0, inserted: 'n' })
})

test('two equal texts differ by nothing', () => {
  expect(textDifference('gleich', 'gleich')).toBeUndefined()
})
