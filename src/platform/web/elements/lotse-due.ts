/** Shows what is inside once its time has come: `data-at`, in ms. Nothing moves and nothing sounds; the server hides it until then. */
export class LotseDue extends HTMLElement {
  static observedAttributes = ['data-at', 'hidden']
  #waiting: number | undefined

  connectedCallback() {
    this.#wait()
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#wait()
  }

  disconnectedCallback() {
    clearTimeout(this.#waiting)
  }

  #wait() {
    clearTimeout(this.#waiting)
    const left = Number(this.dataset.at) - Date.now()
    if (this.hidden && left <= 0) this.hidden = false
    else if (this.hidden) this.#waiting = window.setTimeout(() => this.#wait(), Math.min(left, 60_000))
  }
}
