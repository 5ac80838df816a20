import { Hono } from 'hono'
import * as v from 'valibot'
import { dayIn } from '#platform/clock.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { list } from '#platform/db/listing.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm, readTyped } from '#platform/web/read-form.ts'
import { choice, id } from '#platform/web/schemas.ts'
import { answerOffer, endShowing, keepScan, lookBack, removeScan, showScan } from '../commands.ts'
import { readFile, readSent } from '../forms.ts'
import { words } from '../messages/index.ts'
import { frameOf } from '../pages/frame.tsx'
import { KeptScanPage } from '../pages/kept-scan.tsx'
import { MinePage } from '../pages/mine.tsx'
import { occasions, offers, scansFor, whoAccompaniesMe } from '../queries.ts'
import { instrument } from '../quickscan.ts'

/** Scans that were kept: one's own, and those shown to one. */
export const mineRoutes = new Hono<Env>()

const idOf = (c: Ask, name: string) => asId(c.req.param(name)) ?? absent()
const today = (c: Ask, me: Me) => dayIn(me.timeZone, c.var.now)
const toScan = (c: Ask, scanId: string, rest = '') => c.redirect(`/quickscan/mine/${scanId}${rest}`, 303)

async function minePage(c: Ask, db: PersonDb, me: Me, problem?: string) {
  const t = words(me.locale)
  const flash = c.req.query('done') === 'removed' ? t('mine.removed') : undefined
  const frame = { ...frameOf(c, me), me }
  const [scans, [offer]] = await Promise.all([scansFor(db), list(db, offers)])
  return c.html(<MinePage frame={frame} scans={scans} offer={offer} flash={flash} problem={problem} />, problem ? 422 : 200)
}

mineRoutes.get('/quickscan/mine', (c) => asPerson(c, (db, me) => minePage(c, db, me)))

mineRoutes.post('/quickscan/mine', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    if (typed.version !== instrument.version) return minePage(c, db, me, words(me.locale)('mine.import_older'))
    return toScan(c, await keepScan(db, me, readSent(typed, today(c, me))), '?done=kept')
  })
})

mineRoutes.post('/quickscan/mine/file', async (c) => {
  await readTyped(c)
  const { file } = await c.req.parseBody()
  const text = file instanceof File ? await file.text() : ''
  return asPerson(c, async (db, me) => {
    const read = readFile(text, today(c, me))
    if (typeof read === 'string') return minePage(c, db, me, words(me.locale)(`mine.import_${read}`))
    return toScan(c, await keepScan(db, me, read), '?done=kept')
  })
})

mineRoutes.get('/quickscan/mine/:id', (c) => {
  const scanId = idOf(c, 'id')
  return asPerson(c, async (db, me) => {
    const scans = await scansFor(db)
    const scan = scans.find((one) => one.id === scanId) ?? absent()
    const isMine = scan.personId === me.personId
    const own = scans.filter((one) => one.personId === me.personId)
    const earlier = isMine ? own[own.indexOf(scan) + 1] : undefined
    const companions = isMine ? await whoAccompaniesMe(db) : []
    const flash = c.req.query('done') === 'kept' ? words(me.locale)('mine.kept') : undefined
    return c.html(<KeptScanPage frame={{ ...frameOf(c, me), me }} scan={scan} earlier={earlier} companions={companions} flash={flash} />)
  })
})

mineRoutes.get('/quickscan/mine/:id/file', (c) => {
  const scanId = idOf(c, 'id')
  return asPerson(c, async (db, me) => {
    const scan = (await scansFor(db)).find((one) => one.id === scanId) ?? absent()
    const { form, answers, takenOn, version } = scan
    if (!answers) return absent()
    c.header('content-disposition', `attachment; filename="${words(me.locale)('after.file_name', { date: takenOn })}"`)
    return c.json({ lotse: 'quickscan', version, form, takenOn, answers })
  })
})

mineRoutes.post('/quickscan/mine/:id/removal', (c) => {
  const scanId = idOf(c, 'id')
  return asPerson(c, async (db) => ((await removeScan(db, scanId)) ? c.redirect('/quickscan/mine?done=removed', 303) : absent()))
})

const lookBackForm = v.object({ answer: choice(['too_high', 'about_right', 'too_low', 'unsure']) })

mineRoutes.post('/quickscan/mine/:id/look-back', async (c) => {
  const scanId = idOf(c, 'id')
  const read = await readForm(c, lookBackForm)
  const answer = read.ok ? read.value.answer : absent()
  return asPerson(c, async (db) => ((await lookBack(db, scanId, answer)) ? toScan(c, scanId, '#look-back') : absent()))
})

mineRoutes.post('/quickscan/mine/:id/shares', async (c) => {
  const scanId = idOf(c, 'id')
  const read = await readForm(c, v.object({ readerId: id }))
  const readerId = read.ok ? read.value.readerId : absent()
  return asPerson(c, async (db, me) =>
    (await showScan(db, me.organisationId, scanId, readerId)) ? toScan(c, scanId, '#sharing') : absent(),
  )
})

mineRoutes.post('/quickscan/mine/:id/shares/:shareId/ending', (c) => {
  const [scanId, shareId] = [idOf(c, 'id'), idOf(c, 'shareId')]
  return asPerson(c, async (db) => ((await endShowing(db, scanId, shareId)) ? toScan(c, scanId, '#sharing') : absent()))
})

mineRoutes.post('/quickscan/offers/:occasion/:subjectId', async (c) => {
  const subjectId = idOf(c, 'subjectId')
  const occasion = occasions.find((one) => one === c.req.param('occasion')) ?? absent()
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    await answerOffer(db, me, occasion, subjectId)
    const form = occasion === 'cycle' ? '?form=short' : ''
    return c.redirect(typed.answer === 'take' ? `/quickscan${form}` : '/quickscan/mine', 303)
  })
})
