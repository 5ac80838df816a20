import type { CourseSize, Point } from './course.ts'

const steps = (from: number, to: number, by: number) =>
  Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by)

/** The sheet under the course: water, depth contours, graticule, soundings, coast, and the ruled frame of a sea chart. */
export const Chart = ({ size: { width, height }, marks }: { size: CourseSize; marks: readonly Point[] }) => (
  <g class="chart">
    <rect class="chart-water" width={width} height={height} />
    <path class="chart-deep" d="M10 236C72 214 120 232 178 246S292 284 352 290H10z" />
    <path class="chart-deep" d="M150 10C168 38 226 52 282 40S392 14 420 10z" />
    <path
      class="chart-contour"
      d="M10 214C78 190 132 210 196 226S330 272 420 290M118 10C146 58 230 76 304 58S424 24 470 10M10 60C34 66 52 40 48 10M640 10C612 44 604 78 620 112S640 164 612 202 588 262 604 290M604 10C572 52 566 86 584 122S600 168 574 204 548 262 560 290"
    />
    <path class="chart-land" d="M710 10V290H650C632 262 640 232 662 206S684 152 668 112 654 44 676 10z" />
    <path class="chart-coast" d="M676 10C654 44 652 72 668 112S684 180 662 206 632 262 650 290" />
    <path
      class="chart-graticule"
      d={`${steps(150, width - 20, 140)
        .map((x) => `M${x} 10V${height - 10}`)
        .join('')}${steps(80, height - 20, 70)
        .map((y) => `M10 ${y}H${width - 10}`)
        .join('')}`}
    />
    <Soundings marks={marks} />
    <Rose />
    <path class="chart-frame" d={`M10.5 10.5H${width - 10.5}V${height - 10.5}H10.5z`} />
    <path class="chart-rule" d={`M10 5H${width - 10}M10 ${height - 5}H${width - 10}`} />
    <path class="chart-rule" d={`M5 10V${height - 10}M${width - 5} 10V${height - 10}`} />
    <rect class="chart-edge" x="0.5" y="0.5" width={width - 1} height={height - 1} />
  </g>
)

const depths: readonly [x: number, y: number, metres: number][] = [
  [150, 46, 12],
  [226, 36, 21],
  [330, 50, 24],
  [424, 36, 19],
  [512, 54, 11],
  [574, 70, 6],
  [112, 270, 36],
  [206, 272, 33],
  [318, 262, 27],
  [420, 272, 18],
  [506, 264, 9],
  [36, 150, 15],
]

/** For lists: the water and the coast alone. */
export const SmallChart = ({ size: { width, height } }: { size: CourseSize }) => (
  <g class="chart">
    <rect class="chart-water" width={width} height={height} />
    <path class="chart-land" d={`M${width} 0V${height}H159C155 54 156 44 160 36S163 18 160 0z`} />
    <path class="chart-coast" d={`M160 0C163 18 164 28 160 36S155 54 159 ${height}`} />
  </g>
)

/** Depths, but for those that would stand under a mark of the course. */
const Soundings = ({ marks }: { marks: readonly Point[] }) => (
  <g class="chart-soundings">
    {depths
      .filter(([x, y]) => !marks.some((mark) => Math.abs(mark.x - x) < 20 && Math.abs(mark.y - y) < 24))
      .map(([x, y, depth]) => (
        <text x={x} y={y}>
          {depth}
        </text>
      ))}
  </g>
)

const Rose = () => (
  <g class="chart-rose" transform="translate(62 66)">
    <circle r="25" />
    <circle r="21" />
    <path
      d={steps(0, 345, 15)
        .map((degrees) => tick(degrees))
        .join('')}
    />
    <path class="chart-rose-star" d="M0-30 4-4 18 0 4 4 0 18-4 4-18 0-4-4z" />
  </g>
)

const tick = (degrees: number) => {
  const [x, y] = [Math.sin((degrees * Math.PI) / 180), -Math.cos((degrees * Math.PI) / 180)]
  const at = (radius: number) => `${(x * radius).toFixed(1)} ${(y * radius).toFixed(1)}`
  return `M${at(21)}L${at(25)}`
}
