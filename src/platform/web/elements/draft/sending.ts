import type { Saved } from '#platform/web/autosave.ts'

export type SavedHere = Required<Saved> & { saved: boolean }
/** What came of a save. `offline`: try again; `signed-out` and `gone`: do not. */
export type SaveOutcome = { kind: 'answered'; saved: SavedHere } | { kind: 'offline' } | { kind: 'signed-out' } | { kind: 'gone' }

/** Longest body that a browser still sends while its page goes. */
const keepaliveLimit = 60_000

/** Sends a form that saves itself. `leaving`: the page goes, the answer will not be heard. */
export async function sendSave(action: string, body: string, leaving = false): Promise<SaveOutcome> {
  if (leaving && body.length > keepaliveLimit) return { kind: 'offline' }
  const answer = await send(action, new URLSearchParams(body), { 'x-lotse-autosave': '1' }, leaving)
  if (!answer || answer.status >= 500 || answer.status === 429) return { kind: 'offline' }
  if (answer.type === 'opaqueredirect') return { kind: 'signed-out' }
  const saved = await answer.json().catch(() => undefined)
  return saved ? { kind: 'answered', saved } : { kind: 'gone' }
}

/** What came of a form that was sent on purpose: where to go on, or a page with what it still needs. */
export type SubmitOutcome =
  | { kind: 'go'; to: URL }
  | { kind: 'page'; page: Document }
  | { kind: 'offline' }
  | { kind: 'signed-out'; to: URL }

export async function sendForm(action: string, body: URLSearchParams | FormData): Promise<SubmitOutcome> {
  const answer = await send(action, body, { 'x-lotse-form': '1' })
  if (!answer || answer.status >= 500) return { kind: 'offline' }
  const location = answer.headers.get('x-lotse-location')
  if (location) {
    const to = new URL(location, window.location.href)
    return { kind: to.pathname === '/sign-in' ? 'signed-out' : 'go', to }
  }
  const text = await answer.text().catch(() => undefined)
  return text === undefined ? { kind: 'offline' } : { kind: 'page', page: new DOMParser().parseFromString(text, 'text/html') }
}

/** Sends in the background, with no redirect followed; undefined when nothing came back. */
export const send = (
  action: string,
  body: URLSearchParams | FormData,
  headers: Record<string, string>,
  keepalive = false,
): Promise<Response | undefined> => fetch(action, { method: 'POST', body, headers, redirect: 'manual', keepalive }).catch(() => undefined)

/** Goes on where the server said, also when that is this very page. */
export function goOn(to: URL): void {
  const here = to.pathname === location.pathname && to.search === location.search
  if (!here) {
    location.assign(to)
    return
  }
  if (to.hash) history.scrollRestoration = 'manual'
  history.replaceState(history.state, '', to)
  location.reload()
}
