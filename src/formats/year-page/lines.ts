// Values over the years as lines with a sign and a number at every point; where a year has none there is a gap.
import { type Html, html } from '../html.ts'
import type { Lines } from './model.ts'
import { inkOf, legend, lineFrom, picture, round, textAt, WIDTH } from './scale.ts'
import { type Shape, shape } from './shapes.ts'

const HEIGHT = 120
const SIGNS: readonly Shape[] = ['circle', 'square', 'triangle', 'diamond']
const DASHES = ['none', '6 3', '2 3', '8 3 2 3']
const LEFT = 24

export function linesChart({ max, x, series }: Lines, said: { title: string; note: string }): Html {
  const names = legend(
    series.map(({ name }, i) => ({
      name,
      sign: (at, y) => shape(SIGNS[i]!, at + 5, y - 4, inkOf(i, false)),
    })),
  )
  const top = names.height + 16
  const step = (WIDTH - 2 * LEFT) / Math.max(1, x.length - 1)
  const across = (i: number) => (x.length === 1 ? WIDTH / 2 : LEFT + i * step)
  const down = (value: number) => top + HEIGHT - (max === 0 ? 0 : (value / max) * HEIGHT)
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
  const numbers = x.flatMap((_, i) =>
    spread(points.filter(point => point.i === i)).map(({ y, text }) =>
      textAt(across(i), y, text, 'middle', 'inside'),
    ),
  )
  const base = top + HEIGHT + 18
  const years = x.map((name, i) => textAt(across(i), base + 12, name, 'middle'))
  return picture(base + 18, said, [
    ...names.body,
    lineFrom([0, top + HEIGHT, WIDTH, top + HEIGHT], 'axis'),
    ...strokes,
    ...signs,
    ...numbers,
    ...years,
  ])
}

/** Numbers of one year over their signs, moved down as far as they would lie on each other. */
function spread<Point extends { y: number }>(points: readonly Point[]): Point[] {
  let free = Number.NEGATIVE_INFINITY
  return points
    .toSorted((a, b) => a.y - b.y)
    .map(point => {
      const y = Math.max(point.y - 8, free)
      free = y + 11
      return { ...point, y }
    })
}
