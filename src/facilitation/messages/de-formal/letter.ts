import type { letter as german } from '../de/letter.ts'

export const letter = {
  'draft.facilitator_1': 'Ich frage nach, bevor ich rate, und lasse die Entscheidungen da, wo sie hingehören: bei Ihnen.',
  'draft.facilitator_2': 'Ich lese, was Sie mir zeigen, und antworte in der vereinbarten Zeit.',
} satisfies Partial<Record<keyof typeof german, string>>
