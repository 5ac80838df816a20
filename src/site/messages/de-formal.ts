import type { de } from './de.ts'

export const deFormal: Partial<Record<keyof typeof de, string>> = {
  'home.lead':
    'Sie haben bei der Arbeit etwas vor sich, das Sie noch nicht können. Mit Lotse gehen Sie es Schritt für Schritt an, und jemand begleitet Sie, bis Sie es allein können.',
  'home.scan_what': 'Wie lernen Sie, wenn niemand Ihnen sagt, wie? Etwa fünf Minuten, ohne Konto.',
  'home.learners': 'Sie wollen etwas können',
  'home.learners_what':
    'Sie beginnen mit einer Frage statt mit einem leeren Blatt. Sie planen, probieren aus und werten aus, so oft es nötig ist. Nichts wartet auf eine Freigabe, nichts wird benotet.',
  'home.facilitators': 'Sie begleiten andere',
  'home.facilitators_what':
    'Sie sehen, was jemand Ihnen geöffnet hat und was jetzt helfen würde. Fragen für jede Phase liegen bereit. Sie fragen und schlagen vor; entscheiden wird, wer lernt.',
  'home.organisation': 'Sie sind eine Organisation',
  'home.helm': 'Sie behalten das Steuer',
  'home.helm_what': 'Wer begleitet, schlägt vor. Sie entscheiden, und Sie kommen immer auch allein weiter.',
  'home.eye_level_what':
    'Niemand, der Sie begleitet, führt hier Notizen über Sie, die Sie nicht lesen können. Es gibt keine Ranglisten und keine Lesebestätigung.',
  'home.readers': 'Sie sehen, wer mitliest',
  'home.readers_what':
    'Neben jedem Feld steht mit Namen, wer es lesen kann. Am Anfang sind das nur Sie. Was Sie öffnen, können Sie wieder schließen.',
  'home.kept_what':
    'Was Sie schreiben, übersteht eine schlechte Verbindung und ein geschlossenes Fenster. Mitnehmen können Sie es in offenen Formaten.',
  'home.begin_invited': 'Ein Konto gibt es auf Einladung: von jemandem, den Sie begleiten sollen, oder von der Verwaltung.',
  'home.begin_open': 'Sie können sich selbst ein Konto anlegen. Gebraucht wird nur eine E-Mail-Adresse.',

  'how.identify_what':
    'Am Anfang steht etwas aus Ihrem Alltag, das Sie noch nicht lösen können. Was genau ist das Problem? Für wen würde sich etwas ändern? Woran werden Sie merken, dass es gelöst ist?',
  'how.plan_what':
    'Wie können Sie vorgehen, was brauchen Sie, und wann? Ein Schritt kann vieles sein: am Arbeitsplatz etwas ausprobieren, jemandem zusehen, nachlesen, eine Schulung besuchen, jemanden fragen.',
  'how.try_what':
    'Sie tun es. Was Ihnen dabei auffällt, halten Sie in ein, zwei Sätzen fest, auch unterwegs. Auf einem Telefon geht es mit dem Daumen.',
  'how.evaluate_what':
    'Was lief gut? Wo ist noch Spielraum? Was hat Sie überrascht? Aus dem, was Sie erkennen, werden neue Schritte. Dann beginnt die nächste Runde, oder Sie sind am Ziel.',
  'how.close_what':
    'Gelöst, zur Seite gelegt oder weitergegeben: Jedes davon ist ein Ergebnis. Einige Wochen später fragt Lotse noch einmal, ob es gehalten hat und ob Sie Neues inzwischen allein angehen.',
  'how.hat.facilitation_what': 'fragt, damit Sie Ihren eigenen Weg finden.',
  'how.hat.coaching_what': 'stärkt Sie, wo es um Haltung und Entscheidungen geht.',
  'how.hat.training_what': 'zeigt Ihnen, wie etwas geht, und übt es mit Ihnen.',
  'how.fading':
    'Am Anfang ist die Begleitung vielleicht eng, später kommt sie auf Zuruf, irgendwann brauchen Sie sie nicht mehr. Genau das ist das Ziel: beim nächsten Mal allein.',
  'how.choice':
    'Wen Sie einladen und was diese Person lesen darf, bestimmen Sie. Sie können auch ohne Begleitung beginnen und es dabei belassen.',
  'how.readers_what':
    'Ein neues Vorhaben liest nur, wer es begonnen hat. Laden Sie jemanden ein, öffnen Sie es mit einem eigenen Schritt. Stimmungen und Notizen für Sie selbst bleiben auch dann bei Ihnen. Führungskräfte haben hier keine Rolle.',
  'how.begin_what': 'Mit dem Selbsttest: Er dauert etwa fünf Minuten und endet mit einem Versuch, den Sie morgen machen können.',

  'texts.lead':
    'Diese Seiten stehen allen offen, auch ohne Konto. Bis Sie sie selbst geschrieben haben, steht dort ein Entwurf, der das dazusagt.',
  'texts.from_draft': 'Das ist der Entwurf. Ergänzen Sie, was in eckigen Klammern steht, und lassen Sie die Rechtstexte prüfen.',
  'texts.meanwhile_what':
    'Ihr Text ist noch nicht veröffentlicht, er steht unten. Wenn Sie noch einmal veröffentlichen, tritt er an die Stelle der Fassung von {name},',

  'contact.lead': 'Ihre Nachricht geht an die Verwaltung von {organisation}. Die Antwort kommt per E-Mail.',
  'contact.sent': 'Ihre Nachricht ist angekommen',
  'contact.sent_what': 'Die Verwaltung liest sie und antwortet an die Adresse, die Sie angegeben haben.',
  'contact.too_soon': 'Das ging sehr schnell, wie bei einem Programm. Bitte senden Sie die Nachricht noch einmal: Ihr Text steht noch da.',
  'contact.late': 'Diese Seite war lange offen. Bitte senden Sie die Nachricht noch einmal: Ihr Text steht noch da.',
  'contact.too_often': 'Von hier kamen in der letzten Stunde schon fünf Nachrichten. Weiter geht es um {time} Uhr. Ihr Text steht noch da.',

  'register.lead': 'Zuerst Ihre E-Mail-Adresse. Sie bekommen einen Link, mit dem Sie bei {organisation} Ihr Konto anlegen.',
  'register.sent': 'Sehen Sie in Ihr Postfach',
  'register.sent_what':
    'An {email} ist ein Brief unterwegs. Der Link darin gilt einen Tag. Kommt nichts an, sehen Sie auch im Ordner für Spam nach.',
  'register.almost': 'Die Adresse {email} ist bestätigt. Noch Name und Passwort, dann sind Sie bei {organisation} dabei.',
  'register.closed': 'Bei {organisation} kommt man auf Einladung herein: von jemandem, den Sie begleiten sollen, oder von der Verwaltung.',
  'register.no_mail':
    '{organisation} erlaubt eigene Konten, kann aber im Moment keine Mails verschicken. Ohne bestätigte Adresse entsteht hier kein Konto. Die Verwaltung kann Sie einladen.',

  'letter.message.answer': 'Zum Antworten schreiben Sie an {email}. Eine Antwort auf diesen Brief käme dort nicht an.',
  'letter.register.why':
    'mit dieser Adresse soll bei {organisation} ein Konto bei Lotse angelegt werden. Wenn Sie das waren, geht es hier weiter.',
  'letter.register.otherwise':
    'Der Link gilt einen Tag. Waren Sie das nicht, brauchen Sie nichts zu tun: Ohne diesen Link entsteht kein Konto.',
  'letter.register.known': 'zu dieser Adresse gibt es bei {organisation} schon ein Konto. Sie können sich damit anmelden.',
  'letter.register.known_otherwise':
    'Auf der Seite zur Anmeldung geht es auch zu einem neuen Passwort. Waren Sie das nicht, brauchen Sie nichts zu tun.',
}
