import { still } from '#ui/still.ts'

const { ink, sheet, water, contour, edge, signal, harbour } = still
const line = (stroke: string, width: number) => `fill:none;stroke:${stroke};stroke-width:${width}`
const both = (fill: string, stroke: string, width: number) => `fill:${fill};stroke:${stroke};stroke-width:${width}`

const rules: Record<string, string> = {
  course: 'stroke-linecap:round;stroke-linejoin:round',
  'chart-water': `fill:${water}`,
  'chart-deep': `fill:${still['water-deep']}`,
  'chart-contour': line(contour, 1),
  'chart-land': `fill:${still.land}`,
  'chart-coast': line(edge, 1.25),
  'chart-graticule': `${line(contour, 0.75)};stroke-dasharray:1 5`,
  'chart-rose': line(contour, 1),
  'chart-rose-star': `fill:${contour};stroke:none`,
  'chart-frame': line(edge, 1),
  'chart-edge': line(edge, 1),
  'chart-rule': `${line(edge, 3)};stroke-dasharray:35 35;stroke-linecap:butt`,
  'course-line': line(ink, 2.5),
  'course-companion': line(still['ink-faint'], 1.25),
  'course-start': both(water, ink, 2),
  'course-step': both(ink, ink, 1.75),
  'course-buoy': line(ink, 1.25),
  'course-buoy-body': `fill:${sheet}`,
  'course-buoy-foot': `fill:${water}`,
  'course-ripple': `stroke:${contour}`,
  'course-ship': line(ink, 1.5),
  'course-ship-hull': `fill:${sheet}`,
  'course-ship-flag': `fill:${harbour};stroke:${harbour}`,
  'course-harbour': line(harbour, 2.5),
  'course-mole-head': `fill:${water}`,
  'course-light': `fill:${sheet};stroke-width:1.5`,
  'course-beam': 'stroke-width:1.25',
  'mark-line': `${line(ink, 1.9)};stroke-linecap:round;stroke-linejoin:round`,
  'mark-signal': `fill:${signal}`,
}

/** What the style sheets say about a finished course and the mark, for drawings that no style sheet reaches. */
export const stillStyles = Object.entries(rules)
  .map(([name, declarations]) => `.${name}{${declarations}}`)
  .join('')
