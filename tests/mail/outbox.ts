import type pg from 'pg'

export interface InOutbox {
  kind: string
  to: string
  from: string
  subject: string
  text: string
  html: string
}

/** The letters that wait to be sent, in the order in which they were written. */
export async function lettersWaiting(owner: pg.Pool): Promise<InOutbox[]> {
  const { rows } = await owner.query<{ kind: string; recipient: string; content: Omit<InOutbox, 'to' | 'kind'> }>(
    `select kind, recipient, content from letter where state = 'waiting' order by id`,
  )
  return rows.map(({ kind, recipient, content }) => ({ ...content, kind, to: recipient }))
}
