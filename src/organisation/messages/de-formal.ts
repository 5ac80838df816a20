import type { de } from './de.ts'

export const deFormal: Partial<Record<keyof typeof de, string>> = {
  'organisation.public_what':
    'Impressum, Datenschutzerklärung und Erklärung zur Barrierefreiheit schreiben Sie selbst. Nachrichten über das Kontaktformular kommen hier an.',
  'permission.last': 'Eine Organisation braucht jemanden in der Verwaltung. Erteilen Sie sie zuerst einer anderen Person.',
  'listed.reset_what':
    'Sie können einen Link machen, mit dem {name} ein neues Passwort setzt. Er gilt erst nach 48 Stunden. Bis dahin sieht {name} überall, dass Sie ihn gemacht haben, und kann ihn absagen. Auch danach bleibt das sichtbar.',
  'listed.reset_done': 'Er gilt ab {when} und dann sieben Tage. Geben Sie ihn {name} selbst weiter: Er wird nur jetzt gezeigt.',
  'listed.yourself': 'Das sind Sie. Ihr Passwort ändern Sie in den Einstellungen.',

  'outbox.no_server_what':
    'Lotse verschickt deshalb keine Mail. Alles andere geht: Links für Einladungen und neue Passwörter werden angezeigt, und Sie geben sie selbst weiter. Einen Mailserver trägt ein, wer Lotse betreibt (SMTP_URL).',
  'outbox.unknown_what':
    'Die Verbindung brach ab, nachdem die Mail übergeben war und bevor der Mailserver geantwortet hat. Lotse schickt sie nicht von selbst noch einmal. Wenn Sie sie noch einmal senden lassen, kann es sein, dass sie zweimal ankommt.',
}
