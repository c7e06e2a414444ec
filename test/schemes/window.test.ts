// The ten windows: a hundred standards of ten points, each number hit exactly and missed by the smallest step.

import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../src/domain/score/dossier.ts'
import { activity, complaint } from '../domain/fixtures.ts'
import { eachQuarter, figure, figures, indicator, score, sheetsOf, shipped, subject } from './subjects.ts'

const scheme = shipped('service-window')

/** Type, standard, figure, which side, the limit, the smallest step; typed from the document. */
const LIMITS: [string, number, string, 'least' | 'most' | 'yes', number, number][] = [
  ['petition', 3, '专兼职工作人员数', 'least', 1, 1],
  ['petition', 5, '交办信访案件办结率', 'least', 1, 0.000001],
  ['petition', 6, '服务对象满意率', 'least', 0.9, 0.000001],
  ['job_placement', 6, '服务对象满意率', 'least', 0.9, 0.000001],
  ['job_placement', 7, '每名困难对象最少职业指导次数', 'least', 1, 1],
  ['job_placement', 7, '每名困难对象最少就业信息次数', 'least', 3, 1],
  ['labor_inspection', 5, '举报立案最长天数', 'most', 7, 1],
  ['labor_inspection', 5, '结案率', 'least', 0.9, 0.000001],
  ['labor_inspection', 7, '批转案件按时办结率', 'least', 1, 0.000001],
  ['labor_inspection', 9, '每名专职监察员年巡查最少户数', 'least', 50, 1],
  ['arbitration', 5, '结案率', 'least', 0.95, 0.000001],
  ['arbitration', 5, '超审限案件数', 'most', 0, 1],
  ['arbitration', 6, '引发群体性突发事件数', 'most', 0, 1],
  ['arbitration', 9, '兼职仲裁员参与办案率', 'least', 0.25, 0.000001],
  ['social_insurance', 5, '服务对象满意率', 'least', 0.9, 0.000001],
  ['social_insurance', 6, '养老金社会化发放率', 'least', 0.99, 0.000001],
  ['social_insurance', 9, '三个数据库建库率', 'least', 1, 0.000001],
  ['skill_appraisal', 7, '证书审核最长天数', 'most', 7, 1],
  ['skill_appraisal', 8, '服务对象满意率', 'least', 0.9, 0.000001],
  ['medical_insurance', 7, '服务对象满意率', 'least', 0.9, 0.000001],
  ['medical_insurance', 9, '年度统筹基金收支基本平衡', 'yes', 1, 1],
  ['website', 6, '每天24小时提供服务', 'yes', 1, 1],
  ['website', 6, '信息更新最长间隔天数', 'most', 3, 1],
  ['website', 7, '整体备份在不同的计算机上', 'yes', 1, 1],
  ['website', 9, '网上来信回复率', 'least', 0.9, 0.000001],
  ['legal_advice', 4, '专兼职工作人员数', 'least', 2, 1],
  ['legal_advice', 6, '结案率', 'least', 0.9, 0.000001],
  ['legal_advice', 8, '免费咨询服务', 'yes', 1, 1],
  ['legal_advice', 9, '服务对象满意率', 'least', 0.9, 0.000001],
]

const TYPES = [
  ...['petition', 'job_placement', 'labor_inspection', 'arbitration', 'social_insurance', 'training'],
  ...['skill_appraisal', 'medical_insurance', 'website', 'legal_advice'],
]

/** Every figure of the type exactly at its limit. */
function good(type: string, given: Partial<Dossier> = {}): Dossier {
  const limits = LIMITS.filter(([of]) => of === type).map(([, , name, , limit]) => [name, limit])
  const reports = type === 'job_placement' ? eachQuarter('报告') : []
  const metrics = figures(Object.fromEntries(limits) as Record<string, number>)
  return subject('window', type, { metrics, activities: reports, ...given })
}

it('has ten standards of ten points for each of ten types, numbered one to ten', () => {
  expect(scheme.applies_to.types.map(t => t.id)).toEqual(TYPES)
  for (const type of TYPES) {
    const own = scheme.indicators.filter(i => i.types.includes(type))
    expect(own.map(i => [i.number, i.points])).toEqual(Array.from({ length: 10 }, (_, k) => [k + 1, 1000]))
  }
})

it('requires exactly the standards that have a number', () => {
  const numbered = [...LIMITS.map(([type, n]) => `${type} ${n}`), 'job_placement 5', 'training 8']
  const required = scheme.indicators.filter(i => i.required).map(i => `${i.types[0]} ${i.number}`)
  expect(new Set(required)).toEqual(new Set(numbered))
})

