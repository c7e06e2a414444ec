// What samples/README.md promises about the fictional city: its shape, its special cases at the
// quota lines and at the edges of the look-back windows, and that it can be made again byte by byte.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DISTRICTS } from '../../samples/generator/districts.ts'
import { computeTotals, type Result, readTable } from './calculator.ts'
import { choose, rankEligible } from './ranking.ts'

const root = join(import.meta.dirname, '..', '..', 'samples')
const totals = computeTotals(join(root, 'city'))
const all = [...totals.values()]
const ranked = rankEligible(all)
const choices = new Map(
  DISTRICTS.map(d => [d.name, choose(ranked.get(d.name) ?? [], d.places, d.code !== '110000')]),
)

const of = (key: string): Result => {
  const result = totals.get(key)
  if (result === undefined) throw new Error(`no such agency: ${key}`)
  return result
}
const nominated = (key: string): boolean => choices.get(of(key).district)!.nominated.includes(of(key))

describe('the hand-checked five', () => {
  const five = computeTotals(join(root, 'five'))

  it('give the worked example', () => {
    const first = five.get('91110105CXJG000159')!
    expect(first.total).toBe('77.75')
    expect(first.grade).toBe('C')
    // 4.245 before rounding: half goes up.
    expect(first.perIndicator[17]).toBe('4.25')
    expect(first.failed).toEqual(['complaint', 'penalty'])
  })

  it('leave the others open, with an interval', () => {
    expect([...five.values()].slice(1).map(r => [r.total, r.min, r.max])).toEqual([
      [null, '79.38', '86.88'],
      [null, '7.50', '80.64'],
      [null, '17.50', '100.00'],
      [null, '10.00', '88.76'],
    ])
  })

  it('boundaries: a penalty of 2011-10-31 is too old, one of 2011-11-01 is not', () => {
    expect(five.get('91110101CXJG000315')!.perIndicator[3]).toBe('2.50')
    expect(five.get('91110108CXJG00023F')!.perIndicator[3]).toBe('0.00')
    // Half of 3.75 is 1.88.
    expect(five.get('91110108CXJG00023F')!.perIndicator[4]).toBe('1.88')
  })
})

describe('shape of the city', () => {
  it('has 420 agencies over the eighteen jurisdictions, 130 places', () => {
    expect(all).toHaveLength(420)
    expect(DISTRICTS.reduce((sum, d) => sum + d.places, 0)).toBe(130)
    for (const d of DISTRICTS) expect(all.filter(r => r.district === d.name)).toHaveLength(d.agencies)
  })

  it('has a believable spread of totals with all grades', () => {
    const count = (grade: Result['grade']): number => all.filter(r => r.grade === grade).length
    expect({ A: count('A'), B: count('B'), C: count('C'), D: count('D'), open: count(null) }).toEqual({
      A: 101,
      B: 185,
      C: 89,
      D: 15,
      open: 30,
    })
    expect(all.filter(r => r.total === '100.00')).toHaveLength(4)
    const known = all.flatMap(r => (r.total === null ? [] : [Number(r.total)])).sort((a, b) => a - b)
    expect(known[Math.floor(known.length / 2)]).toBeGreaterThan(82)
    expect(known[Math.floor(known.length / 2)]).toBeLessThan(87)
  })

  it('has an interval exactly where there is no total', () => {
    for (const r of all) {
      if (r.total === null) expect(r.min).not.toBe(r.max)
      else expect([r.min, r.max]).toEqual([r.total, r.total])
    }
  })

  it('has more eligible candidates than places, except where told otherwise', () => {
    for (const d of DISTRICTS) {
      const eligible = ranked.get(d.name)!.flat().length
      if (d.name === '房山区') expect(eligible).toBe(2)
      else expect(eligible, d.name).toBeGreaterThan(d.places)
    }
  })

  it('never needs the number of verified complaints to rank', () => {
    for (const groups of ranked.values()) {
      const list = groups.flat()
      list.slice(1).forEach((r, i) => {
        const before = list[i]!
        if (before.total === r.total && before.standardGrade === r.standardGrade) {
          expect(before.verifiedComplaints).toBe(r.verifiedComplaints)
        }
      })
    }
  })

  it('is what the generator makes, byte by byte', async () => {
    const { cityFiles } = await import('../../samples/generator/city.ts')
    const [first, second] = [await cityFiles(), await cityFiles()]
    expect(readdirSync(join(root, 'city')).sort()).toEqual([...first.keys()].sort())
    for (const [name, bytes] of first) {
      const committed = readFileSync(join(root, 'city', name))
      expect(committed.equals(bytes), `${name} is stale: npm run samples`).toBe(true)
      expect(committed.equals(second.get(name)!)).toBe(true)
    }
  })
})

