import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { type Locale, languageOf } from '#platform/words/words.ts'
import { catalogues, type Messages } from './catalogues.ts'

// What the compiler cannot see of the messages. That every key exists in every language, it does see.

const source = join(import.meta.dirname, '../src')
const code = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !/\/messages\/|\/words\/browser\/(de|en)/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

const literals = new Set(code.match(/(['"`])[a-z][\w.:-]*\1/g)?.map((quoted) => quoted.slice(1, -1)))
/** Keys that are put together, such as `plan.status.${status}`: each hole stands for one word. */
const patterns = [...new Set(code.match(/`[a-z_]+\.[\w.-]*\$\{[^`]*`/g))].map((template) => {
  const fixed = template.slice(1, -1).split(/\$\{(?:[^{}]|\{[^}]*\})*\}/)
  return new RegExp(`^${fixed.map((part) => part.replaceAll('.', '\\.')).join('[\\w-]+')}$`)
})
const isUsed = (key: string) => literals.has(key) || patterns.some((pattern) => pattern.test(key))

const argumentsOf = (text: string, locale: Locale): string[] => {
  const found = new Set<string>()
  const collect = (parts: readonly { type: number; value?: unknown; options?: object }[]) => {
    for (const part of parts) {
      if (part.type !== 0 && part.type !== 7) found.add(String(part.value))
      for (const option of Object.values(part.options ?? {})) collect((option as { value: [] }).value)
    }
  }
  collect(new IntlMessageFormat(text, languageOf(locale), undefined, { ignoreTag: true }).getAst())
  return [...found].sort()
}

const say = (messages: Messages, wrong: (text: string, key: string) => boolean) =>
  Object.entries(messages).flatMap(([key, text]) => (wrong(text, key) ? [`${key}: ${text}`] : []))

test('every domain with words is looked at', () => {
  expect(catalogues.map(({ name }) => name)).toEqual(expect.arrayContaining(['journey/messages', 'ui/messages', 'platform/words/browser']))
})

describe.each(catalogues)('$name', ({ de, formal, en }) => {
  const asFormal: Messages = { ...de, ...formal }

  test('holds no message that nobody says', () => {
    expect(Object.keys(de).filter((key) => !isUsed(key))).toEqual([])
  })

  test('takes the same values in every language', () => {
    for (const [key, text] of Object.entries(de)) {
      expect([key, argumentsOf(asFormal[key]!, 'de-formal')]).toEqual([key, argumentsOf(text, 'de')])
      expect([key, argumentsOf(en[key]!, 'en')]).toEqual([key, argumentsOf(text, 'de')])
    }
  })

  test('says in the formal language only what differs', () => {
    expect(say(formal, (text, key) => text === de[key])).toEqual([])
  })

  test('does not shout, regret or decorate', () => {
    for (const messages of [de, formal, en])
      expect(say(messages, (text) => /!|\bleider\b|\bunfortunately\b|\p{Extended_Pictographic}/iu.test(text))).toEqual([])
  })

  test('never says du to whom it says Sie, nor Sie to whom it says du', () => {
    expect(say(asFormal, (text) => /(?<!„|\()\b(du|dich|dir|dein(e[mnrs]?)?|euch|euer)\b/i.test(text))).toEqual([])
    expect(say(asFormal, (text) => imperative.test(text))).toEqual([])
    expect(say(de, (text) => /[\p{Ll},] (Sie|Ihnen|Ihre?[mnrs]?)\b/u.test(text) && !/Deutsch \(Sie\)/.test(text))).toEqual([])
  })

  test('speaks English where English is spoken', () => {
    expect(say(en, (text) => /[äöüß„]|\b(und|oder|nicht|kein|Vorhaben|Runde|Schritt|Notiz|bitte)\b/i.test(text))).toEqual([])
  })
})

/** Commands as one gives them to somebody one calls du. */
const imperative =
  /(^|[.:?] |, )(Wähl|Wähle|Schreib|Schreibe|Nimm|Gib|Geh|Lies|Schau|Schaue|Fass|Fasse|Lad|Lade|Druck|Drucke|Lass|Erzähl|Erzähle|Beginn|Beginne|Beschreib|Beschreibe|Halte|Entscheide|Plane|Probier|Probiere|Kläre|Kopiere|Ändere|Lege|Leg|Kürz|Kürze|Öffne|Warte|Melde|Frag|Setz|Setze|Such|Suche|Versuch|Hol|Hole|Heb|Prüf|Prüfe|Sag|Sage|Denk|Denke|Klick|Klicke|Tipp|Tippe|Bleib|Bleibe|Erteile|Bitte deine) /
