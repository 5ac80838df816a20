export const stuck = {
  'stuck.title': 'Ich komme nicht weiter',
  'stuck.lead':
    'Dann hilft oft eine Frage an jemanden, der so etwas kennt. Du erzählst, was du versucht hast, und nur diese eine Person liest es.',
  'stuck.go': 'Jemanden fragen',
  'stuck.asked': 'Hilfefragen',
  'stuck.whom_lead': 'Wer könnte dir mit einer Frage oder einem Hinweis weiterhelfen?',
  'stuck.near': 'Begleitet dich hier',
  'stuck.whom': 'Jemand aus deiner Organisation',
  'stuck.whom_how': 'Such nach dem Namen. Die Person sieht nur deine Frage, nicht dein Vorhaben.',
  'stuck.ask': '{name} fragen',
  'stuck.ask_lead': 'Vier kurze Antworten, die außer {name} niemand liest. Manchmal klärt sich beim Schreiben schon etwas.',
  'stuck.send': 'Frage stellen',
  'stuck.another': 'Doch jemand anderen fragen',
} as const
