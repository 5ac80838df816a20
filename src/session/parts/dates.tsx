import { answerOf } from '#scheduling/rules/attending.ts'
import { sayRange } from '#scheduling/rules/in-words.ts'
import { nameOfTime, type Occurrence } from '#scheduling/rules/recurrence.ts'
import type { BookedAppointment } from '#scheduling/scheduling.ts'
import { Fold } from '#ui/cards.tsx'
import { timesAhead } from '../rules/series.ts'
import { addressOf, isHost, type SessionProps } from './props.ts'

type DatesProps = Pick<SessionProps, 'session' | 'me' | 'now' | 't'> & { appointment: BookedAppointment }

/** So many of the next dates are shown. */
const most = 5

/** The next dates of what recurs, each with what is otherwise about it, and the way to change it alone. */
export const Dates = (props: DatesProps) => {
  const { session, appointment, now, t } = props
  if (!appointment.recurrence) return null
  const dates = timesAhead(session, appointment, now, most)
  return (
    <Fold id="dates" summary={t('dates.title')} open={dates.some(({ state }) => state !== 'as_ruled')}>
      <ul class="list dates">
        {dates.map((date) => (
          <One {...props} date={date} />
        ))}
      </ul>
    </Fold>
  )
}

const One = ({ session, appointment, me, now, t, date }: DatesProps & { date: Occurrence }) => {
  const when = sayRange(date.startsAt, date.minutes, me, now)
  const off = date.state === 'off'
  const differs = [
    off && t('dates.off'),
    date.state === 'moved' && t('dates.moved', { when: sayRange(date.recursAt, appointment.minutes, me, now) }),
    !off && answerOf(appointment, me.personId, date) === 'declined' && t('dates.declined'),
  ].filter(Boolean)
  const act = isHost({ session, me }) ? 'change' : 'answer'
  return (
    <li>
      <div>
        <p>{off ? <del>{when}</del> : when}</p>
        {differs.length > 0 && <p class="small soft">{differs.join(' · ')}</p>}
      </div>
      {(!off || isHost({ session, me })) && (
        <a
          class="button button-quiet"
          href={`${addressOf(session)}/dates/${nameOfTime(date.recursAt)}`}
          aria-label={t(`dates.${act}_label`, { when })}
        >
          {t(`dates.${act}`)}
        </a>
      )}
    </li>
  )
}
