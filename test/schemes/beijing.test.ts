// The shipped scheme against the notice: what the document says is typed here a second time.

import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { readShippedScheme, shippedSchemes } from '../../src/schemes/library.ts'
import { parseScheme } from '../../src/schemes/load.ts'
import { schemes } from '../domain/fixtures.ts'

const { scheme, source } = readShippedScheme(schemes, 'beijing-2013')

/** 附件1: categories with points, their indicators in order. */
const ANNEX_1: [string, number, string[]][] = [
  ['基本条件', 10, ['设立情况', '年检情况', '从业时间', '行政处罚']],
  ['服务规范', 15, ['信息公示', '服务规程', '服务记录', '监管情况']],
  ['组织建设', 15, ['管理机构', '员工素质', '制度建设', '场所设施']],
  ['信用状况', 30, ['信用管理', '用工情况', '客户权益', '纠纷处理']],
  ['服务业绩', 15, ['服务数量', '服务质量', '收益情况']],
  ['社会责任', 15, ['公益活动', '行业活动', '社会评价']],
]

/** 附件2 and 4: code, name, places, phones of the market division, phones of the inspectorate. */
const ANNEX_2_4: [string, string, number, string[], string[]][] = [
  ['110000', '市属机构', 16, [], []],
  ['110101', '东城区', 10, ['64063952'], ['64043490']],
  ['110102', '西城区', 10, ['66201691'], ['66206191']],
  ['110105', '朝阳区', 30, ['64632146'], ['64678220']],
  ['110108', '海淀区', 16, ['88506572（人才中介）', '88506522（职业介绍）'], ['88506601']],
  ['110106', '丰台区', 8, ['63258236'], ['63812532']],
  ['110107', '石景山区', 3, ['88930441'], ['68868634']],
  ['110109', '门头沟区', 3, ['69865540'], ['69831534']],
  ['110111', '房山区', 3, ['89367046'], ['89367450']],
  ['110112', '通州区', 4, ['69523740'], ['60529931']],
  ['110113', '顺义区', 4, ['89444923'], ['89445756']],
  ['110114', '昌平区', 3, ['69742586'], ['69744520']],
  ['110115', '大兴区', 4, ['81296112（人才中介）', '81296820（职业介绍）'], ['69241320']],
  ['110117', '平谷区', 4, ['89984988'], ['89985416']],
  ['110116', '怀柔区', 3, ['89686021（人才中介）', '89683171（职业介绍）'], ['89683735', '89685211']],
  ['110228', '密云县', 3, ['69042124'], ['69041504']],
  ['110229', '延庆县', 3, ['69144615'], ['69101155']],
  ['110302', '开发区', 3, ['67887227'], ['67880324']],
]

/** Requirements B: evidence and the kinds that rate. */
const EVIDENCE: Record<number, [string, string[]]> = {
  1: ['records', []],
  2: ['records', []],
  3: ['records', []],
  4: ['records', []],
  5: ['both', ['expert']],
  6: ['review', ['self', 'expert']],
  7: ['both', ['self', 'expert']],
  8: ['both', ['expert']],
  9: ['review', ['self', 'expert']],
  10: ['both', ['self', 'expert']],
  11: ['review', ['self', 'expert']],
  12: ['review', ['self', 'expert']],
  13: ['both', ['self', 'expert']],
  14: ['both', ['self', 'expert']],
  15: ['both', ['public']],
  16: ['records', []],
  17: ['both', ['self', 'expert']],
  18: ['review', ['self', 'expert', 'public']],
  19: ['both', ['self', 'expert']],
  20: ['both', ['self', 'expert']],
  21: ['both', ['self', 'expert']],
  22: ['both', ['public', 'expert']],
}

