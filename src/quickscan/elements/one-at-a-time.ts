import type { Answers } from '../quickscan.ts'

interface Task {
  form: HTMLFormElement
  /** Words of the page: progress and the two names of the button. */
  say: { progress(n: number, total: number): string; next: string; toResult: string }
  /** Hears of every answer and every turn of the page. */
  changed(answers: Answers, at: number): void
  finished(): void
}

/** How long a chosen answer stays in sight before the next statement comes. */
const pause = 160

/** Shows the statements of a form one at a time: by thumb, by the keys 1 to 6 and 0, arrows, or button. */
export class OneAtATime {
  #task: Task
  #statements: HTMLElement[]
  #at = 0
  #onwards: ReturnType<typeof setTimeout> | undefined

  constructor(task: Task) {
    this.#task = task
    this.#statements = [...task.form.querySelectorAll<HTMLElement>('.statement')]
  }

  /** Shows one statement. `focus` leads a keyboard and a screen reader there. */
  show(at: number, { focus = true } = {}): void {
    clearTimeout(this.#onwards)
    this.#at = Math.min(this.#statements.length - 1, Math.max(0, at))
    for (const [index, statement] of this.#statements.entries()) statement.hidden = index !== this.#at
    const { form, say } = this.#task
    const total = this.#statements.length
    form.querySelector<HTMLElement>('.statement-progress')!.hidden = false
    form.querySelector('#scan-progress')!.textContent = say.progress(this.#at + 1, total)
    form.querySelector('progress')!.value = this.#at
    form.querySelector('.button-primary')!.textContent = this.#at === total - 1 ? say.toResult : say.next
    form.querySelector<HTMLElement>('[data-do="back"]')!.hidden = this.#at === 0
    if (focus) this.#statements[this.#at]?.querySelector('legend')?.focus()
  }

  fill(answers: Answers): void {
    this.#task.form.reset()
    for (const [id, value] of Object.entries(answers)) {
      const input = this.#task.form.querySelector<HTMLInputElement>(`input[name="${id}"][value="${value ?? 'none'}"]`)
      if (input) input.checked = true
    }
  }

  listen(signal: AbortSignal): void {
    const { form } = this.#task
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault()
        this.#turn(1)
      },
      { signal },
    )
    form.querySelector('[data-do="back"]')?.addEventListener('click', () => this.#turn(-1), { signal })
    form.addEventListener('change', () => this.#note(), { signal })
    // A tap goes on by itself; the arrow keys of a radio group only choose, so that one can hear all six.
    form.addEventListener(
      'click',
      (event) => {
        if (event.detail > 0 && (event.target as Element).closest('.point')) this.#goOn()
      },
      { signal },
    )
    form.addEventListener('keydown', (event) => this.#key(event), { signal })
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const onRadio = event.target instanceof HTMLInputElement
    if (/^[0-6]$/.test(event.key)) {
      event.preventDefault()
      const value = event.key === '0' ? 'none' : event.key
      const input = this.#statements[this.#at]?.querySelector<HTMLInputElement>(`input[value="${value}"]`)
      if (!input) return
      input.checked = true
      this.#note()
      this.#goOn()
    } else if (!onRadio && event.key === 'ArrowRight') this.#turn(1)
    else if (!onRadio && event.key === 'ArrowLeft') this.#turn(-1)
  }

  #goOn(): void {
    clearTimeout(this.#onwards)
    if (this.#at < this.#statements.length - 1) this.#onwards = setTimeout(() => this.#turn(1), pause)
  }

  #turn(by: 1 | -1): void {
    if (by === 1 && this.#at === this.#statements.length - 1) {
      this.#note()
      this.#task.finished()
      return
    }
    this.show(this.#at + by)
    this.#note()
  }

  #note(): void {
    const given = new FormData(this.#task.form)
    const answers: Record<string, number | null> = {}
    for (const [id, value] of given) if (id !== 'form') answers[id] = value === 'none' ? null : Number(value)
    this.#task.changed(answers, this.#at)
  }
}
