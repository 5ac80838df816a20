import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Locale } from '#platform/words/words.ts'
import { words } from './messages/index.ts'

/** What every field can say about itself. */
export type FieldProps = {
  name: string
  label: Child
  locale: Locale
  /** Defaults to the name; ErrorSummary links to it. */
  id?: string
  hint?: Child
  /** The hint behind a question mark, for whoever need not read it every time. */
  hintFolded?: boolean
  /** The sentence that says what the field still needs. */
  error?: string
  required?: boolean
  /** Says "optional" after the label. Most pages have few required fields: say the rarer of the two. */
  optional?: boolean
  /** Who can read this now, by name. Belongs beside every field that takes personal words. */
  readers?: Child
  /** A question that helps to answer, shown in the margin. */
  question?: Child
  /** What autosave says, quietly, under the field. */
  status?: Child
}

export const fieldId = ({ id, name }: Pick<FieldProps, 'id' | 'name'>) => id ?? name

const parts = (field: FieldProps) => {
  const id = fieldId(field)
  return { hint: field.hint && `${id}-hint`, error: field.error && `${id}-error`, readers: field.readers && `${id}-readers` }
}

/** The attributes that tie a control to its error, hint and readers; the error is read first. */
export const wiring = (field: FieldProps) => {
  const { hint, error, readers } = parts(field)
  const describedBy = [error, hint, readers].filter(Boolean).join(' ')
  return { 'aria-describedby': describedBy || undefined, 'aria-invalid': field.error ? ('true' as const) : undefined }
}

const Optional = ({ field }: { field: FieldProps }) =>
  field.optional ? <span class="field-optional"> ({words(field.locale)('field.optional')})</span> : null

const Hint = ({ field }: { field: FieldProps }) => {
  const id = parts(field).hint
  if (!id) return null
  return field.hintFolded ? (
    <details class="field-hint-folded">
      <summary aria-label={words(field.locale)('field.help')}>?</summary>
      <p class="field-hint" id={id}>
        {field.hint}
      </p>
    </details>
  ) : (
    <p class="field-hint" id={id}>
      {field.hint}
    </p>
  )
}

const FieldError = ({ field }: { field: FieldProps }) =>
  field.error ? (
    <p class="field-error" id={parts(field).error}>
      <span class="unseen">{words(field.locale)('field.error')} </span>
      {field.error}
    </p>
  ) : null

/** Names the field it stands beside, so that two questions on a page are told apart. */
const questionAbout = ({ locale, label }: FieldProps) => {
  const said = words(locale)('field.question')
  return typeof label === 'string' ? `${said}: ${label}` : said
}

const Margin = ({ field }: { field: FieldProps }) =>
  field.readers || field.question ? (
    <div class="margin field-margin">
      {field.readers && (
        <div class="readers" id={parts(field).readers || undefined}>
          {field.readers}
        </div>
      )}
      {field.question && (
        <aside class="question" aria-label={questionAbout(field)}>
          {field.question}
        </aside>
      )}
    </div>
  ) : null

const box = (field: FieldProps) => (field.error ? 'field field-wrong beside' : 'field beside')

/** One label, one control. */
export const LabelledField = ({ field, children }: PropsWithChildren<{ field: FieldProps }>) => (
  <div class={box(field)} id={`${fieldId(field)}-field`}>
    <div class="field-body">
      <label class="field-label" for={fieldId(field)}>
        {field.label}
        <Optional field={field} />
      </label>
      <Hint field={field} />
      <FieldError field={field} />
      {children}
      {field.status && <div class="field-status">{field.status}</div>}
    </div>
    <Margin field={field} />
  </div>
)

/** One question, several controls. The group takes the focus when ErrorSummary links to it. */
export const GroupField = ({ field, role, children }: PropsWithChildren<{ field: FieldProps; role?: 'radiogroup' }>) => (
  <div class={box(field)} id={`${fieldId(field)}-field`}>
    <fieldset class="field-body" id={fieldId(field)} role={role} tabindex={-1} aria-describedby={wiring(field)['aria-describedby']}>
      <legend class="field-label">
        {field.label}
        <Optional field={field} />
      </legend>
      <Hint field={field} />
      <FieldError field={field} />
      {children}
      {field.status && <div class="field-status">{field.status}</div>}
    </fieldset>
    <Margin field={field} />
  </div>
)
