// Tables in a terminal: aligned by the width of Chinese characters, wrapped to fit, nothing cut.
import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { renderTable, textWidth } from '../../src/cli/table.ts'

const COLUMNS = [
  { title: '名称', align: 'left' as const },
  { title: '总分', align: 'right' as const },
  { title: '理由', align: 'left' as const },
]
const ROWS = [
  ['甲', '9.50', '名额已满，入选最低分 86.54'],
  ['乙样例所', '100.00', '推荐'],
]

describe('a table', () => {
  it('gives a Chinese character two columns', () => {
    expect(renderTable(COLUMNS, ROWS)).toEqual([
      '名称        总分  理由',
      '────────  ──────  ──────────────────────────',
      '甲          9.50  名额已满，入选最低分 86.54',
      '乙样例所  100.00  推荐',
    ])
  })

  it('wraps the widest column where the terminal is narrow, and never inside a number', () => {
    expect(renderTable(COLUMNS, ROWS, 42)).toEqual([
      '名称        总分  理由',
      '────────  ──────  ────────────────────────',
      '甲          9.50  名额已满，入选最低分',
      '                  86.54',
      '乙样例所  100.00  推荐',
    ])
  })

  it('loses nothing however narrow the terminal is', () => {
    for (const width of [1, 10, 20, 30, 40, 60]) {
      const text = renderTable(COLUMNS, ROWS, width).join('').replace(/[\s─]/g, '')
      expect([...text].sort()).toEqual(
        [...'名称总分理由甲9.50名额已满，入选最低分86.54乙样例所100.00推荐'].sort(),
      )
    }
  })
})

describe('the width of a text', () => {
  const marks = [
    ...'·—‘’“”…、。〈《「『【〒〓〔〖〘〚〛〜〝〪〰〽　！（），－：；？～｡ﾞ\u0301\u200d\ufe0f\u20e3\ud83d',
  ]
  const unit = fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }).map(c => String.fromCodePoint(c)),
    fc.integer({ min: 0x2000, max: 0x33ff }).map(c => String.fromCodePoint(c)),
    fc.integer({ min: 0x4dc0, max: 0xa4cf }).map(c => String.fromCodePoint(c)),
    fc.integer({ min: 0xff00, max: 0xffff }).map(c => String.fromCodePoint(c)),
    fc.constantFrom(...marks, '👨‍👩‍👧', '각', 'ㄱ', 'ก', '\u001b[31m'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  )

  it('is what the library says', () => {
    const text = fc.array(unit, { maxLength: 12 }).map(parts => parts.join(''))
    const same = fc.property(text, t => textWidth(t) === stringWidth(t))
    fc.assert(same, { seed: 1, numRuns: 5000 })
  })

  it('is what the library says of every character among others', () => {
    const wrong = Array.from({ length: 0x10000 }, (_, code) => `号${String.fromCharCode(code)}9`).filter(
      text => textWidth(text) !== stringWidth(text),
    )
    expect(wrong).toEqual([])
  })
})
