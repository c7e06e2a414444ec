// One cell by its column's type: what it becomes, and what is refused with which code. Nothing is guessed.

import { describe, expect, it } from 'vitest'
import { readCell } from '../../../src/domain/imports/cell.ts'
import type { Column, ColumnType, Value } from '../../../src/domain/imports/column.ts'
import { writtenAs } from '../../../src/domain/imports/written.ts'
import type { CellType } from '../../../src/domain/table.ts'

const column = (type: ColumnType): Column => ({ key: 'x', headers: ['某列'], type })
const FINDING = { 属实: 'upheld', 部分属实: 'partly_upheld', 查实: 'upheld' }
const NAME = { is: 'name', known: { 净利润: 'net_profit', 年度净利润: 'net_profit' } } as const
const POINTS = { is: 'points', max: 375, indicator: '5.信息公示' } as const

const read: [ColumnType, string, Value, CellType?][] = [
  [{ is: 'text' }, '  北京晴禾　', '北京晴禾'],
  [{ is: 'text' }, 'ＡＢ（甲）', 'ＡＢ（甲）'],
  [{ is: 'text' }, '-', '-'],
  [{ is: 'text' }, '无', '无'],
  [{ is: 'text' }, '', null],
  [{ is: 'texts' }, '样检1; 样检2；样检3、样检4，样检5', '样检1;样检2;样检3;样检4;样检5'],
  [{ is: 'texts' }, '样检1;;', '样检1'],
  [{ is: 'code' }, '0012', '0012'],
  [{ is: 'code' }, '样例人服证字110105第0001号', '样例人服证字110105第0001号'],
  [{ is: 'code' }, '110105', '110105', 'number'],
  [{ is: 'code' }, '１１０１０５', '110105'],
  [{ is: 'uscc' }, '９１１１０１０５cxjg000159', '91110105CXJG000159'],
  [{ is: 'uscc' }, "'91110105CXJG000159", '91110105CXJG000159'],
  [{ is: 'uscc' }, '="91110105CXJG000159"', '91110105CXJG000159'],
  [{ is: 'uscc' }, '=""', null],
  [{ is: 'uscc' }, '无', null],
  [{ is: 'code' }, "'0012", '0012'],
  [{ is: 'code' }, '="0012"', '0012'],
  [{ is: 'code', phone: true }, "'01064632146", '01064632146'],
  [{ is: 'text' }, '="北京晴禾"', '北京晴禾'],
  [{ is: 'text' }, `'="北京晴禾"`, '="北京晴禾"'],
  [{ is: 'text' }, "'北京晴禾", "'北京晴禾"],
  [{ is: 'day' }, '2012/4/9', '2012-04-09'],
  [{ is: 'day' }, '２０１２年４月９日', '2012-04-09'],
  [{ is: 'day' }, '20120409', '2012-04-09', 'number'],
  [{ is: 'day' }, '2012-04-09', '2012-04-09', 'date'],
  [{ is: 'day' }, '2012/4/9 0:00', '2012-04-09'],
  [{ is: 'day' }, '2012-04-09 00:00:00', '2012-04-09'],
  [{ is: 'day' }, '2012年4月9日　00:00', '2012-04-09'],
  [{ is: 'day' }, '—', null],
  [{ is: 'day' }, '/', null],
  [{ is: 'year' }, '2013', 2013],
  [{ is: 'year' }, '2013年', 2013],
  [{ is: 'year' }, '1949', 1949],
  [{ is: 'int', max: 100 }, '42', 42],
  [{ is: 'int', max: 100 }, '42人', 42],
  [{ is: 'int', max: 100 }, '42.0', 42],
  [{ is: 'int', max: 2000 }, '1,200', 1200],
  [{ is: 'int', max: 100 }, '0', 0],
  [{ is: 'int', max: 100 }, '-', null],
  [{ is: 'int', max: 100 }, '100', 100],
  [{ is: 'money' }, '5000.00', 500_000],
  [{ is: 'money' }, '12,500.5元', 1_250_050],
  [{ is: 'money' }, '0', 0],
  [{ is: 'money' }, '0.01', 1],
  [{ is: 'rate' }, '95.0%', 950_000],
  [{ is: 'rate' }, '0.95', 950_000],
  [{ is: 'rate' }, '100%', 1_000_000],
  [{ is: 'rate' }, '1', 1_000_000],
  [{ is: 'rate' }, '0', 0],
  [{ is: 'rate' }, '９８．２５％', 982_500],
  [POINTS, '3.75', 3_750_000],
  [POINTS, '3.333333', 3_333_333],
  [POINTS, '0', 0],
  [POINTS, '', null],
  [{ is: 'yes_no' }, '是', 1],
  [{ is: 'yes_no' }, '否', 0],
  [{ is: 'yes_no' }, '没有', 0],
  [{ is: 'yes_no' }, 'YES', 1],
  [{ is: 'yes_no' }, 'false', 0],
  [{ is: 'yes_no' }, '', null],
  [{ is: 'choice', of: FINDING }, '部分属实', 'partly_upheld'],
  [{ is: 'choice', of: FINDING }, '查实', 'upheld'],
  [{ is: 'choice', of: FINDING }, 'upheld', 'upheld'],
  [{ is: 'choice', of: FINDING }, '无', null],
  [{ is: 'choices', of: FINDING }, '属实；部分属实', 'upheld;partly_upheld'],
  [{ is: 'choices', of: FINDING }, '属实、查实', 'upheld'],
  [NAME, '净利润', 'net_profit'],
  [NAME, '年度净利润', 'net_profit'],
  [NAME, '招聘会（场次）', '招聘会（场次）'],
  [NAME, 'constructor', 'constructor'],
  [{ is: 'period' }, '2012', '2012', 'number'],
  [{ is: 'period' }, '２０１２年第三季度', '2012-Q3'],
  [{ is: 'period' }, '2012 年 3 月', '2012-03'],
  [{ is: 'decimal' }, '0', 0],
  [{ is: 'decimal' }, '-0', 0],
  [{ is: 'decimal' }, '-12.5', -12_500_000],
  [{ is: 'decimal' }, '−12.5', -12_500_000],
  [{ is: 'decimal' }, "'-12.5", -12_500_000],
  [{ is: 'decimal' }, '－１２．５', -12_500_000],
  [{ is: 'decimal' }, '-1,234,567.000001', -1_234_567_000_001],
  [{ is: 'decimal' }, '999999999.999999', 999_999_999_999_999],
  [{ is: 'decimal' }, '—', null],
  [{ is: 'decimal', marks: true }, '0.85', 850_000],
  [{ is: 'decimal', marks: true }, '1,200', 1_200_000_000],
  [{ is: 'decimal', marks: true }, ' 是 ', '是'],
  [{ is: 'decimal', marks: true }, '否', '否'],
  [{ is: 'decimal', marks: true }, '８５．５０ ％', '85.5%'],
  [{ is: 'decimal', marks: true }, '-1.25%', '-1.25%'],
  [{ is: 'decimal', marks: true }, '0.0001%', '0.0001%'],
  [{ is: 'code', phone: true }, '1064632146', '1064632146', 'text'],
  [{ is: 'code', phone: true }, '13800000099', '13800000099', 'number'],
  [{ is: 'code' }, '1064632146', '1064632146', 'number'],
]

