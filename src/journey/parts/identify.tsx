import type { PropsWithChildren } from 'hono/jsx'
import { Fold, Note } from '#ui/cards.tsx'
import { CheckboxGroup, NumberScale, RadioGroup } from '#ui/choices.tsx'
import { TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Words } from '#ui/words.tsx'
import { bodyOf } from '../queries/whole.ts'
import { challengeKinds, learnables, riskFlags } from '../rules/choices.ts'
import { challengeFields as f } from '../rules/limits.ts'
import { ChallengeReading } from './challenge-reading.tsx'
import { toWayOut } from './ending.tsx'
import type { PhaseProps } from './phase.ts'
import { QuestionAtHand } from './question.tsx'
import { readersInWords } from './readers.tsx'
import { RulesFirst } from './rules-first.tsx'
import { SignFields } from './sign-fields.tsx'
import { TagFields } from './tag-fields.tsx'
import { type FormState, formState, OwnText } from './writing.tsx'

/** Where a challenge is described: as a conversation, saved at any time, complete only where it is to go on. */
export const IdentifyPhase = (props: PhaseProps) => {
  const { whole, isLearner, t } = props
  if (!isLearner) return <ChallengeReading {...props} open />
  const again = whole.challenge.version > 1
  return (
    <section id="challenge" class="section stack" aria-labelledby="challenge-title">
      <h2 id="challenge-title">{again ? t('identify.title_again') : t('identify.title')}</h2>
      <p class="lead">{again ? t('identify.lead_again') : t('identify.lead')}</p>
      {again && <ReasonForAnew {...props} />}
      <ChallengeForm {...props} />
    </section>
  )
}

const ReasonForAnew = ({ whole, t }: PhaseProps) => {
  const reason = bodyOf(whole.challenge.texts, 'reframeReason')
  return reason ? (
    <p>
      {t('identify.because')} <Words inline>{reason}</Words>
    </p>
  ) : null
}

