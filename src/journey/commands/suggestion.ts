import { decideOnSuggestion } from '#help/commands/assignee.ts'
import { helperSays } from '#help/queries/assignee.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { versionOf } from '../queries/whole.ts'
import { mayBeChanged } from '../rules/step.ts'
import { noteChange } from './note-event.ts'
import { type NotWritable, writingInCycle } from './writing.ts'

/** Takes over how somebody who helps with a step would put it, as the learner and while planning: the step says so from now on. */
export async function takeSuggestion(
  db: PersonDb,
  journeyId: string,
  stepId: string,
  assigneeId: string,
): Promise<{ ok: true } | NotWritable> {
  const open = await writingInCycle(db, journeyId, 'plan')
  if (!open.ok) return open
  const step = open.cycle.steps.find((candidate) => candidate.id === stepId)
  const assignee = step?.assignees.find((candidate) => candidate.id === assigneeId)
  const body = assignee ? helperSays(assignee, 'suggestion') : ''
  if (!step || assignee?.suggestion !== 'waiting' || body === '') return { ok: false, reason: 'absent' }
  if (!mayBeChanged(step)) return { ok: false, reason: 'not_now' }
  await writePassages(db, {
    contextId: journeyId,
    subjectId: stepId,
    audienceOf: () => journeyId,
    texts: [{ field: 'what', body, baseVersion: versionOf(step.texts, 'what') }],
  })
  await decideOnSuggestion(db, journeyId, assigneeId, 'accepted')
  await noteChange(db, journeyId)
  return { ok: true }
}
