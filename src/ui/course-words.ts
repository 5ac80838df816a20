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
  const changes = legs.filter(({ support }, index) => support !== (index === 0 ? null : legs[index - 1]?.support))
  if (changes.length === 0) return undefined
  const said = changes.map(({ number, support }, index) => {
    const level = t(`course.support.${support ?? 'none'}`)
    return index === 0 && number === legs[0]?.number ? level : t('course.support_from', { number, level })
  })
  return t('course.support', { levels: said.join(', ') })
}

/** Says in words what the drawing shows. */
export const sayCourse = (data: CourseData, locale: Locale): string => {
  const t = words(locale)
  const end = data.end && data.end !== 'open' ? t(`course.end.${data.end}`) : undefined
  if (data.legs.length === 0) return [t('course.empty'), end].filter(Boolean).join(' ')
  const sentences = [t('course.cycles', { count: data.legs.length }), ...data.legs.map((leg) => sayLeg(leg, t)), saySupport(data, t), end]
  return sentences.filter(Boolean).join(' ')
}
