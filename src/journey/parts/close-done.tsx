import { Note } from '#ui/cards.tsx'
import { Button, Form, LinkButton } from '#ui/form.tsx'
import { ClosingReading, TransferReading } from './close-reading.tsx'
import type { PhaseProps } from './phase.ts'

/** A journey that is closed: what became of it, said without weighing one ending against another, and the way back. */
export const DonePhase = (props: PhaseProps) => {
  const { whole, isLearner, t } = props
  const check = whole.transferChecks.findLast((candidate) => candidate.state === 'answered' || candidate.state === 'declined')
  return (
    <section class="section stack" id="done" aria-labelledby="done-title">
      <Outcome {...props} />
      <LastClosing {...props} />
      {whole.journey.outcome === 'solved' && check && <TransferReading {...props} check={check} />}
      {isLearner && whole.journey.outcome === 'solved' && check?.wants_new_journey && (
        <LinkButton href="/journeys/new">{t('close.new_journey')}</LinkButton>
      )}
      {isLearner && <Reopen {...props} />}
    </section>
  )
}

/** The outcome in words. Solved is a quiet arrival; the two other endings are as respectable. */
export const Outcome = ({ whole, isLearner, t }: PhaseProps) => {
  const { outcome, solved_independence: independence } = whole.journey
  if (outcome === 'solved')
    return (
      <Note tone="harbour" title={<span id="done-title">{t('close.harbour_title')}</span>}>
        <p>
          {t('close.harbour', { cycles: whole.cycles.filter((cycle) => cycle.state === 'reviewed').length })}
          {independence && ` ${t(`close.independence.${independence}`)}`}
        </p>
      </Note>
    )
  if (outcome === 'set_aside')
    return (
      <Note title={<span id="done-title">{t('close.set_aside_title')}</span>}>
        <p>{t('close.set_aside')}</p>
      </Note>
    )
  return (
    <Note title={<span id="done-title">{t('close.passed_on_title')}</span>}>
      <p>{isLearner ? t('close.passed_on') : t('close.passed_on_of')}</p>
    </Note>
  )
}

export const LastClosing = (props: PhaseProps) => {
  const closing = props.whole.closings.findLast((candidate) => candidate.closed_at !== null)
  return closing ? <ClosingReading {...props} closing={closing} /> : null
}

/** The way back into work, from every ending. */
export const Reopen = ({ whole, t }: PhaseProps) => (
  <Form action={`/journeys/${whole.journey.id}/moves/reopen`} class="inline-form">
    <p class="small" id="reopen-lead">
      {whole.journey.phase === 'transfer' ? t('close.reopen_lead_transfer') : t('close.reopen_lead')}
    </p>
    <Button kind="quiet">{t('close.reopen')}</Button>
  </Form>
)
