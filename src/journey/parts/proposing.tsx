import { newId } from '#platform/ids.ts'
import { Fold } from '#ui/cards.tsx'
import { DateField, Select, TextArea, TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { nextMoves, stepKinds } from '../rules/choices.ts'
import { stepFields } from '../rules/limits.ts'
import { HatChoice } from './hat.tsx'
import type { PhaseProps } from './phase.ts'
import { QuestionToAsk } from './question.tsx'
import { formState } from './writing.tsx'

const kinds = ['question', 'step', 'next_move'] as const
type Kind = (typeof kinds)[number]

/** What somebody who accompanies can lay before the learner. */
export const Proposing = (props: PhaseProps) => {
  const { whole, t, refill } = props
  if (whole.journey.status === 'closed') return null
  return (
    <section class="stack" id="propose" aria-labelledby="propose-title">
      <h2 id="propose-title">{t('accompany.offer')}</h2>
      <p>{t('accompany.offer_how', { name: whole.journey.learner_name })}</p>
      {kinds.map((kind) => (
        <Fold id={`propose-${kind}`} summary={t(`accompany.offer_${kind}`)} open={refill?.form === `proposal:${kind}`}>
          <ProposalForm {...props} kind={kind} />
        </Fold>
      ))}
    </section>
  )
}

const ProposalForm = (props: PhaseProps & { kind: Kind }) => {
  const { whole, me, t, kind } = props
  const { typed, error, errors } = formState(props, `proposal:${kind}`)
  const id = (name: string) => `propose-${kind}-${name}`
  const field = (name: string) => ({ locale: me.locale, id: id(name), name, error: error(name), value: typed(name, '') })
  const chosen = (name: string) => typed(name, '') || undefined
  const phase = phaseOfQuestions(whole.journey.phase)
  const readers = t('accompany.readers', { name: whole.journey.learner_name })
  return (
    <lotse-draft data-key={`proposal:${kind}:${whole.journey.id}`}>
      <Form
        id={`propose-${kind}-form`}
        action={`/journeys/${whole.journey.id}/proposals`}
        hidden={{ id: typed('id', '') || newId(), kind, ...(kind === 'question' && { questionId: typed('questionId', '') }) }}
      >
        <ErrorSummary locale={me.locale} problems={Object.fromEntries(Object.entries(errors).map(([name, said]) => [id(name), said]))} />
        {kind === 'step' && (
          <>
            <TextField
              {...field('text')}
              label={t('accompany.step_what')}
              hint={t('accompany.step_what_hint')}
              readers={readers}
              limit={stepFields.what.max}
            />
            <Select
              {...field('stepKind')}
              value={chosen('stepKind')}
              label={t('accompany.step_kind')}
              options={stepKinds.map((value) => ({ value, label: t(`plan.step_kind.${value}`) }))}
            />
            <DateField {...field('byWhen')} label={t('accompany.step_when')} optional />
          </>
        )}
        {kind === 'question' && (
          <TextArea
            {...field('text')}
            question={phase && <QuestionToAsk props={props} phase={phase} form={`proposal:${kind}`} />}
            further={{ 'data-given': typed('take', '') ? '' : undefined }}
            label={t('accompany.question_text')}
            hint={t('accompany.question_hint')}
            readers={readers}
            limit={500}
          />
        )}
        {kind === 'next_move' && (
          <>
            <Select
              {...field('nextMove')}
              value={chosen('nextMove')}
              label={t('accompany.move')}
              options={nextMoves.map((value) => ({ value, label: t(`evaluate.next_move.${value}`) }))}
            />
            <TextArea {...field('text')} label={t('accompany.move_why')} readers={readers} limit={500} />
          </>
        )}
        <HatChoice props={props} id={id('hat')} value={typed('hat', '')} />
        <Actions>
          <Button>{t('accompany.send')}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}

/** Where the journey stands, as far as the bank has questions for it. */
const phaseOfQuestions = (phase: PhaseProps['whole']['journey']['phase']) => (phase === 'done' ? undefined : phase)
