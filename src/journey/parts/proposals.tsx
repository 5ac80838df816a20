import { Fold, Proposal } from '#ui/cards.tsx'
import { Button, Form } from '#ui/form.tsx'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import type { ProposalView } from '../queries/whole.ts'
import type { PhaseProps } from './phase.ts'

const textOf = (proposal: ProposalView) => proposal.texts.others.find((text) => text.field === 'proposal')?.body ?? ''

/** What lies before the learner: each suggestion as a card with who made it. Nothing here has to be decided for the journey to go on. */
export const WaitingProposals = (props: PhaseProps) => {
  const waiting = props.whole.proposals.filter((proposal) => proposal.state === 'waiting')
  if (waiting.length === 0) return null
  return (
    <section class="stack" aria-labelledby="proposals-title">
      <h2 id="proposals-title">{props.t('accompany.proposals')}</h2>
      {waiting.map((proposal) => (
        <ProposalCard {...props} proposal={proposal} />
      ))}
    </section>
  )
}

/** Suggestions that were decided on, and the questions the learner kept. */
export const DecidedProposals = (props: PhaseProps) => {
  const { whole, t } = props
  const decided = whole.proposals.filter((proposal) => proposal.state !== 'waiting')
  const kept = decided.filter((proposal) => proposal.kind === 'question' && proposal.state === 'accepted')
  if (decided.length === 0) return null
  return (
    <>
      {kept.length > 0 && (
        <Fold id="kept-questions" summary={t('accompany.kept_questions')}>
          {kept.map((proposal) => (
            <ProposalCard {...props} proposal={proposal} />
          ))}
        </Fold>
      )}
      {decided.length > kept.length && (
        <Fold id="older-proposals" summary={t('accompany.older')}>
          {decided
            .filter((proposal) => !kept.includes(proposal))
            .map((proposal) => (
              <ProposalCard {...props} proposal={proposal} />
            ))}
        </Fold>
      )}
    </>
  )
}

const ProposalCard = ({ whole, me, now, isLearner, t, proposal }: PhaseProps & { proposal: ProposalView }) => {
  const mine = proposal.author_id === me.personId
  const waiting = proposal.state === 'waiting'
  const action = `/journeys/${whole.journey.id}/proposals/${proposal.id}/decision`
  const move = proposal.next_move ? t(`evaluate.next_move.${proposal.next_move}`) : ''
  const details = [
    proposal.step_kind && t(`plan.step_kind.${proposal.step_kind}`),
    proposal.by_when && <When day={proposal.by_when} reader={me} now={now} />,
  ].filter(Boolean)
  const decides = isLearner && waiting
  return (
    <Proposal
      locale={me.locale}
      id={`proposal-${proposal.id}`}
      says={
        <>
          {mine
            ? t(`accompany.mine_${proposal.kind}`, { move })
            : t(`accompany.says_${proposal.kind}`, { name: proposal.authorName, move })}
          {' · '}
          {t(`support.with_hat.${proposal.hat}`)}
        </>
      }
      when={<When at={new Date(proposal.made_at)} reader={me} now={now} />}
      accept={decides ? { action, label: t(`accompany.accept_${proposal.kind}`), hidden: { decision: 'accepted' } } : undefined}
      decline={decides ? { action, label: t('accompany.decline'), hidden: { decision: 'declined' } } : undefined}
      outcome={decides ? undefined : t(`accompany.outcome_${proposal.state}`)}
    >
      <Words>{textOf(proposal)}</Words>
      {details.length > 0 && <p class="small">{details.map((detail, index) => (index ? <> · {detail}</> : detail))}</p>}
      {mine && waiting && (
        <Form action={`/journeys/${whole.journey.id}/proposals/${proposal.id}/withdrawal`} class="inline-form">
          <Button kind="quiet">{t('accompany.withdraw')}</Button>
        </Form>
      )}
    </Proposal>
  )
}
