import type { shared as german } from '../de/shared.ts'

export const shared = {
  'shared.you_are_on': 'Sie sind am Zug.',
  'shared.turn.learner_describes_challenge': 'Beschreiben Sie, worum es geht.',
  'shared.turn.learner_starts': 'Alles Nötige steht da. Sie können die erste Runde beginnen.',
  'shared.turn.learner_reframes_challenge': 'Beschreiben Sie die Herausforderung so, wie Sie sie jetzt sehen.',
  'shared.turn.learner_confirms_challenge': 'Die neue Fassung steht. Sie können damit weiterplanen.',
  'shared.turn.learner_plans': 'Planen Sie Ihre Schritte für diese Runde.',
  'shared.turn.learner_begins_trying': 'Der Plan steht. Sie können mit dem Ausprobieren beginnen.',
  'shared.turn.learner_tries': 'Probieren Sie aus, was Sie geplant haben.',
  'shared.turn.learner_tries_or_evaluates': 'Probieren Sie weiter aus, oder werten Sie aus, was bisher war.',
  'shared.turn.learner_writes_review': 'Schauen Sie zurück: Was ist geschehen, und was nehmen Sie daraus mit?',
  'shared.turn.learner_chooses_next_move': 'Die Auswertung steht. Entscheiden Sie, wie es weitergeht.',
  'shared.turn.learner_closes': 'Halten Sie zum Abschluss fest, was den Unterschied gemacht hat.',
  'shared.turn.learner_rests': 'Das Vorhaben ruht, bis Sie es wieder aufnehmen.',
  'shared.you': 'Sie',
  'shared.read_by_you': 'Das lesen nur Sie.',
  'shared.read_by_you_for_now': 'Das lesen jetzt nur Sie.',
  'shared.read_later': 'Wer Sie hier einmal begleitet, liest es mit.',
  'shared.whole_read_by_you': 'Dieses Vorhaben lesen jetzt nur Sie.',
  'shared.keep_to_myself_hint': 'Wirkt sofort. Was Sie geschrieben haben, wird dabei gespeichert.',
  'shared.refusal.too_many_steps': 'Mehr als sieben Schritte sind zu viel für eine Runde. Legen Sie einige davon in die nächste.',
  'shared.refusal.another_next_move':
    'In der Auswertung steht ein anderer nächster Zug. Ändern Sie ihn dort, wenn Sie weitermachen wollen.',
} satisfies Partial<Record<keyof typeof german, string>>
