import type { TextKind } from '../site.ts'
import { drafts as informal } from './drafts-de.ts'

const privacy = informal.privacy
  .replace('## Wenn du diese Seiten nur liest', '## Wenn Sie diese Seiten nur lesen')
  .replace('wenn du eine Sprache wählst', 'wenn Sie eine Sprache wählen')
  .replace('## Wenn du uns schreibst', '## Wenn Sie uns schreiben')
  .replace(
    'deine Nachricht, deine E-Mail-Adresse und, wenn du ihn nennst, deinen Namen',
    'Ihre Nachricht, Ihre E-Mail-Adresse und, wenn Sie ihn nennen, Ihren Namen',
  )
  .replace('## Wenn du ein Konto hast', '## Wenn Sie ein Konto haben')
  .replace('ein Prüfwert deines Passworts, damit du dich anmelden kannst', 'ein Prüfwert Ihres Passworts, damit Sie sich anmelden können')
  .replace(
    'was du schreibst, und wann. Lesen kann es nur, wem du es öffnest',
    'was Sie schreiben, und wann. Lesen kann es nur, wem Sie es öffnen',
  )
  .replace('Ein Cookie hält dich angemeldet', 'Ein Cookie hält Sie angemeldet')
  .replace('## Deine Rechte', '## Ihre Rechte')
  .replace(
    'Du kannst Auskunft verlangen, Falsches berichtigen und deine Daten löschen lassen',
    'Sie können Auskunft verlangen, Falsches berichtigen und Ihre Daten löschen lassen',
  )
  .replace(
    'und deine Daten in offenen Formaten mitnehmen. Du kannst dich auch',
    'und Ihre Daten in offenen Formaten mitnehmen. Sie können sich auch',
  )

const accessibility = informal.accessibility.replace(
  'Bitte [schreib uns](/contact), was du vorhattest',
  'Bitte [schreiben Sie uns](/contact), was Sie vorhatten',
)

export const drafts: Partial<Record<TextKind, string>> = { privacy, accessibility }
