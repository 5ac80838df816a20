import type { deputy as german } from '../de/deputy.ts'

export const deputy = {
  'deputy.title': 'Deputy',
  'deputy.days': '{from} to {to}',
  'deputy.stands_in': '{name}, standing in for {for}',
  'deputy.asks_learner':
    '{facilitator} is away then and suggests {deputy} as a deputy. {deputy} reads your journey on these days only, and only with your consent.',
  'deputy.asks_deputy':
    '{facilitator} is away then and asks you to accompany {learner}. You read the journey on these days only, and only if {learner} consents.',
  'deputy.asked_by_me': 'You have suggested {deputy} for {learner}.',
  'deputy.reads':
    'During this time the deputy can read what {facilitator} reads, suggest something and answer reviews, always under both names. After that, reading ends by itself.',
  'deputy.goes_on': 'It works without a deputy as well: everything in the journey can be done alone.',
  'deputy.tick': 'Nobody is a superior',
  'deputy.tick_learner': 'Neither {deputy} nor I am the other’s superior.',
  'deputy.tick_deputy': 'Neither {learner} nor I am the other’s superior.',
  'deputy.tick_needed': 'A deputy needs this confirmation.',
  'deputy.agree': 'Agreed',
  'deputy.decline': 'Rather not',
  'deputy.take_back': 'Take the suggestion back',
  'deputy.end': 'End the deputising',
  'deputy.end_how': 'Without a reason, and at once.',
  'deputy.no_reason': 'No reason is needed.',
  'deputy.standing_mine': 'Your yes is still missing.',
  'deputy.standing_learner': 'The yes of {learner} is still missing.',
  'deputy.standing_deputy': 'The yes of {deputy} is still missing.',
  'deputy.standing_both': 'The yes of {learner} and of {deputy} is still missing.',
  'deputy.standing_agreed': 'Agreed: {deputy} stands in for {facilitator}.',
  'deputy.to_journey': 'To the journey',
} satisfies Record<keyof typeof german, string>
