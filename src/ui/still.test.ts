import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { still } from './still.ts'

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

test('pictures outside of pages have the colours of the light pages', () => {
  const light = Object.keys(still).map((name) => [name, hexOf(name)])
  expect(still).toEqual(Object.fromEntries(light))
})

function hexOf(name: string): string {
  const [, values] = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]+)\\)`).exec(tokens) ?? []
  const [lightness = 0, chroma = 0, hue = 0] = (values ?? '').split(' ').map(Number)
  return `#${sRgb(lightness, chroma, hue)
    .map((channel) =>
      Math.round(255 * channel)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** Gamma-encoded sRGB of an OKLCH colour, out-of-gamut channels clipped. Matrices: Björn Ottosson, "A perceptual color space". */
function sRgb(lightness: number, chroma: number, hue: number): number[] {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return linear.map((value) => {
    const clipped = Math.min(1, Math.max(0, value))
    return clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055
  })
}
