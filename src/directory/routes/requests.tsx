import { Hono } from 'hono'
import { inside } from '#person/parts/frame.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { answerRequest, withdrawRequest } from '../commands/request.ts'
import { alternatives } from '../directory.ts'
import { answerForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { RequestPage, type RequestPageProps } from '../pages/request.tsx'
import { introductions } from '../queries/introductions.ts'
import { requestById } from '../queries/requests.ts'

export const requestRoutes = new Hono<Env>()

const idOf = (c: Ask) => asId(c.req.param('id')) ?? absent()

async function show(c: Ask, db: PersonDb, me: Me, wrong?: RequestPageProps['wrong']) {
  const request = (await requestById(db, idOf(c), c.var.now)) ?? absent()
  const isBack = request.state === 'returned' || request.state === 'declined'
  const all = isBack ? await introductions(db) : []
  const others = alternatives(
    all,
    all.find((one) => one.personId === request.facilitatorId),
    me.personId,
  ).filter((one) => one.personId !== request.facilitatorId)
  const done = (['asked', 'withdrawn'] as const).find((act) => act === c.req.query('done'))
  const frame = inside(c, me, done && words(me.locale)(`request.done_${done}`))
  return c.html(<RequestPage frame={frame} me={me} request={request} others={others} now={c.var.now} wrong={wrong} />, wrong ? 422 : 200)
}

requestRoutes.get('/facilitators/requests/:id', (c) => asPerson(c, (db, me) => show(c, db, me)))

requestRoutes.post('/facilitators/requests/:id/withdrawal', (c) =>
  asPerson(c, async (db) => {
    const id = idOf(c)
    return (await withdrawRequest(db, id)) ? c.redirect(`/facilitators/requests/${id}?done=withdrawn`, 303) : absent()
  }),
)

requestRoutes.post('/facilitators/requests/:id/answer', async (c) => {
  const read = await readForm(c, answerForm)
  return asPerson(c, async (db, me) => {
    const id = idOf(c)
    const request = (await requestById(db, id, c.var.now)) ?? absent()
    if (request.facilitatorId !== me.personId || request.state !== 'waiting') absent()
    if (!read.ok) return show(c, db, me, { typed: read.typed, problems: read.problems })
    const { answer, notSuperior, words: said } = read.value
    const answered = await answerRequest(db, id, { accepts: answer === 'accept', neitherIsSuperior: notSuperior, words: said })
    if (answered.ok) return c.redirect(`/accompanying?done=${answer === 'accept' ? 'accepted' : 'declined'}`, 303)
    return answered.reason === 'superior' ? show(c, db, me, { typed: read.typed, problems: {}, superior: true }) : absent()
  })
})
