import type { Locale } from '#platform/words/words.ts'
import { Fold } from '#ui/cards.tsx'
import { type Hand, hatInWords, hats, type Question, type QuestionPhase, questionAtHand, questionPhases, questionTags } from '../library.ts'
import { words } from '../messages/index.ts'

type QuestionAtHandProps = {
  locale: Locale
  /** Without one, whoever asks chooses it too. */
  phase?: QuestionPhase
  /** What the order is drawn by: the same all day for one thing. */
  seed: string
  hand: Hand
  /** Questions of one's own, to be drawn among those of the bank. */
  own?: readonly Question[]
  /** Page that shows another one by a link. Without it the question stands in a form, and a button sends the form along: its route takes `question`. */
  href?: string
  /** For whoever asks others: with the choice of hat and tag, and a button that sends `take` for the field beside it. */
  asking?: boolean
  /** Tells apart what stands twice on a page. */
  id?: string
}

/** One question, the same all day, and a way to another. It asks; nobody has to answer, and nothing about it is kept. */
export const QuestionAtHand = (props: QuestionAtHandProps) => {
  const { locale, phase, hand, seed, own, asking, id = 'question' } = props
  const t = words(locale)
  const question = questionAtHand(hand, { phase, locale, seed, own })
  if (!question && !asking) return null
  return (
    <>
      <p id={id}>{question ? question.text : t('hand.none')}</p>
      {question && (
        <div class="question-acts">
          <Another {...props} />
          {asking && !props.href && (
            <button class="button button-quiet" type="submit" name="take" value={question.id}>
              {t('hand.take')}
            </button>
          )}
        </div>
      )}
      {asking && (
        <Fold id={`${id}-choose`} summary={t('hand.choose')} open={!question}>
          {props.href ? (
            <form method="get" action={`${props.href}#${id}`}>
              <Choice {...props} id={id} />
            </form>
          ) : (
            <Choice {...props} id={id} />
          )}
          <p>
            <a href={phase ? `/questions?phase=${phase}` : '/questions'}>{t('hand.all')}</a>
          </p>
        </Fold>
      )}
    </>
  )
}

const Another = ({ locale, hand, href, id = 'question' }: QuestionAtHandProps) => {
  const t = words(locale)
  const next = String(hand.asked + 1)
  if (!href)
    return (
      <button class="button button-quiet" type="submit" name="question" value={next}>
        {t('hand.another')}
      </button>
    )
  const asked = new URLSearchParams({
    question: next,
    ...(hand.hat && { questionHat: hand.hat }),
    ...(hand.tag && { questionTag: hand.tag }),
  })
  return <a href={`${href}?${asked}#${id}`}>{t('hand.another')}</a>
}

const Choice = ({ locale, hand, href, id, phase }: QuestionAtHandProps) => {
  const t = words(locale)
  return (
    <>
      {!phase && (
        <>
          <label class="field-label" for={`${id}-phase`}>
            {t('questions.phase')}
          </label>
          <select class="control" id={`${id}-phase`} name="questionPhase">
            <option value="">{t('questions.any_phase')}</option>
            {questionPhases.map((one) => (
              <option value={one} selected={one === hand.phase}>
                {t(`phase.${one}`)}
              </option>
            ))}
          </select>
        </>
      )}
      <label class="field-label" for={`${id}-hat`}>
        {t('hand.hat')}
      </label>
      <select class="control" id={`${id}-hat`} name="questionHat">
        <option value="">{t('hand.any_hat')}</option>
        {hats.map((hat) => (
          <option value={hat} selected={hat === hand.hat}>
            {hatInWords(hat, locale).label}
          </option>
        ))}
      </select>
      <label class="field-label" for={`${id}-tag`}>
        {t('hand.tag')}
      </label>
      <select class="control" id={`${id}-tag`} name="questionTag">
        <option value="">{t('hand.any_tag')}</option>
        {questionTags.map((tag) => (
          <option value={tag} selected={tag === hand.tag}>
            {t(`tag.${tag}`)}
          </option>
        ))}
      </select>
      <button class="button button-quiet" type="submit" name={href ? undefined : 'question'} value={href ? undefined : '0'}>
        {t('hand.show')}
      </button>
    </>
  )
}
