import type { de } from './de.ts'

export const deFormal = {
  'today.first': 'Was beschäftigt Sie gerade bei der Arbeit?',
  'today.first_how': 'Ein halber Satz genügt für den Anfang. Es liest niemand mit, bis Sie jemanden dazuholen.',
  'today.turns': 'Ihre Vorhaben',
  'today.proposals': '{count, plural, one {Ein Vorschlag wartet} other {# Vorschläge warten}} auf Ihre Antwort',
  'today.wants_in': '{name} möchte Sie bei „{title}“ begleiten',
  'today.wants_in_how': 'Öffnen Sie das Vorhaben, wenn es passt.',
  'today.date_resume': 'Sie wollten weitermachen',
  'today.accompanied': 'Sie begleiten',
  'today.accompanied_calm': 'Gerade wartet nichts auf Sie.',
  'today.review': '{name} hat eine Auswertung mit Ihnen geteilt',
  'today.accepted': '{name} hat Ihren Vorschlag angenommen',
  'today.declined': '{name} hat sich gegen Ihren Vorschlag entschieden',
  'today.not_opened': '{name} hat Sie eingeladen und das Vorhaben noch nicht geöffnet',
} satisfies Partial<Record<keyof typeof de, string>>
