export const deputy = {
  'deputy.title': 'Vertretung',
  'deputy.days': '{from} bis {to}',
  'deputy.stands_in': '{name} in Vertretung von {for}',
  'deputy.asks_learner':
    '{facilitator} ist dann nicht da und schlägt {deputy} als Vertretung vor. {deputy} liest dein Vorhaben nur in diesen Tagen, und nur mit deiner Zustimmung.',
  'deputy.asks_deputy':
    '{facilitator} ist dann nicht da und bittet dich, {learner} zu begleiten. Du liest das Vorhaben nur in diesen Tagen, und nur wenn {learner} zustimmt.',
  'deputy.asked_by_me': 'Du hast {deputy} für {learner} vorgeschlagen.',
  'deputy.reads':
    'In dieser Zeit kann die Vertretung lesen, was {facilitator} liest, etwas vorschlagen und auf Auswertungen antworten, immer mit beiden Namen. Danach endet das Lesen von selbst.',
  'deputy.goes_on': 'Es geht auch ohne Vertretung: Alles im Vorhaben lässt sich allein weitermachen.',
  'deputy.tick': 'Niemand ist vorgesetzt',
  'deputy.tick_learner': 'Weder {deputy} noch ich sind der anderen Person vorgesetzt.',
  'deputy.tick_deputy': 'Weder {learner} noch ich sind der anderen Person vorgesetzt.',
  'deputy.tick_needed': 'Für die Vertretung braucht es diese Bestätigung.',
  'deputy.agree': 'Einverstanden',
  'deputy.decline': 'Lieber nicht',
  'deputy.take_back': 'Vorschlag zurücknehmen',
  'deputy.end': 'Vertretung beenden',
  'deputy.end_how': 'Ohne Begründung und sofort.',
  'deputy.no_reason': 'Eine Begründung braucht es nicht.',
  'deputy.standing_mine': 'Es fehlt noch dein Ja.',
  'deputy.standing_learner': 'Es fehlt noch das Ja von {learner}.',
  'deputy.standing_deputy': 'Es fehlt noch das Ja von {deputy}.',
  'deputy.standing_both': 'Es fehlt noch das Ja von {learner} und von {deputy}.',
  'deputy.standing_agreed': 'Abgemacht: {deputy} vertritt {facilitator}.',
  'deputy.to_journey': 'Zum Vorhaben',
} as const
