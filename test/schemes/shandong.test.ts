// Shandong: staff in four grades, platforms of two levels, communities of full employment.

import { describe, expect, it } from 'vitest'
import type { Complaint } from '../../src/domain/records/complaint.ts'
import type { Dossier } from '../../src/domain/score/dossier.ts'
import { activity, complaint } from '../domain/fixtures.ts'
import { eachQuarter, figure, figures, indicator, score, sheetsOf, shipped, subject } from './subjects.ts'

describe('staff', () => {
  const scheme = shipped('shandong-staff')
  const person = (given: Partial<Dossier> = {}) => subject('person', null, given)
  const rated = (share: number) => sheetsOf(scheme, null, share)

  it('is rated in 德 20, 勤 20, 绩 40 and 效 20', () => {
    expect(scheme.indicators.map(i => [i.name, i.points, i.points_clause])).toEqual([
      ['德', 2000, '三(四)4'],
      ['勤', 2000, '三(四)4'],
      ['绩', 4000, '三(四)4'],
      ['效', 2000, '三(四)4'],
    ])
  })

  it.each([
    [1, 10_000, '优秀'],
    [0.9, 9_000, '优秀'],
    [0.8999, 8_999, '称职'],
    [0.75, 7_500, '称职'],
    [0.7499, 7_499, '基本称职'],
    [0.6, 6_000, '基本称职'],
    [0.5999, 5_999, '不称职'],
    [0, 0, '不称职'],
  ])('a share of %d gives %i and %s', (share, total, grade) => {
    // 0.8999 of 20, 20, 40 and 20 is 17.998, 17.998, 35.996 and 17.998: rounded one by one 18 + 18 + 36 + 18.
    const points = [2000, 2000, 4000, 2000].map(p => Math.round(p * share))
    const exact = points.reduce((a, b) => a + b, 0)
    const sheets = scheme.raters.map(({ kind }) => ({
      ...{ rater_kind: kind, rater: kind, standing: 'counted' as const },
      // The whole difference to the band is put on the last indicator.
      ratings: Object.fromEntries(points.map((p, i) => [i + 1, (i === 3 ? p + total - exact : p) * 10_000])),
    }))
    expect(score(scheme, person(), { sheets })).toMatchObject({ total, grade })
  })

  it('weighs clients, peers and the leader 30, 30 and 40', () => {
    const [client, peer, leader] = rated(1)
    const sheets = [
      { ...client!, ratings: { 1: 20_000_000 } },
      { ...peer!, ratings: { 1: 10_000_000 } },
      { ...leader!, ratings: { 1: 0 } },
    ]
    // 6 + 3 + 0
    expect(indicator(score(scheme, person(), { sheets }), 1).score).toBe(900)
  })

  const verified = (n: number, closed = '2022-06-01', serious: 0 | 1 | null = 0) =>
    Array.from({ length: n }, (_, i): Complaint & { serious: 0 | 1 | null } => ({
      ...complaint({ complaint_no: `TS-${i}`, closed_on: closed, finding: 'upheld' }),
      serious,
    }))

  it.each([
    [
      'three verified, one serious',
      [...verified(2), ...verified(1, '2022-12-31', 1)],
      '不称职',
      ['verified_complaints'],
    ],
    ['three verified, none serious', verified(3), '优秀', []],
    ['two verified, both serious', verified(2, '2022-06-01', 1), '优秀', []],
    [
      'the third on the first day of the year',
      [...verified(2, '2022-05-01', 1), ...verified(1, '2022-01-01')],
      '不称职',
      ['verified_complaints'],
    ],
    [
      'the third on the last day of the year before',
      [...verified(2, '2022-05-01', 1), ...verified(1, '2021-12-31')],
      '优秀',
      [],
    ],
    [
      'the third not upheld',
      [...verified(2, '2022-05-01', 1), complaint({ closed_on: '2022-05-01', finding: 'not_upheld' })],
      '优秀',
      [],
    ],
    ['three, of which nobody said how grave', verified(3, '2022-06-01', null), null, []],
    [
      'three, the third without a finding, one serious',
      [...verified(2, '2022-05-01', 1), complaint({ closed_on: '2022-05-01', finding: null })],
      null,
      [],
    ],
  ])('%s', (_, complaints, grade, vetoes) => {
    const result = score(scheme, person({ complaints }))
    expect([result.grade, result.vetoes, result.computed_grade]).toEqual([grade, vetoes, '优秀'])
  })

  it.each([
    ['the year before too', [{ year: 2021, grade: '不称职' }], ['dismissal']],
    ['only this year', [{ year: 2021, grade: '称职' }], []],
    ['with a year between', [{ year: 2020, grade: '不称职' }], []],
  ])('不称职 %s', (_, earlier, consequences) => {
    const result = score(scheme, person(), { sheets: rated(0.5), earlier })
    expect([result.grade, result.consequences]).toEqual(['不称职', consequences])
  })

  it('two bad years before a good one draw nothing', () => {
    const earlier = [
      { year: 2021, grade: '不称职' },
      { year: 2020, grade: '不称职' },
    ]
    expect(score(scheme, person(), { earlier }).consequences).toEqual([])
  })
})

