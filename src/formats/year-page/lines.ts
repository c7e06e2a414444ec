// Values over the years as lines with a sign and a number at every point; where a year has none there is a gap.
import { type Html, html } from '../html.ts'
import type { Lines } from './model.ts'
import { inkOf, legend, lineFrom, picture, round, textAt, WIDTH, widthOf } from './scale.ts'
import { type Shape, shape } from './shapes.ts'

/** Of one line, and of several, which lie closer. */
const HEIGHTS = [120, 160] as const
const SIGNS: readonly Shape[] = ['circle', 'square', 'triangle', 'diamond']
const DASHES = ['none', '6 3', '2 3', '8 3 2 3']
const LEFT = 24
/** From the middle of a sign to the number beside it, and from number to number. */
const ASIDE = 10
const LINE = 12

export function linesChart({ max, x, series }: Lines, said: { title: string; note: string }): Html {
  const names = legend(
    series.map(({ name }, i) => ({
      name,
      sign: (at, y) => shape(SIGNS[i]!, at + 5, y - 4, inkOf(i, false)),
    })),
  )
  const top = names.height + 16
  // The number of a single line stands over its sign; of several they stand beside, where no other sign is.
  const beside = series.length > 1
  const height = HEIGHTS[beside ? 1 : 0]
  const widest = Math.max(0, ...series.flatMap(({ texts }) => texts.map(text => widthOf(text))))
  const right = beside ? ASIDE + widest + 4 : LEFT
  const step = (WIDTH - LEFT - right) / Math.max(1, x.length - 1)
  const across = (i: number) => (x.length === 1 ? WIDTH / 2 : LEFT + i * step)
  // As many years, from the last one back, as have numbers that do not touch.
  const every = Math.ceil((widest + (beside ? ASIDE : 0) + 4) / step)
  const isTold = (i: number) => (x.length - 1 - i) % every === 0
  const down = (value: number) => top + height - (max === 0 ? 0 : (value / max) * height)
  const points = series.flatMap(({ values, texts }, k) =>
    values.flatMap((value, i) => (value === null ? [] : [{ k, i, y: down(value), text: texts[i]! }])),
  )
  const strokes = series.flatMap(({ values }, k) =>
    values.flatMap((value, i) => {
      const next = values[i + 1]
      if (value === null || next === undefined || next === null) return []
      const at = html`x1="${round(across(i))}" y1="${round(down(value))}" x2="${round(across(i + 1))}" y2="${round(down(next))}"`
      return [
        html`<line ${at} stroke="${inkOf(k, false).fill}" stroke-dasharray="${DASHES[k]!}" class="stroke"/>
`,
      ]
    }),
  )
  const signs = points.map(({ k, i, y }) => shape(SIGNS[k]!, across(i), y, inkOf(k, false)))
  const numbers = x.flatMap((_, i) => {
    const own = isTold(i) ? points.filter(point => point.i === i) : []
    if (!beside) return own.map(({ y, text }) => textAt(across(i), y - 8, text, 'middle', 'inside'))
    return spread(own, top + height).map(({ y, text }) =>
      textAt(across(i) + ASIDE, y + 4, text, 'start', 'inside'),
    )
  })
  const base = top + height + 4
  const years = x.map((name, i) => textAt(across(i), base + 12, name, 'middle'))
  return picture(base + 18, said, [
    ...names.body,
    lineFrom([0, top + height, WIDTH, top + height], 'axis'),
    ...strokes,
    ...signs,
    ...numbers,
    ...years,
  ])
}

/** Numbers of one year at the height of their signs; where they would lie on each other they make room up and down. */
function spread<Point extends { y: number }>(points: readonly Point[], floor: number): Point[] {
  const blocks: { own: Point[]; start: number }[] = []
  for (const point of points.toSorted((a, b) => a.y - b.y)) {
    let block = { own: [point], start: Math.min(point.y, floor) }
    for (
      let above = blocks.at(-1);
      above !== undefined && endOf(above) > block.start;
      above = blocks.at(-1)
    ) {
      blocks.pop()
      const own = [...above.own, ...block.own]
      const middle = own.reduce((sum, { y }, i) => sum + y - i * LINE, 0) / own.length
      block = { own, start: Math.min(middle, floor - (own.length - 1) * LINE) }
    }
    blocks.push(block)
  }
  return blocks.flatMap(({ own, start }) => own.map((point, i) => ({ ...point, y: start + i * LINE })))
}

function endOf({ own, start }: { own: readonly unknown[]; start: number }): number {
  return start + own.length * LINE
}
