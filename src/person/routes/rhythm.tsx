import { Hono } from 'hono'
import { asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { changeRhythm } from '../commands/settings.ts'
import { rhythmForm } from '../forms.ts'
import { RhythmPage } from '../pages/rhythm.tsx'
import { inside } from '../parts/frame.ts'
import { ownRhythm } from '../queries.ts'
import { flashOf } from './settings.tsx'

/** When somebody learns, and how often they want to be asked to look back. */
export const rhythmRoutes = new Hono<Env>()

rhythmRoutes.get('/settings/rhythm', (c) =>
  asPerson(c, async (db, me) =>
    c.html(<RhythmPage frame={inside(c, me, flashOf(c, me))} me={me} rhythm={await ownRhythm(db)} now={c.var.now} />),
  ),
)

rhythmRoutes.post('/settings/rhythm', async (c) => {
  const form = await readForm(c, rhythmForm)
  return asPerson(c, async (db, me) => {
    if (!form.ok) return c.html(<RhythmPage frame={inside(c, me)} me={me} rhythm={await ownRhythm(db)} now={c.var.now} wrong={form} />, 422)
    await changeRhythm(db, form.value)
    return c.redirect('/settings/rhythm?done=saved', 303)
  })
})
