import { Fold } from '#ui/cards.tsx'
import { Button } from '#ui/form.tsx'
import { Words } from '#ui/words.tsx'
import { bodyOf, type ObservationView, type ReviewView, type StepView } from '../queries/whole.ts'
import { broughtToReview } from '../rules/review.ts'
import { stepsInPlan } from '../rules/step.ts'
import type { CycleProps } from './phase.ts'
import { othersInWords } from './readers.tsx'

type LookBackProps = CycleProps & {
  review: ReviewView
  /** Id of the review's form, which the buttons beside the notes send. */
  form: string
}

/** What was expected of each step, and what was noted on the way: beside the review, so that both can be compared. */
export const LookBack = (props: LookBackProps) => {
  const { cycle, t } = props
  const notes = cycle.observations.filter((note) => bodyOf(note.texts, 'text') !== '')
  return (
    <section class="section stack" aria-labelledby="look-back">
      <h3 id="look-back">{t('evaluate.look_back')}</h3>
      <ul class="looked-back" aria-label={t('evaluate.steps')}>
        {stepsInPlan(cycle.steps).map((step) => (
          <Expected {...props} step={step} />
        ))}
      </ul>
      <h4>{t('evaluate.notes')}</h4>
      {notes.length === 0 && <p class="soft">{t('evaluate.no_notes')}</p>}
      {notes.map((note) => (
        <Noted {...props} note={note} />
      ))}
    </section>
  )
}

const Expected = ({ step, t }: LookBackProps & { step: StepView }) => {
  const expectation = bodyOf(step.texts, 'expectation')
  return (
    <li>
      <Words>{bodyOf(step.texts, 'what')}</Words>
      <p class="small">
        {t(`plan.status.${step.status}`)}
        {step.confidence !== null && ` · ${t('evaluate.confidence_then', { value: step.confidence })}`}
      </p>
      <p class="small">
        {expectation ? (
          <>
            {t('evaluate.expected')} <Words inline>{expectation}</Words>
          </>
        ) : (
          t('evaluate.nothing_expected')
        )}
      </p>
    </li>
  )
}

const Noted = (props: LookBackProps & { note: ObservationView }) => {
  const { note, review, form, t } = props
  const text = bodyOf(note.texts, 'text')
  const happened = bodyOf(review.texts, 'happened')
  const bring = (
    <Button kind="quiet" name="bring" value={note.id} form={form} label={t('evaluate.bring_label', { text: text.slice(0, 60) })}>
      {t('evaluate.bring')}
    </Button>
  )
  return (
    <div class="noted" id={`noted-${note.id}`}>
      <Words>{text}</Words>
      {happened.includes(text) ? null : note.audience_id ? (
        bring
      ) : (
        <BringPrivate {...props} happened={happened} text={text} bring={bring} />
      )}
    </div>
  )
}

/** Before a private note enters the review: how it would stand there, and who would read it then. */
const BringPrivate = (
  props: LookBackProps & { note: ObservationView; happened: string; text: string; bring: ReturnType<typeof Button> },
) => {
  const { review, note, happened, text, bring, t } = props
  const names = othersInWords(props)
  const then = review.saved_at ? ('evaluate.bring_readers_shared' as const) : ('evaluate.bring_readers' as const)
  const both = broughtToReview(happened, text)
  return (
    <Fold id={`bring-${note.id}`} summary={t('evaluate.bring')}>
      {both === null ? (
        <p>{t('evaluate.no_room')}</p>
      ) : (
        <div class="stack">
          <p>{t('evaluate.bring_preview')}</p>
          <blockquote class="words">{both}</blockquote>
          <p>
            {names ? t(then, { names }) : t('evaluate.bring_readers_nobody')} {t('evaluate.bring_stays')}
          </p>
          {bring}
        </div>
      )}
    </Fold>
  )
}
