import * as Y from 'yjs'
import { followEvents } from '#platform/live/browser/events.ts'
import { make, say } from '../page-words.ts'
import { fromBase64, rewrite, textIn } from './shared-doc.ts'
import { type SyncState, type TogetherSync, togetherSync } from './together-sync.ts'

const said = {
  typing: '',
  saved: 'draft.saved',
  offline: 'draft.offline',
  signed_out: 'draft.signed_out',
  gone: 'draft.gone',
  too_long: 'together.too_long',
} as const

/**
 * Lets several people write in the field inside at once. `data-address` is the text's own, `data-topic` under what open pages hear of it,
 * `data-whole` what it is made of up to the change `data-number`. The form around the field is for browsers without script.
 */
export class LotseTogether extends HTMLElement {
  #field!: HTMLTextAreaElement
  #doc = new Y.Doc()
  #undo: Y.UndoManager | undefined
  #sync: TogetherSync | undefined
  #over: AbortController | undefined
  #status = make('p', { class: 'draft-status', role: 'status' })

  connectedCallback() {
    const field = this.querySelector('textarea')
    const { address, whole } = this.dataset
    if (!field || !address || this.#over) return
    this.#over = new AbortController()
    const { signal } = this.#over
    this.#field = field
    if (!this.#sync) this.#begin(address, whole)
    this.addEventListener('submit', (event) => event.preventDefault(), { signal })
    field.addEventListener('input', this.#typed, { signal })
    field.addEventListener('keydown', this.#keys, { signal })
    window.addEventListener('pagehide', () => this.#sync?.leave(), { signal })
  }

  disconnectedCallback() {
    this.#over?.abort()
    this.#over = undefined
  }

  #begin(address: string, whole: string | undefined) {
    const field = this.#field
    field.autocomplete = 'off'
    if (whole) Y.applyUpdate(this.#doc, fromBase64(whole))
    const text = textIn(this.#doc)
    this.#undo = new Y.UndoManager(text, { trackedOrigins: new Set(['written here']) })
    this.querySelector('.actions:has(> [data-plain])')?.remove()
    this.append(this.#status)
    this.#doc.on('beforeTransaction', this.#before)
    text.observe(this.#changed)
    this.#sync = togetherSync({ doc: this.#doc, address, number: Number(this.dataset.number), tell: this.#tell })
    // What was typed before this script was there.
    this.#typed()
    this.#sync.fetchSoon()
    followEvents((event) => {
      if (event.kind === 'hello' || (event.kind === 'changed' && event.topic === this.dataset.topic)) this.#sync?.fetchSoon()
    })
  }

  #typed = () => {
    rewrite(this.#doc, this.#field.value, this.#field.selectionEnd)
  }

  /** The browser's own undo knows nothing of what others wrote, and would take it back. */
  #keys = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) this.#undo?.redo()
    else this.#undo?.undo()
  }

  #caret: Y.RelativePosition[] = []
  /** Only who wrote hears that it is kept. */
  #wrote = false

  /** Where the caret stands, said by the letter before it: what others write at the same place goes behind it, and no sentence is torn. */
  #before = () => {
    const { selectionStart, selectionEnd } = this.#field
    const text = textIn(this.#doc)
    const within = (index: number) => Math.min(index, text.length)
    this.#caret = [selectionStart, selectionEnd].map((index) => Y.createRelativePositionFromTypeIndex(text, within(index), -1))
  }

  #changed = (_: Y.YTextEvent, { origin }: Y.Transaction) => {
    if (origin === 'written here') return
    const { scrollTop } = this.#field
    this.#field.value = textIn(this.#doc).toString()
    const [start = 0, end = start] = this.#caret.map((place) => Y.createAbsolutePositionFromRelativePosition(place, this.#doc)?.index ?? 0)
    this.#field.setSelectionRange(start, end)
    this.#field.scrollTop = scrollTop
  }

  #tell = (state: SyncState) => {
    if (state === 'gone') this.#field.readOnly = true
    if (state === 'typing') this.#wrote = true
    if (state === 'saved' && !this.#wrote) return
    const sentence = said[state] && say(said[state])
    if (this.#status.textContent !== sentence) this.#status.textContent = sentence
  }
}
