import type { de } from './de.ts'

export const deFormal: Partial<Record<keyof typeof de, string>> = {
  'when.you': 'Sie',
  'times.hint': 'Nach Ihrer Uhr ({zone}). Leere Zeilen zählen nicht.',
  'times.new_hint': 'Nach Ihrer Uhr ({zone}).',
  'times.can_i': 'Können Sie am {when}?',
  'times.you': 'Sie',
  'attendance.mine.accepted': 'Sie haben zugesagt.',
  'attendance.mine.tentative': 'Sie kommen vielleicht.',
  'attendance.mine.declined': 'Sie haben abgesagt.',
  'attendance.mine.needs_action': 'Kommen Sie?',
  'attendance.all_of_them': 'Kommen Sie zu diesen Terminen?',
  'repeat.until_hint': 'Ohne Datum geht es weiter, bis Sie es beenden.',
  'letter.request.what': '{organiser} lädt Sie zu „{title}“ ein.',
  'letter.change.mine': 'Sie haben das Treffen „{title}“ geändert. So gilt es jetzt:',
  'letter.cancel.mine': 'Sie haben das Treffen „{title}“ abgesagt. Geplant war es so:',
  'letter.one_moved.mine': 'Sie haben einen Termin von „{title}“ verschoben. Bisher war er am {was}. So gilt es jetzt:',
  'letter.one_off.mine': 'Sie haben einen Termin von „{title}“ abgesagt. Es fällt aus:',
  'letter.withdrawn.what': 'Dieses Treffen gibt es für Sie nicht mehr: {when}. Ihr Kalender kann es mit dieser Mail streichen.',
  'letter.answer_anywhere': 'Sie können im Kalender oder auf der Seite antworten.',
  'letter.answer_there': 'Sie können auf der Seite antworten.',

  'calendar.lead': 'Ihr Kalenderprogramm kann Ihre Termine von einer geheimen Adresse holen. Änderungen und Absagen kommen von selbst mit.',
  'calendar.plain_hint': 'Wer Ihren Kalender sieht, erfährt nichts weiter.',
  'calendar.renew_what': 'Eine neue Adresse ersetzt die alte. Im Kalenderprogramm tragen Sie sie dann neu ein.',
  'calendar.end_what': 'Ohne Adresse holt kein Kalender mehr etwas. Was er schon zeigt, löschen Sie dort.',
  'calendar.made_title': 'Ihre Kalenderadresse',
  'calendar.made':
    'Tragen Sie sie in Ihrem Kalenderprogramm ein, meist unter „Kalender abonnieren“. Sie steht nur jetzt hier; wer sie kennt, sieht Ihre Termine.',
  'calendar.saved': 'Gespeichert. Ihr Kalender zeigt es, sobald er das nächste Mal nachsieht.',
}
