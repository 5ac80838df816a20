import type { stuck as german } from '../de/stuck.ts'

export const stuck = {
  'stuck.lead':
    'Dann hilft oft eine Frage an jemanden, der so etwas kennt. Sie erzählen, was Sie versucht haben, und nur diese eine Person liest es.',
  'stuck.whom_lead': 'Wer könnte Ihnen mit einer Frage oder einem Hinweis weiterhelfen?',
  'stuck.near': 'Begleitet Sie hier',
  'stuck.whom': 'Jemand aus Ihrer Organisation',
  'stuck.whom_how': 'Suchen Sie nach dem Namen. Die Person sieht nur Ihre Frage, nicht Ihr Vorhaben.',
} satisfies Partial<Record<keyof typeof german, string>>
