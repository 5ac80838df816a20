import { Hono } from 'hono'
import { words as journeyWords } from '#journey/messages/index.ts'
import { removedThings } from '#journey/queries/removed.ts'
import { bodyOf, type WholeJourney, wholeJourney } from '#journey/queries/whole.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { words as practiceWords } from '#practice/messages/index.ts'
import { practiceTaken } from '#practice/queries/taken-along.ts'
import { words as reflectionWords } from '#reflection/messages/index.ts'
import { reflectionsForExport } from '#reflection/queries/taken-along.ts'
import schema from '../content/journey-1.schema.json' with { type: 'json' }
import { words } from '../messages/index.ts'
import { attachmentNamed, fileName } from '../rules/file-name.ts'
import { journeyJson, schemaPath } from '../rules/journey-json.ts'
import { journeyMarkdown } from '../rules/journey-markdown.ts'
import { practiceMarkdown } from '../rules/practice-markdown.ts'
import { reflectionsMarkdown } from '../rules/reflections-markdown.ts'

/** What one takes along: a journey as a document and as data, and the schema of the data. */
export const exportRoutes = new Hono<Env>()

const day = 86_400

exportRoutes.get(schemaPath, (c) => {
  c.header('cache-control', `public, max-age=${day}`)
  return c.body(JSON.stringify({ $id: `${c.var.origin}${schemaPath}`, ...schema }), 200, { 'content-type': 'application/schema+json' })
})

exportRoutes.get('/journeys/:id/export.md', (c) =>
  asPerson(c, async (db, me) => {
    const whole = await readable(db, c.req.param('id'))
    const reading = { name: me.name, organisation: me.organisationName, locale: me.locale, timeZone: me.timeZone, at: c.var.now }
    const document = journeyMarkdown(whole, reading, { t: words(me.locale), j: journeyWords(me.locale) })
    return download(c, whole, me, { body: document, type: 'text/markdown; charset=utf-8', ending: 'md' })
  }),
)

exportRoutes.get('/journeys/:id/export.json', (c) =>
  asPerson(c, async (db, me) => {
    const whole = await readable(db, c.req.param('id'))
    const removed = await removedThings(db, whole.journey.id)
    const document = journeyJson(whole, removed, { by: me.name, organisation: me.organisationName, at: c.var.now }, c.var.origin)
    return download(c, whole, me, { body: `${JSON.stringify(document, null, 2)}\n`, type: 'application/json', ending: 'json' })
  }),
)

const practiceFor = (c: Ask, db: PersonDb, me: Me) => ({
  taken: practiceTaken(db),
  name: (ending: string) => attachmentNamed(fileName(practiceWords(me.locale)('practice.file'), 'practice', ending)),
  reading: { name: me.name, organisation: me.organisationName, locale: me.locale, timeZone: me.timeZone, at: c.var.now },
})

exportRoutes.get('/practice/export.md', (c) =>
  asPerson(c, async (db, me) => {
    const { taken, name, reading } = practiceFor(c, db, me)
    const document = practiceMarkdown(await taken, reading, practiceWords(me.locale))
    return c.body(document, 200, { 'content-type': 'text/markdown; charset=utf-8', 'content-disposition': name('md') })
  }),
)

exportRoutes.get('/practice/export.json', (c) =>
  asPerson(c, async (db, me) => {
    const { taken, name } = practiceFor(c, db, me)
    const document = { lotse: 'practice', version: 1, madeAt: c.var.now, by: me.name, ...(await taken) }
    return c.body(`${JSON.stringify(document, null, 2)}\n`, 200, {
      'content-type': 'application/json',
      'content-disposition': name('json'),
    })
  }),
)

const journalFor = (c: Ask, db: PersonDb, me: Me) => ({
  taken: reflectionsForExport(db, me.locale),
  name: (ending: string) => attachmentNamed(fileName(reflectionWords(me.locale)('export.file'), 'journal', ending)),
  reading: { name: me.name, organisation: me.organisationName, locale: me.locale, timeZone: me.timeZone, at: c.var.now },
})

exportRoutes.get('/my-data/journal.md', (c) =>
  asPerson(c, async (db, me) => {
    const { taken, name, reading } = journalFor(c, db, me)
    const document = reflectionsMarkdown(await taken, reading, reflectionWords(me.locale))
    return c.body(document, 200, { 'content-type': 'text/markdown; charset=utf-8', 'content-disposition': name('md') })
  }),
)

exportRoutes.get('/my-data/journal.json', (c) =>
  asPerson(c, async (db, me) => {
    const { taken, name } = journalFor(c, db, me)
    const document = { lotse: 'reflections', version: 1, madeAt: c.var.now, by: me.name, entries: await taken }
    return c.body(`${JSON.stringify(document, null, 2)}\n`, 200, {
      'content-type': 'application/json',
      'content-disposition': name('json'),
    })
  }),
)

async function readable(db: PersonDb, id: string): Promise<WholeJourney> {
  const journeyId = asId(id)
  return (journeyId && (await wholeJourney(db, journeyId))) || absent()
}

function download(c: Ask, whole: WholeJourney, me: Me, { body, type, ending }: { body: string; type: string; ending: string }): Response {
  const name = fileName(bodyOf(whole.challenge.texts, 'title'), words(me.locale)('export.file'), ending)
  return c.body(body, 200, { 'content-type': type, 'content-disposition': attachmentNamed(name) })
}
