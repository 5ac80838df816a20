import type { TextKind } from '../site.ts'

const imprint = `
## Anbieter

{organisation}
[Rechtsform, vertreten durch]
[Straße und Hausnummer]
[Postleitzahl und Ort]

## Kontakt

E-Mail: [Adresse]
Telefon: [Nummer]
[Kontaktformular](/contact)

## Register und Steuer

[Registergericht und Registernummer, wenn eingetragen]
[Umsatzsteuer-Identifikationsnummer, wenn vorhanden]

## Verantwortlich für Inhalte

[Name und Anschrift, wenn hier redaktionelle Beiträge erscheinen]
`

const privacy = `
## Wer verantwortlich ist

{organisation}, [Anschrift, E-Mail-Adresse]. Datenschutzbeauftragte Person: [Name und Kontakt, wenn bestellt].

## Wenn du diese Seiten nur liest

Besuche werden nicht gezählt, und nichts wird von anderen Anbietern geladen. Ein Cookie gibt es nur, wenn du eine Sprache wählst: Es merkt sich diese Wahl ein Jahr lang. Zugriffe können in den Protokollen des Webservers stehen: [was dort aufgezeichnet wird und wie lange].

## Wenn du uns schreibst

Das Kontaktformular speichert deine Nachricht, deine E-Mail-Adresse und, wenn du ihn nennst, deinen Namen. Lesen kann das nur die Verwaltung von {organisation}. Nach 180 Tagen wird es gelöscht. Damit niemand das Formular missbraucht, werden Nachrichten je Netzadresse und E-Mail-Adresse gezählt, unter einer Prüfsumme und längstens einen Tag.

## Wenn du ein Konto hast

- **Konto:** Name, E-Mail-Adresse und ein Prüfwert deines Passworts, damit du dich anmelden kannst und andere wissen, mit wem sie es zu tun haben.
- **Anmeldungen:** welcher Browser angemeldet ist und seit wann, ohne Netzadresse. Nach 30 Tagen endet eine Anmeldung, und ihr Eintrag wird gelöscht.
- **Vorhaben:** was du schreibst, und wann. Lesen kann es nur, wem du es öffnest. Neben jedem Feld steht, wer das gerade ist.
- Ein Cookie hält dich angemeldet. Sonst setzt Lotse keines.

Die Verwaltung sieht Namen und E-Mail-Adressen, aber nicht, was jemand schreibt. Auswertungen über einzelne Menschen gibt es nicht. Mehr dazu steht [auf der Seite für Betriebsrat und Datenschutz](/works-council).

## Rechtsgrundlage

[Zum Beispiel Art. 6 Abs. 1 Buchstabe b oder f DSGVO, oder eine Betriebsvereinbarung. Bitte prüfen lassen.]

## Wer sonst noch damit zu tun hat

[Rechenzentrum oder Anbieter des Servers, Anbieter des Mailservers, jeweils mit Vertrag nach Art. 28 DSGVO. Ort der Sicherungen und wie lange es sie gibt.] Wer Zugang zum Server, zur Datenbank oder zu den Sicherungen hat, könnte die Texte darin technisch lesen: [wer das ist und wie das geregelt ist].

## Deine Rechte

Du kannst Auskunft verlangen, Falsches berichtigen und deine Daten löschen lassen, ihre Verarbeitung einschränken lassen, ihr widersprechen und deine Daten in offenen Formaten mitnehmen. Du kannst dich auch bei einer Aufsichtsbehörde beschweren: [zuständige Behörde].
`

const accessibility = `
## Woran wir uns messen

Lotse soll für alle benutzbar sein: mit Tastatur, mit Screenreader, bei starker Vergrößerung, mit hohem Kontrast und ohne Bewegung. Maßstab ist WCAG 2.2, Stufe AA, und damit auch die europäische Norm EN 301 549.

## Was geprüft ist

Jede öffentliche Seite wird bei jeder Änderung des Programms automatisch mit axe-core geprüft, hell und dunkel, auf Deutsch und auf Englisch, dazu bei 320 Pixeln Breite. Solche Prüfungen finden nur einen Teil der Hindernisse. Eine unabhängige Prüfung durch Menschen mit Behinderung: [noch nicht erfolgt, oder wann und durch wen].

## Was noch fehlt

- Eine Fassung in Leichter Sprache und in Gebärdensprache gibt es nicht.
- Zeichnungen haben eine Beschreibung in Worten. Bilder, die Menschen selbst hochladen, haben nur ihren Dateinamen.
- [Weitere Hindernisse, die bekannt sind]

## Wenn etwas nicht geht

Bitte [schreib uns](/contact), was du vorhattest und wo es nicht weiterging. Wir antworten [in welcher Zeit].

## Wenn das nicht hilft

[Zuständige Durchsetzungs- oder Schlichtungsstelle, für öffentliche Stellen vorgeschrieben]

Diese Erklärung wurde am [Datum] erstellt.
`

export const drafts: Record<TextKind, string> = { imprint, privacy, accessibility }
