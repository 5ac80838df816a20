import { Hono } from 'hono'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { checkTyped, readTyped } from '#platform/web/read-form.ts'
import { answerHat, askForHat, keepHatLonger, takeOffHat } from '../commands/hats.ts'
import { hatForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { HatPage } from '../pages/hat.tsx'
import type { Refill } from '../parts/props.ts'
import { mayAsk } from '../rules/hats.ts'
import { idOf, sessionOf, toSession } from './render.tsx'

/** Changing hats: named, answered, and back again. */
export const hatRoutes = new Hono<Env>()

hatRoutes.get('/sessions/:id/hats', (c) =>
  asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    if (mayAsk(session, me.personId)) return toSession(c, session)
    return c.html(<HatPage session={session} me={me} assets={c.var.assets} t={words(me.locale)} />)
  }),
)

hatRoutes.post('/sessions/:id/hats', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const t = words(me.locale)
    const again = (refill: Partial<Refill>) =>
      c.html(
        <HatPage session={session} me={me} assets={c.var.assets} t={t} refill={{ form: 'words', typed, problems: {}, ...refill }} />,
        422,
      )
    const read = checkTyped(typed, hatForm)
    if (!read.ok) return again({ problems: read.problems })
    const asked = await askForHat(db, session, me.personId, read.value)
    return asked.ok ? toSession(c, session, 'asked') : again({ refusal: t(`hat.refused.${asked.reason}`) })
  })
})

hatRoutes.post('/sessions/:id/hats/:hatId', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const id = idOf(c, 'hatId')
    if (!session.hats.some((segment) => segment.id === id)) return absent()
    if (typed.act === 'accept' || typed.act === 'decline') await answerHat(db, session, me.personId, id, typed.act === 'accept')
    if (typed.act === 'return') await takeOffHat(db, session)
    if (typed.act === 'longer') await keepHatLonger(db, session, id)
    return toSession(c, session)
  })
})
