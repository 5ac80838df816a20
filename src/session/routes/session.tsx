import { Hono } from 'hono'
import { peopleByName, personNamed } from '#person/queries.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { checkTyped, readForm, readTyped, tidy } from '#platform/web/read-form.ts'
import { cancelAppointment, renameAppointment } from '#scheduling/commands/appointment.ts'
import { appointmentOf } from '#scheduling/queries/appointments.ts'
import { letIn } from '#sharing/commands/membership.ts'
import { rewriteSharedText } from '#sharing/commands/shared-text.ts'
import { beginSession, cancelSession, holdSession } from '../commands/session.ts'
import { writeWords } from '../commands/words.ts'
import { aboutForm, joinForm, notesForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { AboutPage, JoinPage } from '../pages/edit.tsx'
import { isHost } from '../parts/props.ts'
import { sessionById } from '../queries/sessions.ts'
import { announcing, idOf, renderSession, sessionOf, toSession } from './render.tsx'

/** One session as a whole: its page, what it is called, who takes part, its beginning and its end, its notes. */
export const oneSessionRoutes = new Hono<Env>()

oneSessionRoutes.get('/sessions/:id', (c) => asPerson(c, (db, me) => renderSession(c, db, me)))

oneSessionRoutes.post('/sessions/:id/beginning', (c) =>
  asPerson(c, async (db) => {
    const session = await sessionOf(c, db)
    await beginSession(db, session.id)
    return toSession(c, session, 'begun')
  }),
)

oneSessionRoutes.post('/sessions/:id/ending', (c) =>
  asPerson(c, async (db) => {
    const session = await sessionOf(c, db)
    await holdSession(db, session.id, c.var.now)
    return toSession(c, session, 'held')
  }),
)

oneSessionRoutes.post('/sessions/:id/cancellation', (c) =>
  asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    if (!isHost({ session, me })) return absent()
    const appointment = await appointmentOf(db, session.id)
    if (appointment) await cancelAppointment(db, appointment.id, announcing(c, me, session))
    await cancelSession(db, session.id)
    return toSession(c, session, 'cancelled')
  }),
)

oneSessionRoutes.get('/sessions/:id/about', (c) =>
  asPerson(c, async (db, me) =>
    c.html(<AboutPage session={await sessionOf(c, db)} me={me} assets={c.var.assets} now={c.var.now} t={words(me.locale)} />),
  ),
)

oneSessionRoutes.post('/sessions/:id/about', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const page = { session, me, assets: c.var.assets, now: c.var.now, t: words(me.locale) }
    const read = checkTyped(typed, aboutForm)
    if (!read.ok) return c.html(<AboutPage {...page} refill={{ form: 'words', typed, problems: read.problems }} />, 422)
    for (const field of ['title', 'place'] as const) {
      const place = { sessionId: session.id, subjectId: session.id, field, baseVersion: read.value[`version.${field}`] }
      const written = await writeWords(db, place, read.value[field])
      if (!written.ok)
        return c.html(<AboutPage {...page} refill={{ form: 'words', typed, problems: {}, conflict: { ...written, field } }} />, 409)
    }
    const fresh = (await sessionById(db, session.id)) ?? absent()
    const isNews = (['title', 'place'] as const).some((field) => fresh[field]?.body !== session[field]?.body)
    const appointment = isNews ? await appointmentOf(db, session.id) : undefined
    if (appointment) await renameAppointment(db, appointment.id, announcing(c, me, fresh))
    return toSession(c, session, 'saved')
  })
})

oneSessionRoutes.get('/sessions/:id/people', (c) =>
  asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    if (!isHost({ session, me })) return absent()
    const sought = tidy(c.req.query('name') ?? '')
    const page = { session, me, assets: c.var.assets, now: c.var.now, t: words(me.locale) }
    return c.html(<JoinPage {...page} sought={sought} found={await peopleByName(db, sought)} />)
  }),
)

oneSessionRoutes.post('/sessions/:id/people', async (c) => {
  const read = await readForm(c, joinForm)
  if (!read.ok) return absent()
  return asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    if (!isHost({ session, me })) return absent()
    const whom = (await personNamed(db, read.value.personId)) ?? absent()
    await letIn(db, session.id, whom.personId, 'member')
    return toSession(c, session, 'let_in')
  })
})

oneSessionRoutes.post('/sessions/:id/notes', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const read = checkTyped(typed, notesForm)
    if (!read.ok) return renderSession(c, db, me, { form: 'notes', typed, problems: read.problems })
    const written = await rewriteSharedText(db, idOf(c), read.value.notes, read.value['version.notes'])
    if (written.ok) return toSession(c, { id: idOf(c) }, 'notes', '#notes')
    if (written.reason === 'absent') return absent()
    return renderSession(c, db, me, { form: 'notes', typed, problems: {}, conflict: { theirs: written.theirs, version: written.number } })
  })
})
