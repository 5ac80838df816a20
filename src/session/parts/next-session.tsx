import type { Child } from 'hono/jsx'
import { sql } from 'kysely'
import type { Me } from '#platform/db/bound.ts'
import { sayTime } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import type { SessionState } from '../session.ts'

interface Found {
  id: string
  state: SessionState
  startsAt: string | null
}

/** Fills the place of a journey's page that leads to when people meet about it next. */
export const nextSession = {
  found: sql`(select json_build_object('id', s.id, 'state', s.state, 'startsAt', p.starts_at) from session s
        left join appointment p on p.organisation_id = s.organisation_id and p.context_id = s.id
        where s.organisation_id = o and s.journey_id = a.id and s.state in ('planned', 'running')
        order by s.state = 'running' desc, p.starts_at nulls last limit 1)`,
  show: ({ me, now, journeyId, found }: { me: Me; now: Date; journeyId: string; found: unknown }): Child => {
    const t = words(me.locale)
    const next = found as Found | null | undefined
    if (!next)
      return (
        <li>
          <a href={`/sessions/new?journey=${journeyId}`}>{t('journey.new')}</a>
        </li>
      )
    return (
      <li>
        <a href={`/sessions/${next.id}`}>
          {next.state === 'running'
            ? t('journey.running')
            : next.startsAt
              ? t('journey.next', { when: sayTime(new Date(next.startsAt), now, me) })
              : t('journey.choose')}
        </a>
      </li>
    )
  },
}