/** Figures just at their limits, and a value that just misses each; by indicator. */
type Limits = Record<string, [number: number, limit: number, missed: number]>

const PLATFORM: Limits = {
  柜台无玻璃墙: [3, 1, 0],
  设有休息座椅: [3, 1, 0],
  制度公示上墙: [5, 1, 0],
  接入全省公共就业服务管理信息系统: [6, 1, 0],
  系统和数据备份制度: [6, 1, 0],
  劳动保障协理员占工作人员比例: [10, 0.5, 0.499999],
  职业指导师占工作人员比例: [10, 0.2, 0.199999],
  开展年度绩效考核: [12, 1, 0],
  公布举报电话并设意见箱和投诉电话: [14, 1, 0],
  投诉当日回音率: [15, 1, 0.999999],
  规范性文件类数: [17, 9, 8],
  培训资料归档最长工作日数: [23, 5, 6],
}

const COMMUNITY: Limits = {
  建立创建领导小组: [1, 1, 0],
  出台专门文件: [1, 1, 0],
  召开专题会议: [1, 1, 0],
  就业工作经费有保障: [2, 1, 0],
  连续保持省级创建标准年数: [3, 3, 2],
  有长期建设规划: [3, 1, 0],
  建立困难群体和失业人员台账: [4, 1, 0],
  有走访记录: [4, 1, 0],
  再就业率: [4, 0.85, 0.849999],
  每个零就业家庭最少稳定就业人数: [5, 1, 0],
  失业人员就业率: [5, 0.9, 0.899999],
  建立社区党员台账: [6, 1, 0],
  结伴率: [6, 0.8, 0.799999],
  建立岗位开发台账: [7, 1, 0],
  建立政策落实台账: [8, 1, 0],
  建立失业人员培训台账: [10, 1, 0],
  有培训要求人员参训率: [10, 1, 0.999999],
  培训后就业率: [10, 0.7, 0.699999],
  困难家庭纳入低保率: [11, 1, 0.999999],
  因就业引发的集体上访次数: [12, 0, 1],
  专职工作人员数: [13, 2, 1],
  建立培训制度: [13, 1, 0],
}

const DONE = { platform: ['调查', '座谈', '自查'], community: ['宣传'] }

