import type { Locale } from '#platform/words/words.ts'
import { words } from '../messages/index.ts'

/** One quiet line on the page of the day: to the prompts where it is time for them, else to the journal. */
export const JournalLine = ({ due, locale }: { due: 'weekly' | 'daily' | undefined; locale: Locale }) => {
  const t = words(locale)
  return (
    <p class="section">
      {due ? <a href={`/reflections/new?cadence=${due}`}>{t(`today.${due}`)}</a> : <a href="/reflections">{t('today.journal')}</a>}
    </p>
  )
}
