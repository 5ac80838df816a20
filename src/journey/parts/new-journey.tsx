import { openingQuestion } from '#library/library.ts'
import type { Me } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { sayProblems } from '#ui/problems.ts'
import type { JourneyWords } from '../messages/index.ts'
import { challengeFields } from '../rules/limits.ts'

export interface NewJourneyProps {
  me: Me
  t: JourneyWords
  /** How often another question was asked for. */
  asked: number
  typed?: Typed
  problems?: Problems
}

/** A journey begins inside a question. The id is made here, so that a second press makes no second journey. */
export const NewJourneyForm = ({ me, t, asked, typed = {}, problems = {} }: NewJourneyProps) => {
  const errors = sayProblems(problems, me.locale)
  return (
    <lotse-draft data-key="new-journey">
      <Form id="new-journey" action="/journeys" hidden={{ id: String(typed.id || newId()), asked }}>
        <ErrorSummary locale={me.locale} problems={errors} labels={{ situation: t('identify.new.situation') }} />
        <button type="submit" hidden>
          {t('identify.new.create')}
        </button>
        <p class="first-question" id="question">
          {openingQuestion(asked, me.locale).text}
        </p>
        <TextArea
          name="situation"
          locale={me.locale}
          label={t('identify.new.situation')}
          hint={t('identify.new.situation_hint')}
          readers={t('identify.new.readers')}
          limit={challengeFields.situation.max}
          rows={4}
          value={String(typed.situation ?? '')}
          error={errors.situation}
        />
        <Actions>
          <Button kind="primary">{t('identify.new.create')}</Button>
          <Button kind="quiet" name="question" value={String(asked + 1)}>
            {t('shared.another_question')}
          </Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}
