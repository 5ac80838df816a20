import pg from 'pg'
import { channels } from './notify.ts'

interface Heard {
  /** From now on nothing is missed; what was before may have been. */
  onReady(): void
  onChanged(organisationId: string, topic: string): void
  onRights(personId: string): void
}

const firstPause = 200
const longestPause = 10_000
const pingEvery = 30_000

/** The one connection of this process that listens. Comes back by itself when it breaks, at growing intervals of up to 10 s. Returns what ends it. */
export function listen(directUrl: string, heard: Heard): () => void {
  let ended = false
  let pause = firstPause
  let client: pg.Client | undefined
  let next: NodeJS.Timeout | undefined

  const connect = async () => {
    const mine = new pg.Client({ connectionString: directUrl, keepAlive: true, connectionTimeoutMillis: 10_000, query_timeout: 10_000 })
    client = mine
    mine.on('error', () => lose(mine))
    mine.on('end', () => lose(mine))
    mine.on('notification', ({ channel, payload = '' }) => {
      const [first = '', second = ''] = payload.split(' ')
      if (channel === channels.changed) heard.onChanged(first, second)
      if (channel === channels.rights) heard.onRights(first)
    })
    try {
      await mine.connect()
      await mine.query(`listen ${channels.changed}; listen ${channels.rights}`)
    } catch {
      return lose(mine)
    }
    if (ended || client !== mine) return
    pause = firstPause
    heard.onReady()
    ping(mine)
  }

  // A connection can die without a word; asking something finds out.
  const ping = (mine: pg.Client) => {
    next = setTimeout(
      () =>
        mine.query('select 1').then(
          () => client === mine && !ended && ping(mine),
          () => lose(mine),
        ),
      pingEvery,
    )
    next.unref()
  }

  const lose = (lost: pg.Client) => {
    if (client !== lost) return
    client = undefined
    lost.end().catch(() => {})
    if (ended) return
    clearTimeout(next)
    next = setTimeout(connect, pause)
    next.unref()
    pause = Math.min(pause * 2, longestPause)
  }

  void connect()
  return () => {
    ended = true
    clearTimeout(next)
    client?.end().catch(() => {})
  }
}
