// Cells of workbooks: where a fault in one is told to be, and cells that hold no value.
import { readFileSync } from 'node:fs'
import { str } from '../../formats/workbook.ts'
import { book, type Case, date, error, formula, number, ROSTER, uncalculated } from '../case.ts'

const noun = 'agency'
const sheet = '名录'
const encoding = 'xlsx'
const stored = [
  { uscc: '91110105CXYL02506T', staff_count: 8 },
  { uscc: '91110105CXYL024935', staff_count: 12 },
]
/** Made by LibreOffice from what `book` gives. */
const file = (name: string) => readFileSync(new URL(`../files/${name}`, import.meta.url))

/** A fault in one cell of the sample's last row. */
export const cell = (
  name: string,
  what: string,
  column: string,
  xml: (ref: string) => string,
  told: { code: string; cell: string; value: string; says: string[] },
): Case => ({
  file: name,
  what,
  noun,
  bytes: book(ROSTER, { [column]: xml }),
  refused: [{ ...told, column, line: 17, sheet }],
})

export const cells: readonly Case[] = [
  {
    file: 'fault.xlsx',
    what: 'a fault is told by sheet and cell',
    noun,
    bytes: book(ROSTER, { 机构类别: '其他' }),
    refused: [
      {
        code: 'CX1032',
        line: 17,
        column: '机构类别',
        value: '其他',
        sheet,
        cell: 'C17',
        says: ['“其他”', '经营性、公共、市属'],
      },
    ],
  },
  {
    file: 'fault.xls',
    what: 'a fault of an old workbook too',
    noun,
    bytes: file('fault.xls'),
    flags: ['--sheet', sheet],
    refused: [
      {
        code: 'CX1032',
        line: 17,
        column: '机构类别',
        value: '其他',
        sheet,
        cell: 'C17',
        says: ['“其他”', '经营性、公共、市属'],
      },
    ],
  },
  {
    file: 'error.xlsx',
    what: 'an error cell where a count is meant',
    noun,
    bytes: book(ROSTER, { 从业人员数: error('#REF!') }),
    refused: [
      {
        code: 'CX1011',
        line: 17,
        column: '从业人员数',
        value: '#REF!',
        sheet,
        cell: 'J17',
        says: ['#REF!'],
      },
    ],
  },
  cell('error-text.xlsx', 'an error cell where a text is meant', '联系电话', error('#REF!'), {
    code: 'CX1011',
    cell: 'I17',
    value: '#REF!',
    says: ['#REF!'],
  }),
  cell('error-value.xlsx', 'another error cell', '机构名称', error('#N/A'), {
    code: 'CX1011',
    cell: 'A17',
    value: '#N/A',
    says: ['#N/A'],
  }),
  {
    file: 'error.xls',
    what: 'an error cell of an old workbook',
    noun,
    bytes: file('error-cell.xls'),
    flags: ['--sheet', sheet],
    refused: [
      {
        code: 'CX1011',
        line: 17,
        column: '从业人员数',
        value: '#REF!',
        sheet,
        cell: 'J17',
        says: ['#REF!'],
      },
    ],
  },
  cell(
    'formula-bare.xlsx',
    'a formula that was never calculated',
    '联系电话',
    uncalculated('"010-"&amp;A1'),
    {
      code: 'CX1015',
      cell: 'I17',
      value: '="010-"&A1',
      says: ['="010-"&A1', '重新计算'],
    },
  ),
  {
    file: 'formula-nothing.xlsx',
    what: 'a formula whose result is no text is a blank cell',
    noun,
    bytes: book(ROSTER, { 联系电话: formula('IF(A1=0,A1,"")', '') }),
    encoding,
    stored: [stored[0]!, { phone: null }],
  },
  {
    file: 'formula.xlsx',
    what: 'a formula counts with its stored result',
    noun,
    bytes: book(ROSTER, { 机构名称: formula('B2&amp;C2', '北京银杏样例人力资源有限公司') }),
    encoding,
    stored,
  },
  {
    file: 'numbers.xlsx',
    what: 'number and date cells where numbers and days are meant',
    noun,
    bytes: book(ROSTER, { 从业人员数: number('12'), 发证日期: date(41_008) }),
    encoding,
    stored: [stored[0]!, { staff_count: 12, issued_on: '2012-04-09' }],
  },
  cell('fraction.xlsx', 'a fraction where a count is meant', '从业人员数', number('12.5'), {
    code: 'CX1036',
    cell: 'J17',
    value: '12.5',
    says: ['12.5', '0 位'],
  }),
  {
    file: 'more-cells.xlsx',
    what: 'a cell beyond the header',
    noun,
    bytes: book(ROSTER, { 从业人员数: ref => str(ref, '12') + str('K17', '多一格') }),
    refused: [{ code: 'CX1006', line: 17, value: '多一格', sheet, says: ['11', '10'] }],
  },
  {
    file: 'control.xlsx',
    what: 'a zero-width space in a name',
    noun,
    bytes: book(ROSTER, { 机构名称: '北京\u200B银杏样例人力资源有限公司' }),
    refused: [
      {
        code: 'CX1013',
        line: 17,
        column: '机构名称',
        value: '北京\\u200b银杏样例人力资源有限公司',
        sheet,
        cell: 'A17',
        says: ['U+200B'],
      },
    ],
  },
  {
    file: 'control-kind.xlsx',
    what: 'a zero-width space in a word of a list is told once',
    noun,
    bytes: book(ROSTER, { 机构类别: '经营\u200B性' }),
    refused: [
      {
        code: 'CX1013',
        line: 17,
        column: '机构类别',
        value: '经营\\u200b性',
        sheet,
        cell: 'C17',
        says: ['U+200B'],
      },
    ],
  },
]
