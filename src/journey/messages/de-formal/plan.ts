import type { plan as german } from '../de/plan.ts'

export const plan = {
  'plan.lead': 'Ein guter Plan ist klein: wenige Schritte, die Sie in den nächsten Wochen wirklich gehen.',
  'plan.review_on': 'Wann schauen Sie zurück?',
  'plan.lead_intent_hint': 'Freiwillig. Beim Auswerten sehen Sie, ob es so gekommen ist.',
  'plan.steps_empty': 'Noch kein Schritt. Womit könnten Sie morgen anfangen?',
  'plan.steps_many': 'Das sind {count} Schritte. Welche davon bringen Sie am weitesten, und würden die genügen?',
  'plan.missing.what': 'wie Sie vorgehen',
  'plan.missing_gap_question': 'Was fehlt Ihnen dafür gerade?',
  'plan.gap_first.judgement': 'Zuerst jemandem mit Erfahrung zuschauen oder sich mit Kolleg:innen beraten.',
  'plan.gap_first.permission': 'Sprechen Sie zuerst mit der Person, die darüber entscheidet. Das ist auch ein Schritt.',
  'plan.hint.example_first': 'Das Feld ist neu für Sie: Ein Beispiel oder eine Vorführung vor dem ersten Versuch erspart Umwege.',
  'plan.hint.names_no_trial': 'Wofür ist „{what}“? Sie können dazuschreiben, welche Erprobung es vorbereitet.',
  'plan.offers_lead': 'Das liegt noch da. Nehmen Sie, was weiterhilft.',
  'plan.begin_hint': 'Der Plan bleibt änderbar: Sie können jederzeit hierher zurück.',
  'plan.refused.plan_is_full': 'Sieben Schritte füllen eine Runde. Nehmen Sie einen heraus oder heben Sie sich diesen für die nächste auf.',
} satisfies Partial<Record<keyof typeof german, string>>
