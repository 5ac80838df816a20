import { Hono } from 'hono'
import { inside } from '#person/parts/frame.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { type Problems, readForm, type Typed } from '#platform/web/read-form.ts'
import { changeWanted } from '../commands/choices.ts'
import { wantedForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { WantedPage } from '../pages/wanted.tsx'
import { choicesOfPerson, ownAddressee } from '../queries/digest.ts'
import { nextLook } from '../rules/summary.ts'

export const wantedRoutes = new Hono<Env>()

async function show(c: Ask, db: PersonDb, me: Me, wrong?: { typed: Typed; problems: Problems }) {
  const { canMail, now } = c.var
  const [to, { choices }] = await Promise.all([ownAddressee(db), choicesOfPerson(db)])
  const flash = c.req.query('done') === 'saved' ? words(me.locale)('wanted.saved') : undefined
  const page = (
    <WantedPage
      frame={inside(c, me, flash)}
      to={to}
      choices={choices}
      next={nextLook({ ...to, now }, false)}
      canMail={canMail}
      reader={me}
      now={now}
      wrong={wrong}
    />
  )
  return c.html(page, wrong ? 422 : 200)
}

wantedRoutes.get('/settings/mail', (c) => asPerson(c, (db, me) => show(c, db, me)))

wantedRoutes.post('/settings/mail', async (c) => {
  const form = await readForm(c, wantedForm)
  return asPerson(c, async (db, me) => {
    if (!form.ok) return show(c, db, me, form)
    await changeWanted(db, form.value)
    return c.redirect('/settings/mail?done=saved', 303)
  })
})
