/** How closely somebody accompanies a journey, closest first. It describes the support, never the person. */
export const supportLevels = ['guided', 'regular', 'on_call', 'independent'] as const
export type SupportLevel = (typeof supportLevels)[number]

/** The phases in which support may be closer than agreed for the journey. */
export const overridePhases = ['identify', 'plan', 'try', 'evaluate', 'close'] as const
export type OverridePhase = (typeof overridePhases)[number]
/** The phases in which support is one level closer: "plan alone, look back together". */
export type PhaseOverrides = Partial<Record<OverridePhase, true>>

/** What a first journey with somebody may start at. */
export const firstLevels = ['guided', 'regular'] as const satisfies readonly SupportLevel[]

export type Autonomy = 0 | 1 | 2 | 3

/** 0, closest, to 3, on one's own: the distance of the accompanying line. */
export const autonomyOf = (level: SupportLevel): Autonomy => supportLevels.indexOf(level) as Autonomy

/** One level closer; null where support is as close as it gets. */
export const closer = (level: SupportLevel): SupportLevel | null => supportLevels[autonomyOf(level) - 1] ?? null

/** One level farther off; null where one is on one's own. */
export const farther = (level: SupportLevel): SupportLevel | null => supportLevels[autonomyOf(level) + 1] ?? null

/** Support changes by one level at a time, in either direction. */
export const isOneLevel = (from: SupportLevel, to: SupportLevel): boolean => Math.abs(autonomyOf(from) - autonomyOf(to)) === 1

/** The levels that a version of an agreement may say: one level beside what is in force, or, at the start of a first journey, one of the two close ones. */
export function levelsToWrite(inForce: SupportLevel | null, isFirstJourney: boolean): readonly SupportLevel[] {
  if (inForce) return supportLevels.filter((level) => level === inForce || isOneLevel(inForce, level))
  return isFirstJourney ? firstLevels : supportLevels
}

/** The level in one phase: that of the journey, or one closer where that was agreed. */
export function levelIn(level: SupportLevel, overrides: PhaseOverrides, phase: string): SupportLevel {
  const isCloser = overridePhases.some((one) => one === phase && overrides[one])
  return (isCloser && closer(level)) || level
}

/** A level that held from an instant on, in milliseconds. */
export interface LevelFrom {
  level: SupportLevel
  from: number
}

/** The level that held at an instant; null before anything was agreed. `levels` in any order. */
export function levelAt(levels: readonly LevelFrom[], at: number): SupportLevel | null {
  const before = levels.filter(({ from }) => from <= at).sort((a, b) => a.from - b.from)
  return before.at(-1)?.level ?? null
}

/** Since when the present level holds without a break, in milliseconds: renewing an agreement at the same level begins nothing anew. */
export function heldSince(levels: readonly LevelFrom[]): number | null {
  const inOrder = levels.toSorted((a, b) => a.from - b.from)
  const last = inOrder.at(-1)
  if (!last) return null
  const changed = inOrder.findLastIndex(({ level }) => level !== last.level)
  return inOrder[changed + 1]?.from ?? null
}

/** When a cycle was opened and closed, in milliseconds; null while it is open. */
export interface Span {
  openedAt: number
  closedAt: number | null
}

/** Whether the present level was held through at least one of these cycles, from its beginning to its end. */
export function heldForAFullCycle(levels: readonly LevelFrom[], cycles: readonly Span[]): boolean {
  const since = heldSince(levels)
  return since !== null && cycles.some(({ openedAt, closedAt }) => closedAt !== null && openedAt >= since)
}

/** The level of a cycle: that at its end, or the present one while it is open. Null where nobody accompanied it by agreement. */
export function levelOfCycle(levels: readonly LevelFrom[], cycle: Span): SupportLevel | null {
  return levelAt(levels, cycle.closedAt ?? Number.POSITIVE_INFINITY)
}
