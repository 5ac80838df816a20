import { newId } from '#platform/ids.ts'
import { Fold, Note } from '#ui/cards.tsx'
import { DateField, Select, TextArea, TextField } from '#ui/fields.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { sayProblems } from '#ui/problems.ts'
import { nextMoves, stepKinds } from '../rules/choices.ts'
import { reviewFields, stepFields } from '../rules/limits.ts'
import type { PhaseProps } from './phase.ts'

type Kind = 'step' | 'question' | 'next_move'

/** What somebody who accompanies can lay before the learner. */
export const Offer = (props: PhaseProps) => {
  const { whole, t, refill } = props
  const name = whole.journey.learner_name
  if (whole.journey.status === 'closed') return null
  const kinds: Kind[] = ['question', 'step', 'next_move']
  return (
    <section class="stack" id="offer" aria-labelledby="offer-title">
      <h2 id="offer-title">{t('accompany.offer')}</h2>
      <p>{t('accompany.offer_how', { name })}</p>
      {kinds.map((kind) => (
        <Fold id={`offer-${kind}`} summary={t(`accompany.offer_${kind}`)} open={refill?.form === `offer:${kind}`}>
          <OfferForm {...props} kind={kind} />
        </Fold>
      ))}
    </section>
  )
}

const OfferForm = ({ whole, me, t, refill, kind }: PhaseProps & { kind: Kind }) => {
  const mine = refill?.form === `offer:${kind}` ? refill : undefined
  const typed = (field: string) => String(mine?.typed[field] ?? '')
  const errors = sayProblems(mine?.problems ?? {}, me.locale)
  const readers = t('accompany.readers', { name: whole.journey.learner_name })
  const common = { locale: me.locale, readers }
  const id = (field: string) => `offer-${kind}-${field}`
  return (
    <lotse-draft data-person={me.personId} data-form={`offer:${kind}:${whole.journey.id}`}>
      <Form action={`/journeys/${whole.journey.id}/proposals`} hidden={{ id: typed('id') || newId(), kind }}>
        {mine?.refusal && <Note tone="caution">{mine.refusal}</Note>}
        {kind === 'step' && (
          <>
            <TextField
              {...common}
              id={id('text')}
              name="text"
              label={t('accompany.step_what')}
              hint={t('accompany.step_what_hint')}
              value={typed('text')}
              error={errors.text}
              limit={stepFields.what.max}
            />
            <Select
              locale={me.locale}
              id={id('stepKind')}
              name="stepKind"
              label={t('accompany.step_kind')}
              value={typed('stepKind') || undefined}
              error={errors.stepKind}
              options={stepKinds.map((value) => ({ value, label: t(`plan.step_kind.${value}`) }))}
            />
            <DateField
              locale={me.locale}
              id={id('byWhen')}
              name="byWhen"
              label={t('accompany.step_when')}
              value={typed('byWhen')}
              error={errors.byWhen}
              optional
            />
          </>
        )}
        {kind === 'question' && (
          <TextArea
            {...common}
            id={id('text')}
            name="text"
            label={t('accompany.question_text')}
            hint={t('accompany.question_hint')}
            value={typed('text')}
            error={errors.text}
            limit={500}
          />
        )}
        {kind === 'next_move' && (
          <>
            <Select
              locale={me.locale}
              id={id('nextMove')}
              name="nextMove"
              label={t('accompany.move')}
              value={typed('nextMove') || undefined}
              error={errors.nextMove}
              options={nextMoves.map((value) => ({ value, label: t(`evaluate.next_move.${value}`) }))}
            />
            <TextArea
              {...common}
              id={id('text')}
              name="text"
              label={t('accompany.move_why')}
              value={typed('text')}
              error={errors.text}
              limit={500}
            />
          </>
        )}
        <Actions>
          <Button>{t('accompany.send')}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}

/** Where somebody who accompanies answers a saved review, or changes their answer. */
export const ResponseForm = ({ whole, me, t, refill, reviewId }: PhaseProps & { reviewId: string }) => {
  const review = whole.cycles.find((cycle) => cycle.review?.id === reviewId)?.review
  const before = review?.texts.others.find((text) => text.field === 'facilitatorResponse' && text.author_id === me.personId)
  const mine = refill?.form === `response:${reviewId}` ? refill : undefined
  const conflict = mine?.conflicts?.[0]
  return (
    <lotse-draft data-person={me.personId} data-form={`response:${reviewId}`}>
      <Form
        action={`/journeys/${whole.journey.id}/reviews/${reviewId}/response`}
        hidden={{ version: conflict?.version ?? before?.version ?? 0 }}
        id={`response-${reviewId}`}
      >
        {conflict && <Note tone="caution">{conflict.theirs}</Note>}
        <TextArea
          locale={me.locale}
          id={`response-${reviewId}-text`}
          name="text"
          label={t('accompany.respond')}
          hint={t('accompany.respond_hint')}
          readers={t('accompany.readers', { name: whole.journey.learner_name })}
          value={mine ? String(mine.typed.text ?? '') : (before?.body ?? '')}
          error={sayProblems(mine?.problems ?? {}, me.locale).text}
          limit={reviewFields.facilitatorResponse.max}
        />
        <Actions>
          <Button>{t('accompany.respond_send')}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}
