import type { Child } from 'hono/jsx'
import { Quote } from '#ui/cards.tsx'
import { fullDay } from '#ui/time.ts'
import { Words } from '#ui/words.tsx'
import { facilitatorsOf } from '../queries/facilitators.ts'
import { bodyOf, type ClosingView, type Text, type TransferCheckView } from '../queries/whole.ts'
import { transferSuccess } from '../rules/transfer.ts'
import type { PhaseProps } from './phase.ts'

type ClosingProps = PhaseProps & { closing: ClosingView }

/** How a journey ended, in its learner's words, as far as this person may read them. */
export const ClosingReading = (props: ClosingProps) => {
  const { closing, me, whole, t } = props
  const { texts } = closing
  return (
    <section class="section" aria-labelledby="closing-read">
      <h2 id="closing-read">{t('close.reading_title')}</h2>
      <dl class="answers">
        {closing.reason && <Answer to={t('close.read.reason')}>{t(`close.reason.${closing.reason}`)}</Answer>}
        {closing.parked_until && <Answer to={t('close.read.parked_until')}>{fullDay(closing.parked_until, me.locale)}</Answer>}
        {closing.receiver && <Answer to={t('close.read.to')}>{t(`close.receiver.${closing.receiver}`)}</Answer>}
        <Told to={t('close.read.what')} text={bodyOf(texts, 'what')} />
        {closing.receiver_agrees && <Answer to={t('close.read.receiver_agrees')}>{t('close.read.yes')}</Answer>}
        <Told to={t('close.read.learned')} text={bodyOf(texts, 'learned')} />
        <Told to={t('close.read.note')} text={bodyOf(texts, 'note')} readers={t('shared.read_by_you')} />
        <Told to={t('close.read.solution_summary')} text={bodyOf(texts, 'solutionSummary')} />
        <Told to={t('close.read.difference')} text={bodyOf(texts, 'whatMadeTheDifference')} />
        <Told to={t('close.read.still_open')} text={bodyOf(texts, 'stillOpen')} />
        <Told to={t('close.read.about_my_learning')} text={bodyOf(texts, 'aboutMyLearning')} readers={t('shared.read_by_you')} />
        {texts.own
          .filter((text) => text.field === 'feedbackToFacilitator' && text.body !== '')
          .map((text) => (
            <Feedback {...props} text={text} />
          ))}
        {closing.story_choice && <Answer to={t('close.read.story')}>{t(`close.story.${closing.story_choice}`)}</Answer>}
      </dl>
      {texts.others
        .filter((text) => text.field === 'differingView' && text.body !== '')
        .map((text) => (
          <Quote by={t('close.differing_by', { name: whole.members.find((member) => member.person_id === text.author_id)?.name ?? '' })}>
            <Words>{text.body}</Words>
          </Quote>
        ))}
    </section>
  )
}

export const Answer = ({ to, children }: { to: Child; children?: Child }) => (
  <>
    <dt>{to}</dt>
    <dd>{children}</dd>
  </>
)

/** Somebody's words under the question they answer; nothing where there are none. `readers`: where others read less than the rest. */
const Told = ({ to, text, readers }: { to: Child; text: string; readers?: string }) =>
  text === '' ? null : (
    <Answer to={to}>
      <Words>{text}</Words>
      {readers && <p class="readers">{readers}</p>}
    </Answer>
  )

/** Words between the learner and one person; each of the two is told who else reads them. */
const Feedback = ({ text, whole, isLearner, t }: ClosingProps & { text: Text }) => {
  const reader = facilitatorsOf(whole).find((facilitator) => facilitator.place === text.position)?.name ?? ''
  const other = isLearner ? reader : whole.journey.learner_name
  return (
    <Told
      to={isLearner ? t('close.read.feedback', { name: reader }) : t('close.read.feedback_to_me')}
      text={text.body}
      readers={text.audience_id ? t('close.read_by_pair', { name: other }) : t('shared.read_by_you')}
    />
  )
}

/** What came of the transfer check. */
export const TransferReading = ({ check, t }: PhaseProps & { check: TransferCheckView }) => {
  const list = (words: readonly string[]) => words.join(', ')
  const isSecond = check.follows_id !== null
  if (check.state === 'declined' && !isSecond) return <p class="soft">{t('close.transfer_declined')}</p>
  if (check.state !== 'answered' || !check.met_new_challenge) return null
  return (
    <section class="section" aria-labelledby={`transfer-read-${check.id}`}>
      <h2 id={`transfer-read-${check.id}`}>{t(isSecond ? 'close.second_title' : 'close.transfer_title')}</h2>
      <dl class="answers">
        <Answer to={t('close.transfer_read.met')}>{metInWords(check, t)}</Answer>
        <Told to={t('close.transfer_description')} text={bodyOf(check.texts, 'description')} readers={t('shared.read_by_you')} />
        {check.progress !== null && <Answer to={t('close.transfer_read.progress')}>{t(`evaluate.progress.${check.progress}`)}</Answer>}
        {check.support_used && <Answer to={t('close.transfer_read.support')}>{t(`close.support.${check.support_used}`)}</Answer>}
        {check.reused.length > 0 && (
          <Answer to={t('close.transfer_read.reused')}>{list(check.reused.map((one) => t(`close.dimension.${one}`)))}</Answer>
        )}
        {check.confidence !== null && (
          <Answer to={t('close.transfer_read.confidence')}>{t('evaluate.confidence_value', { value: check.confidence })}</Answer>
        )}
        {check.helped && check.helped.length > 0 && (
          <Told
            to={t('close.transfer_read.helped')}
            text={list(check.helped.map((one) => t(`close.condition.${one}`)))}
            readers={t('shared.read_by_you')}
          />
        )}
        {check.hindered && check.hindered.length > 0 && (
          <Told
            to={t('close.transfer_read.hindered')}
            text={list(check.hindered.map((one) => t(`close.condition.${one}`)))}
            readers={t('shared.read_by_you')}
          />
        )}
      </dl>
    </section>
  )
}

/** Whether something new was met, and whether it worked without those who accompany. */
function metInWords(check: TransferCheckView, t: PhaseProps['t']): string {
  const { met_new_challenge: met, progress, support_used: supportUsed } = check
  const success = transferSuccess({ metNewChallenge: met, progress, supportUsed })
  if (success === null) return met ? t(`close.transfer_met.${met}`) : ''
  return t(success ? 'close.transfer_success' : 'close.transfer_not_alone')
}
