// Numbers of the upward table: what counts, what is open, and where there is no number.
import { describe, expect, it } from 'vitest'
import type { Values } from '../../../src/domain/imports/column.ts'
import type { Condition, SummaryItem } from '../../../src/domain/inspection/checklist.ts'
import { type SummaryBasis, summarize } from '../../../src/domain/inspection/summary.ts'

const items = (of: Record<string, string>) => JSON.stringify(of)
const agency: Values = {
  target_kind: null,
  officers: '甲;乙',
  market_officers: null,
  police_officers: null,
  refunded_fen: null,
  items: items({ 'SC-10': 'pass', 'SC-13': 'fail', 'SC-14': 'not_applicable' }),
  findings: null,
  measure: null,
}
const employer: Values = { ...agency, target_kind: 'employer', items: items({}) }
const agent: Values = { ...employer, target_kind: 'unlicensed' }

const one = (item: object, inspections: Values[], more: Partial<SummaryBasis> = {}) =>
  summarize([{ id: 'x', name: 'x', unit: '件', ...item } as SummaryItem], {
    inspections,
    penalties: [],
    to: '2013-06-30',
    ...more,
  })[0]!

const brief = ({ value, gap, unclear }: ReturnType<typeof one>) => [value, gap, unclear.length]

const target = (kind: 'agency' | 'employer' | 'unlicensed'): Condition => ({ target: kind })
const fake: Condition = {
  target: 'agency',
  failed: ['SC-13'],
  findings: { yes: ['虚假'], no: ['歧视'] },
}
const moved: Condition = { measure: { yes: ['移送公安'], unclear: ['移送'] } }

const counting: [string, Condition[], Values[], unknown[]][] = [
  ['without any inspection', [target('agency')], [], [null, 'no_inspection', 0]],
  [
    'agencies, said or not',
    [target('agency')],
    [agency, { ...agency, target_kind: 'agency' }, employer],
    [2, null, 0],
  ],
  ['a target never seen', [target('employer')], [agency], [null, 'no_target', 0]],
  ['an item never looked at', [{ failed: ['SC-20'] }], [agency], [null, 'item_blank', 0]],
  ['an item looked at and passed', [{ failed: ['SC-10'] }], [agency, employer], [0, null, 0]],
  ['an item that did not apply', [{ failed: ['SC-14'] }], [agency], [0, null, 0]],
  ['one of several items', [{ failed: ['SC-20', 'SC-13'] }], [agency], [1, null, 0]],
  [
    'either condition',
    [target('unlicensed'), { failed: ['SC-13'] }],
    [agency, agent, employer],
    [2, null, 0],
  ],
  ['both conditions once', [{ failed: ['SC-13'] }, target('agency')], [agency], [1, null, 0]],
  ['findings that say it', [fake], [{ ...agency, findings: '发布虚假岗位、歧视' }], [1, null, 0]],
  ['findings that say something else', [fake], [{ ...agency, findings: '含歧视内容' }], [0, null, 0]],
  ['findings that say neither', [fake], [{ ...agency, findings: '收取押金' }], [0, null, 1]],
  ['findings left blank', [fake], [agency], [0, null, 1]],
  [
    'an item passed, whatever the findings',
    [{ ...fake, failed: ['SC-10'] }],
    [{ ...agency, findings: '虚假' }],
    [0, null, 0],
  ],
  ['no measure', [moved], [agency], [0, null, 0]],
  ['a measure that leaves it open', [moved], [{ ...agency, measure: '移送立案' }], [0, null, 1]],
  ['a measure that says it', [moved], [{ ...agency, measure: '移送公安机关' }], [1, null, 0]],
]

describe('inspections counted', () => {
  it.each(counting)('%s', (_, where, inspections, wanted) => {
    expect(brief(one({ take: 'inspections', where }, inspections))).toEqual(wanted)
  })
})

describe('sums', () => {
  const fields = [
    { field: 'officers', name: '人社' },
    { field: 'market_officers', name: '市场监管' },
    { field: 'police_officers', name: '公安' },
  ]
  const officers = { take: 'sum', fields, expected: null }

  it('count each name once an inspection, and keep blank apart from none', () => {
    const seen = [
      { ...agency, officers: '甲;乙;甲', market_officers: 0 },
      { ...agency, officers: '甲', market_officers: 3 },
    ]
    const figure = one(officers, seen)
    expect(figure.value).toBe(6)
    expect(figure.parts.map(part => [part.value, part.gap])).toEqual([
      [3, null],
      [3, null],
      [null, 'field_blank'],
    ])
    expect(figure.counted.map(c => c.amount)).toEqual([2, 4])
  })

  const refunded = {
    take: 'sum',
    fields: [{ id: 'refunded', field: 'refunded_fen', name: '退赔' }],
    expected: { measure: { yes: ['退费'] } },
  }
  it.each([
    ['no amount anywhere', [agency], [null, 'field_blank', 0]],
    ['an order without its amount', [{ ...agency, measure: '责令退费' }], [null, 'field_blank', 1]],
    [
      'amounts',
      [{ ...agency, refunded_fen: 123_456 }, { ...agency, refunded_fen: 44 }, agency],
      [123_500, null, 0],
    ],
    ['nothing at all', [], [null, 'no_inspection', 0]],
  ])('of money: %s', (_, inspections, wanted) => {
    expect(brief(one(refunded, inspections))).toEqual(wanted)
  })
})

describe('penalties', () => {
  const revoked = { take: 'penalties', kinds: ['吊销许可证件'] }
  const penalty: Values = {
    kind: '罚款;吊销许可证件',
    decision_date: '2013-05-02',
    status: 'in_force',
    revoked_on: null,
  }
  it.each([
    ['are complete: none on file is none', [], [0, null, 0]],
    ['of one of several kinds', [penalty, { ...penalty, kind: '罚款' }], [1, null, 0]],
    ['revoked by the last day', [{ ...penalty, status: 'revoked', revoked_on: '2013-06-30' }], [0, null, 0]],
    ['revoked later', [{ ...penalty, status: 'revoked', revoked_on: '2013-07-01' }], [1, null, 0]],
    ['that belong to no batch', null, [null, 'not_by_batch', 0]],
  ])('%s', (_, penalties, wanted) => {
    expect(brief(one(revoked, [], { penalties }))).toEqual(wanted)
  })
})
