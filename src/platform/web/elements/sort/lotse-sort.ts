import { send } from '../draft/sending.ts'
import { make, say } from '../page-words.ts'
import { dragBy } from './drag.ts'

/**
 * Orders the `[data-sort]` items inside: each gets one handle, for dragging and for the keyboard (space takes up and puts down, arrows move,
 * escape puts back), beside the two buttons. Sends the new order to the form's action when something was put down.
 */
export class LotseSort extends HTMLElement {
  #form: HTMLFormElement | undefined
  #over: AbortController | undefined
  #status = make('p', { class: 'unseen', role: 'status' })
  /** The order before something was taken up. */
  #before: HTMLElement[] = []
  #grabbed: HTMLElement | undefined
  #moving: EventTarget | undefined
  #sent: Promise<void> = Promise.resolve()

  connectedCallback() {
    const form = this.querySelector<HTMLFormElement>(':scope > form')
    if (!form || this.#over) return
    this.#form = form
    this.#over = new AbortController()
    const { signal } = this.#over
    this.append(this.#status)
    for (const item of this.#items()) this.#addHandle(item)
    this.addEventListener('keydown', this.#pressed, { signal })
    this.addEventListener('submit', this.#submitted, { signal })
    this.addEventListener('focusout', (event) => this.#grabbed && event.target !== this.#moving && this.#drop(), { signal })
    this.classList.add('sort-ready')
  }

  disconnectedCallback() {
    this.#over?.abort()
    this.#over = undefined
  }

  #items() {
    return [...this.querySelectorAll<HTMLElement>('[data-sort]')]
  }

  #addHandle(item: HTMLElement) {
    if (item.querySelector('.sort-handle')) return
    const handle = make('button', { type: 'button', class: 'sort-handle', 'aria-label': say('sort.handle', { name: item.dataset.sort! }) })
    item.prepend(handle)
    dragBy(handle, {
      start: () => this.#grab(item),
      over: (x, y) => this.#moveTo(item, x, y),
      drop: () => this.#drop(),
      cancel: () => this.#putBack(),
    })
  }

  #tell(key: 'sort.grabbed' | 'sort.dropped' | 'sort.cancelled', item: HTMLElement) {
    const items = this.#items()
    this.#status.textContent = say(key, { name: item.dataset.sort!, n: items.indexOf(item) + 1, count: items.length })
  }

  #grab(item: HTMLElement) {
    this.#before = this.#items()
    this.#grabbed = item
    item.classList.add('sort-grabbed')
    this.#handleOf(item)?.setAttribute('aria-pressed', 'true')
    this.#tell('sort.grabbed', item)
  }

  #handleOf(item: HTMLElement) {
    return item.querySelector<HTMLElement>(':scope > .sort-handle')
  }

  /** Gives back what was held, on the ground again. */
  #release() {
    const item = this.#grabbed
    this.#grabbed = undefined
    item?.classList.remove('sort-grabbed')
    if (item) this.#handleOf(item)?.removeAttribute('aria-pressed')
    return item
  }

  #drop() {
    const item = this.#release()
    if (!item) return
    this.#tell('sort.dropped', item)
    if (this.#items().some((one, place) => one !== this.#before[place])) this.#sendSoon()
  }

  #putBack() {
    const item = this.#release()
    if (!item) return
    this.#place(item, this.#before[this.#before.indexOf(item) + 1] ?? null)
    this.#tell('sort.cancelled', item)
  }

  /** Moving an element takes its focus; it gets it back, without that counting as leaving it. */
  #place(item: HTMLElement, before: Element | null) {
    const focused = item.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined
    this.#moving = focused
    item.parentElement?.insertBefore(item, before)
    focused?.focus()
    this.#moving = undefined
  }

  #moveBy(item: HTMLElement, by: -1 | 1) {
    const items = this.#items()
    const neighbour = items[items.indexOf(item) + by]
    if (neighbour) this.#place(item, by < 0 ? neighbour : neighbour.nextElementSibling)
    this.#tell('sort.dropped', item)
  }

  #moveTo(item: HTMLElement, x: number, y: number) {
    const over = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-sort]')
    if (!over || over === item || !this.contains(over)) return
    const { top, height } = over.getBoundingClientRect()
    const below = over.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_PRECEDING
    if (below && y > top + height / 2) this.#place(item, over.nextElementSibling)
    else if (!below && y < top + height / 2) this.#place(item, over)
  }

  #pressed = (event: KeyboardEvent) => {
    const handle = (event.target as Element).closest('.sort-handle')
    const item = handle?.closest<HTMLElement>('[data-sort]')
    if (!item) return
    const act = this.#grabbed
      ? this.#actionOf(event.key, item)
      : event.key === ' ' || event.key === 'Enter'
        ? () => this.#grab(item)
        : undefined
    if (!act) return
    event.preventDefault()
    act()
  }

  #actionOf(key: string, item: HTMLElement): (() => void) | undefined {
    if (key === ' ' || key === 'Enter') return () => this.#drop()
    if (key === 'Escape') return () => this.#putBack()
    if (key === 'ArrowUp') return () => this.#moveBy(item, -1)
    if (key === 'ArrowDown') return () => this.#moveBy(item, 1)
    return undefined
  }

  #submitted = (event: SubmitEvent) => {
    const [direction, id] = (event.submitter as HTMLButtonElement | null)?.value.split(':') ?? []
    const item = this.#items().find((one) => idOf(one) === id)
    if (!item) return
    event.preventDefault()
    this.#before = this.#items()
    this.#moveBy(item, direction === 'up' ? -1 : 1)
    this.#sendSoon()
  }

  /** One after the other: the last order is the one that stays. */
  #sendSoon() {
    const before = this.#before
    this.#sent = this.#sent.then(() => this.#send(before))
  }

  async #send(before: HTMLElement[]) {
    const action = new URL(this.#form!.getAttribute('action') ?? '', location.href).href
    const order = this.#items().map((item) => ['order', idOf(item)])
    const answer = await send(action, new URLSearchParams(order), { 'x-lotse-form': '1' })
    if (answer?.ok && !answer.headers.get('x-lotse-location')?.startsWith('/sign-in')) return
    for (const item of before) this.#place(item, null)
    this.#status.textContent = say('sort.failed')
    this.#status.classList.remove('unseen')
  }
}

const idOf = (item: HTMLElement) => item.querySelector<HTMLInputElement>('input[name="order"]')?.value ?? ''
