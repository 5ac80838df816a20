import { autonomyOf } from '#facilitation/rules/support-level.ts'
import type { Locale } from '#platform/words/words.ts'
import type { CourseData, CourseLeg, CourseStep } from '#ui/course.ts'
import { Course as CourseDrawing } from '#ui/course.tsx'
import { findingsOf } from '../queries/offers.ts'
import { supportOfCycle } from '../queries/support.ts'
import type { CycleView, StepView, WholeJourney } from '../queries/whole.ts'

/** The course of a journey, as far as this person may read it. */
export const Course = ({ whole, locale, small }: { whole: WholeJourney; locale: Locale; small?: boolean }) => (
  <CourseDrawing id={`course-${whole.journey.id}`} course={courseOf(whole)} locale={locale} small={small} />
)

/** A journey as plain data for its drawing. */
export const courseOf = (whole: WholeJourney): CourseData => ({
  legs: whole.cycles.map((cycle) => ({
    number: cycle.number,
    state: cycle.state,
    steps: cycle.steps.map(markOf),
    findings: findingsOf({ ...whole, cycles: [cycle] }).length,
    support: distanceIn(whole, cycle),
  })),
  end: whole.journey.outcome ?? (whole.journey.status === 'paused' ? 'paused' : 'open'),
})

/** How far off somebody accompanied a cycle, by the level that was agreed; null for anybody but the two who agreed on it. */
const distanceIn = (whole: WholeJourney, cycle: CycleView): CourseLeg['support'] => {
  const level = supportOfCycle(whole, cycle)
  return level && autonomyOf(level)
}

const markOf = ({ status, kind }: StepView): CourseStep => ({ status: statusMark(status), kind: kindMark(kind) })

const statusMark = (status: StepView['status']): CourseStep['status'] => {
  if (status === 'dropped') return 'dropped'
  return status === 'planned' || status === 'doing' ? 'planned' : 'done'
}

const kindMark = (kind: StepView['kind']): CourseStep['kind'] => {
  if (kind === 'on_the_job_trial') return 'trial'
  return kind === null || kind === 'self_study' || kind === 'other' ? 'alone' : 'with_others'
}
