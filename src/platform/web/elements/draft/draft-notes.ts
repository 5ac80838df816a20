import { make, say } from '../page-words.ts'

export interface DraftNotes {
  /** Says something that the person should know; an empty sentence takes it back. */
  tell(sentence: string): void
  /** "gespeichert", quietly beside the field; said aloud only after something had gone wrong. */
  saved(beside: Element | undefined): void
  /** Something is being typed: what was said of the text before no longer holds. */
  typing(): void
  restored(discard: () => void): void
}

/** The few sentences that a draft says about itself. */
export function draftNotes(draft: HTMLElement): DraftNotes {
  const status = make('p', { class: 'draft-status', role: 'status' })
  const quiet = make('span', { class: 'draft-saved' }, say('draft.saved'))
  draft.append(status)
  return {
    tell(sentence) {
      quiet.remove()
      if (status.textContent !== sentence) status.textContent = sentence
    },
    saved(beside) {
      if (status.textContent) {
        status.textContent = say('draft.saved')
        return
      }
      const body = beside?.closest('.field-body')
      if (body) body.append(quiet)
      else status.before(quiet)
    },
    typing() {
      quiet.remove()
      if (status.textContent === say('draft.saved')) status.textContent = ''
    },
    restored(discard) {
      const button = make('button', { type: 'button', class: 'button button-quiet' }, say('draft.discard'))
      const bar = make('p', { class: 'draft-restored', role: 'status' }, say('draft.restored'), ' ', button)
      button.addEventListener('click', () => {
        bar.remove()
        discard()
      })
      draft.prepend(bar)
    },
  }
}
