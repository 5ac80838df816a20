import type { Question } from '#library/library.ts'
import type { Me } from '#platform/db/bound.ts'
import type { Assets } from '#platform/web/env.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import type { NamedAppointment } from '#scheduling/queries/appointments.ts'
import { list } from '#scheduling/rules/in-words.ts'
import type { SessionWords } from '../messages/index.ts'
import type { Item, Session } from '../session.ts'

/** A form that could not be taken as it was sent. */
export interface Refill {
  form: 'item' | 'agreement' | 'notes' | 'times' | 'words'
  typed: Typed
  problems: Problems
  /** What somebody else wrote meanwhile, and the version to send in order to write over it; `field` where the form has several. */
  conflict?: { theirs: string; version: number; field?: string }
  /** What cannot be done, in words, where no single field is to blame. */
  refusal?: string
  /** Questions that whoever writes keeps beside the bank, where one was asked for. */
  ownQuestions?: readonly Question[]
}

/** What every part of the page of a session is given. */
export interface SessionProps {
  session: Session
  /** When it is; undefined while nobody has proposed anything. */
  appointment: NamedAppointment | undefined
  notes: { body: string; number: number; whole: Uint8Array }
  me: Me
  assets: Assets
  now: Date
  t: SessionWords
  refill?: Refill | undefined
  /** What the person just did, said once. */
  happened?: string | undefined
  /** What was just taken off, to be brought back. */
  removed?: { kind: 'items' | 'agreements'; id: string } | undefined
}

export const addressOf = (session: Pick<Session, 'id'>): string => `/sessions/${session.id}`

export const isHost = ({ session, me }: Pick<SessionProps, 'session' | 'me'>): boolean =>
  session.members.some(({ personId, isHost }) => isHost && personId === me.personId)

/** Everybody else who takes part, as a list in words; '' where there is nobody. */
export const othersOf = ({ session, me }: { session: Session; me: Pick<Me, 'personId' | 'locale'> }): string => {
  const names = session.members.filter(({ personId }) => personId !== me.personId).map(({ name }) => name)
  return names.length > 0 ? list(names, me.locale) : ''
}

/** A point as it reads: in somebody's words, else as it was suggested. */
export const sayItem = ({ words, suggestion }: Item, t: SessionWords): string =>
  words?.body ?? (suggestion ? t(`agenda.${suggestion}`) : '')

export const topicsOf = (session: Pick<Session, 'id'>): string[] => [session.id]
