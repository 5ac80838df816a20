export const deFormal = {
  'questions.lead': 'Offene Fragen für jede Phase. Nehmen Sie, was passt, und lassen Sie den Rest liegen.',
  'questions.none': 'Dazu ist nichts dabei. Mit weniger Filtern wird es mehr, oder Sie schreiben die Frage, die Ihnen fehlt.',
  'questions.own': 'Ihre Fragen',
  'questions.own_none': 'Hier stehen Fragen, die Ihnen selbst eingefallen sind oder die Sie behalten wollen.',
  'own.adopted': 'Die Frage ist in Ihrer Sammlung. Sagen Sie noch, wohin sie gehört.',
  'own.hat': 'Mit welchem Hut fragen Sie so?',
  'own.readers': 'Nur Sie lesen das.',
} as const
