import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { list } from '#platform/db/listing.ts'
import { newId } from '#platform/ids.ts'
import { type Cast, cast, type Person } from '../../../tests/cast.ts'
import { started } from '../../../tests/journeys-in-database.ts'
import { dailyJobs } from '../../jobs.ts'
import { earlierEntry, entryById, journalPage, lastWritten, removedEntries, sharedWithMe } from '../queries/entries.ts'
import { promptsToday } from '../queries/prompts.ts'
import { changeEntry, eraseEntry, rememberShown, removeEntry, restoreEntry, writeEntries } from './entry.ts'
import { endShare, shareEntry } from './share.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

const zone = 'Europe/Berlin'
const tomorrow = () => new Date(Date.now() + 86_400_000)

async function written(body: string, who: Person = all.amara): Promise<string> {
  const id = newId()
  const entry = { id, body, baseVersion: 0, promptId: 'r-weekly-01' }
  await all.as(who, (db) => writeEntries(db, who, [entry], { cadence: 'weekly', journeyId: null }))
  return id
}

async function shared(body: string, { excerpt = null as string | null, until = tomorrow() } = {}) {
  const [entryId, shareId] = [await written(body), newId()]
  const sharing = { shareId, entryId, readerId: all.lena.personId, version: 1, excerpt, until }
  expect(await all.as(all.amara, (db) => shareEntry(db, all.amara, sharing))).toEqual({ ok: true })
  return { entryId, shareId, sharing }
}

const readBy = (who: Person) => all.as(who, async (db) => (await sharedWithMe(db)).map(({ body }) => body))
/** Every text that the database lets somebody read, whatever the program asks for. */
const passagesOf = (who: Person) =>
  all.as(who, async (db) => (await db.selectFrom('passage').select('body').execute()).map(({ body }) => body))

test('an entry is its author’s alone: neither a colleague, nor the administration, nor next door reads it, its day or its prompt', async () => {
  const id = await written('nur für mich')
  expect((await all.as(all.amara, (db) => entryById(db, id)))?.body).toBe('nur für mich')
  for (const who of [all.lena, all.jonas, all.ines, all.nour]) {
    expect(await all.as(who, (db) => entryById(db, id))).toBeUndefined()
    expect(await passagesOf(who)).not.toContain('nur für mich')
    const rows = await all.as(who, (db) => db.selectFrom('reflection').select('id').where('id', '=', id).execute())
    expect(rows).toEqual([])
  }
})

test('nobody changes, removes or shares the entry of somebody else', async () => {
  const id = await written('unverändert')
  const sharing = { shareId: newId(), entryId: id, readerId: all.ines.personId, version: 1, excerpt: null, until: tomorrow() }
  await all.as(all.jonas, async (db) => {
    expect(await changeEntry(db, all.jonas, id, { body: 'fremd', baseVersion: 0, journeyId: null })).toMatchObject({ ok: false })
    expect(await removeEntry(db, id)).toBe(false)
    expect(await eraseEntry(db, id)).toBe(false)
    expect(await shareEntry(db, all.jonas, sharing)).toMatchObject({ ok: false })
  })
  expect((await all.as(all.amara, (db) => entryById(db, id)))?.body).toBe('unverändert')
})

test('an entry stands beside a journey of one’s own only', async () => {
  const journeyId = await all.as(all.jonas, started)
  const entry = { id: newId(), body: 'bei fremdem Vorhaben', baseVersion: 0, promptId: null }
  expect(await all.as(all.amara, (db) => writeEntries(db, all.amara, [entry], { cadence: null, journeyId }))).toMatchObject({ ok: false })
  const own = { ...entry, id: newId(), body: 'bei meinem Vorhaben' }
  expect(await all.as(all.jonas, (db) => writeEntries(db, all.jonas, [own], { cadence: null, journeyId }))).toMatchObject({ ok: true })
  const page = await all.as(all.jonas, (db) => journalPage(db, { page: 1, journeyId }))
  expect(page.entries.map(({ body }) => body)).toEqual(['bei meinem Vorhaben'])
})

