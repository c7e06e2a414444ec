// Papers handed in: what they are called, what is refused of them, when two are the same.
import { describe, expect, it } from 'vitest'
import { readCell } from '../../../src/domain/imports/cell.ts'
import type { Values } from '../../../src/domain/imports/column.ts'
import { paperKind } from '../../../src/domain/records/paper.ts'

const TODAY = '2013-11-04'
const column = paperKind.columns.find(c => c.key === 'kind')!
const row = (given: Values): Values => ({
  ...Object.fromEntries(paperKind.columns.map(c => [c.key, null])),
  ...{ agency_name: '甲', year: 2013, kind: 'form', received_on: '2013-11-04' },
  ...given,
})

describe('papers', () => {
  it.each([
    ['推荐表', 'form'],
    ['自评总结', 'self_summary'],
    ['机构自评总结', 'self_summary'],
    ['评估结果', 'result'],
    ['指标评估结果', 'result'],
    ['申报表', 'application'],
    ['备案表', 'filing'],
    ['其他', 'other'],
    ['form', 'form'],
    ['总结', null],
  ])('%s is %s', (word, kind) => {
    const read = readCell(column, word)
    expect(Array.isArray(read) ? null : read).toBe(kind)
  })

  it.each([
    ['the day itself', {}, [], []],
    ['tomorrow', { received_on: '2013-11-05' }, ['CX1038 received_on'], []],
    ['of a year that had not begun', { year: 2014 }, ['CX1360 year'], []],
    ['early in the year', { received_on: '2013-01-01' }, [], []],
    ['in the year after', { year: 2012 }, [], []],
    ['of a year long past', { year: 2011 }, [], ['CX1360 year']],
    ['of a year that cannot be read', { year: null }, [], []],
    ['without a day', { received_on: null }, [], []],
  ] as [string, Values, string[], string[]][])('received %s', (_, given, refused, warned) => {
    const found = paperKind.check(row(given), TODAY)
    const brief = (list: typeof found.refused) => list.map(f => `${f.fault.code} ${f.key}`)
    expect([brief(found.refused), brief(found.warned)]).toEqual([refused, warned])
  })

  it('are the same of one holder, year, kind and scheme, whenever they came', () => {
    const key = (given: Values, agency: number | null = 7, subject: number | null = null) =>
      paperKind.key(row(given), agency, subject)
    expect(key({ received_on: '2013-10-01', note: '补交' })).toBe(key({}))
    const others = [
      key({}),
      key({ year: 2012 }),
      key({ kind: 'result' }),
      key({ scheme: 'beijing-2013' }),
      key({}, 8),
      key({}, null, 7),
    ]
    expect(new Set(others).size).toBe(others.length)
  })

  it('are called by their holder, year and word', () => {
    expect(paperKind.label(row({}))).toBe('甲 2013 推荐表')
    expect(paperKind.label(row({ agency_name: null, subject: '乙', kind: 'application' }))).toBe(
      '乙 2013 申报表',
    )
  })

  it('need an agency or a subject', () => {
    expect(paperKind.agencyOptional!(row({}))).toBe(false)
    expect(paperKind.agencyOptional!(row({ agency_name: null, subject: '乙' }))).toBe(true)
    expect(paperKind.agencyOptional!(row({ agency_name: null }))).toBe(false)
  })
})
