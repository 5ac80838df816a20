import { Hono } from 'hono'
import { proposeDeputy } from '#facilitation/commands/deputy.ts'
import { myDeputyOffers } from '#facilitation/queries/deputies.ts'
import { runningAgreements } from '#facilitation/queries/running.ts'
import { peopleByName, personNamed } from '#person/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { list } from '#platform/db/listing.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm, tidy } from '#platform/web/read-form.ts'
import { absenceForm } from './forms.ts'
import { words } from './messages/index.ts'
import { AbsencePage, type AbsenceProps } from './pages/absence.tsx'
import { AccompanyingPage } from './pages/accompanying.tsx'
import { accompanimentOf } from './queries.ts'

export const accompanyingRoutes = new Hono<Env>()

accompanyingRoutes.get('/accompanying', (c) =>
  asPerson(c, async (db, me) => {
    const { assets, now } = c.var
    const found = await accompanimentOf(db, me, now)
    const done = (['accepted', 'declined'] as const).find((act) => act === c.req.query('done'))
    const happened = done && words(me.locale)(`page.done_${done}`)
    return c.html(<AccompanyingPage {...found} me={me} assets={assets} now={now} today={dayIn(me.timeZone, now)} happened={happened} />)
  }),
)

async function absence(c: Ask, db: PersonDb, me: Me, further: Partial<AbsenceProps> = {}) {
  const sought = tidy(c.req.query('name') ?? '').slice(0, 80)
  const [running, offers, found] = await Promise.all([
    runningAgreements(db, me.timeZone),
    list(db, myDeputyOffers),
    sought ? peopleByName(db, sought) : [],
  ])
  const { assets, now } = c.var
  const page = (
    <AbsencePage
      me={me}
      assets={assets}
      now={now}
      running={running.filter(({ isLearner, contact }) => !isLearner && contact !== null)}
      offers={offers.filter(({ facilitatorId }) => facilitatorId === me.personId)}
      sought={sought}
      found={found}
      {...further}
    />
  )
  return c.html(page, further.typed ? 422 : 200)
}

accompanyingRoutes.get('/accompanying/absence', (c) =>
  asPerson(c, async (db, me) => {
    const asked = asId(c.req.query('deputy'))
    const whom = asked && asked !== me.personId ? ((await personNamed(db, asked)) ?? absent()) : undefined
    const happened = c.req.query('done') === 'proposed' ? words(me.locale)('absence.proposed') : undefined
    return absence(c, db, me, { whom, happened })
  }),
)

accompanyingRoutes.post('/accompanying/absence', async (c) => {
  const read = await readForm(c, absenceForm)
  return asPerson(c, async (db, me) => {
    const whom = (await personNamed(db, asId(read.typed.deputy) ?? absent())) ?? absent()
    if (!read.ok) return absence(c, db, me, { whom, typed: read.typed, problems: read.problems })
    const { from, to, agreements } = read.value
    for (const agreementId of agreements) {
      const said = await proposeDeputy(db, asId(agreementId) ?? absent(), whom.personId, { from, to, timeZone: me.timeZone })
      if (said === 'dates') return absence(c, db, me, { whom, typed: read.typed, wrongDays: true })
      if (said === 'absent') absent()
    }
    return c.redirect('/accompanying/absence?done=proposed', 303)
  })
})
