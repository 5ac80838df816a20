import { Hono } from 'hono'
import { inside, outside, visitingReader } from '#person/parts/frame.ts'
import { asVisitor, type Me, type PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readTyped, type Typed } from '#platform/web/read-form.ts'
import { beginDeparture, endDeparture, eraseMeNow } from '../commands/departure.ts'
import { words } from '../messages/index.ts'
import { LeavePage, LeavingPage } from '../pages/leaving.tsx'
import { ReceiptPage } from '../pages/receipt.tsx'
import { departureOf, receiptAt } from '../queries/departure.ts'

/** Going by oneself: thirty days to come back, then nothing is left but a receipt. */
export const leavingRoutes = new Hono<Env>()

async function show(c: Ask, db: PersonDb, me: Me, wrong?: { typed: Typed; problem: string }) {
  const departure = await departureOf(db, me.personId)
  const frame = inside(c, me)
  const page = departure ? (
    <LeavingPage frame={frame} departure={departure} origin={c.var.origin} reader={me} wrong={wrong} />
  ) : (
    <LeavePage frame={frame} wrong={wrong} />
  )
  return c.html(page, wrong ? 422 : 200)
}

leavingRoutes.get('/leaving', (c) => asPerson(c, (db, me) => show(c, db, me)))

/** True where the word that the page asks for was typed. */
const said = (typed: Typed, word: string) =>
  String(typed.word ?? '')
    .trim()
    .toLowerCase() === word

leavingRoutes.post('/leaving', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const t = words(me.locale)
    if (!said(typed, t('leaving.word'))) return show(c, db, me, { typed, problem: t('leaving.word_mismatch', { word: t('leaving.word') }) })
    const begun = await beginDeparture(db, me.personId)
    if (!begun.ok && begun.reason === 'last_administrator') return show(c, db, me, { typed, problem: t('leaving.last_administrator') })
    return c.redirect('/leaving', 303)
  })
})

leavingRoutes.post('/leaving/return', (c) =>
  asPerson(c, async (db, me) => {
    const ended = await endDeparture(db, me.personId)
    return c.redirect(ended ? '/today?done=returned' : '/leaving', 303)
  }),
)

leavingRoutes.post('/leaving/erasure', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const t = words(me.locale)
    if (!me.eraseOn) return c.redirect('/leaving', 303)
    if (!said(typed, t('leaving.erase_word'))) {
      return show(c, db, me, { typed, problem: t('leaving.word_mismatch', { word: t('leaving.erase_word') }) })
    }
    const receipt = (await eraseMeNow(db)) ?? absent()
    return c.redirect(`/erasures/${receipt}`, 303)
  })
})

leavingRoutes.get('/erasures/:id', async (c) => {
  const id = asId(c.req.param('id')) ?? absent()
  const receipt = (await asVisitor(c.var.database, c.var.organisation?.id, (db) => receiptAt(db, id))) ?? absent()
  return c.html(<ReceiptPage frame={outside(c)} receipt={receipt} reader={visitingReader(c)} />)
})
