import type { evaluate as german } from '../de/evaluate.ts'

export const evaluate = {
  'evaluate.lead': 'Nehmen Sie sich eine Viertelstunde. Was hier steht, ist ein Entwurf, bis Sie es teilen.',
  'evaluate.lead_shared': 'Diese Auswertung ist geteilt. Sie können weiterschreiben; was Sie ändern, ist sofort zu lesen.',
  'evaluate.others_wait': '{name} wertet diese Runde gerade aus. Sie lesen die Auswertung, sobald {name} sie teilt.',
  'evaluate.look_back': 'Was Sie erwartet und notiert haben',
  'evaluate.bring_preview': 'Diese Notiz lesen bisher nur Sie. In der Auswertung stünde dann:',
  'evaluate.bring_readers_nobody': 'Bisher liest hier niemand mit. Wer Sie später begleitet, liest geteilte Auswertungen.',
  'evaluate.no_room': 'Zusammen mit dieser Notiz wäre der Text zu lang. Kürzen Sie ihn zuerst etwas.',
  'evaluate.explanation': 'Wie erklären Sie sich den Unterschied?',
  'evaluate.explanation_hint': 'Zwischen dem, was Sie erwartet haben, und dem, was war.',
  'evaluate.insight': 'Welchen Satz wollen Sie behalten?',
  'evaluate.signs': 'Ihre Erfolgszeichen',
  'evaluate.progress': 'Wie weit sind Sie?',
  'evaluate.confidence': 'Wie viel trauen Sie sich dabei jetzt zu?',
  'evaluate.more': 'Wenn Sie mögen: Hindernisse, Führung, Stimmung',
  'evaluate.mood': 'Wie geht es Ihnen mit dieser Runde?',
  'evaluate.next_hint': 'Das entscheiden Sie allein. Vorher wird alles gespeichert.',
  'evaluate.next_hint.next_cycle': 'Was offen blieb, können Sie in den neuen Plan mitnehmen.',
  'evaluate.next_hint.declare_solved': 'Dann halten Sie noch fest, was den Unterschied gemacht hat.',
  'evaluate.next_hint.pause': 'Das Vorhaben bleibt genau so, bis Sie es wieder aufnehmen.',
  'evaluate.reframe_reason_hint': 'Nur nötig, wenn Sie neu fassen. Der Satz steht dann bei der neuen Fassung.',
} satisfies Partial<Record<keyof typeof german, string>>
