/** What somebody typed and chose, by name of the control; the second of one name is `name#1`. */
export type Values = Record<string, string | boolean | string[]>
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

// A password must never lie on the device, and what is hidden was not typed.
const notTyped = new Set(['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image'])

/** The controls of a form that hold words or choices of a person. */
export function controlsOf(form: HTMLFormElement): Map<string, Control> {
  const found = new Map<string, Control>()
  const seen = new Map<string, number>()
  for (const control of form.elements) {
    const isControl = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement
    if (!isControl || !control.name || notTyped.has(control.type)) continue
    const before = seen.get(control.name) ?? 0
    seen.set(control.name, before + 1)
    found.set(before === 0 ? control.name : `${control.name}#${before}`, control)
  }
  return found
}

const ticks = (control: Control): control is HTMLInputElement => control.type === 'checkbox' || control.type === 'radio'

function valueNow(control: Control): Values[string] {
  if (ticks(control)) return control.checked
  if (control instanceof HTMLSelectElement && control.multiple) return [...control.selectedOptions].map((option) => option.value)
  return control.value
}

function valueRendered(control: Control): Values[string] {
  if (ticks(control)) return control.defaultChecked
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue
  const chosen = [...control.options].filter((option) => option.defaultSelected).map((option) => option.value)
  return control.multiple ? chosen : (chosen[0] ?? control.options[0]?.value ?? '')
}

const each = (form: HTMLFormElement, read: (control: Control) => Values[string]): Values =>
  Object.fromEntries([...controlsOf(form)].map(([key, control]) => [key, read(control)]))

/** What stands in the form now. */
export const valuesOf = (form: HTMLFormElement): Values => each(form, valueNow)
/** What the server put into the form. */
export const renderedValuesOf = (form: HTMLFormElement): Values => each(form, valueRendered)

/** Puts values back; controls that have no value are left as they are. */
export function putValues(form: HTMLFormElement, values: Values): void {
  for (const [key, control] of controlsOf(form)) {
    const value = values[key]
    if (value === undefined || JSON.stringify(value) === JSON.stringify(valueNow(control))) continue
    if (ticks(control)) control.checked = value === true
    else if (control instanceof HTMLSelectElement && Array.isArray(value))
      for (const option of control.options) option.selected = value.includes(option.value)
    else control.value = String(value)
  }
}

/** Values but those of controls that the server filled because the person asked for it (`data-given`). */
export const withoutGiven = (form: HTMLFormElement, values: Values): Values => {
  const controls = controlsOf(form)
  return Object.fromEntries(Object.entries(values).filter(([key]) => controls.get(key)?.dataset.given === undefined))
}

/** Whether both hold the same; line ends do not count. */
export const sameValues = (some: Values, others: Values): boolean => {
  const keys = new Set([...Object.keys(some), ...Object.keys(others)])
  return [...keys].every((key) => plain(some[key]) === plain(others[key]))
}
const plain = (value: Values[string] | undefined) => JSON.stringify(value ?? '').replaceAll('\\r\\n', '\\n')

const versionInput = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`version.${name}`)}"]`)

/** The versions that the form goes out from, by name of the text. */
export function versionsOf(form: HTMLFormElement): Record<string, number> {
  const inputs = form.querySelectorAll<HTMLInputElement>('input[name^="version."]')
  return Object.fromEntries([...inputs].map((input) => [input.name.slice('version.'.length), Number(input.value)]))
}

export function putVersions(form: HTMLFormElement, versions: Record<string, number>): void {
  for (const [name, version] of Object.entries(versions)) {
    const input = versionInput(form, name)
    if (input) input.value = String(version)
  }
}

/** The texts and choices of a form as they are saved; files are not. */
export const bodyOf = (form: HTMLFormElement): URLSearchParams => {
  const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string')
  return new URLSearchParams(fields)
}

/** All that a form sends when its button is pressed, files too if it carries any. */
export const everythingIn = (form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams | FormData => {
  const data = new FormData(form, submitter)
  if (form.getAttribute('enctype') === 'multipart/form-data') return data
  return new URLSearchParams([...data].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]))
}
