import type { Locale } from '#platform/words/words.ts'
import collection from './content/impulses.json' with { type: 'json' }
import bank from './content/questions.json' with { type: 'json' }

export const questionPhases = ['identify', 'plan', 'try', 'evaluate', 'close', 'transfer'] as const
export type QuestionPhase = (typeof questionPhases)[number]
export const hats = ['facilitation', 'coaching', 'training'] as const
export type Hat = (typeof hats)[number]
/** What a question looks at. */
export const questionTags = [
  'goal',
  'context',
  'obstacle',
  'resource',
  'strategy',
  'time',
  'practice',
  'evidence',
  'learning',
  'transfer',
  'ownership',
  'social',
  'emotion',
] as const
export type QuestionTag = (typeof questionTags)[number]

/** One open question from the bank, in the person's language. */
export interface Question {
  id: string
  phase: QuestionPhase
  hat: Hat
  tags: readonly QuestionTag[]
  text: string
}

interface Drawing {
  phase: QuestionPhase
  /** Without one, the questions of all hats. */
  hat?: Hat | undefined
  locale: Locale
  /** The same seed gives the same order, in every process. */
  seed: string
  /** Ids of questions that should not come. */
  exclude?: readonly string[]
}

/** The questions of a phase, all of them, in an order drawn by the seed; in every language the same. */
export function questionsFor({ phase, hat, locale, seed, exclude = [] }: Drawing): Question[] {
  const questions = bank.questions
    .filter((question) => question.phase === phase && (!hat || question.hat === hat) && !exclude.includes(question.id))
    .map((question) => asQuestion(question, locale))
  return shuffled(questions, seed)
}

/** The same things in an order drawn by the seed, the same in every process. */
export function shuffled<Thing extends { id: string }>(things: readonly Thing[], seed: string): Thing[] {
  return things
    .map((thing) => ({ rank: hashOf(`${seed} ${thing.id}`), thing }))
    .sort((a, b) => a.rank - b.rank || (a.thing.id < b.thing.id ? -1 : 1))
    .map(({ thing }) => thing)
}

/** What one looks for in questions; what is undefined or '' narrows nothing. */
export interface Sought {
  phase?: QuestionPhase | undefined
  hat?: Hat | undefined
  tag?: QuestionTag | undefined
  /** Part of its words, in upper or lower case. */
  words?: string | undefined
}

/** Whether a question is of the kind that is sought. */
export function isSought({ phase, hat, tag, words }: Sought, question: Pick<Question, 'phase' | 'hat' | 'tags' | 'text'>): boolean {
  return (
    (!phase || question.phase === phase) &&
    (!hat || question.hat === hat) &&
    (!tag || question.tags.includes(tag)) &&
    (!words || question.text.toLowerCase().includes(words.toLowerCase()))
  )
}

/** All questions of the bank, in its order. */
export const allQuestions = (locale: Locale): Question[] => bank.questions.map((question) => asQuestion(question, locale))

/** What is asked of the questions at hand: of which kind, and how often another one was wanted. */
export interface Hand {
  /** Chosen where the place of the question has no phase of its own. */
  phase?: QuestionPhase | undefined
  hat?: Hat | undefined
  tag?: QuestionTag | undefined
  asked: number
}

/** The question at hand, from the bank and one's own, in an order drawn by the seed; undefined where none is of this kind. */
export function questionAtHand(
  { phase: chosen, hat, tag, asked }: Hand,
  {
    phase,
    locale,
    seed,
    own = [],
  }: { phase?: QuestionPhase | undefined; locale: Locale; seed: string; own?: readonly Question[] | undefined },
): Question | undefined {
  const fitting = [...own, ...allQuestions(locale)].filter((question) => isSought({ phase: phase ?? chosen, hat, tag }, question))
  return shuffled(fitting, seed)[asked % fitting.length]
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

const asQuestion = ({ id, phase, hat, tags, text }: (typeof bank.questions)[number], locale: Locale): Question => ({
  id,
  phase: phase as QuestionPhase,
  hat: hat as Hat,
  tags: tags as QuestionTag[],
  text: text[locale],
})

/** What a hat is called, and what it is for, in the person's language. */
export const hatInWords = (hat: Hat, locale: Locale): { label: string; purpose: string } => {
  const { label, purpose } = bank.hats.find(({ id }) => id === hat)!
  return { label: label[locale], purpose: purpose[locale] }
}

export type Cadence = 'daily' | 'weekly' | 'after_step'
/** What a reflection prompt looks at: the dimensions of the self-test. */
export type PromptDimension = 'goal' | 'plan' | 'try' | 'network' | 'reflect' | 'drive'

/** A short question to look back with, in the person's language. */
export interface ReflectionPrompt {
  id: string
  cadence: Cadence
  dimension: PromptDimension
  tags: readonly string[]
  text: string
}

/** All reflection prompts, in the order of the bank. */
export const reflectionPrompts = (locale: Locale): ReflectionPrompt[] =>
  bank.reflectionPrompts.map(({ id, cadence, dimension, tags, text }) => ({
    id,
    cadence: cadence as Cadence,
    dimension: dimension as PromptDimension,
    tags,
    text: text[locale],
  }))

/** The text of a reflection prompt, or undefined where none has this id. */
export const promptText = (id: string | null, locale: Locale): string | undefined =>
  bank.reflectionPrompts.find((prompt) => prompt.id === id)?.text[locale]

/** A number between 0 and 1, neither included, that a text always gives again: chance with a seed. Not for secrets. */
export const chanceOf = (text: string): number => (hashOf(text) + 0.5) / 2 ** 32

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
