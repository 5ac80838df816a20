import type { CourseStep, Point } from './course.ts'

type MarkProps = { at: Point; small: boolean }

const place = ({ x, y }: Point, small: boolean, scale = 0.36) => {
  const where = `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`
  return small ? `${where} scale(${scale})` : where
}

/** A round mark for a trial at work, a square one for a step with others, a stroke for one alone; hollow while it is ahead, crossed when dropped. */
export const StepMark = ({ step, small }: { step: CourseStep & Point; small: boolean }) => (
  <g class={`course-step course-step-${step.status}`} transform={place(step, small, 0.42)}>
    {step.status === 'dropped' ? <path d="M-4.5-4.5 4.5 4.5M-4.5 4.5 4.5-4.5" /> : <StepShape kind={step.kind} />}
  </g>
)

const StepShape = ({ kind }: Pick<CourseStep, 'kind'>) => {
  if (kind === 'trial') return <circle r="5" />
  if (kind === 'with_others') return <path d="M0-6.2 6.2 0 0 6.2-6.2 0z" />
  return <circle r="3.2" />
}

/** A conical buoy that leans a little, as charts draw it, over the small circle of its place. */
export const Buoy = ({ at, small }: MarkProps) => (
  <g class="course-buoy" transform={place(at, small)}>
    <path class="course-ripple" d="M-13 5.5c3-2 5.5-2 8 0M4.5 5.5c3-2 5.5-2 8 0" />
    <g transform="rotate(9)">
      <path class="course-buoy-body" d="M-5.5 2.5 0-13 5.5 2.5z" />
      <path class="course-buoy-top" d="M0-13v-5" />
    </g>
    <circle class="course-buoy-foot" cy="4.5" r="2.6" />
  </g>
)

/** The vessel: seen from the side, its pilot's flag up. In the harbour the flag is green; in other hands it is hollow. */
export const Ship = ({ at, small, flag }: MarkProps & { flag: 'under_way' | 'home' | 'away' }) => (
  <g class={`course-ship course-ship-${flag}`} transform={place(at, small, 0.5)}>
    <path class="course-ship-hull" d="M-13-4H13C10.5 2 7.5 5 2.5 5h-6C-8 5-11.5 2-13-4z" />
    <path d="M-1.5-4V-22" />
    <path class="course-ship-flag" d="M-1.5-22H8.5L6-18.2 8.5-14.5H-1.5z" />
  </g>
)

/** Lying still, on purpose. */
export const Anchor = ({ at, small }: MarkProps) => (
  <g class="course-anchor" transform={place(at, small, 0.42)}>
    <circle class="course-anchor-ground" cy="1" r="15" />
    <circle cy="-9" r="2.8" />
    <path d="M0-6.2V10M-5-3H5M-9.5 3C-8.5 8-4.5 10.5 0 10.5S8.5 8 9.5 3M-11.5 5.5-9.5 2.5-6.5 4.5M11.5 5.5 9.5 2.5 6.5 4.5" />
  </g>
)

/** Two moles that open for the one who comes in; the light burns once the vessel lies inside. */
export const Harbour = ({ at, small, reached }: MarkProps & { reached: boolean }) => (
  <g class={reached ? 'course-harbour' : 'course-harbour course-harbour-ahead'} transform={place(at, small, 0.34)}>
    <path d="M22-36C2-38-16-31-19-15M32 36C10 40-15 34-19 17" />
    <circle class="course-mole-head" cx="-19" cy="-14" r="3.2" />
    <circle class="course-mole-head" cx="-19" cy="16" r="3.2" />
    {reached && !small && (
      <>
        <path class="course-light" d="M42-8 45-36h8L56-8zM43-36h12M46-36v-6h6v6" />
        <path class="course-beam" d="M40-42 26-47M40-37 26-36M58-42 66-45M58-37 66-36" />
      </>
    )}
  </g>
)
