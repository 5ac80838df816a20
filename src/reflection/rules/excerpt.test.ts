import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, sentencesOf } from './excerpt.ts'

const text = 'Heute lief es besser. Ich war trotzdem nervös!\n\nMorgen frage ich Lena. Und dann sehe ich weiter.'
const sentences = sentencesOf(text, 'de')

test('a text falls into the sentences that its author chooses from', () => {
  expect(sentences).toEqual(['Heute lief es besser.', 'Ich war trotzdem nervös!', 'Morgen frage ich Lena.', 'Und dann sehe ich weiter.'])
})

test('an excerpt holds the chosen words and shows where something is left out', () => {
  expect(excerptOf(sentences, [0])).toBe('Heute lief es besser.')
  expect(excerptOf(sentences, [2, 3])).toBe('Morgen frage ich Lena. Und dann sehe ich weiter.')
  expect(excerptOf(sentences, [2, 0])).toBe('Heute lief es besser. … Morgen frage ich Lena.')
})

test('nothing chosen, or a sentence that is not there, is no excerpt', () => {
  expect(excerptOf(sentences, [])).toBeUndefined()
  expect(excerptOf(sentences, [4])).toBeUndefined()
  expect(excerptOf(sentences, [-1])).toBeUndefined()
})

test('no word of a sentence that was not chosen is in an excerpt', () => {
  const marked = Array.from({ length: 8 }, (_, n) => `<${n}>`)
  fc.assert(
    fc.property(fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), (chosen) => {
      const excerpt = excerptOf(marked, chosen)!
      return marked.every((sentence, n) => excerpt.includes(sentence) === chosen.includes(n))
    }),
  )
})
