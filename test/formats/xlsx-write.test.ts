// What writeXlsx writes, seen by an independent reader (read-excel-file) and in the XML itself.

import PizZip from 'pizzip'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { type SheetOut, writeXlsx } from '../../src/formats/xlsx.ts'
import { readWorkbook } from './read-all.ts'

const PAPER: SheetOut = {
  name: '2013年 结果',
  title: '评估结果汇总表',
  subtitle: '截止日：2013-10-31',
  columns: [
    { header: '机构名称', type: 'text', width: 30 },
    { header: '代码', type: 'text' },
    { header: '家数', type: 'int' },
    { header: '得分', type: 'decimal' },
    { header: '比率', type: 'decimal', decimals: 4 },
    { header: '日期', type: 'date' },
  ],
  rows: [
    ['北京甲公司', '001', 3, '77.75', '0.1', '2013-10-31'],
    ['=1+1', '911101050000000000', '12', '—', null, '待定'],
  ],
  totals: ['合计', null, 15, '77.75', null, null],
  notes: ['注：得分保留两位小数。'],
  landscape: true,
}

const DATA: SheetOut = {
  name: '数据',
  columns: [
    { header: '代码', type: 'text' },
    { header: '得分', type: 'decimal' },
    { header: '日期', type: 'date' },
    { header: '备注', type: 'text' },
  ],
  rows: [
    ['001', '77.75', '2013-10-31', '=HYPERLINK("http://x")'],
    ['0012', '100', '2012-04-09', '#N/A'],
    ['91110105CXJG000159', '-5', '', '_x0041_ <b> & "引号"'],
    ['911101050000000000', '4.245', '1899-12-31', ' 前后空格 \n第二行'],
    ['\u{20BB7}', '—', '2013-02-30', '-1'],
    ['x', '123456789012345678', null, '@'],
  ],
}

const xml = (bytes: Uint8Array, name: string) => new PizZip(bytes).file(name)?.asText() ?? ''

