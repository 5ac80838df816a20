import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId } from '#platform/ids.ts'
import { rewrite, textIn } from '#platform/web/elements/together/shared-doc.ts'
import { type Cast, cast } from '../../../tests/cast.ts'
import { sharedText, shownSharedText } from '../queries.ts'
import { mergeAfter, sharedTextLimit } from '../rules/shared-text.ts'
import { foundAudience, letGo, letIn } from './membership.ts'
import { beginSharedText, rewriteSharedText, takeChange } from './shared-text.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

let [audience, id] = ['', '']
beforeEach(async () => {
  ;[audience, id] = [newId(), newId()]
  await all.as(all.amara, async (db) => {
    await foundAudience(db, audience, 'host')
    await letIn(db, audience, all.lena.personId, 'member')
    await beginSharedText(db, id, audience)
  })
})

/** A browser that writes: its document, and what it has not sent yet. */
function page() {
  const doc = new Y.Doc()
  let sent = Y.encodeStateVector(doc)
  return {
    doc,
    says: () => textIn(doc).toString(),
    write: (body: string) => rewrite(doc, body),
    async send(who = all.amara, since = 0) {
      const change = Y.encodeStateAsUpdate(doc, sent)
      const taken = await all.as(who, (db) => takeChange(db, id, change, since))
      if (taken.ok) sent = Y.encodeStateVector(doc)
      if (taken.ok && taken.news) Y.applyUpdate(doc, taken.news)
      return taken
    },
  }
}
const shown = (who = all.amara) =>
  all.as(who, async (db) => {
    const text = await sharedText(db, id)
    return text && shownSharedText(text).body
  })

test('two people write at once, and both have every word', async () => {
  const [hers, lenas] = [page(), page()]
  hers.write('Angebot: zuerst den Rahmen.')
  await hers.send()
  lenas.write('Zeit: 40 Minuten.\n')
  await lenas.send(all.lena)
  await hers.send()
  expect(hers.says()).toBe(lenas.says())
  expect(await shown()).toContain('Angebot: zuerst den Rahmen.')
  expect(await shown(all.lena)).toContain('Zeit: 40 Minuten.')
})

test('a change that arrives twice is written once', async () => {
  const hers = page()
  hers.write('einmal')
  const change = Y.encodeStateAsUpdate(hers.doc)
  const [first, again] = [await take(change), await take(change)]
  expect([first, again]).toMatchObject([
    { ok: true, number: 1 },
    { ok: true, number: 1 },
  ])
  expect(await shown()).toBe('einmal')
})
const take = (change: Uint8Array, who = all.amara) => all.as(who, (db) => takeChange(db, id, change, 0))

test('strangers, the administration, the organisation next door and whoever was let go neither read nor write it', async () => {
  await all.as(all.amara, (db) => rewriteSharedText(db, id, 'unter uns', 0))
  const change = Y.encodeStateAsUpdate(new Y.Doc())
  for (const stranger of [all.jonas, all.ines, all.nour]) {
    expect(await shown(stranger)).toBeUndefined()
    expect(await take(change, stranger)).toEqual({ ok: false, reason: 'absent' })
  }
  expect(await shown(all.lena)).toBe('unter uns')
  await all.as(all.amara, (db) => letGo(db, audience, all.lena.personId))
  expect(await shown(all.lena)).toBeUndefined()
  expect(await all.as(all.lena, (db) => rewriteSharedText(db, id, 'anders', 1))).toEqual({ ok: false, reason: 'absent' })
})

test('a form that knew less than what stands overwrites nothing', async () => {
  await all.as(all.amara, (db) => rewriteSharedText(db, id, 'erste Zeile', 0))
  const refused = await all.as(all.lena, (db) => rewriteSharedText(db, id, 'etwas anderes', 0))
  expect(refused).toEqual({ ok: false, reason: 'conflict', theirs: 'erste Zeile', number: 1 })
  expect(await all.as(all.lena, (db) => rewriteSharedText(db, id, 'erste Zeile', 0))).toEqual({ ok: true, number: 1 })
  expect(await all.as(all.lena, (db) => rewriteSharedText(db, id, 'beides', 1))).toEqual({ ok: true, number: 2 })
})

test('after many changes they are one, deleted words are gone from the database, and whoever was away still catches up', async () => {
  const [hers, away] = [page(), page()]
  hers.write('ein geheimes Wort')
  await hers.send()
  await away.send(all.lena)
  hers.write('ein Wort')
  await hers.send(all.amara, 1)
  for (let turn = 0; turn < mergeAfter; turn++) {
    hers.write(`ein Wort ${turn}`)
    await hers.send(all.amara, turn + 2)
  }
  const { rows } = await all.owner.query(
    `select count(*)::int as left, bool_or(c.content::text like '%' || encode('geheim', 'hex') || '%') as told,
       max(t.merged::text) like '%' || encode('geheim', 'hex') || '%' as kept
     from shared_text t left join shared_text_change c on c.shared_text_id = t.id where t.id = $1`,
    [id],
  )
  expect(rows[0].left).toBeLessThan(mergeAfter)
  expect([rows[0].told, rows[0].kept]).toEqual([false, false])
  away.write(`Von unterwegs: ${away.says()}`)
  await away.send(all.lena, 1)
  expect(away.says()).toBe(await shown())
  expect(away.says()).toContain(`ein Wort ${mergeAfter - 1}`)
  expect(away.says()).toContain('Von unterwegs: ')
})

test('what is no change, builds on nothing known or is too long is not taken in', async () => {
  const hers = page()
  hers.write('da')
  const before = Y.encodeStateVector(hers.doc)
  hers.write('da und dort')
  expect(await take(Uint8Array.of(9, 9, 9))).toEqual({ ok: false, reason: 'broken' })
  expect(await take(Y.encodeStateAsUpdate(hers.doc, before))).toEqual({ ok: false, reason: 'behind' })
  hers.write('x'.repeat(sharedTextLimit + 1))
  expect(await take(Y.encodeStateAsUpdate(hers.doc))).toEqual({ ok: false, reason: 'too_long' })
  expect(await shown()).toBe('')
})
