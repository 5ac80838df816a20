import { morph } from '../morph.ts'
import { say } from '../page-words.ts'
import { decisionIn, showConflict } from './conflict.ts'
import { type DraftNotes, draftNotes } from './draft-notes.ts'
import {
  bodyOf,
  controlsOf,
  everythingIn,
  putValues,
  putVersions,
  renderedValuesOf,
  sameValues,
  type Values,
  valuesOf,
  versionsOf,
  withoutGiven,
} from './form-values.ts'
import { type Kept, keptDrafts } from './kept-drafts.ts'
import { type Saver, saver } from './saver.ts'
import { goOn, type SavedHere, sendForm, sendSave } from './sending.ts'

/**
 * Keeps what is typed into the form inside. `data-key` names the draft; with `data-autosave` the form is also saved on the server while
 * one writes. Sends the form itself, so that a lost connection loses nothing and an answer that asks for more appears in place.
 */
export class LotseDraft extends HTMLElement {
  #form!: HTMLFormElement
  #notes!: DraftNotes
  #saver: Saver | undefined
  #over: AbortController | undefined
  /** What the server has, as far as we know. */
  #taken: Values = {}
  #lastEdited: Element | undefined
  #sending = false
  /** The draft that was restored; it goes when the server has it. */
  #origin: Kept | undefined

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form || !this.dataset.key || this.#over) return
    const first = this.#notes === undefined
    this.#form = form
    this.#forgetInHistory()
    this.#notes ??= draftNotes(this)
    if (first) this.#taken = renderedValuesOf(form)
    this.#over = new AbortController()
    const { signal } = this.#over
    this.addEventListener('input', this.#typed, { signal })
    this.addEventListener('change', this.#typed, { signal })
    this.addEventListener('click', this.#decided, { signal })
    this.addEventListener('submit', this.#submitted, { signal })
    if (this.dataset.autosave !== undefined) {
      this.#saver = saver({ isDirty: () => this.#dirty(), save: () => this.#save() })
      window.addEventListener('pagehide', this.#leaving, { signal })
      document.addEventListener('visibilitychange', () => document.hidden && this.#dirty() && this.#saver?.now(), { signal })
    }
    if (first) this.#restore()
  }

  disconnectedCallback() {
    this.#over?.abort()
    this.#over = undefined
    this.#saver?.stop()
  }

  /** Going back, a browser would put the words of then into the form of now, under its new id and versions: sent once more, or over newer ones. */
  #forgetInHistory() {
    this.#form.autocomplete = 'off'
  }

  get #key() {
    return this.dataset.key!
  }

  get #action() {
    return new URL(this.#form.getAttribute('action') ?? '', location.href).href
  }

  #dirty() {
    return !sameValues(valuesOf(this.#form), this.#taken)
  }

  #restore() {
    const kept = keptDrafts.find(this.#key)
    if (!kept) return
    this.#origin = kept
    const { draft } = kept
    const rendered = { values: renderedValuesOf(this.#form), versions: versionsOf(this.#form) }
    putValues(this.#form, draft.values)
    const outstanding = this.#dirty()
    if (outstanding) putVersions(this.#form, draft.versions)
    this.#keep()
    if (!outstanding) return
    this.#saver?.soon()
    this.#notes.restored(() => {
      const untouched = sameValues(this.#taken, rendered.values)
      putValues(this.#form, rendered.values)
      if (untouched) putVersions(this.#form, rendered.versions)
      this.#announce(this.#form)
    })
  }

  /** Lets counters and the like, and this draft, hear of a change that no hand typed. */
  #announce(changed: Element) {
    changed.dispatchEvent(new Event('input', { bubbles: true }))
  }

  #keep() {
    if (!this.#dirty()) {
      keptDrafts.clear(this.#key)
      if (this.#origin) keptDrafts.drop(this.#origin)
      this.#origin = undefined
      return
    }
    const secret = this.#form.querySelector('[type="password"]')
    const autosave = this.#saver && !secret ? { action: this.#action, body: bodyOf(this.#form).toString() } : undefined
    keptDrafts.put(this.#key, { values: valuesOf(this.#form), versions: versionsOf(this.#form), autosave })
  }

  #typed = (event: Event) => {
    this.#lastEdited = event.target as Element
    this.#notes.typing()
    this.#keep()
    this.#saver?.soon()
  }

  async #save(): Promise<'done' | 'later'> {
    const sent = valuesOf(this.#form)
    const outcome = await sendSave(this.#action, bodyOf(this.#form).toString())
    if (outcome.kind === 'answered') this.#took(sent, outcome.saved)
    else this.#notes.tell(say(outcome.kind === 'offline' ? 'draft.offline' : outcome.kind === 'gone' ? 'draft.gone' : 'draft.signed_out'))
    return outcome.kind === 'offline' ? 'later' : 'done'
  }

  #took(sent: Values, { versions, conflicts, problems }: SavedHere) {
    putVersions(this.#form, versions)
    const open = new Set([...conflicts.map(({ name }) => name), ...Object.keys(problems)])
    for (const [key, value] of Object.entries(sent)) if (!open.has(key.replace(/#\d+$/, ''))) this.#taken[key] = value
    this.#keep()
    for (const notice of this.querySelectorAll<HTMLElement>('[data-conflict]')) if (!open.has(notice.dataset.conflict!)) notice.remove()
    const controls = controlsOf(this.#form)
    for (const conflict of conflicts) {
      const control = controls.get(conflict.name)
      if (control) showConflict(control, conflict)
    }
    const [problem] = Object.values(problems)
    if (problem) this.#notes.tell(say('draft.problem', { problem }))
    else if (conflicts.length > 0) this.#notes.tell('')
    else this.#notes.saved(this.#lastEdited)
  }

  #decided = (event: Event) => {
    const decision = decisionIn(event)
    if (!decision) return
    const { name, theirs, version, take, notice } = decision
    putVersions(this.#form, { [name]: version })
    // Without autosave, keeping one's own text is sending the form again.
    if (!take && !this.#saver) return
    event.preventDefault()
    notice.remove()
    const control = controlsOf(this.#form).get(name)
    if (take) {
      this.#taken[name] = theirs
      putValues(this.#form, { [name]: theirs })
    }
    control?.focus()
    this.#announce(control ?? this.#form)
    void this.#saver?.now()
  }

  #leaving = () => {
    if (this.#dirty() && !this.#sending) void sendSave(this.#action, bodyOf(this.#form).toString(), true)
  }

  #submitted = async (event: SubmitEvent) => {
    if (event.defaultPrevented || this.#form.getAttribute('method')?.toLowerCase() !== 'post') return
    event.preventDefault()
    if (this.#sending) return
    this.#sending = true
    this.#form.ariaBusy = 'true'
    const { submitter } = event
    const action = submitter?.getAttribute('formaction')
    if (this.#saver && this.#dirty()) await this.#saver.now()
    const sent = valuesOf(this.#form)
    const outcome = await sendForm(action ? new URL(action, location.href).href : this.#action, everythingIn(this.#form, submitter))
    if (outcome.kind === 'go') {
      this.#taken = sent
      this.#keep()
      return goOn(outcome.to)
    }
    this.#sending = false
    this.#form.ariaBusy = null
    this.#keep()
    if (outcome.kind === 'signed-out') location.assign(`/sign-in?back=${encodeURIComponent(location.pathname)}`)
    else if (outcome.kind === 'offline') this.#notes.tell(say('draft.unsent'))
    else await this.#answered(outcome.page)
  }

  /** The form came back with what it still needs: it takes the place of this one, and what was typed stays. */
  async #answered(page: Document) {
    const fresh = page.querySelector<HTMLFormElement>(`lotse-draft[data-key="${CSS.escape(this.#key)}"] form`)
    if (!fresh) return this.#notes.tell(say('draft.gone'))
    const typed = valuesOf(this.#form)
    const summary = page.getElementById('problems')
    document.getElementById('problems')?.remove()
    await morph(this.#form, fresh)
    this.#forgetInHistory()
    // A field named "id" also hides the form from the morphing, which then puts the fresh one in its place.
    this.#form = this.querySelector('form') ?? this.#form
    putValues(this.#form, withoutGiven(this.#form, typed))
    for (const fold of this.#form.querySelectorAll('details')) if (fold.querySelector('[aria-invalid="true"]')) fold.open = true
    this.#keep()
    if (summary && !fresh.contains(summary)) this.prepend(document.importNode(summary, true))
    const first = document.getElementById('problems') ?? this.querySelector<HTMLElement>('[aria-invalid="true"], [data-conflict] button')
    first?.focus()
  }
}
