import type { Locale } from '#platform/words/words.ts'
import { words } from '../messages/index.ts'
import type { WaitingInPractice } from '../queries/waiting.ts'

/** What lies with somebody in the practice of others: a text about their work to agree to, or what they have seen. Nothing waits for it. */
export const Waiting = ({ waiting, locale }: { waiting: readonly WaitingInPractice[]; locale: Locale }) => {
  const t = words(locale)
  if (waiting.length === 0) return null
  return (
    <ul class="lines">
      {waiting.map(({ what, id, name }) => (
        <li>
          <a href={what === 'consent' ? `/practice/cases/${id}` : `/practice/views/${id}`}>{t(`waiting.${what}`, { name })}</a>
        </li>
      ))}
    </ul>
  )
}
