import { Hono } from 'hono'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { checkTyped, readForm, readTyped } from '#platform/web/read-form.ts'
import { answerAppointment, chooseTime, moveAppointment } from '#scheduling/commands/appointment.ts'
import { answerTimes, proposeMoreTimes } from '#scheduling/commands/times.ts'
import { attendanceForm, recurrenceIn, timeAnswersForm } from '#scheduling/forms.ts'
import { wantsMoreTimes } from '#scheduling/parts/time-fields.tsx'
import { appointmentOf } from '#scheduling/queries/appointments.ts'
import { timeNamed } from '#scheduling/rules/recurrence.ts'
import { isBooked } from '#scheduling/scheduling.ts'
import { chosenTimeForm, moreTimesForm, moveForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { MovePage } from '../pages/edit.tsx'
import { presentTimes } from '../rules/series.ts'
import { announcing, idOf, renderSession, sessionOf, toSession } from './render.tsx'

/** When a session is: proposed, answered, chosen, moved. */
export const timesRoutes = new Hono<Env>()

timesRoutes.post('/sessions/:id/times', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    if (wantsMoreTimes(typed)) return renderSession(c, db, me, { form: 'times', typed, problems: {} })
    const read = checkTyped(typed, moreTimesForm(me.timeZone, c.var.now))
    if (!read.ok) return renderSession(c, db, me, { form: 'times', typed, problems: read.problems })
    const { time: times, minutes } = read.value
    const { id } = (await appointmentOf(db, idOf(c))) ?? absent()
    return (await proposeMoreTimes(db, id, { minutes, times })).ok ? toSession(c, { id: idOf(c) }, 'proposed') : absent()
  })
})

timesRoutes.post('/sessions/:id/times/answers', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db) => {
    const appointment = (await appointmentOf(db, idOf(c))) ?? absent()
    const read = checkTyped(typed, timeAnswersForm(appointment.times.map(({ id }) => id)))
    if (!read.ok) return absent()
    await answerTimes(db, appointment.id, read.value)
    return toSession(c, { id: idOf(c) }, 'answered', '#times')
  })
})

timesRoutes.post('/sessions/:id/times/choice', async (c) => {
  const read = await readForm(c, chosenTimeForm)
  if (!read.ok) return absent()
  return asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const { id, state } = (await appointmentOf(db, session.id)) ?? absent()
    const chosen = await chooseTime(db, id, read.value.time, announcing(c, me, session))
    const stands = chosen.ok || state === 'booked'
    return stands ? toSession(c, session, 'chosen') : absent()
  })
})

timesRoutes.post('/sessions/:id/attendance', async (c) => {
  const read = await readForm(c, attendanceForm)
  if (!read.ok) return absent()
  const { answer, at } = read.value
  return asPerson(c, async (db) => {
    const appointment = (await appointmentOf(db, idOf(c))) ?? absent()
    if (at && !(isBooked(appointment) && timeNamed(appointment, at, c.var.now))) return absent()
    return (await answerAppointment(db, appointment.id, answer, at)).ok ? toSession(c, { id: idOf(c) }, 'saved') : absent()
  })
})

timesRoutes.get('/sessions/:id/time', (c) =>
  asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const appointment = await appointmentOf(db, session.id)
    if (!appointment || !isBooked(appointment)) return toSession(c, session)
    const page = { session, me, assets: c.var.assets, now: c.var.now, t: words(me.locale) }
    return c.html(<MovePage {...page} present={presentTimes(session, appointment, c.var.now)} />)
  }),
)

timesRoutes.post('/sessions/:id/time', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const session = await sessionOf(c, db)
    const appointment = await appointmentOf(db, session.id)
    if (!appointment || !isBooked(appointment)) return absent()
    const present = presentTimes(session, appointment, c.var.now)
    const read = checkTyped(typed, moveForm(me.timeZone, c.var.now))
    if (!read.ok) {
      const page = { session, me, assets: c.var.assets, now: c.var.now, t: words(me.locale), present }
      return c.html(<MovePage {...page} refill={{ form: 'times', typed, problems: read.problems }} />, 422)
    }
    const { time, minutes } = read.value
    const recurrence = recurrenceIn(read.value) ?? null
    // A series of which only something else changes still begins when it began.
    const since = time.getTime() === present.startsAt.getTime() ? appointment : { startsAt: time, timeZone: me.timeZone }
    const to = { startsAt: since.startsAt, timeZone: since.timeZone, minutes, recurrence }
    const moved = await moveAppointment(db, appointment.id, to, announcing(c, me, session))
    return moved.ok ? toSession(c, session, 'moved') : absent()
  })
})
