import { Fold } from '#ui/cards.tsx'
import { CheckboxGroup, NumberScale, RadioGroup } from '#ui/choices.tsx'
import { GroupField } from '#ui/field.tsx'
import { Words } from '#ui/words.tsx'
import { bodyOf, type ReviewView } from '../queries/whole.ts'
import { leadPhases, leads, moods, obstacleTags, progressValues, signStates } from '../rules/choices.ts'
import { reviewFields } from '../rules/limits.ts'
import { asksWhoLedIdentify } from '../rules/review.ts'
import type { CycleProps } from './phase.ts'
import { QuestionAtHand } from './question.tsx'
import { readersInWords } from './readers.tsx'
import { type FormState, OwnText } from './writing.tsx'

export type ReviewFieldsProps = CycleProps & { review: ReviewView; form: FormState }

/** What happened, what was good, what could be better, and what stays of it: in this order. */
export const ReviewWords = (props: ReviewFieldsProps) => {
  const { review, form, whole, t } = props
  const own = { props, state: form, texts: review.texts, audience: review.saved_at ? whole.journey.id : null }
  return (
    <>
      <OwnText
        {...own}
        field="happened"
        name="whatHappened"
        label={t('evaluate.happened')}
        hint={t('evaluate.happened_hint')}
        limit={reviewFields.happened.max}
        rows={6}
        question={<QuestionAtHand props={props} phase="evaluate" inForm />}
      />
      <Points {...props} field="wentWell" label={t('evaluate.went_well')} hint={t('evaluate.went_well_hint')} />
      <Points {...props} field="toImprove" label={t('evaluate.to_improve')} hint={t('evaluate.to_improve_hint')} />
      <OwnText
        {...own}
        field="explanation"
        label={t('evaluate.explanation')}
        hint={t('evaluate.explanation_hint')}
        limit={reviewFields.explanation.max}
        optional
      />
      <OwnText
        {...own}
        field="insight"
        label={t('evaluate.insight')}
        hint={t('evaluate.insight_hint')}
        limit={reviewFields.insight.max}
        rows={2}
      />
    </>
  )
}

type PointsProps = ReviewFieldsProps & { field: 'wentWell' | 'toImprove'; label: string; hint: string }

/** A short list: what is filled, and room for more. */
const Points = (props: PointsProps) => {
  const { review, form, field, label, hint, whole, me, t } = props
  const { most, max } = reviewFields[field]
  const last = Math.max(
    -1,
    ...Array.from({ length: most }, (_, at) => (form.typed(`${field}.${at}`, bodyOf(review.texts, field, at)) ? at : -1)),
  )
  const shown = Math.min(most, Math.max(2, last + 2))
  const audience = review.saved_at ? whole.journey.id : null
  return (
    <GroupField field={{ name: field, label, hint, locale: me.locale, error: form.error(field), readers: readersInWords(props, audience) }}>
      <div class="points">
        {Array.from({ length: shown }, (_, position) => (
          <OwnText
            props={props}
            state={form}
            texts={review.texts}
            field={field}
            position={position}
            name={`${field}.${position}`}
            label={t('evaluate.list_entry', { number: position + 1 })}
            limit={max}
            rows={1}
            audience={audience}
            readers="none"
          />
        ))}
      </div>
    </GroupField>
  )
}

/** Where the learner stands: each sign of success, progress in words, confidence. */
export const ReviewStanding = (props: ReviewFieldsProps) => {
  const { review, form, whole, me, t } = props
  const { locale } = me
  return (
    <>
      <fieldset class="question-group signs-standing short-choices">
        <legend>{t('evaluate.signs')}</legend>
        <p class="field-hint">{t('evaluate.signs_hint')}</p>
        {whole.challenge.signs.map((sign) => (
          <RadioGroup
            locale={locale}
            name={`sign.${sign.id}`}
            label={<Words inline>{bodyOf(sign.texts, 'text')}</Words>}
            value={form.typed(`sign.${sign.id}`, review.signs[sign.id] ?? '')}
            options={signStates.map((value) => ({ value, label: t(`evaluate.sign.${value}`) }))}
            error={form.error(`sign.${sign.id}`)}
          />
        ))}
      </fieldset>
      <RadioGroup
        locale={locale}
        name="progress"
        label={t('evaluate.progress')}
        value={form.typed('progress', String(review.progress ?? ''))}
        options={progressValues.map((value) => ({ value: String(value), label: t(`evaluate.progress.${value}`) }))}
        error={form.error('progress')}
      />
      <NumberScale
        locale={locale}
        name="confidenceNow"
        label={t('evaluate.confidence')}
        optional
        value={form.typed('confidenceNow', String(review.confidence_now ?? ''))}
        low={t('evaluate.confidence_low')}
        high={t('evaluate.confidence_high')}
        error={form.error('confidenceNow')}
      />
    </>
  )
}

/** What may be skipped without a word: obstacles, who took the lead in each phase, and the mood, which nobody else ever reads. */
export const ReviewMore = (props: ReviewFieldsProps) => {
  const { review, form, whole, cycle, me, t } = props
  const { locale } = me
  const before = whole.cycles.find((candidate) => candidate.number === cycle.number - 1)
  const phases = leadPhases.filter((phase) => phase !== 'identify' || asksWhoLedIdentify(cycle.challenge_id, before?.challenge_id))
  return (
    <Fold id="review-more" summary={t('evaluate.more')}>
      <input type="hidden" name="obstacleTags" value="" />
      <div class="short-choices stack">
        <CheckboxGroup
          locale={locale}
          name="obstacleTags"
          label={t('evaluate.obstacles')}
          optional
          values={form.typedAll('obstacleTags', review.obstacle_tags)}
          options={obstacleTags.map((value) => ({ value, label: t(`evaluate.obstacle.${value}`) }))}
        />
        {phases.map((phase) => (
          <RadioGroup
            locale={locale}
            name={`lead.${phase}`}
            label={t(`evaluate.lead_question.${phase}`)}
            optional
            value={form.typed(`lead.${phase}`, review.lead[phase] ?? '')}
            options={leads.toReversed().map((value) => ({ value, label: t(`evaluate.lead_by.${value}`) }))}
          />
        ))}
        <RadioGroup
          locale={locale}
          name="mood"
          label={t('evaluate.mood')}
          optional
          value={form.typed('mood', review.mood ?? '')}
          options={moods.map((value) => ({ value, label: t(`evaluate.mood.${value}`) }))}
          readers={readersInWords(props, null)}
        />
      </div>
    </Fold>
  )
}
