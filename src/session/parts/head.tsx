import { dayIn } from '#platform/clock.ts'
import { Attendances } from '#scheduling/parts/attendances.tsx'
import { WhenForEach } from '#scheduling/parts/when-for-each.tsx'
import { sayRecurrence } from '#scheduling/rules/announcement.ts'
import { answerOf } from '#scheduling/rules/attending.ts'
import { list, sayRange } from '#scheduling/rules/in-words.ts'
import { isBooked } from '#scheduling/scheduling.ts'
import { Actions, Button, Form, LinkButton } from '#ui/form.tsx'
import { PageTitle } from '#ui/page.tsx'
import { longDay, sayClock } from '#ui/time.ts'
import { Words } from '#ui/words.tsx'
import { comingTime } from '../rules/series.ts'
import { linkIn } from '../session.ts'
import { Dates } from './dates.tsx'
import { HatsNow } from './hats.tsx'
import { addressOf, type SessionProps } from './props.ts'

/** What is always visible: what it is about, when and where, who takes part, and what comes next. */
export const SessionHead = (props: SessionProps) => {
  const { session, t } = props
  return (
    <>
      <PageTitle title={<Words inline>{session.title?.body ?? t('sessions.title')}</Words>} overline={<About {...props} />} />
      <When {...props} />
      <Where {...props} />
      <Readers {...props} />
      {session.state === 'running' && <HatsNow {...props} />}
      <div class="session-next">
        <Next {...props} />
      </div>
      {session.state === 'planned' && props.appointment && isBooked(props.appointment) && (
        <Dates {...props} appointment={props.appointment} />
      )}
    </>
  )
}

const About = ({ session, t }: SessionProps) =>
  session.journeyId && session.journey ? (
    <>
      {t('page.about')}{' '}
      <a href={`/journeys/${session.journeyId}`}>
        <Words inline>{session.journey.title ?? session.journey.learnerName}</Words>
      </a>
    </>
  ) : (
    <a href="/sessions">{t('page.all')}</a>
  )

const When = (props: SessionProps) => {
  const { session, appointment, me, now, t } = props
  if (session.state === 'cancelled') {
    const planned = appointment?.startsAt && comingTime(session, { ...appointment, startsAt: appointment.startsAt }, now)
    return (
      <>
        <p class="lead">{t('page.cancelled')}</p>
        {planned && <p class="soft">{t('page.cancelled_at', { when: sayRange(planned.startsAt, planned.minutes, me, now) })}</p>}
      </>
    )
  }
  if (session.state === 'held')
    return <p>{t('page.held_on', { day: longDay(dayIn(me.timeZone, session.beganAt ?? session.madeAt), me.locale) })}</p>
  if (session.state === 'running' && session.beganAt)
    return <p class="lead">{t('page.running_since', { time: sayClock(session.beganAt, me) })}</p>
  if (!appointment || !isBooked(appointment)) return <p>{t('page.no_time')}</p>
  const coming = comingTime(session, appointment, now)
  const { startsAt, minutes } = coming ?? appointment
  // Whoever has not answered yet is asked about all; afterwards about the next.
  const asked = appointment.recurrence && answerOf(appointment, me.personId) !== 'needs_action' ? coming : undefined
  return (
    <>
      <div class="session-when">
        <WhenForEach at={startsAt} minutes={minutes} people={appointment.people} reader={me} now={now} />
      </div>
      {appointment.recurrence && <p>{sayRecurrence(appointment, me.locale)}</p>}
      <Attendances appointment={appointment} occurrence={asked} me={me} now={now} answerTo={`${addressOf(session)}/attendance`} />
    </>
  )
}

const Where = ({ session, t }: SessionProps) => {
  const place = session.place?.body
  if (!place || session.state === 'held' || session.state === 'cancelled') return null
  const link = linkIn(place)
  return (
    <p>
      {link ? (
        <a href={link} rel="noopener noreferrer" target="_blank">
          {t('page.video')}
        </a>
      ) : (
        <>
          {t('page.place')}: <Words inline>{place}</Words>
        </>
      )}
    </p>
  )
}

const Readers = ({ session, me, t }: SessionProps) => {
  const names = session.members.map(({ personId, name }) => (personId === me.personId ? t('page.you') : name))
  return <p class="readers">{t('page.readers', { names: list(names, me.locale) })}</p>
}

/** From then on beginning is the one thing to do; before, it is possible. */
const soon = 60 * 60_000

const Next = ({ session, appointment, now, t }: SessionProps) => {
  const here = addressOf(session)
  if (session.state === 'planned' && appointment && isBooked(appointment))
    return (
      <Form action={`${here}/beginning`} class="inline-form">
        <Actions>
          <Button
            kind={(comingTime(session, appointment, now) ?? appointment).startsAt.getTime() - now.getTime() < soon ? 'primary' : 'quiet'}
          >
            {t('page.begin')}
          </Button>
        </Actions>
      </Form>
    )
  if (session.state === 'running')
    return (
      <Form action={`${here}/ending`} class="inline-form">
        <p class="small soft">{t('page.hold_how')}</p>
        <Actions>
          <Button>{t('page.hold')}</Button>
        </Actions>
      </Form>
    )
  if (session.state !== 'held') return null
  if (session.seriesId)
    return (
      <Actions>
        <LinkButton kind="primary" href={`/appointments/${session.seriesId}`}>
          {t('page.next_of_series')}
        </LinkButton>
      </Actions>
    )
  const journey = session.journeyId ? `journey=${session.journeyId}&` : ''
  return (
    <Actions>
      <LinkButton kind="primary" href={`/sessions/new?${journey}after=${session.id}`}>
        {t('page.next')}
      </LinkButton>
    </Actions>
  )
}
