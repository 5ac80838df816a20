import { dayIn } from '#platform/clock.ts'
import { languageOf } from '#platform/words/words.ts'
import { EmptyState } from '#ui/cards.tsx'
import { NotebookDrawing } from '#ui/drawings.tsx'
import { Select } from '#ui/fields.tsx'
import { Actions, Button, Form, LinkButton } from '#ui/form.tsx'
import { PageTitle } from '#ui/page.tsx'
import { words } from '../messages/index.ts'
import { EntryCard } from '../parts/entry-card.tsx'
import { type Frame, JournalPageFrame } from '../parts/frame.tsx'
import { Earlier } from '../parts/writing.tsx'
import type { Entry } from '../reflection.ts'
import type { Ago } from '../rules/look-back.ts'

interface JournalProps {
  frame: Frame
  entries: readonly Entry[]
  page: number
  more: boolean
  journeys: readonly { id: string; title: string }[]
  journeyId: string | null
  earlier: { ago: Ago; entry: Entry } | undefined
  /** What was put into the bin a moment ago. */
  removed: string | undefined
}

/** The journal: one's own entries by month, the newest first. */
export const JournalPage = (props: JournalProps) => {
  const { frame, entries, page, journeyId, journeys, earlier, removed } = props
  const { me } = frame
  const t = words(me.locale)
  const beside = journeyId ? `?journey=${journeyId}` : ''
  return (
    <JournalPageFrame frame={frame} title={t('journal.title')}>
      <PageTitle title={t('journal.title')}>{t('journal.lead')}</PageTitle>
      {removed && (
        <div class="undo" role="status">
          <span>{t('removed.said')}</span>
          <Form class="inline-form" action={`/reflections/${removed}/restoration`}>
            <Button kind="quiet">{t('removed.undo')}</Button>
          </Form>
        </div>
      )}
      {entries.length === 0 && page === 1 && !journeyId ? (
        <EmptyState
          drawing={<NotebookDrawing />}
          title={t('journal.empty')}
          act={<Begin href="/reflections/new" label={t('journal.begin')} />}
        >
          <p>{t('journal.empty_how')}</p>
        </EmptyState>
      ) : (
        <>
          <div class="actions">
            <Begin href={`/reflections/new${beside}`} label={t('journal.write')} />
            <LinkButton href="/reflections/new?cadence=weekly">{t('journal.week')}</LinkButton>
          </div>
          {page === 1 && <Earlier earlier={earlier} me={me} />}
          {journeys.length > 0 && <Narrow {...props} />}
          {entries.length === 0 && <p class="soft">{t('journal.none_here')}</p>}
          <Months {...props} />
          <Pages {...props} />
        </>
      )}
      <nav class="around" aria-label={t('journal.more')}>
        <ul>
          <li>
            <a href="/reflections/shared">{t('shared.title')}</a>
          </li>
          <li>
            <a href="/reflections/removed">{t('removed.title')}</a>
          </li>
          <li>
            <a href="/settings/rhythm">{t('journal.rhythm')}</a>
          </li>
          <li>
            {t('journal.take_along')} <a href="/my-data/journal.md">Markdown</a>, <a href="/my-data/journal.json">JSON</a>
          </li>
        </ul>
      </nav>
    </JournalPageFrame>
  )
}

const Begin = ({ href, label }: { href: string; label: string }) => (
  <LinkButton kind="primary" href={href}>
    {label}
  </LinkButton>
)

const Narrow = ({ frame: { me }, journeys, journeyId }: JournalProps) => {
  const t = words(me.locale)
  return (
    <Form class="journal-narrow" method="get" action="/reflections">
      <Select
        name="journey"
        label={t('journal.of')}
        locale={me.locale}
        value={journeyId ?? ''}
        options={[
          { value: '', label: t('journal.of_all') },
          ...journeys.map(({ id, title }) => ({ value: id, label: title || t('untitled') })),
        ]}
      />
      <Actions>
        <Button>{t('journal.show')}</Button>
      </Actions>
    </Form>
  )
}

const Months = ({ frame: { me, now }, entries }: JournalProps) => {
  const month = new Intl.DateTimeFormat(languageOf(me.locale) === 'de' ? 'de-DE' : 'en-GB', {
    timeZone: me.timeZone,
    month: 'long',
    year: 'numeric',
  })
  const months = Object.groupBy(entries, ({ writtenAt }) => dayIn(me.timeZone, writtenAt).slice(0, 7))
  return Object.values(months).map((some) => (
    <section class="section">
      <h2>{month.format(some![0]!.writtenAt)}</h2>
      {some!.map((entry) => (
        <EntryCard entry={entry} me={me} now={now} />
      ))}
    </section>
  ))
}

const Pages = ({ frame: { me }, page, more, journeyId }: JournalProps) => {
  const t = words(me.locale)
  const to = (number: number) =>
    `/reflections?${new URLSearchParams({ page: String(number), ...(journeyId ? { journey: journeyId } : {}) })}`
  if (page === 1 && !more) return null
  return (
    <nav class="actions section" aria-label={t('journal.pages')}>
      {page > 1 && <LinkButton href={to(page - 1)}>{t('journal.newer')}</LinkButton>}
      {more && <LinkButton href={to(page + 1)}>{t('journal.older')}</LinkButton>}
    </nav>
  )
}
