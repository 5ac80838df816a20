import { type Entry, withJourney, without } from './entry.ts'

/** What is kept about a learning journey. */
export const journeys: Record<string, Entry> = {
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
  transfer_check: {
    ...withJourney,
    purpose: 'whether it held, some weeks later and, where somebody wants that, half a year later',
    people: [],
  },
  transfer_check_private: { ...withJourney, purpose: 'what helped and hindered, for the learner alone', people: ['person_id'] },
  passage: {
    purpose: 'the words that people write, each with its readers',
    basis: 'agreement',
    people: ['author_id'],
    onErasure: 'erase',
    inExport: { yes: true },
    kept: 'as long as the journey; in the bin for 30 days',
  },
}
