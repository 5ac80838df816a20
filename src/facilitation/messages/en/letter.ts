import type { letter as german } from '../de/letter.ts'

export const letter: Record<keyof typeof german, string> = {
  'letter.between': 'Agreement between {learner} and {facilitator}',
  'letter.intro': '{learner} learns on a matter from their own work, and {facilitator} accompanies them. This is what we agreed for it.',

  'letter.purpose': 'What it is about',
  'letter.untitled': 'A journey that has no name yet.',
  'letter.question': 'The learning question:',

  'letter.support': 'How we work together',
  'letter.level.guided': '{facilitator} accompanies closely and holds the frame: we plan together and look back together.',
  'letter.level.regular': '{facilitator} accompanies regularly: {learner} prepares, and we decide together.',
  'letter.level.on_call': '{facilitator} is on call: {learner} gets in touch when something is needed.',
  'letter.level.independent': '{learner} works independently. {facilitator} is there for the close and for the transfer.',
  'letter.closer': 'One level closer: {phases}.',
  'letter.phase.identify': 'when identifying',
  'letter.phase.plan': 'when planning',
  'letter.phase.try': 'when trying',
  'letter.phase.evaluate': 'when evaluating',
  'letter.phase.close': 'when closing',
  'letter.change': 'More support holds at once when {learner} wants it, without a reason. Less holds when both of us agree.',
  'letter.rhythm.weeks': '{weeks, plural, one {We talk every week.} other {We talk every # weeks.}}',
  'letter.rhythm.cycle': 'We talk once in every cycle.',
  'letter.rhythm.on_call': 'We talk when {learner} wants to.',
  'letter.channel': 'In which way:',
  'letter.reply': '{days, plural, one {Questions are answered within a day.} other {Questions are answered within # days.}}',

  'letter.promises': '{name} will do this',

  'letter.hats': 'Hats',
  'letter.hats_one': '{facilitator} accompanies the learning path and keeps to this one hat.',
  'letter.hats_more':
    '{facilitator} accompanies the learning path. For a short time another hat may be put on: {hats}. It is named first, and {learner} says yes or no.',
  'letter.hat.coaching': 'coaching',
  'letter.hat.training': 'training',

  'letter.sharing': 'What {facilitator} reads',
  'letter.sharing_how': 'The challenge, the steps and saved reviews, and whatever {learner} opens. Not moods, and nothing private.',
  'letter.notes_private': 'New notes are at first for {learner} alone.',
  'letter.notes_journey': 'New notes are for both, unless {learner} chooses otherwise at a note.',

  'letter.confidential': 'What stays between us',
  'letter.limits':
    'The law draws the line: where somebody is in serious danger, or a statement is required by law, we cannot keep everything to ourselves.',

  'letter.time': 'Time for learning',
  'letter.time_not_measured': 'It is not measured.',

  'letter.look': 'When we look at this again',
  'letter.look_after': 'After cycle {number} we read this agreement together once more.',

  'letter.eye_level': 'At eye level',
  'letter.not_superior': 'Neither of the two is the other’s superior.',

  'letter.end':
    'Either side can end the facilitation at any time, without a reason. The journey then goes on without it. This agreement is no document of employment law and entails no sanctions.',
  'letter.confirmed': 'confirmed on {when}',
  'letter.not_confirmed': 'not confirmed yet',
  'letter.version': 'Version {number}, written by {name}',

  'draft.channel': 'a conversation in person or by video, and here in the journey in between',
  'draft.learner_1': 'I try what we thought of on the real case, and note briefly what happened.',
  'draft.learner_2': 'I say when a date does not suit me, or when I need something else.',
  'draft.facilitator_1': 'I ask before I advise, and leave decisions where they belong: with you.',
  'draft.facilitator_2': 'I read what you show me, and answer within the agreed time.',
  'draft.confidential': 'What we talk about and what is written here, neither of us passes on.',
  'draft.learning_time': 'about an hour a week, during working hours',
}
