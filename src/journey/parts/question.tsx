import { type QuestionPhase, questionsFor } from '#library/library.ts'
import type { PhaseProps } from './phase.ts'

type QuestionProps = {
  props: Pick<PhaseProps, 'whole' | 'me' | 'today' | 'asked' | 't'>
  phase: QuestionPhase
  /** Inside a form, asking for another question sends the form along, so that nothing typed is lost; its route takes `question`. */
  inForm?: boolean
}

/** One question of facilitation, which is the hat one meets by default, the same all day, and a way to another. It asks; nobody has to answer. */
export const QuestionAtHand = ({ props, phase, inForm }: QuestionProps) => {
  const { whole, me, today, asked, t } = props
  const questions = questionsFor({ phase, hat: 'facilitation', locale: me.locale, seed: `${whole.journey.id} ${today}` })
  const question = questions[asked % questions.length]
  if (!question) return null
  const next = String(asked + 1)
  return (
    <>
      <p id="question">{question.text}</p>
      {inForm ? (
        <button class="button button-quiet" type="submit" name="question" value={next}>
          {t('shared.another_question')}
        </button>
      ) : (
        <a href={`/journeys/${whole.journey.id}?question=${next}#question`}>{t('shared.another_question')}</a>
      )}
    </>
  )
}
