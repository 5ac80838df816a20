import { Button, Form } from '#ui/form.tsx'
import type { JourneyWords } from '../messages/index.ts'
import { bodyOf, type NeedView, type StepView } from '../queries/whole.ts'
import { needStates } from '../rules/choices.ts'
import type { PhaseProps } from './phase.ts'
import { AskForIt, NeedLine } from './step-reading.tsx'

/** What a step needs, each with where it stands: a tap opens the choice, a second one takes it. */
export const NeedStates = ({ props, step }: { props: PhaseProps; step: StepView }) => {
  const { whole, t } = props
  return (
    <ul class="need-states">
      {step.needs.map((need) => (
        <li>
          <NeedLine props={props} need={need} quiet />
          <details class="status-choice" id={`need-${need.id}`}>
            <summary aria-label={t('attempt.need_change', { state: t(`plan.need_state.${need.state}`), need: bodyOf(need.texts, 'text') })}>
              {t(`plan.need_state.${need.state}`)}
            </summary>
            <ChangeNeedState action={`/journeys/${whole.journey.id}/needs/${need.id}`} need={need} t={t} />
          </details>
          <AskForIt props={props} need={need} />
        </li>
      ))}
    </ul>
  )
}

/** Where something needed stands, said in one tap by its learner. */
export const ChangeNeedState = ({ action, need, t }: { action: string; need: Pick<NeedView, 'state'>; t: JourneyWords }) => (
  <Form class="actions" action={action}>
    {needStates
      .filter((state) => state !== need.state)
      .map((state) => (
        <Button name="state" value={state}>
          {t(`needs.set.${state}`)}
        </Button>
      ))}
  </Form>
)
