import type { Child } from 'hono/jsx'
import { languageOf } from '#platform/words/words.ts'
import type { Text } from '../queries/whole.ts'
import type { PhaseProps } from './phase.ts'

/** Who can read one text: its author alone (null), or those in the journey's audience. */
type ReadBy = Pick<PhaseProps, 'readers' | 'me' | 't'>

/** Everybody in the journey's audience but the person asking, by name, as a list in words; '' where there is nobody else. */
export function othersInWords({ readers, me }: Omit<ReadBy, 't'>): string {
  return listed(
    me,
    readers.filter((reader) => reader.personId !== me.personId).map((reader) => reader.name),
  )
}

/** Who reads it now, by name, as a sentence. `audience` null: its author alone, and only the author is ever shown it. */
export function readersInWords(props: ReadBy, audience: string | null): string {
  const { readers, me, t } = props
  if (audience === null) return t('shared.read_by_you')
  if (!hasOthers(props)) return t('shared.read_by_you_for_now')
  return t('shared.read_by', { names: namesOf(readers, me, t) })
}

/** Who reads one part of the journey: its readers but those from whom its learner withholds it. */
export const readersOfPart = ({ readers, whole }: Pick<PhaseProps, 'readers' | 'whole'>, partId: string) =>
  readers.filter(({ personId }) => !whole.withheld.some((part) => part.subject_id === partId && part.person_id === personId))

/** Who reads the journey as a whole; private texts apart, which say it beside them. */
export const WholeReaders = (props: ReadBy) => (
  <p class="readers">
    {hasOthers(props)
      ? props.t('shared.whole_read_by', { names: namesOf(props.readers, props.me, props.t) })
      : props.t('shared.whole_read_by_you')}
  </p>
)

type ReadersChoiceProps = {
  props: PhaseProps
  /** Name of the field whose readers are said, as the form's `opens` button sends it. */
  field: string
  label: Child
  audience: string | null
}

/** Who reads a text, and under it the one choice its author has: keep it, or open it. Sends the form it stands in. */
export const ReadersChoice = ({ props, field, label, audience }: ReadersChoiceProps) => {
  const { t } = props
  const [to, key] = audience === null ? (['journey', 'shared.widen_label'] as const) : (['private', 'shared.narrow_label'] as const)
  const others = othersInWords(props)
  const open = others ? t('shared.open_to_journey', { names: others }) : t('shared.open_to_journey_later')
  return (
    <details class="readers-choice">
      <summary>{readersInWords(props, audience)}</summary>
      <p class="small">
        {audience !== null && !others && `${t('shared.read_later')} `}
        {t('shared.keep_to_myself_hint')}
      </p>
      <button class="button button-quiet" type="submit" name="opens" value={`${field}:${to}`} aria-label={t(key, { label: String(label) })}>
        {audience === null ? open : t('shared.keep_to_myself')}
      </button>
    </details>
  )
}

type ReadersOfTextProps = { props: PhaseProps; text: Text; label: Child }

/** Under a text to be read: who reads it, and for its author the same choice as beside its field, at once. */
export const ReadersOfText = ({ props, text, label }: ReadersOfTextProps) =>
  text.author_id === props.me.personId ? (
    <form class="readers" method="post" action={`/journeys/${props.whole.journey.id}/readers`}>
      <input type="hidden" name="text" value={text.id} />
      <ReadersChoice props={props} field={text.field} label={label} audience={text.audience_id} />
    </form>
  ) : (
    <p class="readers">{readersInWords(props, text.audience_id)}</p>
  )

const hasOthers = ({ readers, me }: Omit<ReadBy, 't'>) => readers.some((reader) => reader.personId !== me.personId)

const namesOf = (readers: ReadBy['readers'], me: ReadBy['me'], t: ReadBy['t']) =>
  listed(
    me,
    readers.map((reader) => (reader.personId === me.personId ? t('shared.you') : reader.name)),
  )

// A page says who reads it at every field; making a format costs more than all of these sentences.
const lists = { de: new Intl.ListFormat('de'), en: new Intl.ListFormat('en') }

const listed = (me: ReadBy['me'], names: readonly string[]) => lists[languageOf(me.locale)].format(names)
