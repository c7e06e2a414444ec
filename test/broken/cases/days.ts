// Days: those that are none, those in no accepted form, those in the wrong order.
import { book, type Case, COMPLAINTS, csv, date, number, PENALTIES, ROSTER } from '../case.ts'

const noun = 'agency'
const column = '有效期至'

const wrong = (file: string, what: string, value: string, code: string): Case => ({
  file,
  what,
  noun,
  bytes: csv(ROSTER, { [column]: value }),
  refused: [{ code, line: 3, column, value, says: code === 'CX1031' ? [value, '2013-10-31'] : [value] }],
})
const right = (file: string, what: string, value: string, stored = '2015-04-09'): Case => ({
  file,
  what,
  noun,
  bytes: csv(ROSTER, { [column]: value }),
  encoding: 'utf-8',
  stored: [{ valid_to: '2015-04-08' }, { valid_to: stored }],
})

export const days: readonly Case[] = [
  wrong('day-february.csv', 'a day that February lacks', '2013-02-30', 'CX1030'),
  wrong('day-leap.csv', '29 February of a common year', '2013年2月29日', 'CX1030'),
  wrong('day-month.csv', 'a thirteenth month', '2013.13.1', 'CX1030'),
  wrong('day-zero.csv', 'a day zero', '20130400', 'CX1030'),
  wrong('day-year.csv', 'a year before 1900', '1013-04-09', 'CX1030'),
  wrong('day-first.csv', 'the day in front', '13/4/2012', 'CX1031'),
  wrong('day-american.csv', 'the month in front', '4/9/2012', 'CX1031'),
  wrong('day-short-year.csv', 'a year of two digits', '12-4-9', 'CX1031'),
  wrong('day-none.csv', 'a month only', '2012-4', 'CX1031'),
  wrong('day-none-chinese.csv', 'a month only, in Chinese', '2012年4月', 'CX1031'),
  wrong('day-time.csv', 'a day with a time', '2012-04-09 10:30', 'CX1031'),
  wrong('day-words.csv', 'words', '二〇一二年四月九日', 'CX1031'),
  wrong('day-serial.csv', 'the day count of a spreadsheet', '41008', 'CX1031'),
  right('day-chinese.csv', 'in Chinese', '2015年4月9日'),
  right('day-digits.csv', 'eight digits', '20150409'),
  right('day-points.csv', 'with points', '2015.4.9'),
  right('day-midnight.csv', 'with the midnight that Excel adds', '2015/4/9 0:00'),
  right('day-slashes.csv', 'with slashes', '2015/4/9'),
  right('day-wide.csv', 'full-width digits', '２０１５－０４－０９'),
  right('day-leap-year.csv', '29 February of a leap year', '2016-2-29', '2016-02-29'),
  right('day-forever.csv', 'no end', '长期', '9999-12-31'),
  {
    file: 'day-cell.xlsx',
    what: 'a date cell',
    noun,
    bytes: book(ROSTER, { [column]: date(42_103) }),
    encoding: 'xlsx',
    stored: [{ valid_to: '2015-04-08' }, { valid_to: '2015-04-09' }],
  },
  {
    file: 'day-number-cell.xlsx',
    what: 'a day count in a plain number cell',
    noun,
    bytes: book(ROSTER, { [column]: number('42103') }),
    refused: [
      {
        code: 'CX1031',
        line: 17,
        column,
        value: '42103',
        sheet: '名录',
        cell: 'F17',
        says: ['42103', '2013-10-31'],
      },
    ],
  },
  {
    file: 'day-order.csv',
    what: 'a license that ends before it begins',
    noun,
    bytes: csv(ROSTER, { [column]: '2012-04-08' }),
    refused: [
      {
        code: 'CX1037',
        line: 3,
        column,
        value: '2012-04-08',
        says: ['有效期至 2012-04-08 早于发证日期 2012-04-09'],
      },
    ],
  },
  {
    file: 'day-complaint-order.csv',
    what: 'a complaint closed before it was accepted',
    noun: 'complaint',
    bytes: csv(COMPLAINTS, { 办结日期: '2013/4/1' }),
    refused: [
      {
        code: 'CX1037',
        line: 3,
        column: '办结日期',
        value: '2013/4/1',
        says: ['办结日期 2013-04-01 早于受理日期 2013-04-02'],
      },
    ],
  },
  {
    file: 'day-future.csv',
    what: 'a penalty decided after today',
    noun: 'penalty',
    bytes: csv(PENALTIES, { 决定日期: '2013-11-05' }),
    refused: [
      {
        code: 'CX1038',
        line: 3,
        column: '决定日期',
        value: '2013-11-05',
        says: ['2013-11-05', '2013-11-04'],
      },
    ],
  },
  {
    file: 'day-contradicts.csv',
    what: 'a finding without the day of closing',
    noun: 'complaint',
    bytes: csv(COMPLAINTS, { 办结日期: '' }),
    refused: [{ code: 'CX1039', line: 3, column: '查处结论', value: '不属实', says: ['不属实', '办结日期'] }],
  },
]
