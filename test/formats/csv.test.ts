// CSV as cases: line ends, quotes, delimiters, and every fault with the line a clerk would look for.

import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../src/formats/csv-write.ts'
import { readCsv } from './read-all.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readCsv(utf8(text), 'a.csv')
const lines = (text: string) => read(text).value?.rows.map(r => [r.line, ...r.cells])

/** What, text, rows as [line, ...cells]; the header is always a,b. */
const SOUND: [string, string, (string | number)[][]][] = [
  [
    'LF',
    'a,b\n1,2\n3,4\n',
    [
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  ],
  [
    'CRLF',
    'a,b\r\n1,2\r\n3,4\r\n',
    [
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  ],
  [
    'CR only',
    'a,b\r1,2\r3,4',
    [
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  ],
  [
    'mixed line ends',
    'a,b\r\n1,2\n3,4\r5,6\r\n7,8',
    [
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5', '6'],
      [5, '7', '8'],
    ],
  ],
  ['no end at the last line', 'a,b\n1,2', [[2, '1', '2']]],
  [
    'blank lines counted',
    '\n\na,b\n\n1,2\n   \n,\n"",\n3,4\n\n',
    [
      [5, '1', '2'],
      [9, '3', '4'],
    ],
  ],
  [
    'quoted line break LF',
    'a,b\n"1\n1",2\n3,4\n',
    [
      [2, '1\n1', '2'],
      [4, '3', '4'],
    ],
  ],
  [
    'quoted line break CRLF, which becomes LF',
    'a,b\r\n"1\r\n\r\n1",2\r\n3,4\r\n',
    [
      [2, '1\n\n1', '2'],
      [5, '3', '4'],
    ],
  ],
  [
    'quoted line break CR, which becomes LF',
    'a,b\r"1\r1",2\r3,4\r',
    [
      [2, '1\n1', '2'],
      [4, '3', '4'],
    ],
  ],
  [
    'LF inside, CRLF outside',
    'a,b\r\n"1\n1","2\n"\r\n3,4\r\n',
    [
      [2, '1\n1', '2\n'],
      [5, '3', '4'],
    ],
  ],
  ['line break in the header', '"a","b"\n1,2\n', [[2, '1', '2']]],
  ['doubled quotes', 'a,b\n"say ""hi""",""""\n', [[2, 'say "hi"', '"']]],
  ['quoted delimiter', 'a,b\n"1,1",2\n', [[2, '1,1', '2']]],
  ['semicolon', 'a;b\n1,5;2\n', [[2, '1,5', '2']]],
  ['tab', 'a\tb\n1,5\t2\n', [[2, '1,5', '2']]],
  ['delimiters quoted in the header do not count', '"a","b"\n1,2', [[2, '1', '2']]],
  ['fewer cells are filled up', 'a,b\n1\n', [[2, '1', '']]],
  ['empty cells beyond the header', 'a,b,,\n1,2,,,\n', [[2, '1', '2']]],
  ['spaces stay', 'a,b\n 1 , 2\n', [[2, ' 1 ', ' 2']]],
  ['mark twice', '\uFEFF\uFEFFa,b\n1,2', [[2, '1', '2']]],
]

describe('readCsv', () => {
  it.each(SOUND)('reads %s', (_, text, rows) => {
    const result = read(text)
    expect(result.problems).toEqual([])
    expect(result.value?.header).toEqual(['a', 'b'])
    expect(lines(text)).toEqual(rows)
  })

  it('gives the header line, the header as written and the encoding', () => {
    const result = readCsv(Buffer.from('\n"机构\n名称",代码\n甲,1\n'), '名录.csv')
    expect(result.value).toEqual({
      file: '名录.csv',
      encoding: 'utf-8',
      delimiter: ',',
      headerLine: 2,
      header: ['机构\n名称', '代码'],
      firstColumn: 0,
      rows: [{ line: 4, cells: ['甲', '1'] }],
    })
  })

  it('reads GB18030 and says so', () => {
    const gb = Buffer.from('d0d5c3fb2cb5a5cebb0ad5c5c8fd2cb1b1bea90a', 'hex')
    const { value } = readCsv(gb, 'a.csv')
    expect(value?.encoding).toBe('gb18030')
    expect(value?.header).toEqual(['姓名', '单位'])
    expect(value?.rows[0]?.cells).toEqual(['张三', '北京'])
  })

  it('reads a single column', () => {
    expect(lines('代码\n001\n002\n')).toEqual([
      [2, '001'],
      [3, '002'],
    ])
  })

  it('takes the delimiter from a header whose quoted cell holds other delimiters', () => {
    expect(read('"x,y,z";b\n1;2\n').value?.header).toEqual(['x,y,z', 'b'])
  })
})

/** What, text, problems as [code, line, params]; whether the other rows are still usable. */
const FAULTS: [string, string, [string, number | undefined, Record<string, unknown>][], boolean][] = [
  ['an empty file', '', [['CX1001', undefined, { bytes: 0 }]], false],
  ['only blank lines', '\n \r\n', [['CX1001', undefined, { bytes: 4 }]], false],
  ['a header without rows', '\na,b\n\n', [['CX1005', 2, {}]], false],
  ['a quote never closed', 'a,b\n1,2\n3,"4\n5,6\n7,8\n', [['CX1004', 3, { startLine: 3 }]], false],
  [
    'a quote never closed before sound quotes',
    'a,b\n"1,2\n"3","4"\n"5","6"\n',
    [['CX1004', 2, { startLine: 2 }]],
    false,
  ],
  [
    'two quotes never closed',
    'a,b\n"1,2\n3,4\n"5,6\n7,8\n',
    [
      ['CX1004', 2, { startLine: 2 }],
      ['CX1004', 4, { startLine: 4 }],
    ],
    false,
  ],
  ['a quote never closed in the last cell', 'a,b\n1,"', [['CX1004', 2, { startLine: 2 }]], false],
  ['a quote never closed in the header', '"a,b\n1,2\n', [['CX1004', 1, { startLine: 1 }]], false],
  [
    'a quote inside a bare cell',
    'a,b\n1,2\n北京"诚信"公司,4\n5,6\n',
    [['CX1012', 3, { detail: '北京"诚信"公司,4' }]],
    true,
  ],
  ['text after a closing quote', 'a,b\n"1"x,2\n', [['CX1012', 2, { detail: '"1"x,2' }]], true],
  ['a space before an opening quote', 'a,b\n1, "2"\n', [['CX1012', 2, { detail: '1, "2"' }]], true],
  ['too many cells', 'a,b\n1,2,3\n4,5\n', [['CX1006', 2, { cells: 3, columns: 2 }]], true],
  [
    'too many cells after a quoted break',
    'a,b\n"1\n1",2\n3,4,5\n',
    [['CX1006', 4, { cells: 3, columns: 2 }]],
    true,
  ],
  ['a control character', 'a,b\n1,x\u001B[31m\n', [['CX1013', 2, { code: 'U+001B' }]], true],
  ['a C1 control character', 'a,b\n1,x\u009B\n', [['CX1013', 2, { code: 'U+009B' }]], true],
  [
    'several faults at once',
    'a,b\n1,2,3\n4"4,5\n6,\u0007\n',
    [
      ['CX1006', 2, { cells: 3, columns: 2 }],
      ['CX1012', 3, { detail: '4"4,5' }],
      ['CX1013', 4, { code: 'U+0007' }],
    ],
    true,
  ],
  ['a control character in the header', 'a\u0001,b\n1,2\n', [['CX1013', 1, { code: 'U+0001' }]], false],
]

describe('readCsv refuses', () => {
  it.each(FAULTS)('%s', (_, text, expected, usable) => {
    const result = read(text)
    expect(result.problems.map(p => [p.code, p.place.line, p.params])).toEqual(expected)
    expect(result.problems.every(p => p.place.file === 'a.csv')).toBe(true)
    expect(result.value !== null).toBe(usable)
  })

  it('keeps a faulty row whole, for the rejects file, beside the sound ones', () => {
    expect(lines('a,b\n1,2,3\n4"4,5\n6,7\n')).toEqual([
      [2, '1', '2', '3'],
      [3, '4"4', '5'],
      [4, '6', '7'],
    ])
  })

  it('names column and value of the cell', () => {
    const [problem] = read('机构名称,代码\n甲\u0007,1\n').problems
    expect(problem).toMatchObject({ place: { line: 2, column: '机构名称' }, value: '甲\\u0007' })
  })

  it('warns of characters that an earlier conversion lost', () => {
    const result = read('a,b\n北\uFFFD,2\n')
    expect(result.problems).toEqual([])
    expect(result.warnings).toMatchObject([{ code: 'CX1014', place: { line: 2, column: 'a' } }])
  })

  it.each([
    ['cell', `a,b\n${'x'.repeat(32_768)},1\n`, '32767', '32768', 2],
    ['row', `${'a,'.repeat(39)}b\n${`${'京'.repeat(10_000)},`.repeat(39)}1\n`, '1048576', '1170001', 2],
    ['columns', `${'a,'.repeat(200)}b\n${'1,'.repeat(200)}2\n`, '200', '201', 1],
  ])('over the limit of a %s', (what, text, limit, actual, line) => {
    expect(read(text).problems).toMatchObject([
      { code: 'CX1009', params: { what, limit, actual }, place: { line } },
    ])
  })

  it('takes a cell, a row and a header of exactly the limit', () => {
    expect(read(`a,b\n${'x'.repeat(32_767)},1\n`).problems).toEqual([])
    expect(read(`${'a,'.repeat(199)}b\n${'1,'.repeat(199)}2\n`).problems).toEqual([])
  })

  it('gets to the end of a file of nothing but opening quotes', () => {
    expect(read(`a,b\n${'"\n'.repeat(30_001)}`).value).toBeNull()
    expect(read(`a,b\n${'x,"y\n'.repeat(30_000)}`).value).toBeNull()
  })
})

describe('writeCsv', () => {
  it.each(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const)(
    'of more rows than are written at once is what it is of each, with one mark: %s',
    encoding => {
      const rows = Array.from({ length: 25_001 }, (_, i) => [`第${i}行`, i])
      const whole = Buffer.from(writeCsv(rows, { encoding }))
      const mark = { 'utf-8': 0, 'utf-8-bom': 3, 'utf-16le': 2, 'utf-16be': 2, gb18030: 0 }[encoding]
      const single = rows.map(row => Buffer.from(writeCsv([row], { encoding })))
      const joined = [single[0]!, ...single.slice(1).map(bytes => bytes.subarray(mark))]
      expect(whole.equals(Buffer.concat(joined))).toBe(true)
    },
  )

  const text = (rows: (string | number | null)[][], eol?: '\n') =>
    new TextDecoder().decode(writeCsv(rows, { encoding: 'utf-8', ...(eol ? { eol } : {}) }))

  it('writes CRLF, a mark for Excel, quotes where needed, nothing for null', () => {
    expect(
      Buffer.from(
        writeCsv(
          [
            ['a', 'b'],
            ['1,1', null],
          ],
          { encoding: 'utf-8-bom' },
        ),
      ).toString('hex'),
    ).toBe(Buffer.from('\uFEFFa,b\r\n"1,1",\r\n').toString('hex'))
  })

  it('quotes any line break, whatever the line end in use', () => {
    expect(text([['x\ny', 'x\ry', 'q"q']])).toBe('"x\ny","x\ry","q""q"\r\n')
    expect(text([['x\r\ny']], '\n')).toBe('"x\r\ny"\n')
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['＝1', "'＝1"],
    [-5, '-5'],
    [77.75, '77.75'],
    ['001', '001'],
    ['2013-10-31', '2013-10-31'],
  ])('makes formulas harmless: %j', (value, written) => {
    expect(text([[value]])).toBe(`${written}\r\n`)
  })

  it('escapes a leading tab', () => {
    expect(text([['\t=1']])).toBe('"\'\t=1"\r\n')
  })

  it('writes GB18030', () => {
    expect(Buffer.from(writeCsv([['联通']], { encoding: 'gb18030', eol: '\n' })).toString('hex')).toBe(
      'c1aacda80a',
    )
  })
})

describe('writeCsv then readCsv', () => {
  // What the reader refuses or takes off by rule (control and invisible characters, lost ones), and private
  // characters that GB18030 folds together.
  const REFUSED = /(?![\t\r\n])\p{Cc}|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD\uE000-\uF8FF]/gu
  const cell = fc.string({ unit: 'binary' }).map(s => s.replace(REFUSED, ''))
  const harmless = cell.filter(s => !/^[=+\-@\t\r＝＋－＠]/.test(s))
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain(n => fc.array(fc.array(harmless, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 8 }))

  it.each(['utf-8', 'utf-8-bom', 'gb18030'] as const)('gives the same texts back in %s', encoding => {
    fc.assert(
      fc.property(table, fc.constantFrom('\r\n' as const, '\n' as const), (rows, eol) => {
        const header = rows[0]!.map((_, i) => `列${i}`)
        const { value, problems } = readCsv(writeCsv([header, ...rows], { encoding, eol }), 'a.csv')
        const filled = rows.filter(r => r.some(c => c.trim() !== ''))
        expect(problems.map(p => p.code)).toEqual(filled.length === 0 ? ['CX1005'] : [])
        expect(value?.header ?? header).toEqual(header)
        const read = filled.map(r => r.map(c => c.replace(/\r\n?/g, '\n')))
        expect(value?.rows.map(r => r.cells) ?? []).toEqual(read)
      }),
    )
  })
})

describe('quoted cells', () => {
  it('are cut where csv-parse cuts them, whatever is quoted', () => {
    const cell = fc.array(fc.constantFrom('a', '"', '""', ',', ';', '\n', '\r\n', ' ', '中'), {
      maxLength: 5,
    })
    const row = fc.tuple(...Array.from({ length: 3 }, () => cell.map(parts => parts.join(''))))
    const quoting = fc.record({ quoted: fc.boolean(), quoted_empty: fc.boolean() })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), quoting, (rows, how) => {
        const text = stringify([['甲', '乙', '丙'], ...rows, ['x', 'y', 'z']], how)
        const filled = parse(text)
          .slice(1)
          .filter(cells => cells.some(cell => cell.trim() !== ''))
        const found = read(text).value?.rows.map(r => r.cells)
        expect(found).toEqual(filled.map(cells => cells.map(cell => cell.replaceAll('\r\n', '\n'))))
      }),
      { seed: 3, numRuns: 1000 },
    )
  })
})
