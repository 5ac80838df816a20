import type { assignees as german } from '../de/assignees.ts'

export const assignees = {
  'assignees.title': 'Who helps you with it?',
  'assignees.nobody': 'Nobody helps with this step yet.',
  'assignees.state.asked': 'asked',
  'assignees.state.accepted': 'helps',
  'assignees.state.declined': 'cannot, or no longer can',
  'assignees.state.ended': 'ended',
  'assignees.between_you': 'Only you and {name} read what stands here.',
  'assignees.suggests': '{name} ({role}) would put the step like this',
  'assignees.take': 'Take it like this',
  'assignees.keep': 'Keep my words',
  'assignees.suggestion.accepted': 'taken up',
  'assignees.suggestion.declined': 'not taken up',
  'assignees.not_now':
    'You can take it up when you are planning again and the step is still ahead of you. Until then the suggestion stays here.',
  'assignees.end': 'No longer with {name}',
  'assignees.ask': 'Bring somebody in',
  'assignees.ask_how':
    'Somebody who teaches you, thinks with you or simply takes part. They see this step and what it needs only, not your journey.',
  'assignees.choose': 'Ask {name}',
  'assignees.as': 'As what?',
  'assignees.role_hint.trainer': 'explains, shows and lets you practise; can give you material',
  'assignees.role_hint.coach': 'asks and listens; notes stay between the two of you',
  'assignees.role_hint.peer': 'takes part, or tells how it is done elsewhere',
  'assignees.sees': '{name} sees this step from now on. You can end that at any time.',
  'assignees.send': 'Ask',
  'assignees.another': 'Somebody else after all',
  'assignees.back': 'To the step',
  'assignees.line': 'Helping: {names}',
  'assignees.line_suggests': '{name} suggests putting it differently',
} satisfies Record<keyof typeof german, string>
