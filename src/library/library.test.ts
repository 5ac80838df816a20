import { expect, test } from 'vitest'
import { locales } from '#platform/words/words.ts'
import {
  allQuestions,
  impulseById,
  isSought,
  openingQuestion,
  type Question,
  questionAtHand,
  questionById,
  questionsFor,
  questionTags,
} from './library.ts'

const phases = ['identify', 'plan', 'try', 'evaluate', 'close', 'transfer'] as const
const hats = ['facilitation', 'coaching', 'training'] as const

test('every phase has questions for every hat, in every language', () => {
  for (const locale of locales)
    for (const phase of phases)
      for (const hat of hats) {
        const questions = questionsFor({ phase, hat, locale, seed: 'a' })
        expect(questions.length).toBeGreaterThanOrEqual(8)
        for (const question of questions) expect(question).toMatchObject({ hat, text: expect.stringMatching(/\S.*\S/) })
      }
})

test('a reload does not change the question; another day, another order', () => {
  const order = (seed: string) => questionsFor({ phase: 'plan', locale: 'de', seed }).map((question) => question.id)
  expect(order('amara 2026-11-23')).toEqual(order('amara 2026-11-23'))
  expect(order('amara 2026-11-23')).not.toEqual(order('amara 2026-11-24'))
  const firstOnes = new Set(Array.from({ length: 60 }, (_, day) => order(`amara ${day}`)[0]))
  expect(firstOnes.size).toBeGreaterThan(12)
})

test('the language changes the words, not the questions', () => {
  const ids = (locale: (typeof locales)[number]) => questionsFor({ phase: 'try', locale, seed: 's' }).map((question) => question.id)
  expect(ids('en')).toEqual(ids('de'))
  expect(questionById(ids('en')[0]!, 'en')?.text).not.toBe(questionById(ids('en')[0]!, 'de')?.text)
})

test('a question that was there already does not come again', () => {
  const [first, second] = questionsFor({ phase: 'close', locale: 'de', seed: 's' })
  const rest = questionsFor({ phase: 'close', locale: 'de', seed: 's', exclude: [first!.id] })
  expect(rest[0]).toEqual(second)
  expect(rest).not.toContainEqual(first)
})

test('an unknown question is none', () => {
  expect(questionById('q-nowhere', 'de')).toBeUndefined()
})

test('the impulses that the journey offers are there in every language', () => {
  for (const locale of locales)
    for (const id of ['imp-drive-05', 'imp-drive-06']) {
      const impulse = impulseById(id, locale)
      for (const text of [impulse?.title, impulse?.body, impulse?.tryToday]) expect(text).toMatch(/\S/)
    }
  expect(impulseById('imp-unknown', 'de')).toBeUndefined()
})

test('a journey begins with the situation; asked often enough, the first question comes again', () => {
  const asked = [0, 1, 2, 3, 4].map((times) => openingQuestion(times, 'de').id)
  expect(asked[0]).toBe('q-identify-facilitation-01')
  expect(new Set(asked).size).toBe(4)
  expect(asked[4]).toBe(asked[0])
})

test('questions are found by phase, hat, what they look at, and their words', () => {
  const found = (sought: Parameters<typeof isSought>[0]) => allQuestions('de').filter((question) => isSought(sought, question))
  expect(found({})).toHaveLength(allQuestions('en').length)
  for (const question of found({ phase: 'try', hat: 'coaching', tag: 'emotion' }))
    expect(question).toMatchObject({ phase: 'try', hat: 'coaching', tags: expect.arrayContaining(['emotion']) })
  for (const tag of questionTags) expect(found({ tag }).length).toBeGreaterThan(5)
  expect(found({ words: 'MERKSATZ' }).map(({ id }) => id)).toEqual(['q-evaluate-training-05'])
})

const own: Question = { id: 'mine', phase: 'plan', hat: 'coaching', tags: [], text: 'Was wäre leicht?' }
const drawn = (asked: number, more: object = {}) =>
  questionAtHand({ asked, ...more }, { phase: 'plan', locale: 'de', seed: 'a', own: [own] })

test('“not this one” gives every other question of the kind, one’s own among them, before the first comes again', () => {
  const all = allQuestions('de').filter(({ phase }) => phase === 'plan').length + 1
  const ids = Array.from({ length: all }, (_, asked) => drawn(asked)!.id)
  expect(new Set(ids).size).toBe(all)
  expect(ids).toContain('mine')
  expect(drawn(all)).toEqual(drawn(0))
})

test('where the place has no phase of its own, one is chosen, or any comes', () => {
  const place = { locale: 'de', seed: 'a' } as const
  expect(questionAtHand({ phase: 'close', asked: 2 }, place)).toMatchObject({ phase: 'close' })
  const found = new Set(Array.from({ length: 60 }, (_, asked) => questionAtHand({ asked }, place)!.phase))
  expect(found.size).toBe(6)
})

test('where no question is of the kind, none is at hand', () => {
  expect(questionAtHand({ hat: 'training', tag: 'emotion', asked: 3 }, { phase: 'close', locale: 'de', seed: 'a' })).toBeUndefined()
})
