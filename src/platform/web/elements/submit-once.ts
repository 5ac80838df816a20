const busyFor = 5000

/** A form that is on its way is not sent a second time. Coming back to the page, or a file as answer, makes it ready again. */
export function submitOnce(): void {
  const sent = new Set<HTMLFormElement>()
  const ready = (form: HTMLFormElement) => {
    sent.delete(form)
    for (const button of form.querySelectorAll('[type="submit"], button:not([type])')) button.removeAttribute('aria-disabled')
  }
  window.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (event.defaultPrevented || form.getAttribute('method')?.toLowerCase() !== 'post') return
    if (sent.has(form)) {
      event.preventDefault()
      return
    }
    sent.add(form)
    event.submitter?.setAttribute('aria-disabled', 'true')
    setTimeout(() => ready(form), busyFor)
  })
  window.addEventListener('pageshow', () => [...sent].forEach(ready))
}
