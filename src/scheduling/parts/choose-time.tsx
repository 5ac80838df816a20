import type { Me } from '#platform/db/bound.ts'
import { Actions, Button, Form } from '#ui/form.tsx'
import { answerInput } from '../forms.ts'
import { words } from '../messages/index.ts'
import { list, sayRange } from '../rules/in-words.ts'
import { type Appointment, type ProposedTime, type TimeAnswer, timeAnswers } from '../scheduling.ts'
import { WhenForEach } from './when-for-each.tsx'

interface Props {
  appointment: Appointment
  me: Me
  now: Date
  /** Where `timeAnswersForm` is taken in. */
  answerTo: string
  /** Where the chosen time is taken in, as `time`; only for whoever may choose. */
  chooseAt?: string
}

/** The proposed times, each with who can come then; answering for oneself; and, for whoever may, taking one. */
export const ChooseTime = ({ appointment, me, now, answerTo, chooseAt }: Props) => {
  const form = `answers-${appointment.id}`
  return (
    <>
      <ol class="list proposed-times">
        {appointment.times.map((time) => (
          <Time time={time} appointment={appointment} me={me} now={now} form={form} chooseAt={chooseAt} />
        ))}
      </ol>
      <Form action={answerTo} id={form} class="inline-form">
        <Actions>
          <Button kind={chooseAt ? 'secondary' : 'primary'}>{words(me.locale)('times.save')}</Button>
        </Actions>
      </Form>
    </>
  )
}

type TimeProps = Pick<Props, 'appointment' | 'me' | 'now'> & { time: ProposedTime; form: string; chooseAt: string | undefined }

const Time = ({ time, appointment, me, now, form, chooseAt }: TimeProps) => {
  const t = words(me.locale)
  const over = time.startsAt <= now
  const when = sayRange(time.startsAt, time.minutes, me, now)
  return (
    <li class="proposed-time" id={`time-${time.id}`}>
      <div>
        <WhenForEach at={time.startsAt} minutes={time.minutes} people={appointment.people} reader={me} now={now} />
        <WhoCan time={time} appointment={appointment} me={me} />
      </div>
      {over ? <p class="small soft">{t('times.over')}</p> : <MyAnswer time={time} me={me} form={form} when={when} />}
      {chooseAt && !over && (
        <Form action={chooseAt} hidden={{ time: time.id }} class="inline-form">
          <Button label={t('times.choose_label', { when })}>{t('times.choose')}</Button>
        </Form>
      )}
    </li>
  )
}

const MyAnswer = ({ time, me, form, when }: { time: ProposedTime; me: Me; form: string; when: string }) => {
  const t = words(me.locale)
  const mine = time.answers.find(({ personId }) => personId === me.personId)?.answer
  return (
    <fieldset class="time-answers">
      <legend class="unseen">{t('times.can_i', { when })}</legend>
      {timeAnswers.map((answer) => (
        <label class="choice">
          <input type="radio" name={answerInput(time.id)} value={answer} checked={answer === mine} form={form} />
          <span class="choice-label">{t(`times.answer.${answer}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

const WhoCan = ({ time, appointment, me }: Pick<TimeProps, 'time' | 'appointment' | 'me'>) => {
  const t = words(me.locale)
  const answerOf = (personId: string): TimeAnswer | 'open' => time.answers.find((given) => given.personId === personId)?.answer ?? 'open'
  const those = (answer: TimeAnswer | 'open') =>
    appointment.people
      .filter(({ personId }) => answerOf(personId) === answer)
      .map(({ personId, name }) => (personId === me.personId ? t('times.you') : name))
  if (appointment.people.length > 1 && those('yes').length === appointment.people.length) return <p class="small">{t('times.all_can')}</p>
  return (
    <p class="small soft">
      {([...timeAnswers, 'open'] as const)
        .filter((answer) => those(answer).length > 0)
        .map((answer) => t(`times.says.${answer}`, { people: list(those(answer), me.locale) }))
        .join(' · ')}
    </p>
  )
}