test('a whole entry is read by the named person as it stands, and by nobody else', async () => {
  const { entryId } = await shared('ganz geteilt')
  expect(await readBy(all.lena)).toContain('ganz geteilt')
  for (const who of [all.jonas, all.ines, all.nour]) {
    expect(await readBy(who)).not.toContain('ganz geteilt')
    expect(await passagesOf(who)).not.toContain('ganz geteilt')
  }
  await all.as(all.amara, (db) => changeEntry(db, all.amara, entryId, { body: 'später ergänzt', baseVersion: 1, journeyId: null }))
  expect(await readBy(all.lena)).toContain('später ergänzt')
  expect(await all.as(all.lena, (db) => db.selectFrom('reflection').select('id').execute())).toEqual([])
})

test('of an excerpt only its words are read, and they stay as they were shown', async () => {
  const { entryId } = await shared('Das bleibt bei mir. Das zeige ich.', { excerpt: 'Das zeige ich.' })
  await all.as(all.amara, (db) => changeEntry(db, all.amara, entryId, { body: 'Ganz anders.', baseVersion: 1, journeyId: null }))
  expect(await readBy(all.lena)).toContain('Das zeige ich.')
  const texts = (await passagesOf(all.lena)).join(' ')
  expect(texts).not.toContain('Das bleibt bei mir')
  expect(texts).not.toContain('Ganz anders')
})

test('a share ends at its date without anybody’s doing', async () => {
  const { shareId } = await shared('bis morgen')
  expect(await readBy(all.lena)).toContain('bis morgen')
  await all.owner.query(`update share set until = now() - interval '1 second' where id = $1`, [shareId])
  expect(await readBy(all.lena)).not.toContain('bis morgen')
  expect(await passagesOf(all.lena)).not.toContain('bis morgen')
})

test('what is taken back is gone at once; only the author can, and the reader cannot', async () => {
  const { entryId, shareId } = await shared('zurückgeholt')
  expect(await all.as(all.lena, (db) => endShare(db, entryId, shareId))).toBe(false)
  expect(await readBy(all.lena)).toContain('zurückgeholt')
  expect(await all.as(all.amara, (db) => endShare(db, entryId, shareId))).toBe(true)
  expect(await readBy(all.lena)).not.toContain('zurückgeholt')
  expect(await passagesOf(all.lena)).not.toContain('zurückgeholt')
})

test('sharing twice is sharing once; what changed since the preview is not shared unseen', async () => {
  const { entryId, sharing } = await shared('zweimal gesendet')
  expect(await all.as(all.amara, (db) => shareEntry(db, all.amara, sharing))).toEqual({ ok: true })
  const later = { ...sharing, shareId: newId(), until: new Date(Date.now() + 5 * 86_400_000) }
  expect(await all.as(all.amara, (db) => shareEntry(db, all.amara, later))).toEqual({ ok: true })
  const entry = await all.as(all.amara, (db) => entryById(db, entryId))
  expect(entry?.shares.map(({ until }) => until)).toEqual([later.until])
  await all.as(all.amara, (db) => changeEntry(db, all.amara, entryId, { body: 'inzwischen anders', baseVersion: 1, journeyId: null }))
  const stale = { ...sharing, shareId: newId(), readerId: all.jonas.personId }
  expect(await all.as(all.amara, (db) => shareEntry(db, all.amara, stale))).toEqual({ ok: false, reason: 'changed' })
})

test('nobody next door is a reader', async () => {
  const entryId = await written('nicht über die Straße')
  const sharing = { shareId: newId(), entryId, readerId: all.nour.personId, version: 1, excerpt: null, until: tomorrow() }
  expect(await all.as(all.amara, (db) => shareEntry(db, all.amara, sharing))).toEqual({ ok: false, reason: 'absent' })
})

test('what lies in the bin is read by nobody else, comes back for its author alone, and goes after 30 days with every excerpt', async () => {
  const { entryId } = await shared('Erst weg. Dann wieder da.', { excerpt: 'Dann wieder da.' })
  await all.as(all.amara, (db) => removeEntry(db, entryId))
  expect(await readBy(all.lena)).not.toContain('Dann wieder da.')
  expect((await all.as(all.amara, removedEntries)).map(({ id }) => id)).toContain(entryId)
  await all.as(all.amara, (db) => restoreEntry(db, entryId))
  expect((await all.as(all.amara, (db) => entryById(db, entryId)))?.removedAt).toBeNull()
  expect(await readBy(all.lena)).not.toContain('Dann wieder da.')
  await all.as(all.amara, (db) => removeEntry(db, entryId))
  const empty = dailyJobs.find(({ name }) => name === 'empty_journal_bins')!
  await empty.run(all.database, undefined)
  expect(await all.as(all.amara, (db) => entryById(db, entryId))).toBeDefined()
  await all.owner.query(`update reflection set removed_at = now() - interval '31 days' where id = $1`, [entryId])
  await empty.run(all.database, undefined)
  const { rows } = await all.owner.query('select 1 from passage where subject_id = $1', [entryId])
  expect(rows).toEqual([])
})

