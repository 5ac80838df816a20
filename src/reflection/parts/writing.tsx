import { dayIn } from '#platform/clock.ts'
import type { Me } from '#platform/db/bound.ts'
import { ConflictNotice } from '#platform/web/elements/conflict-notice.tsx'
import { Select, TextArea } from '#ui/fields.tsx'
import { longDay } from '#ui/time.ts'
import { Words } from '#ui/words.tsx'
import { type ReflectionWords, words } from '../messages/index.ts'
import type { Entry } from '../reflection.ts'
import type { Ago } from '../rules/look-back.ts'

/** One field for an entry, under the prompt that asks for it. */
export interface Place {
  place: number
  id: string
  prompt: { id: string; text: string } | null
  text: string
  version: number
  conflict?: { theirs: string; version: number } | undefined
}

type PlaceProps = { place: Place; me: Me; error: string | undefined; rows: number; another: boolean }

/** The field, what it is sent with, and the way to another prompt, which keeps what was typed. */
export const PlaceFields = ({ place: { place, id, prompt, text, version, conflict }, me, error, rows, another }: PlaceProps) => {
  const t = words(me.locale)
  const name = `text-${place}`
  return (
    <div class="prompt">
      <input type="hidden" name={`id-${place}`} value={id} />
      <input type="hidden" name={`prompt-${place}`} value={prompt?.id ?? ''} />
      <input type="hidden" name={`version.${name}`} value={String(conflict?.version ?? version)} />
      <TextArea
        name={name}
        label={prompt?.text ?? t('write.free')}
        locale={me.locale}
        value={text}
        rows={rows}
        {...(error ? { error } : {})}
        status={conflict && <ConflictNotice locale={me.locale} name={name} {...conflict} href={`/reflections/${id}`} />}
      />
      <div class="prompt-ways">
        <lotse-dictate for={name} />
        {another && (
          <button class="button button-quiet" type="submit" name="another" value={String(place)}>
            {t('write.another')}
          </button>
        )}
      </div>
    </div>
  )
}

type JourneyChoiceProps = { me: Me; journeys: readonly { id: string; title: string }[]; value: string }

/** The journey that an entry stands beside, if any. */
export const JourneyChoice = ({ me, journeys, value }: JourneyChoiceProps) => {
  const t = words(me.locale)
  if (journeys.length === 0) return null
  return (
    <Select
      name="journeyId"
      label={t('write.journey')}
      locale={me.locale}
      value={value}
      options={[
        { value: '', label: t('write.no_journey') },
        ...journeys.map(({ id, title }) => ({ value: id, label: title || t('untitled') })),
      ]}
    />
  )
}

/** Who reads an entry besides its author, by name, what, and until when; nobody, as a sentence. */
export const readersInWords = (entry: Entry, me: Me, t: ReflectionWords): string[] =>
  entry.shares.length === 0
    ? [t('entry.only_you')]
    : entry.shares.map(({ name, excerpt, until }) =>
        t(excerpt === null ? 'entry.read_by' : 'entry.excerpt_read_by', {
          name,
          until: until ? longDay(lastDayOf(until, me.timeZone), me.locale) : '',
        }),
      )

/** The last day of something that ends at an instant: the day that runs out then. */
export const lastDayOf = (until: Date, timeZone: string): string => dayIn(timeZone, new Date(until.getTime() - 1))

type EarlierProps = { earlier: { ago: Ago; entry: Entry } | undefined; me: Me }

/** What the person wrote a month or a year ago, quietly. */
export const Earlier = ({ earlier, me }: EarlierProps) => {
  if (!earlier) return null
  const t = words(me.locale)
  const { entry, ago } = earlier
  return (
    <aside class="water earlier" aria-label={t(`earlier.${ago}`)}>
      <p class="card-says">
        <a href={`/reflections/${entry.id}`}>{t(`earlier.${ago}`)}</a>
      </p>
      <Words>{entry.body}</Words>
    </aside>
  )
}