describe('quota lines', () => {
  it('uses every place, except in 房山区 and 延庆县', () => {
    for (const d of DISTRICTS) {
      const short = ['房山区', '延庆县'].includes(d.name)
      expect(choices.get(d.name)!.nominated, d.name).toHaveLength(short ? 2 : d.places)
    }
  })

  it('石景山区: two equals in every key want the last place; no other district has a tie at the line', () => {
    for (const d of DISTRICTS) {
      const tied = choices.get(d.name)!.tied.map(r => r.key)
      if (d.name === '石景山区') {
        expect(tied.sort()).toEqual(['91110107CXYL038679', '91110107CXYL038754'])
      } else expect(tied, d.name).toEqual([])
    }
    const [a, b] = [of('91110107CXYL038679'), of('91110107CXYL038754')]
    expect(ranked.get('石景山区')!.map(group => group.length)).toEqual([1, 1, 2, ...Array(5).fill(1)])
    expect([a.total, a.verifiedComplaints]).toEqual([b.total, b.verifiedComplaints])
  })

  it('大兴区: the standard grade decides', () => {
    const [inside, outside] = [of('91110115CXYL046400'), of('91110115CXYL04544N')]
    expect(inside.total).toBe(outside.total)
    expect(inside.standardGrade).toBeGreaterThan(outside.standardGrade)
    expect(inside.businessStart > outside.businessStart).toBe(true)
    expect([nominated(inside.key), nominated(outside.key)]).toEqual([true, false])
  })

  it('怀柔区: the earlier start decides', () => {
    const [inside, outside] = [of('91110116CXYL04827D'), of('91110116CXYL04894B')]
    expect([inside.total, inside.standardGrade]).toEqual([outside.total, outside.standardGrade])
    expect(inside.businessStart < outside.businessStart).toBe(true)
    expect([nominated(inside.key), nominated(outside.key)]).toEqual([true, false])
  })

  it('海淀区: a full tie well above the line does no harm', () => {
    const group = ranked.get('海淀区')!.find(g => g.length > 1)!
    expect(group.map(r => r.key).sort()).toEqual(['91110108CXYL03322P', '91110108CXYL0339XJ'])
    expect(group.every(r => nominated(r.key))).toBe(true)
  })

  it('门头沟区: the fifty percent rule displaces better public bodies', () => {
    const { nominated: list, displaced } = choices.get('门头沟区')!
    expect(list.map(r => r.kind)).toEqual(['public', 'for_profit', 'for_profit'])
    expect(displaced.map(r => [r.kind, r.total])).toEqual([
      ['public', '95.46'],
      ['public', '91.54'],
    ])
  })

  it('延庆县: one eligible for-profit agency, so two nominees of three', () => {
    const eligible = ranked.get('延庆县')!.flat()
    expect(eligible.map(r => r.kind)).toEqual(['public', 'public', 'public', 'public', 'for_profit'])
    expect(choices.get('延庆县')!.nominated.map(r => r.kind)).toEqual(['public', 'for_profit'])
  })

  it('displaces nobody elsewhere; the city itself may nominate more public bodies', () => {
    const displacing = DISTRICTS.filter(d => choices.get(d.name)!.displaced.length > 0)
    expect(displacing.map(d => d.name)).toEqual(['门头沟区', '延庆县'])
    const city = choices.get('市属机构')!.nominated
    expect(city.filter(r => r.kind === 'public')).toHaveLength(10)
  })
})

