import { Hono } from 'hono'
import { outside, visitingReader } from '#person/parts/frame.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readTyped } from '#platform/web/read-form.ts'
import { type Answer, answerDigest, answers } from '../commands/choices.ts'
import { words } from '../messages/index.ts'
import { AnswerPage } from '../pages/answer.tsx'
import { digestBehind } from '../queries/digest.ts'

/** Behind the links of a mail: for whoever holds one, signed in or not. They read no cookie and let nobody in. */
export const answerRoutes = new Hono<Env>()

/** Mail programs send their one click here, from nowhere (RFC 8058). */
export const unsubscribing = /^\/mail\/[\w-]{20,100}\/(?:later|less|off)$/

async function show(c: Ask, asked?: Answer) {
  const { organisation, database, now } = c.var
  const token = c.req.param('token') ?? ''
  const behind = organisation && (await digestBehind(database, organisation.id, token))
  const locale = behind?.locale ?? outside(c).locale
  const done = answers.find((answer) => answer === c.req.query('done'))
  const frame = { ...outside(c), locale, ...(behind && done ? { flash: words(locale)(`mail.done.${done}`) } : {}) }
  c.header('cache-control', 'no-store')
  const reader = { ...visitingReader(c), locale }
  return c.html(<AnswerPage frame={frame} token={token} now={now} reader={reader} behind={behind} asked={asked} />, behind ? 200 : 404)
}

const answerIn = (c: Ask) => c.req.param('answer') as Answer

const at = '/mail/:token/:answer{later|less|off|usual}'
answerRoutes.get('/mail/:token', (c) => show(c))
answerRoutes.get(at, (c) => show(c, answerIn(c)))

answerRoutes.post(at, async (c) => {
  const { organisation, database, now } = c.var
  const typed = await readTyped(c)
  const token = c.req.param('token')
  const found = organisation && (await answerDigest(database, organisation.id, { token, answer: answerIn(c), now }))
  if (!found) return show(c)
  return typed['List-Unsubscribe'] === 'One-Click' ? c.text('') : c.redirect(`/mail/${token}?done=${answerIn(c)}`, 303)
})
