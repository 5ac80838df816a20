/** What a person agreed to do, on its day: told again as often as the budget allows. */
export const reminderKinds = ['review', 'step', 'transfer', 'reflection', 'contact', 'session'] as const
export type ReminderKind = (typeof reminderKinds)[number]

/** What somebody else did and what waits for the person since: told once. First what comes to whoever learns, then to whoever accompanies, then to both. */
export const newsKinds = [
  'proposal',
  'answer',
  'need_answered',
  'help_answered',
  'request_back',
  'case_consent',
  'review_shared',
  'accompany_asked',
  'case_open',
  'practice_answered',
  'agreement',
  'handover',
  'deputy_asked',
  'times_asked',
  'help_asked',
  'step_help_asked',
  'view_asked',
  'reflection_shared',
] as const
export type NewsKind = (typeof newsKinds)[number]

export const dueKinds = [...reminderKinds, ...newsKinds] as const
export type DueKind = ReminderKind | NewsKind

/** So long ago may news be that are told at all, in days. */
export const newsFor = 14

/**
 * One thing that is due for a person, or new to them: what a domain hands to whoever writes the summary of the day. It is due for as long as the
 * domain hands it; once it is done, it is no longer there.
 */
export interface DueLine {
  kind: DueKind
  /** What it is about, as an id that stays: the step, the review, the person. */
  subjectId: string
  journeyId: string | null
  /** The day that was agreed, or on which it came, as YYYY-MM-DD. */
  day: string
  /** Where it is done, from the root. */
  path: string
}
