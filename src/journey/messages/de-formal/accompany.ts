import type { accompany as german } from '../de/accompany.ts'

export const accompany = {
  'accompany.says_question': '{name} stellt Ihnen eine Frage',
  'accompany.mine_step': 'Sie haben einen Schritt vorgeschlagen',
  'accompany.mine_question': 'Sie haben eine Frage gestellt',
  'accompany.mine_next_move': 'Sie haben als nächsten Zug vorgeschlagen: {move}',
  'accompany.kept_questions': 'Fragen, die Sie behalten haben',
  'accompany.step_what_hint': 'Beginnen Sie mit einem Verb.',
  'accompany.question_text': 'Ihre Frage',
  'accompany.move_why': 'Was bringt Sie darauf?',
  'accompany.differs_hint': '{name} sieht Ihre Sicht. Der Abschluss bleibt, wie er ist.',
  'accompany.done_proposed': 'Ihr Vorschlag liegt jetzt bei {name}.',
  'accompany.done_responded': 'Ihre Antwort ist gespeichert.',
  'accompany.refused_plan_full': 'Der Plan hat schon sieben Schritte. Nehmen Sie zuerst einen heraus, dann passt dieser hinein.',
  'accompany.refused_own_journey': 'Das ist Ihr eigenes Vorhaben: Sie brauchen sich nichts vorzuschlagen.',
  'accompany.lead_seen': 'Ihre Sicht: Wer hat geführt?',
  'accompany.lead_seen_how': 'Freiwillig. {name} sieht Ihre Sicht neben der eigenen.',
  'accompany.refused_hat_not_agreed': 'Dieser Hut ist zwischen Ihnen nicht vereinbart. Ändern Sie zuerst die Lernvereinbarung.',
} satisfies Partial<Record<keyof typeof german, string>>
