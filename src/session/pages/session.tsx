import { LiveRegion } from '#platform/live/region.tsx'
import { Fold, Note } from '#ui/cards.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { Page } from '#ui/page.tsx'
import { Agenda } from '../parts/agenda.tsx'
import { Agreements } from '../parts/agreements.tsx'
import { HatsWorn } from '../parts/hats.tsx'
import { SessionHead } from '../parts/head.tsx'
import { Notes } from '../parts/notes.tsx'
import { addressOf, isHost, type SessionProps, topicsOf } from '../parts/props.ts'
import { Times } from '../parts/times.tsx'

/** One session: before it times and an agenda, during it notes and hats, after it what was agreed. */
export const SessionPage = (props: SessionProps) => {
  const { session, me, assets, now, t, refill, happened } = props
  const over = session.state === 'held'
  return (
    <Page
      title={session.title?.body ?? t('sessions.title')}
      locale={me.locale}
      assets={assets}
      me={me}
      flash={happened}
      scripts={['browser.js', 'together.js']}
    >
      {refill?.refusal && (
        <Note tone="caution">
          <p id="refusal" role="alert">
            {refill.refusal}
          </p>
        </Note>
      )}
      <Undo {...props} />
      <LiveRegion id="session-now" class="stack" topics={topicsOf(session)} at={now} src={addressOf(session)}>
        <SessionHead {...props} />
      </LiveRegion>
      <Times {...props} />
      {over && <Agreements {...props} />}
      <Agenda {...props} />
      <Notes {...props} />
      {!over && <Agreements {...props} />}
      {over && <HatsWorn {...props} />}
      <Further {...props} />
    </Page>
  )
}

/** What was just taken off can be brought back. */
const Undo = ({ session, removed, t }: SessionProps) =>
  removed ? (
    <Note>
      <Form action={`${addressOf(session)}/${removed.kind}/${removed.id}`} class="inline-form">
        <p>{t(removed.kind === 'items' ? 'agenda.removed' : 'agreed.removed')}</p>
        <Button name="act" value="restore">
          {t('agenda.undo')}
        </Button>
      </Form>
    </Note>
  ) : null

const Further = (props: SessionProps) => {
  const { session, appointment, t } = props
  const here = addressOf(session)
  const ahead = session.state === 'planned'
  const recurs = appointment?.state === 'booked' && appointment.recurrence !== null
  if (session.state === 'cancelled') return null
  const ways = [
    [`${here}/about`, t('page.edit'), true],
    [`${here}/people`, t('page.invite'), isHost(props)],
    [`${here}/time`, t(recurs ? 'page.move_series' : 'page.move'), isHost(props) && ahead && appointment?.state === 'booked'],
  ] as const
  return (
    <>
      <nav class="around" aria-label={t('page.more')}>
        <ul>
          {ways
            .filter(([, , here]) => here)
            .map(([href, label]) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          {session.journey && (
            <li>
              <a href="/sessions">{t('today.all')}</a>
            </li>
          )}
        </ul>
      </nav>
      {isHost(props) && ahead && (
        <Fold id="cancel" summary={t(recurs ? 'page.cancel_series' : 'page.cancel')}>
          <Form action={`${here}/cancellation`}>
            <p>{t(recurs ? 'page.cancel_series_how' : 'page.cancel_how')}</p>
            <Actions>
              <Button>{t('page.cancel_do')}</Button>
            </Actions>
          </Form>
        </Fold>
      )}
    </>
  )
}
