import { Hono } from 'hono'
import { inside } from '#person/parts/frame.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { sayProblems } from '#ui/problems.ts'
import { endCalendarAddress, makeCalendarAddress, setTitlesInCalendar } from '../commands/feed.ts'
import { calendarForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { CalendarMadePage, CalendarPage } from '../pages/calendar.tsx'
import { ownFeed } from '../queries/feed.ts'

export const calendarRoutes = new Hono<Env>()
const flashes = { saved: 'calendar.saved', ended: 'calendar.ended' } as const

async function show(c: Ask, db: PersonDb, me: Me, problems: Record<string, string> = {}) {
  const done = c.req.query('done')
  const flash = done === 'saved' || done === 'ended' ? words(me.locale)(flashes[done]) : undefined
  const page = <CalendarPage frame={inside(c, me, flash)} feed={await ownFeed(db)} reader={me} now={c.var.now} problems={problems} />
  return c.html(page, Object.keys(problems).length > 0 ? 422 : 200)
}

calendarRoutes.get('/settings/calendar', (c) => asPerson(c, (db, me) => show(c, db, me)))

// The address is shown in the answer itself: it is kept nowhere from which another page could take it.
calendarRoutes.post('/settings/calendar', async (c) => {
  const form = await readForm(c, calendarForm)
  return asPerson(c, async (db, me) => {
    if (!form.ok) return show(c, db, me, sayProblems(form.problems, me.locale))
    const link = await makeCalendarAddress(db, { withTitles: form.value.show === 'titled', origin: c.var.origin })
    return c.html(<CalendarMadePage frame={inside(c, me)} link={link} />)
  })
})

calendarRoutes.post('/settings/calendar/titles', async (c) => {
  const form = await readForm(c, calendarForm)
  return asPerson(c, async (db, me) => {
    if (!form.ok) return show(c, db, me, sayProblems(form.problems, me.locale))
    await setTitlesInCalendar(db, form.value.show === 'titled')
    return c.redirect('/settings/calendar?done=saved', 303)
  })
})

calendarRoutes.post('/settings/calendar/end', (c) =>
  asPerson(c, async (db) => {
    await endCalendarAddress(db)
    return c.redirect('/settings/calendar?done=ended', 303)
  }),
)
