import type { Child } from 'hono/jsx'
import { Fold, Quote } from '#ui/cards.tsx'
import { CheckboxGroup, NumberScale, RadioGroup } from '#ui/choices.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { fullDay } from '#ui/time.ts'
import { bodyOf, type TransferCheckView } from '../queries/whole.ts'
import { dimensions, metNewChallenges, progressValues, supportsUsed, transferConditions } from '../rules/choices.ts'
import { transferCheckDays, transferFields } from '../rules/limits.ts'
import { ImpulseCard } from './close-resting.tsx'
import type { PhaseProps } from './phase.ts'
import { QuestionAtHand } from './question.tsx'
import { readersInWords } from './readers.tsx'
import { type FormState, formState, OwnText } from './writing.tsx'

/** The transfer check that waits for its answer: in its learner's own words, on its day or before. `children`: the way to do without it. */
export const TransferCheck = (props: PhaseProps & { check: TransferCheckView; children?: Child }) => {
  const { check, today, me, refill, asked, t } = props
  const isSecond = check.follows_id !== null
  const isDue = check.due_on <= today
  return (
    <section class="section" id="transfer" aria-labelledby="transfer-title">
      <h2 id="transfer-title">{t(isSecond ? 'close.second_title' : 'close.transfer_title')}</h2>
      {check.postponed > 0 && (
        <>
          <p>{t('close.transfer_postponed')}</p>
          <ImpulseCard {...props} impulse="imp-drive-05" />
        </>
      )}
      {isDue ? (
        <Answering {...props} />
      ) : (
        <>
          <p>{t('close.transfer_due_on', { date: fullDay(check.due_on, me.locale) })}</p>
          <Fold id="transfer-early" summary={t('close.transfer_now')} open={refill?.form === 'transfer' || asked > 0}>
            <Answering {...props} />
          </Fold>
        </>
      )}
      {props.children}
    </section>
  )
}

/** The form, with what one had wanted to be able to do before it. */
const Answering = (props: PhaseProps & { check: TransferCheckView }) => {
  const learningQuestion = bodyOf(props.whole.challenge.texts, 'learningQuestion')
  return (
    <div class="stack">
      {learningQuestion && <Quote by={props.t('close.transfer_own_words')}>{learningQuestion}</Quote>}
      <aside class="question">
        <QuestionAtHand props={props} phase="transfer" />
      </aside>
      <TransferForm {...props} />
    </div>
  )
}

const TransferForm = (props: PhaseProps & { check: TransferCheckView }) => {
  const { check, whole, me, t } = props
  const form = formState(props, 'transfer')
  const { locale } = me
  const here = `/journeys/${whole.journey.id}`
  const isLast = check.postponed >= transferCheckDays.laterAtMost
  return (
    <lotse-draft data-key={`transfer:${check.id}`} data-autosave="">
      <Form id="transfer-form" action={`${here}/transfer`}>
        <ErrorSummary locale={locale} problems={form.errors} labels={labelsOf(props)} />
        <RadioGroup
          locale={locale}
          name="metNewChallenge"
          label={t('close.transfer_question')}
          value={form.typed('metNewChallenge', '')}
          options={metNewChallenges.map((value) => ({
            value,
            label: t(`close.transfer_met.${value}`),
            ...(value === 'not_yet' && { hint: isLast ? t('close.transfer_not_yet_last') : t('close.transfer_not_yet_hint') }),
          }))}
          error={form.error('metNewChallenge')}
        />
        <OwnText
          props={props}
          state={form}
          texts={check.texts}
          field="description"
          label={t('close.transfer_description')}
          limit={transferFields.description.max}
          audience={null}
          optional
        />
        <div class="when when-met">
          <WhatItTook props={props} form={form} />
        </div>
        <WhatNow props={props} form={form} />
        <Conditions props={props} check={check} form={form} />
        <Actions>
          <Button kind="primary">{t('close.transfer_answer')}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}

const WhatItTook = ({ props, form }: { props: PhaseProps; form: FormState }) => {
  const { me, whole, t } = props
  const { locale } = me
  const readers = readersInWords(props, whole.journey.id)
  return (
    <>
      <RadioGroup
        locale={locale}
        name="progress"
        label={t('close.transfer_progress')}
        value={form.typed('progress', '')}
        options={progressValues.map((value) => ({ value: String(value), label: t(`evaluate.progress.${value}`) }))}
        error={form.error('progress')}
        readers={readers}
      />
      <RadioGroup
        locale={locale}
        name="supportUsed"
        label={t('close.transfer_support')}
        value={form.typed('supportUsed', '')}
        options={supportsUsed.map((value) => ({ value, label: t(`close.support.${value}`) }))}
        error={form.error('supportUsed')}
      />
    </>
  )
}

/** What is asked whether or not something new was met. */
const WhatNow = ({ props, form }: { props: PhaseProps; form: FormState }) => {
  const { me, t } = props
  const { locale } = me
  return (
    <>
      <CheckboxGroup
        locale={locale}
        name="reused"
        label={t('close.transfer_reused')}
        optional
        values={form.typedAll('reused', [])}
        options={dimensions.map((value) => ({ value, label: t(`close.dimension.${value}`) }))}
      />
      <NumberScale
        locale={locale}
        name="confidence"
        label={t('close.transfer_confidence')}
        optional
        value={form.typed('confidence', '')}
        low={t('evaluate.confidence_low')}
        high={t('evaluate.confidence_high')}
        error={form.error('confidence')}
      />
      <RadioGroup
        locale={locale}
        name="wantsNewJourney"
        label={t('close.transfer_wants_new')}
        optional
        value={form.typed('wantsNewJourney', '')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`close.read.${value}`) }))}
      />
    </>
  )
}

/** Conditions at work that helped or hindered: the learner's own, never shown to anybody else. */
const Conditions = ({ props, check, form }: { props: PhaseProps; check: TransferCheckView; form: FormState }) => {
  const { me, t } = props
  const options = transferConditions.map((value) => ({ value, label: t(`close.condition.${value}`) }))
  const common = { locale: me.locale, optional: true, options, readers: readersInWords(props, null) }
  return (
    <Fold id="transfer-more" summary={t('close.transfer_more')}>
      <CheckboxGroup {...common} name="helped" label={t('close.transfer_helped')} values={form.typedAll('helped', check.helped ?? [])} />
      <CheckboxGroup
        {...common}
        name="hindered"
        label={t('close.transfer_hindered')}
        values={form.typedAll('hindered', check.hindered ?? [])}
      />
    </Fold>
  )
}

const labelsOf = ({ t }: PhaseProps): Record<string, string> => ({
  metNewChallenge: t('close.transfer_question'),
  description: t('close.transfer_description'),
  progress: t('close.transfer_progress'),
  supportUsed: t('close.transfer_support'),
})
