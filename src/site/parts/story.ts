import type { CourseData } from '#ui/course.ts'

const done = { status: 'done' } as const

/** The course of the journey that the home page tells. */
export const storyCourse: CourseData = {
  legs: [
    {
      number: 1,
      state: 'reviewed',
      steps: [
        { ...done, kind: 'with_others' },
        { ...done, kind: 'trial' },
      ],
      findings: 2,
      support: 0,
    },
    {
      number: 2,
      state: 'reviewed',
      steps: [
        { ...done, kind: 'trial' },
        { ...done, kind: 'alone' },
      ],
      findings: 1,
      support: 2,
    },
    { number: 3, state: 'reviewed', steps: [{ ...done, kind: 'trial' }], findings: 0, support: 3 },
  ],
  end: 'solved',
}
