import type { DueLine } from '#person/rules/due-line.ts'
import { dayIn } from '#platform/clock.ts'
import type { Letter } from '#platform/mail/letter.tsx'
import { sayDate } from '#ui/time.ts'
import { words } from '../messages/index.ts'
import type { Addressee } from '../queries/digest.ts'
import type { Summary } from '../rules/summary.ts'

interface Writing {
  to: Addressee
  summary: Summary
  /** Titles of journeys by id; empty for whoever wants none in mail. */
  titles: ReadonlyMap<string, string>
  origin: string
  /** Opens the choices of whoever gets this mail. */
  token: string
  now: Date
}

/** The summary as a letter: what is new, what was agreed for now, why it came, and how it comes less often. */
export function digestLetter({ to, summary, titles, origin, token, now }: Writing): Letter {
  const t = words(to.locale)
  const today = dayIn(to.timeZone, now)
  const item = ({ kind, day, path }: DueLine) => ({
    href: `${origin}${path}`,
    label: t(`line.${kind}`),
    about: t(`why.${kind}`, { day: sayDate(day, today, to.locale) }),
  })
  const group = (what: 'news' | 'reminders', lines: readonly DueLine[]) => {
    const byTitle = Map.groupBy(eachPlaceOnce(lines), ({ journeyId }) => titles.get(journeyId ?? ''))
    return [...byTitle].map(([title, some]) => ({
      heading: title ? t(`digest.${what}_in`, { title }) : t(`digest.${what}`),
      items: some.map(item),
    }))
  }
  const asks = { href: `${origin}/settings/mail`, label: t('digest.asks') }
  const question = summary.asksAbout.length > 0 ? [{ heading: t('digest.question'), items: [asks] }] : []
  const link = (answer: 'later' | 'less' | 'off') => ({ href: `${origin}/mail/${token}/${answer}`, label: t(`answer.${answer}`) })
  return {
    kind: 'digest',
    locale: to.locale,
    subject: t(summary.news.length > 0 ? 'digest.subject_news' : 'digest.subject', { organisation: to.organisation.name }),
    greeting: t('digest.greeting', { name: to.name }),
    paragraphs: [],
    lines: [...group('news', summary.news), ...group('reminders', summary.reminders), ...question],
    from: to.organisation.name,
    reason: t('digest.reason', { organisation: to.organisation.name }),
    unsubscribe: { rarer: [link('later'), ...(to.digest.often === 'daily' ? [link('less')] : [])], off: link('off') },
  }
}

/** Two answers that stand on one page are one line. */
const eachPlaceOnce = (lines: readonly DueLine[]): DueLine[] => [
  ...new Map(lines.map((line) => [`${line.kind} ${line.path}`, line])).values(),
]
