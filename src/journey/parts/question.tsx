import { handIn } from '#library/forms.ts'
import type { QuestionPhase } from '#library/library.ts'
import { QuestionAtHand as Question } from '#library/parts/question-at-hand.tsx'
import type { PhaseProps } from './phase.ts'

type QuestionProps = {
  props: Pick<PhaseProps, 'whole' | 'me' | 'today' | 'asked'>
  phase: QuestionPhase
  /** Inside a form, asking for another question sends the form along, so that nothing typed is lost; its route takes `question`. */
  inForm?: boolean
}

const drawnBy = ({ whole, today }: Pick<PhaseProps, 'whole' | 'today'>) => `${whole.journey.id} ${today}`

/** For the learner: a question of facilitation, which is the hat one meets by default. */
export const QuestionAtHand = ({ props, phase, inForm }: QuestionProps) => {
  const { whole, me, asked } = props
  const href = inForm ? {} : { href: `/journeys/${whole.journey.id}` }
  return <Question locale={me.locale} phase={phase} seed={drawnBy(props)} hand={{ hat: 'facilitation', asked }} {...href} />
}

/** For whoever accompanies, while they write in a form of this name: from the bank and their own, by hat and by what it looks at. */
export const QuestionToAsk = ({ props, phase, form }: { props: PhaseProps; phase: QuestionPhase; form: string }) => {
  const { me, refill } = props
  const again = refill?.form === form ? refill : undefined
  return (
    <Question
      id={`question-${form.replace(':', '-')}`}
      locale={me.locale}
      phase={phase}
      seed={drawnBy(props)}
      hand={again ? handIn(again.typed) : { asked: 0 }}
      own={again?.ownQuestions}
      asking
    />
  )
}
