import type { Locale } from '#platform/words/words.ts'
import { type CourseData, fullSize, type LaidCourse, type LaidLeg, layCourse, type Point, smallSize } from './course.ts'
import { Chart, SmallChart } from './course-chart.tsx'
import { Anchor, Buoy, Harbour, Ship, StepMark } from './course-marks.tsx'
import { sayCourse } from './course-words.ts'
import { words } from './messages/index.ts'

type CourseProps = {
  /** Unique on the page: the title and the description carry it. */
  id: string
  course: CourseData
  locale: Locale
  /** For lists: the same shape, without the chart around it. */
  small?: boolean
}

/** The course of a journey on a chart, with the same told in words. */
export const Course = ({ id, course, locale, small = false }: CourseProps) => {
  const size = small ? smallSize : fullSize
  const laid = layCourse(course, size)
  const drawn = { laid, course, small }
  const solved = course.end === 'solved'
  return (
    <svg
      id={id}
      class={small ? 'course course-small' : 'course course-full'}
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{words(locale)('course.title')}</title>
      <desc id={`${id}-text`}>{sayCourse(course, locale)}</desc>
      {small ? <SmallChart size={size} /> : <Chart size={size} marks={marksOf(laid)} />}
      {(solved || (!small && course.legs.length > 0)) && <Harbour at={size.harbour} small={small} reached={solved} />}
      <Lines {...drawn} />
      <Marks {...drawn} />
    </svg>
  )
}

const marksOf = ({ legs, ship }: LaidCourse): Point[] => [
  ...legs.flatMap((leg) => [...leg.buoys, ...leg.steps, leg.label]),
  ...(ship ? [ship] : []),
]

type Drawn = { laid: LaidCourse; course: CourseData; small: boolean }

const Lines = ({ laid }: Drawn) => (
  <>
    {laid.companion && <path class="course-companion" d={laid.companion} />}
    {laid.onward && <path class="course-planned" d={laid.onward} />}
    {laid.legs.map((leg) => (
      <>
        {leg.planned && <path class="course-planned" d={leg.planned} />}
        {leg.sailed && <path class={leg.drifted ? 'course-line course-drifted' : 'course-line'} d={leg.sailed} />}
      </>
    ))}
  </>
)

const Marks = ({ laid, course, small }: Drawn) => (
  <>
    {laid.legs.length === 0 ? (
      <Buoy at={laid.from} small={small} />
    ) : (
      <circle class="course-start" cx={laid.from.x} cy={laid.from.y} r={small ? 1.6 : 4} />
    )}
    {laid.legs.map((leg) => (
      <Leg leg={leg} small={small} />
    ))}
    {laid.ship && <Vessel at={laid.ship} end={course.end} small={small} />}
  </>
)

const Vessel = ({ at, end, small }: { at: Point; end: CourseData['end']; small: boolean }) => {
  if (end === 'set_aside' || end === 'paused') return <Anchor at={at} small={small} />
  return <Ship at={at} small={small} flag={end === 'solved' ? 'home' : end === 'passed_on' ? 'away' : 'under_way'} />
}

const Leg = ({ leg, small }: { leg: LaidLeg; small: boolean }) => (
  <g>
    {leg.steps.map((step) => (
      <StepMark step={step} small={small} />
    ))}
    {leg.buoys.map((at) => (
      <Buoy at={at} small={small} />
    ))}
    {!small && (
      <text class="course-number" x={leg.label.x} y={leg.label.y}>
        {leg.number}
      </text>
    )}
  </g>
)
