import { languageOf } from '#platform/words/words.ts'
import { Quote } from '#ui/cards.tsx'
import type { Reader } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { type HelpWords, words } from '../messages/index.ts'
import type { HelpRequestLine, HelpRequestView } from '../queries/help-request.ts'
import { type HelpRequest, helpRequestFieldNames, helpTurn } from '../rules/help-request.ts'

type ReadingProps = { request: HelpRequestView; reader: Reader & { personId: string }; now: Date; t: HelpWords }

/** The four answers that make a question for help, and who reads them. */
export const QuestionReading = ({ request, reader, t }: ReadingProps) => (
  <>
    <dl class="facts">
      {helpRequestFieldNames
        .filter((field) => request.texts[field])
        .map((field) => (
          <>
            <dt>{t(`help.read.${field}`)}</dt>
            <dd>
              <Words inline>{request.texts[field]}</Words>
            </dd>
          </>
        ))}
    </dl>
    <p class="readers">{readersSentence(request, reader, t)}</p>
  </>
)

/** What was said under a question, each under its author's name. */
export const Answers = ({ request, reader, now, t }: ReadingProps) =>
  request.answers.length === 0 ? null : (
    <section class="stack" aria-label={t('help.thread')}>
      {request.answers.map(({ id, authorId, authorName, body, at }) => (
        <div id={`answer-${id}`}>
          <Quote by={authorId === reader.personId ? t('help.by_you') : authorName} when={<When at={at} reader={reader} now={now} />}>
            {body}
          </Quote>
        </div>
      ))}
    </section>
  )

function readersSentence({ readers }: HelpRequestView, { personId, locale }: ReadingProps['reader'], t: HelpWords): string {
  const others = readers.filter((one) => one.personId !== personId).map((one) => one.name)
  if (others.length === 0) return t('help.readers_only_you')
  return t('help.readers', { names: namesIn(locale, [t('help.you'), ...others]) })
}

export const namesIn = (locale: Reader['locale'], names: readonly string[]): string =>
  new Intl.ListFormat(languageOf(locale), { type: 'conjunction' }).format(names)

/** Where a question stands, in a few words. */
export function standingOf(request: HelpRequest, t: HelpWords): string {
  if (request.state === 'resolved' || request.state === 'withdrawn') return t(`help.turn.${request.state}`)
  const turn = helpTurn(request)
  return turn === 'nobody' ? '' : t(`help.turn.${turn}`)
}

/** Questions for help as lines that lead to them. */
export const HelpRequestLines = ({ requests, reader, now }: { requests: readonly HelpRequestLine[]; reader: Reader; now: Date }) => {
  const t = words(reader.locale)
  if (requests.length === 0) return null
  return (
    <ul class="lines">
      {requests.map((request) => (
        <li>
          <a href={`/help-requests/${request.id}`}>
            <Words inline>{request.goal}</Words>
          </a>
          <p class="small">
            {t(request.mine ? 'help.line.to' : 'help.line.from', { name: request.name ?? t('help.former_member') })} ·{' '}
            <When at={request.askedAt} reader={reader} now={now} /> · {standingOf(request, t)}
          </p>
        </li>
      ))}
    </ul>
  )
}
