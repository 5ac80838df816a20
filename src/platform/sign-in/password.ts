import { hash, verify } from '@node-rs/argon2'
import { newToken } from './token.ts'

/** Argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const passwordLimits = { min: 12, max: 1_000 } as const

/** The form in which a password is kept. Takes some 20 ms. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost)

let nobodys: Promise<string> | undefined

/** Whether this is the password behind `kept`. Without one (unknown address) it works just as long and says no. */
export async function passwordMatches(kept: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword(newToken())
  const matches = await verify(kept ?? (await nobodys), password)
  return kept !== undefined && matches
}

const rows = ['0123456789'.repeat(4), 'abcdefghijklmnopqrstuvwxyz', 'qwertzuiopasdfghjklyxcvbnm', 'qwertyuiopasdfghjklzxcvbnm']
const common = ['lotse', 'lernbegleitung', 'passwort', 'password', 'kennwort', 'geheim', 'willkommen', 'welcome']

/**
 * Whether a password is little more than what anybody would try first: the person's name or address, the name of the organisation
 * or of this product, one key held down, a row of the keyboard. There are no rules about kinds of characters.
 */
export function isGuessable(password: string, about: { name?: string; email?: string; organisationName?: string }): boolean {
  const known = [about.name, about.email, about.organisationName].flatMap((text) => plain(text ?? '').split(' '))
  const words = [...known, ...common].filter((word) => word.length > 2).sort((a, b) => b.length - a.length)
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain(password)).replaceAll(' ', '')
  const few = new Set(rest).size < 4
  const reversed = [...rest].reverse().join('')
  return few || rows.some((row) => row.includes(rest) || row.includes(reversed))
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
