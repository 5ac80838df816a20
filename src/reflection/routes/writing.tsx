import { Hono } from 'hono'
import { ownJourneyTitles } from '#journey/queries/own.ts'
import { dayIn } from '#platform/clock.ts'
import { asPersonOf, type Me, type PersonDb } from '#platform/db/bound.ts'
import { asId, newId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import { isAutosave, savedAnswer } from '#platform/web/autosave.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, readTyped, type Typed } from '#platform/web/read-form.ts'
import { sayProblems } from '#ui/problems.ts'
import { rememberShown, type Written, writeEntries } from '../commands/entry.ts'
import { entriesIn, type TypedPlace, typedPlaces, writingForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { JournalPage } from '../pages/journal.tsx'
import { WritePage } from '../pages/write.tsx'
import { backToStep } from '../parts/after-step.tsx'
import { frameOf } from '../parts/frame.tsx'
import type { Place } from '../parts/writing.tsx'
import { earlierEntry, entriesOfToday, journalPage, versionsOf } from '../queries/entries.ts'
import { promptsToday } from '../queries/prompts.ts'
import { type Cadence, cadences, limits } from '../reflection.ts'
import { promptAfter } from '../rules/prompt-choice.ts'

/** The journal, and the page to write in it. */
export const writingRoutes = new Hono<Env>()

const today = (c: Ask, me: Me) => dayIn(me.timeZone, c.var.now)
const flashes = {
  saved: 'done.saved',
  erased: 'done.erased',
  restored: 'done.restored',
  shared: 'done.shared',
  ended: 'done.ended',
} as const

/** What the page that led here has done, as a sentence. */
export const saidDone = (c: Ask, me: Me): string | undefined => {
  const done = c.req.query('done') ?? ''
  return Object.hasOwn(flashes, done) ? words(me.locale)(flashes[done as keyof typeof flashes]) : undefined
}

writingRoutes.get('/reflections', (c) =>
  asPerson(c, async (db, me) => {
    const page = Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1)
    const journeyId = asId(c.req.query('journey')) ?? null
    const [found, journeys, earlier] = await Promise.all([
      journalPage(db, { page, journeyId }),
      ownJourneyTitles(db),
      earlierEntry(db, today(c, me), me.timeZone),
    ])
    const frame = frameOf(c, me, saidDone(c, me))
    const removed = asId(c.req.query('removed'))
    return c.html(
      <JournalPage frame={frame} {...found} page={page} journeys={journeys} journeyId={journeyId} earlier={earlier} removed={removed} />,
    )
  }),
)

writingRoutes.get('/reflections/new', async (c) => {
  const cadence = cadences.find((one) => one === c.req.query('cadence')) ?? null
  const shown: { me: Me; ids: string[] }[] = []
  const answer = await asPerson(c, async (db, me) => {
    const [places, journeys, earlier] = await Promise.all([
      cadence ? promptPlaces(db, me, cadence, today(c, me)) : [freePlace()],
      ownJourneyTitles(db),
      earlierEntry(db, today(c, me), me.timeZone),
    ])
    const ids = places.flatMap(({ prompt }) => (prompt ? [prompt.id] : []))
    if (ids.length > 0) shown.push({ me, ids })
    const journeyId = asId(c.req.query('journey')) ?? null
    return c.html(
      <WritePage
        frame={frameOf(c, me)}
        cadence={cadence}
        places={places}
        journeys={journeys}
        journeyId={journeyId}
        errors={{}}
        earlier={earlier}
      />,
    )
  })
  // A page is read in a transaction that writes nothing; that it was shown is kept in one of its own.
  for (const { me, ids } of shown) await asPersonOf(c.var.database, me, (db) => rememberShown(db, ids, today(c, me)))
  return answer
})

const freePlace = (): Place => ({ place: 1, id: newId(), prompt: null, text: '', version: 0 })

/** The prompts of today, each with what was written to it today already. */
async function promptPlaces(db: PersonDb, me: Me, cadence: Cadence, day: string): Promise<Place[]> {
  const { fresh, inOrder } = await promptsToday(db, { personId: me.personId, locale: me.locale, cadence, today: day })
  const prompts = (fresh.length > 0 ? fresh : inOrder).slice(0, cadence === 'weekly' ? limits.weekly : 1)
  const written = await entriesOfToday(
    db,
    prompts.map(({ id }) => id),
    me.timeZone,
  )
  return prompts.map((prompt, index) => {
    const entry = written.find(({ promptId }) => promptId === prompt.id)
    return { place: index + 1, id: entry?.id ?? newId(), prompt, text: entry?.body ?? '', version: entry?.version ?? 0 }
  })
}

writingRoutes.post('/reflections', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const places = typedPlaces(typed)
    const read = checkTyped(typed, writingForm)
    if (places.length === 0) return absent()
    if (isAutosave(c)) return autosave(c, db, me, typed, places)
    const again = (further: Partial<Again> = {}) => writeAgain(c, db, me, { typed, places, errors: {}, ...further })
    if (!read.ok) return again({ errors: sayProblems(read.problems, me.locale) })
    const { cadence, journeyId, stepId, another } = read.value
    if (another) return again({ another: Number(another) })
    if (places.every(({ text }) => text === '')) {
      const errors = sayProblems({ 'text-1': { code: 'required' } }, me.locale)
      return again({ errors })
    }
    const written = await writeEntries(db, me, entriesIn(places), { cadence, journeyId })
    if (!written.ok) return absent()
    if (written.conflicts.length > 0) return again({ conflicts: written.conflicts })
    const [first, ...others] = places.filter(({ text }) => text !== '')
    if (stepId && journeyId) return c.redirect(backToStep(journeyId, stepId, first!.id), 303)
    return c.redirect(others.length > 0 ? '/reflections?done=saved' : `/reflections/${first!.id}?done=saved`, 303)
  })
})

