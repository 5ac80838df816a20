import { sql } from 'kysely'
import type { PersonDb, VisitorDb } from '#platform/db/bound.ts'

/** Somebody is leaving. `receiptId` is the address of the receipt there will be. */
export interface Departure {
  begunAt: Date
  bySelf: boolean
  eraseOn: Date
  receiptId: string
}

/** The departure of one person, for themselves and the administration; undefined where they stay. */
export async function departureOf(db: PersonDb, personId: string): Promise<Departure | undefined> {
  const { rows } = await sql<{ begun_at: Date; by_self: boolean; erase_on: Date; receipt_id: string }>`
    select begun_at, begun_by = person_id as by_self, erase_on, receipt_id from departure
    where organisation_id = my_organisation() and person_id = ${personId}::uuid`.execute(db)
  const [row] = rows
  return row && { begunAt: row.begun_at, bySelf: row.by_self, eraseOn: row.erase_on, receiptId: row.receipt_id }
}

/** What was erased, and when. There is nobody in it. */
export interface Receipt {
  erasedAt: Date
  journeys: number
  texts: number
  files: number
  scans: number
}

/** The receipt at this address; undefined until something was erased. */
export async function receiptAt(db: VisitorDb, id: string): Promise<Receipt | undefined> {
  const { rows } = await sql<Omit<Receipt, 'erasedAt'> & { erased_at: Date }>`select * from erasure_receipt_at(${id}::uuid)`.execute(db)
  const [row] = rows
  return row && { erasedAt: row.erased_at, journeys: row.journeys, texts: row.texts, files: row.files, scans: row.scans }
}