test('erasing leaves neither words nor excerpts nor readers', async () => {
  const { entryId, shareId } = await shared('Weg damit. Ganz.', { excerpt: 'Ganz.' })
  expect(await all.as(all.amara, (db) => eraseEntry(db, entryId))).toBe(true)
  const { rows } = await all.owner.query('select 1 from passage where subject_id = $1 union all select 1 from share where id = $2', [
    entryId,
    shareId,
  ])
  expect(rows).toEqual([])
})

test('an entry outlives the journey it stood beside', async () => {
  const journeyId = await all.as(all.amara, started)
  const entry = { id: newId(), body: 'bleibt', baseVersion: 0, promptId: null }
  await all.as(all.amara, (db) => writeEntries(db, all.amara, [entry], { cadence: null, journeyId }))
  await all.as(all.amara, (db) => sql`select * from erase_journey(${journeyId}::uuid)`.execute(db))
  expect(await all.as(all.amara, (db) => entryById(db, entry.id))).toMatchObject({ body: 'bleibt', journey: null })
})

test('what was shown is not drawn for 21 days, and comes last where another one is wanted; today it stays', async () => {
  const asked = { personId: all.jonas.personId, locale: 'de', cadence: 'after_step', today: '2026-11-23' } as const
  const prompts = (today: string) => all.as(all.jonas, (db) => promptsToday(db, { ...asked, today }))
  const [first] = (await prompts('2026-11-23')).fresh
  await all.as(all.jonas, (db) => rememberShown(db, [first!.id], '2026-11-23'))
  expect((await prompts('2026-11-23')).fresh[0]).toEqual(first)
  for (const day of ['2026-11-24', '2026-12-14']) {
    const { fresh, inOrder } = await prompts(day)
    expect(fresh.map(({ id }) => id)).not.toContain(first!.id)
    expect(inOrder.at(-1)).toEqual(first)
  }
  expect((await prompts('2026-12-15')).fresh.map(({ id }) => id)).toContain(first!.id)
})

test('the lowest values of the last self-test, and what stood in the way, make prompts more likely', async () => {
  const days = Array.from({ length: 40 }, (_, n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10))
  const firsts = () =>
    all.as(all.ines, async (db) => {
      const drawn: string[] = []
      for (const today of days) {
        const { fresh } = await promptsToday(db, { personId: all.ines.personId, locale: 'de', cadence: 'weekly', today })
        drawn.push(fresh[0]!.dimension)
      }
      return drawn.filter((dimension) => dimension === 'network' || dimension === 'goal').length
    })
  const before = await firsts()
  await all.owner.query(
    `insert into scan (organisation_id, id, person_id, form, instrument_version, taken_on, goal, plan, try, network, reflect, drive, constants)
     values ($1, $2, $3, 'full', '1.0.0', '2026-11-01', 10, 80, 80, 20, 80, 80, '{}')`,
    [all.ines.organisationId, newId(), all.ines.personId],
  )
  expect(await firsts()).toBeGreaterThan(before)
})

test('one reads again what one wrote a month ago, and nothing that lies in the bin', async () => {
  const id = await written('vor einem Monat', all.ines)
  await all.owner.query(`update reflection set written_at = '2026-10-24T10:00:00Z' where id = $1`, [id])
  const back = () => all.as(all.ines, (db) => earlierEntry(db, '2026-11-23', zone))
  expect(await back()).toMatchObject({ ago: 'month', entry: { body: 'vor einem Monat' } })
  await all.as(all.ines, (db) => removeEntry(db, id))
  expect(await back()).toBeUndefined()
})

test('when somebody last wrote is known to themselves', async () => {
  await written('diese Woche', all.jonas)
  const last = (who: Person) => all.as(who, (db) => list(db, lastWritten))
  expect(await last(all.jonas)).toEqual([{ daily: null, weekly: expect.any(Date) }])
  expect(await last(all.lena)).toEqual([{ daily: null, weekly: null }])
})
