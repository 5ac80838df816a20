import type { ParsedMail } from 'mailparser'
import type { Database } from '#platform/db/database.ts'
import type { Job } from '#platform/jobs/jobs.ts'

/** Does something with a letter that came in, if it is meant for it. Gives whether it was; a letter may come twice. */
export type Taker = (database: Database, letter: ParsedMail) => Promise<boolean>

/** So many letters are looked at in one round; the next is five minutes later. */
const inOneRound = 200
/** Whatever is larger, in bytes, is no answer of a calendar. */
const largest = 1_000_000

/**
 * The job that looks into the mailbox at `imapUrl` (`imap` or `imaps`, the path names the folder, else INBOX) and offers every unread letter to
 * `takers`, in their order, until one takes it. Then it is marked as read, taken or not; while the database is away it stays unread.
 * `onRound` hears how many were taken and how many were not, and never from whom or what.
 */
export function inboxJob(imapUrl: string, takers: readonly Taker[], onRound: (counted: { taken: number; ignored: number }) => void): Job {
  return {
    name: 'look_into_inbox',
    everyMinutes: 5,
    run: async (database) => {
      const counted = { taken: 0, ignored: 0 }
      await eachUnread(imapUrl, async (source) => {
        const taken = source ? await offer(database, source, takers) : false
        counted[taken ? 'taken' : 'ignored']++
      })
      if (counted.taken + counted.ignored > 0) onRound(counted)
    },
  }
}

async function offer(database: Database, source: Buffer, takers: readonly Taker[]): Promise<boolean> {
  const { simpleParser } = await import('mailparser')
  const letter = await simpleParser(source).catch(() => undefined)
  if (!letter) return false
  for (const take of takers) if (await take(database, letter)) return true
  return false
}

/** Runs `work` for each unread letter, and marks it as read afterwards; without its source where that is too large. */
async function eachUnread(imapUrl: string, work: (source: Buffer | undefined) => Promise<void>): Promise<void> {
  const { protocol, hostname, port, username, password, pathname } = new URL(imapUrl)
  const secure = protocol === 'imaps:'
  // Whoever has no mailbox does without the megabyte and a half that reads one.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host: hostname,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    connectionTimeout: 30_000,
    socketTimeout: 60_000,
  })
  // What breaks while nothing waits for it shows in the next command.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const lock = await client.getMailboxLock(decodeURIComponent(pathname.slice(1)) || 'INBOX')
    try {
      const unread = (await client.search({ seen: false }, { uid: true })) || []
      for (const uid of unread.slice(0, inOneRound)) {
        const { size = 0 } = (await client.fetchOne(`${uid}`, { size: true }, { uid: true })) || {}
        const letter = size <= largest && (await client.fetchOne(`${uid}`, { source: true }, { uid: true }))
        await work(letter ? letter.source : undefined)
        await client.messageFlagsAdd(`${uid}`, ['\\Seen'], { uid: true })
      }
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}
