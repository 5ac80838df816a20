import { expect, test } from 'vitest'
import {
  assigneeRoles,
  hatOfRole,
  helpsNow,
  mayGiveMaterial,
  maySuggestChange,
  needsEyeLevel,
  notesOfRole,
  roleFor,
  takesAssignee,
} from './assignee.ts'

const each = <Answer>(rule: (role: (typeof assigneeRoles)[number]) => Answer) =>
  Object.fromEntries(assigneeRoles.map((role) => [role, rule(role)]))

test('each role has its hat: a trainer trains, a coach coaches', () => {
  expect(hatOfRole).toEqual({ trainer: 'training', coach: 'coaching', peer: 'facilitation' })
})

test('what a coach notes is for the two of them, what others note for those of the step', () => {
  expect(notesOfRole).toEqual({ trainer: 'item', coach: 'pair', peer: 'item' })
})

test('only a trainer gives material and suggests another step; a coach gives no advice', () => {
  expect(each(mayGiveMaterial)).toEqual({ trainer: true, coach: false, peer: false })
  expect(each(maySuggestChange)).toEqual({ trainer: true, coach: false, peer: false })
})

test('a coach is at eye level, which both say', () => {
  expect(each(needsEyeLevel)).toEqual({ trainer: false, coach: true, peer: false })
})

test('a training asks for a trainer first, a coaching for a coach, everything else for a colleague', () => {
  expect(['training', 'coaching', 'on_the_job_trial', null].map(roleFor)).toEqual(['trainer', 'coach', 'peer', 'peer'])
})

test('a step takes five people at once; who declined or is done takes no place', () => {
  const asked = { state: 'asked' } as const
  expect(takesAssignee([asked, asked, asked, asked])).toBe(true)
  expect(takesAssignee([asked, asked, asked, asked, { state: 'accepted' }])).toBe(false)
  expect(takesAssignee([asked, asked, asked, asked, { state: 'declined' }, { state: 'ended' }])).toBe(true)
  expect([helpsNow({ state: 'declined' }), helpsNow({ state: 'ended' })]).toEqual([false, false])
})
