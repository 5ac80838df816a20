import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { LetterKind, LetterState } from '#platform/mail/outcome.ts'
import type { Rest } from '../rules/rest.ts'

/** Some letters of the outbox: all of one kind and state that were there when the page was made. */
export interface SomeLetters {
  kind: LetterKind
  state: LetterState
  seenAt: Date
}

/** Has letters sent again, from the next minute on: also those of which nobody knows whether they arrived. Only for administrators. */
export async function sendLettersAgain(db: PersonDb, { kind, state, seenAt }: SomeLetters): Promise<void> {
  await sql`select send_letters_again(${kind}, ${state}, ${seenAt}::timestamptz)`.execute(db)
}

/** Gives up letters that could not be sent, or of which nobody knows; those that wait are not given up. Only for administrators. */
export async function letLettersGo(db: PersonDb, { kind, state, seenAt }: SomeLetters): Promise<void> {
  await sql`select let_letters_go(${kind}, ${state}, ${seenAt}::timestamptz)`.execute(db)
}

/** Sets when Lotse writes to nobody. Only administrators; for others nothing happens. */
export async function changeRest(db: PersonDb, { quiet, freeDays }: Rest): Promise<void> {
  await sql`update organisation set quiet_from = ${quiet?.from ?? null}::time, quiet_until = ${quiet?.until ?? null}::time,
    free_days = (select coalesce(range_agg(daterange((off ->> 'from')::date, (off ->> 'to')::date, '[]')), '{}')
      from json_array_elements(${JSON.stringify(freeDays)}::json) off)
    where id = my_organisation()`.execute(db)
}
