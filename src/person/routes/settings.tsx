import { Hono } from 'hono'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { type Problems, readForm, type Typed } from '#platform/web/read-form.ts'
import { cancelReset } from '../commands/reset.ts'
import { changeSettings } from '../commands/settings.ts'
import { endOtherSignIns, endSignIn } from '../commands/sign-in.ts'
import { settingsForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { SettingsPage } from '../pages/settings.tsx'
import { ResetsPage, SignInsPage } from '../pages/ways-in.tsx'
import { inside } from '../parts/frame.ts'
import { isPending } from '../person.ts'
import { ownSettings, ownSignIns, passwordResetsOf } from '../queries.ts'

export const settingsRoutes = new Hono<Env>()

const flashes = {
  saved: 'settings.saved',
  password: 'change_password.done',
  ended: 'sign_ins.ended',
  cancelled: 'resets.cancelled',
} as const

/** What the page that led here has done, from the address. */
export function flashOf(c: Ask, me: Me): string | undefined {
  const done = c.req.query('done')
  return done && Object.hasOwn(flashes, done) ? words(me.locale)(flashes[done as keyof typeof flashes]) : undefined
}

async function show(c: Ask, db: PersonDb, me: Me, wrong?: { typed: Typed; problems: Problems }) {
  const [settings, signIns, resets] = await Promise.all([ownSettings(db), ownSignIns(db), passwordResetsOf(db, me.personId)])
  const waiting = resets.filter((reset) => reset.kind === 'administrator' && isPending(reset, c.var.now))
  const page = (
    <SettingsPage
      frame={inside(c, me, flashOf(c, me))}
      settings={settings}
      signIns={signIns.length}
      resets={resets}
      waiting={waiting}
      reader={me}
      now={c.var.now}
      wrong={wrong}
    />
  )
  return c.html(page, wrong ? 422 : 200)
}

settingsRoutes.get('/settings', (c) => asPerson(c, (db, me) => show(c, db, me)))

settingsRoutes.post('/settings', async (c) => {
  const form = await readForm(c, settingsForm)
  return asPerson(c, async (db, me) => {
    if (!form.ok) return show(c, db, me, form)
    await changeSettings(db, form.value)
    return c.redirect('/settings?done=saved', 303)
  })
})

settingsRoutes.get('/settings/sign-ins', (c) =>
  asPerson(c, async (db, me) =>
    c.html(<SignInsPage frame={inside(c, me, flashOf(c, me))} signIns={await ownSignIns(db)} here={me.signInId} reader={me} />),
  ),
)

settingsRoutes.post('/settings/sign-ins/end-others', (c) =>
  asPerson(c, async (db, me) => {
    await endOtherSignIns(db, me.signInId)
    return c.redirect('/settings/sign-ins?done=ended', 303)
  }),
)

settingsRoutes.post('/settings/sign-ins/:id/end', (c) =>
  asPerson(c, async (db) => {
    await endSignIn(db, asId(c.req.param('id')) ?? absent())
    return c.redirect('/settings/sign-ins?done=ended', 303)
  }),
)

settingsRoutes.get('/settings/resets', (c) =>
  asPerson(c, async (db, me) => {
    const resets = await passwordResetsOf(db, me.personId)
    return c.html(<ResetsPage frame={inside(c, me, flashOf(c, me))} resets={resets} reader={me} now={c.var.now} mine={me.personId} />)
  }),
)

settingsRoutes.post('/settings/resets/:id/cancel', (c) =>
  asPerson(c, async (db) => {
    await cancelReset(db, asId(c.req.param('id')) ?? absent())
    return c.redirect('/settings/resets?done=cancelled', 303)
  }),
)
