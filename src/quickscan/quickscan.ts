import instrument from './content/quickscan.json' with { type: 'json' }

/** The instrument: its statements, scale, bands and, on the server, its texts. Its axes always stand in this order. */
export { instrument }
export const dimensions = ['goal', 'plan', 'try', 'network', 'reflect', 'drive'] as const
export type Dimension = (typeof dimensions)[number]
export const forms = ['full', 'short'] as const
export type Form = (typeof forms)[number]
export type Band = 'discover' | 'strengthen' | 'share'
export type Support = 'guided' | 'regular' | 'on_call'
export type Verdict = 'reliable_up' | 'tendency_up' | 'within_error' | 'tendency_down' | 'reliable_down'
type Each<Value> = Record<Dimension, Value>

/** Raw answers by id of the statement: 1 to 6. Null or left out: not answered. Anything else counts as not answered. */
export type Answers = Readonly<Record<string, number | null | undefined>>

/** Reliability and spread of a value from 0 to 100. */
export interface Measure {
  alpha: number
  sd: number
}
/** What the error of measurement is reckoned with. It is kept with every stored result, which keeps it when newer ones come. */
export interface Constants {
  status: 'assumed' | 'own'
  full: { dimension: Measure; overall: Measure; each?: Each<Measure> }
  short: { overall: Measure }
}
const { measurement } = instrument
export const assumed: Constants = {
  status: 'assumed',
  full: { dimension: pick(measurement.full.dimension), overall: pick(measurement.full.overall) },
  short: { overall: pick(measurement.short.overall) },
}

export interface Values {
  /** 0 to 100, unrounded; null where too little was answered. */
  dimensions: Each<number | null>
  overall: number | null
  bands: Each<Band | null>
}
/** What the values of a full form say together. */
export interface Profile {
  /** The neighbouring band, where the value is less than 5 from the boundary. */
  near: Each<Band | null>
  /** Ids of profile patterns, at most two. */
  patterns: string[]
  /** Null where there is no overall value: nothing is suggested out of nothing. */
  support: Support | null
}
export interface FullScore extends Values, Profile {
  straightlining: boolean
  inconsistent: boolean
}
export type Score<F extends Form> = F extends 'full' ? FullScore : Values

/**
 * Scores the answers of one form. A dimension needs 3 of its 4 answers (short: both), the overall value 5 dimensions; it is the mean
 * of dimensions, so that a missing answer shifts no weight. The short form gives values and bands only, for orientation.
 */
export function score<F extends Form>(answers: Answers, form: F, constants: Constants = assumed): Score<F> {
  const values = valuesOf(answers, form)
  if (form === 'short') return values as Score<F>
  const checks = { straightlining: isStraight(answers), inconsistent: isInconsistent(answers) }
  return { ...values, ...profileOf(values, constants), ...checks } as Score<F>
}

/** What the values of a full form say together; needs no answers. */
export function profileOf(values: Pick<Values, 'dimensions' | 'overall'>, constants: Constants = assumed): Profile {
  return {
    near: each((dimension) => neighbour(values.dimensions[dimension])),
    patterns: patternsOf(values, constants),
    support: supportFor(values),
  }
}

/** Values that were stored, with the bands they lie in. */
export const withBands = (values: Pick<Values, 'dimensions' | 'overall'>): Values => ({
  ...values,
  bands: each((dimension) => bandOf(values.dimensions[dimension])),
})

const items = instrument.items as readonly { id: string; dimension: Dimension; reverse: boolean; short: boolean }[]
export const itemsOf = (form: Form) => items.filter((item) => form === 'full' || item.short)

/** 1 to 6, or null for whatever else arrives. */
export const asAnswer = (given: unknown): number | null =>
  typeof given === 'number' && Number.isInteger(given) && given >= instrument.scale.min && given <= instrument.scale.max ? given : null

/** An answer in steps from 0 to 5, turned where agreeing says the opposite. */
function steps(answers: Answers, item: { id: string; reverse: boolean }): number | null {
  const raw = Object.hasOwn(answers, item.id) ? asAnswer(answers[item.id]) : null
  return raw === null ? null : item.reverse ? 6 - raw : raw - 1
}
/** One step of the scale in points. */
const step = 20
const answered = (values: readonly (number | null)[]) => values.filter((value) => value !== null)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length

