import type { de } from './de.ts'

export const deFormal = {
  'today.returned': 'Schön, dass Sie wieder da sind. Ihre Vorhaben und Texte liest im Augenblick niemand außer Ihnen.',
  'today.first': 'Was beschäftigt Sie gerade bei der Arbeit?',
  'today.first_how': 'Ein halber Satz genügt für den Anfang. Es liest niemand mit, bis Sie jemanden dazuholen.',
  'today.turns': 'Ihre Vorhaben',
  'today.with_me': 'Liegt bei Ihnen',
  'today.wants_in': '{name} möchte Sie bei „{title}“ begleiten',
  'today.wants_in_how': 'Der Entwurf Ihrer Vereinbarung liegt bereit.',
  'today.date_resume': 'Sie wollten weitermachen',
  'today.accompanied': 'Sie begleiten',
  'today.accompanied_calm': 'Gerade wartet nichts auf Sie.',
  'today.agreement_to_confirm': '{name} hat eine Fassung Ihrer Vereinbarung für Sie',
} satisfies Partial<Record<keyof typeof de, string>>
