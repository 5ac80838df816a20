import { Attendances } from '#scheduling/parts/attendances.tsx'
import { MoveTime } from '#scheduling/parts/time-fields.tsx'
import { WhenForEach } from '#scheduling/parts/when-for-each.tsx'
import { sayRange } from '#scheduling/rules/in-words.ts'
import { nameOfTime, type Occurrence } from '#scheduling/rules/recurrence.ts'
import type { BookedAppointment } from '#scheduling/scheduling.ts'
import { Fold, Note } from '#ui/cards.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { addressOf, isHost } from '../parts/props.ts'
import { type EditProps, Frame, problemsOf } from './edit.tsx'

type DateProps = EditProps & { appointment: BookedAppointment; date: Occurrence }

/** One date of what recurs: who comes then; and, for whoever steers it, another time or none. */
export const DatePage = (props: DateProps) => {
  const { session, me, now, t, appointment, date } = props
  const host = isHost({ session, me })
  return (
    <Frame {...props} title={t('date.title')} lead={t('date.how')}>
      <div class="session-when">
        <WhenForEach at={date.startsAt} minutes={date.minutes} people={appointment.people} reader={me} now={now} />
        {date.state === 'moved' && (
          <p class="small soft">{t('dates.moved', { when: sayRange(date.recursAt, appointment.minutes, me, now) })}</p>
        )}
      </div>
      {date.state === 'off' ? (
        <Off {...props} />
      ) : (
        <>
          <Attendances appointment={appointment} occurrence={date} me={me} now={now} answerTo={`${addressOf(session)}/attendance`} />
          {host && <Otherwise {...props} />}
        </>
      )}
      <p>
        <a href={addressOf(session)}>{t('edit.back')}</a>
      </p>
    </Frame>
  )
}

const placeOf = ({ session, date }: DateProps) => `${addressOf(session)}/dates/${nameOfTime(date.recursAt)}`

const Off = (props: DateProps) => (
  <Note>
    <p>{props.t('date.off')}</p>
    {isHost(props) && (
      <Form action={placeOf(props)} class="inline-form">
        <Actions>
          <Button name="act" value="back">
            {props.t('date.back')}
          </Button>
        </Actions>
      </Form>
    )}
  </Note>
)

const Otherwise = (props: DateProps) => {
  const { me, now, t, refill, date } = props
  const errors = problemsOf(refill, me)
  return (
    <>
      <Fold id="move" summary={t('date.move')} open={refill !== undefined}>
        <Form id="date-form" action={placeOf(props)} hidden={{ act: 'move' }}>
          <ErrorSummary locale={me.locale} problems={errors} />
          <p>{t('date.move_how')}</p>
          <MoveTime locale={me.locale} timeZone={me.timeZone} now={now} typed={refill?.typed} problems={errors} present={date} />
          <Actions>
            <Button>{t('move.send')}</Button>
          </Actions>
        </Form>
      </Fold>
      <Fold id="cancel" summary={t('date.cancel')}>
        <Form action={placeOf(props)} hidden={{ act: 'off' }}>
          <p>{t('date.cancel_how')}</p>
          <Actions>
            <Button>{t('page.cancel_do')}</Button>
          </Actions>
        </Form>
      </Fold>
    </>
  )
}
