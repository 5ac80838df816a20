import { make, say } from './page-words.ts'

/** The part of the Web Speech API that recognises on the device; browsers without it have none of this. */
interface OnDevice {
  lang: string
  continuous: boolean
  interimResults: boolean
  processLocally: boolean
  start(): void
  stop(): void
  addEventListener(kind: 'result', heard: (event: { resultIndex: number; results: ArrayLike<Result> }) => void): void
  addEventListener(kind: 'end' | 'error', over: () => void): void
}
type Result = ArrayLike<{ transcript: string }> & { isFinal: boolean }
interface OnDeviceRecognition {
  new (): OnDevice
  available?(options: { langs: string[]; processLocally: true }): Promise<string>
}

const language = () => (document.documentElement.lang === 'en' ? 'en-GB' : 'de-DE')

/** Whether the browser recognises speech of this language without sending it anywhere; only a plain yes counts. */
async function recognitionHere(): Promise<OnDeviceRecognition | undefined> {
  const found = (globalThis as { SpeechRecognition?: OnDeviceRecognition }).SpeechRecognition
  if (!found?.available || !('processLocally' in found.prototype)) return undefined
  const answer = await found.available({ langs: [language()], processLocally: true }).catch(() => 'unavailable')
  return answer === 'available' ? found : undefined
}

/** Adds a button that writes what is spoken into the field that `for` names, where the browser understands speech on the device. Else it adds nothing. */
export class LotseDictate extends HTMLElement {
  #button: HTMLButtonElement | undefined
  #listening: OnDevice | undefined

  async connectedCallback() {
    const field = document.getElementById(this.getAttribute('for') ?? '')
    if (!(field instanceof HTMLTextAreaElement) || this.#button) return
    const Recognition = await recognitionHere()
    if (!Recognition || this.#button || !this.isConnected) return
    // Said once a page, and read with every button.
    const note = document.getElementById('dictation') ?? make('span', { class: 'small', id: 'dictation' }, say('dictate.on_device'))
    this.#button = make(
      'button',
      { type: 'button', class: 'button button-quiet', 'aria-pressed': 'false', 'aria-describedby': note.id },
      say('dictate.start'),
    )
    this.#button.addEventListener('click', () => (this.#listening ? this.#listening.stop() : this.#listen(Recognition, field)))
    this.append(this.#button)
    if (!note.isConnected) this.append(note)
  }

  disconnectedCallback() {
    this.#listening?.stop()
  }

  #listen(Recognition: OnDeviceRecognition, field: HTMLTextAreaElement) {
    const recognition = new Recognition()
    Object.assign(recognition, { lang: language(), continuous: true, interimResults: false, processLocally: true })
    recognition.addEventListener('result', ({ resultIndex, results }) => {
      for (const result of Array.from(results).slice(resultIndex))
        if (result.isFinal && result[0]) insert(field, result[0].transcript.trim())
    })
    const over = () => {
      this.#listening = undefined
      this.#show(false)
    }
    recognition.addEventListener('end', over)
    recognition.addEventListener('error', over)
    this.#listening = recognition
    this.#show(true)
    recognition.start()
  }

  #show(listening: boolean) {
    this.#button?.setAttribute('aria-pressed', String(listening))
    this.#button?.replaceChildren(say(listening ? 'dictate.stop' : 'dictate.start'))
  }
}

/** Puts spoken words where the caret is, with a space to what stands before, and lets drafts and counters hear of it. */
function insert(field: HTMLTextAreaElement, spoken: string) {
  if (!spoken) return
  const before = field.value.slice(0, field.selectionStart)
  field.setRangeText((/\S$/.test(before) ? ' ' : '') + spoken, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
