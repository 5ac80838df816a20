import { type Entry, withJourney, without } from './entry.ts'

/** The practice of whoever accompanies: their own, and what they ask of others. */
export const practice: Record<string, Entry> = {
  competency_private: {
    ...withJourney,
    purpose: 'how somebody sees their own competencies, day by day, for nobody else; added up nowhere',
    people: ['person_id'],
    kept: 'until the person deletes it, or as long as the account',
  },
  practice_aim_private: {
    ...withJourney,
    purpose: 'the one competency that somebody chose to practise next, for nobody else',
    people: ['person_id'],
    kept: 'until the person chooses another, or as long as the account',
  },
  practice_entry: {
    ...withJourney,
    purpose: 'when somebody wrote a note about their own practice',
    people: ['person_id'],
    kept: 'until the person deletes it, or as long as the account',
  },
  peer_view: {
    ...withJourney,
    purpose: 'what a named person said they saw, because they were asked; read by the two of them',
    people: ['asker_id', 'peer_id'],
    kept: 'until either of the two ends it, or as long as both accounts',
  },
  intervision_case: {
    ...withJourney,
    purpose: 'cases for colleagues: by whom, since when, and to which words their author’s declaration belongs',
    people: ['author_id'],
    kept: 'until its author deletes it; of a withdrawn case, that it was withdrawn',
  },
  case_consent: {
    ...withJourney,
    purpose: 'whom a case is about, and their answer to exactly these words',
    people: ['learner_id'],
    kept: 'as long as the case',
  },
  case_question: {
    ...withJourney,
    purpose: 'questions that colleagues sent back to a case',
    people: ['author_id'],
    kept: 'as long as the case, or until its author takes it back',
  },
  case_thanks: {
    ...withJourney,
    purpose: 'that a question helped, for whoever asked it and whoever it helped; counted nowhere',
    people: [],
    inExport: without('it is shown beside the question'),
    kept: 'as long as the question',
  },
}
