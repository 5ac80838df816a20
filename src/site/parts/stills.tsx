import { Resvg } from '@resvg/resvg-js'
import { raw } from 'hono/html'
import { Course } from '#ui/course.tsx'
import { Mark } from '#ui/mark.tsx'
import { still } from '#ui/still.ts'
import { stillStyles } from './still-styles.ts'
import { storyCourse } from './story.ts'

/** The picture beside a shared link: the mark above the course that the home page tells. Without words, so that it serves every language. */
export const sharedPicture = once(() =>
  png(
    String(
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" aria-hidden="true">
        {styles}
        <rect width="1200" height="630" fill={still.paper} />
        <svg x="80" y="52" width="288" height="72" viewBox="0 0 112 28" aria-hidden="true">
          <Mark />
        </svg>
        <svg x="80" y="160" width="1040" height="433" viewBox="0 0 720 300" aria-hidden="true">
          <Course id="course" course={storyCourse} locale="en" />
        </svg>
      </svg>,
    ),
    1200,
  ),
)

/** The mark without its letters, on paper, for tabs and home screens. */
export const iconSvg = String(
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="6" fill={still.paper} />
    <path fill={still.signal} d="M14.5 6.5h9.5v7h-9.5z" />
    <path
      fill="none"
      stroke={still.ink}
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      d="M14.5 5.5V21.5M6 22c3.2 5.2 6 6 9.6 6 4.4 0 7.6-2 10.4-6z"
    />
  </svg>,
)

export const iconWidths = [32, 180, 192, 512] as const
const drawnIcons = new Map<number, Uint8Array<ArrayBuffer>>()

export function icon(width: (typeof iconWidths)[number]): Uint8Array<ArrayBuffer> {
  const drawn = drawnIcons.get(width) ?? png(iconSvg, width)
  drawnIcons.set(width, drawn)
  return drawn
}

const styles = raw(['<', 'style>', stillStyles, '</', 'style>'].join(''))

function png(svg: string, width: number): Uint8Array<ArrayBuffer> {
  const drawn = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
  return new Uint8Array(drawn.render().asPng())
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
