export const de = {
  'home.title': 'Lernen an dem, was wirklich ansteht',
  'home.lead':
    'Du hast bei der Arbeit etwas vor dir, das du noch nicht kannst. Mit Lotse gehst du es Schritt für Schritt an, und jemand begleitet dich, bis du es allein kannst.',
  'home.scan': 'Selbsttest machen',
  'home.scan_what': 'Wie lernst du, wenn niemand dir sagt, wie? Etwa fünf Minuten, ohne Konto.',
  'home.how': 'So geht es',
  'home.name': 'Daher der Name: Wer lotst, kommt an Bord, wo das Wasser fremd ist. Das Steuer behält, wer das Schiff führt.',
  'home.story': 'Ein Vorhaben, von Anfang bis Ende',
  'home.story_lead':
    'Nach jeder Übergabe ruft die Nachtschicht an, weil etwas fehlt. Mira will so übergeben, dass niemand mehr nachfragen muss. Woran sie es merken wird: an zwei Wochen ohne Anruf.',
  'home.story.1': 'Erste Runde',
  'home.story.1_what':
    'Mira sieht einem Kollegen zu und probiert seine Liste aus. Zwei Erkenntnisse: Die Liste hilft. Und sie entsteht zu spät. Lena begleitet sie und fragt jede Woche nach.',
  'home.story.2': 'Zweite Runde',
  'home.story.2_what':
    'Mira füllt die Liste schon während der Schicht und bittet um zehn ruhige Minuten am Ende. Noch zwei Anrufe. Was fehlt, ist immer dasselbe: die offenen Störungen. Lena schaut nur noch auf die Auswertung.',
  'home.story.3': 'Dritte Runde',
  'home.story.3_what':
    'Die Störungen bekommen eine eigene Zeile. Zwei Wochen lang ruft niemand an: gelöst. Das Nächste will Mira allein angehen.',
  'home.story_legend':
    'So zeichnet Lotse den Kurs jedes Vorhabens: ein Bogen je Runde, eine Marke je Schritt, eine Boje, wo eine Erkenntnis den Kurs ändert. Die dünne Linie daneben ist die Begleitung. Sie rückt ab, je mehr allein geht. Mira und Lena sind erfunden.',
  'home.for': 'Für wen',
  'home.learners': 'Du willst etwas können',
  'home.learners_what':
    'Du beginnst mit einer Frage statt mit einem leeren Blatt. Du planst, probierst aus und wertest aus, so oft es nötig ist. Nichts wartet auf eine Freigabe, nichts wird benotet.',
  'home.facilitators': 'Du begleitest andere',
  'home.facilitators_what':
    'Du siehst, was jemand dir geöffnet hat und was jetzt helfen würde. Fragen für jede Phase liegen bereit. Du fragst und schlägst vor; entscheiden wird, wer lernt.',
  'home.organisation': 'Ihr seid eine Organisation',
  'home.organisation_what':
    'Lotse ist quelloffen und läuft auf dem eigenen Server. Die Verwaltung sieht Konten, keine Inhalte. Auswertungen über einzelne Menschen gibt es nicht, für niemanden.',
  'home.organisation_link': 'Für Betriebsrat und Datenschutz',
  'home.promises': 'Darauf ist Verlass',
  'home.helm': 'Du behältst das Steuer',
  'home.helm_what': 'Wer begleitet, schlägt vor. Du entscheidest, und du kommst immer auch allein weiter.',
  'home.eye_level': 'Auf Augenhöhe',
  'home.eye_level_what':
    'Niemand, der dich begleitet, führt hier Notizen über dich, die du nicht lesen kannst. Es gibt keine Ranglisten und keine Lesebestätigung.',
  'home.readers': 'Du siehst, wer mitliest',
  'home.readers_what':
    'Neben jedem Feld steht mit Namen, wer es lesen kann. Am Anfang bist das nur du. Was du öffnest, kannst du wieder schließen.',
  'home.kept': 'Nichts geht verloren',
  'home.kept_what':
    'Was du schreibst, übersteht eine schlechte Verbindung und ein geschlossenes Fenster. Mitnehmen kannst du es in offenen Formaten.',
  'home.begin': 'Dabei sein',
  'home.begin_invited': 'Ein Konto gibt es auf Einladung: von jemandem, den du begleiten sollst, oder von der Verwaltung.',
  'home.begin_open': 'Du kannst dir selbst ein Konto anlegen. Gebraucht wird nur eine E-Mail-Adresse.',
  'home.register': 'Konto anlegen',
  'home.sign_in': 'Anmelden',
  'home.contact': 'Kontakt aufnehmen',

  'how.title': 'So geht es',
  'how.lead':
    'Selbst zu bestimmen, was und wie man lernt, heißt nicht, allein zu sein. Der Weg ist jedes Mal anders. Sein Muster bleibt gleich.',
  'how.phases': 'Vom Problem zur Lösung',
  'how.identify': 'Klären',
  'how.identify_what':
    'Am Anfang steht etwas aus deinem Alltag, das du noch nicht lösen kannst. Was genau ist das Problem? Für wen würde sich etwas ändern? Woran wirst du merken, dass es gelöst ist?',
  'how.plan': 'Planen',
  'how.plan_what':
    'Wie kannst du vorgehen, was brauchst du, und wann? Ein Schritt kann vieles sein: am Arbeitsplatz etwas ausprobieren, jemandem zusehen, nachlesen, eine Schulung besuchen, jemanden fragen.',
  'how.try': 'Ausprobieren',
  'how.try_what':
    'Du tust es. Was dir dabei auffällt, hältst du in ein, zwei Sätzen fest, auch unterwegs. Auf einem Telefon geht es mit dem Daumen.',
  'how.evaluate': 'Auswerten',
  'how.evaluate_what':
    'Was lief gut? Wo ist noch Spielraum? Was hat dich überrascht? Aus dem, was du erkennst, werden neue Schritte. Dann beginnt die nächste Runde, oder du bist am Ziel.',
  'how.close': 'Abschließen',
  'how.close_what':
    'Gelöst, zur Seite gelegt oder weitergegeben: Jedes davon ist ein Ergebnis. Einige Wochen später fragt Lotse noch einmal, ob es gehalten hat und ob du Neues inzwischen allein angehst.',
  'how.rounds': 'Meist braucht es mehr als eine Runde. Das ist kein Umweg, sondern der Weg.',
  'how.facilitation': 'Was Begleitung heißt',
  'how.facilitation_what':
    'Eine Lernbegleitung muss die Antwort nicht kennen. Sie hilft, gute Fragen zu stellen, hört zu und schaut mit hin. Manchmal ist etwas anderes gefragt, dann wechselt sie den Hut:',
  'how.hat.facilitation': 'Lernbegleitung',
  'how.hat.facilitation_what': 'fragt, damit du deinen eigenen Weg findest.',
  'how.hat.coaching': 'Coaching',
  'how.hat.coaching_what': 'stärkt dich, wo es um Haltung und Entscheidungen geht.',
  'how.hat.training': 'Training',
  'how.hat.training_what': 'zeigt dir, wie etwas geht, und übt es mit dir.',
  'how.fading':
    'Am Anfang ist die Begleitung vielleicht eng, später kommt sie auf Zuruf, irgendwann brauchst du sie nicht mehr. Genau das ist das Ziel: beim nächsten Mal allein.',
  'how.choice':
    'Wen du einlädst und was diese Person lesen darf, bestimmst du. Du kannst auch ohne Begleitung beginnen und es dabei belassen.',
  'how.readers': 'Wer was lesen kann',
  'how.readers_what':
    'Ein neues Vorhaben liest nur, wer es begonnen hat. Lädst du jemanden ein, öffnest du es mit einem eigenen Schritt. Stimmungen und Notizen für dich bleiben auch dann bei dir. Führungskräfte haben hier keine Rolle.',
  'how.readers_link': 'Genauer steht es auf der Seite für Betriebsrat und Datenschutz',
  'how.begin': 'Womit anfangen',
  'how.begin_what': 'Mit dem Selbsttest: Er dauert etwa fünf Minuten und endet mit einem Versuch, den du morgen machen kannst.',
} as const
