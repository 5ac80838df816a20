/** The course of a journey as numbers: where every line and mark of the drawing lies. Pure; units are those of the viewBox. */

export type CourseStep = { status: 'planned' | 'done' | 'dropped'; kind: 'trial' | 'with_others' | 'alone' }

export type CourseLeg = {
  number: number
  state: 'open' | 'reviewed' | 'unreviewed'
  steps: readonly CourseStep[]
  findings: number
  /** The support level: from 0, close by, to 2, on call; at 3 whoever accompanied has stayed behind; null where nobody did. */
  support: 0 | 1 | 2 | 3 | null
}

export type CourseEnd = 'open' | 'solved' | 'set_aside' | 'passed_on' | 'paused'

export type CourseData = { legs: readonly CourseLeg[]; end: CourseEnd | null }

export type Point = { x: number; y: number }
type Curve = readonly [Point, Point, Point, Point]

export type CourseSize = {
  width: number
  height: number
  /** Where water ends at the edges: the frame of the chart. */
  rim: number
  /** Where the course begins, and where the harbour lies. */
  start: Point
  harbour: Point
  /** How far a turn leaves the middle line, and how much further for each finding. */
  swing: number
  swingPerFinding: number
  /** Distance of the accompanying line by support level; the last one is where it stays behind. */
  support: readonly [number, number, number, number]
  buoyGap: number
  buoyHeight: number
}

export const fullSize: CourseSize = {
  width: 720,
  height: 300,
  rim: 10,
  start: { x: 72, y: 162 },
  harbour: { x: 642, y: 130 },
  swing: 31,
  swingPerFinding: 7,
  support: [10, 19, 32, 66],
  buoyGap: 17,
  buoyHeight: 20,
}

export const smallSize: CourseSize = {
  width: 168,
  height: 64,
  rim: 0,
  start: { x: 10, y: 32 },
  harbour: { x: 152, y: 28 },
  swing: 8,
  swingPerFinding: 1.4,
  support: [3, 5, 8, 14],
  buoyGap: 5.5,
  buoyHeight: 7,
}

export type LaidLeg = {
  number: number
  drifted: boolean
  /** Path of what lies behind, and of what is still planned; empty where there is none. */
  sailed: string
  planned: string
  steps: readonly (CourseStep & Point)[]
  buoys: readonly Point[]
  label: Point
}

export type LaidCourse = { legs: readonly LaidLeg[]; companion: string; from: Point; to: Point; ship: Point | null; onward: string }

const most = { findings: 5, swing: 4, wideLegs: 5 }

const round = (value: number) => Math.round(value * 10) / 10
const between = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t })
const say = ({ x, y }: Point) => `${round(x)} ${round(y)}`
const path = (curve: Curve) => `M${say(curve[0])}C${say(curve[1])} ${say(curve[2])} ${say(curve[3])}`

/** de Casteljau: the two halves of a curve at t, and the point between them. */
const split = ([a, b, c, d]: Curve, t: number): { before: Curve; after: Curve; at: Point } => {
  const [ab, bc, cd] = [between(a, b, t), between(b, c, t), between(c, d, t)]
  const [abc, bcd] = [between(ab, bc, t), between(bc, cd, t)]
  const at = between(abc, bcd, t)
  return { before: [a, ab, abc, at], after: [at, bcd, cd, d], at }
}

/** The more legs, the nearer the harbour, yet there is always open water ahead until it is solved. */
const reach = ({ legs, end }: CourseData) => (end === 'solved' ? 1 : 1 - 1 / (1 + 0.5 * legs.length))

/** A leg with more steps is a longer one, within reason. */
const length = (leg: CourseLeg) => 1 + 0.18 * Math.min(leg.steps.length, 5)

/** Where the legs meet. A reviewed leg turns against the one before it; one that nobody looked back on drifts on the same side. */
export const waypoints = (data: CourseData, size: CourseSize): Point[] => {
  const total = data.legs.reduce((sum, leg) => sum + length(leg), 0)
  const width = (size.harbour.x - size.start.x) * reach(data)
  const points = [size.start]
  const calm = Math.min(1, Math.sqrt(most.wideLegs / data.legs.length))
  let [run, side] = [0, -1]
  for (const [index, leg] of data.legs.entries()) {
    run += length(leg)
    const share = run / total
    const last = index === data.legs.length - 1
    if (last && data.end === 'solved') return [...points, size.harbour]
    const middle = size.start.y + (size.harbour.y - size.start.y) * share * reach(data)
    const swing = size.swing + size.swingPerFinding * Math.min(leg.findings, most.swing)
    const drift = leg.state === 'unreviewed' ? size.swing * 0.5 : 0
    points.push({ x: size.start.x + width * share, y: middle + side * calm * (swing * (0.8 + 0.2 * (index % 3)) + drift) })
    if (leg.state !== 'unreviewed') side = -side
  }
  return points
}

const curvesThrough = (points: readonly Point[]): Curve[] =>
  points.slice(1).map((to, index) => {
    const from = points[index]!
    const pull = (to.x - from.x) * 0.3
    const slopeAt = (at: number) => {
      const [before, after] = [points[at - 1], points[at + 1]]
      if (!before || !after) return (to.y - from.y) / (to.x - from.x) / (at === 0 ? 2.5 : 1.6)
      const here = points[at]!
      const turns = (here.y - before.y) * (after.y - here.y) < 0
      return turns ? 0 : (after.y - before.y) / (after.x - before.x)
    }
    return [from, { x: from.x + pull, y: from.y + slopeAt(index) * pull }, { x: to.x - pull, y: to.y - slopeAt(index + 1) * pull }, to]
  })

