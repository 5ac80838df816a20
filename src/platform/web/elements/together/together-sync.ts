import * as Y from 'yjs'
import { keptDrafts } from '../draft/kept-drafts.ts'
import { send, sendSave } from '../draft/sending.ts'
import { fromBase64, toBase64 } from './shared-doc.ts'

/** How a text stands with the server. `gone`: it may no longer be read here. */
export type SyncState = 'typing' | 'saved' | 'offline' | 'signed_out' | 'gone' | 'too_long'

interface Task {
  doc: Y.Doc
  /** Where changes go and come from. */
  address: string
  /** The last change that `doc` holds. */
  number: number
  tell(state: SyncState): void
}

export interface TogetherSync {
  /** Others wrote: fetch it. */
  fetchSoon(): void
  /** The page goes: what is unsent is sent without waiting for an answer. */
  leave(): void
}

const writePause = 300
const longestPause = 30_000
export const fromServer = 'from the server'

type Answer = { number: number; news: string | null }

/** Keeps a document and the server's the same, one request at a time. What is unsent lies on the device until the server has it. */
export function togetherSync({ doc, address, number, tell }: Task): TogetherSync {
  let unsent: Uint8Array[] = []
  let behind = false
  let working = false
  let over = false
  let pause = 1000
  let waking: number | undefined

  const bodyOf = (changes: Uint8Array[]) => new URLSearchParams({ change: toBase64(Y.mergeUpdates(changes)), since: String(number) })
  const keep = () => keptDrafts.put(address, { values: {}, versions: {}, autosave: { action: address, body: bodyOf(unsent).toString() } })

  const takeIn = ({ number: last, news }: Answer) => {
    if (news) Y.applyUpdate(doc, fromBase64(news), fromServer)
    number = Math.max(number, last)
  }

  const sendUnsent = async (): Promise<SyncState | undefined> => {
    // What is typed while the request is on its way joins the same list and is not in it.
    const sent = unsent.length
    const answer = await send(address, bodyOf(unsent), { 'x-lotse-autosave': '1' })
    const state = stateOf(answer)
    if (answer?.status === 409) {
      // The server lost something that this page has: it gets everything.
      unsent = [Y.encodeStateAsUpdate(doc)]
      return undefined
    }
    if (state || !answer) return state
    unsent = unsent.slice(sent)
    if (unsent.length > 0) keep()
    else keptDrafts.clear(address)
    takeIn(await answer.json())
    return undefined
  }

  const fetchNews = async (): Promise<SyncState | undefined> => {
    behind = false
    const answer = await fetch(`${address}?since=${number}`, { redirect: 'manual', cache: 'no-store' }).catch(() => undefined)
    const state = stateOf(answer)
    if (state === 'offline') behind = true
    if (!state && answer) takeIn(await answer.json())
    return state
  }

  const work = async () => {
    clearTimeout(waking)
    waking = undefined
    if (working || over) return
    working = true
    let state: SyncState | undefined
    while (!state && (unsent.length > 0 || behind)) state = await (unsent.length > 0 ? sendUnsent() : fetchNews()).catch(() => 'offline')
    working = false
    tell(state ?? 'saved')
    over = state === 'gone' || state === 'signed_out'
    if (state === 'offline') {
      workIn(pause)
      pause = Math.min(pause * 2, longestPause)
    } else pause = 1000
  }
  const workIn = (milliseconds: number) => {
    waking ??= window.setTimeout(work, milliseconds)
  }

  doc.on('update', (change: Uint8Array, origin: unknown) => {
    if (origin === fromServer) return
    unsent.push(change)
    keep()
    tell('typing')
    workIn(writePause)
  })

  const kept = keptDrafts.find(address)
  const change = kept && new URLSearchParams(kept.draft.autosave?.body).get('change')
  if (change) {
    Y.applyUpdate(doc, fromBase64(change), 'kept on the device')
    void work().then(() => unsent.length === 0 && keptDrafts.drop(kept))
  }
  window.addEventListener('online', work)

  return {
    fetchSoon() {
      behind = true
      void work()
    },
    leave() {
      if (unsent.length > 0) void sendSave(address, bodyOf(unsent).toString(), true)
    },
  }
}

/** What an answer means for the text; undefined where it was taken, or brought what was asked for. */
function stateOf(answer: Response | undefined): SyncState | undefined {
  if (!answer || answer.status >= 500 || answer.status === 429) return 'offline'
  if (answer.type === 'opaqueredirect') return 'signed_out'
  if (answer.status === 422 || answer.status === 413) return 'too_long'
  return answer.ok ? undefined : 'gone'
}