async function autosave(c: Ask, db: PersonDb, me: Me, typed: Typed, places: readonly TypedPlace[]): Promise<Response> {
  const read = checkTyped(typed, writingForm)
  const problems = read.ok ? {} : read.problems
  const sound = places.filter(({ place }) => !(`text-${place}` in problems))
  const { cadence, journeyId } = read.ok ? read.value : { cadence: null, journeyId: null }
  const written = await writeEntries(db, me, entriesIn(sound), { cadence, journeyId })
  if (!written.ok) return absent()
  const versions = await versionsOf(
    db,
    sound.map(({ id }) => id),
  )
  const conflicts = written.conflicts.map(({ id, theirs, version }) => ({ name: nameOf(places, id), theirs, version }))
  const current = sound.flatMap(({ id, place }) =>
    versions[id] && !written.conflicts.some((conflict) => conflict.id === id) ? [[`text-${place}`, versions[id]] as const] : [],
  )
  return savedAnswer(c, { versions: Object.fromEntries(current), conflicts, problems: sayProblems(problems, me.locale) })
}

const nameOf = (places: readonly TypedPlace[], id: string) => `text-${places.find((place) => place.id === id)?.place ?? 1}`

interface Again {
  typed: Typed
  places: readonly TypedPlace[]
  errors: Record<string, string>
  /** The place whose prompt should be another one. */
  another?: number
  conflicts?: Extract<Written, { ok: true }>['conflicts']
}

/** The page with everything that was typed: under another prompt, or with what it still needs. */
async function writeAgain(c: Ask, db: PersonDb, me: Me, { typed, places, errors, another, conflicts = [] }: Again): Promise<Response> {
  const cadence = cadences.find((one) => one === typed.cadence) ?? null
  const prompts = cadence
    ? (await promptsToday(db, { personId: me.personId, locale: me.locale, cadence, today: today(c, me) })).inOrder
    : []
  const taken = places.flatMap(({ promptId }) => promptId ?? [])
  const shown = places.map(({ place, id, promptId, text, baseVersion }): Place => {
    const swapped = place === another ? promptAfter(prompts, promptId, taken) : undefined
    const conflict = conflicts.find((found) => found.id === id)
    // A text that stands under its prompt already stays there: under another prompt a new entry begins.
    const begins = swapped && baseVersion > 0 ? { id: newId(), text: '', version: 0 } : { id, text, version: baseVersion }
    return { place, prompt: swapped ?? prompts.find((prompt) => prompt.id === promptId) ?? null, ...begins, conflict }
  })
  if (another) {
    await rememberShown(
      db,
      shown.flatMap(({ prompt }) => prompt?.id ?? []),
      today(c, me),
    )
  }
  const journeyId = asId([typed.journeyId ?? ''].flat()[0]) ?? null
  const page = (
    <WritePage
      frame={frameOf(c, me)}
      cadence={cadence}
      places={shown}
      journeys={await ownJourneyTitles(db)}
      journeyId={journeyId}
      stepId={asId([typed.stepId ?? ''].flat()[0])}
      errors={errors}
    />
  )
  return c.html(page, another ? 200 : conflicts.length > 0 ? 409 : 422)
}
