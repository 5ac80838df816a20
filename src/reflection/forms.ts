import * as v from 'valibot'
import { asId } from '#platform/ids.ts'
import type { Typed } from '#platform/web/read-form.ts'
import { choice, day, id, requiredChoice, requiredText, text, texts, version } from '#platform/web/schemas.ts'
import type { WrittenEntry } from './commands/entry.ts'
import { cadences, limits } from './reflection.ts'

const optionalId = v.pipe(
  text(40),
  v.transform((given) => asId(given) ?? null),
)

/** Places for entries on one page: one, or up to three of the week. Their inputs are `text-1`, `id-1`, `prompt-1` and so on. */
export const places = Array.from({ length: limits.weekly }, (_, index) => index + 1)

/** The whole of a page to write on: `another` names the place whose prompt should be another one. */
export const writingForm = v.object({
  cadence: choice(cadences),
  journeyId: optionalId,
  stepId: optionalId,
  another: text(2),
  ...Object.fromEntries(places.map((place) => [`text-${place}`, text(limits.text)])),
})

/** What was typed into each place, as the page showed it. */
export interface TypedPlace {
  place: number
  id: string
  promptId: string | null
  text: string
  baseVersion: number
}

/** The places that a form brought along; a page has as many as it showed. */
export function typedPlaces(typed: Typed): TypedPlace[] {
  const given = (name: string) => [typed[name] ?? ''].flat().at(-1) ?? ''
  return places.flatMap((place) => {
    const id = asId(given(`id-${place}`))
    if (!id) return []
    const baseVersion = v.parse(version, given(`version.text-${place}`))
    return [{ place, id, promptId: given(`prompt-${place}`).slice(0, 60) || null, text: given(`text-${place}`), baseVersion }]
  })
}

export const entriesIn = (typed: readonly TypedPlace[]): WrittenEntry[] =>
  typed.map(({ id, promptId, text: body, baseVersion }) => ({ id, promptId, body, baseVersion }))

/** An entry that is there already, in the first place of its page. */
export const changeForm = v.object({ journeyId: optionalId, 'text-1': requiredText(limits.text) })

/** To whom, what, until when: of an excerpt the sentences by number. Sent as it stands in the address of the preview. */
export const sharingForm = v.pipe(
  v.object({
    readerId: optionalId,
    otherName: text(120),
    part: requiredChoice(['whole', 'excerpt']),
    sentences: texts(400, 4),
    until: day,
  }),
  v.forward(
    v.check(({ readerId, otherName }) => readerId !== null || otherName !== '', 'required'),
    ['readerId'],
  ),
  v.forward(
    v.check(({ until }) => until !== null, 'required'),
    ['until'],
  ),
  v.forward(
    v.check(({ part, sentences }) => part === 'whole' || sentences.length > 0, 'required'),
    ['sentences'],
  ),
)
export type SharingWish = v.InferOutput<typeof sharingForm>

/** What the preview sends on beside the wish: which share it becomes, and the version that it showed. */
export const confirmedForm = v.object({ shareId: id, version })
