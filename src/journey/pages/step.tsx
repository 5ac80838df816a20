import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { WayBack } from '../parts/head.tsx'
import type { PhaseProps } from '../parts/phase.ts'
import { StepFields, StepSentence } from '../parts/step-fields.tsx'
import { whatOf } from '../parts/step-reading.tsx'
import { formState } from '../parts/writing.tsx'
import { readersOfStep, type StepView } from '../queries/whole.ts'

/** One step of the plan with all its fields; it saves itself while one writes. */
export const StepPage = (given: PhaseProps & { step: StepView }) => {
  const props = { ...given, readers: readersOfStep(given.readers, given.step) }
  const { whole, step, me, assets, t } = props
  const state = formState(props, 'step')
  const here = `/journeys/${whole.journey.id}`
  const labels = {
    what: t('plan.what'),
    byWhen: t('plan.by_when'),
    kind: t('plan.kind'),
    minutesPlanned: t('plan.minutes'),
    confidence: t('plan.confidence'),
    expectation: t('plan.expectation'),
    ifPart: t('plan.if'),
    thenPart: t('plan.then'),
    obstacle: t('plan.obstacle'),
    obstaclePlan: t('plan.obstacle_plan'),
  }
  return (
    <Page title={whatOf(step, t)} locale={me.locale} assets={assets} me={me} place="journeys">
      <PageTitle title={t('plan.step_page')} overline={<WayBack whole={whole} t={t} />} />
      <lotse-draft data-key={`step:${step.id}`} data-autosave="">
        <Form id="step-form" action={`${here}/steps/${step.id}`}>
          <ErrorSummary locale={me.locale} problems={state.errors} labels={labels} />
          <StepSentence props={props} state={state} step={step} />
          <StepFields props={props} state={state} step={step} />
          <Actions>
            <Button kind="primary">{t('plan.step_save')}</Button>
            <a class="button button-quiet" href={`${here}#step-${step.id}`}>
              {t('plan.to_plan')}
            </a>
            <a class="button button-quiet" href={`${here}/steps/${step.id}/assignees`}>
              {t('assignees.title')}
            </a>
          </Actions>
        </Form>
      </lotse-draft>
    </Page>
  )
}
