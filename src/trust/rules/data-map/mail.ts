import { type Entry, without } from './entry.ts'

/** What comes by mail, and how rarely. */
export const mail: Record<string, Entry> = {
  digest_choice: {
    purpose: 'how often somebody wants the summary of their day, and when to look next',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('it holds on this installation only; it is shown in the settings'),
    kept: 'as long as the account',
  },
  reminder_choice: {
    purpose: 'of which kinds somebody wants to be reminded, and how often',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('it holds on this installation only; it is shown in the settings'),
    kept: 'as long as the account',
  },
  digest: {
    purpose: 'that a summary was sent on a day, so that no second one is',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('it is in the mailbox of whoever got it'),
    kept: '12 months',
  },
  digest_line: {
    purpose: 'what a summary named, so that nothing is told too often; for the person alone, and in no figure',
    basis: 'agreement',
    people: [],
    onErasure: 'erase',
    inExport: without('it is in the mailbox of whoever got it'),
    kept: '12 months',
  },
}
