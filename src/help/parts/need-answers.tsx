import { Quote } from '#ui/cards.tsx'
import type { Reader } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { words } from '../messages/index.ts'
import type { NeedAnswer } from '../queries/need-link.ts'

type NeedAnswersProps = {
  answers: readonly Omit<NeedAnswer, 'id'>[]
  /** Whose need it is. */
  asker: string
  reader: Reader
  now: Date
}

/** What was said to a need through its link, and what was said back. */
export const NeedAnswers = ({ answers, asker, reader, now }: NeedAnswersProps) => {
  const t = words(reader.locale)
  if (answers.length === 0) return null
  return (
    <section class="stack" aria-label={t('need.answers')}>
      {answers.map((answer) => (
        <div class="stack">
          <p>
            <strong>{t(`need.says.${answer.kind}`)}</strong>
            {answer.comingOn && (
              <>
                {' '}
                {t('need.comes_on')} <When day={answer.comingOn} reader={reader} now={now} />
              </>
            )}{' '}
            <span class="small">
              <When at={answer.at} reader={reader} now={now} />
            </span>
          </p>
          {answer.body && <Words>{answer.body}</Words>}
          {answer.reply && <Quote by={asker}>{answer.reply}</Quote>}
        </div>
      ))}
    </section>
  )
}
