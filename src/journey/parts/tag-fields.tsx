import { GroupField } from '#ui/field.tsx'
import { listPlaces } from '../forms/inputs.ts'
import { bodyOf, versionOf } from '../queries/whole.ts'
import { challengeFields } from '../rules/limits.ts'
import type { PhaseProps } from './phase.ts'
import { readersInWords } from './readers.tsx'
import type { FormState } from './writing.tsx'

/** Keywords, in short lines beside one another: those there are and two more. */
export const TagFields = ({ props, state }: { props: PhaseProps; state: FormState }) => {
  const { whole, me, t } = props
  const { texts } = whole.challenge
  const places = listPlaces('tags', challengeFields.tags)
  const value = (name: string, position: number) => state.typed(name, bodyOf(texts, 'tags', position))
  const last = places.findLastIndex(({ name }, position) => value(name, position) !== '')
  const shown = places.slice(0, Math.max(last + 3, 3))
  const error = shown.map(({ name }) => state.error(name)).find(Boolean)
  return (
    <GroupField
      field={{
        name: 'tags',
        locale: me.locale,
        label: t('identify.tags'),
        hint: t('identify.tags_hint'),
        error,
        readers: readersInWords(props, whole.journey.id),
      }}
    >
      <div class="tag-fields">
        {shown.map(({ name }, position) => (
          <>
            <input type="hidden" name={`version.${name}`} value={String(state.version(name, versionOf(texts, 'tags', position)))} />
            <input
              class="control"
              type="text"
              dir="auto"
              id={name}
              name={name}
              value={value(name, position)}
              aria-label={t('identify.tag', { number: position + 1 })}
              aria-invalid={state.error(name) ? 'true' : undefined}
              data-limit={challengeFields.tags.max}
            />
          </>
        ))}
      </div>
    </GroupField>
  )
}
