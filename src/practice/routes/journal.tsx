import { Hono } from 'hono'
import { askedForQuestion } from '#library/queries.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { asId, newId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import { isAutosave, savedAnswer } from '#platform/web/autosave.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, readTyped } from '#platform/web/read-form.ts'
import { sayProblems } from '#ui/problems.ts'
import { removeEntry, writeEntry } from '../commands/journal.ts'
import { entryForm } from '../forms/journal.ts'
import { words } from '../messages/index.ts'
import { EntryPage, JournalPage } from '../pages/journal.tsx'
import { frameOf } from '../parts/frame.ts'
import { practiceEntries, whomIAccompanied } from '../queries/journal.ts'
import { profileOf } from '../queries/profile.ts'
import { namesIn } from '../rules/names.ts'

/** Notes about one's own practice. */
export const journalRoutes = new Hono<Env>()

const idOf = (c: Ask) => asId(c.req.param('id')) ?? absent()

journalRoutes.get('/practice/journal', (c) =>
  asPerson(c, async (db, me) => {
    const flash = c.req.query('done') === 'removed' ? words(me.locale)('journal.done_removed') : undefined
    return c.html(<JournalPage frame={frameOf(c, me, flash)} entries={await practiceEntries(db)} />)
  }),
)

journalRoutes.get('/practice/journal/new', (c) =>
  asPerson(c, async (db, me) => c.html(<EntryPage frame={frameOf(c, me)} id={newId()} aim={(await profileOf(db)).aim} />)),
)

const entryOf = async (db: PersonDb, id: string) => (await practiceEntries(db)).find((entry) => entry.id === id)

journalRoutes.get('/practice/journal/:id', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db, me) => {
    const entry = (await entryOf(db, id)) ?? absent()
    const [{ aim }, accompanied] = await Promise.all([profileOf(db), whomIAccompanied(db)])
    const names = namesIn(
      entry.body,
      accompanied.map(({ name }) => name),
    )
    const flash = c.req.query('done') === 'saved' ? words(me.locale)('journal.done_saved') : undefined
    return c.html(<EntryPage frame={frameOf(c, me, flash)} id={id} entry={entry} aim={aim} names={names} />)
  })
})

journalRoutes.post('/practice/journal/:id', async (c) => {
  const id = idOf(c)
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const again = await askedForQuestion(db, typed, { field: 'text', locale: me.locale })
    if (again) {
      const [entry, { aim }] = await Promise.all([entryOf(db, id), profileOf(db)])
      return c.html(<EntryPage frame={frameOf(c, me)} id={id} entry={entry} aim={aim} {...again} />)
    }
    const read = checkTyped(typed, entryForm)
    if (!read.ok) {
      if (isAutosave(c)) return savedAnswer(c, { problems: sayProblems(read.problems, me.locale) })
      const [entry, { aim }] = await Promise.all([entryOf(db, id), profileOf(db)])
      return c.html(<EntryPage frame={frameOf(c, me)} id={id} entry={entry} aim={aim} typed={typed} problems={read.problems} />, 422)
    }
    const { text: body, 'version.text': baseVersion } = read.value
    const [conflict] = (await writeEntry(db, me, id, { body, baseVersion })) ?? absent()
    const entry = await entryOf(db, id)
    if (isAutosave(c)) {
      const conflicts = conflict ? [{ name: 'text', theirs: conflict.theirs, version: conflict.version }] : []
      return savedAnswer(c, { versions: conflict ? {} : { text: entry?.version ?? 0 }, conflicts })
    }
    if (!conflict) return c.redirect(`/practice/journal/${id}?done=saved`, 303)
    const { aim } = await profileOf(db)
    return c.html(<EntryPage frame={frameOf(c, me)} id={id} entry={entry} aim={aim} typed={typed} conflict={conflict} />, 409)
  })
})

journalRoutes.post('/practice/journal/:id/removal', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db) => ((await removeEntry(db, id)) ? c.redirect('/practice/journal?done=removed', 303) : absent()))
})
