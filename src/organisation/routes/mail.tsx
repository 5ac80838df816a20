import { Hono } from 'hono'
import { inside } from '#person/parts/frame.ts'
import { dayIn } from '#platform/clock.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { type Problems, readForm, type Typed } from '#platform/web/read-form.ts'
import { changeRest, letLettersGo, type SomeLetters, sendLettersAgain } from '../commands/mail.ts'
import { lettersForm, restForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { OutboxPage } from '../pages/outbox.tsx'
import { RestPage } from '../pages/rest.tsx'
import { outboxLines, restOfOrganisation } from '../queries.ts'

/** What became of the mail, and when none is written: for administrators; for everybody else these pages do not exist. */
export const mailRoutes = new Hono<Env>()

const flashes = { saved: 'organisation.saved', again: 'outbox.done.again', gone: 'outbox.done.gone' } as const

function frameOf(c: Ask, me: Me) {
  const done = c.req.query('done')
  const flash = done && Object.hasOwn(flashes, done) ? words(me.locale)(flashes[done as keyof typeof flashes]) : undefined
  return inside(c, me, flash)
}

const asAdministrator = (c: Ask, work: (db: PersonDb, me: Me) => Promise<Response>): Promise<Response> =>
  asPerson(c, (db, me) => (me.isAdmin ? work(db, me) : absent()))

mailRoutes.get('/organisation/mail', (c) =>
  asAdministrator(c, async (db, me) => {
    const { canMail, now } = c.var
    return c.html(<OutboxPage frame={frameOf(c, me)} lines={await outboxLines(db)} canMail={canMail} reader={me} now={now} />)
  }),
)

async function decide(c: Ask, decision: (db: PersonDb, letters: SomeLetters) => Promise<void>, done: keyof typeof flashes) {
  const form = await readForm(c, lettersForm)
  return asAdministrator(c, async (db) => {
    if (!form.ok) absent()
    await decision(db, form.value)
    return c.redirect(`/organisation/mail?done=${done}`, 303)
  })
}

mailRoutes.post('/organisation/mail/again', (c) => decide(c, sendLettersAgain, 'again'))
mailRoutes.post('/organisation/mail/let-go', (c) => decide(c, letLettersGo, 'gone'))

async function showRest(c: Ask, db: PersonDb, me: Me, wrong?: { typed: Typed; problems: Problems }) {
  const today = dayIn(me.timeZone, c.var.now)
  return c.html(<RestPage frame={frameOf(c, me)} rest={await restOfOrganisation(db)} today={today} wrong={wrong} />, wrong ? 422 : 200)
}

mailRoutes.get('/organisation/rest', (c) => asAdministrator(c, (db, me) => showRest(c, db, me)))

mailRoutes.post('/organisation/rest', async (c) => {
  const form = await readForm(c, restForm)
  return asAdministrator(c, async (db, me) => {
    if (!form.ok) return showRest(c, db, me, form)
    await changeRest(db, form.value)
    return c.redirect('/organisation/rest?done=saved', 303)
  })
})
