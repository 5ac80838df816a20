import type { AddressInfo, Server } from 'node:net'
// @ts-expect-error: it brings no types
import hoodiecrow from 'hoodiecrow-imap'

interface Hoodiecrow {
  server: Server
  listen(port: number, host: string, ready: () => void): void
  close(closed: () => void): void
  appendMessage(folder: string, flags: string[], date: Date, raw: Buffer): void
  getMailbox(folder: string): { messages: { flags: string[] }[] }
}

/** A mailbox that is read by IMAP, with two folders: INBOX and Lotse. */
export interface ImapMailbox {
  /** The address of a folder. */
  url(folder: 'INBOX' | 'Lotse'): string
  put(folder: 'INBOX' | 'Lotse', raw: string): void
  unread(folder: 'INBOX' | 'Lotse'): number
  close(): Promise<void>
}

export async function openImapMailbox(): Promise<ImapMailbox> {
  const storage = { INBOX: {}, '': { separator: '/', folders: { Lotse: {} } } }
  const server = hoodiecrow({ storage, users: { 'lotse@example.org': { password: 'a/b c' } } }) as Hoodiecrow
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return {
    url: (folder) => `imap://lotse%40example.org:a%2Fb%20c@127.0.0.1:${port}/${folder}`,
    put: (folder, raw) => server.appendMessage(folder, [], new Date(), Buffer.from(raw.replaceAll(/\r?\n/g, '\r\n'))),
    unread: (folder) => server.getMailbox(folder).messages.filter(({ flags }) => !flags.includes('\\Seen')).length,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
