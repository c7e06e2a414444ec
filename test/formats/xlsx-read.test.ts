// Workbooks as other programs write them; expected texts are what a clerk sees in Excel.

import { readFileSync } from 'node:fs'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { numberText } from '../../src/formats/workbook-cell.ts'
import { readWorkbook } from './read-all.ts'
import { err, handBook, num, row, str } from './workbook.ts'

const one = (rows: string, more: { dimension?: string } = {}) =>
  handBook({ sheets: [{ name: '名录', rows, ...more }] })
const header = row(1, str('A1', '机构名称'), str('B1', '代码'))
const read = (bytes: Uint8Array, sheet?: string | number) =>
  readWorkbook(bytes, '名录.xlsx', sheet === undefined ? {} : { sheet })

function noWorkbook(): Uint8Array {
  return new PizZip().file('[Content_Types].xml', '<Types/>').generate({ type: 'uint8array' })
}

/** A sound workbook whose directory claims 300 MB for its first part. */
function swollen(): Uint8Array {
  const bytes = one(header)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let i = bytes.length - 46; i >= 0; i--) {
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 300_000_000, true)
    if (view.getUint32(i, true) === 0x02014b50) break
  }
  return bytes
}

const rowsOf = async (bytes: Uint8Array) => (await read(bytes)).value?.rows.map(r => [r.line, ...r.cells])

