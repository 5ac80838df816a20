/** What happens to a row when the person it is about has their data erased. */
export type OnErasure = 'erase' | 'anonymise' | 'keep'

/** Why an organisation may hold it (Art. 6(1) GDPR): a hint for its own record of processing, not legal advice. */
export type Basis = 'agreement' | 'legitimate interest' | 'legal duty'

export interface Entry {
  /** What it is for, in one sentence. */
  purpose: string
  basis: Basis
  /** Whose data it is, as columns that name a person; empty where a row is found through what it belongs to. */
  people: readonly string[]
  onErasure: OnErasure
  /** Where a person gets it when they take their data along, or why they do not. */
  inExport: { yes: true } | { yes: false; because: string }
  /** How long it is kept. */
  kept: string
}

const withJourney = { basis: 'agreement', onErasure: 'erase', inExport: { yes: true }, kept: 'as long as its journey' } as const
const withSession = {
  basis: 'agreement',
  onErasure: 'anonymise',
  inExport: { yes: true },
  kept: 'as long as its journey; a session without one as long as somebody who took part has an account',
} as const
const without = (because: string) => ({ yes: false, because }) as const

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
export const dataMap: Record<string, Entry> = {
  organisation: {
    purpose: 'the name and settings of the organisation that people belong to',
    basis: 'agreement',
    people: [],
    onErasure: 'keep',
    inExport: { yes: true },
    kept: 'as long as the organisation uses the installation',
  },
  person: {
    purpose: 'the name by which others know someone, and their language, time zone and theme',
    basis: 'agreement',
    people: ['id'],
    onErasure: 'erase',
    inExport: { yes: true },
    kept: 'as long as the account',
  },
  rhythm: {
    purpose: 'when someone learns, their days off, and how often they want to be asked to look back',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('it is a setting of this installation; it is shown in the settings'),
    kept: 'as long as the account',
  },
  public_text: {
    purpose: 'what the organisation tells the public, in all versions, and who wrote each',
    basis: 'legal duty',
    people: ['written_by'],
    onErasure: 'keep',
    inExport: without('it is the text of the organisation and stands in public'),
    kept: 'as long as the organisation; of an erased writer an id without a name',
  },
  contact_message: {
    purpose: 'what visitors wrote to the administration, and who answered',
    basis: 'legitimate interest',
    people: ['answered_by'],
    onErasure: 'keep',
    inExport: without('it belongs to the visitor who wrote it, and went to the administration'),
    kept: '180 days, or one day after it was removed',
  },
  departure: {
    purpose: 'that somebody is leaving or was removed, since when, and when everything of theirs is erased',
    basis: 'agreement',
    people: ['person_id', 'begun_by'],
    onErasure: 'erase',
    inExport: without('it is over before anybody could use it'),
    kept: '30 days, or until they come back',
  },
  account: {
    purpose: 'the address with which someone signs in and gets letters',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('an account stays with the installation; it is shown in the settings'),
    kept: 'as long as the account',
  },
  password: {
    purpose: 'checks a password without knowing it (argon2id)',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('a hash helps only whoever wants to guess the password'),
    kept: 'as long as the account',
  },
  recovery_code: {
    purpose: 'lets someone back in who forgot the password (stored as hashes)',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('hashes open nothing elsewhere'),
    kept: 'until a new set is made, at most as long as the account',
  },
  password_reset: {
    purpose: 'shows a person, for good, who tried to get into their account, and when',
    basis: 'legitimate interest',
    people: ['person_id', 'asked_by', 'cancelled_by'],
    onErasure: 'erase',
    inExport: without('it is about the account on this installation; it is shown in the settings'),
    kept: 'as long as the account',
  },
  email_confirmation: {
    purpose: 'holds a new address until its owner says yes',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('it is gone after three days'),
    kept: 'three days',
  },
  sign_in: {
    purpose: 'keeps someone signed in on a device they chose, named by browser and system',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('it is worth nothing elsewhere; it is shown in the settings'),
    kept: 'until signing out, at most until it expires',
  },
  permission: {
    purpose: 'shows everybody who administers or publishes, granted by whom, until when',
    basis: 'legitimate interest',
    people: ['person_id', 'granted_by', 'revoked_by'],
    onErasure: 'erase',
    inExport: without('rights hold on this installation only'),
    kept: 'as long as the account of whoever held it',
  },
  letter: {
    purpose: 'sends mail, and tells the administration how many letters of which kind wait or could not be sent, never their words',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('it is in the mailbox of whoever got it'),
    kept: 'address and words until it is sent; that there was a letter, and what could not be sent, 14 days',
  },
  invitation: {
    purpose: 'lets somebody in by a link (stored as a hash), and lets the inviter tell their invitations apart',
    basis: 'agreement',
    people: ['invited_by', 'used_by'],
    onErasure: 'erase',
    inExport: without('a link that was used or is over says nothing'),
    kept: 'the address of whoever was meant: until the link is used or expires (14 days); the rest as long as the inviter has an account',
  },
  membership: {
    purpose: 'says who may read what, since when, until when, granted by whom',
    basis: 'agreement',
    people: ['person_id', 'granted_by'],
    onErasure: 'erase',
    inExport: { yes: true },
    kept: 'as long as the journey and the account',
  },
  appointment: {
    purpose: 'when people meet, and what calendars were told of it',
    basis: 'agreement',
    people: ['organiser_id'],
    onErasure: 'erase',
    inExport: { yes: true },
    kept: 'as long as what it belongs to',
  },
  appointment_time: {
    purpose: 'the times that were proposed, and by whom',
    basis: 'agreement',
    people: ['proposed_by'],
    onErasure: 'erase',
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
  calendar_feed: {
    purpose: 'lets a calendar program fetch the appointments of one person (the address is stored as a hash)',
    basis: 'agreement',
    people: ['person_id'],
    onErasure: 'erase',
    inExport: without('a hash opens nothing elsewhere'),
    kept: 'until the person ends it, at most as long as the account',
  },
  pair: { ...withJourney, purpose: 'lets a learner say something to one person only', people: ['learner_id', 'other_id'] },
  agreement: {
    ...withJourney,
    purpose: 'that two people agreed on facilitation, since when and until when, and that neither is the other’s superior',
    people: ['learner_id', 'facilitator_id', 'ended_by'],
    inExport: without('the agreement is a letter: it is printed from its own page'),
  },
  agreement_version: {
    ...withJourney,
    purpose: 'every version of what the two of them agreed on: support, contact, what is open',
    people: ['written_by'],
    inExport: without('the agreement is a letter: it is printed from its own page'),
  },
  handover: {
    ...withJourney,
    purpose: 'how closely a journey is accompanied, what was suggested about it and by whom, and what both decided',
    people: ['suggested_by'],
  },
  hat_change: {
    ...withJourney,
    purpose: 'that whoever accompanies coached or trained for a while, because the learner agreed',
    people: [],
  },
  response_hat: {
    ...withJourney,
    purpose: 'under which hat somebody who accompanies answered a review',
    people: ['author_id'],
  },
  agreement_confirmation: {
    ...withJourney,
    purpose: 'who confirmed which version, and when',
    people: ['person_id'],
    inExport: without('it stands under the agreement'),
  },
  passage: {
    purpose: 'the words that people write, each with its readers',
    basis: 'agreement',
    people: ['author_id'],
    onErasure: 'erase',
    inExport: { yes: true },
    kept: 'as long as the journey; in the bin for 30 days',
  },
  share: {
    purpose: 'opens one text to one named person, until it is taken back',
    basis: 'agreement',
    people: ['reader_id', 'granted_by'],
    onErasure: 'erase',
    inExport: without('who reads what here does not hold elsewhere'),
    kept: 'as long as the text',
  },
  journey: { ...withJourney, purpose: 'where a learning journey stands', people: ['learner_id'], kept: 'as long as the learner wants' },
  journey_event: { ...withJourney, purpose: 'the course of a journey: what happened, by whom, when', people: ['actor_id'] },
  challenge: { ...withJourney, purpose: 'every version of what is to be solved', people: [] },
  challenge_private: { ...withJourney, purpose: 'how much it matters to the learner, for nobody else', people: ['person_id'] },
  success_sign: { ...withJourney, purpose: 'how the learner will know that it is solved', people: [] },
  cycle: { ...withJourney, purpose: 'the passes of planning, trying and evaluating', people: [] },
  step: { ...withJourney, purpose: 'what the learner plans to do, and what became of it', people: ['created_by'] },
  need: { ...withJourney, purpose: 'what a step takes, and whether it is there', people: [] },
  observation: { ...withJourney, purpose: 'when a note was made, at which step, for whom', people: ['author_id'] },
  observation_private: { ...withJourney, purpose: 'the mood at a note, for its author alone', people: ['person_id'] },
  attachment: {
    ...withJourney,
    purpose: 'pictures and documents beside a note',
    people: [],
    inExport: without('the copy names each file; the file itself is fetched from the page of its note'),
  },
  review: { ...withJourney, purpose: 'what a cycle led to, and who led', people: [] },
  review_private: { ...withJourney, purpose: 'the mood at a review, for its author alone', people: ['person_id'] },
  review_sign: { ...withJourney, purpose: 'how each sign of success stood at a review', people: [] },
  closing: { ...withJourney, purpose: 'how a journey ended', people: [] },
  transfer_check: { ...withJourney, purpose: 'whether it held, some weeks later', people: [] },
  transfer_check_private: { ...withJourney, purpose: 'what helped and hindered, for the learner alone', people: ['person_id'] },
  proposal: { ...withJourney, purpose: 'what somebody who accompanies suggested, and what the learner decided', people: ['author_id'] },
  own_question: {
    ...withJourney,
    purpose: 'questions that somebody keeps beside the bank, and whether colleagues who accompany read them',
    people: ['person_id'],
    kept: 'until the person deletes it, or as long as the account',
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
  help_request: {
    ...withJourney,
    purpose: 'a question for help: from whom, to whom, where it stands',
    people: ['learner_id', 'to_person_id'],
  },
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
}

/** What is stored outside the tables of the program itself. */
export const beyondTables: readonly { what: string; kept: string }[] = [
  {
    what: 'log lines: a request id, the route, and the place of a bug; no words, names or addresses',
    kept: '30 days, by whoever operates the machine',
  },
  { what: 'drafts in the browser of the person who types', kept: 'until they are saved or the person signs out' },
]
