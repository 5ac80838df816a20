import { IntlMessageFormat } from 'intl-messageformat'

export const locales = ['de', 'de-formal', 'en'] as const
export type Locale = (typeof locales)[number]

export type Values = Record<string, string | number | Date>
export type Translate<Key extends string> = (key: Key, values?: Values) => string

type Messages<Key extends string> = { de: Record<Key, string>; 'de-formal': Partial<Record<Key, string>>; en: Record<Key, string> }

/** The language for `Intl` and the HTML `lang` attribute: German is `de`, formal or not. */
export const languageOf = (locale: Locale): 'de' | 'en' => (locale === 'en' ? 'en' : 'de')

/** `value` if it is a locale of this product, else undefined. */
export const asLocale = (value: unknown): Locale | undefined => locales.find((locale) => locale === value)

/**
 * Binds the messages of one domain. The result gives, for a locale, a function from key to text.
 * Messages are ICU MessageFormat; `de-formal` holds only what differs from `de`.
 */
export function defineWords<Key extends string>(messages: Messages<Key>): (locale: Locale) => Translate<Key> {
  const ready = new Map<Locale, Translate<Key>>()
  const bind = (locale: Locale): Translate<Key> => {
    const compiled = new Map<Key, Say>()
    const plain: Record<Key, string> =
      locale === 'en' ? messages.en : { ...messages.de, ...(locale === 'de-formal' ? messages['de-formal'] : {}) }
    return (key, values) => {
      const text = plain[key]
      if (!values && !text.includes('{') && !text.includes("'")) return text
      let say = compiled.get(key)
      if (!say) {
        say = compile(text, languageOf(locale))
        compiled.set(key, say)
      }
      return say(values ?? {})
    }
  }
  return (locale) => {
    const known = ready.get(locale) ?? bind(locale)
    ready.set(locale, known)
    return known
  }
}

type Say = (values: Values) => string

/** Kinds of parts in a parsed message, as its parser numbers them. */
const [literal, argument] = [0, 1]

/** Most messages only put a name or two into a sentence: those need no formatter, which costs ten times as much. */
function compile(text: string, language: string): Say {
  const format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
  const parts = format.getAst() as { type: number; value: string }[]
  const simple = parts.every(({ type }) => type === literal || type === argument)
  const throughFormatter: Say = (values) => String(format.format(values))
  if (!simple) return throughFormatter
  return (values) => {
    let said = ''
    for (const part of parts) {
      if (part.type === literal) said += part.value
      else {
        const value = values[part.value]
        if (typeof value !== 'string' && typeof value !== 'number') return throughFormatter(values)
        said += value
      }
    }
    return said
  }
}
