import { sayRange } from '#scheduling/rules/in-words.ts'
import { EmptyState } from '#ui/cards.tsx'
import { LinkButton } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import type { SessionProps } from '../parts/props.ts'
import { addressOf, othersOf } from '../parts/props.ts'
import { type Listed, sorted, timeOf } from '../rules/listing.ts'

type ListProps = Pick<SessionProps, 'me' | 'assets' | 'now' | 't' | 'happened'> & { sessions: readonly Listed[] }

/** All sessions of a person: arranged, waiting for a time, past. */
export const SessionsPage = (props: ListProps) => {
  const { me, assets, now, t, sessions, happened } = props
  const { upcoming, open, past } = sorted(sessions, now)
  const invite = (
    <LinkButton kind="primary" href="/sessions/new">
      {t('sessions.new')}
    </LinkButton>
  )
  return (
    <Page title={t('sessions.title')} locale={me.locale} assets={assets} me={me} flash={happened}>
      <PageTitle title={t('sessions.title')}>{t('sessions.lead')}</PageTitle>
      {sessions.length === 0 ? (
        <EmptyState title={t('sessions.empty')} act={invite}>
          <p>{t('sessions.empty_how')}</p>
        </EmptyState>
      ) : (
        <p class="actions">{invite}</p>
      )}
      <Group {...props} title={t('sessions.upcoming')} listed={upcoming} />
      <Group {...props} title={t('sessions.open')} listed={open} />
      <Group {...props} title={t('sessions.past')} listed={past} />
    </Page>
  )
}

const Group = ({ title, listed, ...props }: ListProps & { title: string; listed: readonly Listed[] }) =>
  listed.length > 0 ? (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="list">
        {listed.map((one) => (
          <One {...props} {...one} />
        ))}
      </ul>
    </section>
  ) : null

const One = ({ session, appointment, me, now, t }: ListProps & Listed) => {
  const at = timeOf({ session, appointment }, now)
  const others = othersOf({ session, me })
  const about = session.journey?.title
  return (
    <li>
      <a href={addressOf(session)}>
        <Words inline>{session.title?.body ?? t('sessions.title')}</Words>
      </a>
      <p class="small">
        {session.state === 'running' ? (
          t('sessions.running')
        ) : at && session.state === 'planned' ? (
          sayRange(at, appointment?.minutes ?? 0, me, now)
        ) : at ? (
          <When at={at} reader={me} now={now} />
        ) : (
          t('sessions.choose', { count: appointment?.times.length ?? 0 })
        )}
        {appointment?.state === 'booked' && appointment.recurrence && ` · ${t('sessions.series', { weeks: appointment.recurrence.weeks })}`}
        {session.state === 'cancelled' && ` · ${t('sessions.cancelled')}`} ·{' '}
        {others ? t('sessions.with', { names: others }) : t('sessions.alone')}
      </p>
      {about && (
        <p class="small soft">
          <Words inline>{about}</Words>
        </p>
      )}
    </li>
  )
}
