import type { Locale } from '#platform/words/words.ts'
import type { CourseData, CourseLeg } from './course.ts'
import { words } from './messages/index.ts'

type Words = ReturnType<typeof words>

const sayLeg = (leg: CourseLeg, t: Words) => {
  const count = leg.steps.length
  const done = leg.steps.filter((step) => step.status === 'done').length
  return t('course.leg', {
    number: leg.number,
    steps: done > 0 ? t('course.steps_done', { count, done }) : t('course.steps', { count }),
    state: t(`course.state.${leg.state}`),
    findings: leg.findings > 0 ? t('course.findings', { count: leg.findings }) : '',
  })
}

const saySupport = ({ legs }: CourseData, t: Words) => {
  const levels = legs.map((leg) => leg.support).filter((level) => level !== null)
  const [first, last] = [levels[0], levels.at(-1)]
  if (first === undefined || last === undefined) return undefined
  if (first === last) return t('course.support', { level: t(`course.support.${first}`) })
  return t('course.support_from_to', { from: t(`course.support.${first}`), to: t(`course.support.${last}`) })
}

/** Says in words what the drawing shows. */
export const sayCourse = (data: CourseData, locale: Locale): string => {
  const t = words(locale)
  const end = data.end && data.end !== 'open' ? t(`course.end.${data.end}`) : undefined
  if (data.legs.length === 0) return [t('course.empty'), end].filter(Boolean).join(' ')
  const sentences = [t('course.cycles', { count: data.legs.length }), ...data.legs.map((leg) => sayLeg(leg, t)), saySupport(data, t), end]
  return sentences.filter(Boolean).join(' ')
}
