import { make, say } from './page-words.ts'

/** Counting begins to matter when this share of the limit is left. */
const near = 0.2
const speakAfter = 1500

/** Says how many characters are left in the field that `for` names, once it matters. The sentence inside stands until then. */
export class LotseCount extends HTMLElement {
  #over: AbortController | undefined

  connectedCallback() {
    const field = document.getElementById(this.getAttribute('for') ?? '') as HTMLTextAreaElement | HTMLInputElement | null
    const limit = Number(field?.dataset.limit)
    if (!field || !limit || this.#over) return
    const plain = this.textContent ?? ''
    const shown = make('span', {}, plain)
    const spoken = make('span', { class: 'unseen', role: 'status' })
    this.replaceChildren(shown, spoken)
    let timer: number | undefined
    const count = () => {
      const left = limit - [...field.value.trim()].length
      const sentence = left < 0 ? say('count.over', { n: -left }) : left <= limit * near ? say('count.left', { n: left }) : plain
      shown.textContent = sentence
      this.classList.toggle('count-over', left < 0)
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        spoken.textContent = sentence === plain ? '' : sentence
      }, speakAfter)
    }
    this.#over = new AbortController()
    field.form?.addEventListener('input', count, { signal: this.#over.signal })
    field.addEventListener('input', count, { signal: this.#over.signal })
    count()
  }

  disconnectedCallback() {
    this.#over?.abort()
    this.#over = undefined
  }
}