describe('beijing-2013', () => {
  it('loads without a problem or a warning', () => {
    const { problems, warnings } = parseScheme(source, 'beijing-2013.yaml')
    expect([problems, warnings]).toEqual([[], []])
  })

  it('is among the shipped schemes, the calendar is not', () => {
    expect(shippedSchemes(schemes)).toContain('beijing-2013')
    expect(shippedSchemes(schemes)).not.toContain('calendar')
  })

  it('has the six categories of annex 1 with 10, 15, 15, 30, 15 and 15 points', () => {
    expect(scheme.categories.map(c => [c.name, c.points])).toEqual(
      ANNEX_1.map(([name, points]) => [name, points * 100]),
    )
  })

  it('has the 22 indicators of annex 1 in order, numbered through, in their categories', () => {
    const expected = ANNEX_1.flatMap(([, , names], k) => names.map(name => ({ name, category: k + 1 })))
    expect(scheme.indicators.map(({ number, name, category }) => ({ number, name, category }))).toEqual(
      expected.map((e, i) => ({ number: i + 1, ...e })),
    )
    expect(scheme.indicators).toHaveLength(22)
  })

  it('shares each category’s points equally among its indicators and marks that as ours', () => {
    const equal = ANNEX_1.flatMap(([, points, names]) => names.map(() => (points * 100) / names.length))
    expect(scheme.indicators.map(i => i.points)).toEqual(equal)
    expect(new Set(scheme.indicators.map(i => i.points_clause))).toEqual(new Set(['default']))
  })

  it.each(scheme.indicators)('takes evidence and raters as the register says: $number $name', indicator => {
    expect([indicator.evidence, indicator.raters]).toEqual(EVIDENCE[indicator.number])
  })

  it('has the eighteen jurisdictions with 130 places and the hotlines of annexes 2 and 4', () => {
    expect(
      scheme.jurisdictions.map(j => [j.code, j.name, j.places, j.market_phones, j.inspectorate_phones]),
    ).toEqual(ANNEX_2_4)
    expect(scheme.nomination!.places_total.seats).toBe(130)
    expect(scheme.jurisdictions.reduce((sum, j) => sum + j.places, 0)).toBe(130)
  })

  it('holds the share only in districts: the city alone is of kind city', () => {
    expect(scheme.jurisdictions.filter(j => j.kind === 'city').map(j => j.code)).toEqual(['110000'])
    expect(scheme.nomination!.for_profit_share).toEqual({
      percent: 50,
      scope: 'districts',
      may_waive: true,
      clause: '附件2备注',
    })
  })

  it('knows the later names of 密云 and 延庆', () => {
    expect(scheme.jurisdictions.flatMap(j => j.also.map(a => [j.name, a.code, a.name]))).toEqual([
      ['密云县', '110118', '密云区'],
      ['延庆县', '110119', '延庆区'],
      ['开发区', '110302', '北京经济技术开发区'],
    ])
  })

  it('weighs self, experts and public 10, 60 and 30', () => {
    expect(scheme.raters.map(r => [r.kind, r.name, r.weight])).toEqual([
      ['self', '自我评价', 10],
      ['expert', '专家评价', 60],
      ['public', '群众评价', 30],
    ])
  })

  it('grades from 90, 80, 70 and 0', () => {
    expect(scheme.grades.bands.map(b => [b.grade, b.min])).toEqual([
      ['A', 9000],
      ['B', 8000],
      ['C', 7000],
      ['D', 0],
    ])
  })

  it('has no veto switched on', () => {
    expect(scheme.vetoes.indicators).toEqual([])
  })

  it('looks back 24 months for penalties, 12 for dishonesty, and asks for 36 months in business', () => {
    const rulesOf = (number: number) => scheme.indicators[number - 1]!.rules
    expect(rulesOf(4)[0]).toMatchObject({ type: 'no_penalty', months: 24, advisory: false })
    expect(rulesOf(16)[0]).toMatchObject({ type: 'no_verified_complaint', dishonest: true, months: 12 })
    expect(rulesOf(16)[1]).toMatchObject({ fact: 'complaint.on_time_rate', min: 1_000_000, advisory: false })
    expect(rulesOf(3)[0]).toMatchObject({ type: 'tenure', months: 36 })
    expect(rulesOf(5)[0]).toMatchObject({ items: ['SC-01', 'SC-02', 'SC-03', 'SC-04', 'SC-05'] })
    expect(rulesOf(7)[0]).toMatchObject({ items: ['SC-08'] })
    expect(rulesOf(15)[1]).toMatchObject({ fact: 'survey.satisfaction', min: 900_000, advisory: true })
  })

  it('has two papers due on 5 November and sees everything as of 31 October', () => {
    expect(scheme.deadlines.map(d => d.month_day)).toEqual(['11-05', '11-05'])
    expect(scheme.as_of.month_day).toBe('10-31')
  })

  it('caps at half, rounds half up to hundredths, allows sixty working days', () => {
    const { cap, rounding, complaint_limit } = scheme.scoring
    expect([cap.percent, rounding.mode, rounding.decimals, complaint_limit.working_days]).toEqual([
      50,
      'half_up',
      2,
      60,
    ])
  })

  it('cites a clause beside every number: an article, an annex, or default', () => {
    const clauses: [string, unknown][] = []
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, inner] of Object.entries(value)) {
        if (key.endsWith('clause')) clauses.push([`${path}.${key}`, inner])
        walk(inner, `${path}.${key}`)
      }
    }
    walk(scheme, '')
    const cited = /^(default|附件[1-4](备注|、4|[一二三四五六]\d{0,2})?|[一二三四]\([一二三四五六七八]\)\d?)$/
    expect(clauses.filter(([, clause]) => !cited.test(String(clause)))).toEqual([])
    // Scheme parts, categories, indicators twice, rules, gates with their rules, ranking, jurisdictions, papers.
    expect(clauses.length).toBeGreaterThan(100)
  })

  it('refuses an unknown id and names those there are', () => {
    const refusal = () => readShippedScheme(schemes, 'beijing-2031')
    expect(refusal).toThrow(Refusal)
    try {
      refusal()
    } catch (error) {
      expect((error as Refusal).problems).toEqual([
        {
          code: 'CX2005',
          params: { id: 'beijing-2031', available: shippedSchemes(schemes).join('、') },
          place: {},
        },
      ])
    }
  })

  it.each(['calendar', '../schemes/beijing-2013', ''])('refuses the id "%s"', id => {
    expect(() => readShippedScheme(schemes, id)).toThrow(Refusal)
  })
})
