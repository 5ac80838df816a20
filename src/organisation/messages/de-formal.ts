import type { de } from './de.ts'

export const deFormal: Partial<Record<keyof typeof de, string>> = {
  'organisation.public_what':
    'Impressum, Datenschutzerklärung und Erklärung zur Barrierefreiheit schreiben Sie selbst. Nachrichten über das Kontaktformular kommen hier an.',
  'permission.last': 'Eine Organisation braucht jemanden in der Verwaltung. Erteilen Sie sie zuerst einer anderen Person.',
  'listed.reset_what':
    'Sie können einen Link machen, mit dem {name} ein neues Passwort setzt. Er gilt erst nach 48 Stunden. Bis dahin sieht {name} überall, dass Sie ihn gemacht haben, und kann ihn absagen. Auch danach bleibt das sichtbar.',
  'listed.reset_done': 'Er gilt ab {when} und dann sieben Tage. Geben Sie ihn {name} selbst weiter: Er wird nur jetzt gezeigt.',
  'listed.yourself': 'Das sind Sie. Ihr Passwort ändern Sie in den Einstellungen.',
}
