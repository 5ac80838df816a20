import type { Hat } from '#library/library.ts'

/** What somebody is at one step. */
export const assigneeRoles = ['trainer', 'coach', 'peer'] as const
export type AssigneeRole = (typeof assigneeRoles)[number]

export const assigneeStates = ['asked', 'accepted', 'declined', 'ended'] as const
export type AssigneeState = (typeof assigneeStates)[number]

/** People that one step can have at once. */
export const assigneesMost = 5

/** Characters of what a person who helps writes, and how much material there can be. `suggestion` is the step in other words. */
export const assigneeFields = { note: { max: 1000 }, resource: { most: 5, max: 300 }, suggestion: { max: 200 } } as const

/** The hat under which somebody helps: each role has one, and a colleague wears none of the two. */
export const hatOfRole = { trainer: 'training', coach: 'coaching', peer: 'facilitation' } as const satisfies Record<AssigneeRole, Hat>

/** Who reads what they note: those of the step with its journey, or the learner and the coach alone. */
export const notesOfRole = { trainer: 'item', coach: 'pair', peer: 'item' } as const satisfies Record<AssigneeRole, 'item' | 'pair'>

/** Material belongs to a training, and a change of the step is suggested by whoever trains: a coach gives no advice. */
export const mayGiveMaterial = (role: AssigneeRole): boolean => role === 'trainer'
export const maySuggestChange = (role: AssigneeRole): boolean => role === 'trainer'

/** Nobody coaches whom they lead, or who leads them: both say so before a coach begins. */
export const needsEyeLevel = (role: AssigneeRole): boolean => role === 'coach'

/** The role that fits a kind of step best: what the page offers first. */
export function roleFor(stepKind: string | null): AssigneeRole {
  if (stepKind === 'training') return 'trainer'
  return stepKind === 'coaching' ? 'coach' : 'peer'
}

/** Somebody who is asked or has agreed reads the step; after declining or at the end they read nothing of it. */
export const helpsNow = ({ state }: { readonly state: AssigneeState }): boolean => state === 'asked' || state === 'accepted'

/** Whether one more person can be asked to help with a step. */
export const takesAssignee = (assignees: readonly { readonly state: AssigneeState }[]): boolean =>
  assignees.filter(helpsNow).length < assigneesMost
