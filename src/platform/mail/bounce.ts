import type { ParsedMail } from 'mailparser'
import { asJob } from '#platform/db/bound.ts'
import type { Taker } from './inbox.ts'
import { noteBounce } from './outbox.ts'

/** Takes reports of mail servers that a letter of ours could not be delivered (RFC 3464), whoever they come from: they name it by its Message-ID. */
export const takeBounce: Taker = async (database, report) => {
  const messageId = bouncedIn(report)
  if (!messageId) return false
  await asJob(database, (db) => noteBounce(db, messageId))
  return true
}

/** The Message-ID of the letter that a report says was lost for good; undefined where it says nothing of the kind. */
export function bouncedIn({ headers, attachments, text = '' }: ParsedMail): string | undefined {
  const type = headers.get('content-type') as { value?: string; params?: Record<string, string> } | undefined
  if (type?.value !== 'multipart/report' || type.params?.['report-type'] !== 'delivery-status') return undefined
  const parts = [text, ...attachments.map(({ content }) => content.toString())]
  if (!parts.some((part) => /^Action:\s*failed/im.test(part))) return undefined
  return parts.map((part) => /^Message-ID:\s*<([^>\s]+)>/im.exec(part)?.[1]).find((found) => found !== undefined)
}
