import type { de } from './de.ts'

export const deFormal: Partial<Record<keyof typeof de, string>> = {
  'invitation.title': '{inviter} lädt Sie ein',
  'invitation.to_journey':
    'Sie sind gebeten, ein Lernvorhaben bei {organisation} zu begleiten. Wenn Sie annehmen, vereinbaren Sie zuerst, wie Sie zusammenarbeiten; vorher lesen Sie nichts davon.',
  'invitation.to_organisation': '{inviter} lädt Sie zu Lotse bei {organisation} ein.',
  'invitation.superior':
    'Ist eine Person der anderen vorgesetzt, ist diese Begleitung hier nicht möglich. Sonst setzen Sie bitte den Haken.',
  'invitation.as': 'Sie nehmen als {name} an.',
  'invitation.accepted': 'Als Nächstes schreibt {inviter} den Entwurf Ihrer Vereinbarung. Sie finden ihn unter „Heute“.',
  'invitation.accepted_plain': 'Als Nächstes entsteht der Entwurf Ihrer Vereinbarung. Sie finden ihn unter „Heute“.',
  'invitation.register_lead': 'Mit Namen, E-Mail-Adresse und Passwort sind Sie dabei.',
  'invitation.have_account': 'Sie haben hier schon ein Konto?',
  'invitation.email_taken': 'Zu dieser Adresse gibt es hier schon ein Konto. Melden Sie sich damit an.',
  'invitation.who_sees': 'Ihr Name ist in Ihrer Organisation sichtbar, Ihre Adresse nur für Sie und die Verwaltung.',
  'invitation.mine_title': 'Das ist Ihre eigene Einladung',
  'invitation.mine': 'Geben Sie den Link der Person, die Sie meinen. Er gilt einmal.',
  'invitation.taking_part_title': 'Sie sind schon dabei',
  'invitation.taking_part': 'An diesem Vorhaben nehmen Sie bereits teil.',
  'invitation.member_title': 'Sie sind schon dabei',
  'invitation.member': 'Sie haben bei {organisation} ein Konto. Diese Einladung ist für jemand anderen; sie gilt weiter.',
  'invitation.expired_plain': 'Einladungen gelten 14 Tage. Wer Sie eingeladen hat, kann sie erneuern.',
  'invitation.used': 'Jeder Link gilt einmal. Waren Sie es, melden Sie sich einfach an; sonst bitten Sie um einen eigenen Link.',
  'invitation.revoked': 'Sie wurde zurückgenommen. Fragen Sie nach, wenn Sie sie noch erwarten.',
  'invitation.unknown': 'Vielleicht fehlt ein Stück, oder er wurde durch einen neueren ersetzt. Bitten Sie um einen neuen Link.',

  'invitations.email_hint_mail': 'Dorthin geht der Link. Ohne Adresse geben Sie ihn selbst weiter.',
  'invitations.email_hint': 'Nur damit Sie die Einladung wiedererkennen. Den Link geben Sie selbst weiter.',
  'invitations.made': 'Geben Sie den Link weiter. Er wird nur jetzt gezeigt, gilt 14 Tage und nur einmal.',
}
