interface Drag {
  start(): void
  over(x: number, y: number): void
  drop(): void
  cancel(): void
}

/** Before this many pixels it is a click, not a drag. */
const slack = 4
const edge = 60

/** Drags by mouse, pen or finger. Near the edge of the window the page follows. */
export function dragBy(handle: HTMLElement, { start, over, drop, cancel }: Drag): void {
  handle.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return
    // On the window: the handle itself moves through the document meanwhile, and would lose the pointer.
    const listening = new AbortController()
    const { signal } = listening
    let dragging = false
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      if (!dragging && Math.hypot(x - down.clientX, y - down.clientY) > slack) {
        dragging = true
        start()
      }
      if (!dragging) return
      over(x, y)
      if (y < edge) scrollBy(0, -8)
      else if (y > innerHeight - edge) scrollBy(0, 8)
    }
    const finish = (end: () => void) => () => {
      listening.abort()
      if (dragging) end()
    }
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', finish(drop), { signal })
    window.addEventListener('pointercancel', finish(cancel), { signal })
  })
}
