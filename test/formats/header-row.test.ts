// Which row is the header when forms put more above it than a title of one cell.
import { describe, expect, it } from 'vitest'
import { bytesSource } from '../../src/formats/source.ts'
import { openTable } from '../../src/formats/table-file.ts'
import { readTable } from './read-all.ts'
import { handBook, row, str } from './workbook.ts'

const FORM = [
  ['样例名录'],
  ['填报单位：样例局', '填报日期：2013-05-01'],
  ['名称', '代码', '备注'],
  ['甲', '001', ''],
]
const isHeader = (cells: readonly string[]) => cells.includes('名称') && cells.includes('代码')

const text = (rows: readonly (readonly string[])[]) => Buffer.from(rows.map(r => r.join(',')).join('\n'))
const book = (rows: readonly (readonly string[])[]) => {
  const xml = rows.map((r, i) => row(i + 1, ...r.map((cell, c) => str(`${'ABC'[c]}${i + 1}`, cell))))
  return handBook({ sheets: [{ name: '名录', rows: xml.join('') }] })
}

describe('a sheet without a table', () => {
  const sheets = (first: string) =>
    handBook({
      sheets: [
        { name: '说明', rows: first },
        { name: '字典', rows: row(1, str('A1', '代码')), state: 'hidden' },
        { name: '名录', rows: row(1, str('A1', '名称')) + row(2, str('A2', '甲')) },
      ],
    })

  it.each([
    ['one text only', row(1, str('A1', '填表说明')), 'CX1005'],
    ['nothing', '', 'CX1001'],
  ])('has %s: the others that are shown are named', async (_, first, code) => {
    const { problems } = await readTable(sheets(first), '名录.xlsx')
    expect(problems).toMatchObject([{ code, params: { sheets: '名录' } }])
    const { value } = await readTable(sheets(first), '名录.xlsx', { sheet: '名录' })
    expect(value).toMatchObject({ header: ['名称'], rows: [{ cells: ['甲'] }] })
  })
})

describe.each([
  ['a text', text, '名录.csv'],
  ['a workbook', book, '名录.xlsx'],
])('the header of %s', (_, made, file) => {
  const read = async (rows: readonly (readonly string[])[], known?: typeof isHeader) =>
    (await readTable(made(rows), file, known ? { isHeader: known } : {})).value

  it('is the row that is known as one', async () => {
    expect(await read(FORM, isHeader)).toMatchObject({
      headerLine: 3,
      header: ['名称', '代码', '备注'],
      rows: [{ line: 4, cells: ['甲', '001', ''] }],
    })
  })

  it('is the same whenever the rows are read', async () => {
    const { value } = await openTable(bytesSource(file, made(FORM)), { isHeader })
    const lines = () => [...value!.parts()].flatMap(part => part.rows.map(r => r.line))
    expect([lines(), lines()]).toEqual([[4], [4]])
  })

  it('is the first row with two cells where none is known, or nobody asks', async () => {
    for (const known of [undefined, () => false])
      expect(await read(FORM.slice(0, 2).concat([['乙', '2']]), known)).toMatchObject({
        headerLine: 2,
        rows: [{ line: 3 }],
      })
  })

  it('is not looked for below the first ten rows', async () => {
    const rows = [['甲', '乙'], ...Array.from({ length: 9 }, () => ['1', '2'])]
    const header = ['名称', '代码']
    expect(await read([...rows.slice(1), header, ['3', '4']], isHeader)).toMatchObject({ headerLine: 10 })
    expect(await read([...rows, header, ['3', '4']], isHeader)).toMatchObject({ headerLine: 1 })
  })

  it('is its only filled row in a table of one column', async () => {
    expect(await read([['名称'], ['甲'], ['乙']], isHeader)).toMatchObject({ headerLine: 1, rows: [{}, {}] })
  })
})
