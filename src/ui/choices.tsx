import { type FieldProps, fieldId, GroupField } from './field.tsx'
import type { Choice } from './fields.tsx'
import { words } from './messages/index.ts'

const invalid = (field: FieldProps) => (field.error ? ('true' as const) : undefined)

const ChoiceRow = ({
  field,
  choice,
  type,
  checked,
}: {
  field: FieldProps
  choice: Choice
  type: 'radio' | 'checkbox'
  checked: boolean
}) => {
  const id = `${fieldId(field)}-${choice.value}`
  return (
    <label class="choice" for={id}>
      <input
        type={type}
        id={id}
        name={field.name}
        value={choice.value}
        checked={checked}
        required={type === 'radio' && field.required}
        disabled={choice.disabled}
        aria-invalid={invalid(field)}
        aria-describedby={choice.hint && `${id}-hint`}
      />
      <span class="choice-label">{choice.label}</span>
      {choice.hint && (
        <span class="choice-hint" id={`${id}-hint`}>
          {choice.hint}
        </span>
      )}
    </label>
  )
}

export const RadioGroup = (field: FieldProps & { value?: string; options: readonly Choice[] }) => (
  <GroupField field={field} role="radiogroup">
    {field.options.map((choice) => (
      <ChoiceRow field={field} choice={choice} type="radio" checked={choice.value === field.value} />
    ))}
  </GroupField>
)

export const CheckboxGroup = (field: FieldProps & { values?: readonly string[]; options: readonly Choice[] }) => (
  <GroupField field={field}>
    {field.options.map((choice) => (
      <ChoiceRow field={field} choice={choice} type="checkbox" checked={field.values?.includes(choice.value) ?? false} />
    ))}
  </GroupField>
)

type NumberScaleProps = FieldProps & {
  value?: number | string
  from?: number
  to?: number
  /** What the lowest and the highest number mean. */
  low: string
  high: string
}

/** A row of numbers, by arrow keys or thumb; on phones it breaks into two rows so that every number stays large. */
export const NumberScale = (field: NumberScaleProps) => {
  const { from = 0, to = 10 } = field
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return (
    <GroupField field={field} role="radiogroup">
      <div class={numbers.length > 6 ? 'scale scale-long' : 'scale'}>
        <span class="scale-low" aria-hidden="true">
          {field.low}
        </span>
        <span class="scale-numbers">
          {numbers.map((number) => (
            <label class="scale-number">
              <input
                type="radio"
                name={field.name}
                value={String(number)}
                required={field.required}
                checked={field.value !== undefined && String(field.value) === String(number)}
                aria-invalid={invalid(field)}
              />
              <span>
                {number}
                {number === from && <span class="unseen">: {field.low}</span>}
                {number === to && <span class="unseen">: {field.high}</span>}
              </span>
            </label>
          ))}
        </span>
        <span class="scale-high" aria-hidden="true">
          {field.high}
        </span>
      </div>
    </GroupField>
  )
}

type ListFieldProps = FieldProps & {
  values?: readonly string[]
  /** How many lines are offered; empty ones are sent too and mean nothing. */
  entries?: number
  limit?: number
}

/** A short list of texts without any script: all lines carry the same name, and each grows with what is written. */
export const ListField = (field: ListFieldProps) => {
  const t = words(field.locale)
  const count = Math.max(field.entries ?? 3, field.values?.length ?? 0)
  // Where single lines are too long, those are marked; else it is the list as a whole that needs something.
  const tooLong = (field.values ?? []).map((value) => field.limit !== undefined && value.length > field.limit)
  const isWrong = (index: number) => tooLong[index] || !tooLong.includes(true)
  return (
    <GroupField field={field}>
      <ol class="list-field">
        {Array.from({ length: count }, (_, index) => (
          <li>
            <textarea
              class="control control-words"
              dir="auto"
              id={`${fieldId(field)}-${index + 1}`}
              name={field.name}
              rows={1}
              aria-label={t('field.entry', { label: String(field.label), number: index + 1 })}
              aria-invalid={isWrong(index) ? invalid(field) : undefined}
            >
              {field.values?.[index]}
            </textarea>
          </li>
        ))}
      </ol>
      {field.limit && <p class="field-limit">{t('field.limit', { limit: field.limit })}</p>}
    </GroupField>
  )
}
