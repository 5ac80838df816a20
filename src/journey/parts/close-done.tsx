import { Note } from '#ui/cards.tsx'
import { Button, Form, LinkButton } from '#ui/form.tsx'
import { fullDay } from '#ui/time.ts'
import { openCheckOf } from '../queries/whole.ts'
import { lastChecks } from '../rules/second-check.ts'
import { ClosingReading, TransferReading } from './close-reading.tsx'
import { SecondCheck, SecondCheckLeft } from './close-second.tsx'
import { TransferCheck } from './close-transfer.tsx'
import type { PhaseProps } from './phase.ts'

/** Solved: the harbour, what stays of it, and the one question some weeks later. */
export const TransferPhase = (props: PhaseProps) => {
  const { whole, isLearner, t } = props
  const check = openCheckOf(whole)
  return (
    <section class="section stack" id="done" aria-labelledby="done-title">
      <Outcome {...props} />
      {check && isLearner && (
        <TransferCheck {...props} check={check}>
          <Form action={`/journeys/${whole.journey.id}/moves/declineTransfer`} class="inline-form">
            <Button kind="quiet">{t('close.transfer_decline')}</Button>
          </Form>
        </TransferCheck>
      )}
      <CheckAhead {...props} />
      <LastClosing {...props} />
      {isLearner && <Reopen {...props} />}
    </section>
  )
}

/** A journey that is closed: what became of it, said without weighing one ending against another, and the way back. */
export const DonePhase = (props: PhaseProps) => {
  const { whole, isLearner, t } = props
  const solved = whole.journey.outcome === 'solved'
  const { first, second } = lastChecks(whole.transferChecks)
  const read = solved ? [first, second].flatMap((check) => check ?? []) : []
  return (
    <section class="section stack" id="done" aria-labelledby="done-title">
      <Outcome {...props} />
      {isLearner && solved && <SecondCheck {...props} />}
      <CheckAhead {...props} />
      <LastClosing {...props} />
      {read.map((check) => (
        <TransferReading {...props} check={check} />
      ))}
      {isLearner && solved && <SecondCheckLeft {...props} />}
      {isLearner && read.at(-1)?.wants_new_journey && <LinkButton href="/journeys/new">{t('close.new_journey')}</LinkButton>}
      {isLearner && <Reopen {...props} />}
    </section>
  )
}

/** For whoever accompanies: when the learner looks at what of it holds. */
const CheckAhead = ({ whole, isLearner, me, t }: PhaseProps) => {
  const check = openCheckOf(whole)
  if (!check || isLearner) return null
  return <p>{t('close.transfer_of', { date: fullDay(check.due_on, me.locale), name: whole.journey.learner_name })}</p>
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
      {openCheckOf(whole) ? t('close.reopen_lead_transfer') : t('close.reopen_lead')}
    </p>
    <Button kind="quiet">{t('close.reopen')}</Button>
  </Form>
)
