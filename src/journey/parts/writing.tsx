import type { Child } from 'hono/jsx'
import { ConflictNotice } from '#platform/web/elements/conflict-notice.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { sayProblems } from '#ui/problems.ts'
import { type Texts, versionOf } from '../queries/whole.ts'
import type { PhaseProps } from './phase.ts'
import { ReadersChoice, readersInWords } from './readers.tsx'
import { levelHere } from './short-help.tsx'

/** What the fields of one form of the page show: what was typed where the form could not be taken, else what is kept. */
export interface FormState {
  typed(name: string, kept: string): string
  typedAll(name: string, kept: readonly string[]): readonly string[]
  /** What the field still needs, as a sentence. */
  error(name: string): string | undefined
  /** All of them by name, for a summary. */
  errors: Readonly<Record<string, string>>
  /** What somebody else wrote there meanwhile. */
  conflict(name: string): { theirs: string; version: number } | undefined
  /** The version to send along, so that nothing is overwritten unseen. */
  version(name: string, kept: number): number
}

/** `form` is the name that its route gives to a `Refill`. */
export function formState({ refill, me }: Pick<PhaseProps, 'refill' | 'me'>, form: string): FormState {
  const mine = refill?.form === form ? refill : undefined
  const errors = mine ? sayProblems(mine.problems, me.locale) : {}
  const conflict = (name: string) => mine?.conflicts?.find((found) => found.name === name)
  const typed = (name: string) => mine?.typed[name]
  return {
    typed: (name, kept) => [typed(name) ?? kept].flat()[0] ?? '',
    typedAll: (name, kept) => [typed(name) ?? kept].flat(),
    error: (name) => errors[name],
    errors,
    conflict,
    version: (name, kept) => conflict(name)?.version ?? (Number(typed(`version.${name}`)) || kept),
  }
}

/** Whoever is accompanied on call, or goes on alone, writes in empty forms with help behind a question mark. */
function foldsHelp({ whole }: PhaseProps): boolean {
  const level = levelHere(whole)
  return level === 'on_call' || level === 'independent'
}

type OwnTextProps = {
  props: PhaseProps
  state: FormState
  /** The texts of the row that the field describes. */
  texts: Texts
  field: string
  position?: number
  /** Name of the input, where it is not the field's. */
  name?: string
  label: string
  hint?: Child
  limit: number
  /** Lines; with one it is a single line without breaks. */
  rows?: number
  optional?: boolean
  required?: boolean
  question?: Child
  /** The audience of a text that is not written yet: the journey's id, or null for its author alone. */
  audience: string | null
  /** 'choice' where the form's route takes `opens` and the field's readers may change; 'none' inside a group that says it once. */
  readers?: 'sentence' | 'choice' | 'none'
}

/** A field for one's own words: with its version, with who reads it by name, with what somebody else wrote meanwhile. */
export const OwnText = ({
  props,
  state,
  texts,
  field,
  position = 0,
  name = field,
  rows = 3,
  audience,
  readers = 'sentence',
  ...shown
}: OwnTextProps) => {
  const written = texts.own.find((text) => text.field === field && text.position === position)
  const now = written ? written.audience_id : audience
  const said =
    readers === 'choice' ? <ReadersChoice props={props} field={field} label={shown.label} audience={now} /> : readersInWords(props, now)
  const common = {
    ...shown,
    name,
    locale: props.me.locale,
    hintFolded: foldsHelp(props),
    value: state.typed(name, written?.body ?? ''),
    error: state.error(name),
    readers: readers === 'none' ? undefined : said,
    status: <Theirs props={props} state={state} name={name} />,
  }
  return (
    <>
      <input type="hidden" name={`version.${name}`} value={String(state.version(name, versionOf(texts, field, position)))} />
      {rows === 1 ? <TextField {...common} /> : <TextArea {...common} rows={rows} />}
    </>
  )
}

/** What somebody else wrote in a field meanwhile, beside what one has in it. */
export const Theirs = ({ props, state, name }: { props: PhaseProps; state: FormState; name: string }) => {
  const conflict = state.conflict(name)
  if (!conflict) return null
  return <ConflictNotice locale={props.me.locale} name={name} {...conflict} href={`/journeys/${props.whole.journey.id}`} />
}
