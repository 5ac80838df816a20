import type { Me } from '#platform/db/bound.ts'
import { sayRange } from '#scheduling/rules/in-words.ts'
import { Words } from '#ui/words.tsx'
import { words } from '../messages/index.ts'
import type { SessionAhead } from '../queries/ahead.ts'

/** Sessions of the coming days, and those that wait for an answer. Nothing where there is nothing. */
export const SessionsAhead = ({ sessions, me, now }: { sessions: readonly SessionAhead[]; me: Me; now: Date }) => {
  const t = words(me.locale)
  if (sessions.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('today.title')}</h2>
      <ul class="lines">
        {sessions.map(({ id, title, state, startsAt, minutes }) => (
          <li>
            <a href={`/sessions/${id}`}>{startsAt || state === 'running' ? <Words inline>{title}</Words> : t('today.choose', { title })}</a>
            {state === 'running' ? (
              <p class="small">{t('sessions.running')}</p>
            ) : (
              startsAt && (
                <p class="small soft">
                  <time datetime={startsAt.toISOString()}>{sayRange(startsAt, minutes, me, now)}</time>
                </p>
              )
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href="/sessions">{t('today.all')}</a>
      </p>
    </section>
  )
}
