import { Hono } from 'hono'
import { askedForQuestion } from '#library/queries.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { checkTyped, readTyped } from '#platform/web/read-form.ts'
import { addItem, moveItem, setItemDone, setItemRemoved } from '../commands/agenda.ts'
import { writeWords } from '../commands/words.ts'
import { itemForm, newItemForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { ItemPage } from '../pages/edit.tsx'
import { addressOf, type Refill } from '../parts/props.ts'
import { takesAgenda } from '../session.ts'
import { idOf, renderSession, sessionOf, toSession } from './render.tsx'

/** The agenda: everybody who takes part changes it. */
export const agendaRoutes = new Hono<Env>()

agendaRoutes.post('/sessions/:id/items', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    if (!takesAgenda(session)) return toSession(c, session)
    const again = await askedForQuestion(db, typed, { field: 'item', locale: me.locale, between: ' ' })
    if (again) return renderSession(c, db, me, { form: 'item', problems: {}, ...again })
    const read = checkTyped(typed, newItemForm)
    if (!read.ok) return renderSession(c, db, me, { form: 'item', typed, problems: read.problems })
    const added = await addItem(db, session, read.value.id, read.value.item)
    const refusal = words(me.locale)('agenda.full')
    return added
      ? toSession(c, session, undefined, `#item-${read.value.id}`)
      : renderSession(c, db, me, { form: 'item', typed, problems: {}, refusal })
  })
})

agendaRoutes.get('/sessions/:id/items/:itemId', (c) =>
  asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const item = session.agenda.find((one) => one.id === idOf(c, 'itemId')) ?? absent()
    if (!takesAgenda(session)) return toSession(c, session)
    return c.html(<ItemPage session={session} item={item} me={me} assets={c.var.assets} now={c.var.now} t={words(me.locale)} />)
  }),
)

agendaRoutes.post('/sessions/:id/items/:itemId', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const itemId = idOf(c, 'itemId')
    if (!takesAgenda(session)) return toSession(c, session)
    if (typed.act === 'restore') await setItemRemoved(db, session.id, itemId, false)
    const item = session.agenda.find((one) => one.id === itemId)
    if (!item) return typed.act === 'restore' ? toSession(c, session, undefined, `#item-${itemId}`) : absent()
    if (typed.act === 'remove') {
      await setItemRemoved(db, session.id, itemId, true)
      return c.redirect(`${addressOf(session)}?removed=items:${itemId}`, 303)
    }
    if (typed.act === 'done' || typed.act === 'reopen') await setItemDone(db, session.id, itemId, typed.act === 'done')
    if (typed.act === 'up' || typed.act === 'down') await moveItem(db, session, itemId, typed.act === 'up' ? -1 : 1)
    if (typed.act !== 'write') return toSession(c, session, undefined, `#item-${itemId}`)
    const again = (refill: Omit<Refill, 'form' | 'typed'>, status: 409 | 422) => {
      const page = { session, item, me, assets: c.var.assets, now: c.var.now, t: words(me.locale) }
      return c.html(<ItemPage {...page} refill={{ form: 'words', typed, ...refill }} />, status)
    }
    const read = checkTyped(typed, itemForm)
    if (!read.ok) return again({ problems: read.problems }, 422)
    const place = { sessionId: session.id, subjectId: itemId, field: 'item' as const, baseVersion: read.value['version.item'] }
    const written = await writeWords(db, place, read.value.item)
    return written.ok ? toSession(c, session, 'saved', `#item-${itemId}`) : again({ problems: {}, conflict: written }, 409)
  })
})
