import type { Locale } from '#platform/words/words.ts'
import collection from './content/impulses.json' with { type: 'json' }
import bank from './content/questions.json' with { type: 'json' }

export type QuestionPhase = 'identify' | 'plan' | 'try' | 'evaluate' | 'close' | 'transfer'
export type Hat = 'facilitation' | 'coaching' | 'training'

/** One open question from the bank, in the person's language. */
export interface Question {
  id: string
  hat: Hat
  text: string
}

interface Drawing {
  phase: QuestionPhase
  /** Without one, the questions of all hats. */
  hat?: Hat
  locale: Locale
  /** The same seed gives the same order, in every process. */
  seed: string
  /** Ids of questions that should not come. */
  exclude?: readonly string[]
}

/** The questions of a phase, all of them, in an order drawn by the seed; in every language the same. */
export function questionsFor({ phase, hat, locale, seed, exclude = [] }: Drawing): Question[] {
  return bank.questions
    .filter((question) => question.phase === phase && (!hat || question.hat === hat) && !exclude.includes(question.id))
    .map((question) => ({ rank: hashOf(`${seed} ${question.id}`), question: asQuestion(question, locale) }))
    .sort((a, b) => a.rank - b.rank || (a.question.id < b.question.id ? -1 : 1))
    .map(({ question }) => question)
}

/** Questions that somebody can answer who has said nothing yet, in the order in which they are asked. */
const openers = ['q-identify-facilitation-01', 'q-identify-coaching-07', 'q-identify-facilitation-02', 'q-identify-facilitation-06']

/** The questions that a journey can begin with; `asked` counts how often another one was wanted, and begins anew after the last. */
export function openingQuestion(asked: number, locale: Locale): Question {
  const question = questionById(openers[asked % openers.length]!, locale)
  if (!question) throw new Error('An opening question is not in the bank.')
  return question
}

/** The question with this id, or undefined. */
export function questionById(id: string, locale: Locale): Question | undefined {
  const found = bank.questions.find((question) => question.id === id)
  return found && asQuestion(found, locale)
}

const asQuestion = ({ id, hat, text }: (typeof bank.questions)[number], locale: Locale): Question => ({
  id,
  hat: hat as Hat,
  text: text[locale],
})

/** A short input for one's own learning, in the person's language: to read, and to try today. */
export interface Impulse {
  id: string
  title: string
  body: string
  tryToday: string
}

/** The impulse with this id, or undefined. */
export function impulseById(id: string, locale: Locale): Impulse | undefined {
  const found = collection.impulses.find((impulse) => impulse.id === id)
  return found && { id, title: found.title[locale], body: found.body[locale], tryToday: found.tryToday[locale] }
}

/** All impulses in brief, in the order of the collection: what they are for, and what to try today. */
export const impulsesInBrief = (locale: Locale) =>
  collection.impulses.map(({ id, dimension, phase, title, tryToday }) => ({
    id,
    dimension,
    phase,
    title: title[locale],
    tryToday: tryToday[locale],
  }))

/** FNV-1a, 32 bits, mixed once more so that ids that differ in their last digit lie far apart. Not for secrets. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const unit of text) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
