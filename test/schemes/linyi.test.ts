// Linyi: six types of institutions, the conditions of each with every number, and the ranking of the city round.

import { describe, expect, it } from 'vitest'
import type { Offense } from '../../src/domain/records/offense.ts'
import type { Dossier } from '../../src/domain/score/dossier.ts'
import { honor } from '../domain/fixtures.ts'
import { figure, figures, indicator, score, sheetsOf, shipped, subject } from './subjects.ts'

const county = shipped('linyi-2022-county')
const city = shipped('linyi-2022-city')

const TYPES = ['county_public', 'township', 'village', 'gig_market', 'training', 'commercial']

/** Figures that each type is asked for, exactly at their limits. */
const FIGURES: Record<string, Record<string, number>> = {
  county_public: {
    接入省公共就业和人才服务信息系统: 1,
    '人员编制符合鲁编办发〔2019〕5号': 1,
    智慧就业服务大厅通过省级验收: 1,
    申报就业环境友好型城市: 1,
  },
  township: {
    接入省公共就业和人才服务信息系统: 1,
    工作人员数: 5,
    经费纳入同级财政预算: 1,
    建成一刻钟就业服务圈: 1,
  },
  village: { 工作人员数: 1, 建成一刻钟就业服务圈: 1 },
  gig_market: { 服务场所面积: 500 },
  training: { 培训合格率: 0.95, 学员整体满意率: 0.95, 办学质量督导评估优秀: 1 },
  commercial: {},
}

const title = honor({ title: '县级就业服务质量标杆机构', granted_on: '2022-12-20' })

function good(type: string, given: Partial<Dossier> = {}): Dossier {
  return subject('institution', type, { metrics: figures(FIGURES[type]!), honors: [title], ...given })
}

function offense(given: Partial<Offense>): Offense {
  return { offense_no: 'BL-1', person: null, kind: 'violation', serious: 0, date: '2022-01-01', ...given }
}

describe.each(TYPES)('an institution of type %s', type => {
  it('that is all right fulfills both rounds; the city round has 100 points to rank by', () => {
    expect(score(county, good(type))).toMatchObject({ decision: 'passed', grade: '符合', total: 0 })
    expect(score(city, good(type))).toMatchObject({ decision: 'passed', grade: '符合', total: 10_000 })
  })

  it('that nobody judged is open', () => {
    expect(score(county, good(type), { sheets: [] })).toMatchObject({ decision: null, grade: null })
  })
})

it('asks six conditions of all in the county, and of each type its own in the city', () => {
  expect(county.indicators.map(i => [i.number, i.points, i.required])).toEqual(
    [1, 2, 3, 4, 5, 6].map(n => [n, 0, true]),
  )
  const asked = (type: string) => score(city, good(type)).indicators.map(i => i.number)
  expect(TYPES.map(asked)).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 15],
    [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 15],
    [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 15],
    [1, 2, 3, 4, 5, 6, 7, 8, 12, 15],
    [1, 2, 3, 4, 5, 6, 7, 8, 13, 15],
    [1, 2, 3, 4, 5, 6, 7, 8, 14, 15],
  ])
})

/** Type, condition, figure, and a value that just misses. */
const MISSES: [string, number, string, number][] = [
  ['county_public', 3, '接入省公共就业和人才服务信息系统', 0],
  ['county_public', 9, '人员编制符合鲁编办发〔2019〕5号', 0],
  ['county_public', 9, '智慧就业服务大厅通过省级验收', 0],
  ['township', 3, '接入省公共就业和人才服务信息系统', 0],
  ['township', 10, '工作人员数', 4],
  ['township', 10, '经费纳入同级财政预算', 0],
  ['township', 11, '建成一刻钟就业服务圈', 0],
  ['village', 10, '工作人员数', 0],
  ['village', 11, '建成一刻钟就业服务圈', 0],
  ['gig_market', 12, '服务场所面积', 499.999999],
  ['training', 13, '培训合格率', 0.949999],
  ['training', 13, '学员整体满意率', 0.949999],
  ['training', 13, '办学质量督导评估优秀', 0],
]

describe.each(MISSES)('%s %i %s', (type, number, name, value) => {
  const others = good(type).metrics.filter(m => m.metric !== name)

  it('just missed is not fulfilled', () => {
    const result = score(city, good(type, { metrics: [...others, figure(name, value)] }))
    expect([indicator(result, number).condition, result.decision]).toEqual(['not_met', 'failed'])
  })

  it('without a figure is open', () => {
    const result = score(city, good(type, { metrics: others }))
    expect([indicator(result, number).condition, result.decision]).toEqual(['no_data', null])
  })
})

it('a city friendly to employment only warns', () => {
  const metrics = good('county_public').metrics.filter(m => m.metric !== '申报就业环境友好型城市')
  const none = [...metrics, figure('申报就业环境友好型城市', 0)]
  expect(score(city, good('county_public', { metrics: none })).decision).toBe('passed')
})

