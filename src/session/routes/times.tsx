import { Hono } from 'hono'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { checkTyped, readForm, readTyped } from '#platform/web/read-form.ts'
import { answerAppointment, chooseTime, moveAppointment } from '#scheduling/commands/appointment.ts'
import { answerTimes, proposeMoreTimes } from '#scheduling/commands/times.ts'
import { attendanceForm, timeAnswersForm } from '#scheduling/forms.ts'
import { wantsMoreTimes } from '#scheduling/parts/time-fields.tsx'
import { appointmentById } from '#scheduling/queries/appointments.ts'
import { isBooked } from '#scheduling/scheduling.ts'
import { chosenTimeForm, moreTimesForm, moveForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { MovePage } from '../pages/edit.tsx'
import { announcing, idOf, renderSession, sessionOf, toSession } from './render.tsx'

/** When a session is: proposed, answered, chosen, moved. The appointment of a session has the session's id. */
export const timesRoutes = new Hono<Env>()

timesRoutes.post('/sessions/:id/times', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    if (wantsMoreTimes(typed)) return renderSession(c, db, me, { form: 'times', typed, problems: {} })
    const read = checkTyped(typed, moreTimesForm(me.timeZone, c.var.now))
    if (!read.ok) return renderSession(c, db, me, { form: 'times', typed, problems: read.problems })
    const { time: times, minutes } = read.value
    return (await proposeMoreTimes(db, idOf(c), { minutes, times })).ok ? toSession(c, { id: idOf(c) }, 'proposed') : absent()
  })
})

timesRoutes.post('/sessions/:id/times/answers', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db) => {
    const appointment = (await appointmentById(db, idOf(c))) ?? absent()
    const read = checkTyped(typed, timeAnswersForm(appointment.times.map(({ id }) => id)))
    if (!read.ok) return absent()
    await answerTimes(db, appointment.id, read.value)
    return toSession(c, { id: appointment.id }, 'answered', '#times')
  })
})

timesRoutes.post('/sessions/:id/times/choice', async (c) => {
  const read = await readForm(c, chosenTimeForm)
  if (!read.ok) return absent()
  return asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const chosen = await chooseTime(db, session.id, read.value.time, announcing(c, me, session))
    const stands = chosen.ok || (await appointmentById(db, session.id))?.state === 'booked'
    return stands ? toSession(c, session, 'chosen') : absent()
  })
})

timesRoutes.post('/sessions/:id/attendance', async (c) => {
  const read = await readForm(c, attendanceForm)
  if (!read.ok) return absent()
  return asPerson(c, async (db) =>
    (await answerAppointment(db, idOf(c), read.value.answer)).ok ? toSession(c, { id: idOf(c) }, 'saved') : absent(),
  )
})

timesRoutes.get('/sessions/:id/time', (c) =>
  asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const appointment = await appointmentById(db, session.id)
    if (!appointment || !isBooked(appointment)) return toSession(c, session)
    return c.html(<MovePage session={session} me={me} assets={c.var.assets} now={c.var.now} t={words(me.locale)} present={appointment} />)
  }),
)

timesRoutes.post('/sessions/:id/time', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const appointment = await appointmentById(db, session.id)
    if (!appointment || !isBooked(appointment)) return absent()
    const read = checkTyped(typed, moveForm(me.timeZone, c.var.now))
    if (!read.ok) {
      const page = { session, me, assets: c.var.assets, now: c.var.now, t: words(me.locale), present: appointment }
      return c.html(<MovePage {...page} refill={{ form: 'times', typed, problems: read.problems }} />, 422)
    }
    const { time: startsAt, minutes } = read.value
    const moved = await moveAppointment(db, session.id, { startsAt, minutes, timeZone: me.timeZone }, announcing(c, me, session))
    return moved.ok ? toSession(c, session, 'moved') : absent()
  })
})
