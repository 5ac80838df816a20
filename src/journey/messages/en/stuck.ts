import type { stuck as german } from '../de/stuck.ts'

export const stuck = {
  'stuck.title': 'I am stuck',
  'stuck.lead':
    'Then a question to somebody who knows such things often helps. You tell what you have tried, and only that one person reads it.',
  'stuck.go': 'Ask somebody',
  'stuck.asked': 'Questions for help',
  'stuck.whom_lead': 'Who could get you further with a question or a hint?',
  'stuck.near': 'Accompanies you here',
  'stuck.whom': 'Somebody from your organisation',
  'stuck.whom_how': 'Search by name. That person sees your question only, not your journey.',
  'stuck.ask': 'Ask {name}',
  'stuck.ask_lead': 'Four short answers that nobody but {name} reads. Sometimes writing them already clears something up.',
  'stuck.send': 'Send the question',
  'stuck.another': 'Ask somebody else after all',
} satisfies Record<keyof typeof german, string>