const refused: [ColumnType, string, { code: string; params: object }[], CellType?][] = [
  [{ is: 'day' }, '2013-02-29', [{ code: 'CX1030', params: { value: '2013-02-29' } }]],
  [{ is: 'day' }, '2013-13-01', [{ code: 'CX1030', params: { value: '2013-13-01' } }]],
  [{ is: 'day' }, '12/4/9', [{ code: 'CX1031', params: { value: '12/4/9' } }]],
  [{ is: 'day' }, '4/9/2012', [{ code: 'CX1031', params: { value: '4/9/2012' } }]],
  [{ is: 'day' }, '41008', [{ code: 'CX1031', params: { value: '41008' } }], 'number'],
  [{ is: 'day' }, '2012/4/9 8:30', [{ code: 'CX1031', params: { value: '2012/4/9 8:30' } }]],
  [{ is: 'day' }, '2012/4/9 0:00:01', [{ code: 'CX1031', params: { value: '2012/4/9 0:00:01' } }]],
  [{ is: 'day' }, '2013-02-29 0:00', [{ code: 'CX1030', params: { value: '2013-02-29 0:00' } }]],
  [{ is: 'day' }, '0:00', [{ code: 'CX1031', params: { value: '0:00' } }]],
  [{ is: 'day' }, '不详', [{ code: 'CX1031', params: { value: '不详' } }]],
  [{ is: 'uscc' }, '911101051234567000', [{ code: 'CX1046', params: { value: '911101051234567000' } }]],
  [{ is: 'year' }, '13', [{ code: 'CX1033', params: { value: '13' } }]],
  [{ is: 'year' }, '1948', [{ code: 'CX1034', params: { value: '1948', min: '1949', max: '2999' } }]],
  [{ is: 'year' }, '2013-2014', [{ code: 'CX1033', params: { value: '2013-2014' } }]],
  [{ is: 'int', max: 100 }, '101', [{ code: 'CX1034', params: { value: '101', min: '0', max: '100' } }]],
  [{ is: 'int', max: 100 }, '4.5', [{ code: 'CX1036', params: { value: '4.5', places: 0 } }]],
  [{ is: 'int', max: 100 }, '-1', [{ code: 'CX1034', params: { value: '-1', min: '0', max: '100' } }]],
  [{ is: 'int', max: 100 }, '约40', [{ code: 'CX1033', params: { value: '约40' } }]],
  [{ is: 'int', max: 99_999 }, '1,2', [{ code: 'CX1033', params: { value: '1,2' } }]],
  [{ is: 'int', max: 99_999 }, '12,00', [{ code: 'CX1033', params: { value: '12,00' } }]],
  [{ is: 'money' }, '5.005', [{ code: 'CX1036', params: { value: '5.005', places: 2 } }]],
  [{ is: 'money' }, '1万', [{ code: 'CX1033', params: { value: '1万' } }]],
  [{ is: 'rate' }, '95', [{ code: 'CX1034', params: { value: '95', min: '0', max: '1', rate: true } }]],
  [{ is: 'rate' }, '101%', [{ code: 'CX1034', params: { value: '101', min: '0', max: '100', rate: true } }]],
  [{ is: 'rate' }, '九成', [{ code: 'CX1033', params: { value: '九成' } }]],
  [POINTS, '3.76', [{ code: 'CX1035', params: { value: '3.76', max: '3.75', indicator: '5.信息公示' } }]],
  [POINTS, '3.7500001', [{ code: 'CX1036', params: { value: '3.7500001', places: 6 } }]],
  [POINTS, '-0.5', [{ code: 'CX1034', params: { value: '-0.5', min: '0', max: '3.75' } }]],
  [POINTS, '优', [{ code: 'CX1069', params: { value: '优' } }]],
  [{ is: 'period' }, '2012-03-01', [{ code: 'CX1080', params: { value: '2012-03-01' } }], 'date'],
  [{ is: 'decimal' }, '是', [{ code: 'CX1033', params: { value: '是' } }]],
  [{ is: 'decimal' }, '85%', [{ code: 'CX1033', params: { value: '85%' } }]],
  [{ is: 'decimal', marks: true }, '有', [{ code: 'CX1033', params: { value: '有' } }]],
  [{ is: 'decimal', marks: true }, '%', [{ code: 'CX1033', params: { value: '%' } }]],
  [
    { is: 'decimal', marks: true },
    '1.00001%',
    [{ code: 'CX1036', params: { value: '1.00001%', places: 4 } }],
  ],
  [{ is: 'decimal' }, '1.0000001', [{ code: 'CX1036', params: { value: '1.0000001', places: 6 } }]],
  [{ is: 'decimal' }, '-1000000000', [{ code: 'CX1081', params: { value: '-1000000000' } }]],
  [{ is: 'decimal' }, '--1', [{ code: 'CX1033', params: { value: '--1' } }]],
  [{ is: 'decimal' }, '5万', [{ code: 'CX1033', params: { value: '5万' } }]],
  [{ is: 'yes_no' }, '也许', [{ code: 'CX1032', params: { value: '也许', allowed: '是、否' } }]],
  [
    { is: 'yes_no' },
    'constructor',
    [{ code: 'CX1032', params: { value: 'constructor', allowed: '是、否' } }],
  ],
  [
    { is: 'choice', of: FINDING },
    '真的',
    [{ code: 'CX1032', params: { value: '真的', allowed: '属实、部分属实' } }],
  ],
  [
    { is: 'choice', of: FINDING },
    'constructor',
    [{ code: 'CX1032', params: { value: 'constructor', allowed: '属实、部分属实' } }],
  ],
  [
    { is: 'choices', of: FINDING },
    '属实、假的、编的',
    [
      { code: 'CX1032', params: { value: '假的', allowed: '属实、部分属实' } },
      { code: 'CX1032', params: { value: '编的', allowed: '属实、部分属实' } },
    ],
  ],
  [{ is: 'day' }, '20150409', [{ code: 'CX1017', params: { value: '20150409' } }], 'no_day'],
  [{ is: 'text' }, '-5', [{ code: 'CX1017', params: { value: '-5' } }], 'no_day'],
  [{ is: 'code' }, '2013-03-01', [{ code: 'CX1048', params: { value: '2013-03-01' } }], 'date'],
  [
    { is: 'code', phone: true },
    '1064632146',
    [{ code: 'CX1047', params: { value: '1064632146', likely: '010-64632146' } }],
    'number',
  ],
  [
    { is: 'code' },
    '911101050000001000',
    [{ code: 'CX1046', params: { value: '911101050000001000' } }],
    'number',
  ],
  [
    { is: 'uscc' },
    '911101050000001000',
    [{ code: 'CX1046', params: { value: '911101050000001000' } }],
    'number',
  ],
  [{ is: 'uscc' }, '9.11E+17', [{ code: 'CX1046', params: { value: '9.11E+17' } }]],
  [{ is: 'uscc' }, '9111', [{ code: 'CX1040', params: { value: '9111', length: 4 } }]],
  [
    { is: 'uscc' },
    '000000000000000000',
    [
      { code: 'CX1044', params: { value: '000000000000000000', part: '00' } },
      { code: 'CX1045', params: { value: '000000000000000000', region: '000000' } },
    ],
  ],
]

describe('writtenAs', () => {
  it.each([
    [NAME, 'net_profit', '净利润'],
    [NAME, '招聘会场次', '招聘会场次'],
    [{ is: 'period' }, '2012-Q3', '2012-Q3'],
    [{ is: 'decimal' }, 0, '0'],
    [{ is: 'decimal' }, -12_500_000, '-12.5'],
    [{ is: 'decimal' }, -1, '-0.000001'],
    [{ is: 'decimal' }, 999_999_999_999_999, '999999999.999999'],
  ] as [ColumnType, Value, string][])('writes %j %j as %s, which reads back', (type, value, text) => {
    expect(writtenAs(column(type), value)).toBe(text)
    expect(readCell(column(type), text)).toBe(value)
  })
})

describe('readCell', () => {
  it.each(read)('reads %j "%s" as %j', (type, raw, value, stored) => {
    expect(readCell(column(type), raw, stored)).toBe(value)
  })

  it.each(refused)('refuses %j "%s" with %j', (type, raw, faults, stored) => {
    expect(readCell(column(type), raw, stored)).toEqual(faults)
  })
})
