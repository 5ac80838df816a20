import type { LiveEvent } from '../live.ts'

type Message = LiveEvent | { kind: 'ask' } | { kind: 'wake' }

const name = 'lotse live'
const longestPause = 60_000
/** A page hidden for longer may have slept, and its connection with it. */
const sleepAfter = 30_000

/**
 * Follows what changes, over one connection for all tabs of this browser: HTTP/1.1 allows six, so the seventh tab would hang.
 * The tab that holds the lock is connected and tells the others; when it goes, another one takes over.
 */
export function followEvents(hear: (event: LiveEvent) => void): void {
  hearers.push(hear)
  if (hearers.length === 1)
    connectOnce((event) => {
      for (const one of hearers) one(event)
    })
}

const hearers: ((event: LiveEvent) => void)[] = []

function connectOnce(hear: (event: LiveEvent) => void): void {
  const shared = 'locks' in navigator && 'BroadcastChannel' in window
  const channel = shared ? new BroadcastChannel(name) : undefined
  let source: EventSource | undefined
  let known: Extract<LiveEvent, { kind: 'hello' }> | undefined
  let over = false
  let leave: AbortController | undefined
  let release = () => {}
  let pause = 1000
  let connectedAt = 0

  const publish = (event: LiveEvent) => {
    channel?.postMessage(event)
    take(event)
  }

  const take = (event: LiveEvent) => {
    if (event.kind === 'ended') {
      over = true
      stop()
    }
    hear(event)
  }

  const connect = () => {
    source?.close()
    known = undefined
    connectedAt = Date.now()
    const mine = new EventSource('/events')
    source = mine
    const on = <Kind extends LiveEvent['kind']>(kind: Kind, act: (event: Extract<LiveEvent, { kind: Kind }>) => void) =>
      mine.addEventListener(kind, (event) => act({ kind, ...JSON.parse(event.data) }))
    on('hello', (event) => {
      pause = 1000
      known = event
      publish(event)
    })
    on('changed', (event) => {
      if (known) known.changed[event.topic] = event.at
      publish(event)
    })
    on('ended', publish)
    mine.addEventListener('error', () => {
      known = undefined
      // The browser comes back by itself after a broken stream, but not after an answer that was none.
      if (mine.readyState !== EventSource.CLOSED || source !== mine) return
      setTimeout(() => source === mine && connect(), pause)
      pause = Math.min(pause * 2, longestPause)
    })
  }

  const start = () => {
    if (over) return
    if (!channel) return connect()
    leave = new AbortController()
    const lead = () => {
      connect()
      return new Promise<void>((resolve) => (release = resolve))
    }
    navigator.locks.request(name, { signal: leave.signal }, lead).catch(() => {})
    channel.postMessage({ kind: 'ask' } satisfies Message)
  }

  const stop = () => {
    source?.close()
    source = undefined
    leave?.abort()
    release()
  }

  const wake = () => {
    if (over) return
    channel?.postMessage({ kind: 'wake' } satisfies Message)
    reconnect()
  }
  const reconnect = () => {
    if (source && Date.now() - connectedAt > 5000) connect()
  }

  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'wake') reconnect()
    else if (data.kind === 'ask') {
      if (source && known) channel.postMessage(known)
    } else if (!over) take(data)
  })

  let hiddenAt = 0
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenAt = Date.now()
    else if (Date.now() - hiddenAt > sleepAfter) wake()
  })
  window.addEventListener('online', wake)
  // A page that is put aside must not keep the connection for the others; when it is shown again it asks what it missed.
  window.addEventListener('pagehide', stop)
  window.addEventListener('pageshow', ({ persisted }) => persisted && start())
  start()
}
