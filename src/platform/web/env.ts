import type { Context } from 'hono'
import type { Database } from '#platform/db/database.ts'
import type { Locale } from '#platform/words/words.ts'

/** The organisation that a request is for, found by the host it was sent to. */
export interface Organisation {
  id: string
  name: string
  /** Null: the first one, at the installation's own address. */
  host: string | null
  locale: Locale
  timeZone: string
}

/** Addresses of the built browser files, by their source name. */
export type Assets = (name: 'ui.css' | 'browser.js' | 'quickscan.css' | 'quickscan.js' | 'together.js' | 'agreement.css') => string

/** The mailbox that stands in calendars as the organiser of every appointment, and whether answers sent to it are taken in. */
export interface CalendarMail {
  address: string
  takesReplies: boolean
}

/** What every request carries. `organisation` is undefined until the installation has its first one. */
export interface Env {
  Variables: {
    database: Database
    organisation: Organisation | undefined
    /** What people of this organisation type, such as https://lotse.example.org; links in mails begin with it. */
    origin: string
    /** Whether there is a mail server; without one, links are handed over in another way. */
    canMail: boolean
    calendarMail: CalendarMail
    assets: Assets
    now: Date
    requestId: string
  }
}

export type Ask = Context<Env>
