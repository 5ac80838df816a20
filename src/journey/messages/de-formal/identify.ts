import type { identify as german } from '../de/identify.ts'

export const identify = {
  'identify.list.title': 'Ihre Vorhaben',
  'identify.list.lead': 'Jedes Vorhaben ist eine echte Aufgabe aus Ihrer Arbeit, von der ersten Frage bis „gelöst“.',
  'identify.list.empty_title': 'Womit möchten Sie anfangen?',
  'identify.list.empty': 'Ein Vorhaben beginnt mit etwas, das Sie bei der Arbeit gerade beschäftigt. Ein halber Satz genügt.',
  'identify.new.situation': 'Ihre Antwort',
  'identify.new.readers': 'Das lesen nur Sie, bis Sie jemanden dazuholen.',
  'identify.title_again': 'Wie sehen Sie es jetzt?',
  'identify.lead': 'Schreiben Sie so viel, wie Sie schon wissen. Sie können jederzeit aufhören und später weitermachen.',
  'identify.lead_again': 'Die bisherige Fassung bleibt erhalten. Ändern Sie hier, was sich verschoben hat.',
  'identify.situation': 'Was geschieht, und wo kommen Sie nicht weiter?',
  'identify.situation_hint':
    'Erzählen Sie es so, wie Sie es jemandem in der Pause erzählen würden. Rollen statt Namen: „eine Kollegin“, „der Kunde“.',
  'identify.title_field_hint': 'Ein halber Satz, an dem Sie es wiedererkennen.',
  'identify.learningQuestion': 'Was möchten Sie am Ende können?',
  'identify.successSigns': 'Woran merken Sie, dass es gelöst ist?',
  'identify.pass_on':
    'Was sich nicht durch Lernen lösen lässt, ist vielleicht woanders besser aufgehoben. Was Sie bis dahin herausgefunden haben, bleibt Ihnen. Sie können hier aber auch einfach weitermachen.',
  'identify.rules_first':
    'Klären Sie vor dem ersten Versuch, welche Regeln gelten, und lassen Sie sich zeigen, was Sie noch nicht sicher können. Ausprobiert wird dort, wo nichts passieren kann: in einer Übung, an einer Kopie, zu zweit.',
  'identify.triedSoFar': 'Was haben Sie schon versucht, und was hat ein wenig geholfen?',
  'identify.whyItMatters': 'Warum ist Ihnen das wichtig?',
  'identify.importance': 'Wie wichtig ist es Ihnen heute?',
  'identify.confidenceStart': 'Wie sehr trauen Sie sich das heute zu?',
  'identify.expectedWeeks': 'Wie viele Wochen geben Sie sich?',
  'identify.tags_hint': 'Damit Sie es später wiederfinden.',
  'identify.erase_what':
    'Gelöscht wird alles, was zu diesem Vorhaben gehört: jede Fassung, jeder Schritt, jede Notiz mit ihren Dateien, jede Auswertung, auch Vorschläge und Antworten derer, die Sie begleiten. Niemand kann es zurückholen.',
  'identify.erase_backup': 'In Sicherungskopien Ihrer Organisation kann es noch liegen, bis diese überschrieben sind.',
  'identify.erase_type': 'Zum Bestätigen schreiben Sie hier: {word}',
  'identify.erased_at': 'Gelöscht am {when}. Diese Seite ist der einzige Beleg: Drucken Sie sie aus, wenn Sie ihn brauchen.',
  'identify.erased_on': 'Zu Ihren Vorhaben',
  'identify.list.over_time': 'Wie Sie lernen, über die Zeit',
} satisfies Partial<Record<keyof typeof german, string>>
