import { Fold } from '#ui/cards.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { GroupField } from '#ui/field.tsx'
import { DateField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { leadInput, optionPlaces } from '../forms/plan.ts'
import { bodyOf, versionOf } from '../queries/whole.ts'
import { leads } from '../rules/choices.ts'
import { cycleFields as f } from '../rules/limits.ts'
import { sizeOfPlan, stepsInPlan } from '../rules/step.ts'
import type { CycleProps } from './phase.ts'
import { QuestionAtHand } from './question.tsx'
import { readersInWords } from './readers.tsx'
import { lacksOf, whatOf } from './step-reading.tsx'
import { type FormState, formState, OwnText, Theirs } from './writing.tsx'

type Filling = CycleProps & { form: FormState }

/** What the cycle is about, which ways there are, and when to look back. The button that begins trying sends it along. */
export const PlanForm = (props: CycleProps) => {
  const { whole, cycle, me, t } = props
  const state = formState(props, 'plan')
  const labels = { focus: t('plan.focus'), plannedReviewOn: t('plan.review_on') }
  const begins = props.refill?.form === 'plan' && props.refill.typed.begin === 'trying'
  const problems = begins ? { ...state.errors, ...stepProblems(props) } : state.errors
  return (
    <lotse-draft data-key={`plan:${cycle.id}`} data-autosave="">
      <Form id="plan-form" action={`/journeys/${whole.journey.id}/plan`}>
        <ErrorSummary locale={me.locale} problems={problems} labels={labels} title={begins ? t('plan.not_yet') : undefined} />
        <button type="submit" hidden>
          {t('plan.save')}
        </button>
        <OwnText
          props={props}
          state={state}
          texts={cycle.texts}
          field="focus"
          label={t('plan.focus')}
          hint={t('plan.focus_hint')}
          limit={f.focus.max}
          rows={2}
          audience={whole.journey.id}
          question={<QuestionAtHand props={props} phase="plan" inForm />}
        />
        <Options {...props} form={state} />
        <ReviewDay {...props} form={state} />
        <LeadIntent {...props} form={state} />
        <Actions>
          <Button>{t('plan.save')}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}

/** What the steps still lack for trying, by the id of where it is mended. */
function stepProblems({ cycle, t }: CycleProps): Record<string, string> {
  const size = sizeOfPlan(cycle.steps)
  if (size === 'empty') return { steps: t('plan.needs_step') }
  if (size === 'too_many') return { steps: t('shared.refusal.too_many_steps') }
  const open = stepsInPlan(cycle.steps).flatMap((step) => {
    const lacks = lacksOf(step, t)
    return lacks ? [[`step-${step.id}`, `${whatOf(step, t)}. ${lacks}`] as const] : []
  })
  return Object.fromEntries(open)
}

const Options = (props: Filling) => {
  const { form: state, whole, cycle, me, t } = props
  const value = (name: string, position: number) => state.typed(name, bodyOf(cycle.texts, 'options', position))
  const filled = optionPlaces.filter(({ name }, position) => value(name, position) !== '').length
  const last = optionPlaces.findLastIndex(({ name }, position) => value(name, position) !== '')
  return (
    <Fold id="plan-options" summary={t('plan.options_read')} aside={t('plan.options_aside', { count: filled })} open={filled > 0}>
      <GroupField
        field={{
          name: 'options',
          locale: me.locale,
          label: t('plan.options'),
          hint: t('plan.options_hint'),
          readers: readersInWords(props, whole.journey.id),
        }}
      >
        <ol class="list-field">
          {optionPlaces.slice(0, Math.max(last + 2, 3)).map(({ name }, position) => (
            <li>
              <input
                type="hidden"
                name={`version.${name}`}
                value={String(state.version(name, versionOf(cycle.texts, 'options', position)))}
              />
              <input
                class="control control-words"
                type="text"
                dir="auto"
                id={name}
                name={name}
                value={value(name, position)}
                aria-label={t('plan.option', { number: position + 1 })}
                aria-invalid={state.error(name) ? 'true' : undefined}
                aria-describedby={state.error(name) ? `${name}-error` : undefined}
                data-limit={f.options.max}
              />
              {state.error(name) && (
                <p class="field-error" id={`${name}-error`}>
                  {state.error(name)}
                </p>
              )}
              <Theirs props={props} state={state} name={name} />
            </li>
          ))}
        </ol>
      </GroupField>
    </Fold>
  )
}

const ReviewDay = ({ form: state, cycle, me, today, t }: Filling) => (
  <div>
    <DateField
      name="plannedReviewOn"
      locale={me.locale}
      label={t('plan.review_on')}
      hint={t('plan.review_on_hint')}
      min={today}
      value={state.typed('plannedReviewOn', cycle.planned_review_on ?? '')}
      error={state.error('plannedReviewOn')}
    />
    {!cycle.planned_review_on && (
      <Actions>
        {[1, 2, 3].map((weeks) => (
          <Button kind="quiet" name="reviewIn" value={String(weeks * 7)}>
            {t('plan.review_in', { weeks })}
          </Button>
        ))}
      </Actions>
    )}
  </div>
)

const LeadIntent = ({ form: state, cycle, whole, me, t }: Filling) => {
  const versions = whole.cycles.map((one) => one.challenge_id)
  const isReframed = versions.at(-2) !== cycle.challenge_id
  const phases = isReframed ? (['identify', 'plan', 'try', 'evaluate'] as const) : (['plan', 'try', 'evaluate'] as const)
  return (
    <Fold id="plan-lead" summary={t('plan.lead_intent')} open={Object.keys(cycle.lead_intent).length > 0}>
      <p class="soft">{t('plan.lead_intent_hint')}</p>
      <div class="short-choices stack">
        {phases.map((phase) => (
          <RadioGroup
            name={leadInput(phase)}
            locale={me.locale}
            label={t(`shared.phase.${phase}`)}
            value={state.typed(leadInput(phase), cycle.lead_intent[phase] ?? '')}
            options={[
              ...leads.toReversed().map((value) => ({ value, label: t(`plan.lead.${value}`) })),
              { value: '', label: t('plan.lead.none') },
            ]}
          />
        ))}
      </div>
    </Fold>
  )
}
