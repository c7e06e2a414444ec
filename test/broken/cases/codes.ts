// Unified social credit codes and other codes. Check characters were computed apart from the program.
import { book, type Case, COMPLAINTS, csv, number, ROSTER } from '../case.ts'

const noun = 'agency'
const column = '统一社会信用代码'
const GOOD = '91110105CXYL024935'

const wrong = (file: string, what: string, value: string, code: string, ...says: string[]): Case => ({
  file,
  what,
  noun,
  bytes: csv(ROSTER, { [column]: value }),
  refused: [{ code, line: 3, column, value, says: [value, ...says] }],
})
const right = (file: string, what: string, value: string): Case => ({
  file,
  what,
  noun,
  bytes: csv(ROSTER, { [column]: value }),
  encoding: 'utf-8',
  stored: [{ uscc: '91110105CXYL02506T' }, { uscc: GOOD }],
})

export const codes: readonly Case[] = [
  wrong('code-17.csv', '17 characters', '91110105CXYL02493', 'CX1040', '应为 18 位', '17 位'),
  wrong('code-19.csv', '19 characters', '91110105CXYL0249355', 'CX1040', '19 位'),
  wrong('code-15.csv', 'a registration number of before 2015', '110105012345678', 'CX1040', '15 位'),
  wrong('code-o.csv', 'O for 0', '9111O105CXYL024935', 'CX1041', 'O→0'),
  wrong('code-i.csv', 'I for 1', '9I110105CXYL024935', 'CX1041', 'I→1'),
  wrong('code-s.csv', 'S for 5', '9111010SCXYL024935', 'CX1041', 'S→5'),
  wrong('code-z.csv', 'Z for 2', '91110105CXYL0Z4935', 'CX1041', 'Z→2'),
  wrong('code-v.csv', 'V, which no code has', '91110105CXVL024935', 'CX1041', 'V→U'),
  wrong('code-sign.csv', 'a sign within', '91110105CXYL02493#', 'CX1041', '#'),
  wrong('code-check.csv', 'the check character', '91110105CXYL024936', 'CX1042', '应为“5”', '实为“6”'),
  {
    file: 'code-swap.csv',
    what: 'two characters swapped: both check characters find it',
    noun,
    bytes: csv(ROSTER, { [column]: '91110105CXLY024935' }),
    refused: [
      { code: 'CX1043', line: 3, column, value: '91110105CXLY024935', says: ['第 17 位', '实为“3”'] },
      { code: 'CX1042', line: 3, column, value: '91110105CXLY024935', says: ['末位', '实为“5”'] },
    ],
  },
  wrong(
    'code-organization.csv',
    'the organization part',
    '91110105CXYL024948',
    'CX1043',
    '应为“3”',
    '实为“4”',
  ),
  wrong('code-category.csv', 'a category its department lacks', '94110105CXYL02493U', 'CX1044', '“94”'),
  wrong('code-department.csv', 'a department there is not', 'B1110105CXYL024933', 'CX1044', '“B1”'),
  wrong('code-region.csv', 'a province there is not', '91990105CXYL02493U', 'CX1045', '“990105”'),
  wrong('code-letter-region.csv', 'a letter in the region', '911A0105CXYL02493A', 'CX1045', '“1A0105”'),
  wrong('code-quoted.csv', 'an apostrophe in front', `'${GOOD}`, 'CX1040', '19 位'),
  wrong('code-exponent.csv', 'shown as a power of ten', '9.11E+17', 'CX1046', '文本'),
  wrong('code-exponent-long.csv', 'saved as a power of ten', '9.11101051234568E+17', 'CX1046', '文本'),
  right('code-wide.csv', 'full-width characters', '９１１１０１０５ＣＸＹＬ０２４９３５'),
  right('code-lower.csv', 'lower case', '91110105cxyl024935'),
  right('code-spaced.csv', 'spaces and dashes within', '9111 0105-CXYL 0249\u300035'),
  {
    file: 'code-number.xlsx',
    what: 'an 18-digit number cell',
    noun,
    bytes: book(ROSTER, { [column]: number('911101051234567883') }),
    refused: [
      {
        code: 'CX1046',
        line: 17,
        column,
        value: '911101051234568000',
        sheet: '名录',
        cell: 'B17',
        says: ['文本'],
      },
    ],
  },
  {
    file: 'license-number.xlsx',
    what: 'a license number of 18 digits in a number cell',
    noun,
    bytes: book(ROSTER, { 许可证编号: number('110105201200000099') }),
    refused: [
      {
        code: 'CX1046',
        line: 17,
        column: '许可证编号',
        value: '110105201200000000',
        sheet: '名录',
        cell: 'D17',
        says: ['文本'],
      },
    ],
  },
  {
    file: 'district-number.xlsx',
    what: 'a district code and a mobile number in number cells lose nothing',
    noun,
    bytes: book(ROSTER, { 区划代码: number('110105'), 联系电话: number('13800000099') }),
    encoding: 'xlsx',
    stored: [{}, { district_code: '110105', phone: '13800000099' }],
  },
  {
    file: 'district-zero.csv',
    what: 'a district code that lost its first digit',
    noun,
    bytes: csv(ROSTER, { 区划代码: '10105' }),
    refused: [{ code: 'CX1054', line: 3, column: '区划代码', value: '10105', says: ['110105'] }],
  },
  {
    file: 'phone-zero.xlsx',
    what: 'a telephone number in a number cell, its leading zero lost',
    noun,
    bytes: book(ROSTER, { 联系电话: number('1000000099') }),
    refused: [
      {
        code: 'CX1047',
        line: 17,
        column: '联系电话',
        value: '1000000099',
        sheet: '名录',
        cell: 'I17',
        says: ['开头的 0', '010-00000099', '“文本”'],
      },
    ],
  },
  {
    file: 'phone-zero-long.xlsx',
    what: 'one with an area code of four digits',
    noun,
    bytes: book(ROSTER, { 联系电话: number('75500000099') }),
    refused: [
      {
        code: 'CX1047',
        line: 17,
        column: '联系电话',
        value: '75500000099',
        sheet: '名录',
        cell: 'I17',
        says: ['开头的 0', '0755-00000099', '“文本”'],
      },
    ],
  },
  {
    file: 'phone-zero.csv',
    what: 'the same digits in a text file: a warning, for nobody knows who cut them',
    noun,
    bytes: csv(ROSTER, { 联系电话: '1000000099' }),
    warned: [{ code: 'CX1047', line: 3, column: '联系电话', value: '1000000099', says: ['010-00000099'] }],
    encoding: 'utf-8',
    stored: [{}, { phone: '1000000099' }],
  },
  {
    file: 'phone-400.xlsx',
    what: 'a number that never had a zero, in a number cell',
    noun,
    bytes: book(ROSTER, { 联系电话: number('4000000099') }),
    encoding: 'xlsx',
    stored: [{}, { phone: '4000000099' }],
  },
  {
    file: 'contact-zero.xlsx',
    what: "a complainant's telephone number in a number cell, its leading zero lost",
    noun: 'complaint',
    bytes: book(
      { ...COMPLAINTS, header: COMPLAINTS.header.map(h => (h === '涉不诚信' ? '联系电话' : h)) },
      { 联系电话: number('2000000099') },
    ),
    refused: [
      {
        code: 'CX1047',
        line: 17,
        column: '联系电话',
        value: '2000000099',
        sheet: '名录',
        cell: 'I17',
        says: ['020-00000099'],
      },
    ],
  },
  {
    file: 'complaint-number.xlsx',
    what: 'a complaint number in a number cell is no telephone number',
    noun: 'complaint',
    bytes: book(COMPLAINTS, { 投诉编号: number('2013000199') }),
    encoding: 'xlsx',
    stored: [{ complaint_no: 'TS-901' }, { complaint_no: '2013000199' }],
  },
  {
    file: 'phone-text.xlsx',
    what: 'a telephone number as text keeps its zero',
    noun,
    bytes: book(ROSTER, { 联系电话: '01000000099' }),
    encoding: 'xlsx',
    stored: [{}, { phone: '01000000099' }],
  },
]
