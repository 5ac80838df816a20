import { newId } from '#platform/ids.ts'
import { Button, Form } from '#ui/form.tsx'
import { Words } from '#ui/words.tsx'
import { offersFor } from '../queries/offers.ts'
import type { PhaseProps } from './phase.ts'
import { StepLine, whatOf } from './step-reading.tsx'

/** What the last cycle left unfinished and found out: cards to take or to leave. Nothing comes along unasked. */
export const OffersOfLastCycle = (props: PhaseProps) => {
  const { steps, findings } = offersFor(props.whole)
  const { t } = props
  if (steps.length + findings.length === 0) return null
  return (
    <section id="offers" class="section" aria-labelledby="offers-title">
      <h3 id="offers-title">{t('plan.offers')}</h3>
      <p class="soft">{t('plan.offers_lead')}</p>
      {steps.map((step) => (
        <article class="proposal">
          <p class="card-says">{t('plan.offer_step')}</p>
          <Words>{whatOf(step, t)}</Words>
          <StepLine props={props} step={step} />
          <Answers {...props} offer={step.id} take="step" words={whatOf(step, t)} />
        </article>
      ))}
      {findings.map((finding) => (
        <article class="proposal">
          <p class="card-says">{t(finding.field === 'insight' ? 'plan.from_field.insight' : 'plan.from_field.toImprove')}</p>
          <Words>{finding.body}</Words>
          <Answers {...props} offer={finding.id} take="finding" words={finding.body} />
        </article>
      ))}
    </section>
  )
}

const Answers = ({ whole, t, offer, take, words }: PhaseProps & { offer: string; take: 'step' | 'finding'; words: string }) => (
  <Form class="actions" action={`/journeys/${whole.journey.id}/offers`} hidden={{ offer, id: newId() }}>
    <Button name="answer" value={take} label={t(take === 'step' ? 'plan.take_label' : 'plan.take_finding_label', { what: words })}>
      {t(take === 'step' ? 'plan.take' : 'plan.take_finding')}
    </Button>
    <Button kind="quiet" name="answer" value="leave" label={t('plan.leave_label', { what: words })}>
      {t('plan.leave')}
    </Button>
  </Form>
)
