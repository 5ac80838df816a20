export const needs = {
  'needs.title': 'Was gebraucht wird',
  'needs.lead': 'Was deinen Schritten noch fehlt, über alle Vorhaben, nach Termin.',
  'needs.none': 'Gerade fehlt nichts',
  'needs.empty':
    'Beim Planen kannst du zu jedem Schritt sagen, was du dafür brauchst. Was noch offen ist, steht dann hier, und du kannst mit einem Link darum bitten.',
  'needs.to_journeys': 'Zu den Vorhaben',
  'needs.answered': 'Vor Kurzem beantwortet',
  'needs.state': 'Stand ändern',
  'needs.set.open': 'Wieder öffnen',
  'needs.set.there': 'Abhaken: ist da',
  'needs.set.not_available': 'Vermerken: nicht zu bekommen',
  'needs.ask': 'Darum bitten',
  'needs.ask_label': '{says}: {need}',
  'needs.all': 'Alles, was gebraucht wird',
} as const
