import { type Entry, withJourney, without } from './entry.ts'

/** What is kept about who accompanies whom, on what terms, and who reads what. */
export const facilitation: Record<string, Entry> = {
  membership: {
    purpose: 'says who may read what, since when, until when, granted by whom',
    basis: 'agreement',
    people: ['person_id', 'granted_by'],
    onErasure: 'erase',
    inExport: { yes: true },
    kept: 'as long as the journey and the account',
  },
  pair: { ...withJourney, purpose: 'lets a learner say something to one person only', people: ['learner_id', 'other_id'] },
  agreement: {
    ...withJourney,
    purpose: 'that two people agreed on facilitation, since when and until when, and that neither is the other’s superior',
    people: ['learner_id', 'facilitator_id', 'ended_by'],
  },
  agreement_version: {
    ...withJourney,
    purpose: 'every version of what the two of them agreed on: support, contact, what is open',
    people: ['written_by'],
  },
  withheld: {
    ...withJourney,
    purpose: 'what a learner keeps from one person who accompanies, of what was there before they came',
    people: ['person_id'],
    inExport: without('who sees what here does not hold elsewhere'),
  },
  agreement_confirmation: {
    ...withJourney,
    purpose: 'who confirmed which version, and when',
    people: ['person_id'],
  },
  deputy_offer: {
    ...withJourney,
    purpose: 'who was proposed to stand in for whoever accompanies, on which days, and who agreed',
    people: ['learner_id', 'facilitator_id', 'deputy_id'],
    inExport: without('who reads what here does not hold elsewhere'),
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
  proposal: { ...withJourney, purpose: 'what somebody who accompanies suggested, and what the learner decided', people: ['author_id'] },
  share: {
    purpose: 'opens one text to one named person, until it is taken back',
    basis: 'agreement',
    people: ['reader_id', 'granted_by'],
    onErasure: 'erase',
    inExport: without('who reads what here does not hold elsewhere'),
    kept: 'as long as the text',
  },
  help_request: {
    ...withJourney,
    purpose: 'a question for help: from whom, to whom, where it stands',
    people: ['learner_id', 'to_person_id'],
  },
  assignee: { ...withJourney, purpose: 'who helps with one step, as what, since when', people: ['learner_id', 'person_id'] },
  need_link: {
    ...withJourney,
    purpose: 'lets somebody without an account answer one need by a link (stored as a hash)',
    people: ['made_by'],
  },
  need_answer: { ...withJourney, purpose: 'what somebody without an account said to a need', people: [] },
  facilitation_request: {
    ...withJourney,
    purpose: 'whom a learner asked to accompany a journey, until when it waits, and what became of it',
    people: ['learner_id', 'facilitator_id'],
    inExport: without('it is over once it was answered; its words are among the own texts'),
  },
}
