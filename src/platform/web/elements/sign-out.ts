import { keptDrafts } from './draft/kept-drafts.ts'
import { sendSave } from './draft/sending.ts'
import { make, say } from './page-words.ts'

/** Signing out sends what is unsent and then removes every draft of the person from this device; what cannot be sent is asked about. */
export function guardSignOut(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (form.getAttribute('action') !== '/sign-out') return
    event.preventDefault()
    void signOut(form)
  })
}

async function signOut(form: HTMLFormElement): Promise<void> {
  const sent = await Promise.all(
    keptDrafts.all().map(async (kept) => {
      const { autosave } = kept.draft
      if (!autosave) return false
      const outcome = await sendSave(autosave.action, autosave.body)
      const taken = outcome.kind === 'answered' && outcome.saved.saved
      if (taken) keptDrafts.drop(kept)
      return taken
    }),
  )
  if (sent.every(Boolean) || (await sureToLose())) {
    keptDrafts.wipe()
    form.submit()
  }
}

/** Asks whether unsent text may go. Escape and "Zurück" keep it. */
function sureToLose(): Promise<boolean> {
  const dialog = make(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'sign-out-title' },
    make('h2', { id: 'sign-out-title' }, say('sign_out.title')),
    make('p', {}, say('sign_out.body')),
    make(
      'form',
      { method: 'dialog', class: 'actions' },
      make('button', { class: 'button button-primary', value: 'back', autofocus: '' }, say('sign_out.back')),
      make('button', { class: 'button button-secondary', value: 'anyway' }, say('sign_out.anyway')),
    ),
  )
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'anyway')
    }),
  )
}
