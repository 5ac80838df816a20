export const letter = {
  'letter.between': 'Vereinbarung zwischen {learner} und {facilitator}',
  'letter.intro': '{learner} lernt an einer Sache aus der eigenen Arbeit, {facilitator} begleitet dabei. Das haben wir dafür vereinbart.',

  'letter.purpose': 'Worum es geht',
  'letter.untitled': 'Ein Vorhaben, das noch keinen Namen hat.',
  'letter.question': 'Die Lernfrage dazu:',

  'letter.support': 'Wie wir zusammenarbeiten',
  'letter.level.guided': '{facilitator} begleitet eng und hält den Rahmen: Wir planen zusammen und werten zusammen aus.',
  'letter.level.regular': '{facilitator} begleitet regelmäßig: {learner} bereitet vor, wir entscheiden gemeinsam.',
  'letter.level.on_call': '{facilitator} begleitet auf Zuruf: {learner} meldet sich, wenn etwas gebraucht wird.',
  'letter.level.independent': '{learner} arbeitet eigenständig. {facilitator} ist beim Abschluss und beim Transfer da.',
  'letter.closer': 'Eine Stufe näher: {phases}.',
  'letter.phase.identify': 'beim Klären',
  'letter.phase.plan': 'beim Planen',
  'letter.phase.try': 'beim Ausprobieren',
  'letter.phase.evaluate': 'beim Auswerten',
  'letter.phase.close': 'beim Abschließen',
  'letter.change': 'Mehr Unterstützung gilt sofort, wenn {learner} es möchte, ohne Begründung. Weniger gilt, wenn wir beide zustimmen.',
  'letter.rhythm.weeks': '{weeks, plural, one {Wir sprechen uns jede Woche.} other {Wir sprechen uns alle # Wochen.}}',
  'letter.rhythm.cycle': 'Wir sprechen uns einmal in jeder Runde.',
  'letter.rhythm.on_call': 'Wir sprechen uns, wenn {learner} es möchte.',
  'letter.channel': 'Auf welchem Weg:',
  'letter.reply':
    '{days, plural, one {Auf Fragen gibt es innerhalb eines Tages eine Antwort.} other {Auf Fragen gibt es innerhalb von # Tagen eine Antwort.}}',

  'letter.promises': '{name} sagt zu',

  'letter.hats': 'Hüte',
  'letter.hats_one': '{facilitator} begleitet den Lernweg und bleibt bei diesem einen Hut.',
  'letter.hats_more':
    '{facilitator} begleitet den Lernweg. Für kurze Zeit kann ein anderer Hut dazukommen: {hats}. Er wird vorher genannt, und {learner} sagt Ja oder Nein.',
  'letter.hat.coaching': 'Coaching',
  'letter.hat.training': 'Training',

  'letter.sharing': 'Was {facilitator} liest',
  'letter.sharing_how':
    'Herausforderung, Schritte und gespeicherte Auswertungen, dazu alles, was {learner} öffnet. Stimmungen und Privates nicht.',
  'letter.notes_private': 'Neue Notizen sieht zuerst nur {learner}.',
  'letter.notes_journey': 'Neue Notizen sehen beide, solange {learner} bei einer Notiz nichts anderes wählt.',

  'letter.confidential': 'Was unter uns bleibt',
  'letter.limits':
    'Die Grenze zieht das Gesetz: Ist jemand ernsthaft in Gefahr, oder wird eine Aussage gesetzlich verlangt, können wir nicht alles für uns behalten.',

  'letter.time': 'Lernzeit',
  'letter.time_not_measured': 'Gemessen wird sie nicht.',

  'letter.look': 'Wann wir neu hinschauen',
  'letter.look_after': 'Nach Runde {number} lesen wir diese Vereinbarung zusammen noch einmal.',

  'letter.eye_level': 'Auf Augenhöhe',
  'letter.not_superior': 'Keine von beiden Personen ist der anderen vorgesetzt.',

  'letter.end':
    'Jede Seite kann die Begleitung jederzeit beenden, ohne Grund. Das Vorhaben geht dann ohne Begleitung weiter. Diese Vereinbarung ist kein arbeitsrechtliches Dokument und zieht keine Sanktionen nach sich.',
  'letter.confirmed': 'bestätigt am {when}',
  'letter.not_confirmed': 'noch nicht bestätigt',
  'letter.version': 'Fassung {number}, geschrieben von {name}',

  'draft.channel': 'ein Gespräch vor Ort oder per Video, dazwischen hier im Vorhaben',
  'draft.learner_1': 'Ich probiere am echten Fall aus, was wir überlegt haben, und halte kurz fest, was dabei passiert ist.',
  'draft.learner_2': 'Ich sage, wenn ein Termin nicht passt oder wenn ich etwas anderes brauche.',
  'draft.facilitator_1': 'Ich frage nach, bevor ich rate, und lasse die Entscheidungen da, wo sie hingehören: bei dir.',
  'draft.facilitator_2': 'Ich lese, was du mir zeigst, und antworte in der vereinbarten Zeit.',
  'draft.confidential': 'Was wir besprechen und was hier steht, erzählen wir beide nicht weiter.',
  'draft.learning_time': 'etwa eine Stunde in der Woche, während der Arbeitszeit',
} as const
