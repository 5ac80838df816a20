import type { agreement as german } from '../de/agreement.ts'

export const agreement = {
  'agreement.unsent': 'Ein Vorschlag zum Anfangen. {name} sieht ihn, sobald Sie ihn absenden.',
  'agreement.unsent_reads':
    'Mit dem Absenden zeigen Sie {name} diesen Brief mit Titel und Lernfrage. Vom Vorhaben liest {name} erst etwas, wenn Sie beide bestätigt haben.',
  'agreement.waits_for_me': '{name} hat diese Fassung geschrieben und bestätigt. Jetzt fehlt noch Ihr Ja.',
  'agreement.waits_for_me_first':
    '{name} hat diesen Entwurf geschrieben und bestätigt. Mit Ihrem Ja gilt die Vereinbarung, und das Vorhaben öffnet sich für Sie.',
  'agreement.waits_for_other': 'Sie haben bestätigt. Es fehlt noch das Ja von {name}. Ihr Vorhaben wartet nicht darauf.',
  'agreement.waits_for_other_facilitator': 'Sie haben bestätigt. Es fehlt noch das Ja von {name}.',
  'agreement.ended_me': 'Sie haben diese Begleitung am {date} beendet.',
  'agreement.tick': 'Bitte bestätigen Sie',
  'agreement.tick_needed': 'Ohne diese Bestätigung geht es nicht. Ist eine Person der anderen vorgesetzt, wählen Sie es unten.',
  'agreement.change_lead': 'Mit dem Absenden bestätigen Sie Ihre Fassung. Bis {name} sie auch bestätigt, gilt die bisherige.',
  'agreement.first_lead': 'Mit dem Absenden bestätigen Sie Ihre Fassung. {name} liest sie und kann bestätigen oder etwas ändern.',
  'agreement.readers': 'Was hier steht, lesen nur Sie und {name}.',
  'agreement.readers_then': 'Was hier steht, lesen nach dem Absenden nur Sie und {name}.',
  'agreement.conflict': '{name} hat inzwischen selbst eine Fassung geschrieben. Ihre Worte stehen unverändert hier.',
  'agreement.conflict_how': 'Markiert ist, worin sich Ihre davon unterscheidet. Senden Sie Ihre ab, gilt sie als neuer Vorschlag.',
  'agreement.field.contactRhythm': 'Wann sprechen Sie sich?',
  'agreement.field.confidential': 'Was unter Ihnen bleibt',
  'agreement.field.reviewAfterCycle': 'Nach welcher Runde schauen Sie die Vereinbarung wieder an?',
  'agreement.weeks_needed': 'Bitte sagen Sie, alle wie viele Wochen.',
  'agreement.done_in_force_facilitator': 'Die Vereinbarung gilt. Das Vorhaben ist jetzt für Sie offen.',
  'agreement.done_superseded': 'Inzwischen gibt es eine neuere Fassung. Bitte lesen Sie zuerst diese.',
  'agreement.look_due': 'Sie wollten jetzt gemeinsam auf Ihre Vereinbarung schauen.',
} satisfies Partial<Record<keyof typeof german, string>>
