import { type Entry, withJourney, without } from './entry.ts'

/** What people keep for themselves first. */
export const forOneself: Record<string, Entry> = {
  reflection: {
    purpose: 'when someone wrote in their journal, and what asked them to; the words are passages',
    basis: 'agreement',
    people: ['author_id'],
    onErasure: 'erase',
    inExport: { yes: true },
    kept: 'until the author removes it, then 30 days in the bin; at most as long as the account',
  },
  prompt_shown: {
    purpose: 'when a reflection prompt was last shown to someone, so that it does not come again soon',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('it only keeps prompts from coming twice'),
    kept: 'three weeks, or until the next prompt is shown',
  },
  scan: {
    ...withJourney,
    purpose: 'the values of a self-test that its person chose to keep, and what they were measured with',
    people: ['person_id'],
    inExport: without('each is downloaded as a file from its own page'),
    kept: 'until the person deletes it, or as long as the account',
  },
  scan_private: {
    ...withJourney,
    purpose: 'the answers behind a kept self-test, for its person alone',
    people: [],
    inExport: without('they are in the file of the scan'),
    kept: 'as long as the scan',
  },
  scan_share: {
    ...withJourney,
    purpose: 'to whom one self-test was shown, since when and until when',
    people: ['reader_id'],
    inExport: without('it is shown on the page of the scan'),
    kept: 'as long as the scan',
  },
  scan_offer: {
    ...withJourney,
    purpose: 'which offers of a self-test were answered, so that none comes twice',
    people: ['person_id'],
    inExport: without('it says nothing but that an offer was answered'),
    kept: 'as long as the account',
  },
  own_question: {
    ...withJourney,
    purpose: 'questions that somebody keeps beside the bank, and whether colleagues who accompany read them',
    people: ['person_id'],
    kept: 'until the person deletes it, or as long as the account',
  },
}
