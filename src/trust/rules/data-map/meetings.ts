import { type Entry, without, withSession } from './entry.ts'

/** What is kept about meetings and their times. */
export const meetings: Record<string, Entry> = {
  appointment: {
    purpose: 'when people meet, and what calendars were told of it',
    basis: 'agreement',
    people: ['organiser_id'],
    onErasure: 'anonymise',
    inExport: { yes: true },
    kept: 'as long as what it belongs to',
  },
  appointment_time: {
    purpose: 'the times that were proposed, and by whom',
    basis: 'agreement',
    people: ['proposed_by'],
    onErasure: 'anonymise',
    inExport: { yes: true },
    kept: 'as long as the appointment',
  },
  time_answer: {
    purpose: 'who could come at which proposed time',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: { yes: true },
    kept: 'as long as the appointment',
  },
  attendance: {
    purpose: 'who said that they come, on the page or by mail',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: { yes: true },
    kept: 'as long as the appointment',
  },
  calendar_invitation: {
    purpose: 'what a calendar was told by mail, so that it can be taken back',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('it says again what the appointment says'),
    kept: 'until a day after the appointment, or until it is taken back',
  },
  calendar_feed: {
    purpose: 'lets a calendar program fetch the appointments of one person (the address is stored as a hash)',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('a hash opens nothing elsewhere'),
    kept: 'until the person ends it, at most as long as the account',
  },
  session: { ...withSession, purpose: 'that people met or will, about which journey, and who called it', people: ['created_by'] },
  session_item: { ...withSession, purpose: 'the agenda of a session, and what was left open', people: [] },
  session_agreement: { ...withSession, purpose: 'what was agreed, by when, and which step came of it', people: ['made_by'] },
  hat_segment: {
    ...withSession,
    purpose: 'when somebody coached or trained in a session; what was declined goes when it ends',
    people: ['person_id'],
    onErasure: 'erase',
  },
  shared_text: {
    ...withSession,
    purpose: 'words that several people wrote at once: they belong to all of them and name no author',
    people: [],
  },
  shared_text_change: {
    ...withSession,
    purpose: 'the latest changes of such a text, without author; merged after some, and what was deleted with them',
    people: [],
    inExport: without('the text is in the copy, not how it came about'),
  },
}