describe('readWorkbook', () => {
  it('gives names, header, row numbers and cell kinds', async () => {
    const { value, problems } = await read(one(header + row(2, str('A2', '甲'), num('B2', '12.5'))))
    expect(problems).toEqual([])
    expect(value).toEqual({
      file: '名录.xlsx',
      encoding: 'xlsx',
      sheet: '名录',
      headerLine: 1,
      header: ['机构名称', '代码'],
      firstColumn: 0,
      rows: [{ line: 2, cells: ['甲', '12.5'], types: ['text', 'number'] }],
    })
  })

  it('reads every row under a wrong dimension, as WPS writes it', async () => {
    const body = [2, 3, 4, 5].map(n => row(n, str(`A${n}`, `家${n}`), str(`B${n}`, String(n)))).join('')
    expect(await rowsOf(one(header + body, { dimension: 'A1:A1' }))).toHaveLength(4)
  })

  it('reads cells without references', async () => {
    const bare =
      '<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row><row><c><v>1</v></c><c><v>2</v></c></row>'
    expect(await rowsOf(one(bare))).toEqual([[2, '1', '2']])
  })

  it('skips title rows and blank rows, and keeps the sheet row numbers', async () => {
    const sheet = [
      row(1, str('B1', '朝阳区名录')),
      row(3, str('B3', '填报单位：朝阳区人社局')),
      row(5, str('B5', '机构名称'), str('C5', '代码')),
      row(6, '<c r="B6" s="5"/>'),
      row(8, str('B8', '甲'), str('C8', '001')),
      row(17, str('B17', '乙'), str('C17', '002')),
    ].join('')
    const { value } = await read(one(sheet))
    expect(value).toMatchObject({ headerLine: 5, firstColumn: 1, header: ['机构名称', '代码'] })
    expect(value?.rows.map(r => [r.line, ...r.cells])).toEqual([
      [8, '甲', '001'],
      [17, '乙', '002'],
    ])
  })

  it('keeps a column that stands left of the first header cell', async () => {
    const sheet =
      row(1, str('B1', '名称'), str('C1', '代码')) + row(2, num('A2', '1'), str('B2', '甲'), str('C2', '001'))
    const { value } = await read(one(sheet))
    expect(value).toMatchObject({ firstColumn: 0, header: ['', '名称', '代码'] })
    expect(value?.rows[0]?.cells).toEqual(['1', '甲', '001'])
  })

  it('reads a sheet of a single column', async () => {
    expect(await rowsOf(one(row(1, str('A1', '代码')) + row(2, str('A2', '001'))))).toEqual([[2, '001']])
  })

  it.each([
    ['14 built in', 1, '41578', '2013-10-31'],
    ['31, built in for Chinese', 2, '41578', '2013-10-31'],
    ['年月日', 3, '41578', '2013-10-31'],
    ['with a time', 4, '41578.395833333336', '2013-10-31 09:30'],
    ['midnight', 4, '41578', '2013-10-31'],
    ['time only', 4, '0.5', '12:00'],
    ['leap day', 1, '41333', '2013-02-28'],
    ['1 March 1900', 1, '61', '1900-03-01'],
  ])('date cells: %s', async (_, style, serial, text) => {
    const { value } = await read(one(header + row(2, num('A2', serial, style), str('B2', 'x'))))
    expect(value?.rows[0]).toMatchObject({ cells: [text, 'x'], types: ['date', 'text'] })
  })

  it('counts days from 1904 where the workbook says so', async () => {
    const bytes = handBook({
      date1904: true,
      sheets: [{ name: 's', rows: header + row(2, num('A2', '40116', 1), str('B2', 'x')) }],
    })
    expect((await read(bytes)).value?.rows[0]?.cells[0]).toBe('2013-10-31')
  })

  it.each([
    ['0', '0'],
    ['77.75', '77.75'],
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['77.750000000000014', '77.75'],
    ['-5', '-5'],
    ['1E-7', '0.0000001'],
    ['1.5E-10', '0.00000000015'],
    ['123456.789', '123456.789'],
    // Eighteen digits typed into a number cell: the file itself holds only these.
    ['9.11100001234568E+17', '911100001234568000'],
    ['911100001234567890', '911100001234568000'],
    ['9007199254740991', '9007199254740991'],
    ['1E+21', '1000000000000000000000'],
    ['1.5E+300', `15${'0'.repeat(299)}`],
  ])('number cell %s becomes %s', async (stored, text) => {
    const { value } = await read(one(header + row(2, num('A2', stored), str('B2', 'x'))))
    if (stored === '1.5E+300') expect(value?.rows[0]?.cells[0]).toHaveLength(301)
    else expect(value?.rows[0]?.cells[0]).toBe(text)
    expect(value?.rows[0]?.types?.[0]).toBe('number')
  })

  it('gives negative zero as zero', () => expect(numberText(-0)).toBe('0'))

  it('reads shared and rich text, line breaks, booleans and percent cells', async () => {
    const bytes = handBook({
      shared: [
        '<t>甲</t>',
        '<r><t>人力</t></r><r><rPr><b/></rPr><t>资源</t></r>',
        '<t>甲</t><rPh sb="0" eb="1"><t>jiǎ</t></rPh>',
        '<t>a_x000D_\nb_x005F_x0041_</t>',
      ],
      sheets: [
        {
          name: 's',
          rows: `${header}${row(2, '<c r="A2" t="s"><v>0</v></c>', '<c r="B2" t="s"><v>1</v></c>')}${row(3, '<c r="A3" t="s"><v>2</v></c>', '<c r="B3" t="s"><v>3</v></c>')}${row(4, '<c r="A4" t="b"><v>1</v></c>', num('B4', '0.95', 6))}`,
        },
      ],
    })
    expect(await rowsOf(bytes)).toEqual([
      [2, '甲', '人力资源'],
      [3, '甲', 'a\nb_x0041_'],
      [4, 'TRUE', '0.95'],
    ])
  })

  it('takes stored results of formulas, empty texts included', async () => {
    const cells = ['<c r="A2"><f>1+1</f><v>2</v></c>', '<c r="B2" t="str"><f>IF(1,"","x")</f><v></v></c>']
    const { value, problems } = await read(one(header + row(2, ...cells)))
    expect(problems).toEqual([])
    expect(value?.rows[0]?.cells).toEqual(['2', ''])
  })

  it('chooses the sheet: first visible one, by name, by number', async () => {
    const sheet = (name: string, state?: 'hidden') => ({
      name,
      rows: row(1, str('A1', name), str('B1', 'b')) + row(2, str('A2', '1'), str('B2', '2')),
      ...(state ? { state } : {}),
    })
    const bytes = handBook({ sheets: [sheet('字典', 'hidden'), sheet('名录'), sheet('1'), sheet('说明')] })
    expect((await read(bytes)).value?.sheet).toBe('名录')
    expect((await read(bytes, '说明')).value?.sheet).toBe('说明')
    expect((await read(bytes, '字典')).value?.sheet).toBe('字典')
    expect((await read(bytes, 2)).value?.sheet).toBe('名录')
    expect((await read(bytes, '4')).value?.sheet).toBe('说明')
    // A sheet called 1 is meant by its name before the first sheet is by its number.
    expect((await read(bytes, '1')).value?.sheet).toBe('1')
    expect((await read(bytes, '5')).problems).toEqual([
      {
        code: 'CX1007',
        params: { sheet: '5', available: '字典、名录、1、说明' },
        place: { file: '名录.xlsx' },
      },
    ])
  })

  it('reads a legacy .xls', async () => {
    const bytes = readFileSync(new URL('fixtures/legacy.xls', import.meta.url))
    const { value, problems } = await readWorkbook(bytes, '旧.xls', { sheet: '名录' })
    expect(problems).toEqual([])
    expect(value).toMatchObject({
      encoding: 'xls',
      sheet: '名录',
      headerLine: 2,
      header: ['机构名称', '代码', '得分', '日期'],
    })
    expect(value?.rows).toEqual([
      {
        line: 3,
        cells: ['北京甲公司', '001', '77.75', '2013-10-31'],
        types: ['text', 'text', 'number', 'date'],
      },
      {
        line: 4,
        cells: ['北京乙公司', '91110105CXJG000159', '', '2012-04-09'],
        types: ['text', 'text', 'blank', 'date'],
      },
    ])
  })
})

