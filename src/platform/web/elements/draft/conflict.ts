import { make, say } from '../page-words.ts'
import type { SavedHere } from './sending.ts'

type Conflict = SavedHere['conflicts'][number]

/** Shows the other text beside the control, in the shape of ConflictNotice; a notice already there takes the newer text. */
export function showConflict(control: HTMLElement, { name, theirs, version }: Conflict): void {
  const shown = noticeOf(control, name)
  if (shown?.dataset.version === String(version)) return
  shown?.remove()
  control.after(
    make(
      'div',
      { class: 'conflict', role: 'group', 'aria-label': say('conflict.title'), 'data-conflict': name, 'data-version': String(version) },
      make('p', { class: 'conflict-title', role: 'alert' }, say('conflict.title')),
      make('p', {}, say('conflict.mine')),
      make('p', { class: 'conflict-label' }, say('conflict.theirs')),
      make('blockquote', { class: 'conflict-theirs' }, theirs),
      make(
        'div',
        { class: 'actions' },
        make('button', { class: 'button button-secondary', type: 'button', 'data-keep': '' }, say('conflict.keep')),
        make('button', { class: 'button button-quiet', type: 'button', 'data-take': '' }, say('conflict.take')),
      ),
    ),
  )
}

const noticeOf = (control: HTMLElement, name: string) =>
  control.parentElement?.querySelector<HTMLElement>(`[data-conflict="${CSS.escape(name)}"]`)

/** The decision in a click, if it was one: which text, to keep one's own or take the other. */
export function decisionIn(event: Event): (Conflict & { take: boolean; notice: HTMLElement }) | undefined {
  const button = (event.target as Element).closest('[data-keep], [data-take]')
  const notice = button?.closest<HTMLElement>('[data-conflict]')
  if (!button || !notice) return undefined
  const theirs = notice.querySelector('.conflict-theirs')?.textContent ?? ''
  return { name: notice.dataset.conflict!, theirs, version: Number(notice.dataset.version), take: button.hasAttribute('data-take'), notice }
}