const ChallengeForm = (props: PhaseProps) => {
  const { whole, me, t } = props
  const id = whole.journey.id
  const form = formState(props, 'challenge')
  const labels = Object.fromEntries(Object.keys(form.errors).map((name) => [name, labelOf(name, t).replace(/\?$/, '')]))
  return (
    <lotse-draft data-key={`challenge:${whole.challenge.id}`} data-autosave="">
      <Form id="challenge-form" class="form challenge-form" action={`/journeys/${id}/challenge`}>
        <ErrorSummary locale={me.locale} problems={form.errors} labels={labels} />
        <button type="submit" hidden>
          {t('identify.save')}
        </button>
        <Core {...props} form={form} />
        <Fold id="challenge-more" summary={t('identify.more')} aside={t('identify.more_hint')} open={moreHasErrors(form)}>
          <More {...props} form={form} />
        </Fold>
        <Actions>
          <Button kind="primary" name="goOn" value="yes">
            {whole.journey.status === 'draft' ? t('identify.start') : t('identify.confirm')}
          </Button>
          <Button>{t('identify.save')}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}

type Filling = PhaseProps & { form: FormState }

const Core = (filling: Filling) => {
  const { whole, form, me, t } = filling
  const { challenge, journey } = whole
  const common = { props: filling, state: form, texts: challenge.texts, audience: journey.id } as const
  const locale = me.locale
  return (
    <>
      <OwnText
        {...common}
        field="situation"
        label={t('identify.situation')}
        hint={t('identify.situation_hint')}
        limit={f.situation.max}
        rows={5}
        readers="choice"
        question={<QuestionAtHand props={filling} phase="identify" inForm />}
      />
      <OwnText
        {...common}
        field="title"
        label={t('identify.title_field')}
        hint={t('identify.title_field_hint')}
        limit={f.title.max}
        rows={1}
      />
      <RadioGroup
        name="kind"
        locale={locale}
        label={t('identify.kind')}
        error={form.error('kind')}
        value={form.typed('kind', challenge.kind ?? '')}
        options={challengeKinds.map((value) => ({ value, label: t(`identify.kind.${value}`), hint: t(`identify.kind.${value}_hint`) }))}
      />
      <OwnText
        {...common}
        field="learningQuestion"
        label={t('identify.learningQuestion')}
        hint={t('identify.learningQuestion_hint')}
        limit={f.learningQuestion.max}
        rows={2}
        readers="choice"
      />
      <SignFields props={filling} state={form} />
      <RadioGroup
        name="learnable"
        locale={locale}
        label={t('identify.learnable')}
        error={form.error('learnable')}
        value={form.typed('learnable', challenge.learnable ?? '')}
        options={learnables.map((value) => ({
          value,
          label: t(`identify.learnable.${value}`),
          hint: t(`identify.learnable.${value}_hint`),
        }))}
      />
      <When condition="not-learnable">
        <Note title={t('identify.pass_on_title')}>
          <p>{t('identify.pass_on')}</p>
          {journey.status === 'active' && (
            <p>
              <a href={toWayOut(journey.id, 'pass_on')}>{t('identify.pass_on_link')}</a>
            </p>
          )}
        </Note>
      </When>
      <input type="hidden" name="riskFlags" value="" />
      <CheckboxGroup
        name="riskFlags"
        locale={locale}
        label={t('identify.riskFlags')}
        error={form.error('riskFlags')}
        values={form.typedAll('riskFlags', challenge.risk_flags)}
        options={riskFlags.map((value) => ({ value, label: t(`identify.risk.${value}`) }))}
      />
      <When condition="risky">
        <RulesFirst t={t} />
      </When>
    </>
  )
}

const More = (filling: Filling) => {
  const { whole, form, me, t } = filling
  const { challenge, journey } = whole
  const common = { props: filling, state: form, texts: challenge.texts, readers: 'choice' } as const
  const scale = { locale: me.locale, optional: true }
  const kept = (value: number | null) => (value === null ? '' : String(value))
  return (
    <>
      <OwnText {...common} field="triedSoFar" label={t('identify.triedSoFar')} limit={f.triedSoFar.max} audience={journey.id} />
      <OwnText {...common} field="whyItMatters" label={t('identify.whyItMatters')} limit={f.whyItMatters.max} audience={null} />
      <NumberScale
        {...scale}
        name="importance"
        label={t('identify.importance')}
        low={t('identify.importance_low')}
        high={t('identify.importance_high')}
        value={form.typed('importance', kept(challenge.importance)) || undefined}
        error={form.error('importance')}
        readers={readersInWords(filling, null)}
      />
      <NumberScale
        {...scale}
        name="confidenceStart"
        label={t('identify.confidenceStart')}
        low={t('identify.confidence_low')}
        high={t('identify.confidence_high')}
        value={form.typed('confidenceStart', kept(challenge.confidence_start)) || undefined}
        error={form.error('confidenceStart')}
        readers={readersInWords(filling, journey.id)}
      />
      <TextField
        name="expectedWeeks"
        locale={me.locale}
        label={t('identify.expectedWeeks')}
        hint={t('identify.expectedWeeks_hint')}
        inputmode="numeric"
        width="short"
        value={form.typed('expectedWeeks', kept(challenge.expected_weeks))}
        error={form.error('expectedWeeks')}
      />
      <OwnText
        {...common}
        field="peopleInvolved"
        label={t('identify.peopleInvolved')}
        hint={t('identify.peopleInvolved_hint')}
        limit={f.peopleInvolved.max}
        rows={1}
        audience={journey.id}
      />
      <TagFields props={filling} state={form} />
    </>
  )
}

/** Shown by the style sheet as soon as the answer that calls for it is chosen. */
const When = ({ condition, children }: PropsWithChildren<{ condition: 'not-learnable' | 'risky' }>) => (
  <div class={`when when-${condition}`}>{children}</div>
)

const inMore = /^(triedSoFar|whyItMatters|importance|confidenceStart|expectedWeeks|peopleInvolved|tags)/
const moreHasErrors = (form: FormState) => Object.keys(form.errors).some((name) => inMore.test(name))

function labelOf(name: string, t: PhaseProps['t']): string {
  if (name.startsWith('sign.')) return t('identify.successSigns')
  if (name.startsWith('tags.')) return t('identify.tags')
  if (name === 'title') return t('identify.title_field')
  const field = (Object.keys(f) as (keyof typeof f)[]).find((key) => key === name)
  return field && field !== 'title' ? t(`identify.${field}`) : name
}
