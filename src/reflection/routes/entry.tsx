import { Hono } from 'hono'
import { ownJourneyTitles } from '#journey/queries/own.ts'
import { promptText } from '#library/library.ts'
import { dayIn } from '#platform/clock.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import { isAutosave, savedAnswer } from '#platform/web/autosave.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, readTyped } from '#platform/web/read-form.ts'
import { sayProblems } from '#ui/problems.ts'
import { changeEntry, eraseEntry, removeEntry, restoreEntry } from '../commands/entry.ts'
import { changeForm, typedPlaces } from '../forms.ts'
import { words } from '../messages/index.ts'
import { EntryPage, ErasurePage, RemovedPage } from '../pages/entry.tsx'
import { ChangePage } from '../pages/write.tsx'
import { frameOf } from '../parts/frame.tsx'
import type { Place } from '../parts/writing.tsx'
import { earlierEntry, entryById, removedEntries, versionsOf } from '../queries/entries.ts'
import type { Entry } from '../reflection.ts'
import { saidDone } from './writing.tsx'

/** One entry: read, changed, removed, brought back, erased. */
export const entryRoutes = new Hono<Env>()

const idOf = (c: Ask) => asId(c.req.param('id')) ?? absent()

/** One's own entry; what lies in the bin is not there, except for the bin. */
async function own(db: PersonDb, id: string, { inBin = false } = {}): Promise<Entry> {
  const entry = (await entryById(db, id)) ?? absent()
  return entry.removedAt && !inBin ? absent() : entry
}

entryRoutes.get('/reflections/removed', (c) =>
  asPerson(c, async (db, me) => c.html(<RemovedPage frame={frameOf(c, me, saidDone(c, me))} entries={await removedEntries(db)} />)),
)

entryRoutes.get('/reflections/:id', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db, me) => {
    const entry = await own(db, id)
    const justWritten = c.req.query('done') === 'saved'
    const earlier = justWritten ? await earlierEntry(db, dayIn(me.timeZone, c.var.now), me.timeZone) : undefined
    return c.html(<EntryPage frame={frameOf(c, me, saidDone(c, me))} entry={entry} earlier={earlier} />)
  })
})

entryRoutes.get('/reflections/:id/change', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db, me) => c.html(await changePage(c, db, me, await own(db, id))))
})

interface Typing {
  text: string
  journeyId: string | null
  errors?: Record<string, string>
  conflict?: { theirs: string; version: number } | undefined
}

async function changePage(c: Ask, db: PersonDb, me: Me, entry: Entry, typing?: Typing) {
  const text = promptText(entry.promptId, me.locale)
  const place: Place = {
    place: 1,
    id: entry.id,
    prompt: entry.promptId && text ? { id: entry.promptId, text } : null,
    text: typing?.text ?? entry.body,
    version: entry.version,
    conflict: typing?.conflict,
  }
  const journeyId = typing ? typing.journeyId : (entry.journey?.id ?? null)
  const journeys = await ownJourneyTitles(db)
  return (
    <ChangePage
      frame={frameOf(c, me)}
      entry={entry}
      place={place}
      journeys={journeys}
      journeyId={journeyId}
      errors={typing?.errors ?? {}}
    />
  )
}

entryRoutes.post('/reflections/:id', async (c) => {
  const id = idOf(c)
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const entry = await own(db, id)
    const { text, baseVersion } = typedPlaces(typed)[0] ?? absent()
    const read = checkTyped(typed, changeForm)
    const journeyId = asId([typed.journeyId ?? ''].flat()[0]) ?? null
    if (!read.ok) {
      const errors = sayProblems(read.problems, me.locale)
      if (isAutosave(c)) return savedAnswer(c, { problems: errors })
      return c.html(await changePage(c, db, me, entry, { text, journeyId, errors }), 422)
    }
    const changed = await changeEntry(db, me, id, { body: text, baseVersion, journeyId })
    if (!changed.ok) return absent()
    const [conflict] = changed.conflicts
    if (isAutosave(c)) {
      const versions: Record<string, number> = conflict ? {} : { 'text-1': (await versionsOf(db, [id]))[id]! }
      return savedAnswer(c, { versions, conflicts: conflict ? [{ name: 'text-1', ...conflict }] : [] })
    }
    if (conflict) return c.html(await changePage(c, db, me, entry, { text, journeyId, conflict }), 409)
    return c.redirect(`/reflections/${id}?done=saved`, 303)
  })
})

entryRoutes.post('/reflections/:id/removal', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db) => {
    await own(db, id, { inBin: true })
    await removeEntry(db, id)
    return c.redirect(`/reflections?removed=${id}`, 303)
  })
})

entryRoutes.post('/reflections/:id/restoration', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db) => ((await restoreEntry(db, id)) ? c.redirect(`/reflections/${id}?done=restored`, 303) : absent()))
})

entryRoutes.get('/reflections/:id/erasure', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db, me) => c.html(<ErasurePage frame={frameOf(c, me)} entry={await own(db, id, { inBin: true })} />))
})

entryRoutes.post('/reflections/:id/erasure', async (c) => {
  const id = idOf(c)
  const word = String((await readTyped(c)).word ?? '')
  return asPerson(c, async (db, me) => {
    const entry = await own(db, id, { inBin: true })
    if (word.toLowerCase() !== words(me.locale)('erasure.word'))
      return c.html(<ErasurePage frame={frameOf(c, me)} entry={entry} typed={word} />, 422)
    await eraseEntry(db, id)
    return c.redirect('/reflections?done=erased', 303)
  })
})
