import type { Me, PersonDb } from '#platform/db/bound.ts'
import { absent } from '#platform/web/as-person.ts'
import { isAutosave, savedAnswer } from '#platform/web/autosave.ts'
import type { Ask } from '#platform/web/env.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import type { Locale } from '#platform/words/words.ts'
import type { Conflict } from '#sharing/sharing.ts'
import { sayProblems } from '#ui/problems.ts'
import type { NotWritable } from '../commands/writing.ts'
import type { TextPlace } from '../forms/inputs.ts'
import { words } from '../messages/index.ts'
import type { Refill } from '../parts/phase.ts'
import { refusalInWords } from '../parts/refusal.ts'
import { versionsNow } from '../queries/versions.ts'

type NamedConflict = { name: string; theirs: string; version: number }

/** Conflicts by the name of the input that sent the text. */
export function namedConflicts(places: readonly TextPlace[], conflicts: readonly Conflict[]): NamedConflict[] {
  return conflicts.flatMap(({ field, position, theirs, version }) => {
    const place = places.find((candidate) => candidate.field === field && (candidate.position ?? 0) === position)
    return place ? [{ name: place.name, theirs, version }] : []
  })
}

/** What became of a form that saved itself: the version of each of its texts, where somebody else wrote first, and what could not be taken. */
export async function autosaved(
  c: Ask,
  db: PersonDb,
  subjectId: string,
  places: readonly TextPlace[],
  { conflicts: found, problems = {}, locale }: { conflicts: readonly Conflict[]; problems?: Problems; locale: Locale },
): Promise<Response> {
  const conflicts = namedConflicts(places, found)
  const versions = await versionsNow(db, subjectId, places)
  for (const { name } of conflicts) delete versions[name]
  return savedAnswer(c, { versions, conflicts, problems: sayProblems(problems, locale) })
}

/** What was typed without the inputs that could not be taken: an autosave keeps all the rest. */
export function soundPart(typed: Typed, problems: Problems): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !(name in problems)))
}

/** The journey has moved on since the page was opened, or is not this person's to write in. */
export function notWritten(
  c: Ask,
  { reason }: NotWritable,
  again: (refill: Partial<Refill>) => Promise<Response>,
  { locale }: Pick<Me, 'locale'>,
): Promise<Response> | Response {
  if (reason !== 'not_now') return absent()
  const refusal = refusalInWords(words(locale), { reason: 'wrong_phase' })
  return isAutosave(c) ? savedAnswer(c, { problems: { form: refusal } }) : again({ refusal })
}
