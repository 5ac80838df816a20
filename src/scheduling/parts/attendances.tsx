import type { Me } from '#platform/db/bound.ts'
import { Actions, Button, Form } from '#ui/form.tsx'
import { words } from '../messages/index.ts'
import { list } from '../rules/in-words.ts'
import { type Attendance, attendances, type BookedAppointment } from '../scheduling.ts'

interface Props {
  appointment: BookedAppointment
  me: Me
  now: Date
  /** Where `attendanceForm` is taken in. */
  answerTo: string
}

/** Who comes to a booked appointment, one's own answer with the buttons for another, and the calendar file. */
export const Attendances = ({ appointment, me, now, answerTo }: Props) => {
  const t = words(me.locale)
  const answerOf = (id: string): Attendance['answer'] =>
    appointment.attendance.find(({ personId }) => personId === id)?.answer ?? 'needs_action'
  const others = appointment.people.filter(({ personId }) => personId !== me.personId)
  const mine = answerOf(me.personId)
  return (
    <div class="attendances">
      {appointment.startsAt > now || appointment.recurrence ? (
        <Form action={answerTo} class="inline-form">
          <p>{t(`attendance.mine.${mine}`)}</p>
          <Actions>
            {attendances
              .filter((answer) => answer !== mine)
              .map((answer) => (
                <Button name="answer" value={answer}>
                  {t(`attendance.answer.${answer}`)}
                </Button>
              ))}
          </Actions>
        </Form>
      ) : null}
      {([...attendances, 'needs_action'] as const).map((answer) => {
        const those = others.filter(({ personId }) => answerOf(personId) === answer).map(({ name }) => name)
        return those.length > 0 && <p class="small">{t(`attendance.says.${answer}`, { people: list(those, me.locale) })}</p>
      })}
      <p class="small">
        <a href={`/appointments/${appointment.id}/calendar.ics`}>{t('attendance.file')}</a>
      </p>
    </div>
  )
}
