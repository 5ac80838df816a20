import { passwordLimits } from '#platform/sign-in/password.ts'
import type { Locale } from '#platform/words/words.ts'
import { TextField } from '#ui/fields.tsx'
import { words } from '../messages/index.ts'

interface Props {
  locale: Locale
  error?: string
  value?: string
  id?: string
}

/** What the fields of a new account are called, for the summary above them. */
export const fieldLabels = (locale: Locale) => {
  const t = words(locale)
  return { name: t('field.name'), email: t('field.email'), password: t('field.password') }
}

export const EmailField = ({
  locale,
  error,
  value,
  id,
  label,
  autocomplete = 'username',
}: Props & { label?: string; autocomplete?: string }) => (
  <TextField
    name="email"
    id={id}
    type="email"
    inputmode="email"
    label={label ?? words(locale)('field.email')}
    locale={locale}
    error={error}
    value={value}
    autocomplete={autocomplete}
    required
  />
)

export const NameField = ({ locale, error, value }: Props) => (
  <TextField
    name="name"
    label={words(locale)('field.name')}
    hint={words(locale)('field.name_hint')}
    locale={locale}
    error={error}
    value={value}
    autocomplete="name"
    required
  />
)

/** A password that is to be set. What was typed is never sent back. */
export const NewPasswordField = ({ locale, error, first }: Props & { first?: boolean }) => {
  const t = words(locale)
  return (
    <TextField
      name="password"
      type="password"
      label={t(first ? 'field.password' : 'field.new_password')}
      hint={t('field.new_password_hint', { min: passwordLimits.min })}
      locale={locale}
      error={error}
      autocomplete="new-password"
      required
    />
  )
}

/** The password that holds now, as proof. */
export const PresentPasswordField = ({ locale, error }: Props) => (
  <TextField
    name="present"
    type="password"
    label={words(locale)('field.present_password')}
    locale={locale}
    error={error}
    autocomplete="current-password"
    required
  />
)
