import { LiveRegion } from '#platform/live/region.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import { listPlaces } from '../forms/inputs.ts'
import { bodyOf } from '../queries/whole.ts'
import { reviewFields } from '../rules/limits.ts'
import { ReviewMore, ReviewStanding, ReviewWords } from './evaluate-fields.tsx'
import { LookBack } from './evaluate-look-back.tsx'
import { NextMove } from './evaluate-next.tsx'
import { Responses, ReviewReading } from './evaluate-reading.tsx'
import type { CycleProps } from './phase.ts'
import { formState } from './writing.tsx'

export { ReviewReading } from './evaluate-reading.tsx'

/** The review of the open cycle: written by its learner beside what was expected and noted; read by others once it is shared. */
export const EvaluatePhase = (props: CycleProps) => {
  const { cycle, whole, isLearner, me, now, t } = props
  const { review } = cycle
  if (!isLearner)
    return (
      <section class="section" id="review" aria-labelledby="review-title">
        <h2 id="review-title">{t('evaluate.title')}</h2>
        {review ? <ReviewReading {...props} /> : <p>{t('evaluate.others_wait', { name: whole.journey.learner_name })}</p>}
      </section>
    )
  if (!review) throw new Error('A cycle is evaluated without a review.')
  const form = formState(props, 'review')
  const fields = { ...props, review, form }
  return (
    <section class="section" id="review" aria-labelledby="review-title">
      <h2 id="review-title">{t('evaluate.title')}</h2>
      <p class="lead">{review.saved_at ? t('evaluate.lead_shared') : t('evaluate.lead')}</p>
      <LiveRegion id="review-responses" topics={[whole.journey.id]} at={now}>
        <Responses {...props} review={review} />
      </LiveRegion>
      <EnterKeeps {...props} />
      <LookBack {...props} review={review} form="review-form" />
      <lotse-draft data-key={`review:${review.id}`} data-autosave="">
        <Form id="review-form" action={`/journeys/${whole.journey.id}/review`}>
          <ErrorSummary locale={me.locale} problems={form.errors} labels={labelsOf(props)} />
          <ReviewWords {...fields} />
          <ReviewStanding {...fields} />
          <ReviewMore {...fields} />
          <NextMove {...fields} />
        </Form>
      </lotse-draft>
    </section>
  )
}

/** The first button of a form is what the Enter key presses: it keeps the draft, and decides nothing. */
const EnterKeeps = ({ t }: CycleProps) => (
  <button class="unseen" type="submit" form="review-form" name="do" value="draft" tabindex={-1}>
    {t('evaluate.keep_draft')}
  </button>
)

const labelsOf = ({ whole, t }: CycleProps): Record<string, string> => ({
  whatHappened: t('evaluate.happened'),
  wentWell: t('evaluate.went_well'),
  toImprove: t('evaluate.to_improve'),
  explanation: t('evaluate.explanation'),
  insight: t('evaluate.insight'),
  progress: t('evaluate.progress'),
  nextMove: t('evaluate.next'),
  reframeReason: t('evaluate.reframe_reason'),
  ...Object.fromEntries(listPlaces('wentWell', reviewFields.wentWell).map(({ name }) => [name, t('evaluate.went_well')])),
  ...Object.fromEntries(listPlaces('toImprove', reviewFields.toImprove).map(({ name }) => [name, t('evaluate.to_improve')])),
  ...Object.fromEntries(whole.challenge.signs.map((sign) => [`sign.${sign.id}`, bodyOf(sign.texts, 'text')])),
})