describe.each(TYPES)('a window of type %s', type => {
  it('with every number hit exactly and all ratings full has 100 points and passes', () => {
    const { total, decision, grade } = score(scheme, good(type))
    expect([total, decision, grade]).toEqual([10_000, 'passed', '达标'])
  })
})

describe.each(LIMITS)('%s %i %s', (type, number, name, side, limit, step) => {
  const missed = side === 'most' ? limit + step : limit - step
  const others = good(type).metrics.filter(m => m.metric !== name)

  it('missed by the smallest step is half of the standard at most, and fails', () => {
    const result = score(scheme, good(type, { metrics: [...others, figure(name, missed)] }))
    expect(indicator(result, number)).toMatchObject({ score: 500, capped_at: 500, condition: 'not_met' })
    expect([result.total, result.decision, result.grade]).toEqual([9_500, 'failed', '未达标'])
  })

  it('without a figure is open, and costs no points', () => {
    const result = score(scheme, good(type, { metrics: others }))
    expect(indicator(result, number)).toMatchObject({ score: 1000, condition: 'no_data' })
    expect([result.total, result.decision, result.grade]).toEqual([10_000, null, null])
  })
})

describe('the total of 90', () => {
  const sheets = (share: number) => sheetsOf(scheme, 'petition', share)

  it('is enough', () => {
    const { total, decision } = score(scheme, good('petition'), { sheets: sheets(0.9) })
    expect([total, decision]).toEqual([9_000, 'passed'])
  })

  it('missed by a hundredth in one standard fails', () => {
    const [internal, ...rest] = sheets(0.9)
    // 8.97 of one rater of weight 30 in 100: 9 - 0.009, printed 8.99.
    const lower = { ...internal!, ratings: { ...internal!.ratings, 1: 8_970_000 } }
    const { total, decision } = score(scheme, good('petition'), { sheets: [lower, ...rest] })
    expect([total, decision]).toEqual([8_999, 'failed'])
  })

  it('weighs internal, social and organization 30, 40 and 30', () => {
    const [internal, social, organization] = sheets(1)
    const rated = [
      { ...internal!, ratings: { ...internal!.ratings, 1: 10_000_000 } },
      { ...social!, ratings: { ...social!.ratings, 1: 5_000_000 } },
      { ...organization!, ratings: { ...organization!.ratings, 1: 0 } },
    ]
    // 3 + 2 + 0
    expect(indicator(score(scheme, good('petition'), { sheets: rated }), 1).score).toBe(500)
  })

  it('is open while nobody rated', () => {
    const { total, min_total, max_total, decision } = score(scheme, good('petition'), { sheets: [] })
    expect([total, min_total, max_total, decision]).toEqual([null, 0, 10_000, null])
  })
})

describe('records of windows', () => {
  const fee = complaint({ category: '收费争议', closed_on: '2022-06-01', finding: 'upheld' })

  it.each([
    ['upheld in the year', fee, 'not_met'],
    ['partly upheld on the first day that counts', { ...fee, closed_on: '2022-01-01' }, 'not_met'],
    ['upheld a day before', { ...fee, closed_on: '2021-12-31' }, 'met'],
    ['not upheld', { ...fee, finding: 'not_upheld' as const }, 'met'],
    ['of another category', { ...fee, category: '其他' }, 'met'],
    ['closed without a finding', { ...fee, finding: null }, 'no_data'],
  ])('a complaint over fees %s', (_, one, condition) => {
    const result = score(scheme, good('job_placement', { complaints: [one] }))
    expect(indicator(result, 5).condition).toBe(condition)
  })

  it('any upheld complaint counts against training', () => {
    const result = score(scheme, good('training', { complaints: [{ ...fee, category: '其他' }] }))
    expect([indicator(result, 8).condition, result.decision]).toEqual(['not_met', 'failed'])
  })

  it('a quarter without a report fails, on the last day of the quarter but not before', () => {
    const own = good('job_placement', { activities: eachQuarter('报告').slice(0, 2) })
    expect(indicator(score(scheme, own, { asOf: '2022-09-29' }), 6).condition).toBe('met')
    expect(indicator(score(scheme, own, { asOf: '2022-09-30' }), 6).condition).toBe('not_met')
  })

  it('a report counts in the quarter in which it was made', () => {
    const days = ['01-01', '06-30', '07-01', '12-31']
    const activities = days.map(day => activity({ kind: '报告', title: day, held_on: `2022-${day}` }))
    expect(indicator(score(scheme, good('job_placement', { activities })), 6).condition).toBe('met')
    const late = activities.map(a => (a.held_on === '2022-06-30' ? { ...a, held_on: '2022-07-02' } : a))
    expect(indicator(score(scheme, good('job_placement', { activities: late })), 6).condition).toBe('not_met')
  })
})
