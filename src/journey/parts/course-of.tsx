import type { Locale } from '#platform/words/words.ts'
import type { CourseData, CourseLeg, CourseStep } from '#ui/course.ts'
import { Course as CourseDrawing } from '#ui/course.tsx'
import { findingsOf } from '../queries/offers.ts'
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
    support: supportIn(whole, cycle),
  })),
  end: whole.journey.outcome ?? (whole.journey.status === 'paused' ? 'paused' : 'open'),
})

const markOf = ({ status, kind }: StepView): CourseStep => ({ status: statusMark(status), kind: kindMark(kind) })

const statusMark = (status: StepView['status']): CourseStep['status'] => {
  if (status === 'dropped') return 'dropped'
  return status === 'planned' || status === 'doing' ? 'planned' : 'done'
}

const kindMark = (kind: StepView['kind']): CourseStep['kind'] => {
  if (kind === 'on_the_job_trial') return 'trial'
  return kind === null || kind === 'self_study' || kind === 'other' ? 'alone' : 'with_others'
}

/** How far off the facilitator was in a cycle, by who led it in the learner's own account: the more the learner led, the farther. */
const supportIn = (whole: WholeJourney, cycle: CycleView): CourseLeg['support'] => {
  const opened = Date.parse(cycle.opened_at)
  const closed = cycle.closed_at ? Date.parse(cycle.closed_at) : Number.POSITIVE_INFINITY
  const accompanied = whole.members.some(
    ({ role, reads_from, until }) =>
      role === 'facilitator' && reads_from !== null && Date.parse(reads_from) <= closed && (until === null || Date.parse(until) > opened),
  )
  if (!accompanied) return null
  const leads = Object.values({ ...cycle.lead_intent, ...cycle.review?.lead })
  const byLearner = leads.filter((lead) => lead === 'learner').length
  if (leads.length === 0 || leads.includes('facilitator') || byLearner === 0) return 0
  return byLearner === leads.length ? 2 : 1
}
