import { newId } from '#platform/ids.ts'
import { GroupField } from '#ui/field.tsx'
import { needInput, needSlots } from '../forms/plan.ts'
import { bodyOf, type NeedView, versionOf } from '../queries/whole.ts'
import { needStates } from '../rules/choices.ts'
import { needFields } from '../rules/limits.ts'
import type { PhaseProps } from './phase.ts'
import { readersInWords } from './readers.tsx'
import { type FormState, Theirs } from './writing.tsx'

type NeedFieldsProps = { props: PhaseProps; state: FormState; needs: readonly NeedView[] }

/** What a step needs: the lines there are and one more, up to the most there can be. An emptied line goes to the bin. */
export const NeedFields = ({ props, state, needs }: NeedFieldsProps) => {
  const { whole, me, t } = props
  const filled = needSlots.findLast((slot) => state.typed(needInput(slot, 'text'), textOf(needs[slot])) !== '') ?? -1
  return (
    <GroupField
      field={{
        name: 'needs',
        locale: me.locale,
        label: t('plan.needs'),
        hint: t('plan.needs_hint'),
        readers: readersInWords(props, whole.journey.id),
      }}
    >
      <ol class="list-field need-fields">
        {needSlots.slice(0, filled + 2).map((slot) => (
          <NeedRow props={props} state={state} slot={slot} need={needs[slot]} />
        ))}
      </ol>
    </GroupField>
  )
}

const textOf = (need: NeedView | undefined) => (need ? bodyOf(need.texts, 'text') : '')

const NeedRow = ({ props, state, slot, need }: Omit<NeedFieldsProps, 'needs'> & { slot: number; need: NeedView | undefined }) => {
  const { t } = props
  const [id, text, neededBy, standing] = [
    needInput(slot, 'id'),
    needInput(slot, 'text'),
    needInput(slot, 'neededBy'),
    needInput(slot, 'state'),
  ]
  const error = state.error(text) ?? state.error(neededBy)
  const chosen = state.typed(standing, need?.state ?? 'open')
  return (
    <li>
      <div class="need-line">
        <input type="hidden" name={id} value={state.typed(id, need?.id ?? newId())} />
        <input type="hidden" name={`version.${text}`} value={String(state.version(text, need ? versionOf(need.texts, 'text') : 0))} />
        <input
          class="control control-words"
          type="text"
          dir="auto"
          id={text}
          name={text}
          value={state.typed(text, textOf(need))}
          aria-label={t('plan.need', { number: slot + 1 })}
          aria-invalid={state.error(text) ? 'true' : undefined}
          aria-describedby={error ? `${text}-error` : undefined}
          data-limit={needFields.text.max}
        />
        <label class="need-by">
          <span>{t('plan.needed_by')}</span>
          <input
            class="control control-date"
            type="date"
            id={neededBy}
            name={neededBy}
            value={state.typed(neededBy, need?.needed_by ?? '')}
            aria-invalid={state.error(neededBy) ? 'true' : undefined}
          />
        </label>
        {need && (
          <select class="control" name={standing} aria-label={t('plan.need_state')}>
            {needStates.map((value) => (
              <option value={value} selected={value === chosen}>
                {t(`plan.need_state.${value}`)}
              </option>
            ))}
          </select>
        )}
        {error && (
          <p class="field-error" id={`${text}-error`}>
            {error}
          </p>
        )}
        <Theirs props={props} state={state} name={text} />
      </div>
    </li>
  )
}
