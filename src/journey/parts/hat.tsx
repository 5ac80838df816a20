import type { PropsWithChildren } from 'hono/jsx'
import type { AgreementRow, HatChangeRow } from '#facilitation/queries/rows.ts'
import { defaultHat, type Hat, longestPurpose, returnAt } from '#facilitation/rules/hats.ts'
import { hatInWords } from '#library/library.ts'
import { newId } from '#platform/ids.ts'
import { Fold, Note, Proposal } from '#ui/cards.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { Actions, Button, Form, LinkButton } from '#ui/form.tsx'
import { sayClock } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { hatChangeIn, hatNow, hatsOf } from '../queries/hats.ts'
import { openAgreements } from '../queries/support.ts'
import type { PhaseProps } from './phase.ts'
import { formState } from './writing.tsx'

/** The hat that is worn outside a meeting, or asked for: one tap takes it or leaves it, and it comes off by itself. */
export const Hats = (props: PhaseProps) => (
  <>
    {openAgreements(props.whole).map((agreement) => {
      const change = (state: 'asked' | 'worn' | 'over') => hatChangeIn(props.whole, agreement.id, state, props.now)
      const [asked, worn, over] = [change('asked'), change('worn'), change('over')]
      return (
        <>
          {worn && <Worn {...props} agreement={agreement} change={worn} />}
          {asked && <Asked {...props} agreement={agreement} change={asked} />}
          {over && !worn && !asked && agreement.facilitator_id === props.me.personId && (
            <Over {...props} agreement={agreement} change={over} />
          )}
        </>
      )
    })}
  </>
)

type ChangeProps = PhaseProps & { agreement: AgreementRow; change: HatChangeRow }

const Asked = ({ whole, agreement, change, isLearner, me, now, t }: ChangeProps) => {
  const action = `/journeys/${whole.journey.id}/hats/${change.id}`
  const name = agreement.facilitator_name
  return (
    <Proposal
      locale={me.locale}
      id={`hat-${change.id}`}
      says={isLearner ? t(`support.hat_asks.${change.hat}`, { name }) : t(`support.hat_asked.${change.hat}`)}
      when={<When at={new Date(change.asked_at)} reader={me} now={now} />}
      accept={isLearner ? { action, label: t('support.agree'), hidden: { answer: 'accept' } } : undefined}
      decline={{ action, label: t(isLearner ? 'support.hat_rather_not' : 'support.take_back'), hidden: { answer: 'decline' } }}
      outcome={isLearner ? undefined : t('support.hat_waits', { name: whole.journey.learner_name })}
    >
      <Words>{change.purpose}</Words>
      <p class="small">{t('support.hat_minutes', { minutes: change.minutes })}</p>
    </Proposal>
  )
}

const Worn = (props: ChangeProps) => {
  const { agreement, change, isLearner, me, t } = props
  const end = returnAt(new Date(change.accepted_at!), change.minutes)
  const until = { name: agreement.facilitator_name, time: sayClock(end, me) }
  return (
    <Note>
      <p>{isLearner ? t(`support.hat_worn.${change.hat}`, until) : t(`support.hat_mine.${change.hat}`, until)}</p>
      <Words>{change.purpose}</Words>
      <p class="small">
        {hatInWords(change.hat, me.locale).purpose} {t(`support.hat_ends.${change.hat}`)}
      </p>
      <lotse-due data-at={String(end.getTime())} hidden>
        <p>{t(`support.hat_over.${change.hat}`)}</p>
      </lotse-due>
      <Return {...props} says={t('support.hat_return')} />
    </Note>
  )
}

/** The time meant for a hat is over: whoever wore it is asked, and is back without an answer too. */
const Over = (props: ChangeProps) => {
  const { change, t } = props
  return (
    <Note>
      <p>{t(`support.hat_over.${change.hat}`)}</p>
      <Return {...props} says={t('support.hat_over_yes')}>
        <LinkButton kind="quiet" href="#ask-for-hat">
          {t('support.hat_over_again')}
        </LinkButton>
      </Return>
    </Note>
  )
}

const Return = ({ whole, change, says, children }: PropsWithChildren<ChangeProps & { says: string }>) => (
  <Form action={`/journeys/${whole.journey.id}/hats/${change.id}`} hidden={{ answer: 'return' }} class="inline-form">
    <Actions>
      <Button>{says}</Button>
      {children}
    </Actions>
  </Form>
)

/** Where somebody who accompanies names another hat and asks. */
export const AskForHat = (props: PhaseProps) => {
  const { whole, me, now, t } = props
  const agreement = openAgreements(whole).find(({ facilitator_id }) => facilitator_id === me.personId)
  const others = hatsOf(whole, me.personId).filter((hat) => hat !== defaultHat)
  if (
    whole.journey.status === 'closed' ||
    !agreement ||
    others.length === 0 ||
    hatChangeIn(whole, agreement.id, 'worn', now) ||
    hatChangeIn(whole, agreement.id, 'asked', now)
  )
    return null
  const form = `hat:${agreement.id}`
  const { typed, error } = formState(props, form)
  return (
    <Fold id="ask-for-hat" summary={t('support.hat_ask')} open={props.refill?.form === form}>
      <Form action={`/journeys/${whole.journey.id}/hats`} hidden={{ agreement: agreement.id, id: typed('id', '') || newId() }}>
        <p>{t('support.hat_ask_how', { name: whole.journey.learner_name })}</p>
        <RadioGroup
          locale={me.locale}
          id="hat-wanted"
          name="hat"
          label={t('support.hat_which')}
          value={typed('hat', others[0]!)}
          error={error('hat')}
          options={others.map((value) => ({
            value,
            label: t(`support.hat.${value}`),
            hint: `${hatInWords(value, me.locale).purpose} ${t(`support.hat_fits.${value}`)}`,
          }))}
        />
        <TextField
          locale={me.locale}
          id="hat-purpose"
          name="purpose"
          label={t('support.hat_purpose')}
          readers={t('support.hat_readers', { name: whole.journey.learner_name })}
          value={typed('purpose', '')}
          error={error('purpose')}
          limit={longestPurpose}
        />
        <Actions>
          <Button>{t('support.hat_send')}</Button>
        </Actions>
      </Form>
    </Fold>
  )
}

/** Under which hat something is written: chosen among those agreed, the one worn now at first. Nothing to choose where only one was agreed. */
export const HatChoice = ({ props, id, value, kept }: { props: PhaseProps; id: string; value: string; kept?: Hat }) => {
  const { whole, me, now, t } = props
  const allowed = hatsOf(whole, me.personId)
  if (allowed.length < 2) return null
  return (
    <Select
      locale={me.locale}
      id={id}
      name="hat"
      label={t('support.hat_of_this')}
      hint={allowed.includes('coaching') ? t('support.hat_coaching_readers', { name: whole.journey.learner_name }) : undefined}
      value={value || kept || hatNow(whole, me.personId, now)}
      width="half"
      options={allowed.map((hat) => ({ value: hat, label: t(`support.hat.${hat}`) }))}
    />
  )
}
