import { Button, Form } from '#ui/form.tsx'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { words } from '../messages/index.ts'
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
            {[
              isMine ? learnerName && t('cases.about', { name: learnerName }) : t('cases.by', { name: authorName }),
              t(`cases.standing.${standing}`, { name: learnerName ?? '' }),
            ]
              .filter(Boolean)
              .join(' · ')}
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
