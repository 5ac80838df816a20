import { newId } from '#platform/ids.ts'
import { Quote } from '#ui/cards.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { limits } from '../forms/limits.ts'
import { words } from '../messages/index.ts'
import type { QuestionBack } from '../queries/intervision.ts'
import type { CaseProps } from './case-props.ts'

/** What colleagues ask. That a question helped is between whoever asked it and the author of the case. */
export const QuestionsBack = (props: CaseProps) => {
  const { frame, whole } = props
  const t = words(frame.locale)
  return (
    <section class="section" id="questions">
      <h2>{t('case.questions')}</h2>
      {whole.questions.length === 0 && <p class="soft">{t('case.questions_none')}</p>}
      {whole.questions.map((question) => (
        <article class="question-back stack" id={`question-${question.id}`}>
          <Quote
            by={question.authorId === frame.me.personId ? t('case.question_mine') : t('case.question_by', { name: question.authorName })}
          >
            {question.body}
          </Quote>
          <Acts {...props} question={question} />
        </article>
      ))}
    </section>
  )
}

const Acts = ({ frame: { locale, me }, whole, line, question }: CaseProps & { question: QuestionBack }) => {
  const t = words(locale)
  const at = `/practice/cases/${whole.id}/questions/${question.id}`
  const { body: text, authorName, helped } = question
  if (question.authorId === me.personId)
    return (
      <>
        {helped && <p class="small">{t('case.helped_yours', { name: whole.authorName })}</p>}
        <Form action={`${at}/removal`} class="inline-form">
          <Button kind="quiet" label={t('case.take_back_label', { text })}>
            {t('case.take_back')}
          </Button>
        </Form>
      </>
    )
  if (line && !line.isMine) return null
  return (
    <>
      {line && helped && <p class="small">{t('case.helped_mine', { name: authorName })}</p>}
      <div class="actions">
        {line && (
          <Form action={`${at}/thanks`} class="inline-form" hidden={{ helped: helped ? '' : 'yes' }}>
            <Button kind={helped ? 'quiet' : 'secondary'} label={t(helped ? 'case.helped_not_label' : 'case.helped_label', { text })}>
              {t(helped ? 'case.helped_not' : 'case.helped')}
            </Button>
          </Form>
        )}
        <Form action={`${at}/adoption`} class="inline-form" hidden={{ id: newId() }}>
          <Button kind="quiet" label={t('case.adopt_label', { text })}>
            {t('case.adopt')}
          </Button>
        </Form>
      </div>
    </>
  )
}

/** Where a colleague sends a question back. */
export const AskBack = ({ frame: { locale }, whole, typed }: CaseProps) => {
  const t = words(locale)
  return (
    <section class="section">
      <lotse-draft data-key={`question-back:${whole.id}`}>
        <Form id="ask-back" action={`/practice/cases/${whole.id}/questions`} hidden={{ id: typed?.id ?? newId() }}>
          <ErrorSummary locale={locale} problems={typed ? { text: typed.error } : {}} labels={{ text: t('case.ask') }} />
          <TextArea
            name="text"
            locale={locale}
            label={t('case.ask')}
            hint={t('case.ask_hint')}
            readers={t('case.ask_readers')}
            rows={2}
            limit={limits.questionBack}
            value={typed?.text}
            error={typed?.error}
          />
          <Actions>
            <Button kind="primary">{t('case.ask_send')}</Button>
          </Actions>
        </Form>
      </lotse-draft>
    </section>
  )
}
