import { RadioGroup } from '#ui/choices.tsx'
import { DateField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { feedbackInput } from '../forms/close.ts'
import { facilitatorsOf } from '../queries/facilitators.ts'
import { type ClosingView, closingInWork } from '../queries/whole.ts'
import { storyChoices } from '../rules/choices.ts'
import { transferCheckRange } from '../rules/closing.ts'
import { closingFields } from '../rules/limits.ts'
import type { PhaseProps } from './phase.ts'
import { QuestionAtHand } from './question.tsx'
import { othersInWords, readersInWords } from './readers.tsx'
import { type FormState, formState, OwnText } from './writing.tsx'

export { DonePhase, TransferPhase } from './close-done.tsx'
export { RestingPhase } from './close-resting.tsx'

type ClosingFormProps = { props: PhaseProps; closing: ClosingView; form: FormState }

/** Solved, and not yet closed: what is to be kept of it. Its learner's draft until the journey is closed. */
export const ClosePhase = (props: PhaseProps) => {
  const { whole, isLearner, me, t } = props
  const closing = closingInWork(whole)
  const form = formState(props, 'closing')
  const others = othersInWords(props)
  return (
    <section class="section" id="closing" aria-labelledby="closing-title">
      <h2 id="closing-title">{t('close.title')}</h2>
      {!isLearner && <p>{t('close.of', { name: whole.journey.learner_name })}</p>}
      {isLearner && closing && (
        <>
          <p class="lead">{t('close.lead')}</p>
          <p class="small">{others ? t('close.draft_readers', { names: others }) : t('close.draft_readers_nobody')}</p>
          <lotse-draft data-key={`closing:${closing.id}`} data-autosave="">
            <Form id="closing-form" action={`/journeys/${whole.journey.id}/closing`}>
              <ErrorSummary locale={me.locale} problems={form.errors} labels={labelsOf(props)} />
              <ClosingWords props={props} closing={closing} form={form} />
              <ClosingChoices props={props} closing={closing} form={form} />
              <Actions>
                <Button kind="primary" name="do" value="close">
                  {t('close.close_solved')}
                </Button>
                <Button name="do" value="save">
                  {t('shared.save')}
                </Button>
                <Button kind="quiet" name="do" value="back_to_work">
                  {t('close.back_to_work')}
                </Button>
              </Actions>
            </Form>
          </lotse-draft>
        </>
      )}
    </section>
  )
}

const ClosingWords = ({ props, closing, form }: ClosingFormProps) => {
  const { whole, t } = props
  const own = { props, state: form, texts: closing.texts, audience: null }
  const limitOf = (field: 'solutionSummary' | 'whatMadeTheDifference' | 'stillOpen' | 'aboutMyLearning' | 'feedbackToFacilitator') =>
    closingFields[field].max
  return (
    <>
      <OwnText
        {...own}
        field="solutionSummary"
        label={t('close.solution_summary')}
        hint={t('close.solution_summary_hint')}
        limit={limitOf('solutionSummary')}
        rows={5}
        question={<QuestionAtHand props={props} phase="close" inForm />}
      />
      <OwnText {...own} field="whatMadeTheDifference" label={t('close.difference')} limit={limitOf('whatMadeTheDifference')} />
      <OwnText {...own} field="stillOpen" label={t('close.still_open')} limit={limitOf('stillOpen')} optional />
      <OwnText
        {...own}
        field="aboutMyLearning"
        label={t('close.about_my_learning')}
        hint={t('close.about_my_learning_hint')}
        limit={limitOf('aboutMyLearning')}
        optional
      />
      {facilitatorsOf(whole)
        .filter((facilitator) => facilitator.isHere)
        .map(({ name, place }) => (
          <OwnText
            {...own}
            field="feedbackToFacilitator"
            position={place}
            name={feedbackInput(place)}
            label={t('close.feedback', { name })}
            hint={`${t('close.feedback_hint')} ${t('close.feedback_readers', { name })}`}
            limit={limitOf('feedbackToFacilitator')}
            optional
          />
        ))}
    </>
  )
}

const ClosingChoices = ({ props, closing, form }: ClosingFormProps) => {
  const { whole, me, today, refill, t } = props
  const { first, proposed, last } = transferCheckRange(today)
  const refused = refill?.form === 'closing' ? refill.refusal : undefined
  return (
    <>
      <RadioGroup
        locale={me.locale}
        name="storyChoice"
        label={t('close.story')}
        hint={t('close.story_hint')}
        value={form.typed('storyChoice', closing.story_choice ?? '')}
        options={storyChoices.map((value) => ({ value, label: t(`close.story.${value}`) }))}
        error={form.error('storyChoice')}
      />
      <DateField
        locale={me.locale}
        name="transferCheckOn"
        label={t('close.transfer_on')}
        hint={t('close.transfer_on_hint')}
        value={form.typed('transferCheckOn', closing.transfer_check_on ?? proposed)}
        min={first}
        max={last}
        error={form.error('transferCheckOn') ?? refused}
        readers={readersInWords(props, whole.journey.id)}
      />
    </>
  )
}

const labelsOf = ({ t }: PhaseProps): Record<string, string> => ({
  solutionSummary: t('close.solution_summary'),
  whatMadeTheDifference: t('close.difference'),
  stillOpen: t('close.still_open'),
  aboutMyLearning: t('close.about_my_learning'),
  storyChoice: t('close.story'),
  transferCheckOn: t('close.transfer_on'),
})
