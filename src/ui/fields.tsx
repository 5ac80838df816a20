import { type FieldProps, fieldId, LabelledField, wiring } from './field.tsx'
import { words } from './messages/index.ts'

/** Further attributes of the control, such as data-* for a custom element. */
type Further = Record<`data-${string}`, string | undefined>

type TextFieldProps = FieldProps & {
  value?: string
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number' | 'time'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'email' | 'url'
  /** In characters. Said under the field, never enforced by cutting what was pasted. */
  limit?: number
  min?: number
  max?: number
  /** How wide the control should be: its expected content, not the column. */
  width?: 'full' | 'half' | 'short'
  further?: Further
}

const Limit = ({ field, limit }: { field: FieldProps; limit: number | undefined }) =>
  limit ? (
    <lotse-count class="field-limit" for={fieldId(field)}>
      {words(field.locale)('field.limit', { limit })}
    </lotse-count>
  ) : null

export const TextField = (field: TextFieldProps) => (
  <LabelledField field={field}>
    <input
      class={`control control-${field.width ?? 'full'}`}
      id={fieldId(field)}
      name={field.name}
      type={field.type ?? 'text'}
      dir={(field.type ?? 'text') === 'text' ? 'auto' : undefined}
      value={field.value}
      required={field.required}
      autocomplete={field.autocomplete}
      inputmode={field.inputmode}
      min={field.min}
      max={field.max}
      data-limit={field.limit}
      {...wiring(field)}
      {...field.further}
    />
    <Limit field={field} limit={field.limit} />
  </LabelledField>
)

type TextAreaProps = FieldProps & { value?: string; rows?: number; limit?: number; further?: Further }

/** Grows with what is written. */
export const TextArea = (field: TextAreaProps) => (
  <LabelledField field={field}>
    <textarea
      class="control control-words"
      id={fieldId(field)}
      name={field.name}
      dir="auto"
      rows={field.rows ?? 3}
      required={field.required}
      data-limit={field.limit}
      {...wiring(field)}
      {...field.further}
    >
      {field.value}
    </textarea>
    <Limit field={field} limit={field.limit} />
  </LabelledField>
)

export type Choice = { value: string; label: string; hint?: string; disabled?: boolean }

type SelectProps = FieldProps & { value?: string; options: readonly Choice[]; width?: 'full' | 'half' | 'short' }

/** For more than six choices; fewer are easier to see as a RadioGroup. */
export const Select = (field: SelectProps) => (
  <LabelledField field={field}>
    <select
      class={`control control-${field.width ?? 'full'}`}
      id={fieldId(field)}
      name={field.name}
      required={field.required}
      {...wiring(field)}
    >
      {field.value === undefined && <option value="">{words(field.locale)('field.choose')}</option>}
      {field.options.map((option) => (
        <option value={option.value} selected={option.value === field.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  </LabelledField>
)

type DateFieldProps = FieldProps & {
  /** As YYYY-MM-DD, and so are min and max. */
  value?: string
  min?: string
  max?: string
  withTime?: boolean
}

export const DateField = (field: DateFieldProps) => (
  <LabelledField field={field}>
    <input
      class="control control-date"
      id={fieldId(field)}
      name={field.name}
      type={field.withTime ? 'datetime-local' : 'date'}
      value={field.value}
      min={field.min}
      max={field.max}
      required={field.required}
      {...wiring(field)}
    />
  </LabelledField>
)
