import type { deputy as german } from '../de/deputy.ts'

export const deputy = {
  'deputy.asks_learner':
    '{facilitator} ist dann nicht da und schlägt {deputy} als Vertretung vor. {deputy} liest Ihr Vorhaben nur in diesen Tagen, und nur mit Ihrer Zustimmung.',
  'deputy.asks_deputy':
    '{facilitator} ist dann nicht da und bittet Sie, {learner} zu begleiten. Sie lesen das Vorhaben nur in diesen Tagen, und nur wenn {learner} zustimmt.',
  'deputy.standing_mine': 'Es fehlt noch Ihr Ja.',
  'deputy.asked_by_me': 'Sie haben {deputy} für {learner} vorgeschlagen.',
} satisfies Partial<Record<keyof typeof german, string>>
