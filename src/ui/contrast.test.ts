import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Colour = readonly [lightness: number, chroma: number, hue: number]
type Theme = Record<string, Colour>

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const usual = tokens.slice(0, tokens.indexOf('@media'))
const moreContrast = tokens.slice(tokens.indexOf('prefers-contrast'), tokens.indexOf('forced-colors'))

const pairs = (css: string) =>
  [...css.matchAll(/--([\w-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)/g)].map(
    ([, name, light, dark]) => [name!, light!.split(' ').map(Number), dark!.split(' ').map(Number)] as unknown as [string, Colour, Colour],
  )

const theme = (side: 1 | 2, ...sheets: string[]): Theme => Object.fromEntries(sheets.flatMap(pairs).map((pair) => [pair[0], pair[side]]))

/** Relative luminance (WCAG 2.2) of an OKLCH colour, out-of-gamut channels clipped. Matrices: Björn Ottosson, "A perceptual color space". */
const luminance = ([lightness, chroma, hue]: Colour): number => {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: Colour, other: Colour) => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'sheet', 'water', 'harbour-wash', 'caution-wash']
const text = ['ink', 'ink-soft', 'ink-faint'].flatMap((ink) => grounds.map((ground) => [ink, ground] as const))
const colouredText = [
  ['signal-text', 'paper'],
  ['signal-text', 'sheet'],
  ['on-signal', 'signal'],
  ['on-signal', 'signal-strong'],
  ['harbour', 'paper'],
  ['harbour', 'sheet'],
  ['harbour', 'harbour-wash'],
  ['caution', 'paper'],
  ['caution', 'sheet'],
  ['caution', 'caution-wash'],
  ['paper', 'ink'],
] as const
const controls = [
  ['edge', 'paper'],
  ['edge', 'sheet'],
  ['signal', 'paper'],
  ['signal', 'sheet'],
  ['signal', 'water'],
  ['harbour', 'water'],
  ['ink-faint', 'water-deep'],
] as const

const themes = {
  light: theme(1, usual),
  dark: theme(2, usual),
  'light with more contrast': theme(1, usual, moreContrast),
  'dark with more contrast': theme(2, usual, moreContrast),
}

describe.each(Object.entries(themes))('in the %s theme', (name, colours) => {
  const least = name.includes('more') ? 7 : 4.5

  it.each([...text, ...colouredText])('%s is read on %s', (ink, ground) => {
    expect(contrast(colours[ink]!, colours[ground]!)).toBeGreaterThanOrEqual(ink === 'on-signal' || ink === 'signal-text' ? 4.5 : least)
  })

  it.each(controls)('%s is seen on %s', (mark, ground) => {
    expect(contrast(colours[mark]!, colours[ground]!)).toBeGreaterThanOrEqual(3)
  })
})

describe('the measure itself', () => {
  it('gives 21 between black and white', () => {
    expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1)
  })
})
