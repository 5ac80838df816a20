import type { Child } from 'hono/jsx'
import { sql } from 'kysely'
import type { Me } from '#platform/db/bound.ts'
import { type TimesRow, timesIn, timesOf } from '#scheduling/queries/times.ts'
import { sayRange } from '#scheduling/rules/in-words.ts'
import { words } from '../messages/index.ts'
import { comingTime } from '../rules/series.ts'
import type { SessionState } from '../session.ts'

interface Found {
  id: string
  state: SessionState
  madeAt: string
  times: TimesRow | null
}

/** Fills the place of a journey's page that leads to when people meet about it next. */
export const nextSession = {
  found: sql`(select json_agg(x) from (select s.id, s.state, s.made_at as "madeAt", ${timesOf('p')} as times from session s
        left join appointment p on p.organisation_id = s.organisation_id and p.context_id = s.id
        where s.organisation_id = o and s.journey_id = a.id and s.state in ('planned', 'running') limit 20) x)`,
  show: ({ me, now, journeyId, found }: { me: Me; now: Date; journeyId: string; found: unknown }): Child => {
    const t = words(me.locale)
    const next = soonest((found as Found[] | null | undefined) ?? [], now)
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
              ? t('journey.next', { when: sayRange(next.startsAt, next.minutes, me, now) })
              : t('journey.choose')}
        </a>
      </li>
    )
  },
}

/** The one that goes on now, else the next that has its time, else one that waits for it. */
function soonest(found: readonly Found[], now: Date) {
  const order = ({ state, startsAt }: { state: SessionState; startsAt: Date | null }) =>
    state === 'running' ? 0 : (startsAt?.getTime() ?? Number.POSITIVE_INFINITY)
  return found
    .map(({ id, state, madeAt, times }) => {
      const known = times && timesIn(times)
      const coming = known && (comingTime({ madeAt: new Date(madeAt) }, known, now) ?? known)
      return { id, state, startsAt: coming?.startsAt ?? null, minutes: coming?.minutes ?? 0 }
    })
    .sort((one, other) => order(one) - order(other))
    .at(0)
}
