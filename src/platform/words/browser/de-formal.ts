import type { de } from './de.ts'

export const deFormal = {
  'conflict.mine': 'Ihr Text steht im Feld und lässt sich weiter ändern.',
  'copy.failed': 'Das Kopieren ging nicht. Der Link ist markiert: kopieren Sie ihn mit der Tastatur.',
  'dictate.on_device': 'Ihr Gerät schreibt mit. Es wird kein Ton verschickt.',
  'draft.gone': 'Das lässt sich hier nicht mehr speichern. Kopieren Sie Ihren Text, wenn Sie ihn behalten wollen.',
  'draft.offline': 'Noch nicht gespeichert – ohne Verbindung. Ihr Text bleibt auf diesem Gerät.',
  'draft.signed_out': 'Noch nicht gespeichert – Sie sind abgemeldet. Ihr Text bleibt auf diesem Gerät, bis Sie sich wieder anmelden.',
  'draft.unsent': 'Noch nicht gesendet – ohne Verbindung. Ihr Text bleibt auf diesem Gerät.',
  'live.gone': 'Dieser Teil ist für Sie nicht mehr zu sehen.',
  'together.too_long': 'Das ist mehr, als hier gespeichert wird. Kürzen Sie den Text, dann geht es weiter.',
} satisfies Partial<Record<keyof typeof de, string>>
