// Cells of workbooks with the format of a date: times, numbers that are no days, codes taken for days.
import { readFileSync } from 'node:fs'
import { book, type Case, date, ROSTER } from '../case.ts'
import { cell } from './cells.ts'

const noun = 'agency'
const sheet = '名录'
const encoding = 'xlsx'

/** The date cell F17 of an old workbook with another number in it: a whole one of 30 bits. */
function dated(count: number): Uint8Array {
  const bytes = Uint8Array.from(readFileSync(new URL('../files/roster.xls', import.meta.url)))
  const record = Buffer.from(bytes).indexOf(Buffer.from('7e020a0010000500', 'hex'))
  new DataView(bytes.buffer).setUint32(record + 10, ((count << 2) | 2) >>> 0, true)
  return bytes
}

export const dateCells: readonly Case[] = [
  cell(
    'date-beyond.xlsx',
    'a mobile number in a cell with the format of a date',
    '联系电话',
    date(13_800_000_099),
    {
      code: 'CX1017',
      cell: 'I17',
      value: '13800000099',
      says: ['日期格式', '13800000099', '“文本”'],
    },
  ),
  cell(
    'date-digits.xlsx',
    'eight digits typed into a cell with the format of a date',
    '有效期至',
    date(20_150_409),
    {
      code: 'CX1017',
      cell: 'F17',
      value: '20150409',
      says: ['日期格式', '20150409'],
    },
  ),
  cell('date-negative.xlsx', 'a negative number in a cell with the format of a date', '有效期至', date(-5), {
    code: 'CX1017',
    cell: 'F17',
    value: '-5',
    says: ['-5'],
  }),
  cell('date-last.xlsx', 'the day after the last that a workbook knows', '有效期至', date(2_958_466), {
    code: 'CX1017',
    cell: 'F17',
    value: '2958466',
    says: ['2958466'],
  }),
  {
    file: 'date-beyond.xls',
    what: 'a number that is no day in a date cell of an old workbook',
    noun,
    bytes: dated(138_000_000),
    flags: ['--sheet', sheet],
    refused: [
      {
        code: 'CX1017',
        line: 17,
        column: '有效期至',
        value: '138000000',
        sheet,
        cell: 'F17',
        says: ['138000000'],
      },
    ],
  },
  {
    file: 'date-digits.xls',
    what: 'eight digits in a date cell of an old workbook',
    noun,
    bytes: dated(20_150_409),
    flags: ['--sheet', sheet],
    refused: [
      {
        code: 'CX1017',
        line: 17,
        column: '有效期至',
        value: '20150409',
        sheet,
        cell: 'F17',
        says: ['20150409'],
      },
    ],
  },
  {
    file: 'date-elsewhere.xlsx',
    what: 'a number that is no day in a column that is not read',
    noun,
    bytes: book(
      { ...ROSTER, header: [...ROSTER.header.slice(0, 8), '备注', '从业人员数'] },
      { 备注: date(-5) },
    ),
    warned: [{ code: 'CX1022', line: 3, column: '备注', sheet, cell: 'I3' }],
    encoding,
    stored: [{ staff_count: 8 }, { staff_count: 12, phone: null }],
  },
  cell('code-date.xlsx', 'a license number that Excel took for a date', '许可证编号', date(42_103), {
    code: 'CX1048',
    cell: 'D17',
    value: '2015-04-09',
    says: ['2015-04-09', '日期', '“文本”'],
  }),
  {
    file: 'date-time.xlsx',
    what: 'a time of day in a date cell',
    noun,
    bytes: book(ROSTER, { 有效期至: date(42_103.5) }),
    refused: [
      {
        code: 'CX1031',
        line: 17,
        column: '有效期至',
        value: '2015-04-09 12:00',
        sheet,
        cell: 'F17',
        says: ['2015-04-09 12:00'],
      },
    ],
  },
]
