// Which sanctions are warned of for what went before them, all decided on 2013-10-18.
import { describe, expect, it } from 'vitest'
import { sanctionLadder } from '../../../src/domain/records/sanction.ts'
import {
  ladderFindings,
  type RectificationOrder,
  rectificationOrders,
} from '../../../src/domain/records/sanction-ladder.ts'

const order = (due: string, done: string | null = null, ordered = '2013-10-01'): RectificationOrder => ({
  ...{ ref: '惩1号', ordered, due, done },
})
const MILD = ['约谈', '责令整改']
const GRAVEST = ['暂缓通过年检', '注销许可证']
const GRAVER = sanctionLadder.filter(kind => !MILD.includes(kind))
const BETWEEN = GRAVER.filter(kind => !GRAVEST.includes(kind))

it('the ladder rises from a talk to the license', () => {
  expect(sanctionLadder.slice(0, 2)).toEqual(MILD)
  expect(sanctionLadder.slice(-2)).toEqual(GRAVEST)
})

describe('warned are', () => {
  it.each([
    ['no order', [], false, [['unfounded', GRAVEST]]],
    ['no order, but a serious offense', [], true, []],
    ['an order that runs', [order('2013-10-19')], false, [['pending', GRAVER]]],
    ['an order due on the very day', [order('2013-10-18')], false, [['pending', GRAVER]]],
    ['an order that runs, and a serious offense', [order('2013-10-19')], true, [['pending', GRAVER]]],
    ['an order that is overdue', [order('2013-10-17')], false, []],
    ['an order done by the day', [order('2013-10-20', '2013-10-18')], false, [['unfounded', GRAVEST]]],
    ['an order done the day after', [order('2013-10-20', '2013-10-19')], false, [['pending', GRAVER]]],
    ['one overdue, done only later', [order('2013-10-10', '2013-10-19')], false, []],
    ['an order of the day after', [order('2013-11-01', null, '2013-10-19')], false, [['unfounded', GRAVEST]]],
    [
      'one overdue and one that runs',
      [order('2013-10-10'), order('2013-10-30')],
      false,
      [['pending', GRAVER]],
    ],
  ] as [string, RectificationOrder[], boolean, [string, string[]][]][])(
    '%s',
    (_, orders, serious, wanted) => {
      const found = new Map<string, string[]>()
      for (const kind of sanctionLadder) {
        for (const { fault, key } of ladderFindings({ kind, decided_on: '2013-10-18' }, orders, serious)) {
          expect([fault.code, key]).toEqual(['CX1152', 'kind'])
          const { gap } = fault.params as { gap: string }
          found.set(gap, [...(found.get(gap) ?? []), kind])
        }
      }
      expect([...found]).toEqual(wanted)
    },
  )

  it('never what lies between the mild and the gravest, without an order', () => {
    for (const kind of BETWEEN)
      expect(ladderFindings({ kind, decided_on: '2013-10-18' }, [], false)).toEqual([])
  })
})

it('orders are those of sanctions and of inspections that have a day', () => {
  const sanction = { sanction_no: null, kind: '责令整改', decided_on: '2013-04-10', rectified_on: null }
  const inspection = { batch: '春雷2013', date: '2013-04-15', rectified_on: '2013-05-01' }
  expect(
    rectificationOrders(
      [
        { ...sanction, rectify_due: '2013-05-10' },
        { ...sanction, rectify_due: null },
      ],
      [
        { ...inspection, rectify_due: '2013-05-02' },
        { ...inspection, rectify_due: null },
      ],
    ),
  ).toEqual([
    { ref: '责令整改 2013-04-10', ordered: '2013-04-10', due: '2013-05-10', done: null },
    { ref: '春雷2013 2013-04-15', ordered: '2013-04-15', due: '2013-05-02', done: '2013-05-01' },
  ])
})