describe('readWorkbook refuses', () => {
  const faulty = async (rows: string) => (await read(one(header + rows))).problems

  it('error cells, naming the cell', async () => {
    const { value, problems } = await read(
      one(header + row(2, str('A2', '甲'), err('B2', '#N/A')) + row(3, err('A3', '#REF!'), str('B3', '2'))),
    )
    expect(problems).toEqual([
      {
        code: 'CX1011',
        params: { error: '#N/A' },
        place: { file: '名录.xlsx', sheet: '名录', line: 2, column: '代码', cell: 'B2' },
        value: '#N/A',
      },
      {
        code: 'CX1011',
        params: { error: '#REF!' },
        place: { file: '名录.xlsx', sheet: '名录', line: 3, column: '机构名称', cell: 'A3' },
        value: '#REF!',
      },
    ])
    expect(value?.rows[0]).toEqual({ line: 2, cells: ['甲', '#N/A'], types: ['text', 'error'] })
  })

  it('formulas that were never calculated, rather than taking them for empty', async () => {
    expect(await faulty(row(2, str('A2', '甲'), '<c r="B2"><f>A1&amp;"x"</f></c>'))).toMatchObject([
      { code: 'CX1015', params: { formula: '=A1&"x"' }, place: { cell: 'B2' } },
    ])
  })

  it('cells beyond the header', async () => {
    expect(await faulty(row(2, str('A2', '甲'), str('B2', '1'), str('D2', '多')))).toMatchObject([
      { code: 'CX1006', params: { cells: 4, columns: 2 }, place: { line: 2 }, value: '' },
    ])
  })

  it('control characters, which hide as _x0007_', async () => {
    expect(await faulty(row(2, str('A2', '甲_x0007_'), str('B2', '1')))).toMatchObject([
      { code: 'CX1013', params: { code: 'U+0007' }, place: { cell: 'A2' } },
    ])
  })

  it.each([
    ['an empty file', new Uint8Array(), 'CX1001', {}],
    ['an empty sheet', one(''), 'CX1001', {}],
    ['a header without rows', one(header), 'CX1005', {}],
    [
      'a file cut short',
      one(header + row(2, str('A2', 'x'), str('B2', 'y'))).subarray(0, 600),
      'CX1008',
      { fault: 'cut', part: '' },
    ],
    ['a zip without a workbook', noWorkbook(), 'CX1008', { fault: 'no-workbook', part: '' }],
    [
      'a document type declaration',
      handBook({
        sheets: [{ name: 's', rows: header }],
        prolog: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
      }),
      'CX1008',
      { fault: 'dtd', part: 'xl/worksheets/sheet1.xml' },
    ],
    [
      'more than 200 MB unpacked',
      swollen(),
      'CX1009',
      { what: 'workbook', limit: '209715200', actual: expect.stringMatching(/^3\d{8}$/) },
    ],
    [
      '201 columns',
      one(row(1, ...Array.from({ length: 201 }, () => '<c t="inlineStr"><is><t>x</t></is></c>'))),
      'CX1009',
      { what: 'columns', limit: '200', actual: '201' },
    ],
    [
      'a lone cell in the far corner',
      one(row(1, str('A1', 'x')) + row(1048576, str('XFD1048576', 'y'))),
      'CX1009',
      { what: 'cells' },
    ],
  ])('%s', async (_, bytes, code, params) => {
    const result = await read(bytes)
    expect(result.value).toBeNull()
    expect(result.problems).toMatchObject([{ code, params, place: { file: '名录.xlsx' } }])
  })

  it('an encrypted workbook', async () => {
    const { writeXlsx } = await import('hucre/xlsx')
    const bytes = await writeXlsx({
      sheets: [{ name: 's', rows: [['a']] }],
      encryption: { password: 'x', spinCount: 10 },
    })
    expect((await read(bytes)).problems).toMatchObject([{ code: 'CX1008', params: { fault: 'encrypted' } }])
  })

  it('a legacy workbook with a password, which the library would read as noise', async () => {
    const bytes = Uint8Array.from(readFileSync(new URL('fixtures/legacy.xls', import.meta.url)))
    const globals = Buffer.from(bytes).indexOf(Buffer.from('0908100000060500', 'hex'))
    bytes[globals + 20] = 0x2f
    bytes[globals + 21] = 0
    const result = await readWorkbook(bytes, '旧.xls')
    expect(result.value).toBeNull()
    expect(result.problems).toMatchObject([{ code: 'CX1008', params: { fault: 'encrypted' } }])
  })
})
