import { promptText } from '#library/library.ts'
import type { Me } from '#platform/db/bound.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { words } from '../messages/index.ts'
import type { Entry, SharedEntry } from '../reflection.ts'
import { lastDayOf, readersInWords } from './writing.tsx'

type EntryProps = { entry: Entry; me: Me; now: Date; alone?: boolean }

/** One own entry: when, to which prompt, beside which journey, and who reads it. Alone it stands on its own page. */
export const EntryCard = ({ entry, me, now, alone }: EntryProps) => {
  const t = words(me.locale)
  const prompt = promptText(entry.promptId, me.locale)
  return (
    <article class="entry" id={`entry-${entry.id}`}>
      {(!alone || entry.journey) && (
        <p class="card-says">
          {!alone && (
            <a href={`/reflections/${entry.id}`}>
              <When at={entry.writtenAt} reader={me} now={now} />
            </a>
          )}
          {!alone && entry.journey && ' · '}
          {entry.journey && (
            <a href={`/journeys/${entry.journey.id}`}>
              <Words inline>{entry.journey.title || t('untitled')}</Words>
            </a>
          )}
        </p>
      )}
      {prompt && <p class="entry-prompt">{prompt}</p>}
      <Words>{entry.body}</Words>
      {!alone && entry.shares.length > 0 && readersInWords(entry, me, t).map((reader) => <p class="readers small">{reader}</p>)}
    </article>
  )
}

type SharedProps = {
  shared: Pick<SharedEntry, 'authorName' | 'body' | 'isExcerpt' | 'promptId' | 'writtenAt' | 'until'>
  me: Me
  now: Date
}

/** What somebody else shares: exactly this is what its author saw before. */
export const SharedCard = ({ shared, me, now }: SharedProps) => {
  const t = words(me.locale)
  const prompt = promptText(shared.promptId, me.locale)
  return (
    <article class="entry">
      <p class="card-says">
        {t(shared.isExcerpt ? 'shared.excerpt_by' : 'shared.by', { name: shared.authorName })} ·{' '}
        <When at={shared.writtenAt} reader={me} now={now} />
      </p>
      {prompt && <p class="entry-prompt">{prompt}</p>}
      <Words>{shared.body}</Words>
      {shared.until && (
        <p class="small">
          {t('shared.until')} <When day={lastDayOf(shared.until, me.timeZone)} reader={me} now={now} />
        </p>
      )}
    </article>
  )
}
