import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Cast, cast } from '../tests/cast.ts'
import { bareDatabase, type TestDatabase } from '../tests/database.ts'
import { started } from '../tests/journeys-in-database.ts'
import { openBackup, writeBackup } from './backup-file.ts'
import { restoreInto } from './restoring.ts'

let all: Cast
let elsewhere: TestDatabase
let ownerUrl: string
beforeAll(async () => {
  ;[all, elsewhere] = await Promise.all([cast(), bareDatabase()])
  ownerUrl = String(all.owner.options.connectionString)
})
afterAll(async () => {
  await Promise.all([all.close(), elsewhere.drop()])
})

async function backup(from: string): Promise<Buffer> {
  const parts: Buffer[] = []
  const sink = new Writable({
    write(part, _encoding, done) {
      parts.push(Buffer.from(part))
      done()
    },
  })
  await writeBackup(from, new Date(), sink)
  return Buffer.concat(parts)
}
const open = (file: Buffer, chunk = 64) => openBackup(inParts(file, chunk))
async function* inParts(file: Buffer, chunk: number) {
  for (let at = 0; at < file.length; at += chunk) yield file.subarray(at, at + chunk)
}
/** The first line says when it was made. */
const rows = (file: Buffer) => file.subarray(file.indexOf(10) + 1).toString()

test('a backup taken while people write, restored on an empty machine and backed up again, is the same to the byte', async () => {
  await all.as(all.amara, (db) => started(db))
  const awkward = 'Zeile\r\nzwei\t\\. \u2028 „ö“ \\N 😀'
  await all.owner.query('update organisation set name = $1 where id = $2', [awkward, all.nour.organisationId])

  let writing = true
  const writer = (async () => {
    while (writing) {
      await all.owner.query('insert into person (organisation_id, id, name) values ($1, $2, $3)', [
        all.amara.organisationId,
        newId(),
        'Neu',
      ])
    }
  })()
  const taken = await backup(ownerUrl)
  writing = false
  await writer

  await restoreInto(elsewhere.ownerUrl, await open(taken))
  expect(rows(await backup(elsewhere.ownerUrl))).toBe(rows(taken))
  const { rows: names } = await elsewhere.ownerPool.query('select name from organisation where id = $1', [all.nour.organisationId])
  expect(names).toEqual([{ name: awkward }])
})

test('what is restored is guarded like what was there before', async () => {
  const guards = `select tablename, policyname, cmd, roles::text, qual, with_check from pg_policies where schemaname = 'public' order by 1, 2, 3`
  const [before, after] = await Promise.all([all.owner.query(guards), elsewhere.ownerPool.query(guards)])
  expect(after.rows.length).toBeGreaterThan(0)
  expect(after.rows).toEqual(before.rows)
  const references = `select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`
  const [wanted, present] = await Promise.all([all.owner.query(references), elsewhere.ownerPool.query(references)])
  expect(present.rows).toEqual(wanted.rows)
})

test('where people already are, nothing is restored', async () => {
  const taken = await backup(ownerUrl)
  await expect(restoreInto(ownerUrl, await open(taken))).rejects.toThrow('already people in this installation')
  expect(rows(await backup(ownerUrl))).toBe(rows(taken))
})

test.each([
  ['cut short', (file: Buffer) => file.subarray(0, file.length - 20), 'damaged'],
  ['with one letter changed', (file: Buffer) => Buffer.from(file.toString().replace('Amara', 'Amira')), 'not those that were written'],
  ['that is something else', () => Buffer.from('{"format":"holiday"}\n'), 'no backup'],
  [
    'of a newer version',
    (file: Buffer) => Buffer.from(file.toString().replace('"migrations":[', '"migrations":[{"number":9999,"checksum":"x"},')),
    'newer Lotse',
  ],
])('a file %s is refused, and leaves the machine empty', async (_name, spoil, sentence) => {
  const bare = await bareDatabase()
  const spoiled = spoil(await backup(ownerUrl))
  await expect(open(spoiled).then((opened) => restoreInto(bare.ownerUrl, opened))).rejects.toThrow(sentence)
  const { rows: found } = await bare.ownerPool.query(`select to_regclass('public.organisation') as there`)
  if (found[0].there) expect((await bare.ownerPool.query('select from organisation')).rowCount).toBe(0)
  await bare.drop()
})
