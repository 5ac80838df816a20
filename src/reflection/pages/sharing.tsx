import { LiveRegion } from '#platform/live/region.tsx'
import type { Typed } from '#platform/web/read-form.ts'
import { EmptyState, Note } from '#ui/cards.tsx'
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx'
import { ChartDrawing } from '#ui/drawings.tsx'
import { DateField, Select, TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui/form.tsx'
import { PageTitle } from '#ui/page.tsx'
import { words } from '../messages/index.ts'
import { SharedCard } from '../parts/entry-card.tsx'
import { type Frame, JournalPageFrame } from '../parts/frame.tsx'
import type { Entry, SharedEntry } from '../reflection.ts'

interface SharingProps {
  frame: Frame
  entry: Entry
  sentences: readonly string[]
  people: readonly { id: string; name: string }[]
  /** The days between which a share may end, and the one suggested, as YYYY-MM-DD. */
  until: { from: string; suggested: string; most: string }
  typed: Typed
  errors: Readonly<Record<string, string>>
}

/** To whom, what and until when. What comes next is the preview: nothing is shared on this page. */
export const SharingPage = ({ frame, entry, sentences, people, until, typed, errors }: SharingProps) => {
  const { me } = frame
  const { locale } = me
  const t = words(locale)
  const here = `/reflections/${entry.id}`
  const given = (name: string, otherwise: string) => [typed[name] ?? otherwise].flat()[0] ?? otherwise
  return (
    <JournalPageFrame frame={frame} title={t('sharing.title')}>
      <PageTitle title={t('sharing.title')}>{t('sharing.lead')}</PageTitle>
      <ErrorSummary locale={locale} problems={errors} />
      <Form method="get" action={`${here}/sharing/preview`}>
        {people.length > 0 && (
          <Select
            name="readerId"
            label={t('sharing.with')}
            locale={locale}
            value={given('readerId', '')}
            error={errors.readerId}
            options={[{ value: '', label: t('sharing.somebody_else') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
            width="half"
          />
        )}
        <TextField
          name="otherName"
          id={people.length > 0 ? 'otherName' : 'readerId'}
          label={t(people.length > 0 ? 'sharing.other' : 'sharing.with')}
          hint={t('sharing.other_hint')}
          locale={locale}
          value={given('otherName', '')}
          error={errors.otherName ?? (people.length > 0 ? undefined : errors.readerId)}
          autocomplete="off"
          width="half"
        />
        <RadioGroup
          name="part"
          label={t('sharing.part')}
          locale={locale}
          value={given('part', sentences.length > 1 ? 'excerpt' : 'whole')}
          error={errors.part}
          options={[
            { value: 'whole', label: t('sharing.whole'), hint: t('sharing.whole_hint') },
            { value: 'excerpt', label: t('sharing.excerpt'), hint: t('sharing.excerpt_hint') },
          ]}
        />
        <CheckboxGroup
          name="sentences"
          label={t('sharing.sentences')}
          locale={locale}
          values={[typed.sentences ?? []].flat()}
          error={errors.sentences}
          options={sentences.map((sentence, index) => ({ value: String(index), label: sentence }))}
        />
        <DateField
          name="until"
          label={t('sharing.until')}
          hint={t('sharing.until_hint')}
          locale={locale}
          value={given('until', until.suggested)}
          min={until.from}
          max={until.most}
          error={errors.until}
        />
        <Actions>
          <Button kind="primary">{t('sharing.preview')}</Button>
          <LinkButton kind="quiet" href={here}>
            {t('back')}
          </LinkButton>
        </Actions>
      </Form>
    </JournalPageFrame>
  )
}

interface PreviewProps {
  frame: Frame
  entry: Entry
  reader: { id: string; name: string }
  /** What the other will see, as the other will see it. */
  shared: Omit<SharedEntry, 'shareId' | 'passageId' | 'authorId' | 'since'>
  /** The wish, as it came in the address, to be sent on. */
  wish: Record<string, string>
  sentences: readonly string[]
  shareId: string
  /** The entry was changed meanwhile: this is the preview of what stands now. */
  changed: boolean
}

/** Exactly what the other will see, before anything is shared. */
export const PreviewPage = ({ frame, entry, reader, shared, wish, sentences, shareId, changed }: PreviewProps) => {
  const { me, now } = frame
  const t = words(me.locale)
  const back = new URLSearchParams(wish)
  for (const sentence of sentences) back.append('sentences', sentence)
  return (
    <JournalPageFrame frame={frame} title={t('preview.title', { name: reader.name })}>
      <PageTitle title={t('preview.title', { name: reader.name })}>{t('preview.lead', { name: reader.name })}</PageTitle>
      {changed && (
        <Note tone="caution">
          <p role="alert">{t('preview.changed')}</p>
        </Note>
      )}
      <div class="preview">
        <SharedCard shared={shared} me={me} now={now} />
      </div>
      <p class="small">{t(shared.isExcerpt ? 'preview.excerpt_stays' : 'preview.whole_follows', { name: reader.name })}</p>
      <Form action={`/reflections/${entry.id}/shares`} hidden={{ ...wish, shareId, version: entry.version }}>
        {sentences.map((sentence) => (
          <input type="hidden" name="sentences" value={sentence} />
        ))}
        <Actions>
          <Button kind="primary">{t('preview.share', { name: reader.name })}</Button>
          <LinkButton kind="quiet" href={`/reflections/${entry.id}/sharing?${back}`}>
            {t('back')}
          </LinkButton>
        </Actions>
      </Form>
    </JournalPageFrame>
  )
}

/** What others share with the person now. What is taken back, or ends, goes from this page by itself. */
export const SharedWithMePage = ({ frame, entries }: { frame: Frame; entries: readonly SharedEntry[] }) => {
  const { me, now } = frame
  const t = words(me.locale)
  const topics = [me.personId, ...entries.map(({ passageId }) => passageId)]
  return (
    <JournalPageFrame frame={frame} title={t('shared.title')}>
      <PageTitle title={t('shared.title')} overline={<a href="/reflections">{t('journal.title')}</a>}>
        {t('shared.lead')}
      </PageTitle>
      <LiveRegion id="shared-with-me" topics={[...new Set(topics)]} at={now}>
        {entries.length === 0 && (
          <EmptyState drawing={<ChartDrawing />} title={t('shared.empty')}>
            <p>{t('shared.empty_how')}</p>
          </EmptyState>
        )}
        {entries.map((shared) => (
          <SharedCard shared={shared} me={me} now={now} />
        ))}
      </LiveRegion>
    </JournalPageFrame>
  )
}
