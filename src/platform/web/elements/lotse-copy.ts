import { make, say } from './page-words.ts'

/** Adds a button that copies the link in the read-only field inside. */
export class LotseCopy extends HTMLElement {
  #button: HTMLButtonElement | undefined

  connectedCallback() {
    const field = this.querySelector('input')
    if (!field || this.#button) return
    const button = make('button', { type: 'button', class: 'button button-secondary' }, say('copy.copy'))
    const status = make('span', { class: 'copy-status', role: 'status' })
    button.addEventListener('click', async () => {
      field.select()
      const done = await navigator.clipboard?.writeText(field.value).then(
        () => true,
        () => false,
      )
      status.textContent = say(done ? 'copy.done' : 'copy.failed')
    })
    this.#button = button
    this.append(button, status)
  }
}
