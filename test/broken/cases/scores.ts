// Score sheets, wide and long.
import { book, type Case, csv, lines, number, SCORES } from '../case.ts'

const noun = 'evaluation'
const encoding = 'utf-8'
const WHO = '91110105CXJG000159,专家评价,专家9'
const long = (...rows: string[]) =>
  lines(
    '评估年度,方案,统一社会信用代码,评价主体,评价人,指标号,得分',
    ...rows.map(r => `2013,beijing-2013,${WHO},${r}`),
  )

const wrong = (
  file: string,
  what: string,
  [column, value]: readonly [string, string],
  code: string,
  ...says: string[]
): Case => ({
  file,
  what,
  noun,
  bytes: csv(SCORES, { [column]: value }),
  refused: [{ code, line: 3, column, value, says: [value, ...says] }],
})
const rated = (file: string, what: string, points: string, ratings: object): Case => ({
  file,
  what,
  noun,
  bytes: csv(SCORES, { '18.服务质量': points }),
  encoding,
  stored: [{ rater: '专家8' }, { rater: '专家9', ratings: JSON.stringify(ratings) }],
})

export const scores: readonly Case[] = [
  wrong(
    'points-over.csv',
    'points above the maximum',
    ['18.服务质量', '5.01'],
    'CX1035',
    '18.服务质量',
    '5.00',
  ),
  wrong('points-negative.csv', 'negative points', ['18.服务质量', '-1'], 'CX1034', '0'),
  wrong('points-absent.csv', 'a word for not rated', ['18.服务质量', '缺考'], 'CX1069', '留空'),
  wrong('points-grade.csv', 'a grade instead of points', ['18.服务质量', '优'], 'CX1069', '留空'),
  wrong('points-decimals.csv', 'more decimals than are kept', ['18.服务质量', '4.1234567'], 'CX1036', '6 位'),
  rated('points-blank.csv', 'blank is not rated', '', { 6: 3_250_000 }),
  rated('points-zero.csv', 'zero is rated with zero', '0', { 6: 3_250_000, 18: 0 }),
  rated('points-wide.csv', 'full-width digits', '４．２５', { 6: 3_250_000, 18: 4_250_000 }),
  wrong('year-other.csv', 'another year', ['评估年度', '2012'], 'CX1058', '2013'),
  wrong('year-none.csv', 'no year', ['评估年度', '一三年'], 'CX1033'),
  wrong('scheme-other.csv', 'another scheme', ['方案', 'shandong-2018'], 'CX1058', 'beijing-2013'),
  wrong(
    'rater-kind.csv',
    'a rater kind that the scheme lacks',
    ['评价主体', '邻居评价'],
    'CX1059',
    '专家评价',
  ),
  {
    file: 'rater-blank.csv',
    what: 'nobody who rates',
    noun,
    bytes: csv(SCORES, { 评价人: '' }),
    refused: [{ code: 'CX1023', line: 3, column: '评价人', value: '', says: ['“评价人”没有填'] }],
  },
  {
    file: 'rater-twice.csv',
    what: 'two rows of one rater for one agency',
    noun,
    bytes: csv(SCORES, { 评价人: '专家8' }),
    refused: [{ code: 'CX1052', line: 3, column: '评价人', value: '专家8', says: ['与第 2 行重复'] }],
  },
  {
    file: 'agency-none.csv',
    what: 'neither code nor name of an agency',
    noun,
    bytes: csv(SCORES, { 统一社会信用代码: '', 机构名称: '' }),
    refused: [{ code: 'CX1023', line: 3, column: '统一社会信用代码', value: '', says: ['统一社会信用代码'] }],
  },
  {
    file: 'agency-unknown.csv',
    what: 'an agency not on the roster',
    noun,
    bytes: csv(SCORES, { 统一社会信用代码: '91110105CXYL024935' }),
    refused: [
      {
        code: 'CX1050',
        line: 3,
        column: '统一社会信用代码',
        value: '91110105CXYL024935',
        says: ['91110105CXJG000159'],
      },
    ],
  },
  {
    file: 'unrated.csv',
    what: 'no rating in the row',
    noun,
    bytes: csv(SCORES, { '6.服务规程': '', '18.服务质量': '' }),
    refused: [{ code: 'CX1068', line: 3, column: '评价人', value: '专家9', says: ['没有任何评分'] }],
  },
  {
    file: 'nothing-to-rate.csv',
    what: 'no column to rate in',
    noun,
    bytes: lines('评估年度,方案,统一社会信用代码,评价主体,评价人', `2013,beijing-2013,${WHO}`),
    refused: [{ code: 'CX1020', line: 1, says: ['1.设立情况'] }],
  },
  {
    file: 'wide-and-long.csv',
    what: 'wide and long form mixed',
    noun,
    bytes: lines(
      '评估年度,方案,统一社会信用代码,评价主体,评价人,6.服务规程,指标号,得分',
      `2013,beijing-2013,${WHO},3,18,4`,
    ),
    refused: [{ code: 'CX1067', line: 1, says: ['指标号'] }],
  },
  {
    file: 'long-no-indicator.csv',
    what: 'long form: an indicator that the scheme lacks',
    noun,
    bytes: long('6,3', '23,1'),
    refused: [{ code: 'CX1063', line: 3, column: '指标号', value: '23', says: ['23', '1–22'] }],
  },
  {
    file: 'long-over.csv',
    what: 'long form: points above the maximum of their indicator',
    noun,
    bytes: long('6,3', '18,5.5'),
    refused: [
      { code: 'CX1035', line: 3, column: '得分', value: '5.5', says: ['5.5', '18.服务质量', '5.00'] },
    ],
  },
  {
    file: 'long-twice.csv',
    what: 'long form: one indicator twice',
    noun,
    bytes: long('6,3', '6,3.5'),
    refused: [
      { code: 'CX1052', line: 3, column: '指标号', value: '6', says: ['与第 2 行重复', '6.服务规程'] },
    ],
  },
  {
    file: 'long-word.csv',
    what: 'long form: a word for not rated',
    noun,
    bytes: long('6,3', '18,缺考'),
    refused: [{ code: 'CX1069', line: 3, column: '得分', value: '缺考', says: ['缺考', '留空'] }],
  },
  {
    file: 'long-blank.csv',
    what: 'long form: blank is not rated, zero is',
    noun,
    bytes: long('6,0', '18,', '19,4'),
    encoding,
    stored: [{ ratings: JSON.stringify({ 6: 0, 19: 4_000_000 }) }],
  },
  {
    file: 'long-unrated.csv',
    what: 'long form: no rating at all',
    noun,
    bytes: long('6,', '18,'),
    refused: [{ code: 'CX1068', line: 2, column: '评价人', value: '专家9', says: ['没有任何评分'] }],
  },
  {
    file: 'long-unrated-all.csv',
    what: 'long form: the only rating on file blanked out',
    noun,
    before: [['evaluation', long('6,3')]],
    bytes: long('6,'),
    refused: [{ code: 'CX1068', line: 2, column: '评价人', value: '专家9', says: ['没有任何评分'] }],
  },
  {
    file: 'scores.xlsx',
    what: 'points above the maximum in a number cell',
    noun,
    bytes: book(SCORES, { '18.服务质量': number('5.01') }),
    refused: [
      {
        code: 'CX1035',
        line: 17,
        column: '18.服务质量',
        value: '5.01',
        sheet: '名录',
        cell: 'H17',
        says: ['5.01', '5.00'],
      },
    ],
  },
]
