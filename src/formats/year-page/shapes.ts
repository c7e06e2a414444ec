// Signs that are told apart by their outline, not by color alone.
import { type Html, html } from '../html.ts'
import { type Ink, round } from './scale.ts'

export type Shape = 'circle' | 'square' | 'triangle' | 'diamond'

/** Half of its width. */
const R = 4.5

export function shape(kind: Shape, x: number, y: number, { fill }: Ink): Html {
  if (kind === 'circle')
    return html`<circle cx="${round(x)}" cy="${round(y)}" r="${R}" fill="${fill}" class="sign"/>
`
  const corners = {
    square: [
      [-R, -R],
      [R, -R],
      [R, R],
      [-R, R],
    ],
    triangle: [
      [0, -R - 1],
      [R + 1, R],
      [-R - 1, R],
    ],
    diamond: [
      [0, -R - 1],
      [R + 1, 0],
      [0, R + 1],
      [-R - 1, 0],
    ],
  }[kind]
  const points = corners.map(([dx, dy]) => `${round(x + dx!)},${round(y + dy!)}`).join(' ')
  return html`<polygon points="${points}" fill="${fill}" class="sign"/>
`
}
