import type { de } from './de.ts'

export const deFormal: Partial<Record<keyof typeof de, string>> = {
  'sessions.empty': 'Hier stehen Ihre Treffen',
  'sessions.empty_how':
    'Schlagen Sie ein paar Zeiten vor, und wer dabei ist, sagt, was passt. Woran Sie anknüpfen, steht dann schon auf der Tagesordnung.',
  'sessions.alone': 'nur Sie',
  'new.nobody': 'Noch begleitet niemand dieses Vorhaben. Sie können das Treffen schon anlegen und später jemanden dazubitten.',
  'new.name_hint': 'Steht auch im Kalender. Nennen Sie hier nichts, was andere nicht wissen sollen.',
  'new.agenda_how': 'Die Tagesordnung wird vorgeschlagen; Sie ändern sie, wie Sie wollen.',
  'page.you': 'Sie',
  'page.cancel_series_how':
    'Alle erfahren davon, auch ihre Kalender. Einen einzelnen Termin sagen Sie unter „Die nächsten Termine“ ab. Notizen und Tagesordnung bleiben lesbar.',
  'dates.declined': 'Sie können nicht',
  'date.how': 'Was Sie hier tun, gilt nur für diesen einen Termin. Alle anderen bleiben.',
  'date.cancel_how': 'Alle erfahren davon, auch ihre Kalender. Hier können Sie es zurücknehmen.',
  'agenda.add': 'Worüber möchten Sie noch sprechen?',
  'agenda.full': 'Mehr als zwölf Punkte passen in kein Treffen. Streichen Sie einen, dann ist wieder Platz.',
  'hat.worn_you': 'Sie haben den Hut {hat} auf: {purpose}',
  'hat.asks_you': 'Noch keine Antwort auf Ihre Frage nach dem Hut {hat}: {purpose}',
  'hat.how': 'Sagen Sie, was Sie für eine Weile tun möchten. {name} sagt ja oder nein; erst mit dem Ja wechseln Sie.',
  'hat.how_group': 'Sagen Sie, was Sie für eine Weile tun möchten. Jemand von den anderen sagt ja oder nein; erst mit dem Ja wechseln Sie.',
  'hat.refused.own_journey': 'In Ihrem eigenen Vorhaben setzen Sie keinen Hut auf.',
  'hat.refused.asked_already': 'Es ist schon nach einem Hut gefragt. Warten Sie erst die Antwort ab.',
  'hat.refused.not_agreed': 'Dieser Hut steht nicht in Ihrer Lernvereinbarung.',
  'notes.label': 'Schreiben Sie hier zusammen',
  'notes.hint': 'Alle sehen jedes Wort gleich. Die Notizen gehören Ihnen gemeinsam.',
  'agreed.by_you': 'von Ihnen',
  'agreed.full': 'Mehr als zwanzig Vereinbarungen hält kein Mensch. Streichen Sie eine, dann ist wieder Platz.',
  'done.answered': 'Ihre Antworten sind gespeichert.',
}
