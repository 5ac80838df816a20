import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export type Moment = 'connect' | 'recipient' | 'words' | 'closed'
type Refusal = { code: number } | undefined

/** A mail server that takes everything, and can do something at a moment: refuse, break off, or have the sender die. */
export interface Mailbox {
  url: string
  received: { mail: ParsedMail; to: string[] }[]
  /** What happens at a moment, until it is set anew. Gives a refusal, or breaks the connection off by `cut`. */
  at: Partial<Record<Moment, (cut: () => void) => Promise<Refusal> | Refusal>>
  close(): Promise<void>
}

export async function openMailbox(): Promise<Mailbox> {
  const mailbox: Mailbox = { url: '', received: [], at: {}, close: () => new Promise((closed) => server.close(() => closed())) }
  const meet = async (moment: Moment, session: SMTPServerSession) => {
    const refusal = await mailbox.at[moment]?.(() => cut(session))
    if (refusal) throw Object.assign(new Error('refused'), { responseCode: refusal.code })
  }
  const cut = (session: SMTPServerSession) => {
    const connections = (server as unknown as { connections: Set<{ session: SMTPServerSession; _socket: { destroy(): void } }> })
      .connections
    for (const connection of connections) if (connection.session.id === session.id) connection._socket.destroy()
  }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onConnect: (session, done) => void meet('connect', session).then(() => done(), done),
    onRcptTo: (_address, session, done) => void meet('recipient', session).then(() => done(), done),
    onClose: (session) => void meet('closed', session),
    onData(stream, session, done) {
      const read = async () => {
        const mail = await simpleParser(stream)
        await meet('words', session)
        mailbox.received.push({ mail, to: session.envelope.rcptTo.map((one) => one.address) })
      }
      read().then(() => done(), done)
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  mailbox.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return mailbox
}
