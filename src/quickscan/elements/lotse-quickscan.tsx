import type { Locale } from '#platform/words/words.ts'
import { longDay } from '#ui/time.ts'
import type { QuickscanWord, QuickscanWords } from '../messages/index.ts'
import { Afterwards } from '../parts/afterwards.tsx'
import { Result } from '../parts/result.tsx'
import { type Form, itemsOf, score } from '../quickscan.ts'
import { type Brought, fill } from '../rules/said.ts'
import { type Found, fileOf, findKept, findLast, forget, type Kept, keep, nothing } from './kept-answers.ts'
import { OneAtATime } from './one-at-a-time.ts'

/** What the page brings along as JSON, so that nothing has to be asked for later. */
export interface PageData extends Brought {
  form: Form
  locale: Locale
  words: Record<string, string>
  signedIn: boolean
  mayRegister: boolean
}

/** Takes the self-test and draws its result in the browser. Until a form of the result is sent, no answer leaves the page. */
export class LotseQuickscan extends HTMLElement {
  #ending = new AbortController()
  #page!: PageData
  #form!: Form
  #kept: Kept = nothing
  #keeps = true
  #before: ChildNode[] | undefined
  #taking = new AbortController()

  connectedCallback(): void {
    this.#ending = new AbortController()
    this.#page = JSON.parse(this.getAttribute('data-page')!) as PageData
    this.#form = this.#page.form
    this.addEventListener('click', this, { signal: this.#ending.signal })
    addEventListener('popstate', () => location.reload(), { signal: this.#ending.signal })
    this.toggleAttribute('data-on', true)
    if (this.hasAttribute('data-result')) this.#openResult()
    else this.#openStart()
  }

  disconnectedCallback(): void {
    this.#ending.abort()
    this.#taking.abort()
  }

  #t = ((key, values) => fill(this.#page.words[key] ?? key, values)) as QuickscanWords

  handleEvent(event: Event): void {
    const what = (event.target as Element).closest<HTMLElement>('[data-do]')?.dataset.do
    if (what === 'begin') this.#take(nothing)
    if (what === 'go-on') this.#take(this.#kept)
    if (what === 'show') this.#finish()
    if (what === 'print') print()
    if (what === 'file') this.#saveFile()
    if (what === 'change') this.#change()
    if (what === 'delete') {
      forget(this.#form)
      location.assign('/quickscan?done=deleted')
    }
  }

  #openStart(): void {
    const found = findKept(this.#form)
    this.#keeps = found.state !== 'no_storage'
    if (found.state === 'kept') this.#kept = found.kept
    const begun = Object.keys(this.#kept.answers).length > 0
    const finished = begun && this.#kept.takenOn !== null
    this.#say(found, begun)
    this.#offer('show', finished, 'take.to_result', 'primary')
    this.#offer('go-on', begun, finished ? 'after.change' : 'take.go_on', finished ? 'secondary' : 'primary')
    this.#offer('begin', true, begun ? 'take.anew' : 'take.begin', begun ? 'quiet' : 'primary')
  }

  #offer(what: string, seen: boolean, word: QuickscanWord, kind: string): void {
    const button = this.querySelector<HTMLElement>(`[data-do="${what}"]`)!
    button.hidden = !seen
    button.textContent = this.#t(word)
    button.className = `button button-${kind}`
  }

  /** Back to the statements: those of this page, where they still are, else of the page that has them. */
  #change(): void {
    if (!this.#before) {
      location.assign(`/quickscan?form=${this.#form}`)
      return
    }
    this.replaceChildren(...this.#before)
    this.#before = undefined
    history.replaceState(null, '', `/quickscan?form=${this.#form}`)
    this.#take(this.#kept)
  }

  #say(found: Found, begun: boolean): void {
    const note = this.querySelector<HTMLElement>('.scan-note')!
    const n = Object.keys(this.#kept.answers).length
    const total = itemsOf(this.#form).length
    const sentence = begun
      ? this.#t(this.#kept.takenOn ? 'take.finished' : 'take.kept', { n, total })
      : found.state === 'older'
        ? this.#t('take.older')
        : found.state === 'no_storage'
          ? this.#t('take.no_storage')
          : ''
    note.textContent = sentence
    note.hidden = sentence === ''
  }

  #take(from: Kept): void {
    this.#kept = from
    this.querySelector<HTMLElement>('.scan-start')!.hidden = true
    const form = this.querySelector<HTMLFormElement>('.statements')!
    const steps = new OneAtATime({
      form,
      say: {
        progress: (n, total) => this.#t('take.progress', { n, total }),
        next: this.#t('take.next'),
        toResult: this.#t('take.to_result'),
      },
      changed: (answers, at) => {
        this.#kept = { answers, at, takenOn: null }
        this.#keeps = keep(this.#form, this.#kept)
      },
      finished: () => {
        this.#finish()
      },
    })
    this.toggleAttribute('data-taking', true)
    steps.fill(from.answers)
    this.#taking.abort()
    this.#taking = new AbortController()
    steps.listen(this.#taking.signal)
    steps.show(from.at)
  }

  /** The result of whichever form was finished last in this browser. */
  #openResult(): void {
    const latest = findLast()
    if (!latest) return
    this.#form = latest.form
    this.#kept = latest.kept
    this.#draw()
  }

  #finish(): void {
    this.#kept = { ...this.#kept, takenOn: this.#kept.takenOn ?? today() }
    this.#keeps = keep(this.#form, this.#kept)
    this.#before = [...this.childNodes]
    this.#draw()
    history.pushState(null, '', '/quickscan/result')
    document.title = `${this.#t('result.title')} · Lotse`
    scrollTo({ top: 0, behavior: 'instant' })
    this.querySelector('h1')?.focus()
  }

  #draw(): void {
    const { locale, signedIn, mayRegister, said } = this.#page
    const { answers, takenOn } = this.#kept
    const day = takenOn ?? today()
    this.removeAttribute('data-taking')
    this.innerHTML = String(
      <Result
        scored={score(answers, this.#form, this.#page.constants)}
        form={this.#form}
        brought={this.#page}
        t={this.#t}
        taken={longDay(day, locale)}
        privacy={this.#keeps ? said.texts.privacy : `${said.texts.privacy} ${this.#t('take.no_storage')}`}
      >
        <Afterwards
          answers={answers}
          form={this.#form}
          takenOn={day}
          said={said}
          t={this.#t}
          signedIn={signedIn}
          mayRegister={mayRegister}
          live
        />
      </Result>,
    )
  }

  #saveFile(): void {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([fileOf(this.#form, this.#kept)], { type: 'application/json' }))
    link.download = this.#t('after.file_name', { date: this.#kept.takenOn ?? today() })
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
}

/** The day here, as YYYY-MM-DD. */
const today = () => new Date().toLocaleDateString('sv-SE')
