import type { needs as german } from '../de/needs.ts'

export const needs = {
  'needs.title': 'What is needed',
  'needs.lead': 'What your steps still lack, over all journeys, by date.',
  'needs.none': 'Nothing is lacking just now',
  'needs.empty':
    'While planning you can say of each step what you need for it. What is still open then appears here, and you can ask for it with a link.',
  'needs.to_journeys': 'To the journeys',
  'needs.answered': 'Answered lately',
  'needs.state': 'Change how it stands',
  'needs.set.open': 'Open again',
  'needs.set.there': 'Tick off: it is there',
  'needs.set.not_available': 'Note: not available',
  'needs.ask': 'Ask for it',
  'needs.ask_label': '{says}: {need}',
  'needs.all': 'All that is needed',
} satisfies Record<keyof typeof german, string>
