import type { accompany as german } from '../de/accompany.ts'

export const accompany = {
  'accompany.ended': '{name} hat Sie begleitet, bis',
  'accompany.confirm': 'Bitte bestätigen Sie',
  'accompany.lead': 'Sie entscheiden, wer dieses Vorhaben liest und mitdenkt. Es geht auch ohne Begleitung weiter.',
  'accompany.nobody': 'Im Moment begleitet Sie hier niemand. Sie können jederzeit jemanden dazuholen.',
  'accompany.invite_how':
    'Sie bekommen einen Link, den Sie weitergeben. Er gilt 14 Tage und für eine Person. Gelesen wird erst etwas, wenn Sie danach selbst öffnen.',
  'accompany.wants_in': '{name} hat Ihre Einladung angenommen',
  'accompany.wants_in_how':
    'Noch liest {name} nichts. Wenn Sie öffnen, kann {name} ab dann alles lesen, was hier auf „Vorhaben“ steht: Herausforderung, Plan, geöffnete Notizen und gespeicherte Auswertungen. Private Felder bleiben bei Ihnen.',
  'accompany.not_superior_needed': 'Bitte bestätigen Sie das, bevor Sie öffnen. Wenn es nicht stimmt, laden Sie jemand anderen ein.',
  'accompany.end_how': 'Ohne Begründung und sofort: {name} liest danach nichts mehr. Was {name} Ihnen geschrieben hat, bleibt bei Ihnen.',
  'accompany.leave_how': 'Sie lesen danach nichts mehr von diesem Vorhaben. Was Sie geschrieben haben, bleibt bei {name}.',
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
} satisfies Partial<Record<keyof typeof german, string>>