it('a village platform is not asked for the system of the province', () => {
  expect(indicator(score(county, good('village')), 3)).toMatchObject({ condition: 'met', rules: [] })
})

describe('three years without', () => {
  it.each([
    ['a violation on the first day that counts', offense({ date: '2020-01-01' }), 'not_met'],
    ['a violation a day before', offense({ date: '2019-12-31' }), 'met'],
    ['a violation of one of the staff', offense({ person: '样例员工', date: '2022-05-01' }), 'not_met'],
    ['bad credit', offense({ kind: 'credit' }), 'not_met'],
    ['a serious accident', offense({ kind: 'accident', serious: 1 }), 'not_met'],
    ['an accident that was not serious', offense({ kind: 'accident', serious: 0 }), 'met'],
    ['a violation after the day', offense({ date: '2023-01-01' }), 'met'],
  ])('%s', (_, one, condition) => {
    const result = score(county, good('commercial', { offenses: [one] }))
    expect(indicator(result, 5).condition).toBe(condition)
    expect(result.decision).toBe(condition === 'met' ? 'passed' : 'failed')
  })
})

describe('the title of the county', () => {
  it.each([
    ['held', [title], 'met'],
    ['held under its other name', [{ ...title, title: '就业服务质量县级标杆机构' }], 'met'],
    ['not held', [], 'not_met'],
    ['another title', [{ ...title, title: '诚信服务窗口' }], 'not_met'],
    ['taken away', [{ ...title, status: 'revoked' as const, revoked_on: '2022-12-30' }], 'not_met'],
    ['granted a day too late', [{ ...title, granted_on: '2023-01-01' }], 'not_met'],
  ])('%s', (_, honors, condition) => {
    expect(indicator(score(city, good('commercial', { honors })), 7).condition).toBe(condition)
  })
})

describe('the supervision of training', () => {
  const name = '办学质量督导评估优秀'
  const rest = good('training').metrics.filter(m => m.metric !== name)
  const years = (all: Record<string, number>) =>
    good('training', {
      metrics: [...rest, ...Object.entries(all).map(([period, value]) => figure(name, value, { period }))],
    })

  it.each([
    ['excellent each time', { 2020: 1, 2021: 1, 2022: 1 }, 'met'],
    ['once not, in the earliest of three years', { 2020: 0, 2021: 1, 2022: 1 }, 'not_met'],
    ['once not, four years ago', { 2019: 0, 2022: 1 }, 'met'],
    ['twice a year, once not', { '2022-H1': 0, '2022-H2': 1 }, 'not_met'],
    ['none in three years', { 2019: 1 }, 'no_data'],
  ])('%s', (_, all, condition) => {
    expect(indicator(score(city, years(all as Record<string, number>)), 13).condition).toBe(condition)
  })
})

describe('what the panel says', () => {
  const judged = (value: number) => {
    const sheets = sheetsOf(county, 'commercial')
    sheets[0]!.ratings = { ...sheets[0]!.ratings, 6: value }
    return score(county, good('commercial'), { sheets })
  }

  it('not fulfilled is not fulfilled', () => {
    expect(judged(0)).toMatchObject({ decision: 'failed', grade: '不符合' })
  })

  it('of two who differ is open', () => {
    const [one] = sheetsOf(county, 'commercial')
    const other = { ...one!, rater: '评审2', ratings: { ...one!.ratings, 6: 0 } }
    const result = score(county, good('commercial'), { sheets: [one!, other] })
    expect([indicator(result, 6).condition, result.decision]).toEqual(['no_data', null])
  })
})

describe('the competitive review', () => {
  const review = (points: Partial<Record<'written' | 'interview' | 'site', number>>) => {
    const sheets = sheetsOf(city, 'commercial').map(s => {
      const given = points[s.rater_kind as 'written']
      if (s.rater_kind === 'panel') return s
      return { ...s, ratings: given === undefined ? {} : { 15: given * 1_000_000 } }
    })
    return score(city, good('commercial'), { sheets })
  }

  it('weighs paper, defense and visit 50, 25 and 25', () => {
    // 45 + 20 + 17.5
    expect(review({ written: 90, interview: 80, site: 70 }).total).toBe(8_250)
  })

  it('leaves out a part that was not held', () => {
    // (90 × 50 + 80 × 25) ÷ 75 = 86.666…
    expect(review({ written: 90, interview: 80 }).total).toBe(8_667)
  })

  it('decides nothing: who fulfills all passes with any score', () => {
    expect(review({ written: 0, interview: 0, site: 0 })).toMatchObject({ total: 0, decision: 'passed' })
  })
})

it('has nine titles in the city and ninety in the counties, for 2021 to 2025', () => {
  expect([city.nomination, county.nomination]).toMatchObject([
    { places_total: { seats: 9, by: 'whole' }, period: { from: 2021, to: 2025 } },
    { places_total: { seats: 90, by: 'allotment' }, period: { from: 2021, to: 2025 } },
  ])
  expect(county.deadlines.map(d => `${d.year}-${d.month_day}`)).toEqual(['2022-12-20'])
})
