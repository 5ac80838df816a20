import { newId } from '#platform/ids.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import { Fold } from '#ui/cards.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { sayProblems } from '#ui/problems.ts'
import { longDay } from '#ui/time.ts'
import { Words } from '#ui/words.tsx'
import { type Agreement, limits, takesAgreements } from '../session.ts'
import { addressOf, type SessionProps, topicsOf } from './props.ts'

/** What was agreed, each with the one tap that makes a step of it. */
export const Agreements = (props: SessionProps) => {
  const { session, now, t } = props
  if ((session.state === 'planned' || session.state === 'cancelled') && session.agreements.length === 0) return null
  return (
    <section id="agreed" class="stack">
      <LiveRegion id="session-agreed" topics={topicsOf(session)} at={now} src={addressOf(session)}>
        <h2>{t('agreed.title')}</h2>
        {session.agreements.length === 0 && <p class="soft">{t('agreed.none')}</p>}
        <ul class="list">
          {session.agreements.map((agreement) => (
            <One {...props} agreement={agreement} />
          ))}
        </ul>
      </LiveRegion>
      {session.state === 'held' ? (
        <Fold id="agree-afterwards" summary={t('agreed.afterwards')} open={props.refill?.typed.agreement !== undefined}>
          <NewAgreement {...props} />
        </Fold>
      ) : (
        takesAgreements(session) && <NewAgreement {...props} />
      )}
    </section>
  )
}

const One = (props: SessionProps & { agreement: Agreement }) => {
  const { session, agreement, me, t } = props
  const text = agreement.words?.body ?? t('agreed.former')
  const here = `${addressOf(session)}/agreements/${agreement.id}`
  const by =
    agreement.madeBy === me.personId
      ? t('agreed.by_you')
      : agreement.madeByName
        ? t('agreed.by', { name: agreement.madeByName })
        : t('agreed.former')
  const when = agreement.byWhen && t('agreed.until', { day: longDay(agreement.byWhen, me.locale) })
  return (
    <li id={`agreement-${agreement.id}`}>
      <Words>{text}</Words>
      <p class="small soft">{[by, when].filter(Boolean).join(' · ')}</p>
      <Form action={here} class="inline-form agenda-acts">
        <AsStep {...props} text={text} />
        <a class="button button-quiet" href={here} aria-label={t('agreed.edit_label', { text })}>
          {t('agreed.edit')}
        </a>
        <Button kind="quiet" name="act" value="remove" label={t('agreed.remove_label', { text })}>
          {t('agreed.remove')}
        </Button>
      </Form>
    </li>
  )
}

const AsStep = ({ session, agreement, me, t, text }: SessionProps & { agreement: Agreement; text: string }) => {
  const { journeyId, journey } = session
  if (!journeyId || !journey) return null
  if (agreement.stepId)
    return (
      <a class="button button-quiet" href={`/journeys/${journeyId}#step-${agreement.stepId}`}>
        {t('agreed.is_step')}
      </a>
    )
  const isLearner = journey.learnerId === me.personId
  if (!isLearner && agreement.proposalId) return <span class="small soft">{t('agreed.is_proposal')}</span>
  return (
    <Button name="act" value="step" label={t(isLearner ? 'agreed.take_label' : 'agreed.propose_label', { text })}>
      {t(isLearner ? 'agreed.take' : 'agreed.propose')}
    </Button>
  )
}

const NewAgreement = ({ session, me, t, refill }: SessionProps) => {
  const mine = refill?.form === 'agreement' ? refill : undefined
  const errors = sayProblems(mine?.problems ?? {}, me.locale)
  const typed = (name: string) => String(mine?.typed[name] ?? '')
  return (
    <lotse-draft data-key={`session-agreement:${session.id}`}>
      <Form id="new-agreement" action={`${addressOf(session)}/agreements`} hidden={{ id: typed('id') || newId() }}>
        <ErrorSummary locale={me.locale} problems={errors} />
        <TextField
          name="agreement"
          label={t('agreed.add')}
          hint={t('agreed.add_hint')}
          locale={me.locale}
          limit={limits.agreement}
          value={typed('agreement')}
          error={errors.agreement}
        />
        <DateField name="byWhen" label={t('agreed.when')} locale={me.locale} value={typed('byWhen')} error={errors.byWhen} optional />
        <Actions>
          <Button>{t('agreed.send')}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}
