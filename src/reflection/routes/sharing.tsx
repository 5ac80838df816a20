import { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { dayIn } from '#platform/clock.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId, newId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, readTyped, type Typed } from '#platform/web/read-form.ts'
import { languageOf } from '#platform/words/words.ts'
import { sayProblems } from '#ui/problems.ts'
import { endShare, shareEntry } from '../commands/share.ts'
import { confirmedForm, type SharingWish, sharingForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { PreviewPage, SharedWithMePage, SharingPage } from '../pages/sharing.tsx'
import { frameOf } from '../parts/frame.tsx'
import { entryById, peopleAround, peopleNamed, personById, sharedWithMe } from '../queries/entries.ts'
import { type Entry, limits } from '../reflection.ts'
import { excerptOf, sentencesOf } from '../rules/excerpt.ts'

/** Sharing an entry or a part of it: to whom and what, how it will look, that it is shared, and that it ends. */
export const sharingRoutes = new Hono<Env>()

const idOf = (c: Ask, name = 'id') => asId(c.req.param(name)) ?? absent()

async function own(db: PersonDb, id: string): Promise<Entry> {
  const entry = await entryById(db, id)
  return entry && !entry.removedAt ? entry : absent()
}

/** What stands in the address, as a form that was typed. */
const inAddress = (c: Ask): Typed =>
  Object.fromEntries(Object.entries(c.req.queries()).map(([name, all]) => [name, all.length > 1 ? all : all[0]!]))

const spanOf = (c: Ask, me: Me) => {
  const today = Temporal.PlainDate.from(dayIn(me.timeZone, c.var.now))
  const day = (days: number) => today.add({ days }).toString()
  return { from: day(0), suggested: day(limits.share.suggested), most: day(limits.share.most) }
}

sharingRoutes.get('/reflections/shared', (c) =>
  asPerson(c, async (db, me) => c.html(<SharedWithMePage frame={frameOf(c, me)} entries={await sharedWithMe(db)} />)),
)

sharingRoutes.get('/reflections/:id/sharing', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db, me) => sharingPage(c, db, me, await own(db, id), inAddress(c)))
})

async function sharingPage(c: Ask, db: PersonDb, me: Me, entry: Entry, typed: Typed, errors?: Record<string, string>): Promise<Response> {
  const page = (
    <SharingPage
      frame={frameOf(c, me)}
      entry={entry}
      sentences={sentencesOf(entry.body, languageOf(me.locale))}
      people={await peopleAround(db)}
      until={spanOf(c, me)}
      typed={typed}
      errors={errors ?? {}}
    />
  )
  return c.html(page, errors ? 422 : 200)
}

interface Wish {
  reader: { id: string; name: string }
  excerpt: string | null
  sentences: string[]
  untilDay: string
  /** The end of that day where the author is. */
  until: Date
}

/** What was wished, checked against who and what is there; or what is wrong, as sentences by field. */
async function wishOf(c: Ask, db: PersonDb, me: Me, entry: Entry, typed: Typed): Promise<Wish | { errors: Record<string, string> }> {
  const read = checkTyped(typed, sharingForm)
  const t = words(me.locale)
  if (!read.ok) {
    const { readerId, sentences: chosen } = read.problems
    const said = { ...(readerId && { readerId: t('sharing.nobody_chosen') }), ...(chosen && { sentences: t('sharing.nothing_chosen') }) }
    return { errors: { ...sayProblems(read.problems, me.locale), ...said } }
  }
  const { part, sentences, until } = read.value
  const span = spanOf(c, me)
  if (!until || until < span.from || until > span.most) {
    return { errors: sayProblems({ until: { code: 'out_of_range' } }, me.locale) }
  }
  const reader = await readerOf(db, read.value)
  if (!reader) return { errors: { [read.value.readerId ? 'readerId' : 'otherName']: t('sharing.nobody') } }
  const excerpt = part === 'whole' ? null : excerptOf(sentencesOf(entry.body, languageOf(me.locale)), sentences.map(Number))
  if (excerpt === undefined) return { errors: { sentences: t('sharing.nothing_chosen') } }
  const end = Temporal.PlainDate.from(until).add({ days: 1 }).toZonedDateTime(me.timeZone)
  return { reader, excerpt, sentences: part === 'whole' ? [] : [...sentences], untilDay: until, until: new Date(end.epochMilliseconds) }
}

/** The person chosen from the list, else the only one with that name. */
async function readerOf(db: PersonDb, { readerId, otherName }: SharingWish): Promise<{ id: string; name: string } | undefined> {
  if (readerId) return personById(db, readerId)
  const [found, ...others] = await peopleNamed(db, otherName)
  return others.length === 0 ? found : undefined
}

sharingRoutes.get('/reflections/:id/sharing/preview', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db, me) => {
    const [entry, typed] = [await own(db, id), inAddress(c)]
    const wish = await wishOf(c, db, me, entry, typed)
    return 'errors' in wish ? sharingPage(c, db, me, entry, typed, wish.errors) : c.html(previewPage(c, me, entry, wish))
  })
})

const previewPage = (c: Ask, me: Me, entry: Entry, wish: Wish, changed = false) => (
  <PreviewPage
    frame={frameOf(c, me)}
    entry={entry}
    reader={wish.reader}
    shared={{
      authorName: me.name,
      body: wish.excerpt ?? entry.body,
      isExcerpt: wish.excerpt !== null,
      promptId: entry.promptId,
      writtenAt: entry.writtenAt,
      until: wish.until,
    }}
    wish={{ readerId: wish.reader.id, part: wish.excerpt === null ? 'whole' : 'excerpt', until: wish.untilDay }}
    sentences={wish.sentences}
    shareId={newId()}
    changed={changed}
  />
)

sharingRoutes.post('/reflections/:id/shares', async (c) => {
  const id = idOf(c)
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const entry = await own(db, id)
    const confirmed = checkTyped(typed, confirmedForm)
    if (!confirmed.ok) return absent()
    const wish = await wishOf(c, db, me, entry, typed)
    if ('errors' in wish) return sharingPage(c, db, me, entry, typed, wish.errors)
    const { reader, excerpt, until } = wish
    const shared = await shareEntry(db, me, { ...confirmed.value, entryId: id, readerId: reader.id, excerpt, until })
    if (shared.ok) return c.redirect(`/reflections/${id}?done=shared#readers`, 303)
    return shared.reason === 'changed' ? c.html(previewPage(c, me, entry, wish, true), 409) : absent()
  })
})

sharingRoutes.post('/reflections/:id/shares/:shareId/ending', (c) => {
  const [id, shareId] = [idOf(c), idOf(c, 'shareId')]
  return asPerson(c, async (db) =>
    (await endShare(db, id, shareId)) ? c.redirect(`/reflections/${id}?done=ended#readers`, 303) : absent(),
  )
})
