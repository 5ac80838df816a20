import { type Constants, dimensions, errorOf, instrument, itemsOf, type Measure } from '../quickscan.ts'

const { ownData } = instrument.measurement

/** Answers of one complete full form, keyed: 1 to 6 in the order of the form, turned where agreeing says the opposite. */
export type Keyed = readonly number[]

/** Cronbach's α of the columns of `rows`: k/(k−1) × (1 − Σ var(item)/var(sum)), with sample variances. */
export function alphaOf(rows: readonly (readonly number[])[]): number {
  const k = rows[0]!.length
  const sums = rows.map((row) => row.reduce((total, value) => total + value, 0))
  const ofItems = Array.from({ length: k }, (_, item) => variance(rows.map((row) => row[item]!)))
  return (k / (k - 1)) * (1 - ofItems.reduce((total, value) => total + value, 0) / variance(sums))
}

/** Sample variance (n − 1). */
function variance(values: readonly number[]): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length
  return values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1)
}

/** Feldt's 95 % interval of α for n people and k items: 1 − (1 − α) × F at .975 and .025, with n − 1 and n(k − 1) degrees of freedom. */
export function feldtInterval(alpha: number, n: number, k: number): { low: number; high: number } {
  const bound = (probability: number) => 1 - (1 - alpha) * quantileOfF(probability, n - 1, n * (k - 1))
  return { low: bound(0.975), high: bound(0.025) }
}

/** Quantile of the F distribution, by halving the interval in which its distribution function passes `probability`. */
export function quantileOfF(probability: number, d1: number, d2: number): number {
  const below = (f: number) => incompleteBeta((d1 * f) / (d1 * f + d2), d1 / 2, d2 / 2)
  let [low, high] = [0, 1]
  while (below(high) < probability) high *= 2
  for (let turn = 0; turn < 100; turn++) {
    const middle = (low + high) / 2
    if (below(middle) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Regularised incomplete beta function, by its continued fraction (Lentz). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return result
}

/** ln Γ, by the approximation of Lanczos (g = 7, nine terms). */
function logGamma(z: number): number {
  const terms = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ]
  const x = z - 1
  const t = x + 7.5
  const sum = terms.slice(1).reduce((total, term, index) => total + term / (x + index + 1), terms[0]!)
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum)
}

export interface Reckoned {
  name: string
  items: number
  alpha: number
  low: number
  high: number
  sd: number
  /** Whether its interval is narrow enough to be used. */
  usable: boolean
}
export type Reckoning = { ok: true; constants: Constants; scales: Reckoned[] } | { ok: false; needed: number; scales: Reckoned[] }

/**
 * Precision out of donated first full scans. Needs 200 of them; a scale whose α may lie below .50 stops the whole,
 * and α is capped at .95. Everything is for one version of the instrument and one language.
 */
export function reckon(rows: readonly Keyed[]): Reckoning {
  if (rows.length < ownData.minScansForAlpha) return { ok: false, needed: ownData.minScansForAlpha, scales: [] }
  const items = itemsOf('full')
  const columns = (wanted: (item: (typeof items)[number]) => boolean) => items.flatMap((item, index) => (wanted(item) ? [index] : []))
  const scaleOf = (name: string, picked: number[]) =>
    reckonScale(
      name,
      rows.map((row) => picked.map((index) => row[index]!)),
    )
  const each = dimensions.map((dimension) =>
    scaleOf(
      dimension,
      columns((item) => item.dimension === dimension),
    ),
  )
  const overall = scaleOf(
    'overall',
    columns(() => true),
  )
  const short = scaleOf(
    'overall, short',
    columns((item) => item.short),
  )
  const scales = [...each, overall, short]
  if (scales.some(({ usable }) => !usable)) return { ok: false, needed: ownData.minScansForAlpha, scales }
  const measure = ({ alpha, sd }: Reckoned): Measure => ({ alpha: Math.min(alpha, ownData.alphaCap), sd })
  return {
    ok: true,
    scales,
    constants: {
      status: 'own',
      full: {
        dimension: pooled(each.map(measure)),
        overall: measure(overall),
        each: Object.fromEntries(each.map((scale) => [scale.name, measure(scale)])) as Constants['full']['each'],
      },
      short: { overall: measure(short) },
    },
  }
}

function reckonScale(name: string, rows: readonly (readonly number[])[]): Reckoned {
  const items = rows[0]!.length
  const alpha = alphaOf(rows)
  const { low, high } = feldtInterval(alpha, rows.length, items)
  const scores = rows.map((row) => (row.reduce((total, value) => total + value - 1, 0) / items) * 20)
  return { name, items, alpha, low, high, sd: Math.sqrt(variance(scores)), usable: low >= ownData.alphaCiLowerMin }
}

/** One measure for differences between dimensions: the mean of their error variances. */
function pooled(measures: readonly Measure[]): Measure {
  const mean = (values: number[]) => values.reduce((total, value) => total + value, 0) / values.length
  const variances = mean(measures.map(({ sd }) => sd ** 2))
  return { sd: Math.sqrt(variances), alpha: 1 - mean(measures.map((measure) => errorOf(measure) ** 2)) / variances }
}
