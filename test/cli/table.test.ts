// Tables in a terminal: aligned by the width of Chinese characters, wrapped to fit, nothing cut.
import { describe, expect, it } from 'vitest'
import { renderTable } from '../../src/cli/table.ts'

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
