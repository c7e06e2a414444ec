// Rows, quotes, line ends and characters of a text file.
import { type Case, csv, lines, ROSTER } from '../case.ts'

const noun = 'agency'
const encoding = 'utf-8'
const head = ROSTER.header.join(',')
const [first, second] = ROSTER.rows.map(r => r.join(',')) as [string, string]
const stored = [
  { name: '北京青松样例人才服务有限公司', staff_count: 8 },
  { name: '北京银杏样例人力资源有限公司', staff_count: 12 },
]
const columns = (count: number) => Array.from({ length: count }, (_, i) => `备注${i + 1}`)
const ignored = (count: number) => columns(count).map(column => ({ code: 'CX1022', line: 1, column }))

export const texts: readonly Case[] = [
  {
    file: 'header-only.csv',
    what: 'a header without rows',
    noun,
    bytes: lines(head),
    refused: [{ code: 'CX1005', line: 1 }],
  },
  {
    file: 'header-and-blanks.csv',
    what: 'a header and blank rows only',
    noun,
    bytes: lines(head, ',,,,,,,,,', ''),
    refused: [{ code: 'CX1005', line: 1 }],
  },
  {
    file: 'unclosed-quote.csv',
    what: 'a quote opened in line 3 and never closed',
    noun,
    bytes: lines(head, first, second.replace('北京', '"北京'), first, second),
    refused: [{ code: 'CX1004', line: 3, says: ['第 3 行'] }],
  },
  {
    file: 'unclosed-last.csv',
    what: 'a quote in the last cell never closed',
    noun,
    bytes: `${lines(head, first)}${second.replace(/12$/, '"12')}`,
    refused: [{ code: 'CX1004', line: 3, says: ['第 3 行'] }],
  },
  {
    file: 'unclosed-header.csv',
    what: 'a quote in the header never closed',
    noun,
    bytes: lines(head.replace('机构类别', '"机构类别'), first, second),
    refused: [{ code: 'CX1004', line: 1, says: ['第 1 行'] }],
  },
  {
    file: 'stray-quote.csv',
    what: 'a quote within a cell',
    noun,
    bytes: csv(ROSTER, { 机构名称: '北京"银杏"样例人力资源有限公司' }),
    refused: [{ code: 'CX1012', line: 3, column: '机构名称', says: ['北京"银杏'] }],
  },
  {
    file: 'stray-after.csv',
    what: 'text behind a closing quote',
    noun,
    bytes: csv(ROSTER, { 机构名称: '"北京银杏"样例人力资源有限公司' }),
    refused: [{ code: 'CX1012', line: 3, column: '机构名称', says: ['"北京银杏"样例'] }],
  },
  {
    file: 'more-cells.csv',
    what: 'a row with more cells than the header',
    noun,
    bytes: lines(head, first, `${second},多一格`),
    refused: [{ code: 'CX1006', line: 3, value: '多一格', says: ['11', '10'] }],
  },
  {
    file: 'fewer-cells.csv',
    what: 'a row that ends before a required cell',
    noun,
    bytes: lines(head, first, '北京银杏样例人力资源有限公司,91110105CXYL024935'),
    refused: [{ code: 'CX1023', line: 3, column: '机构类别', value: '', says: ['机构类别'] }],
  },
  {
    file: 'fewer-cells-optional.csv',
    what: 'a row that leaves off optional cells at its end',
    noun,
    bytes: lines(head, first, second.split(',').slice(0, 8).join(',')),
    encoding,
    warned: [{ code: 'CX1019', line: 3, says: ['8', '10'] }],
    stored: [stored[0]!, { name: stored[1]!.name, phone: null, staff_count: null }],
  },
  {
    file: 'long-cell.csv',
    what: 'a cell of 32,768 characters',
    noun,
    bytes: csv(ROSTER, { 联系电话: '1'.repeat(32_768) }),
    refused: [{ code: 'CX1009', line: 3, column: '联系电话', says: ['32768', '32767'] }],
  },
  {
    file: 'many-columns.csv',
    what: '201 columns',
    noun,
    bytes: lines(`${head},${columns(191)}`, `${first}${','.repeat(191)}`),
    refused: [{ code: 'CX1009', line: 1, says: ['201', '200'] }],
  },
  {
    file: 'long-row.csv',
    what: 'a row of more than 1 MiB',
    noun,
    bytes: lines(`${head},${columns(12)}`, `${first},${columns(12).map(() => '长'.repeat(32_000))}`),
    warned: ignored(12),
    refused: [{ code: 'CX1009', line: 2, says: ['1048576'] }],
  },
  {
    file: 'control.csv',
    what: 'a control character in a cell',
    noun,
    bytes: csv(ROSTER, { 联系电话: '010-\x0700000099' }),
    refused: [
      { code: 'CX1013', line: 3, column: '联系电话', value: '010-\\u000700000099', says: ['U+0007'] },
    ],
  },
  {
    file: 'escape.csv',
    what: 'a terminal sequence in a cell, which must not reach the terminal',
    noun,
    bytes: csv(ROSTER, { 联系电话: '\x1B[2J010' }),
    refused: [{ code: 'CX1013', line: 3, column: '联系电话', value: '\\u001b[2J010', says: ['U+001B'] }],
  },
  {
    file: 'zero-width.csv',
    what: 'a zero-width space in a name',
    noun,
    bytes: csv(ROSTER, { 机构名称: '北京\u200B银杏样例人力资源有限公司' }),
    refused: [
      {
        code: 'CX1013',
        line: 3,
        column: '机构名称',
        value: '北京\\u200b银杏样例人力资源有限公司',
        says: ['U+200B'],
      },
    ],
  },
  {
    file: 'control-header.csv',
    what: 'a turned direction in a header',
    noun,
    bytes: csv(ROSTER).replace('机构类别', '机构\u202E类别'),
    refused: [
      { code: 'CX1013', line: 1, column: '机构\u202E类别', value: '机构\\u202e类别', says: ['U+202E'] },
    ],
  },
  {
    file: 'lost-character.csv',
    what: 'a character that an earlier conversion lost: a warning',
    noun,
    bytes: csv(ROSTER, { 机构名称: '北京\uFFFD杏样例人力资源有限公司' }),
    warned: [
      {
        code: 'CX1014',
        line: 3,
        column: '机构名称',
        value: '北京\uFFFD杏样例人力资源有限公司',
        says: ['U+FFFD'],
      },
    ],
    encoding,
    stored: [stored[0]!, { name: '北京\uFFFD杏样例人力资源有限公司' }],
  },
  {
    file: 'mixed-line-ends.csv',
    what: 'CRLF, LF and CR in one file',
    noun,
    bytes: `${head}\r\n${first}\n\r${second}\r`,
    encoding,
    stored,
  },
  {
    file: 'mixed-line-ends-fault.csv',
    what: 'a fault behind mixed line ends is on the line that an editor shows',
    noun,
    bytes: `${head}\r\n${first}\n\r${second.replace('经营性', '营利')}\r`,
    refused: [{ code: 'CX1032', line: 4, column: '机构类别', value: '营利', says: ['经营性、公共、市属'] }],
  },
  {
    file: 'titles.csv',
    what: 'title rows above the header, blank rows between and behind',
    noun,
    bytes: lines('2013年名录,,,', '', '填报单位：样例,', head, '', first, ',,,', second, '', ''),
    encoding,
    stored,
  },
  {
    file: 'titles-fault.csv',
    what: 'a fault under title rows and blank rows is on its own line',
    noun,
    bytes: lines('2013年名录,,,', '', head, '', first, ',,,', second.replace(',12', ',约十人')),
    refused: [{ code: 'CX1033', line: 7, column: '从业人员数', value: '约十人' }],
  },
  {
    file: 'semicolons.csv',
    what: 'semicolons instead of commas',
    noun,
    bytes: csv(ROSTER, {}, ';'),
    encoding,
    stored,
  },
  { file: 'tabs.txt', what: 'tabs instead of commas', noun, bytes: csv(ROSTER, {}, '\t'), encoding, stored },
  {
    file: 'quoted.csv',
    what: 'commas, quotes and line breaks within quotes, which are stored as LF',
    noun,
    bytes: csv(ROSTER, { 机构名称: '"北京""银杏"",样例\r\n公司"' }),
    encoding,
    stored: [stored[0]!, { name: '北京"银杏",样例\n公司' }],
  },
  {
    file: 'quoted-fault.csv',
    what: 'a fault behind quoted line breaks: the first line of its record is told',
    noun,
    bytes: lines(
      head,
      first.replace('北京青松', '"北京\n青松').replace('公司', '公司"'),
      second.replace('北京银杏', '"北京\r\n银杏').replace('公司', '公司"').replace('经营性', '营利'),
    ),
    refused: [{ code: 'CX1032', line: 4, column: '机构类别', value: '营利' }],
  },
  {
    file: 'blanks.csv',
    what: 'spaces, wide spaces and no-break spaces around cells',
    noun,
    bytes: csv(ROSTER, { 机构名称: ' \u3000北京银杏样例人力资源有限公司\u00A0 ', 机构类别: '经营性 ' }),
    encoding,
    stored,
  },
]
