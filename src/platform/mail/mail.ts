import { sql } from 'kysely'
import nodemailer from 'nodemailer'
import * as v from 'valibot'
import type { PersonDb, VisitorDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { type Letter, renderLetter } from './letter.tsx'

/**
 * Puts a letter into the queue, in the transaction of its reason: undone with it, sent once it holds. Sent up to twelve times over some
 * days until the mail server takes it, always with the same Message-ID, so that a letter that arrives twice is seen as one.
 * Call it only where `c.var.canMail`: without a mail server nobody would ever take it out again.
 */
export async function queueLetter(db: PersonDb | VisitorDb, to: string, letter: Letter): Promise<void> {
  const key = newId()
  const queued: Queued = { key, to, from: letter.from, subject: letter.subject, ...renderLetter(letter) }
  await sql`select queue_mail(${JSON.stringify(queued)}::json, ${key})`.execute(db)
}

const queuedSchema = v.object({
  key: v.string(),
  to: v.string(),
  from: v.string(),
  subject: v.string(),
  text: v.string(),
  html: v.string(),
})
type Queued = v.InferOutput<typeof queuedSchema>

/** The job that hands queued letters to the mail server at `smtpUrl`. `from` says their address, alone or as in `Lotse <lotse@example.org>`; the name is the organisation's. */
export function sendMailJob({ smtpUrl, from }: { smtpUrl: string; from: string }): Job {
  const transport = nodemailer.createTransport(smtpUrl)
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from
  const domain = address.split('@').at(-1)
  return {
    name: 'send_mail',
    run: async (_database, payload) => {
      const { key, to, from: name, ...words } = v.parse(queuedSchema, payload)
      await transport.sendMail({
        ...words,
        from: { name, address },
        to: { name: '', address: to },
        messageId: `<${key}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
    },
  }
}
