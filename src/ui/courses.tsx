import type { Locale } from '#platform/words/words.ts'
import type { CourseData } from './course.ts'
import { Course } from './course.tsx'
import { words } from './messages/index.ts'

/** One of several courses: what it is called as one may read it, where its page is, and what is told under it. */
export interface NamedCourse {
  id: string
  name: string
  href?: string
  course: CourseData
}

/** The support with which a course ended: that of its last leg; null where nobody accompanied it then. */
export const supportAtEnd = ({ legs }: CourseData): CourseData['legs'][number]['support'] => legs.at(-1)?.support ?? null

/** Several courses side by side, in their order: at one scale, so that one sees how far off the accompanying line lay in each. */
export const Courses = ({ courses, locale }: { courses: readonly NamedCourse[]; locale: Locale }) => {
  const t = words(locale)
  return (
    <ol class="courses">
      {courses.map(({ id, name, href, course }) => (
        <li>
          <p class="courses-name">{href ? <a href={href}>{name}</a> : name}</p>
          <Course id={`course-${id}`} course={course} locale={locale} small />
          <p class="small">{t('course.support', { levels: t(`course.support.${supportAtEnd(course) ?? 'none'}`) })}</p>
        </li>
      ))}
    </ol>
  )
}
