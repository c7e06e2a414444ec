// The year as a page, from data to bytes: charts that say their values, explanations that come back as they were.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chart } from '../../src/formats/year-page/charts.ts'
import type { PartyExplanation, Plot } from '../../src/formats/year-page/model.ts'
import { packExplanations } from '../../src/formats/year-page/packed.ts'
import { shortened, widthOf } from '../../src/formats/year-page/scale.ts'

const drawn = (plot: Plot) => chart(plot, { title: '题', note: '注' }).markup
const texts = (markup: string) => [...markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(m => m[1])
const numbers = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map(m => Number(m[1]))

/** x, y, width, height of what is drawn as a box. */
const boxes = (markup: string) =>
  [
    ...markup.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"[^>]*class="ink"/g),
  ].map(m => m.slice(1, 5).map(Number))
const lines = (markup: string, kind: string) =>
  [...markup.matchAll(/<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)" class="(\w+)"/g)]
    .filter(m => m[5] === kind)
    .map(m => m.slice(1, 5).map(Number))

describe('a chart', () => {
  it('is a picture with a name', () => {
    const markup = drawn({ is: 'columns', rows: [{ label: '80', count: 3 }] })
    expect(markup).toContain('role="img" aria-label="题。注"')
    expect(markup).toContain('<title>题</title><desc>注</desc>')
  })

  it.each<[Plot, string[]]>([
    [
      {
        is: 'bars',
        max: 2,
        rows: [
          { label: '甲', value: 1, text: '1 家' },
          { label: '乙', value: null, text: '—' },
        ],
      },
      ['甲', '1 家', '乙', '—'],
    ],
    [
      {
        is: 'stacked',
        series: [{ name: 'A' }, { name: '未定', open: true }],
        rows: [{ label: '甲', parts: [7, 3] }],
      },
      ['A', '未定', '甲', '7', '3', '10'],
    ],
    [
      {
        is: 'columns',
        rows: [
          { label: '75', count: 4 },
          { label: '80', count: 0 },
        ],
      },
      ['4', '75', '80'],
    ],
    [
      {
        is: 'dots',
        series: ['签署率'],
        rows: [
          { label: '甲', values: [50] },
          { label: '乙', values: [null] },
        ],
      },
      ['签署率', '0%', '25%', '50%', '75%', '100%', '甲', '乙', '—'],
    ],
    [
      {
        is: 'lines',
        max: 9,
        x: ['2012', '2013'],
        series: [{ name: '收到', values: [null, 9], texts: ['—', '9'] }],
      },
      ['收到', '9', '2012', '2013'],
    ],
  ])('labels what it shows %#', (plot, said) => {
    expect(texts(drawn(plot))).toEqual(said)
  })

  it('draws nothing for nothing, and divides by no zero', () => {
    const empty: Plot[] = [
      { is: 'bars', max: 0, rows: [{ label: '甲', value: 0, text: '0' }] },
      { is: 'stacked', series: [], rows: [{ label: '甲', parts: [] }] },
      ...[
        { is: 'columns' as const, rows: [] },
        { is: 'dots' as const, series: [], rows: [] },
      ],
      { is: 'lines', max: 0, x: [], series: [] },
    ]
    for (const plot of empty) expect(drawn(plot)).not.toMatch(/NaN|Infinity/)
  })

  it('has bars as long as their values', () => {
    const rows = [10, 20, 40].map(value => ({ label: '甲', value, text: '.' }))
    // Of 340 the labels take 92, the number behind 6.16 (eleven by 0.56) and the room around it 6.
    expect(numbers(drawn({ is: 'bars', max: 40, rows }), /<rect[^>]*width="([\d.]+)"/g)).toEqual([
      58.96, 117.92, 235.84,
    ])
  })

  it('has the line to be reached at its value, between the bars and over them', () => {
    const rows = [10, 20, 40].map(value => ({ label: '甲', value, text: '.' }))
    const markup = drawn({ is: 'bars', max: 40, rows, mark: { value: 30, text: '线' } })
    // Of 235.84 as before, three quarters behind the labels.
    expect(lines(markup, 'mark')).toEqual([[268.88, 14, 268.88, 86]])
    expect(markup).toContain('<text x="268.88" y="10" text-anchor="middle">线</text>')
    expect(boxes(markup)).toEqual([
      [92, 22, 58.96, 14],
      [92, 44, 117.92, 14],
      [92, 66, 235.84, 14],
    ])
  })

  it('has the parts of a whole one behind the other', () => {
    const rows = [
      { label: '甲', parts: [7, 3] },
      { label: '乙', parts: [0, 5] },
    ]
    const markup = drawn({ is: 'stacked', series: [{ name: 'A' }, { name: 'B' }], rows })
    // Of 340 the labels take 92 and the sums 32: 216 for the ten of the first row.
    expect(boxes(markup).slice(2)).toEqual([
      [92, 23, 151.2, 16],
      [243.2, 23, 64.8, 16],
      [92, 45, 108, 16],
    ])
    const placed = [...markup.matchAll(/<text x="([\d.]+)"[^>]*>(\d+)<\/text>/g)].map(m => [m[1], m[2]])
    expect(placed).toEqual([
      ...[
        ['167.6', '7'],
        ['275.6', '3'],
        ['313', '10'],
      ],
      ...[
        ['146', '5'],
        ['205', '5'],
      ],
    ])
  })

  it('has columns as high as their counts, on one base', () => {
    const rows = [
      { label: '80', count: 4 },
      { label: '90', count: 2 },
    ]
    const markup = drawn({ is: 'columns', rows })
    expect(boxes(markup)).toEqual([
      [4.8, 18, 38.4, 130],
      [52.8, 83, 38.4, 65],
    ])
    expect(lines(markup, 'axis')).toEqual([[0, 148, 340, 148]])
    expect(markup).toContain('<text x="24" y="14" text-anchor="middle">4</text>')
    expect(markup).toContain('<text x="72" y="79" text-anchor="middle">2</text>')
  })

  it('has rates at their place between 0 and 100, and apart where they are the same', () => {
    const rows = [[0], [50], [100], [50, 50]].map(values => ({ label: '甲', values }))
    const markup = drawn({ is: 'dots', series: ['A', 'B'], rows })
    const circles = [...markup.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].slice(1)
    // The labels take 92 and the edge 14: 234 for all of it.
    expect(circles.map(m => [Number(m[1]), Number(m[2])])).toEqual([
      ...[
        [92, 45],
        [209, 67],
      ],
      ...[
        [326, 89],
        [209, 108.5],
      ],
    ])
    expect(markup).toContain('points="204.5,109 213.5,109 213.5,118 204.5,118"')
    expect(lines(markup, 'axis')).toEqual([[92, 34, 92, 124]])
    expect(
      lines(markup, 'grid')
        .filter(([x1, , x2]) => x1 === x2)
        .map(([x]) => x),
    ).toEqual([150.5, 209, 267.5, 326])
  })

  it('has the values of years at their heights, and strokes from one to the next', () => {
    const series = [{ name: 'A', values: [5, 10], texts: ['5', '10'] }]
    const markup = drawn({ is: 'lines', max: 10, x: ['2012', '2013'], series })
    const circles = [...markup.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].slice(1)
    expect(circles.map(m => [Number(m[1]), Number(m[2])])).toEqual([
      [24, 96],
      [316, 36],
    ])
    expect(markup).toMatch(/<line x1="24" y1="96" x2="316" y2="36" stroke=/)
  })

  it('tells series apart by pattern or outline, not by color alone', () => {
    const series = ['A', 'B', 'C', 'D'].map(name => ({ name }))
    const stacked = drawn({ is: 'stacked', series, rows: [{ label: '甲', parts: [1, 1, 1, 1] }] })
    expect(new Set(stacked.match(/url\(#\w+\)/g)).size).toBe(3)
    const dots = drawn({
      is: 'dots',
      series: ['A', 'B', 'C', 'D'],
      rows: [{ label: '甲', values: [1, 20, 40, 60] }],
    })
    expect(dots.match(/<circle/g)).toHaveLength(2)
    const corners = [...dots.matchAll(/points="([^"]+)"/g)].map(m => m[1]!.split(' ').length)
    expect(corners.sort()).toEqual([3, 3, 4, 4, 4, 4])
  })

  it('keeps numbers of lines apart where they would lie on each other', () => {
    const series = ['A', 'B', 'C'].map(name => ({ name, values: [50], texts: [name] }))
    const markup = drawn({ is: 'lines', max: 100, x: ['2013'], series })
    const heights = numbers(markup, /<text[^>]*y="([\d.]+)"[^>]*class="inside"/g).sort((a, b) => a - b)
    expect(heights).toHaveLength(3)
    for (const [i, y] of heights.entries()) if (i > 0) expect(y - heights[i - 1]!).toBeGreaterThanOrEqual(11)
  })

  it.each([
    ['apart', [20, 50, 80]],
    ['close together at the top', [92.64, 95, 97.5]],
    ['close together at the bottom', [0, 0, 1]],
    ['in two groups', [10, 11, 90, 91]],
  ])('writes the numbers of a year beside their signs, in their order: %s', (_, values) => {
    const x = ['2011', '2012', '2013']
    const series = values.map(value => ({
      name: '率',
      values: x.map(() => value),
      texts: x.map(() => `${value}%`),
    }))
    const markup = drawn({ is: 'lines', max: 100, x, series })
    const told = [
      ...markup.matchAll(/<text x="([\d.]+)" y="([\d.]+)" text-anchor="start" class="inside">([^<]*)</g),
    ].map(([, at, y, text]) => ({ at: Number(at), y: Number(y), text: text! }))
    expect(told).toHaveLength(3 * values.length)
    const axis = numbers(markup, /y1="([\d.]+)"[^>]*class="axis"/g)[0]!
    for (const one of told) {
      // Within the picture, above the axis, and touching no other.
      expect(one.at + widthOf(one.text)).toBeLessThanOrEqual(340)
      expect(one.y).toBeLessThanOrEqual(axis + 4)
      for (const other of told.filter(o => o !== one))
        expect(
          Math.abs(one.y - other.y) >= 11 || Math.abs(one.at - other.at) >= widthOf(one.text),
          `${one.text} ${other.text}`,
        ).toBe(true)
    }
    // No sign lies under a number.
    for (const at of numbers(markup, /<circle cx="([\d.]+)" cy="(?:[\d.]+)" r="4.5"/g))
      expect(told.every(one => at + 4.5 <= one.at || at - 4.5 >= one.at + widthOf(one.text))).toBe(true)
    const last = told.filter(one => one.at === Math.max(...told.map(o => o.at)))
    expect(last.toSorted((a, b) => a.y - b.y).map(one => one.text)).toEqual(
      values.toSorted((a, b) => b - a).map(value => `${value}%`),
    )
  })

  it('of more years than have room numbers some, the last among them', () => {
    const x = Array.from({ length: 12 }, (_, i) => String(2002 + i))
    const series = ['A', 'B'].map((name, k) => ({
      name,
      values: x.map((_, i) => 40 * k + i),
      texts: x.map((_, i) => `${40 * k + i}.25%`),
    }))
    const told = texts(drawn({ is: 'lines', max: 100, x, series })).filter(text => text?.endsWith('%'))
    expect(told).toContain('51.25%')
    expect(told.length).toBeGreaterThan(4)
    expect(told.length).toBeLessThan(24)
  })

  it('shortens a label that has no room, and no other', () => {
    expect(shortened('门头沟区', 84)).toBe('门头沟区')
    const short = shortened('一个说什么也放不下的名称', 84)
    expect(short).toMatch(/^一个说.*…$/)
    expect(widthOf(short)).toBeLessThanOrEqual(84)
  })
})

describe('explanations', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '<', '\u2028', ' ') })
  const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 3 })
  const line = fc.record({ tone: fc.constantFrom('good', 'bad'), text, below: list(text) })
  const indicator = fc.record({
    name: text,
    points: text,
    score: text,
    running: text,
    source: text,
    lines: list(line),
  })
  const section = fc.record({ title: text, sum: text, indicators: list(indicator) })
  const explanation: fc.Arbitrary<PartyExplanation> = fc.record({
    head: list(text),
    notices: list(text),
    sections: list(section),
  })

  it('come back from the packed form as they went in, every text stored once', () => {
    fc.assert(
      fc.property(fc.array(fc.option(explanation), { maxLength: 4 }), all => {
        const { texts: held, parties } = packExplanations(all)
        expect(new Set(held).size).toBe(held.length)
        expect(parties.map(one => one && unpacked(one as never, held))).toEqual(all)
      }),
      { seed: 1 },
    )
  })
})

type Line = [number, number, ...number[]]
type Indicator = [number, number, number, number, number, Line[]]
type Packed = [number[], number[], [number, number, Indicator[]][]]

/** As the script of the page reads it. */
function unpacked([head, notices, sections]: Packed, held: readonly string[]): PartyExplanation {
  const at = (place: number) => held[place]!
  return {
    head: head.map(at),
    notices: notices.map(at),
    sections: sections.map(([title, sum, indicators]) => ({
      ...{ title: at(title), sum: at(sum) },
      indicators: indicators.map(([name, score, points, running, source, lines]) => ({
        ...{ name: at(name), score: at(score), points: at(points), running: at(running), source: at(source) },
        lines: lines.map(([tone, said, ...below]) => ({
          tone: at(tone),
          text: at(said),
          below: below.map(at),
        })),
      })),
    })),
  }
}