function valuesOf(answers: Answers, form: Form): Values {
  const given = each((dimension) =>
    answered(
      itemsOf(form)
        .filter((item) => item.dimension === dimension)
        .map((item) => steps(answers, item)),
    ),
  )
  const counts = (dimension: Dimension) => given[dimension].length >= instrument.scoring.minAnsweredPerDimension[form]
  const scored = dimensions.filter(counts)
  const values = each((dimension) => (counts(dimension) ? (sum(given[dimension]) * step) / given[dimension].length : null))
  // In twelfths all sums are whole, so that 50 and 70 are met exactly.
  const twelfths = sum(scored.map((dimension) => (sum(given[dimension]) * 12) / given[dimension].length))
  const overall = scored.length >= instrument.scoring.minDimensions ? (twelfths * step) / (12 * scored.length) : null
  return withBands({ dimensions: values, overall })
}

const [discover, strengthen, share] = instrument.bands
const boundaries = [
  { at: strengthen!.min, below: discover!.id as Band, above: strengthen!.id as Band },
  { at: share!.min, below: strengthen!.id as Band, above: share!.id as Band },
]

/** The band of a value; the lower boundary belongs to it. */
export function bandOf(value: number | null): Band | null {
  if (value === null) return null
  return boundaries.findLast(({ at }) => value >= at)?.above ?? boundaries[0]!.below
}

function neighbour(value: number | null): Band | null {
  const boundary = value === null ? undefined : boundaries.find(({ at }) => Math.abs(value - at) < 5)
  return boundary ? (value! < boundary.at ? boundary.above : boundary.below) : null
}

/** Smallest difference of two dimensions worth a word: the 80 % level. */
const worthMentioning = ({ status, full }: Constants) =>
  status === 'assumed' ? measurement.full.dimension.rc80 : measurement.z.tendency * differenceError(full.dimension)

function patternsOf({ dimensions: values, overall }: Pick<Values, 'dimensions' | 'overall'>, constants: Constants): string[] {
  const all = dimensions.map((dimension) => values[dimension])
  if (overall === null || all.some((value) => value === null)) return []
  const v = values as Each<number>
  const d = worthMentioning(constants)
  const others = (dimension: Dimension) => mean(dimensions.filter((one) => one !== dimension).map((one) => v[one]))
  const peak = dimensions.reduce((best, one) => (v[one] > v[best] ? one : best))
  const even = v[peak] - Math.min(...dimensions.map((one) => v[one])) < d
  const planning = (v.goal + v.plan) / 2
  const first = Object.entries({
    'drive-low': v.drive <= others('drive') - d,
    'network-low': v.network <= others('network') - d,
    'try-over-reflect': v.try - v.reflect >= d,
    'plan-over-try': planning - v.try >= d,
    'try-over-plan': v.try - planning >= d,
    'one-peak': v[peak] - others(peak) >= d,
  })
  const fired = first.filter(([, holds]) => holds).map(([id]) => id)
  return fired.length > 0 ? fired.slice(0, instrument.profile.maxShown) : [even ? `even-${bandOf(overall)}` : 'mixed']
}

function supportFor({ dimensions: values, overall }: Pick<Values, 'dimensions' | 'overall'>): Support | null {
  if (overall === null) return null
  const known = answered(Object.values(values))
  const { drive } = values
  if (overall < 50 || known.filter((value) => value < 40).length >= 2 || (drive !== null && drive < 40)) return 'guided'
  const sure = known.length === dimensions.length && known.every((value) => value >= 50)
  return overall >= 70 && sure && drive !== null && drive >= 60 ? 'on_call' : 'regular'
}

function isStraight(answers: Answers): boolean {
  const raw = answered(itemsOf('full').map(({ id }) => (Object.hasOwn(answers, id) ? asAnswer(answers[id]) : null)))
  return raw.length >= 20 && raw.every((value) => value === raw[0])
}

function isInconsistent(answers: Answers): boolean {
  const apart = dimensions.filter((dimension) => {
    const ofIt = items.filter((item) => item.dimension === dimension)
    const forward = answered(ofIt.filter((item) => !item.reverse).map((item) => steps(answers, item)))
    const [turned] = answered(ofIt.filter((item) => item.reverse).map((item) => steps(answers, item)))
    // Times the count instead of divided by it: 60 is met exactly.
    return turned !== undefined && forward.length > 0 && Math.abs(sum(forward) - turned * forward.length) * step > 60 * forward.length
  })
  return apart.length >= 4
}

