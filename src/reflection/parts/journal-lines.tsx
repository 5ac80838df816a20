import type { Locale } from '#platform/words/words.ts'
import { words } from '../messages/index.ts'
import type { JournalToday } from '../queries/prompts.ts'

/** Quiet lines on the page of the day: who opened something of theirs, and the prompts where it is time for them, else the journal. */
export const JournalLines = ({ journal: { due, sharedBy }, locale }: { journal: JournalToday; locale: Locale }) => {
  const t = words(locale)
  return (
    <section class="section">
      {sharedBy.map((name) => (
        <p>
          <a href="/reflections/shared">{t('today.shared', { name })}</a>
        </p>
      ))}
      <p>{due ? <a href={`/reflections/new?cadence=${due}`}>{t(`today.${due}`)}</a> : <a href="/reflections">{t('today.journal')}</a>}</p>
    </section>
  )
}
