import type { Cadence, PromptDimension, ReflectionPrompt } from '#library/library.ts'

/** A prompt that was shown does not come again for so many days. */
export const restDays = 21

/** What was found about the person that makes a prompt more likely. */
export interface Leaning {
  /** The two lowest dimensions of their last self-test. */
  lowest: readonly PromptDimension[]
  /** What stood in their way by their last review, as tags of the question bank. */
  obstacles: readonly string[]
}

interface Drawing {
  prompts: readonly ReflectionPrompt[]
  cadence: Cadence
  /** Ids of prompts shown in the last 21 days, those of today apart. */
  shownLately: readonly string[]
  leaning: Leaning
  /** The person and the day: the same seed gives the same order. */
  seed: string
  /** A number between 0 and 1 that a text always gives again. */
  chanceOf: (text: string) => number
}

/** How likely a prompt is beside one that nothing speaks for: twice for a low dimension, half as much again for a tag that meets what stood in the way. */
export function weightOf({ dimension, tags }: Pick<ReflectionPrompt, 'dimension' | 'tags'>, { lowest, obstacles }: Leaning): number {
  return (lowest.includes(dimension) ? 2 : 1) * (tags.some((tag) => obstacles.includes(tag)) ? 1.5 : 1)
}

/**
 * The prompts of a cadence in the order in which they come, drawn by their weights: the first is shown, "another one" gives the next.
 * Each is where a draw without putting back would have it (Efraimidis and Spirakis 2006: chance to the power of 1/weight).
 */
export function drawPrompts({ prompts, cadence, shownLately, leaning, seed, chanceOf }: Drawing): ReflectionPrompt[] {
  return prompts
    .filter((prompt) => prompt.cadence === cadence && !shownLately.includes(prompt.id))
    .map((prompt) => ({ prompt, key: chanceOf(`${seed} ${prompt.id}`) ** (1 / weightOf(prompt, leaning)) }))
    .sort((a, b) => b.key - a.key || (a.prompt.id < b.prompt.id ? -1 : 1))
    .map(({ prompt }) => prompt)
}

/** The two dimensions with the lowest values; those without a value are none. Equal ones stand in the order of the self-test. */
export function twoLowest(values: Readonly<Partial<Record<PromptDimension, number | null>>>): PromptDimension[] {
  return (Object.entries(values) as [PromptDimension, number | null][])
    .flatMap(([dimension, value]) => (value === null ? [] : [{ dimension, value }]))
    .sort((a, b) => a.value - b.value)
    .slice(0, 2)
    .map(({ dimension }) => dimension)
}

/** Reviews and the question bank name some things differently: the tags of the bank that an obstacle meets. */
const metBy: Readonly<Record<string, readonly string[]>> = {
  knowledge: ['learning'],
  tools: ['resource'],
  permission: ['context'],
  people: ['social'],
  motivation: ['emotion'],
}

/** Tags of the question bank that meet what stood in the way: those of the same name, and those that mean it. */
export const tagsMeeting = (obstacleTags: readonly string[]): string[] => obstacleTags.flatMap((tag) => [tag, ...(metBy[tag] ?? [])])

/** The prompt that comes after one in the order of the day, begun anew after the last; none of those that stand beside it. Undefined where there is no other. */
export function promptAfter<Prompt extends { id: string }>(
  inOrder: readonly Prompt[],
  id: string | null,
  beside: readonly string[],
): Prompt | undefined {
  const at = inOrder.findIndex((prompt) => prompt.id === id)
  return [...inOrder.slice(at + 1), ...inOrder.slice(0, at + 1)].find((prompt) => !beside.includes(prompt.id))
}
