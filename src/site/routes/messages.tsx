import { Hono } from 'hono'
import { inside } from '#person/parts/frame.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { bringBackMessage, markAnswered, removeMessage } from '../commands/message.ts'
import { words } from '../messages/index.ts'
import { MessagesPage } from '../pages/messages.tsx'
import { contactMessages } from '../queries.ts'

export const messageRoutes = new Hono<Env>()

const here = '/organisation/messages'

/** For everybody but administrators these pages do not exist. */
const asAdministrator = (c: Ask, work: (db: PersonDb, me: Me) => Promise<Response>): Promise<Response> =>
  asPerson(c, (db, me) => (me.isAdmin ? work(db, me) : absent()))

messageRoutes.get(here, (c) =>
  asAdministrator(c, async (db, me) => {
    const done = c.req.query('done')
    const flash = done === 'answered' || done === 'returned' ? words(me.locale)(`messages.done_${done}`) : undefined
    const removed = asId(c.req.query('removed') ?? '')
    return c.html(
      <MessagesPage frame={inside(c, me, flash)} messages={await contactMessages(db)} removed={removed} reader={me} now={c.var.now} />,
    )
  }),
)

const acts = {
  answered: { act: markAnswered, next: () => `${here}?done=answered` },
  removal: { act: removeMessage, next: (id: string) => `${here}?removed=${id}` },
  return: { act: bringBackMessage, next: () => `${here}?done=returned` },
} as const

messageRoutes.post(`${here}/:id/:act{answered|removal|return}`, (c) =>
  asAdministrator(c, async (db) => {
    const id = asId(c.req.param('id')) ?? absent()
    const { act, next } = acts[c.req.param('act') as keyof typeof acts]
    await act(db, id)
    return c.redirect(next(id), 303)
  }),
)
