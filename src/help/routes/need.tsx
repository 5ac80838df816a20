import { Hono } from 'hono'
import { outside, visitingReader } from '#person/parts/frame.ts'
import { asVisitor } from '#platform/db/bound.ts'
import { takeAttempt } from '#platform/sign-in/limits.ts'
import type { Ask, Env, Organisation } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { senderOf } from '#platform/web/sender-of.ts'
import { sayClock } from '#ui/time.ts'
import { answerNeed } from '../commands/need-link.ts'
import { needAnswerForm } from '../forms/need-link.ts'
import { words } from '../messages/index.ts'
import { NeedPage, NoNeedPage } from '../pages/need.tsx'
import { needAt } from '../queries/need-link.ts'
import { missingInAnswer } from '../rules/need-link.ts'

/** A need, for whoever holds its link: no account, no trace in any cache or index. */
export const needRoutes = new Hono<Env>()

type Again = Pick<Parameters<typeof NeedPage>[0], 'typed' | 'problems' | 'refusal'>

async function renderNeed(c: Ask, organisation: Organisation, token: string, again?: Again, status: 422 | 429 = 422): Promise<Response> {
  const seen = await asVisitor(c.var.database, organisation.id, (db) => needAt(db, token))
  const frame = outside(c)
  if (!seen) return c.html(<NoNeedPage frame={frame} why="unknown" />, 404)
  if (seen.state === 'expired' || seen.state === 'revoked')
    return c.html(<NoNeedPage frame={frame} why={seen.state} asker={seen.asker} />, 410)
  const flash = c.req.query('done') === 'answered' ? words(frame.locale)('need.done', { name: seen.asker }) : undefined
  const page = <NeedPage frame={{ ...frame, flash }} reader={visitingReader(c)} now={c.var.now} token={token} seen={seen} {...again} />
  return c.html(page, again ? status : 200)
}

const untraced = (c: Ask) => {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex, nofollow')
}

needRoutes.get('/need/:token', async (c) => {
  untraced(c)
  const { organisation } = c.var
  return organisation ? renderNeed(c, organisation, c.req.param('token')) : c.redirect('/sign-in', 303)
})

needRoutes.post('/need/:token', async (c) => {
  untraced(c)
  const { organisation, database } = c.var
  if (!organisation) return c.redirect('/sign-in', 303)
  const token = c.req.param('token')
  const read = await readForm(c, needAnswerForm)
  const again = (more: Again, status?: 429) => renderNeed(c, organisation, token, { typed: read.typed, ...more }, status)
  if (!read.ok) return again({ problems: read.problems })
  if (missingInAnswer(read.value)) return again({ problems: { body: { code: 'required' } } })
  const attempt = await takeAttempt(database, { door: 'need', organisationId: organisation.id, from: senderOf(c) })
  const t = words(outside(c).locale)
  if (!attempt.ok) return again({ refusal: t('need.too_often', { time: sayClock(attempt.retryAt, visitingReader(c)) }) }, 429)
  const answered = await asVisitor(database, organisation.id, (db) => answerNeed(db, token, read.value))
  return answered ? c.redirect(`/need/${token}?done=answered`, 303) : again({ refusal: t('need.gone') })
})
