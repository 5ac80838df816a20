import type { QuickscanWords } from '../messages/index.ts'
import { type Dimension, dimensions, ranked, shown } from '../quickscan.ts'
import { dimensionSaid, type Said } from '../rules/said.ts'

type Values = Record<Dimension, number | null>
interface RadarProps {
  values: Values
  earlier?: Values
  said: Said
  t: QuickscanWords
}

const [width, height] = [388, 300]
const [cx, cy, radius] = [width / 2, height / 2 + 2, 100]
const rings = [50, 75]
const degrees = 5

const at = (index: number, distance: number) => {
  const angle = ((index * 60 - 90) * Math.PI) / 180
  return [cx + Math.cos(angle) * distance, cy + Math.sin(angle) * distance].map((number) => Math.round(number * 10) / 10) as [
    number,
    number,
  ]
}

/** The six values as a line around the rose of a chart. The line is not filled: its area would mean nothing. */
export const Radar = ({ values, earlier, said, t }: RadarProps) => {
  const strongest = ranked(values)[0]
  return (
    <svg class="radar" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={inWords({ values, earlier, said, t })}>
      <Water said={said} />
      {earlier && <path class="radar-earlier" d={course(earlier)} />}
      <path class="radar-course" d={course(values)} />
      {dimensions.map((dimension, index) => {
        const value = values[dimension]
        if (value === null) return null
        const [x, y] = at(index, value)
        return <circle class={dimension === strongest ? 'radar-mark radar-strongest' : 'radar-mark'} cx={x} cy={y} r={4.5} />
      })}
    </svg>
  )
}

/** The empty chart, before anything is known: decoration. */
export const Rose = ({ said }: { said: Said }) => (
  <svg class="radar radar-empty" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
    <Water said={said} />
  </svg>
)

const Water = ({ said }: { said: Said }) => (
  <>
    <circle class="radar-water" cx={cx} cy={cy} r={radius} />
    <circle class="radar-deep" cx={cx} cy={cy} r={75} />
    <circle class="radar-deepest" cx={cx} cy={cy} r={50} />
    <path class="radar-rose" d={rose} />
    {dimensions.map((_, index) => (
      <path class="radar-axis" d={`M${cx} ${cy}L${at(index, radius)}`} />
    ))}
    {rings.map((ring) => {
      const [x, y] = at(0.5, ring - 8)
      return (
        <text class="radar-ring" x={x} y={y + 4} text-anchor="middle">
          {ring}
        </text>
      )
    })}
    {dimensions.map((dimension, index) => {
      const [x, y] = at(index, radius + 13)
      return (
        <text class="radar-name" x={x} y={y + (index === 0 ? -2 : index === 3 ? 11 : 5)} text-anchor={anchors[index]}>
          {dimensionSaid(said, dimension).short}
        </text>
      )
    })}
  </>
)

const anchors = ['middle', 'start', 'start', 'middle', 'end', 'end'] as const

const rose = Array.from({ length: 360 / degrees }, (_, index) => {
  const long = index % 6 === 0
  return `M${at((index * degrees) / 60, radius)}L${at((index * degrees) / 60, radius + (long ? 7 : 4))}`
}).join('')

/** Closed where all six are known, else only between neighbours that are. */
function course(values: Values): string {
  const points = dimensions.map((dimension, index) => (values[dimension] === null ? null : at(index, values[dimension])))
  const legs = points.map((point, index) => {
    const next = points[(index + 1) % points.length]
    return point && next ? `M${point}L${next}` : ''
  })
  return points.includes(null) ? legs.join('') : `M${points.join('L')}Z`
}

function inWords({ values, earlier, said, t }: RadarProps): string {
  const say = (given: Values) =>
    dimensions
      .map((dimension) => {
        const value = given[dimension]
        return t('result.radar_value', {
          dimension: dimensionSaid(said, dimension).label,
          value: value === null ? t('result.unknown') : shown(value),
        })
      })
      .join(', ')
  const before = earlier ? ` ${t('result.radar_earlier', { values: say(earlier) })}` : ''
  return t('result.radar', { values: say(values) }) + before
}
