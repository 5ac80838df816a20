import { impulseById } from '#library/library.ts'
import { Note } from '#ui/cards.tsx'
import { Button, Form, LinkButton } from '#ui/form.tsx'
import { fullDay } from '#ui/time.ts'
import { Words } from '#ui/words.tsx'
import type { PhaseProps } from './phase.ts'

/** A journey at rest: where it was left, and how to get back in. */
export const RestingPhase = (props: PhaseProps) => {
  const { whole, isLearner, me, t } = props
  const { id, resume_on: resumeOn, learner_name: name } = whole.journey
  const byItself = whole.events.at(-1)?.name === 'autoPause'
  return (
    <section class="section stack" id="resting" aria-labelledby="resting-title">
      <h2 id="resting-title">{t('close.resting_title')}</h2>
      <p>{isLearner ? t('close.resting') : t('close.resting_of', { name })}</p>
      {byItself && <p>{t('close.resting_by_itself')}</p>}
      {isLearner && resumeOn && <p>{t('close.resting_until', { date: fullDay(resumeOn, me.locale) })}</p>}
      {isLearner && (
        <>
          <ImpulseCard {...props} impulse="imp-drive-06" />
          <div class="actions">
            <Form action={`/journeys/${id}/moves/resume`} class="inline-form">
              <Button kind="primary">{t('close.resume')}</Button>
            </Form>
            <LinkButton kind="quiet" href={`/journeys/${id}/ending`}>
              {t('close.set_aside_act')}
            </LinkButton>
          </div>
        </>
      )}
    </section>
  )
}

/** Right after a journey was taken up again: how to find the thread. */
export const ReentryCard = (props: PhaseProps) =>
  props.isLearner && props.whole.events.at(-1)?.name === 'resume' ? <ImpulseCard {...props} impulse="imp-drive-06" /> : null

/** An impulse of the collection, to read where it fits. */
export const ImpulseCard = ({ impulse, me, t }: PhaseProps & { impulse: string }) => {
  const found = impulseById(impulse, me.locale)
  if (!found) return null
  return (
    <Note title={found.title}>
      <Words>{found.body}</Words>
      <p>
        <strong>{t('close.reentry_try')}:</strong> {found.tryToday}
      </p>
    </Note>
  )
}
