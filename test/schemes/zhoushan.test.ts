// The draft of Zhoushan against its text, typed here a second time, and against Beijing.

import { describe, expect, it } from 'vitest'
import { compareSchemes } from '../../src/domain/scheme/compare.ts'
import type { Dossier } from '../../src/domain/score/dossier.ts'
import { agency, calendar, complaint, dossier, inspection, penalty } from '../domain/fixtures.ts'
import { indicator, score, sheetsOf, shipped } from './subjects.ts'

const scheme = shipped('zhoushan-2019')
const beijing = shipped('beijing-2013')

const ANNEX: [string, number, string[]][] = [
  ['基本条件', 10, ['设立情况', '变更情况', '从业时间', '行政处罚']],
  ['服务规范', 15, ['信息公开', '服务规程', '服务记录', '监管情况']],
  ['组织建设', 15, ['管理机构', '员工素质', '制度建设', '场所设施']],
  ['信用状况', 30, ['信用管理', '用工情况', '客户权益', '纠纷处理']],
  ['服务业绩', 15, ['服务数量', '服务质量', '收益情况']],
  ['社会责任', 15, ['公益活动', '行业活动', '社会评价']],
]

it('has the six categories and 22 indicators of its annex', () => {
  expect(scheme.categories.map(c => [c.name, c.points])).toEqual(
    ANNEX.map(([name, percent]) => [name, percent * 100]),
  )
  expect(scheme.indicators.map(i => [i.number, i.category, i.name])).toEqual(
    ANNEX.flatMap(([, , names], k) => names.map(name => [k + 1, name] as const)).map(([k, name], n) => [
      n + 1,
      k,
      name,
    ]),
  )
})

it('is a draft, laid open for five working days, the first counted', () => {
  expect([scheme.status, scheme.dated.issued]).toEqual(['draft', '2019-05-30'])
  const { from, to, working_days } = scheme.stages[0]!
  expect([from, to]).toEqual(['2019-05-30', '2019-06-05'])
  const days = [
    '2019-05-30',
    '2019-05-31',
    '2019-06-01',
    '2019-06-02',
    '2019-06-03',
    '2019-06-04',
    '2019-06-05',
  ]
  expect(days.filter(day => calendar.isWorkingDay(day))).toHaveLength(working_days!)
  expect(scheme.contact?.phones).toEqual(['0580-2281552', '0580-2281558'])
})

it('is for commercial agencies, in two districts, two counties and the city itself', () => {
  expect(scheme.applies_to).toMatchObject({ subject: 'agency', kinds: ['for_profit'] })
  expect(scheme.jurisdictions.map(j => [j.name, j.kind])).toEqual([
    ['市本级', 'city'],
    ['定海区', 'district'],
    ['普陀区', 'district'],
    ['岱山县', 'district'],
    ['嵊泗县', 'district'],
  ])
})

describe('beside Beijing', () => {
  const differences = compareSchemes(beijing, scheme)
  const of = (part: string) => differences.filter(d => d.part === part)

  it('differs in indicators 2, 5 and 19 and in no other', () => {
    expect(of('indicators').map(d => [d.item, d.field])).toEqual([
      ['2', 'name'],
      ['2', 'criterion'],
      ['5', 'name'],
      ['5', 'criterion'],
      ['19', 'criterion'],
    ])
  })

  it('has 业务经营情况 in its archive, and no 奖励惩戒情况', () => {
    expect(of('archive').map(d => d.field)).toEqual(['sections'])
    const [sections] = of('archive')
    expect([(sections!.before as string[])[3], (sections!.after as string[])[3]]).toEqual([
      '奖励惩戒情况',
      '业务经营情况',
    ])
  })

  it('hears a third party, which does not count by default', () => {
    expect(of('raters').map(d => [d.item, d.field, d.after])).toEqual([
      ['public', 'name', '社会评价'],
      ['third_party', null, '第三方评估'],
    ])
  })

  it('agrees in categories, grades and scoring', () => {
    expect(['categories', 'grades', 'scoring', 'metrics'].flatMap(of)).toEqual([])
  })

  it('compares with itself as the same', () => {
    expect(compareSchemes(scheme, shipped('zhoushan-2019'))).toEqual([])
  })
})

const good: Dossier = dossier({
  agency: agency({ valid_to: '2021-03-11', business_start: '2016-12-31' }),
  annual_checks: [{ year: 2019, result: 'passed' }],
  inspections: [
    inspection({
      batch: '春雷2019',
      date: '2019-04-15',
      items: Object.fromEntries(
        ['SC-01', 'SC-02', 'SC-03', 'SC-04', 'SC-05', 'SC-08'].map(id => [id, 'pass']),
      ),
    }),
  ],
})
const asOf = '2019-12-31'

describe('an agency of Zhoushan', () => {
  it('with everything right has 100 points', () => {
    expect(score(scheme, good, { asOf })).toMatchObject({ total: 10_000, grade: 'A' })
  })

  /** Indicator, what is different, its points. */
  const cases: [string, number, Partial<Dossier>, number | null][] = [
    ['three years on the day', 3, {}, 250],
    ['three years a day later', 3, { agency: agency({ ...good.agency, business_start: '2017-01-01' }) }, 0],
    [
      'a penalty on the first day of two years',
      4,
      { penalties: [penalty({ decision_date: '2018-01-01' })] },
      0,
    ],
    ['a penalty a day before', 4, { penalties: [penalty({ decision_date: '2017-12-31' })] }, 250],
    ['no annual check since 2018', 2, { annual_checks: [{ year: 2017, result: 'passed' }] }, null],
    ['the annual check of the year before', 2, { annual_checks: [{ year: 2018, result: 'passed' }] }, 250],
    ['an annual check put off', 2, { annual_checks: [{ year: 2019, result: 'deferred' }] }, 0],
    ['not inspected', 5, { inspections: [] }, 375],
    [
      'fees not shown: half of the points at most',
      5,
      {
        inspections: [
          inspection({ ...good.inspections[0]!, items: { ...good.inspections[0]!.items, 'SC-04': 'fail' } }),
        ],
      },
      188,
    ],
    [
      'a verified dishonest complaint',
      16,
      {
        complaints: [
          complaint({
            dishonest: 1,
            closed_on: '2019-01-01',
            finding: 'upheld',
            received_on: '2018-12-01',
            due_on: '2019-02-01',
          }),
        ],
      },
      0,
    ],
    [
      'a verified dishonest complaint of the year before',
      16,
      {
        complaints: [
          complaint({
            dishonest: 1,
            closed_on: '2018-12-31',
            finding: 'upheld',
            received_on: '2018-12-01',
            due_on: '2018-12-31',
          }),
        ],
      },
      750,
    ],
  ]

  it.each(cases)('%s', (_, number, given, points) => {
    expect(indicator(score(scheme, { ...good, ...given }, { asOf }), number).score).toBe(points)
  })

  it('rated by a third party alone has no points for it', () => {
    const sheets = sheetsOf(beijing, null).map(s => ({ ...s, rater_kind: 'third_party' }))
    const { total, indicators } = score(scheme, good, { asOf, sheets })
    expect(total).toBe(null)
    expect(indicators[5]!.score).toBe(null)
    expect(indicators[5]!.ratings.map(r => [r.rater_kind, r.count > 0, r.counted])).toEqual([
      ['self', false, false],
      ['expert', false, false],
      ['third_party', true, false],
    ])
  })
})
