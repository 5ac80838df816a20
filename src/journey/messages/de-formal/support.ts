import type { support as german } from '../de/support.ts'

export const support = {
  'support.leads.guided': '{me, select, learner {Sie beide, {name} gibt die Struktur vor} other {Sie beide, Sie geben die Struktur vor}}',
  'support.leads.regular':
    '{me, select, learner {Sie bereiten vor, entschieden wird zusammen} other {{learner} bereitet vor, entschieden wird zusammen}}',
  'support.leads.on_call': '{me, select, learner {Sie} other {{learner}}}',
  'support.leads.independent': '{me, select, learner {Sie} other {{learner}}}',
  'support.does': '{me, select, learner {Das tut {name}} other {Das tun Sie}}',
  'support.does.guided':
    '{me, select, learner {Denkt laut vor, plant und wertet mit Ihnen aus, gibt kleine Hilfen} other {Laut vordenken, mit planen und auswerten, kleine Hilfen geben}}',
  'support.about': 'Die Stufe beschreibt die Begleitung, nicht den Menschen. Nur Sie beide sehen sie.',
  'support.suggest_how': 'Die Stufe gilt, wenn Sie beide zustimmen.',
  'support.says_me': 'Sie haben eine andere Begleitstufe vorgeschlagen',
  'support.talk_first':
    'Die Hinweise sprechen für mehr Abstand. Weil Sicherheit oder Recht im Spiel ist, schlägt Lotse nichts vor: Sprechen Sie zuerst darüber.',
  'support.counted.own_steps': '{own} von {all} Schritten {me, select, learner {haben Sie} other {hat {name}}} selbst geplant.',
  'support.counted.lead': 'In {own} von {given} Phasen {me, select, learner {haben Sie} other {hat {name}}} geführt.',
  'support.hat_coaching_readers': 'Was unter dem Coachinghut steht, lesen nur {name} und Sie.',
  'support.hat_ask_how':
    'Sie nennen den Hut und fragen. {name} sagt mit einem Tipp ja oder lieber nicht. Danach sind Sie von selbst wieder Lernbegleitung.',
  'support.hat_purpose': 'Wofür möchten Sie ihn aufsetzen?',
  'support.hat_readers': 'Das lesen: {name} und Sie.',
  'support.hat_asked.coaching': 'Sie möchten kurz den Coachinghut aufsetzen',
  'support.hat_asked.training': 'Sie möchten kurz den Trainingshut aufsetzen',
  'support.hat_mine.coaching': 'Sie tragen gerade den Coachinghut, bis {time} Uhr.',
  'support.hat_mine.training': 'Sie tragen gerade den Trainingshut, bis {time} Uhr.',
  'support.done_hat_asked': '{name} sieht Ihre Frage jetzt.',
  'support.done_suggested': 'Ihr Vorschlag liegt jetzt bei {name}.',
  'support.done_waiting': 'Sie sind einverstanden. Jetzt ist {name} gefragt.',
  'support.refused_suggested_already': 'Ein Vorschlag liegt schon da. Entscheiden Sie zuerst über den.',
  'support.refused_overtaken': 'Inzwischen haben Sie etwas anderes vereinbart.',
  'support.help.identify':
    'Beschreiben Sie einen Moment, in dem es hakt: Wo sind Sie, was tun Sie, was passiert? Zum Beispiel: „Bei der Übergabe um sechs fehlt mir, welche Anlage steht.“',
  'support.help.try': 'Probieren Sie es im Kleinen und notieren Sie gleich danach einen Satz: Was war anders als gedacht?',
  'support.help.close': 'Was können Sie jetzt, und was hat den Unterschied gemacht? Zwei Sätze genügen.',
  'support.own_template': 'Ihre eigene Vorlage:',
  'support.own_template_link': 'so haben Sie es in Runde {number} gemacht',
} satisfies Partial<Record<keyof typeof german, string>>