/** Standard error of measurement: SD × √(1 − α). */
export const errorOf = ({ alpha, sd }: Measure) => sd * Math.sqrt(1 - alpha)
/** Standard error of the difference of two values of one person. */
const differenceError = (measure: Measure) => errorOf(measure) * Math.SQRT2

/** What a value is measured with; null where the form tells too little: the dimensions of the short form. */
export function measureOf(scope: Dimension | 'dimension' | 'overall', form: Form, constants: Constants = assumed): Measure | null {
  if (scope === 'overall') return constants[form].overall
  if (form === 'short') return null
  return (scope !== 'dimension' && constants.full.each?.[scope]) || constants.full.dimension
}

/** Whether a value of its own may be shown: below α = .60 only its band is. */
export const isPrecise = (measure: Measure | null): measure is Measure =>
  measure !== null && measure.alpha >= measurement.ownData.alphaDimensionMin

/** The band of about two thirds around a value, within 0 and 100. */
export function interval(value: number, measure: Measure): { low: number; high: number } {
  const error = errorOf(measure)
  return { low: Math.max(0, value - error), high: Math.min(100, value + error) }
}

/** Half up to a whole number, for display only. */
export const shown = (value: number): number => Math.floor(value + 0.5)

export interface ChangeAsked {
  scope: Dimension | 'dimension' | 'overall'
  t1: number
  t2: number
  form?: Form
  constants?: Constants
}

/**
 * Reliable change from t1 to t2 (Jacobson and Truax 1991): (t2 − t1) / (SEM × √2), given to four places; the verdict uses it unrounded.
 * Null where the values carry no statement of change: dimensions of the short form, or α below .60.
 */
export function change({ scope, t1, t2, form = 'full', constants = assumed }: ChangeAsked): { rci: number; verdict: Verdict } | null {
  const measure = measureOf(scope, form, constants)
  if (!isPrecise(measure)) return null
  const rci = (t2 - t1) / differenceError(measure)
  const { reliable, tendency } = measurement.z
  const size = Math.abs(rci)
  const word = size >= reliable ? 'reliable' : size >= tendency ? 'tendency' : null
  return { rci: Math.round(rci * 1e4) / 1e4, verdict: word ? `${word}_${rci > 0 ? 'up' : 'down'}` : 'within_error' }
}

/** Two scans in one form: if either is short, both are scored on the twelve short statements, like with like. */
export function comparable(
  earlier: { form: Form; answers: Answers },
  later: { form: Form; answers: Answers },
  constants: Constants = assumed,
) {
  const form: Form = earlier.form === 'full' && later.form === 'full' ? 'full' : 'short'
  const [t1, t2] = [earlier, later].map(({ answers }): Values => score(answers, form, constants))
  return { form, t1: t1!, t2: t2! }
}

/** Dimensions with a value, highest first; equal ones in the order of the axes. */
export const ranked = (values: Each<number | null>): Dimension[] =>
  dimensions.filter((dimension) => values[dimension] !== null).sort((a, b) => values[b]! - values[a]!)

/** The dimensions whose text and next step stand open: the highest, then the two lowest, lowest first. */
export function inFocus(values: Each<number | null>): Dimension[] {
  const [highest, ...rest] = ranked(values)
  return highest ? [highest, ...rest.slice(-2).reverse()] : []
}

/** At most three: one for each of the two lowest dimensions, in the current phase where there is one, and one that uses the strength. */
export function suggestedImpulses<Impulse extends { id: string; dimension: string; phase: string }>(
  values: Each<number | null>,
  impulses: readonly Impulse[],
  phase?: string,
): Impulse[] {
  const [highest, ...lowest] = inFocus(values)
  return [...lowest, ...(highest ? [highest] : [])].flatMap((dimension) => {
    const ofIt = impulses.filter((impulse) => impulse.dimension === dimension)
    return ofIt.find((impulse) => impulse.phase === phase) ?? ofIt[0] ?? []
  })
}

function pick({ alpha, sd }: Measure): Measure {
  return { alpha, sd }
}
function each<Value>(find: (dimension: Dimension) => Value): Each<Value> {
  return Object.fromEntries(dimensions.map((dimension) => [dimension, find(dimension)])) as Each<Value>
}
