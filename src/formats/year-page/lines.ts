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
  const taken: { x: number; y: number }[] = []
  const body = series.flatMap(({ values, texts }, k) => {
    const strokes = values.flatMap((value, i) => {
      const next = values[i + 1]
      if (value === null || next === undefined || next === null) return []
      const at = html`x1="${round(across(i))}" y1="${round(down(value))}" x2="${round(across(i + 1))}" y2="${round(down(next))}"`
      return [
        html`<line ${at} stroke="${inkOf(k, false).fill}" stroke-dasharray="${DASHES[k]!}" class="stroke"/>
`,
      ]
    })
    const signs = values.flatMap((value, i) => {
      if (value === null) return []
      // A number goes over its sign; where another stands there already, under it.
      let y = down(value) - 8
      if (taken.some(t => t.x === i && Math.abs(t.y - y) < 11)) y = down(value) + 16
      taken.push({ x: i, y })
      return [
        shape(SIGNS[k]!, across(i), down(value), inkOf(k, false)),
        textAt(across(i), y, texts[i]!, 'middle', 'inside'),
      ]
    })
    return [...strokes, ...signs]
  })
  const base = top + HEIGHT + 18
  const years = x.map((name, i) => textAt(across(i), base + 12, name, 'middle'))
  return picture(base + 18, said, [
    ...names.body,
    lineFrom([0, top + HEIGHT, WIDTH, top + HEIGHT], 'axis'),
    ...body,
    ...years,
  ])
}
