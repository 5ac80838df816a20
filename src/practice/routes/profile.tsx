import { Hono } from 'hono'
import { dayIn } from '#platform/clock.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm, readTyped } from '#platform/web/read-form.ts'
import { peopleAround } from '#session/queries/people.ts'
import { aimFor, askForView, endView, forgetSelfView, sayWhatISaw, seeMyself } from '../commands/profile.ts'
import { aimForm, askForm, levelIn, viewsIn } from '../forms/profile.ts'
import { words } from '../messages/index.ts'
import { CompetencyPage } from '../pages/competency.tsx'
import { ProfilePage } from '../pages/profile.tsx'
import { ViewPage } from '../pages/view.tsx'
import { frameOf } from '../parts/frame.ts'
import { peerViews, profileOf } from '../queries/profile.ts'
import { competencyById, competencyIds } from '../rules/competency.ts'

/** How one sees oneself, and what others say they have seen when asked. */
export const profileRoutes = new Hono<Env>()

const flashes = {
  saved: 'profile.done_saved',
  aim: 'profile.done_aim',
  asked: 'profile.done_asked',
  removed: 'profile.done_removed',
} as const
const flashOf = (c: Ask, me: Me) => {
  const done = c.req.query('done')
  return done && Object.hasOwn(flashes, done) ? words(me.locale)(flashes[done as keyof typeof flashes]) : undefined
}
const idOf = (c: Ask) => asId(c.req.param('id')) ?? absent()

/** Of all views only those that this person asked for. */
const askedFor = async (db: PersonDb, me: Me) => (await peerViews(db)).filter(({ askerId }) => askerId === me.personId)

profileRoutes.get('/practice/profile', (c) =>
  asPerson(c, async (db, me) => {
    const [profile, views] = await Promise.all([profileOf(db), askedFor(db, me)])
    return c.html(<ProfilePage frame={frameOf(c, me, flashOf(c, me))} {...profile} views={views} />)
  }),
)

profileRoutes.post('/practice/profile/days/:day/removal', (c) => {
  const day = c.req.param('day')
  if (!/^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/.test(day) || Number.isNaN(Date.parse(day))) absent()
  return asPerson(c, async (db) => ((await forgetSelfView(db, day)) ? c.redirect('/practice/profile?done=removed', 303) : absent()))
})

profileRoutes.post('/practice/profile/aim', async (c) => {
  const read = await readForm(c, aimForm)
  const competency = read.ok ? read.value.competency : absent()
  return asPerson(c, async (db) => {
    await aimFor(db, competency)
    return c.redirect(`/practice/profile${competency ? `/${competency}?done=aim` : ''}`, 303)
  })
})

async function onePage(c: Ask, db: PersonDb, me: Me, given: { through: boolean; wrong?: boolean }) {
  const competency = competencyById(c.req.param('competency') ?? '', me.locale) ?? absent()
  const [profile, views, peers] = await Promise.all([profileOf(db), askedFor(db, me), peopleAround(db)])
  const today = dayIn(me.timeZone, c.var.now)
  const shown = { frame: frameOf(c, me, flashOf(c, me)), ...profile, views, peers, competency, today, ...given }
  return c.html(<CompetencyPage {...shown} />, given.wrong ? 422 : 200)
}

profileRoutes.get('/practice/profile/:competency', (c) =>
  asPerson(c, (db, me) => onePage(c, db, me, { through: c.req.query('through') === 'all' })),
)

/** Through all of them, one may be left out; alone, one is placed or left as it is. */
profileRoutes.post('/practice/profile/:competency', async (c) => {
  const at = competencyIds.indexOf(c.req.param('competency'))
  const id = competencyIds[at] ?? absent()
  const typed = await readTyped(c)
  const level = levelIn(typed)
  const through = typed.through === 'all'
  return asPerson(c, async (db, me) => {
    if (!level && !through) return onePage(c, db, me, { through, wrong: true })
    if (level) await seeMyself(db, dayIn(me.timeZone, c.var.now), id, level)
    const next = through ? competencyIds[at + 1] : undefined
    return c.redirect(next ? `/practice/profile/${next}?through=all` : `/practice/profile?done=saved`, 303)
  })
})

profileRoutes.post('/practice/views', async (c) => {
  const read = await readForm(c, askForm)
  const { id, peerId, competency } = read.ok ? read.value : absent()
  return asPerson(c, async (db) => {
    if (!(await peopleAround(db)).some(({ personId }) => personId === peerId)) absent()
    await askForView(db, id, peerId, competency)
    return c.redirect(`/practice/profile/${competency}?done=asked#views`, 303)
  })
})

const askedOf = async (db: PersonDb, me: Me, id: string) =>
  (await peerViews(db)).find((view) => view.id === id && view.peerId === me.personId) ?? absent()

profileRoutes.get('/practice/views/:id', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db, me) => {
    const view = await askedOf(db, me, id)
    const flash = c.req.query('done') === 'answered' ? words(me.locale)('view.done_answered', { name: view.askerName }) : undefined
    return c.html(<ViewPage frame={frameOf(c, me, flash)} view={view} />)
  })
})

profileRoutes.post('/practice/views/:id', async (c) => {
  const id = idOf(c)
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const view = await askedOf(db, me, id)
    const { behaviours } = competencyById(view.competency, me.locale) ?? absent()
    const answers = viewsIn(
      typed,
      behaviours.map((behaviour) => behaviour.id),
    )
    if (Object.keys(answers).length === 0) return c.html(<ViewPage frame={frameOf(c, me)} view={view} typed={answers} wrong />, 422)
    await sayWhatISaw(db, id, answers)
    return c.redirect(`/practice/views/${id}?done=answered`, 303)
  })
})

profileRoutes.post('/practice/views/:id/removal', (c) => {
  const id = idOf(c)
  return asPerson(c, async (db, me) => {
    const view = (await peerViews(db)).find((one) => one.id === id) ?? absent()
    await endView(db, id)
    return c.redirect(view.askerId === me.personId ? `/practice/profile/${view.competency}?done=removed#views` : '/practice', 303)
  })
})
