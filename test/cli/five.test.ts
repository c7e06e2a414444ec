// The five agencies computed by hand, through the built program from an empty folder to the papers.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cli, data, FINALIZE, five, folder, HAND, type Ran } from './run.ts'

interface Rule {
  type: string
  outcome: string
  hard: boolean
  records: string[]
  from: string | null
  to: string | null
  clause: string
}
interface Indicator {
  number: number
  name: string
  points: string
  score: string | null
  evidence: string
  ratings: { rater_kind: string; mean: string | null; count: number; weight: string; counted: boolean }[]
  rules: Rule[]
  clause: string
}
interface Explained {
  total: string
  grade: string
  vetoes: unknown[]
  bands: Record<string, string>
  indicators: Indicator[]
}

const json = <T>(ran: Ran): T => (JSON.parse(ran.stdout) as { data: T }).data
const CODES = [HAND, '91110108CXJG00023F', '91110101CXJG000315', '12110106CXJG0004XA', '52110228CXJG000587']

describe('the year of the five', () => {
  const cwd = folder()
  let explained: Explained

  beforeAll(async () => {
    const lines = [
      'init',
      `agency import ${five('roster')}`,
      `complaint import ${five('complaints')}`,
      `penalty import ${five('penalties')}`,
      `honor import ${five('honors')}`,
      `inspection import ${five('inspection')}`,
      'evaluation open --year 2013 --as-of 2013-10-31',
      `evaluation import ${five('scores')}`,
      'evaluation run',
    ]
    for (const line of lines) {
      const ran = await cli(cwd, line)
      expect(ran.code, `${line}\n${ran.stderr}`).toBe(0)
    }
    explained = json(await cli(cwd, `evaluation explain ${HAND} --json`))
  }, 30_000)

  it('gives the hand-checked agency 77.75, grade C, 2.25 below the next', () => {
    expect(explained).toMatchObject({ total: '77.75', grade: 'C', vetoes: [] })
    expect(explained.bands).toEqual({ to_next: '2.25', cushion: '7.75' })
  })

  // Worked out from the sheets: self 1 : expert 6 : public 3 over the kinds that count, half up. Indicator 6:
  // (1 x 3.50 + 6 x 3.125) / 7 = 3.1785...; 22, without self: (6 x 4.00 + 3 x 4.20) / 9 = 4.0666...
  it('gives each of its 22 indicators the score worked out by hand', () => {
    expect(explained.indicators.map(i => i.score)).toEqual([
      ...['2.50', '2.50', '2.50', '0.00'],
      ...['3.38', '3.18', '3.39', '3.50'],
      ...['3.18', '3.18', '3.18', '3.54'],
      ...['6.36', '6.68', '6.75', '0.00'],
      ...['4.07', '4.25', '4.18'],
      ...['3.57', '3.79', '4.07'],
    ])
    expect(explained.indicators.map(i => i.number)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1))
  })

  it('explains indicator 18 by three means whose weights make 4.245', () => {
    const quality = explained.indicators[17]!
    expect(quality).toMatchObject({ name: '服务质量', points: '5.00', score: '4.25', evidence: 'review' })
    expect(quality.ratings).toMatchObject([
      { rater_kind: 'self', mean: '4.50', count: 1, weight: '0.1', counted: true },
      { rater_kind: 'expert', mean: '4.125', count: 2, weight: '0.6', counted: true },
      { rater_kind: 'public', mean: '4.40', count: 1, weight: '0.3', counted: true },
    ])
  })

  it('names the records that decided, the days that count and the clause', () => {
    const [penalty] = explained.indicators[3]!.rules
    expect(penalty).toMatchObject({
      outcome: 'not_met',
      hard: true,
      records: ['样例罚字〔2012〕3号'],
      from: '2011-11-01',
      to: '2013-10-31',
      clause: '附件1一4',
    })
    const disputes = explained.indicators[15]!.rules
    expect(disputes.map(r => [r.outcome, r.records])).toEqual([
      ['not_met', ['TS2013-001']],
      ['not_met', ['TS2013-004']],
    ])
    for (const { number, clause, rules } of explained.indicators) {
      expect(clause, `indicator ${number}`).toMatch(/^(附件1|default)/)
      for (const rule of rules) expect(rule.clause, `indicator ${number}`).not.toBe('')
    }
  })

  it('has the keys of the contract in every part of an explanation', () => {
    expect(Object.keys(explained)).toEqual(
      expect.arrayContaining(['uscc', 'total', 'grade', 'vetoes', 'bands', 'indicators']),
    )
    for (const indicator of explained.indicators) {
      expect(Object.keys(indicator)).toEqual(
        expect.arrayContaining([
          ...['number', 'name', 'points', 'score', 'min', 'max', 'evidence', 'ratings', 'rules', 'clause'],
        ]),
      )
      expect(indicator.evidence).toMatch(/^(records|both|review)$/)
      for (const rating of indicator.ratings) {
        expect(Object.keys(rating)).toEqual(
          expect.arrayContaining(['rater_kind', 'mean', 'count', 'weight', 'counted']),
        )
        expect(rating.weight).toMatch(/^\d(\.\d+)?$/)
      }
      for (const rule of indicator.rules) {
        expect(Object.keys(rule)).toEqual(
          expect.arrayContaining(['type', 'outcome', 'hard', 'records', 'from', 'to', 'clause']),
        )
        expect(rule.outcome).toMatch(/^(met|not_met|no_data|not_applicable)$/)
      }
    }
  })

  it.each([
    ['license number', '样例人服证字110105第0001号'],
    ['own id', '1'],
    ['code in full width', '９１１１０１０５ＣＸＪＧ０００１５９'],
    ['code in small letters', '91110105cxjg000159'],
  ])('finds the agency by its %s too', async (_, key) => {
    expect(await data<Explained>(cwd, ['evaluation', 'explain', key])).toEqual(explained)
  })

  it('shows all five with the keys of the contract, ranks only where the total is known', async () => {
    const shown = json<Record<string, unknown>[]>(await cli(cwd, 'evaluation show --json'))
    expect(shown.map(s => s.uscc).sort()).toEqual([...CODES].sort())
    for (const row of shown) {
      expect(Object.keys(row)).toEqual(
        expect.arrayContaining([
          ...['uscc', 'name', 'district_code', 'total', 'min_total', 'max_total'],
          ...['computed_grade', 'grade', 'rank', 'vetoes', 'status'],
        ]),
      )
      const known = row.min_total === row.max_total
      expect([row.total === null, row.grade === null, row.rank === null]).toEqual([!known, !known, !known])
    }
    expect(shown[0]).toMatchObject({ uscc: HAND, total: '77.75', grade: 'C', computed_grade: 'C', rank: 1 })
  })

  it('prints the explanation for people with every indicator, rating and deciding record', async () => {
    const { stdout } = await cli(cwd, `evaluation explain ${HAND}`)
    expect(stdout).toContain('总分 77.75，等级 C')
    for (const { number, name } of explained.indicators) expect(stdout).toContain(`${number}.${name}`)
    for (const record of ['样例罚字〔2012〕3号', 'TS2013-001', 'TS2013-004']) expect(stdout).toContain(record)
    expect(stdout).toMatch(/服务质量 +4\.25 \/ 5\.00/)
  })

  it('lists what is missing, the gap that could change most first, and exits with 3', async () => {
    const ran = await cli(cwd, 'evaluation check --json')
    expect(ran.code).toBe(3)
    const gaps = json<{ uscc: string; indicator: number | null; weight: string; open: boolean }[]>(ran)
    expect(gaps[0]).toMatchObject({ uscc: '12110106CXJG0004XA', open: true })
    const weights = gaps.map(g => Number(g.weight))
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    expect(gaps.some(g => g.uscc === HAND && g.open)).toBe(false)
  })

  it('runs again with the same answer and without a log entry', async () => {
    const before = await data<unknown[]>(cwd, 'log list')
    expect(await data(cwd, 'evaluation run')).toMatchObject({ agencies: 5, incomplete: 4, changed: false })
    expect(await data(cwd, 'log list')).toEqual(before)
  })

  it('finalizes, proposes nobody where nobody is eligible, and says why for each', async () => {
    expect((await cli(cwd, FINALIZE)).code).toBe(0)
    const ran = await cli(cwd, 'nomination propose')
    expect(ran.code, ran.stderr).toBe(0)
    const list = json<{ candidates: { uscc: string; decision: string; reason: string }[] }>(
      await cli(cwd, 'nomination list --json'),
    )
    expect(list.candidates.map(c => c.uscc).sort()).toEqual([...CODES].sort())
    expect(new Set(list.candidates.map(c => c.decision))).toEqual(new Set(['ineligible']))
    const hand = list.candidates.find(c => c.uscc === HAND)!
    expect(hand.reason).toContain('近24个月无行政处罚')
    expect(hand.reason).toContain('近12个月无查实的不诚信投诉')
    expect((await cli(cwd, 'nomination check')).code).toBe(0)
  })

  it('writes the score table and the allotment table', async () => {
    expect((await cli(cwd, `form results ${HAND} -o score.docx`)).code).toBe(0)
    expect((await cli(cwd, 'form quota -o quota.xlsx')).code).toBe(0)
    for (const name of ['score.docx', 'quota.xlsx']) {
      expect(readFileSync(join(cwd, name)).subarray(0, 2).toString('latin1'), name).toBe('PK')
    }
  })

  it('prints the score table as data with the 22 indicators and the total', async () => {
    const { stdout } = await cli(cwd, `form results ${HAND} --format csv`)
    const lines = stdout.replace('\uFEFF', '').trimEnd().split('\r\n')
    expect(lines).toHaveLength(23)
    expect(lines[18]).toContain('18.服务质量,5.00,4.50,4.125,4.40,4.25')
    expect(lines[18]).toContain('77.75')
  })
})
