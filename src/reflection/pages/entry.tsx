import { dayIn } from '#platform/clock.ts'
import { TextField } from '#ui/fields.tsx'
import { Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { PageTitle } from '#ui/page.tsx'
import { fullDay, fullTime, longDay } from '#ui/time.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { words } from '../messages/index.ts'
import { EntryCard } from '../parts/entry-card.tsx'
import { type Frame, JournalPageFrame } from '../parts/frame.tsx'
import { Earlier, lastDayOf } from '../parts/writing.tsx'
import type { Entry } from '../reflection.ts'
import type { Ago } from '../rules/look-back.ts'

interface EntryProps {
  frame: Frame
  entry: Entry
  earlier?: { ago: Ago; entry: Entry } | undefined
}

const Back = ({ href, label }: { href: string; label: string }) => <a href={href}>{label}</a>

/** One entry: its words, who reads them until when, and what can be done with it. */
export const EntryPage = ({ frame, entry, earlier }: EntryProps) => {
  const { me, now } = frame
  const t = words(me.locale)
  const here = `/reflections/${entry.id}`
  const day = fullDay(dayIn(me.timeZone, entry.writtenAt), me.locale)
  return (
    <JournalPageFrame frame={frame} title={day}>
      <PageTitle title={day} overline={<Back href="/reflections" label={t('journal.title')} />} />
      <EntryCard entry={entry} me={me} now={now} alone />
      <div class="actions">
        <LinkButton href={`${here}/change`}>{t('entry.change')}</LinkButton>
        <LinkButton href={`${here}/sharing`}>{t('entry.share')}</LinkButton>
        <Form class="inline-form" action={`${here}/removal`}>
          <Button kind="quiet">{t('entry.remove')}</Button>
        </Form>
      </div>
      <Readers frame={frame} entry={entry} />
      <Earlier earlier={earlier} me={me} />
    </JournalPageFrame>
  )
}

const Readers = ({ frame: { me, now }, entry }: EntryProps) => {
  const t = words(me.locale)
  return (
    <section class="section" id="readers" aria-labelledby="readers-title">
      <h2 id="readers-title">{t('entry.readers')}</h2>
      {entry.shares.length === 0 && <p>{t('entry.only_you')}</p>}
      <ul class="list">
        {entry.shares.map((share) => (
          <li>
            <p>
              {t(share.excerpt === null ? 'entry.read_by' : 'entry.excerpt_read_by', {
                name: share.name,
                until: share.until ? longDay(lastDayOf(share.until, me.timeZone), me.locale) : '',
              })}
            </p>
            {share.excerpt !== null && (
              <blockquote class="entry-excerpt">
                <Words>{share.excerpt}</Words>
              </blockquote>
            )}
            <p class="small">
              {t('entry.since')} <When at={share.since} reader={me} now={now} />
            </p>
            <Form class="inline-form" action={`/reflections/${entry.id}/shares/${share.id}/ending`}>
              <Button kind="quiet" label={t('entry.take_back_from', { name: share.name })}>
                {t('entry.take_back')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The bin: what was removed in the last 30 days. */
export const RemovedPage = ({ frame, entries }: { frame: Frame; entries: readonly Entry[] }) => {
  const { me, now } = frame
  const t = words(me.locale)
  return (
    <JournalPageFrame frame={frame} title={t('removed.title')}>
      <PageTitle title={t('removed.title')} overline={<Back href="/reflections" label={t('journal.title')} />}>
        {t(entries.length > 0 ? 'removed.lead' : 'removed.empty')}
      </PageTitle>
      <ul class="list removed">
        {entries.map((entry) => (
          <li>
            <p class="card-says">
              {t('removed.when')} <When at={entry.removedAt!} reader={me} now={now} />
            </p>
            <Words>{entry.body}</Words>
            <div class="actions">
              <Form class="inline-form" action={`/reflections/${entry.id}/restoration`}>
                <Button label={t('removed.restore_label', { text: entry.body.slice(0, 60) })}>{t('removed.restore')}</Button>
              </Form>
              <LinkButton kind="quiet" href={`/reflections/${entry.id}/erasure`}>
                {t('erasure.title')}
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </JournalPageFrame>
  )
}

interface ErasureProps {
  frame: Frame
  entry: Entry
  /** What was typed in place of the word. */
  typed?: string | undefined
}

/** Asks, by a word to type, before an entry is erased for good. */
export const ErasurePage = ({ frame, entry, typed }: ErasureProps) => {
  const { me } = frame
  const t = words(me.locale)
  const word = t('erasure.word')
  const error = typed === undefined ? undefined : t('erasure.mismatch', { word })
  return (
    <JournalPageFrame frame={frame} title={t('erasure.title')}>
      <PageTitle title={t('erasure.title')}>{t('erasure.lead', { when: fullTime(entry.writtenAt, me) })}</PageTitle>
      <Form id="erasure" action={`/reflections/${entry.id}/erasure`}>
        <ErrorSummary locale={me.locale} problems={error ? { word: error } : {}} />
        <TextField
          name="word"
          locale={me.locale}
          label={t('erasure.type', { word })}
          value={typed ?? ''}
          {...(error ? { error } : {})}
          autocomplete="off"
          width="short"
        />
        <div class="actions">
          <Button kind="primary">{t('erasure.do')}</Button>
          <LinkButton kind="quiet" href={`/reflections/${entry.id}`}>
            {t('back')}
          </LinkButton>
        </div>
      </Form>
    </JournalPageFrame>
  )
}
