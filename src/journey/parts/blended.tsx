import { Fold, Note } from '#ui/cards.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { Button } from '#ui/form.tsx'
import { type BlendedHint, blendedHints, type Gap, gaps, kindsFor } from '../rules/blended.ts'
import { toWayOut } from './ending.tsx'
import type { CycleProps, PhaseProps } from './phase.ts'
import { whatOf } from './step-reading.tsx'
import type { FormState } from './writing.tsx'

/** What the mix of the plan brings to mind, as quiet lines. Nothing of it holds up trying. */
export const PlanHints = ({ cycle, whole, t }: CycleProps) => {
  const steps = cycle.steps.map((step) => ({
    id: step.id,
    kind: step.kind,
    byWhen: step.by_when,
    minutesPlanned: step.minutes_planned,
    status: step.status,
    preparesId: step.prepares_id,
  }))
  const hints = blendedHints(steps, { isFirstCycle: cycle.number === 1, confidenceStart: whole.challenge.confidence_start })
  if (hints.length === 0) return null
  const nameOf = (id: string) => {
    const step = cycle.steps.find((candidate) => candidate.id === id)
    return step ? whatOf(step, t) : ''
  }
  const say = (hint: BlendedHint) => t(`plan.hint.${hint.hint}`, 'stepId' in hint ? { ...hint, what: nameOf(hint.stepId) } : { ...hint })
  return (
    <Note title={t('plan.hints')}>
      <ul id="plan-hints">
        {hints.map((hint) => (
          <li>{say(hint)}</li>
        ))}
      </ul>
    </Note>
  )
}

/** Asks what is missing, and answers with the kinds of step that fit; stands inside the form of a new step and sends it along. */
export const WhatIsMissing = ({ props, state }: { props: PhaseProps; state: FormState }) => {
  const { me, t } = props
  const gap = gaps.find((one) => one === state.typed('missing', ''))
  return (
    <Fold id="step-new-missing" summary={t('plan.missing_gap')} open={gap !== undefined}>
      <div class="stack">
        <RadioGroup
          locale={me.locale}
          id="step-new-gap"
          name="missing"
          label={t('plan.missing_gap_question')}
          value={gap}
          options={gaps.map((value) => ({ value, label: t(`plan.gap.${value}`) }))}
        />
        <Button kind="quiet" name="advise" value="kind">
          {t('plan.gap_advise')}
        </Button>
        {gap && <GapAdvice {...props} gap={gap} />}
      </div>
    </Fold>
  )
}

const GapAdvice = ({ whole, t, gap }: PhaseProps & { gap: Gap }) => (
  <Note>
    <p id="gap-advice" role="status">
      {t(`plan.gap_first.${gap}`)}
    </p>
    {kindsFor[gap].length > 0 ? (
      <p class="small">{t('plan.gap_then')}</p>
    ) : (
      <p>
        <a href={toWayOut(whole.journey.id, 'pass_on')}>{t('plan.gap_pass_on')}</a>
      </p>
    )}
  </Note>
)