describe('papers', () => {
  it('of everybody who is nominated or tied came in the last week: form and self-summary, once', () => {
    const papers = readTable(join(root, 'city', 'papers.csv'))
    for (const { name } of [...choices.values()].flatMap(c => [...c.nominated, ...c.tied])) {
      const own = papers.filter(row => row.机构名称 === name)
      expect(own.map(row => row.材料).sort(), name).toEqual(['推荐表', '机构自评总结'].sort())
    }
    for (const row of papers) {
      expect(row.评估年度).toBe('2013')
      expect(row.收到日期! >= '2013-10-28' && row.收到日期! <= '2013-11-04').toBe(true)
    }
    expect(new Set(papers.map(row => of(row.统一社会信用代码 || row.机构名称!).district)).size).toBe(18)
  })
})

describe('boundaries as of 2013-10-31', () => {
  it('thirty-six months in business', () => {
    expect(of('91110112CXYL04122C').failed).toEqual([])
    expect(nominated('91110112CXYL04122C')).toBe(true)
    expect(of('91110112CXYL040931').failed).toEqual(['tenure'])
    expect(of('91110112CXYL040931').perIndicator[2]).toBe('0.00')
  })

  it('penalties: age, revocation before and after, under review', () => {
    expect([nominated('91110113CXYL04261H'), nominated('91110117CXYL046915')]).toEqual([true, true])
    for (const key of ['91110113CXYL04333A', '91110117CXYL04712M', '91110117CXYL04798G']) {
      expect(of(key).failed).toEqual(['penalty'])
      expect(of(key).perIndicator[3]).toBe('0.00')
    }
  })

  it('verified dishonest complaints closed on 2012-10-31 and 2012-11-01', () => {
    expect([of('91110114CXYL04456R').perIndicator[15], nominated('91110114CXYL04456R')]).toEqual([
      '7.50',
      true,
    ])
    expect(of('91110114CXYL04501T').failed).toEqual(['complaint'])
    expect(of('91110114CXYL04501T').perIndicator[15]).toBe('0.00')
  })

  it('licenses: the last day counts, a stated 有效 does not outlive it', () => {
    expect(nominated('91110228CXYL050027')).toBe(true)
    expect(of('91110228CXYL049906').failed).toEqual(['license'])
    expect(of('91110302CXYL0515X5').failed).toEqual(['license'])
  })

  it('nominates the agency with the name of sixty characters, and some without a code', () => {
    expect([...of('91110117CXYL047553').name]).toHaveLength(60)
    expect(nominated('91110117CXYL047553')).toBe(true)
    const codeless = all.filter(r => r.uscc === '')
    expect(codeless.map(r => r.district)).toEqual(['东城区', '西城区', '朝阳区', '海淀区', '丰台区'])
    expect(codeless.some(r => nominated(r.key))).toBe(true)
    expect(codeless.every(r => r.total !== null)).toBe(true)
  })
})

describe('records that cost points', () => {
  const [none, half] = [
    (n: number) => all.filter(r => r.perIndicator[n - 1] === '0.00').length,
    (n: number, cap: string) => all.filter(r => r.perIndicator[n - 1] === cap).length,
  ]

  it('empty a records indicator: license, annual check, tenure, penalties, complaints', () => {
    expect([1, 2, 3, 4, 16].map(none)).toEqual([20, 8, 25, 21, 23])
  })

  it('cap a reviewed indicator at half: disclosure, ledger, supervision, staff, clients', () => {
    expect(half(5, '1.88')).toBeGreaterThanOrEqual(8)
    expect(half(7, '1.88')).toBeGreaterThanOrEqual(4)
    expect(half(8, '1.88')).toBeGreaterThanOrEqual(7)
    expect(half(14, '3.75')).toBeGreaterThanOrEqual(6)
    expect(half(15, '3.75')).toBeGreaterThanOrEqual(6)
  })
})

describe('README', () => {
  it('names only agencies that exist, under their own names', () => {
    const text = readFileSync(join(root, 'README.md'), 'utf8')
    const codes = text.match(/\b\d{8}CXYL[0-9A-Z]{6}\b/g)!
    expect(codes.length).toBeGreaterThan(30)
    for (const code of codes) expect(totals.has(code), code).toBe(true)
    const names = text.match(/北京[一-龥䶮]{2,3}样例[一-龥]+公司/g)!
    expect(names).toHaveLength(6)
    for (const name of names) expect(all.map(r => r.name)).toContain(name)
  })
})
