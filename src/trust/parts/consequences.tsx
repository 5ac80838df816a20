import type { Locale } from '#platform/words/words.ts'
import { words } from '../messages/index.ts'

/** What going means, oneself or as somebody who is removed: at once, for thirty days, and after them. */
export const Consequences = ({
  locale,
  atOnce,
  thirtyDays,
  then,
}: {
  locale: Locale
  atOnce: string
  thirtyDays: string
  then: string
}) => {
  const t = words(locale)
  return (
    <dl class="facts">
      <dt>{t('going.at_once')}</dt>
      <dd>{atOnce}</dd>
      <dt>{t('going.thirty_days')}</dt>
      <dd>{thirtyDays}</dd>
      <dt>{t('going.then')}</dt>
      <dd>{then}</dd>
    </dl>
  )
}
