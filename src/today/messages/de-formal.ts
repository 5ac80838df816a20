import type { de } from './de.ts'

export const deFormal = {
  'today.first': 'Was beschäftigt Sie gerade bei der Arbeit?',
  'today.first_how': 'Ein halber Satz genügt für den Anfang. Es liest niemand mit, bis Sie jemanden dazuholen.',
  'today.turns': 'Ihre Vorhaben',
  'today.proposals': '{count, plural, one {Ein Vorschlag wartet} other {# Vorschläge warten}} auf Ihre Antwort',
  'today.wants_in': '{name} möchte Sie bei „{title}“ begleiten',
  'today.wants_in_how': 'Der Entwurf Ihrer Vereinbarung liegt bereit.',
  'today.date_resume': 'Sie wollten weitermachen',
  'today.accompanied': 'Sie begleiten',
  'today.accompanied_calm': 'Gerade wartet nichts auf Sie.',
  'today.review': '{name} hat eine Auswertung mit Ihnen geteilt',
  'today.accepted': '{name} hat Ihren Vorschlag angenommen',
  'today.declined': '{name} hat sich gegen Ihren Vorschlag entschieden',
  'today.agreement_to_confirm': '{name} hat eine Fassung Ihrer Vereinbarung für Sie',
  'today.draft_of': '{name} hat Sie eingeladen und schreibt noch am Entwurf Ihrer Vereinbarung',
} satisfies Partial<Record<keyof typeof de, string>>