describe('writeXlsx', () => {
  it('is read by another program as meant: texts as texts, decimals as numbers, dates as dates', async () => {
    const rows = await readSheet(Buffer.from(await writeXlsx([PAPER])))
    expect(rows[0]?.[0]).toBe('评估结果汇总表')
    expect(rows[1]?.[0]).toBe('截止日：2013-10-31')
    expect(rows.slice(2)).toEqual([
      ['机构名称', '代码', '家数', '得分', '比率', '日期'],
      ['北京甲公司', '001', 3, 77.75, 0.1, new Date(Date.UTC(2013, 9, 31))],
      ['=1+1', '911101050000000000', 12, '—', null, '待定'],
      ['合计', null, 15, 77.75, null, null],
      ['注：得分保留两位小数。', null, null, null, null, null],
    ])
  })

  it('shows per cents, and decimals as told, with the places of their texts: numbers all the same', async () => {
    const sheet: SheetOut = {
      name: '占比',
      columns: [
        { header: '占比', type: 'percent' },
        { header: '覆盖率', type: 'decimal', decimals: 'told' },
      ],
      rows: [
        ['37.5%', '96.15'],
        ['66.67%', '90'],
        ['—', '—'],
      ],
      totals: ['100%', '100'],
    }
    const bytes = await writeXlsx([sheet])
    expect((await readSheet(Buffer.from(bytes))).slice(1)).toEqual([
      [0.375, 96.15],
      [0.6667, 90],
      ['—', '—'],
      [1, 100],
    ])
    const styles = xml(bytes, 'xl/styles.xml')
    const formats = new Map(
      [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]+)"/g)].map(([, id, code]) => [id!, code!]),
    )
    const [, used = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)!
    const ids = [...used.matchAll(/<xf [^>]*?numFmtId="(\d+)"/g)].map(([, id]) => id!)
    // 1, 2, 9 and 10 are formats that every workbook knows by number.
    const known: Record<string, string> = { 1: '0', 2: '0.00', 9: '0%', 10: '0.00%', 49: '@' }
    const shown = [...xml(bytes, 'xl/worksheets/sheet1.xml').matchAll(/<c r="([AB][235])" s="(\d+)"/g)].map(
      ([, ref, style]) => [ref, known[ids[Number(style)]!] ?? formats.get(ids[Number(style)]!)],
    )
    expect(Object.fromEntries(shown)).toEqual({
      ...{ A2: '0.0%', B2: '0.00', A3: '0.00%', B3: '0', A5: '0%', B5: '0' },
    })
  })

  it('is read back by readWorkbook with the same texts', async () => {
    const { value, problems } = await readWorkbook(await writeXlsx([DATA]), 'a.xlsx')
    expect(problems).toEqual([])
    expect(value?.header).toEqual(['代码', '得分', '日期', '备注'])
    expect(value?.rows.map(r => r.cells)).toEqual(DATA.rows.map(r => r.map(v => v ?? '')))
    expect(value?.rows.map(r => r.types?.[0])).toEqual(DATA.rows.map(() => 'text'))
  })

  it('gives the same bytes for the same input', async () => {
    const [a, b] = [await writeXlsx([PAPER, DATA]), await writeXlsx([PAPER, DATA])]
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true)
    expect(xml(a, 'docProps/core.xml')).toContain('1980-01-01T00:00:00Z')
    const dates = Object.values(new PizZip(a).files).map(f => f.date.getFullYear())
    expect(new Set(dates)).toEqual(new Set([1980]))
  })

  it('offers a list below the header of a column that has one, unless it is too long or holds a comma', async () => {
    const text = (header: string, choices: string[]) => ({ header, type: 'text' as const, choices })
    const long = Array.from({ length: 60 }, (_, i) => `推荐范围${i}`)
    const columns = [text('甲', []), text('是否', ['是', '否']), text('长', long), text('逗号', ['a,b', 'c'])]
    const form = { name: '表', title: '题', columns, rows: [] }
    const sheet = xml(await writeXlsx([form]), 'xl/worksheets/sheet1.xml')
    expect(sheet.match(/<dataValidation /g)).toHaveLength(1)
    expect(sheet).toMatch(
      /<dataValidation [^>]*sqref="B3:B1048576"[^>]*><formula1>(&quot;|")是,否(&quot;|")<\/formula1>/,
    )
    expect(xml(await writeXlsx([DATA]), 'xl/worksheets/sheet1.xml')).not.toContain('dataValidation')
  })

  it('holds no formula and no link', async () => {
    const bytes = await writeXlsx([PAPER, DATA])
    for (const n of [1, 2]) expect(xml(bytes, `xl/worksheets/sheet${n}.xml`)).not.toMatch(/<f[ >]|<hyperlink/)
  })

  it('prints on A4 as asked, as wide as one page, with frozen and repeated header', async () => {
    const bytes = await writeXlsx([PAPER, DATA])
    const sheet = xml(bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<mergeCell ref="A1:F1"/>')
    expect(sheet).toContain('<mergeCell ref="A7:F7"/>')
    expect(sheet).toMatch(/<pageSetUpPr[^>]*fitToPage="(1|true)"/)
    expect(sheet).toMatch(
      /<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToWidth="1"[^>]*fitToHeight="0"/,
    )
    expect(sheet).toMatch(/<pane[^>]*ySplit="3"[^>]*state="frozen"/)
    expect(xml(bytes, 'xl/worksheets/sheet2.xml')).toMatch(/orientation="portrait"/)
    const book = xml(bytes, 'xl/workbook.xml')
    expect(book).toContain(">'2013年 结果'!$3:$3<")
    expect(book).toContain(">'数据'!$1:$1<")
  })

  it('uses the fonts of official papers and borders every cell of the table', async () => {
    const bytes = await writeXlsx([PAPER])
    const styles = xml(bytes, 'xl/styles.xml')
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体']) expect(styles).toContain(`"${font}"`)
    expect(styles).toContain('formatCode="0.0000"')
    const sheet = xml(bytes, 'xl/worksheets/sheet1.xml')
    for (const n of [3, 4, 5, 6]) {
      const cells = new RegExp(`<row r="${n}"[^>]*>(.*?)</row>`).exec(sheet)?.[1]?.match(/<c r=/g)
      expect(cells).toHaveLength(6)
    }
  })

  it('makes rows high enough for long texts', async () => {
    const sheet = {
      ...DATA,
      columns: [{ header: '名', type: 'text' as const, width: 20 }],
      rows: [['短'], ['长'.repeat(60)]],
    }
    const heights = [
      ...xml(await writeXlsx([sheet]), 'xl/worksheets/sheet1.xml').matchAll(/<row [^>]*\bht="([\d.]+)"/g),
    ].map(m => Number(m[1]))
    expect(heights[1]).toBeLessThan(30)
    expect(heights[2]).toBeGreaterThan(100)
  })

  it('repairs sheet names that Excel refuses', async () => {
    const names = ['a/b:c', 'A_b_c', '', "'引号'", '长'.repeat(40), 'History']
    const bytes = await writeXlsx(names.map(name => ({ ...DATA, name })))
    const written = [...xml(bytes, 'xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(m => m[1])
    expect(written).toEqual(['a_b_c', 'A_b_c(2)', '表3', '引号', '长'.repeat(31), '表6'])
  })

  it('refuses what no workbook can hold', async () => {
    await expect(writeXlsx([])).rejects.toThrow(RangeError)
    await expect(writeXlsx([{ ...DATA, rows: [['x'.repeat(32_768), '1', '', '']] }])).rejects.toThrow(
      RangeError,
    )
  })
})
