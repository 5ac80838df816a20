import type { earlier as german } from '../de/earlier.ts'

export const earlier: Record<keyof typeof german, string> = {
  'earlier.title': 'What {name} sees of earlier times',
  'earlier.lead': '{name} sees what is going on now anyway. About everything before, you decide one by one, at any time and at once.',
  'earlier.nothing': 'Nothing lies behind this journey yet that would have to be decided on.',
  'earlier.label': '{name} sees this',
  'earlier.hint': '{name} is not told what is missing. Without a tick it stays with you.',
  'earlier.challenge': 'Version {number} of the challenge',
  'earlier.cycle': 'Cycle {number}: steps, opened notes, review',
  'earlier.ending': 'The close of {date}',
  'earlier.words': 'Words of {name}',
  'earlier.words_hint': 'accompanied until {date}',
  'earlier.save': 'Save like this',
  'earlier.only_now': 'Only from now on, nothing earlier',
  'earlier.back': 'Back',
  'earlier.done': 'Saved. It holds from now on.',
  'earlier.link': 'What {name} sees of earlier times',
  'earlier.fold_aside': '{count, plural, one {# item} other {# items}}',
}
