import { newId } from '#platform/ids.ts'
import { Fold } from '#ui/cards.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { LabelledField } from '#ui/field.tsx'
import { Select } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { openAgreements } from '../queries/support.ts'
import type { ObservationView } from '../queries/whole.ts'
import { moods } from '../rules/choices.ts'
import { fileKinds } from '../rules/file-kind.ts'
import { observationFields as f } from '../rules/limits.ts'
import { stepsInPlan } from '../rules/step.ts'
import type { CycleProps } from './phase.ts'
import { QuestionAtHand } from './question.tsx'
import { othersInWords, readersInWords } from './readers.tsx'
import { whatOf } from './step-reading.tsx'
import { type FormState, formState, OwnText } from './writing.tsx'

const nothing = { own: [], others: [] }
const multipart = { enctype: 'multipart/form-data' }
type NoteProps = { props: CycleProps; state: FormState; note?: ObservationView | undefined }

/** The quick note: a field and a button; everything else lies folded. Readable by its author alone until opened. */
export const NewNote = (props: CycleProps) => {
  const { whole, cycle, me, t, refill } = props
  const state = formState(props, 'note:new')
  const folded = refill?.form !== 'note:new'
  return (
    <section id="note" class="water quick-note" aria-labelledby="note-title">
      <h3 id="note-title">{t('attempt.note')}</h3>
      <lotse-draft data-key={`note:new:${cycle.id}`}>
        <Form
          id="note-new"
          action={`/journeys/${whole.journey.id}/observations`}
          hidden={{ noteId: state.typed('noteId', newId()) }}
          further={multipart}
        >
          <ErrorSummary locale={me.locale} problems={state.errors} />
          <NoteText props={props} state={state} />
          <ReadersFromTheBeginning props={props} state={state} />
          <Actions>
            <Button kind="primary">{t('attempt.note_save')}</Button>
          </Actions>
          <Fold id="note-more" summary={t('attempt.note_more')} open={!folded}>
            <div class="form">
              <NoteFurther props={props} state={state} />
            </div>
          </Fold>
        </Form>
      </lotse-draft>
    </section>
  )
}

/** A note that is there, with everything about it open. */
export const NoteForm = (props: CycleProps & { note: ObservationView }) => {
  const { whole, note, me, t } = props
  const state = formState(props, 'note')
  const here = `/journeys/${whole.journey.id}`
  return (
    <lotse-draft data-key={`note:${note.id}`}>
      <Form id="note-form" action={`${here}/observations/${note.id}`} further={multipart}>
        <ErrorSummary locale={me.locale} problems={state.errors} />
        <NoteText props={props} state={state} note={note} />
        <NoteFurther props={props} state={state} note={note} />
        <Actions>
          <Button kind="primary">{t('attempt.note_save')}</Button>
          <a class="button button-quiet" href={`${here}#note-${note.id}`}>
            {t('attempt.back')}
          </a>
        </Actions>
      </Form>
    </lotse-draft>
  )
}

const NoteText = ({ props, state, note }: NoteProps) => (
  <OwnText
    props={props}
    state={state}
    texts={note?.texts ?? nothing}
    field="text"
    label={props.t('attempt.note_question')}
    hint={props.t('attempt.note_hint')}
    limit={f.text.max}
    rows={3}
    required
    audience={note?.audience_id ?? null}
    readers={!note && isOpenAtOnce(props) ? 'none' : 'sentence'}
    question={note ? undefined : <QuestionAtHand props={props} phase="try" />}
  />
)

const isOpenAtOnce = (props: CycleProps) =>
  othersInWords(props) !== '' && openAgreements(props.whole).some(({ in_force }) => in_force.at(-1)?.observation_default === 'journey')

/** Where the agreement says that new notes are for both, that is chosen already; for each note the learner may choose otherwise. */
const ReadersFromTheBeginning = ({ props, state }: NoteProps) => {
  const { me, t } = props
  if (!isOpenAtOnce(props)) return null
  return (
    <RadioGroup
      name="readers"
      locale={me.locale}
      label={t('attempt.readers')}
      hint={t('attempt.readers_hint')}
      value={state.typed('readers', 'journey')}
      options={[
        { value: 'journey', label: t('attempt.readers_journey', { names: othersInWords(props) }) },
        { value: 'private', label: t('attempt.readers_private') },
      ]}
    />
  )
}

const NoteFurther = ({ props, state, note }: NoteProps) => {
  const { cycle, me, t } = props
  const steps = stepsInPlan(cycle.steps)
  return (
    <>
      {steps.length > 0 && (
        <Select
          name="stepId"
          locale={me.locale}
          label={t('attempt.note_step')}
          value={state.typed('stepId', note?.step_id ?? '')}
          options={[{ value: '', label: t('attempt.note_no_step') }, ...steps.map((step) => ({ value: step.id, label: whatOf(step, t) }))]}
        />
      )}
      <div class="short-choices">
        <RadioGroup
          name="mood"
          locale={me.locale}
          label={t('attempt.mood')}
          hint={t('attempt.mood_hint')}
          value={state.typed('mood', note?.mood ?? '')}
          options={[
            ...moods.toReversed().map((value) => ({ value, label: t(`attempt.mood.${value}`) })),
            { value: '', label: t('attempt.mood.none') },
          ]}
          readers={readersInWords(props, null)}
        />
      </div>
      <LabelledField field={{ name: 'files', locale: me.locale, label: t('attempt.files'), hint: t('attempt.files_hint'), optional: true }}>
        <input class="control" type="file" id="files" name="files" multiple accept={fileKinds.join(',')} aria-describedby="files-hint" />
      </LabelledField>
    </>
  )
}
