import { ConflictNotice } from '#platform/web/elements/conflict-notice.tsx'
import { Fold } from '#ui/cards.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { hatOfResponse } from '../queries/hats.ts'
import type { CycleView, ReviewView, Texts } from '../queries/whole.ts'
import { leadPhases, leads } from '../rules/choices.ts'
import { reviewFields } from '../rules/limits.ts'
import { HatChoice } from './hat.tsx'
import type { CycleProps, PhaseProps } from './phase.ts'
import { QuestionToAsk } from './question.tsx'
import { formState } from './writing.tsx'

interface Beside {
  /** Name of the form, and of the draft kept for it. */
  form: string
  action: string
  field: 'facilitatorResponse' | 'differingView'
  texts: Texts
  label: string
  hint: string
  button: string
  /** The review whose answer says under which hat it is written. */
  hatOf?: string
}

/** Where somebody who accompanies answers the saved reviews: the latest at once as long as it is unanswered and something is still ahead, others folded. */
export const ResponseForms = (props: PhaseProps) => {
  const { whole, me, refill, t } = props
  const isOpen = (cycle: CycleView) =>
    whole.journey.phase !== 'done' &&
    !cycle.review?.texts.others.some(({ field, author_id }) => field === 'facilitatorResponse' && author_id === me.personId)
  const saved = whole.cycles.filter((cycle) => cycle.review?.saved_at).toReversed()
  return (
    <>
      {saved.map((cycle, index) =>
        index === 0 && isOpen(cycle) ? (
          <ResponseForm {...props} cycle={cycle} />
        ) : (
          <Fold
            id={`respond-${cycle.number}`}
            summary={t('accompany.respond_cycle', { number: cycle.number })}
            open={refill?.form === `response:${cycle.review?.id}`}
          >
            <ResponseForm {...props} cycle={cycle} />
          </Fold>
        ),
      )}
    </>
  )
}

const ResponseForm = (props: CycleProps) => {
  const { cycle, whole, t } = props
  const { review } = cycle
  return review ? (
    <>
      <TextBeside
        props={props}
        form={`response:${review.id}`}
        action={`/journeys/${whole.journey.id}/reviews/${review.id}/response`}
        field="facilitatorResponse"
        texts={review.texts}
        label={t('accompany.respond_cycle', { number: cycle.number })}
        hint={t('accompany.respond_hint')}
        button={t('accompany.respond_send')}
        hatOf={review.id}
      />
      <LeadSeen {...props} review={review} />
    </>
  ) : null
}

/** Who led, as somebody who accompanies saw it: a view beside the learner's, which may be left out. */
const LeadSeen = ({ review, whole, me, t }: CycleProps & { review: ReviewView }) => {
  const name = whole.journey.learner_name
  return (
    <Fold id={`lead-seen-${review.id}`} summary={t('accompany.lead_seen')}>
      <Form action={`/journeys/${whole.journey.id}/reviews/${review.id}/lead`} id={`lead-${review.id}`}>
        <p>{t('accompany.lead_seen_how', { name })}</p>
        {leadPhases.map((phase) => (
          <RadioGroup
            locale={me.locale}
            id={`lead-${review.id}-${phase}`}
            name={`lead.${phase}`}
            label={t(`shared.phase.${phase}`)}
            value={review.lead_by_facilitator[phase]}
            options={leads.toReversed().map((value) => ({ value, label: t(`accompany.lead_by.${value}`, { name }) }))}
          />
        ))}
        <Actions>
          <Button>{t('accompany.lead_seen_save')}</Button>
        </Actions>
      </Form>
    </Fold>
  )
}

/** Where somebody who accompanies can say that they see the end of a journey differently. It changes nothing. */
export const DifferingView = (props: PhaseProps) => {
  const { whole, t } = props
  const closing = whole.closings.findLast((candidate) => candidate.closed_at)
  if (!closing || whole.journey.outcome !== 'solved') return null
  return (
    <Fold id="differing" summary={t('accompany.differs')} open={props.refill?.form === 'differing-view'}>
      <TextBeside
        props={props}
        form="differing-view"
        action={`/journeys/${whole.journey.id}/differing-view`}
        field="differingView"
        texts={closing.texts}
        label={t('accompany.differs')}
        hint={t('accompany.differs_hint', { name: whole.journey.learner_name })}
        button={t('accompany.differs_send')}
      />
    </Fold>
  )
}

const TextBeside = ({ props, form, action, field, texts, label, hint, button, hatOf }: Beside & { props: PhaseProps }) => {
  const { me, whole, t } = props
  const before = texts.others.find((text) => text.field === field && text.author_id === me.personId)
  const { typed, error, conflict, version } = formState(props, form)
  const other = conflict('text')
  const id = form.replace(':', '-')
  return (
    <lotse-draft data-key={form}>
      <Form action={action} hidden={{ 'version.text': version('text', before?.version ?? 0) }} id={id}>
        {other && (
          <ConflictNotice
            locale={me.locale}
            name="text"
            theirs={other.theirs}
            version={other.version}
            href={`/journeys/${whole.journey.id}`}
          />
        )}
        <TextArea
          locale={me.locale}
          id={`${id}-text`}
          name="text"
          label={label}
          hint={hint}
          question={<QuestionToAsk props={props} phase={field === 'differingView' ? 'close' : 'evaluate'} form={form} />}
          further={{ 'data-given': typed('take', '') ? '' : undefined }}
          readers={t('accompany.readers', { name: whole.journey.learner_name })}
          value={typed('text', before?.body ?? '')}
          error={error('text')}
          limit={reviewFields.facilitatorResponse.max}
        />
        {hatOf && (
          <HatChoice props={props} id={`${id}-hat`} value={typed('hat', '')} kept={before && hatOfResponse(whole, hatOf, me.personId)} />
        )}
        <Actions>
          <Button>{button}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}
