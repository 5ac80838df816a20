import type { de } from './de.ts'

/** The exported document speaks about a journey, not to anybody; the pages around it speak to somebody. */
export const deFormal = {
  'my_data.title': 'Ihre Daten',
  'my_data.lead': 'Was Sie hier geschrieben haben, gehört Ihnen. Sie können es jederzeit mitnehmen, und Sie können jederzeit gehen.',
  'my_data.take_what':
    'Ein Archiv mit allem, was von Ihnen hier liegt: Ihre Vorhaben zum Lesen (HTML und Markdown), Ihre Bilder und Dokumente und alles noch einmal als Daten (JSON). Öffnen Sie darin zuerst index.html.',
  'my_data.go_what': 'Wenn Sie gehen, wird nach 30 Tagen alles von Ihnen gelöscht. So lange können Sie zurückkommen.',
  'leaving.lead': 'Sie brauchen keinen Grund, und niemand muss zustimmen.',
  'leaving.at_once':
    'Niemand außer Ihnen liest noch, was Sie jemandem geöffnet hatten. Vereinbarungen enden. Die Menschen, die Sie begleiten, machen ohne Sie weiter, und Sie lesen von ihnen nichts mehr. Treffen, die noch kommen, finden ohne Sie statt.',
  'leaving.thirty_days':
    'Sie können zurückkommen und finden alles vor, was Ihnen gehört. Wer bei Ihnen mitlas, liest erst wieder mit, wenn Sie neu einladen.',
  'leaving.then':
    'Alles von Ihnen wird gelöscht. Sie bekommen eine Quittung. In gemeinsamen Texten steht statt Ihres Namens „ehemaliges Mitglied“.',
  'leaving.type': 'Schreiben Sie zur Bestätigung „{word}“',
  'leaving.last_administrator': 'Außer Ihnen verwaltet niemand diese Organisation. Geben Sie die Verwaltung zuerst jemandem dazu.',
  'leaving.under_way': 'Sie gehen',
  'leaving.erased_on': 'Alles von Ihnen wird gelöscht am {when}.',
  'leaving.removed':
    'Die Verwaltung hat Ihr Konto entfernt. Bis zu diesem Tag kann sie das zurücknehmen; fragen Sie dort, wenn es ein Irrtum ist. Mitnehmen können Sie alles selbst.',
  'leaving.return_what':
    'Ihre Vorhaben und Texte sind noch da. Wer Sie begleitet hat, liest nicht von selbst wieder mit: Laden Sie neu ein, wen Sie dabeihaben möchten.',
  'leaving.erase_what': 'Sie können alles auch jetzt gleich löschen. Das lässt sich nicht rückgängig machen.',
  'leaving.receipt_at': 'Unter dieser Adresse liegt Ihre Quittung, wenn alles gelöscht ist. Bewahren Sie sie auf:',
  'receipt.when': 'Am {when} wurde alles von Ihnen gelöscht.',
  'receipt.what':
    'Dazu das Konto mit Namen, Adresse und Anmeldungen. In gemeinsamen Texten steht jetzt „ehemaliges Mitglied“. Geblieben ist nur diese Quittung; sie enthält nichts, was zu Ihnen führt.',
  'whole.data': 'In der Datei lotse.json steht alles noch einmal als Daten, auch jeder einzelne Text, den Sie irgendwo geschrieben haben.',
} satisfies Partial<Record<keyof typeof de, string>>
