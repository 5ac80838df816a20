import type { attempt as german } from '../de/attempt.ts'

export const attempt = {
  'attempt.note_hint': 'Ein Satz reicht. Erst beobachten, deuten können Sie später.',
  'attempt.mood': 'Wie ging es Ihnen dabei?',
  'attempt.mood_hint': 'Das lesen nur Sie, auch wenn Sie die Notiz öffnen. Niemand wertet es aus.',
  'attempt.mood_read': 'Stimmung: {mood} (lesen nur Sie)',
  'attempt.replan_lead':
    'Ein Plan darf sich ändern. Wählen Sie, welche Schritte Sie neu fassen wollen: Die bisherige Fassung bleibt als „geändert“ stehen, und Sie schreiben in einer Kopie weiter.',
  'attempt.replan_none': 'Sie gehen zurück in den Plan und können dort Schritte ergänzen.',
  'attempt.bin_lead': 'Was Sie aus diesem Vorhaben entfernt haben, liegt hier 30 Tage lang. Danach ist es endgültig weg.',
  'attempt.bin_empty': 'Hier liegt nichts. Was Sie entfernen, finden Sie 30 Tage lang hier wieder.',
  'attempt.refused.too_many_files': 'Eine Notiz nimmt bis zu fünf Dateien. Wählen Sie die wichtigsten aus.',
  'attempt.refused.file_too_large':
    '„{name}“ ist zu groß. Eine Datei darf bis 10 MB haben. Ihre Worte stehen noch da, die Dateien müssen Sie neu auswählen.',
  'attempt.refused.file_unknown':
    '„{name}“ ist kein Bild, kein PDF, kein Text und kein Ton, den wir kennen. Ihre Worte stehen noch da, die Dateien müssen Sie neu auswählen.',
  'attempt.refused.plan_is_full': 'Der Plan dieser Runde hat schon sieben Schritte. Nehmen Sie erst einen heraus.',
  'attempt.refused.too_many_needs': 'Bei diesem Schritt stehen schon fünf Dinge. Nehmen Sie erst eines heraus.',
  'attempt.refused.too_many_signs': 'Es gibt schon fünf Erfolgszeichen. Nehmen Sie erst eines heraus.',
  'attempt.refused.challenge_is_confirmed':
    'Erfolgszeichen ändern sich nur beim Klären. Fassen Sie die Herausforderung neu, dann finden Sie es hier wieder.',
  'attempt.readers_hint': 'So haben Sie es vereinbart. Bei jeder Notiz können Sie es anders wählen.',
} satisfies Partial<Record<keyof typeof german, string>>
