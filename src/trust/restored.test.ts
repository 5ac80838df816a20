import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removedThings } from '#journey/queries/removed.ts'
import { wholeJourney } from '#journey/queries/whole.ts'
import { asPersonOf } from '#platform/db/bound.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { openBackup, writeBackup } from '../../bin/backup-file.ts'
import { restoreInto } from '../../bin/restoring.ts'
import { type World, world } from '../../tests/access/world.ts'
import type { Person } from '../../tests/cast.ts'
import { bareDatabase, type TestDatabase } from '../../tests/database.ts'
import { journeyJson } from './rules/journey-json.ts'

let all: World
let elsewhere: TestDatabase
let restored: Database
beforeAll(async () => {
  ;[all, elsewhere] = await Promise.all([world(), bareDatabase()])
  const file = new PassThrough()
  const written = writeBackup(String(all.cast.owner.options.connectionString), new Date(), file).then(() => file.end())
  const [taken] = await Promise.all([buffer(file), written])
  await restoreInto(elsewhere.ownerUrl, await openBackup(Readable.from([taken])))
  restored = openDatabase({ url: elsewhere.servingUrl, max: 1 })
})
afterAll(async () => {
  await restored.close()
  await Promise.all([all.cast.close(), elsewhere.drop()])
})

test('after a restore everybody takes along what they would have taken along before', async () => {
  const people = [all.cast.amara, all.cast.lena, all.rahel, all.milan, all.cast.jonas]
  const before: unknown[] = []
  const after: unknown[] = []
  for (const person of people) {
    before.push(await copyOf(all.cast.database, person))
    after.push(await copyOf(restored, person))
  }
  expect(after).toEqual(before)
  expect(before.map((copy) => copy !== undefined)).toEqual([true, true, true, false, false])
})

function copyOf(database: Database, person: Person): Promise<unknown> {
  const journeyId = all.planted.find((row) => row.name === 'the journey')!.stored.id!
  return asPersonOf(database, person, async (db) => {
    const whole = await wholeJourney(db, journeyId)
    const taken = { by: person.name, organisation: 'Nordwerk', at: new Date(0) }
    return whole && journeyJson(whole, await removedThings(db, journeyId), taken, 'http://localhost')
  })
}
