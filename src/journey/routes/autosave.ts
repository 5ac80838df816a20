import type { Me, PersonDb } from '#platform/db/bound.ts'
import { savedAnswer } from '#platform/web/autosave.ts'
import type { Ask } from '#platform/web/env.ts'
import type { Problems } from '#platform/web/read-form.ts'
import type { Conflict } from '#sharing/sharing.ts'
import { sayProblems } from '#ui/problems.ts'
import type { TextPlace } from '../forms/inputs.ts'
import { versionsNow } from '../queries/versions.ts'

type NamedConflict = { name: string; theirs: string; version: number }

/** Conflicts by the name of the input that sent the text. */
export function namedConflicts(places: readonly TextPlace[], conflicts: readonly Conflict[]): NamedConflict[] {
  return conflicts.flatMap(({ field, position, theirs, version }) => {
    const place = places.find((candidate) => candidate.field === field && (candidate.position ?? 0) === position)
    return place ? [{ name: place.name, theirs, version }] : []
  })
}

/** What became of a form that saved itself: the version of each of its texts, and where somebody else wrote first. */
export async function autosaved(
  c: Ask,
  db: PersonDb,
  subjectId: string,
  places: readonly TextPlace[],
  found: readonly Conflict[],
): Promise<Response> {
  const conflicts = namedConflicts(places, found)
  const versions = await versionsNow(db, subjectId, places)
  for (const { name } of conflicts) delete versions[name]
  return savedAnswer(c, { versions, conflicts })
}

/** Nothing of it was taken: which fields are to blame, in words. */
export function autosaveRefused(c: Ask, me: Me, problems: Problems): Response {
  return savedAnswer(c, { problems: sayProblems(problems, me.locale) })
}
