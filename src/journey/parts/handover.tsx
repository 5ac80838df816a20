import type { AgreementRow, HandoverRow } from '#facilitation/queries/rows.ts'
import { trialAnswers, trialIsOver } from '#facilitation/rules/handover.ts'
import { closer } from '#facilitation/rules/support-level.ts'
import { newId } from '#platform/ids.ts'
import { Note, Proposal } from '#ui/cards.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { When } from '#ui/when.tsx'
import { openAgreements, reviewedOf, suggestionIn } from '../queries/support.ts'
import { obstacleTags } from '../rules/choices.ts'
import type { PhaseProps } from './phase.ts'
import { levelInWords } from './support.tsx'

type WithAgreement = PhaseProps & { agreement: AgreementRow }
type WithHandover = WithAgreement & { handover: HandoverRow }

/** What lies before the two of an agreement about their support: a suggestion, or the one question after a cycle on trial. Nothing waits for it. */
export const Handovers = (props: PhaseProps) => {
  const { whole, isLearner, t } = props
  if (whole.journey.status === 'closed') return null
  const cards = openAgreements(whole).map((agreement) => {
    const own = whole.handovers.filter(({ agreement_id }) => agreement_id === agreement.id)
    const suggested = own.find(({ state }) => state === 'suggested')
    const trial = own.find(({ state, decided_at }) => state === 'trial' && decided_at && isOver(props, decided_at))
    if (trial) return isLearner ? <TrialQuestion {...props} agreement={agreement} handover={trial} /> : null
    if (suggested) return <Suggested {...props} agreement={agreement} handover={suggested} />
    if (suggestionIn(whole, agreement, isLearner)?.change !== 'talk_first') return null
    return (
      <Note>
        <p id="talk-first">{t('support.talk_first')}</p>
      </Note>
    )
  })
  return <>{cards}</>
}

const isOver = ({ whole }: PhaseProps, decidedAt: string) =>
  trialIsOver(
    Date.parse(decidedAt),
    reviewedOf(whole).flatMap(({ closed_at }) => (closed_at ? [Date.parse(closed_at)] : [])),
  )

const Suggested = (props: WithHandover) => {
  const { whole, handover, agreement, isLearner, me, now, t } = props
  const here = `/journeys/${whole.journey.id}/handovers/${handover.id}`
  const [mine, theirs] = isLearner
    ? [handover.learner_agreed_at, handover.facilitator_agreed_at]
    : [handover.facilitator_agreed_at, handover.learner_agreed_at]
  const other = isLearner ? agreement.facilitator_name : whole.journey.learner_name
  const level = levelInWords(t, handover.to_level, handover.phase_overrides)
  const accept = theirs
    ? { label: t('support.agree'), hidden: { for: '' } }
    : { label: t('support.agree_trial'), hidden: { for: 'one_cycle' } }
  return (
    <Proposal
      locale={me.locale}
      id={`handover-${handover.id}`}
      says={saysWho(props)}
      when={<When at={new Date(handover.suggested_at)} reader={me} now={now} />}
      accept={mine ? undefined : { action: `${here}/agreement`, ...accept }}
      decline={{ action: `${here}/refusal`, label: t(mine ? 'support.take_back' : 'support.leave') }}
      outcome={mine ? t('support.waits_for', { name: other }) : undefined}
    >
      <p>
        {handover.from_level === handover.to_level
          ? t('support.stays', { to: level })
          : t('support.from_to', { from: t(`support.level.${handover.from_level}`), to: level })}
        {(mine || theirs) && handover.for_one_cycle && `, ${t('support.for_one_cycle')}`}
      </p>
      <p class="small">
        {t('support.contact')}: {t(`support.contact.${handover.to_level}`)}.
      </p>
      {handover.suggested_by === null && <Why {...props} />}
      {!mine && !theirs && (
        <Form action={`${here}/agreement`} hidden={{ for: 'for_good' }} class="inline-form">
          <Button kind="quiet">{t('support.agree_for_good')}</Button>
        </Form>
      )}
    </Proposal>
  )
}

function saysWho({ handover, agreement, whole, me, t }: WithHandover): string {
  if (handover.suggested_by === null) return t('support.says_signals')
  if (handover.suggested_by === me.personId) return t('support.says_me')
  const isFacilitator = handover.suggested_by === agreement.facilitator_id
  return t('support.says_person', { name: isFacilitator ? agreement.facilitator_name : whole.journey.learner_name })
}

/** What speaks for it, as long as the count is still the same. */
const Why = ({ whole, agreement, handover, isLearner, t }: WithHandover) => {
  const found = suggestionIn(whole, agreement, isLearner)
  if (!found || found.change === 'talk_first' || found.to !== handover.to_level) return null
  if (found.change === 'less') return <p class="small">{t('support.why_less', { yes: found.yes, known: found.known })}</p>
  const tag = obstacleTags.find((one) => one === found.obstacle)
  const obstacle = tag ? t(`evaluate.obstacle.${tag}`) : ''
  return <p class="small">{t(`support.why_${found.because}`, { obstacle })}</p>
}

/** Asked of the learner alone, once. */
const TrialQuestion = ({ whole, handover, t }: WithHandover) => (
  <article class="proposal" id={`trial-${handover.id}`}>
    <p class="card-says">{t('support.trial_over')}</p>
    <div class="card-words">
      <p>{t('support.trial_question')}</p>
      {closer(handover.to_level) && <p class="small">{t('support.trial_how')}</p>}
    </div>
    <Form action={`/journeys/${whole.journey.id}/handovers/${handover.id}/answer`} hidden={{ next: newId() }}>
      <Actions>
        {trialAnswers.map((answer) => (
          <Button name="answer" value={answer}>
            {t(`support.trial_${answer}`)}
          </Button>
        ))}
      </Actions>
    </Form>
  </article>
)
