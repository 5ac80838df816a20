import { Hono } from 'hono'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import { toBase64 } from '#platform/web/elements/together/shared-doc.ts'
import type { Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { takeChange } from '../commands/shared-text.ts'
import { changeForm } from '../forms.ts'
import { sharedText } from '../queries.ts'
import { bundled } from '../rules/shared-text.ts'

/** What a page sends and fetches while several people write in one text. Answers are for its script; without one a form of the page does it. */
export const sharedTextRoutes = new Hono<Env>()

const inText = (news: Uint8Array | null) => news && toBase64(news)

sharedTextRoutes.get('/shared-texts/:id', (c) => {
  const id = asId(c.req.param('id')) ?? absent()
  const since = Number(c.req.query('since')) || 0
  return asPerson(c, async (db) => {
    const text = (await sharedText(db, id)) ?? absent()
    return c.json({ number: text.number, news: inText(bundled(text.after(since))) })
  })
})

sharedTextRoutes.post('/shared-texts/:id', async (c) => {
  const id = asId(c.req.param('id')) ?? absent()
  const read = await readForm(c, changeForm)
  if (!read.ok) return c.json({ saved: false, reason: 'broken' }, 422)
  return asPerson(c, async (db) => {
    const taken = await takeChange(db, id, read.value.change, read.value.since)
    if (taken.ok) return c.json({ saved: true, number: taken.number, news: inText(taken.news) })
    return taken.reason === 'absent' ? absent() : c.json({ saved: false, reason: taken.reason }, taken.reason === 'behind' ? 409 : 422)
  })
})