describe.each([
  ['platform', 'township', 'shandong-platform', PLATFORM, ['符合', '不符合']],
  ['platform', 'village', 'shandong-platform', PLATFORM, ['符合', '不符合']],
  ['community', null, 'shandong-community', COMMUNITY, ['达到标准', '未达到标准']],
] as const)('%s %s', (kind, type, id, limits, [passed, failed]) => {
  const scheme = shipped(id)
  const metrics = figures(
    Object.fromEntries(Object.entries(limits).map(([name, [, limit]]) => [name, limit])),
  )
  const activities = DONE[kind].flatMap(eachQuarter)
  const good = (given: Partial<Dossier> = {}) => subject(kind, type, { metrics, activities, ...given })

  it('with everything just right fulfills all conditions, none of which has points', () => {
    const result = score(scheme, good())
    expect(result.indicators.map(i => [i.number, i.condition])).toEqual(
      result.indicators.map((_, k) => [k + 1, 'met']),
    )
    expect(result).toMatchObject({ decision: 'passed', grade: passed, total: 0 })
  })

  it.each(Object.entries(limits))('%s just missed, and unknown', (name, [number, , missed]) => {
    const others = metrics.filter(m => m.metric !== name)
    const bad = score(scheme, good({ metrics: [...others, figure(name, missed)] }))
    expect([indicator(bad, number).condition, bad.grade]).toEqual(['not_met', failed])
    const open = score(scheme, good({ metrics: others }))
    expect([indicator(open, number).condition, open.decision]).toEqual(['no_data', null])
  })

  it.each(DONE[kind])('%s is asked for in each quarter', done => {
    const rest = activities.filter(a => a.kind !== done || a.held_on !== '2022-08-10')
    expect(score(scheme, good({ activities: rest })).decision).toBe('failed')
    expect(score(scheme, good({ activities: rest }), { asOf: '2022-09-29' }).decision).toBe(
      // Four in twelve months are not yet there in September.
      kind === 'community' ? 'failed' : 'passed',
    )
  })
})

describe('a community', () => {
  const scheme = shipped('shandong-community')
  const metrics = figures(
    Object.fromEntries(Object.entries(COMMUNITY).map(([name, [, limit]]) => [name, limit])),
  )
  const told = (activities: string[]) =>
    subject('community', null, {
      metrics,
      activities: activities.map(day => activity({ kind: '宣传', title: day, held_on: `2022-${day}` })),
    })

  it('told the law four times, once a quarter', () => {
    expect(score(scheme, told(['01-01', '04-01', '07-01', '10-01'])).decision).toBe('passed')
  })

  it('told it four times, but never in autumn', () => {
    const result = score(scheme, told(['01-01', '04-01', '07-01', '07-02']))
    expect(indicator(result, 9).rules.map(r => r.outcome)).toEqual(['not_met', 'met'])
  })

  it('told it in each quarter that is over, but only thrice', () => {
    const result = score(scheme, told(['01-01', '04-01', '07-01']), { asOf: '2022-12-30' })
    expect(indicator(result, 9).rules.map(r => r.outcome)).toEqual(['met', 'not_met'])
  })

  it('of low satisfaction is warned of and not failed: the document names no figure', () => {
    const own = told(['01-01', '04-01', '07-01', '10-01'])
    const result = score(scheme, { ...own, metrics: [...metrics, figure('群众满意率', 0.1)] })
    expect(result.decision).toBe('passed')
  })
})

describe('a platform', () => {
  const scheme = shipped('shandong-platform')

  it('has the duties of its own level', () => {
    const first = (type: string) => score(scheme, subject('platform', type)).indicators[0]!.clause
    expect([first('township'), first('village')]).toEqual(['二(一)', '二(二)'])
  })

  it('that checks itself does not decide for its superior', () => {
    const sheets = sheetsOf(scheme, 'township').map(s => ({ ...s, rater_kind: 'self' }))
    expect(indicator(score(scheme, subject('platform', 'township'), { sheets }), 1).condition).toBe('no_data')
  })

  it.each([
    ['handled on its last day', '2022-05-31', 'met'],
    ['handled a day late', '2022-06-01', 'not_met'],
  ])('a complaint %s', (_, closed_on, outcome) => {
    const late = complaint({
      due_on: '2022-05-31',
      received_on: '2022-03-01',
      accepted_on: '2022-03-01',
      closed_on,
      finding: 'upheld',
    })
    const result = score(scheme, subject('platform', 'township', { complaints: [late] }))
    expect(indicator(result, 15).rules[1]!.outcome).toBe(outcome)
  })
})
