import type { PersonDb } from '#platform/db/bound.ts'
import { withSignIn } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { listen } from './listening.ts'
import { audienceOf, type Recent, recentChanges } from './recent.ts'

/** `hello`: what changed lately, and what the viewer may read now; `changed`: something under a topic did, at a time of the server in ms; `ended`: nobody is signed in any more. */
export type LiveEvent =
  | { kind: 'hello'; since: number; changed: Record<string, number>; topics: readonly string[] }
  | { kind: 'changed'; topic: string; at: number }
  | { kind: 'ended' }

interface Viewer {
  tokenHash: Buffer
  organisationId: string
  send(event: LiveEvent): void
  /** Ends the stream; the browser comes back by itself, unless it was told that it `ended`. */
  end(): void
}

export interface Live {
  /** Sends a person, found by their sign-in, what changes in what they may read. Returns what takes them out again. */
  follow(viewer: Viewer): () => void
  /** Ends all streams and the listening connection. */
  close(): void
}

interface Following extends Viewer {
  personId: string | undefined
  topics: ReadonlySet<string>
  greeted: boolean
  checking: Promise<void>
}

/** Rights can also run out by date, which tells nobody: so everyone is asked again at this interval. */
const checkEvery = 60_000
/** How long to go on listening after the last viewer: whoever only turns a page finds everything as it was. */
const lingerFor = 30_000

/**
 * Fans out what PostgreSQL tells to the open pages of this process. Takes one connection for listening, none per viewer.
 * `topicsOf` says, as the bound person, which audiences they may read now.
 */
export function openLive({ database, topicsOf }: { database: Database; topicsOf: (db: PersonDb) => Promise<string[]> }): Live {
  const following = new Set<Following>()
  const recent: Recent = recentChanges()
  let stopListening: (() => void) | undefined
  let lingering: NodeJS.Timeout | undefined

  const greet = (one: Following) => {
    const news = recent.of(one.organisationId, one.topics)
    if (!news || !one.personId) return
    one.greeted = true
    one.send({ kind: 'hello', ...news, topics: [...one.topics] })
  }

  const drop = (one: Following) => {
    if (!following.delete(one)) return
    one.end()
    if (following.size === 0) {
      clearTimeout(lingering)
      lingering = setTimeout(rest, lingerFor)
      lingering.unref()
    }
  }

  const rest = () => {
    clearTimeout(lingering)
    stopListening?.()
    stopListening = undefined
    recent.forget()
  }

  const check = async (one: Following) => {
    if (!following.has(one)) return
    const found = await withSignIn(database, { tokenHash: one.tokenHash, reading: true }, async (db, me) =>
      me.organisationId === one.organisationId ? { personId: me.personId, topics: await topicsOf(db) } : undefined,
    ).catch(() => 'unknown' as const)
    if (!following.has(one)) return
    if (found === 'unknown') return drop(one)
    if (!found) {
      one.send({ kind: 'ended' })
      return drop(one)
    }
    const lost = [...one.topics].filter((topic) => topic !== found.personId && !found.topics.includes(topic))
    const gained = found.topics.some((topic) => !one.topics.has(topic))
    one.personId = found.personId
    one.topics = new Set([found.personId, ...found.topics])
    for (const topic of lost) one.send({ kind: 'changed', topic, at: Date.now() })
    if (!one.greeted || gained) greet(one)
  }

  const checkSoon = (one: Following) => {
    one.checking = one.checking.then(() => check(one))
    return one.checking
  }

  const tell = (organisationId: string, topic: string) => {
    const at = recent.note(organisationId, topic)
    for (const one of following)
      if (one.organisationId === organisationId && one.topics.has(audienceOf(topic))) one.send({ kind: 'changed', topic, at })
  }

  const start = () =>
    listen(database.directUrl, {
      onReady: () => {
        recent.begin()
        for (const one of following) greet(one)
      },
      onChanged: tell,
      onRights: (personId) => {
        for (const one of following) if (one.personId === personId || !one.personId) void checkSoon(one)
      },
    })

  const rounds = setInterval(async () => {
    for (const one of following) await checkSoon(one)
  }, checkEvery)
  rounds.unref()

  return {
    follow(viewer) {
      const one: Following = { ...viewer, personId: undefined, topics: new Set(), greeted: false, checking: Promise.resolve() }
      following.add(one)
      clearTimeout(lingering)
      stopListening ??= start()
      void checkSoon(one)
      return () => drop(one)
    },
    close() {
      clearInterval(rounds)
      for (const one of following) drop(one)
      rest()
    },
  }
}
