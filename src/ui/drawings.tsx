import type { Child } from 'hono/jsx'

/* Drawings for places where there is nothing yet, in the line of the chart. They decorate: the words beside them say everything. */

const Drawing = ({ children, wide }: { children: Child; wide?: boolean }) => (
  <svg
    class={wide ? 'drawing drawing-wide' : 'drawing'}
    viewBox={wide ? '0 0 640 260' : '0 0 200 140'}
    width={wide ? 640 : 200}
    height={wide ? 260 : 140}
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
)

/** A buoy in open water: nothing has begun. */
export const BuoyDrawing = () => (
  <Drawing>
    <path class="drawing-water" d="M6 96c16-9 32-9 48 0s32 9 48 0 32-9 48 0 32 9 44 2v26c0 5-3 8-8 8H14c-5 0-8-3-8-8z" />
    <g transform="rotate(7 100 96)">
      <path class="drawing-sheet" d="M78 100 92 46h16l14 54c-14 6-30 6-44 0z" />
      <path class="drawing-signal" d="M87.5 63.5h25L116 78H84z" />
      <path class="drawing-line" d="M78 100 92 46h16l14 54M87.5 63.5h25M84 78h32M100 46V32M93 32h14l-7-11z" />
    </g>
    <path class="drawing-line" d="M62 101c10-6 20-6 30 0s20 6 30 0 14-6 20-3M28 114c7-4 14-4 21 0M146 116c7-4 14-4 21 0" />
  </Drawing>
)

/** An open notebook with a pencil: a place to write. */
export const NotebookDrawing = () => (
  <Drawing>
    <path class="drawing-water" d="M14 112h172l-10 14H24z" />
    <path class="drawing-sheet" d="M100 40C84 28 58 26 28 32v78c30-6 56-4 72 8 16-12 42-14 72-8V32c-30-6-56-4-72 8z" />
    <path class="drawing-line" d="M100 40C84 28 58 26 28 32v78c30-6 56-4 72 8 16-12 42-14 72-8V32c-30-6-56-4-72 8zM100 40v78" />
    <path class="drawing-quiet" d="M42 50c16-2 30-1 44 4M42 64c16-2 30-1 44 4M42 78c10-1 18-1 26 1M114 54c8-3 16-4 24-5" />
    <path class="drawing-sheet" d="m121 88 38-46 9 7-38 46-12 5z" />
    <path class="drawing-line" d="m121 88 38-46 9 7-38 46-12 5zM121 88l9 7M151 52l9 7" />
    <path class="drawing-signal" d="m159 42 4-5c3-3 12 3 9 7l-4 5z" />
  </Drawing>
)

/** A compass rose: which way to go. */
export const CompassDrawing = () => (
  <Drawing>
    <g transform="translate(-41)">
      <circle class="drawing-water" cx="100" cy="70" r="58" />
      <circle class="drawing-line" cx="100" cy="70" r="58" />
      <circle class="drawing-quiet" cx="100" cy="70" r="49" />
      <path
        class="drawing-quiet"
        d={steps(24)
          .map((turn) => ray(turn, 49, turn % 6 === 0 ? 58 : 54))
          .join('')}
      />
      <path class="drawing-sheet" d="m100 20 8 42 42 8-42 8-8 42-8-42-42-8 42-8z" />
      <path class="drawing-signal" d="m100 20 8 42-8 8z" />
      <path class="drawing-line" d="m100 20 8 42 42 8-42 8-8 42-8-42-42-8 42-8zM100 20v100M50 70h100" />
    </g>
  </Drawing>
)

/** A folded chart with a short course on it: the first plan. */
export const ChartDrawing = () => (
  <Drawing>
    <path class="drawing-sheet" d="m20 36 54-12 52 14 54-14v82l-54 14-52-14-54 12z" />
    <path class="drawing-water" d="m28 42 46-10 52 14 46-12v66l-46 12-52-14-46 10z" />
    <path class="drawing-quiet" d="M28 70c18-10 30 6 46-2s30-24 52-12 30-4 46-10M28 88c20-8 32 4 46-2s36-16 52-6 34-6 46-8" />
    <path class="drawing-line" d="m20 36 54-12 52 14 54-14v82l-54 14-52-14-54 12zM74 24v82M126 38v82" />
    <path class="drawing-course" d="M44 92c18-4 22-34 44-34s22 34 44 28 18-22 26-30" />
    <circle class="drawing-mark" cx="44" cy="92" r="3.5" />
    <path class="drawing-signal" d="M158 56V38h12l-3 5 3 5h-12z" />
  </Drawing>
)

/** For the home page: a pilot boat comes alongside a ship that keeps its own helm. */
export const HomeDrawing = () => (
  <Drawing wide>
    <path class="drawing-water" d="M0 178c40-12 80-12 120 0s80 12 120 0 80-12 120 0 80 12 120 0 80-12 160-4v86H0z" />
    <path
      class="drawing-quiet"
      d="M0 206c50-10 90-8 130 0s90 10 140 0 90-10 140 0 130 12 230 0M0 232c60-8 100-6 150 0s110 8 170 0 120-8 320 0"
    />
    <path class="drawing-land" d="M520 172c18-20 34-22 50-40s36-18 70-22v64c-44-6-84-6-120-2z" />
    <path class="drawing-line" d="M520 172c18-20 34-22 50-40s36-18 70-22" />
    <path class="drawing-sheet" d="m584 118 4-52h12l4 50z" />
    <path class="drawing-line" d="m584 118 4-52h12l4 50M584 66h20M589 66V54h10v12M586 92l16-2" />
    <path class="drawing-quiet" d="m580 58-44-8M580 62l-44 4M608 58l24-4" />
    <path class="drawing-sheet" d="M132 150h178c-6 28-18 38-40 38H182c-26 0-42-14-50-38z" />
    <path
      class="drawing-line"
      d="M132 150h178c-6 28-18 38-40 38H182c-26 0-42-14-50-38zM214 150V32M216 40c42 22 62 54 66 94h-66zM210 56c-30 20-46 46-50 78h50z"
    />
    <path class="drawing-signal" d="M214 32h24l-5 7 5 7h-24z" />
    <path class="drawing-sheet" d="M362 164h70c-3 16-9 22-20 22h-32c-10 0-15-8-18-22z" />
    <path class="drawing-line" d="M362 164h70c-3 16-9 22-20 22h-32c-10 0-15-8-18-22zM382 164v-18h26l6 18M394 146v-24" />
    <path class="drawing-signal" d="M394 122h18v12h-18z" />
    <path class="drawing-course-planned" d="M440 176c26 4 46-2 66-14" />
    <path class="drawing-line" d="M112 190c20-6 34-4 48 2s30 6 44 0 28-6 42 0 28 6 42 0M346 188c12-5 22-4 32 1s20 5 30 0 20-4 30 0" />
  </Drawing>
)

function steps(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

function ray(turn: number, from: number, to: number): string {
  const [x, y] = [Math.sin((turn * Math.PI) / 12), -Math.cos((turn * Math.PI) / 12)]
  const at = (radius: number) => `${(100 + x * radius).toFixed(1)} ${(70 + y * radius).toFixed(1)}`
  return `M${at(from)}L${at(to)}`
}