/** How much of a leg lies behind: all of it once it ended, else up to the last step that is done. A turn that was made has been left. */
const sailedShare = (leg: CourseLeg, index: number) => {
  if (leg.state !== 'open') return 1
  const lastDone = leg.steps.findLastIndex((step) => step.status !== 'planned')
  const gap = 1 / (leg.steps.length + 1)
  return Math.max(index > 0 ? Math.min(leftTurn, gap * 0.6) : 0, (lastDone + 1) * gap)
}
const leftTurn = 0.2

const supportBelow = (legs: readonly CourseLeg[], index: number, size: CourseSize) =>
  Math.max(0, ...legs.slice(index, index + 2).map(({ support }) => (support === null || support === 3 ? 0 : size.support[support])))

/** Beside the middle of the leg, above it; further on where the vessel is just passing. */
const labelOf = (curve: Curve, share: number, away: number): Point => {
  const t = share > 0.2 && share < 0.75 ? 0.86 : 0.5
  const [here, next] = [split(curve, t).at, split(curve, t + 0.02).at]
  const [dx, dy] = [next.x - here.x, next.y - here.y]
  const run = Math.hypot(dx, dy) || 1
  return { x: here.x + (dy / run) * away, y: here.y - (dx / run) * away }
}

/** Buoys stand outside a turn: above a crest, and below a trough under the accompanying line. */
const layBuoys = (leg: CourseLeg, [from, , , turn]: Curve, size: CourseSize, below: number): Point[] => {
  const count = Math.min(leg.findings, most.findings)
  const y =
    turn.y < from.y
      ? turn.y - size.buoyGap * 1.2
      : Math.min(turn.y + below + size.buoyHeight * 1.25, size.height - size.rim - size.buoyHeight / 3)
  return Array.from({ length: count }, (_, index) => ({ x: turn.x + (index - (count - 1) / 2) * size.buoyGap, y }))
}

const layLeg = (data: CourseData, index: number, curve: Curve, size: CourseSize): LaidLeg => {
  const leg = data.legs[index]!
  const share = sailedShare(leg, index)
  const { before, after } = split(curve, share)
  const inHarbour = data.end === 'solved' && index === data.legs.length - 1
  return {
    number: leg.number,
    drifted: leg.state === 'unreviewed',
    sailed: share > 0 ? path(before) : '',
    planned: share < 1 ? path(after) : '',
    steps: leg.steps.map((step, at) => ({ ...step, ...split(curve, (at + 1) / (leg.steps.length + 1)).at })),
    buoys: inHarbour ? [] : layBuoys(leg, curve, size, supportBelow(data.legs, index, size)),
    label: labelOf(curve, share, size.buoyGap),
  }
}

const ease = (t: number) => t * t * (3 - 2 * t)

/** The accompanying line: it keeps its distance within a leg, changes it gently, and stays behind once support is no longer needed. */
const layCompanion = (data: CourseData, curves: readonly Curve[], size: CourseSize): string => {
  const samples = 8
  let distance: number | undefined
  let drawn = ''
  for (const [index, leg] of data.legs.entries()) {
    if (leg.support === null) {
      distance = undefined
      continue
    }
    const goal = size.support[leg.support]
    const from = distance ?? (leg.support === 3 ? undefined : goal)
    distance = leg.support === 3 ? undefined : goal
    if (from === undefined) continue
    const until = leg.support === 3 ? 0.5 : sailedShare(leg, index)
    const begins = drawn === '' || data.legs[index - 1]?.support === null || data.legs[index - 1]?.support === 3
    for (let step = begins ? 0 : 1; step <= samples; step++) {
      const t = (step / samples) * until
      const at = split(curves[index]!, t).at
      const off = from + (goal - from) * ease(Math.min(1, t / 0.6))
      drawn += `${step === 0 ? 'M' : 'L'}${say({ x: at.x, y: at.y + off })}`
    }
  }
  return drawn
}

/** Passed on, the course leaves the chart over the nearer edge, in other hands. */
const layOnward = (to: Point, { width, height, rim }: CourseSize): Curve => {
  const edge = { x: Math.min(to.x + width * 0.22, width * 0.85), y: to.y < height / 2 ? rim : height - rim }
  const run = edge.x - to.x
  return [to, { x: to.x + run * 0.5, y: to.y }, { x: edge.x - run * 0.1, y: (to.y + edge.y) / 2 }, edge]
}

/** Lays the course of a journey on a chart of the given size. */
export const layCourse = (data: CourseData, size: CourseSize): LaidCourse => {
  const points = waypoints(data, size)
  const curves = curvesThrough(points)
  const to = points.at(-1)!
  const onward = data.end === 'passed_on' ? layOnward(to, size) : undefined
  const current = data.legs.findIndex((leg) => leg.state === 'open')
  const here = current < 0 ? to : split(curves[current]!, sailedShare(data.legs[current]!, current)).at
  return {
    legs: data.legs.map((_, index) => layLeg(data, index, curves[index]!, size)),
    companion: layCompanion(data, curves, size),
    from: size.start,
    to,
    ship: data.legs.length === 0 ? null : onward ? split(onward, 0.45).at : here,
    onward: onward ? path(onward) : '',
  }
}
