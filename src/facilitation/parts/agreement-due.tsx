import type { Locale } from '#platform/words/words.ts'
import { words } from '../messages/index.ts'
import type { AgreementRow } from '../queries/rows.ts'
import { isLookDue } from '../rules/due.ts'

interface AgreementDueProps {
  journeyId: string
  agreements: readonly AgreementRow[]
  /** When each closed cycle was closed, in milliseconds. */
  cyclesClosedAt: readonly number[]
  locale: Locale
}

/** On the page of a journey: that the two of them wanted to look at their agreement by now. Nothing, where it is not due. */
export const AgreementDue = ({ journeyId, agreements, cyclesClosedAt, locale }: AgreementDueProps) => {
  const due = agreements.filter(({ opened_at, ended_at, looked_at, in_force }) => {
    const version = in_force.at(-1)
    const lookedAt = looked_at === null ? null : Date.parse(looked_at)
    return version && opened_at && !ended_at && isLookDue({ reviewAfterCycle: version.review_after_cycle, cyclesClosedAt, lookedAt })
  })
  const t = words(locale)
  return (
    <>
      {due.map(({ id }) => (
        <p class="small">
          <a href={`/journeys/${journeyId}/agreement/${id}`}>{t('agreement.look_due')}</a>
        </p>
      ))}
    </>
  )
}
