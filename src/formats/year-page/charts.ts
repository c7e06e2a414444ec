// Charts as inline SVG, each value labelled: bars, parts of a whole, distributions, rates side by side.
import { type Html, html } from '../html.ts'
import { linesChart } from './lines.ts'
import type { Bars, Columns, Dots, Plot, Stacked } from './model.ts'
import {
  box,
  inkOf,
  LABELS,
  legend,
  lineFrom,
  PLAIN,
  picture,
  ROW,
  round,
  shortened,
  textAt,
  WIDTH,
  widthOf,
} from './scale.ts'
import { type Shape, shape } from './shapes.ts'

interface Said {
  title: string
  note: string
}

export function chart(plot: Plot, said: Said): Html {
  switch (plot.is) {
    case 'bars':
      return bars(plot, said)
    case 'stacked':
      return stacked(plot, said)
    case 'columns':
      return columns(plot, said)
    case 'dots':
      return dots(plot, said)
    case 'lines':
      return linesChart(plot, said)
    default: {
      const never: never = plot
      return never
    }
  }
}

/** The label of a row, left of it. */
function label(text: string, y: number): Html {
  return textAt(LABELS - 6, y + 15, shortened(text, LABELS - 8), 'end')
}

function bars({ rows, max, mark }: Bars, said: Said): Html {
  const widest = Math.max(0, ...rows.map(row => widthOf(row.text)))
  const room = WIDTH - LABELS - widest - 6
  const long = (value: number) => (max === 0 ? 0 : (value / max) * room)
  const top = mark === undefined ? 2 : 18
  const height = top + rows.length * ROW + 4
  const body = rows.flatMap(({ label: name, value, text }, i) => {
    const y = top + i * ROW
    const end = value === null ? 0 : long(value)
    return [
      label(name, y),
      ...(value === null ? [] : [box([LABELS, y + 4, end, ROW - 8], PLAIN)]),
      // Over the line that is to be reached.
      textAt(LABELS + end + 5, y + 15, text, 'start', value === null ? 'open' : 'inside'),
    ]
  })
  const axis = lineFrom([LABELS, top, LABELS, height - 2], 'axis')
  const marked =
    mark === undefined
      ? []
      : [
          lineFrom([LABELS + long(mark.value), 14, LABELS + long(mark.value), height - 2], 'mark'),
          textAt(LABELS + long(mark.value), 10, mark.text, 'middle'),
        ]
  return picture(height, said, [...marked, ...body, axis])
}

function stacked({ series, rows }: Stacked, said: Said): Html {
  const inks = series.map(({ open = false }, i) => inkOf(i, open))
  const names = legend(
    series.map(({ name }, i) => ({ name, sign: (x, y) => box([x, y - 9, 11, 11], inks[i]!) })),
  )
  const sums = rows.map(({ parts }) => parts.reduce((a, b) => a + b, 0))
  const most = Math.max(0, ...sums)
  const room = WIDTH - LABELS - 32
  const long = (count: number) => (most === 0 ? 0 : (count / most) * room)
  const body = rows.flatMap(({ label: name, parts }, i) => {
    const y = names.height + i * ROW
    let x = LABELS
    const pieces = parts.flatMap((count, k) => {
      const width = long(count)
      const at = x
      x += width
      if (count === 0) return []
      const inside = String(count)
      const fits = widthOf(inside) + 4 <= width
      return [
        box([at, y + 3, width, ROW - 6], inks[k]!),
        ...(fits ? [textAt(at + width / 2, y + 15, inside, 'middle', 'inside')] : []),
      ]
    })
    return [label(name, y), ...pieces, textAt(x + 5, y + 15, String(sums[i]!))]
  })
  const height = names.height + rows.length * ROW + 4
  return picture(height, said, [
    ...names.body,
    ...body,
    lineFrom([LABELS, names.height, LABELS, height - 2], 'axis'),
  ])
}

const COLUMN_HEIGHT = 130
const WIDEST = 48

function columns({ rows }: Columns, said: Said): Html {
  const most = Math.max(0, ...rows.map(row => row.count))
  const step = Math.min(WIDEST, WIDTH / Math.max(1, rows.length))
  // As many labels as do not touch.
  const widest = Math.max(0, ...rows.map(row => widthOf(row.label)))
  const every = Math.max(1, Math.ceil((widest + 4) / step))
  const base = COLUMN_HEIGHT + 18
  const body = rows.flatMap(({ label: name, count }, i) => {
    const high = most === 0 ? 0 : (count / most) * COLUMN_HEIGHT
    const x = i * step
    const middle = x + step / 2
    return [
      ...(count === 0
        ? []
        : [
            box([x + step * 0.1, base - high, step * 0.8, high], PLAIN),
            textAt(middle, base - high - 4, String(count), 'middle'),
          ]),
      ...(i % every === 0 ? [textAt(middle, base + 14, name, 'middle')] : []),
    ]
  })
  return picture(base + 20, said, [...body, lineFrom([0, base, WIDTH, base], 'axis')])
}

const SHAPES: readonly Shape[] = ['circle', 'square', 'triangle', 'diamond']

/** A line for each label from 0 to 100 with a sign of its own for each rate. */
function dots({ series, rows }: Dots, said: Said): Html {
  const names = legend(
    series.map((name, i) => ({ name, sign: (x, y) => shape(SHAPES[i]!, x + 5, y - 4, inkOf(i, false)) })),
  )
  const room = WIDTH - LABELS - 14
  const at = (value: number) => LABELS + (value / 100) * room
  const top = names.height + 14
  const height = top + rows.length * ROW + 4
  const grid = [0, 25, 50, 75, 100].flatMap(value => [
    lineFrom([at(value), top, at(value), height - 2], value === 0 ? 'axis' : 'grid'),
    textAt(at(value), top - 4, `${value}%`, 'middle'),
  ])
  const body = rows.flatMap(({ label: name, values }, i) => {
    const y = top + i * ROW
    const known = values.flatMap((value, k) => (value === null ? [] : [{ value, k }]))
    return [
      label(name, y),
      lineFrom([LABELS, y + ROW / 2, at(100), y + ROW / 2], 'grid'),
      ...(known.length === 0 ? [textAt(LABELS + 5, y + 15, '—', 'start', 'open')] : []),
      // Signs on one spot are set a little apart, so that none hides another.
      ...known.map(({ value, k }) => {
        const lying = known.filter(other => round(at(other.value)) === round(at(value)))
        const shift = (lying.findIndex(other => other.k === k) - (lying.length - 1) / 2) * 5
        return shape(SHAPES[k]!, at(value), y + ROW / 2 + shift, inkOf(k, false))
      }),
    ]
  })
  return html`${picture(height, said, [...names.body, ...grid, ...body])}`
}
