import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Locale } from '#platform/words/words.ts'
import { words } from './messages/index.ts'

type FormProps = PropsWithChildren<{
  action: string
  method?: 'post' | 'get'
  id?: string
  class?: string
  /** Sent along unseen, such as the version that was read. */
  hidden?: Record<string, string | number>
  /** Further attributes, such as hx-* of a live form. */
  further?: Record<string, string>
}>

/** A form checks on the server, in the words of the product; the browser's own bubbles stay away. */
export const Form = ({ action, method = 'post', id, hidden, further, children, ...rest }: FormProps) => (
  <form class={rest.class ?? 'form'} method={method} action={action} id={id} novalidate {...further}>
    {Object.entries(hidden ?? {}).map(([name, value]) => (
      <input type="hidden" name={name} value={String(value)} />
    ))}
    {children}
  </form>
)

type ErrorSummaryProps = {
  locale: Locale
  /** Id of the field to the sentence that says what it needs. */
  problems: Readonly<Record<string, string>>
  /** Id of the field to its label, so that each line says where it leads. */
  labels?: Readonly<Record<string, string>>
  title?: string
  /** False where what was typed is not given back: passwords. */
  kept?: boolean
}

/** Stands above a form that could not be taken; it has the focus when the page arrives. */
export const ErrorSummary = ({ locale, problems, labels, title, kept = true }: ErrorSummaryProps) => {
  const t = words(locale)
  const entries = Object.entries(problems)
  if (entries.length === 0) return null
  return (
    <div id="problems" class="problems" role="alert" tabindex={-1} autofocus>
      <h2>{title ?? t('form.problems', { count: entries.length })}</h2>
      <ul>
        {entries.map(([field, sentence]) => (
          <li>
            <a href={`#${field}`}>{labels?.[field] ? `${labels[field].replace(/[?.:]$/, '')}: ${sentence}` : sentence}</a>
          </li>
        ))}
      </ul>
      {kept && <p>{t('form.problems_kept')}</p>}
    </div>
  )
}

type ButtonProps = PropsWithChildren<{
  kind?: 'primary' | 'secondary' | 'quiet'
  type?: 'submit' | 'button'
  name?: string
  value?: string
  form?: string
  disabled?: boolean
  /** Says what it acts on, where several buttons of a page read alike. */
  label?: string
  further?: Record<string, string>
}>

/** One primary button a page, a verb, at the left under its form. */
export const Button = ({ kind = 'secondary', type = 'submit', label, further, children, ...rest }: ButtonProps) => (
  <button class={`button button-${kind}`} type={type} aria-label={label} {...rest} {...further}>
    {children}
  </button>
)

export const LinkButton = ({ kind = 'secondary', href, children }: PropsWithChildren<{ kind?: ButtonProps['kind']; href: string }>) => (
  <a class={`button button-${kind}`} href={href}>
    {children}
  </a>
)

/** The row of buttons under a form. */
export const Actions = ({ children }: { children?: Child }) => <div class="actions">{children}</div>
