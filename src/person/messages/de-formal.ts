import type { de } from './de.ts'

export const deFormal: Partial<Record<keyof typeof de, string>> = {
  'field.present_password': 'Ihr jetziges Passwort',
  'field.name_hint': 'So sehen Sie alle in Ihrer Organisation.',
  'people.none': 'Niemand in Ihrer Organisation hat „{sought}“ im Namen. Oft hilft schon der halbe Name.',
  'problem.wrong_password': 'Das ist nicht Ihr jetziges Passwort.',

  'sign_in.no_account': 'Noch kein Konto? Sie bekommen eines über eine Einladung aus Ihrer Organisation.',
  'sign_in.flash.password': 'Das neue Passwort gilt. Melden Sie sich damit an.',
  'sign_in.flash.signed_out': 'Sie sind abgemeldet.',

  'password.lead': 'Es gibt zwei Wege zurück in Ihr Konto.',
  'password.lead_one': 'Mit einem Wiederherstellungscode kommen Sie zurück in Ihr Konto.',
  'password.by_mail_what': 'Wenn zu dieser Adresse ein Konto gehört und sie bestätigt ist, bekommen Sie einen Link. Er gilt eine Stunde.',
  'password.by_mail_sent':
    'Wenn zu dieser Adresse ein Konto gehört und sie bestätigt ist, ist die Mail unterwegs. Sehen Sie auch im Spam-Ordner nach. Ohne Mail hilft ein Wiederherstellungscode.',
  'password.by_code_what': 'Sie haben zehn Codes bekommen, als Ihr Konto entstand. Jeder gilt einmal.',
  'password.neither':
    'Weder Mail noch Codes? Bitten Sie Ihre Verwaltung um einen Link. Er gilt erst nach 48 Stunden, damit niemand Ihr Konto unbemerkt übernehmen kann.',

  'codes.title': 'Ihre Wiederherstellungs\u00adcodes',
  'codes.lead':
    'Mit jedem dieser Codes können Sie einmal ein neues Passwort setzen. Sie werden nur jetzt gezeigt: Drucken Sie sie aus oder legen Sie sie in Ihren Passwortspeicher.',
  'codes.once':
    'Wenn Sie diese Seite verlassen, lassen sie sich nicht noch einmal anzeigen. Neue bekommen Sie jederzeit in den Einstellungen.',

  'settings.you': 'Sie',
  'settings.way_in': 'So kommen Sie hinein',
  'settings.learning': 'So lernen Sie',
  'rhythm.lead': 'Wann passt Ihnen das Lernen, und wie oft möchten Sie innehalten? Nur dann meldet sich Lotse bei Ihnen.',
  'rhythm.zone': 'In Ihrer Zeitzone: {zone}.',
  'rhythm.asks.daily_hint': 'Eine Frage am Ende Ihrer Lernzeit, zwei Minuten.',
  'rhythm.asks.after_step_hint': 'Eine Frage, wenn Sie einen Schritt getan haben, höchstens eine Minute.',
  'rhythm.readers': 'Das sehen nur Sie. Auch die Verwaltung sieht es nicht.',
  'change_password.lead': 'Danach sind Sie nur noch hier angemeldet.',

  'email.present': 'Sie melden sich mit {email} an.',
  'email.unconfirmed': 'Diese Adresse ist noch nicht bestätigt. Erst danach kann Lotse Ihnen helfen, wenn Sie Ihr Passwort vergessen.',
  'email.how': 'An die neue Adresse geht eine Mail. Erst wenn Sie den Link darin öffnen, gilt sie.',
  'email.withdrawn': 'Es bleibt bei Ihrer Adresse.',
  'email.no_mail':
    'Diese Installation verschickt keine Mails. Eine neue Adresse lässt sich deshalb nicht bestätigen, und ohne Bestätigung ändert Lotse sie nicht. Zum Anmelden bleibt die jetzige gültig, auch wenn es das Postfach nicht mehr gibt. Für ein vergessenes Passwort haben Sie Ihre Wiederherstellungscodes.',
  'email.confirm_lead': 'Gehört {email} zu Ihnen, {name}? Dann gilt sie ab jetzt zum Anmelden.',
  'email.gone': 'Er ist abgelaufen oder schon verwendet. In den Einstellungen können Sie einen neuen schicken.',

  'sign_ins.lead': 'Hier sind Sie gerade angemeldet. Eine Anmeldung endet von selbst nach 30 Tagen.',

  'resets.lead': 'Jeder Versuch, ohne Ihr Passwort in Ihr Konto zu kommen. Die Liste bleibt stehen.',
  'resets.kind.mail': 'Jemand hat einen Link an Ihre Mail-Adresse schicken lassen',
  'resets.cancelled': 'Abgesagt. Mit diesem Link kommt niemand mehr in Ihr Konto.',
  'resets.notice_title': 'Jemand möchte Ihr Passwort zurücksetzen',
  'resets.notice': '{name} aus der Verwaltung hat einen Link gemacht, der ab {when} gilt. Wenn Sie darum gebeten haben, ist nichts zu tun.',
  'resets.notice_ready':
    '{name} aus der Verwaltung hat einen Link gemacht, der bis {when} gilt. Wenn Sie darum gebeten haben, ist nichts zu tun.',

  'letter.reset.why':
    'jemand hat für Ihr Konto bei {organisation} ein neues Passwort angefordert. Der Link gilt eine Stunde und nur einmal.',
  'letter.reset.otherwise': 'Waren Sie es nicht, ist nichts zu tun: Ihr Passwort bleibt, wie es ist.',
  'letter.administrator_reset.subject': 'Ein Link für Ihr Konto ist vorbereitet',
  'letter.administrator_reset.what':
    '{administrator} aus der Verwaltung von {organisation} hat einen Link gemacht, mit dem sich Ihr Passwort neu setzen lässt. Er gilt erst in 48 Stunden.',
  'letter.administrator_reset.otherwise': 'Haben Sie darum gebeten, ist nichts zu tun.',
  'letter.confirm.why':
    'mit dem Link bestätigen Sie, dass Ihnen diese Adresse gehört und Sie sie bei {organisation} verwenden möchten. Er gilt drei Tage.',
  'letter.confirm.otherwise': 'Sagt Ihnen das nichts, ist nichts zu tun.',
  'letter.email_changed.subject': 'Ihre E-Mail-Adresse wurde geändert',
  'letter.email_changed.what':
    'zu Ihrem Konto bei {organisation} gehört jetzt eine andere E-Mail-Adresse. Waren Sie es nicht, wenden Sie sich bald an die Verwaltung.',
  'settings.data': 'Ihre Daten',
  'settings.mail': 'Mail an Sie',
}
