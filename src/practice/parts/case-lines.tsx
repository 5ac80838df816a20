import { Button, Form } from '#ui/form.tsx'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { type PracticeWords, words } from '../messages/index.ts'
import type { CaseLine, openCases } from '../queries/intervision.ts'
import type { Frame } from './frame.ts'

/** Cases of one's own, or about one's own journeys, each with how it stands. */
export const CaseLines = ({ cases, frame: { locale } }: { cases: readonly CaseLine[]; frame: Frame }) => {
  const t = words(locale)
  if (cases.length === 0) return null
  return (
    <ul class="lines">
      {cases.map(({ id, title, standing, learnerName, isMine, authorName }) => (
        <li>
          {standing === 'withdrawn' ? (
            t('cases.untitled')
          ) : (
            <a href={`/practice/cases/${id}`}>{title ? <Words inline>{title}</Words> : t('cases.untitled')}</a>
          )}
          <p class="small">
            {[...placeOf({ isMine, learnerName, authorName }, t), saidOf({ isMine, learnerName, standing }, t)].join(' · ')}
          </p>
          {standing === 'withdrawn' && (
            <Form action={`/practice/cases/${id}/removal`} class="inline-form">
              <Button kind="quiet">{t('cases.clear')}</Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

const placeOf = ({ isMine, learnerName, authorName }: Pick<CaseLine, 'isMine' | 'learnerName' | 'authorName'>, t: PracticeWords) => {
  if (!isMine) return [t('cases.by', { name: authorName })]
  return learnerName ? [t('cases.about', { name: learnerName })] : []
}

/** To its learner a case says what lies with them, to its author what lies with the learner. */
const saidOf = ({ isMine, learnerName, standing }: Pick<CaseLine, 'isMine' | 'learnerName' | 'standing'>, t: PracticeWords) =>
  isMine || standing === 'undeclared' || standing === 'withdrawn'
    ? t(`cases.standing.${standing}`, { name: learnerName ?? '' })
    : t(`cases.for_me.${standing}`)

/** Published cases of colleagues. */
export const OpenCaseLines = ({ cases, frame: { locale, me, now } }: { cases: Awaited<ReturnType<typeof openCases>>; frame: Frame }) => {
  const t = words(locale)
  if (cases.length === 0) return null
  return (
    <ul class="lines">
      {cases.map(({ id, title, authorName, since }) => (
        <li>
          <a href={`/practice/cases/${id}`}>
            <Words inline>{title}</Words>
          </a>
          <p class="small">
            {t('cases.by', { name: authorName })} · <When at={since} reader={me} now={now} />
          </p>
        </li>
      ))}
    </ul>
  )
}
