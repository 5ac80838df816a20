import type { Me } from '#platform/db/bound.ts'
import { Actions, Button, Form } from '#ui/form.tsx'
import { words } from '../messages/index.ts'
import { answerOf } from '../rules/attending.ts'
import { list } from '../rules/in-words.ts'
import { nameOfTime, type Occurrence } from '../rules/recurrence.ts'
import { attendances, type BookedAppointment } from '../scheduling.ts'

interface Props {
  appointment: BookedAppointment
  /** The one time of what recurs that is answered; else all are. */
  occurrence?: Occurrence | undefined
  me: Me
  now: Date
  /** Where `attendanceForm` is taken in. */
  answerTo: string
}

/** Who comes to a booked appointment, one's own answer with the buttons for another, and the calendar file. */
export const Attendances = ({ appointment, occurrence, me, now, answerTo }: Props) => {
  const t = words(me.locale)
  const answer = (id: string) => answerOf(appointment, id, occurrence)
  const others = appointment.people.filter(({ personId }) => personId !== me.personId)
  const mine = answer(me.personId)
  const asked =
    appointment.recurrence && !occurrence && mine === 'needs_action' ? 'attendance.all_of_them' : (`attendance.mine.${mine}` as const)
  return (
    <div class="attendances">
      {appointment.startsAt > now || appointment.recurrence ? (
        <Form action={answerTo} class="inline-form" hidden={occurrence ? { at: nameOfTime(occurrence.recursAt) } : {}}>
          <p>{t(asked)}</p>
          <Actions>
            {attendances
              .filter((one) => one !== mine)
              .map((one) => (
                <Button name="answer" value={one}>
                  {t(`attendance.answer.${one}`)}
                </Button>
              ))}
          </Actions>
        </Form>
      ) : null}
      {([...attendances, 'needs_action'] as const).map((one) => {
        const those = others.filter(({ personId }) => answer(personId) === one).map(({ name }) => name)
        return those.length > 0 && <p class="small">{t(`attendance.says.${one}`, { people: list(those, me.locale) })}</p>
      })}
      <p class="small">
        <a href={`/appointments/${appointment.id}/calendar.ics`}>{t('attendance.file')}</a>
      </p>
    </div>
  )
}
