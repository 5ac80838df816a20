import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { itemsOf } from '../src/quickscan/quickscan.ts'
import { type TestDatabase, testDatabase } from '../tests/database.ts'

let fresh: TestDatabase
beforeAll(async () => {
  fresh = await testDatabase()
})
afterAll(() => fresh.drop())

/** The command, as an operator runs it. */
async function said(): Promise<string> {
  const env = { ...process.env, DATABASE_URL: fresh.servingUrl, DATABASE_OWNER_URL: fresh.ownerUrl }
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'quickscan-alpha.ts')], { env })
  return stdout
}

const stored = async () => (await fresh.ownerPool.query('select language, donations, constants from scan_constants')).rows

/** Answers of somebody whose learning is at this level, with the turned statements turned. */
const answersAt = (level: number, person: number) =>
  itemsOf('full').map(({ reverse }, index) => {
    const value = Math.min(6, Math.max(1, level + (((person * 31 + index * 17) % 7) % 3) - 1))
    return reverse ? 7 - value : value
  })

async function donateFrom(first: number, last: number) {
  for (let person = first; person <= last; person++)
    await fresh.ownerPool.query(
      `insert into scan_donation (instrument_version, language, form, answers, iso_year, iso_week, first) values ('1.0.0', 'de', 'full', $1, 2026, 2, true)`,
      [answersAt(1 + (person % 6), person)],
    )
}

test('the operator reckons precision once 200 first scans are donated, for that language alone, and not again the same day', async () => {
  await donateFrom(1, 199)
  expect(await said()).toContain('199 donated first scans; 200 are needed')
  expect(await stored()).toEqual([])
  await donateFrom(200, 200)
  const answer = await said()
  expect(answer).toContain('From 200 donated first scans')
  expect(answer).toContain('0 donated first scans; 200 are needed')
  expect(answer).toMatch(/^goal +4 statements {2}α 0\.\d{4}/m)
  const [row, ...others] = await stored()
  expect(others).toEqual([])
  expect(row).toMatchObject({ language: 'de', donations: 200, constants: { status: 'own' } })
  expect(await said()).toContain('the next time 90 days later')
}, 60_000)
