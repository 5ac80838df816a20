import type { assignees as german } from '../de/assignees.ts'

export const assignees = {
  'assignees.title': 'Wer hilft Ihnen dabei?',
  'assignees.between_you': 'Was hier steht, lesen nur Sie und {name}.',
  'assignees.not_now':
    'Übernehmen lässt sich das, wenn Sie wieder planen und der Schritt noch vor Ihnen liegt. Der Vorschlag bleibt so lange hier.',
  'assignees.ask_how':
    'Wer Ihnen etwas beibringt, mit Ihnen nachdenkt oder einfach mitmacht. Die Person sieht nur diesen Schritt und was er braucht, nicht Ihr Vorhaben.',
  'assignees.role_hint.trainer': 'erklärt, zeigt und lässt üben; darf Ihnen Material geben',
  'assignees.role_hint.coach': 'fragt und hört zu; Notizen bleiben zwischen Ihnen beiden',
  'assignees.sees': '{name} sieht ab sofort diesen Schritt. Sie können das jederzeit beenden.',
} satisfies Partial<Record<keyof typeof german, string>>
