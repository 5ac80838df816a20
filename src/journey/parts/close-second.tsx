import { dayIn } from '#platform/clock.ts'
import { Actions, Button, Form } from '#ui/form.tsx'
import { fullDay } from '#ui/time.ts'
import { openCheckOf } from '../queries/whole.ts'
import { secondCheckOn, secondCheckStands } from '../rules/second-check.ts'
import { TransferCheck } from './close-transfer.tsx'
import type { PhaseProps } from './phase.ts'

/** The second look, half a year on: offered once, turned on or left by one press, and never asked for again. */
export const SecondCheck = (props: PhaseProps) => {
  const { whole, me, today, t } = props
  const { id, closed_at: closedAt } = whole.journey
  const stands = secondCheckStands(whole.transferChecks)
  const check = openCheckOf(whole)
  const action = `/journeys/${id}/second-check`
  if (check)
    return (
      <TransferCheck {...props} check={check}>
        <Form action={action} class="inline-form" hidden={{ do: 'leave' }}>
          <Button kind="quiet">{t('close.transfer_decline')}</Button>
        </Form>
      </TransferCheck>
    )
  if (stands !== 'offered' || closedAt === null) return null
  const on = secondCheckOn(dayIn(me.timeZone, new Date(closedAt)), today)
  return (
    <section class="section" id="second-check" aria-labelledby="second-check-title">
      <h2 id="second-check-title">{t('close.second_offer_title')}</h2>
      <p>{t('close.second_offer', { date: fullDay(on, me.locale) })}</p>
      <Form action={action}>
        <Actions>
          <Button name="do" value="plan">
            {t('close.second_plan')}
          </Button>
          <Button kind="quiet" name="do" value="leave">
            {t('close.transfer_decline')}
          </Button>
        </Actions>
      </Form>
    </section>
  )
}

/** Doing without it can be taken back, quietly, below what the first check said. */
export const SecondCheckLeft = ({ whole, t }: PhaseProps) =>
  secondCheckStands(whole.transferChecks) === 'declined' ? (
    <div class="section">
      <p class="small">{t('close.second_declined')}</p>
      <Form action={`/journeys/${whole.journey.id}/second-check`} class="inline-form" hidden={{ do: 'plan' }}>
        <Button kind="quiet">{t('close.second_after_all')}</Button>
      </Form>
    </div>
  ) : null
