import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent } from '#platform/web/as-person.ts'
import type { Ask } from '#platform/web/env.ts'
import type { Announcing } from '#scheduling/commands/announce.ts'
import { appointmentOf } from '#scheduling/queries/appointments.ts'
import { sharedText, shownSharedText } from '#sharing/queries.ts'
import { words } from '../messages/index.ts'
import { SessionPage } from '../pages/session.tsx'
import type { Refill, SessionProps } from '../parts/props.ts'
import { addressOf } from '../parts/props.ts'
import { sessionById } from '../queries/sessions.ts'
import type { Session } from '../session.ts'

export const idOf = (c: Ask, name = 'id'): string => asId(c.req.param(name)) ?? absent()

/** The session of the address; answers 404 where there is none for this person. */
export const sessionOf = async (c: Ask, db: PersonDb): Promise<Session> => (await sessionById(db, idOf(c))) ?? absent()

const acts = [
  'called',
  'proposed',
  'answered',
  'chosen',
  'moved',
  'date_moved',
  'date_off',
  'date_back',
  'begun',
  'held',
  'cancelled',
  'saved',
  'asked',
  'let_in',
  'notes',
  'taken_step',
  'taken_proposal',
] as const
export type Act = (typeof acts)[number]

/** Back to the session, which says once what was done. */
export const toSession = (c: Ask, session: Pick<Session, 'id'>, done?: Act, fragment = ''): Response =>
  c.redirect(`${addressOf(session)}${done ? `?done=${done}` : ''}${fragment}`, 303)

function happenedIn(c: Ask, { journey }: Session, me: Me): string | undefined {
  const t = words(me.locale)
  const act = acts.find((known) => known === c.req.query('done'))
  if (!act) return undefined
  if (act === 'notes') return t('notes.saved')
  return act === 'taken_step' || act === 'taken_proposal' ? t(`agreed.${act}`, { name: journey?.learnerName ?? '' }) : t(`done.${act}`)
}

/** What was taken off, as `?removed=items:<id>` names it. */
function removedIn(c: Ask): SessionProps['removed'] {
  const [name, given] = c.req.query('removed')?.split(':') ?? []
  const [kind, id] = [(['items', 'agreements'] as const).find((one) => one === name), asId(given)]
  return kind && id ? { kind, id } : undefined
}

/** Answers with the page of one session: 200, or 422 (409 where two wrote) with all that was typed. */
export async function renderSession(c: Ask, db: PersonDb, me: Me, refill?: Refill): Promise<Response> {
  const session = await sessionOf(c, db)
  const [appointment, text] = [await appointmentOf(db, session.id), await sharedText(db, session.id)]
  const status = refill && !refill.ownQuestions ? (refill.conflict ? 409 : 422) : 200
  return c.html(
    <SessionPage
      session={session}
      appointment={appointment}
      notes={text ? shownSharedText(text) : { body: '', number: 0, whole: new Uint8Array() }}
      me={me}
      assets={c.var.assets}
      now={c.var.now}
      t={words(me.locale)}
      refill={refill}
      happened={happenedIn(c, session, me)}
      removed={removedIn(c)}
    />,
    status,
  )
}

/** What calendars and letters are told of a session. */
export const announcing = (c: Ask, me: Me, { id, title, place }: Pick<Session, 'id' | 'title' | 'place'>): Announcing => ({
  canMail: c.var.canMail,
  origin: c.var.origin,
  calendarMail: c.var.calendarMail,
  now: c.var.now,
  me,
  title: title?.body ?? words(me.locale)('sessions.title'),
  place: place?.body ?? null,
  href: `/sessions/${id}`,
})
