import type { Entry } from './data-map/entry.ts'
import { facilitation } from './data-map/facilitation.ts'
import { forOneself } from './data-map/for-oneself.ts'
import { journeys } from './data-map/journeys.ts'
import { mail } from './data-map/mail.ts'
import { meetings } from './data-map/meetings.ts'
import { people } from './data-map/people.ts'
import { practice } from './data-map/practice.ts'

/** Tables without personal data, and why that is so. */
export const impersonal: Record<string, string> = {
  migration: 'the history of the schema',
  rate_limit: 'attempts under hashes that lead back to nobody, gone within a day',
  setup_link: 'the link to an organisation that has nobody yet',
  form_key: 'signs when a form was given out',
  registration: 'an address that wants an account and has none; gone after a day, or once it is used',
  erasure_receipt: 'when somebody was erased, and how much it was: no name, and no id that leads to anybody',
  scan_constants: 'how precisely the self-test measures',
  scan_donation: 'donated answers without person, organisation, address or time but the calendar week',
  scan_donation_waiting: 'the same, until five are together',
}

/** One entry for each table with personal data: what the record of processing, the export and the erasure go by. */
export const dataMap: Record<string, Entry> = { ...people, ...facilitation, ...journeys, ...meetings, ...forOneself, ...practice, ...mail }

/** What is stored outside the tables of the program itself. */
export const beyondTables: readonly { what: string; kept: string }[] = [
  {
    what: 'log lines: a request id, the route, and the place of a bug; no words, names or addresses',
    kept: '30 days, by whoever operates the machine',
  },
  { what: 'drafts in the browser of the person who types', kept: 'until they are saved or the person signs out' },
]
