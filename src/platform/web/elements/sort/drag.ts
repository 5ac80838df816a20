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
  let from: { x: number; y: number } | undefined
  let dragging = false
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    from = { x: event.clientX, y: event.clientY }
    handle.setPointerCapture(event.pointerId)
  })
  handle.addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
    if (!from) return
    if (!dragging && Math.hypot(x - from.x, y - from.y) > slack) {
      dragging = true
      start()
    }
    if (!dragging) return
    over(x, y)
    if (y < edge) scrollBy(0, -8)
    else if (y > innerHeight - edge) scrollBy(0, 8)
  })
  const finish = (end: () => void) => () => {
    from = undefined
    if (dragging) end()
    dragging = false
  }
  handle.addEventListener('pointerup', finish(drop))
  handle.addEventListener('pointercancel', finish(cancel))
}
