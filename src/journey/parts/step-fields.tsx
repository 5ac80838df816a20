import { NumberScale } from '#ui/choices.tsx'
import { DateField, Select, TextField } from '#ui/fields.tsx'
import { findingsFor } from '../queries/offers.ts'
import { openCycleOf, type StepView } from '../queries/whole.ts'
import { stepKinds } from '../rules/choices.ts'
import { stepFields as f } from '../rules/limits.ts'
import { NeedFields } from './need-fields.tsx'
import type { PhaseProps } from './phase.ts'
import { readersInWords } from './readers.tsx'
import { whatOf } from './step-reading.tsx'
import { type FormState, OwnText } from './writing.tsx'

type StepFieldsProps = { props: PhaseProps; state: FormState; step?: StepView | undefined }

const nothing = { own: [], others: [] }
const kept = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value))
/** At work first: that is where learning shows. */
const kindsAsOffered = [...stepKinds].sort((a, b) => rank(a) - rank(b))
function rank(kind: (typeof stepKinds)[number]): number {
  return ['on_the_job_trial', 'shadowing', 'peer_consultation', 'self_study', 'coaching', 'training', 'group_session', 'other'].indexOf(
    kind,
  )
}

/** The one sentence that a step begins with. */
export const StepSentence = ({ props, state, step }: StepFieldsProps) => (
  <OwnText
    props={props}
    state={state}
    texts={step?.texts ?? nothing}
    field="what"
    label={props.t('plan.what')}
    hint={props.t('plan.what_hint')}
    limit={f.what.max}
    rows={2}
    required
    audience={props.whole.journey.id}
  />
)

/** Everything else about a step. Nothing of it has to be written at once. */
export const StepFields = ({ props, state, step }: StepFieldsProps) => {
  const { whole, me, t } = props
  const locale = me.locale
  const common = { props, state, texts: step?.texts ?? nothing, audience: whole.journey.id } as const
  const kind = state.typed('kind', step?.kind ?? '')
  return (
    <>
      <DateField
        name="byWhen"
        locale={locale}
        label={t('plan.by_when')}
        value={state.typed('byWhen', step?.by_when ?? '')}
        error={state.error('byWhen')}
      />
      <Select
        name="kind"
        locale={locale}
        label={t('plan.kind')}
        value={kind || undefined}
        error={state.error('kind')}
        width="half"
        options={kindsAsOffered.map((value) => ({ value, label: t(`plan.step_kind.${value}`) }))}
      />
      <Prepares props={props} state={state} step={step} />
      <NeedFields props={props} state={state} needs={step?.needs ?? []} />
      <fieldset class="if-then">
        <legend>{t('plan.if_then')}</legend>
        <p class="field-hint">{t('plan.if_then_hint')}</p>
        <OwnText {...common} field="ifPart" label={t('plan.if')} limit={f.ifPart.max} rows={1} readers="none" />
        <OwnText {...common} field="thenPart" label={t('plan.then')} limit={f.thenPart.max} rows={1} />
      </fieldset>
      <OwnText
        {...common}
        field="expectation"
        label={t('plan.expectation')}
        hint={t('plan.expectation_hint')}
        limit={f.expectation.max}
        rows={2}
        optional
      />
      <OwnText {...common} field="obstacle" label={t('plan.obstacle')} limit={f.obstacle.max} rows={2} optional audience={null} />
      <OwnText
        {...common}
        field="obstaclePlan"
        label={t('plan.obstacle_plan')}
        limit={f.obstaclePlan.max}
        rows={2}
        optional
        audience={null}
      />
      <TextField
        name="minutesPlanned"
        locale={locale}
        label={t('plan.minutes')}
        inputmode="numeric"
        width="short"
        optional
        value={state.typed('minutesPlanned', kept(step?.minutes_planned))}
        error={state.error('minutesPlanned')}
      />
      <NumberScale
        name="confidence"
        locale={locale}
        label={t('plan.confidence')}
        low={t('plan.confidence_low')}
        high={t('plan.confidence_high')}
        optional
        value={state.typed('confidence', kept(step?.confidence)) || undefined}
        error={state.error('confidence')}
        readers={readersInWords(props, whole.journey.id)}
      />
      <FromFinding props={props} state={state} step={step} />
    </>
  )
}

/** Which trial at work this step is an input for; asked where the plan has one. */
const Prepares = ({ props, state, step }: StepFieldsProps) => {
  const { whole, me, t } = props
  const trials = openCycleOf(whole)?.steps.filter(
    (one) => one.kind === 'on_the_job_trial' && one.status !== 'changed' && one.id !== step?.id,
  )
  if (!trials?.length || step?.kind === 'on_the_job_trial') return null
  return (
    <Select
      name="preparesId"
      locale={me.locale}
      label={t('plan.prepares')}
      value={state.typed('preparesId', step?.prepares_id ?? '')}
      error={state.error('preparesId')}
      options={[{ value: '', label: t('plan.prepares_none') }, ...trials.map((trial) => ({ value: trial.id, label: whatOf(trial, t) }))]}
    />
  )
}

const FromFinding = ({ props, state, step }: StepFieldsProps) => {
  const { whole, me, t } = props
  const findings = findingsFor(whole)
  if (findings.length === 0) return null
  const options = findings.map((finding) => ({
    value: finding.id,
    label: `${t(finding.field === 'insight' ? 'plan.from_field.insight' : 'plan.from_field.toImprove')}: ${finding.body}`,
  }))
  return (
    <Select
      name="fromPassageId"
      locale={me.locale}
      label={t('plan.from')}
      value={state.typed('fromPassageId', step?.from_passage_id ?? '')}
      error={state.error('fromPassageId')}
      options={[{ value: '', label: t('plan.from_none') }, ...options]}
    />
  )
}
