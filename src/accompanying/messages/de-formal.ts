import type { de } from './de.ts'

export const deFormal = {
  'page.lead': 'Was jetzt wem helfen könnte. Alle kommen auch ohne Sie weiter.',
  'page.calm': 'Gerade liegt nichts bei Ihnen.',
  'page.done_accepted': 'Zugesagt. Als Nächstes schreiben Sie beide Ihre Vereinbarung; bis dahin bleibt das Vorhaben zu.',
  'empty.title': 'Sie begleiten gerade niemanden.',
  'empty.how':
    'Wer Sie dabeihaben möchte, lädt Sie ein oder findet Sie im Verzeichnis. Dort sagen Sie, wobei Sie gern begleiten und für wie viele Sie Zeit haben.',
  'group.asked': 'Hilfefragen an Sie',
  'line.review': 'Eine Auswertung, mit Ihnen geteilt',
  'line.accepted': 'Ihr Vorschlag: angenommen',
  'line.declined': 'Ihr Vorschlag: diesmal nicht',
  'line.confirm': 'Eine Fassung Ihrer Vereinbarung für Sie',
  'line.look': 'Sie beide wollten Ihre Vereinbarung wieder ansehen',
  'line.trial': 'Sie beide probieren die Begleitung eine Runde lang anders aus',
  'line.draft': 'Lädt Sie ein; am Entwurf Ihrer Vereinbarung wird noch geschrieben',
  'journeys.title': 'Vorhaben, die Sie begleiten',
  'journeys.others': 'Sie begleiten außerdem',
  'own.title': 'Ihre Zeit und Ihre Praxis',
  'own.places':
    'Sie haben {places, plural, =0 {keinen Platz} one {einen Platz} other {# Plätze}} zugesagt; {free, plural, =0 {frei ist gerade keiner} one {einer ist frei} other {# sind frei}}.',
  'own.more_than_places':
    'Sie begleiten mehr Vorhaben, als Sie Plätze zugesagt haben ({places}). Neue Anfragen kommen gerade nicht bei Ihnen an.',
  'own.paused': 'Sie nehmen gerade keine neuen Anfragen an.',
  'own.no_introduction': 'Im Verzeichnis stehen Sie noch nicht. Sie fragt nur, wer Sie kennt.',
  'own.introduction': 'Ihre Vorstellung',
  'absence.lead':
    'Wenn Sie eine Zeit lang weg sind, kann jemand Sie vertreten. Ob das so sein soll, sagt jede lernende Person für ihr Vorhaben.',
  'absence.nobody': 'Sie begleiten gerade kein Vorhaben, für das es eine Vertretung bräuchte.',
  'absence.whom': 'Wer könnte Sie vertreten?',
  'absence.days': '{name} vertritt Sie',
} satisfies Partial<Record<keyof typeof de, string>>
