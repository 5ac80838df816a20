import type { Child } from 'hono/jsx'
import { dayIn } from '#platform/clock.ts'
import { Quote } from '#ui/cards.tsx'
import { sayDate } from '#ui/time.ts'
import { Words } from '#ui/words.tsx'
import { accompaniedUntil } from '../queries/facilitators.ts'
import { hatOfResponse } from '../queries/hats.ts'
import { bodiesOf, bodyOf, type ReviewView, type SignView } from '../queries/whole.ts'
import { leadPhases } from '../rules/choices.ts'
import { leadsInWords } from './leads-in-words.ts'
import type { CycleProps } from './phase.ts'

/** The review of a cycle as it stands, with what those who accompany wrote to it. */
export const ReviewReading = (props: CycleProps) => {
  const { cycle, isLearner, t } = props
  const { review } = cycle
  if (!review) {
    if (cycle.state === 'open') return null
    return <p class="soft">{isLearner || cycle.state === 'unreviewed' ? t('evaluate.without_review') : t('evaluate.not_shared')}</p>
  }
  return (
    <section class="review stack" aria-label={t('evaluate.reading_title')}>
      <h3 class={cycle.state === 'open' ? 'unseen' : undefined}>{t('evaluate.reading_title')}</h3>
      <Insight {...props} review={review} />
      <Told title={t('evaluate.happened')} words={[bodyOf(review.texts, 'happened')]} />
      <Told title={t('evaluate.went_well')} words={bodiesOf(review.texts, 'wentWell')} />
      <Told title={t('evaluate.to_improve')} words={bodiesOf(review.texts, 'toImprove')} />
      <Told title={t('evaluate.explanation')} words={[bodyOf(review.texts, 'explanation')]} />
      <Standing {...props} review={review} />
      <Responses {...props} review={review} />
    </section>
  )
}

type Reviewed = CycleProps & { review: ReviewView }

const Insight = ({ review }: Reviewed) => {
  const insight = bodyOf(review.texts, 'insight')
  return insight ? <p class="insight words">{insight}</p> : null
}

/** A question and what was answered to it; nothing where nothing was. */
const Told = ({ title, words }: { title: string; words: readonly string[] }) => {
  const given = words.filter((one) => one !== '')
  if (given.length === 0) return null
  return (
    <div class="told">
      <h4>{title}</h4>
      {given.length === 1 ? (
        <Words>{given[0]}</Words>
      ) : (
        <ul>
          {given.map((one) => (
            <li>
              <Words>{one}</Words>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Standing = (props: Reviewed) => {
  const { review, whole, cycle, me, t } = props
  const signs = (whole.challenges.find((challenge) => challenge.id === cycle.challenge_id) ?? whole.challenge).signs
  const list = (keys: readonly string[]) => keys.join(', ')
  return (
    <dl class="facts">
      {signs.map((sign) => (
        <SignFact {...props} sign={sign} />
      ))}
      {review.progress !== null && <Fact name={t('evaluate.progress_read')}>{t(`evaluate.progress.${review.progress}`)}</Fact>}
      {review.confidence_now !== null && (
        <Fact name={t('evaluate.confidence_read')}>{t('evaluate.confidence_value', { value: review.confidence_now })}</Fact>
      )}
      {review.obstacle_tags.length > 0 && (
        <Fact name={t('evaluate.obstacles_read')}>{list(review.obstacle_tags.map((tag) => t(`evaluate.obstacle.${tag}`)))}</Fact>
      )}
      {leadPhases.some((phase) => review.lead[phase]) && (
        <Fact name={t('evaluate.lead_title')}>{leadsInWords(t, review.lead, whole.journey.learner_name)}</Fact>
      )}
      {leadPhases.some((phase) => review.lead_by_facilitator[phase]) && (
        <Fact name={t('evaluate.lead_seen')}>{leadsInWords(t, review.lead_by_facilitator, whole.journey.learner_name)}</Fact>
      )}
      {review.next_move && <Fact name={t('evaluate.next_read')}>{t(`evaluate.next_move.${review.next_move}`)}</Fact>}
      {review.mood && me.personId === whole.journey.learner_id && (
        <Fact name={t('evaluate.mood_read')}>
          {t(`evaluate.mood.${review.mood}`)} <span class="small">({t('shared.read_by_you')})</span>
        </Fact>
      )}
    </dl>
  )
}

const SignFact = ({ sign, review, t }: Reviewed & { sign: SignView }) => {
  const state = review.signs[sign.id]
  if (!state) return null
  return (
    <Fact name={<Words inline>{bodyOf(sign.texts, 'text')}</Words>}>
      <span class={`sign-state sign-state-${state}`}>{t(`evaluate.sign.${state}`)}</span>
    </Fact>
  )
}

const Fact = ({ name, children }: { name: Child; children?: Child }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

/** Each answer under the name of whoever wrote it, in the order in which they came to the journey. */
export const Responses = ({ review, whole, me, now, t }: Reviewed) => {
  const said = (personId: string) => {
    const name = whole.members.find((member) => member.person_id === personId)?.name ?? ''
    const until = accompaniedUntil(whole, personId)
    const date = until && sayDate(dayIn(me.timeZone, new Date(until)), dayIn(me.timeZone, now), me.locale)
    return date ? t('evaluate.response_by_former', { name, date }) : t('evaluate.response_by', { name })
  }
  return (
    <>
      {review.texts.others
        .filter((text) => text.field === 'facilitatorResponse' && text.body !== '')
        .map((text) => (
          <Quote by={said(text.author_id)} when={t(`support.with_hat.${hatOfResponse(whole, review.id, text.author_id)}`)}>
            <Words>{text.body}</Words>
          </Quote>
        ))}
    </>
  )
}
