// Questions to an evaluation that change nothing: two versions compared, suppositions, how firm the cut lines are.

import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, data, done, FINALIZE, HAND, here, SAMPLES, sha256 } from './run.ts'

beforeAll(async () => void (await at('finalized')), 30_000)

interface Standing {
  total: string | null
  grade: string | null
  rank: number | null
}
interface Row {
  uscc: string
  name: string
  change: string | null
  before: Standing | null
  after: Standing | null
  indicators: {
    number: number
    before: { min: string; max: string }
    after: { min: string; max: string }
    causes: { is: string; gone?: string[]; come?: string[]; rater_kind?: string }[]
  }[]
  nomination: { before: string | null; after: string | null } | null
}
interface Compared {
  before: { evaluation: number; version: number }
  after: { evaluation: number; version: number }
  subjects: number
  moved: number
  rank_only: number
  differences: Row[]
}
interface Supposed extends Compared {
  supposed: { as_of: string; without: { ref: string; name: string }[] }
  nominations: { gains: { name: string }[]; loses: { name: string }[] }
}

/** Runs, expects a refusal and nothing said on standard output. */
async function refused(cwd: string, line: string, exit: number, code: string): Promise<string> {
  const ran = await here(cwd, line)
  expect([ran.code, ran.stdout]).toEqual([exit, ''])
  expect(ran.stderr).toContain(code)
  return ran.stderr
}

/** Of the worked example: upheld, dishonest, closed on 2013-03-28; beside it another case is late, for the same points. */
const COMPLAINT = 'TS2013-001'
/** Of the worked example, 2012-12-12: the only penalty in force within 24 months, 2.50 points for indicator 4. */
const PENALTY = '样例罚字〔2012〕3号'

describe('evaluation compare', () => {
  /** A second version after the penalty turned out to have been revoked in time. */
  async function corrected(): Promise<string> {
    const cwd = await at('finalized')
    await done(cwd, 'evaluation reopen --reason 处罚已撤销')
    await done(cwd, `penalty revoke ${PENALTY} --revoked-on 2013-10-01 --reason 复议决定撤销`)
    await done(cwd, 'evaluation run')
    return cwd
  }

  it('says which record moved whom, and nobody else', async () => {
    const cwd = await corrected()
    const found = await data<Compared>(cwd, 'evaluation compare 1@1 1@2')
    expect(found).toMatchObject({
      before: { evaluation: 1, version: 1 },
      after: { evaluation: 1, version: 2 },
      subjects: 5,
      moved: 1,
    })
    const [row] = found.differences
    // 77.75 and 2.50 for indicator 4 (BJ 附件1一4); no other indicator looks at penalties.
    expect(row).toMatchObject({
      uscc: HAND,
      before: { total: '77.75', grade: 'C' },
      after: { total: '80.25', grade: 'B' },
    })
    expect(row!.change).toBe('2.50')
    expect(row!.indicators).toMatchObject([
      {
        number: 4,
        before: { min: '0.00' },
        after: { min: '2.50' },
        causes: [{ is: 'rule', gone: [PENALTY] }],
      },
    ])
    const shown = await done(cwd, 'evaluation compare 1@1 1@2')
    expect(shown.stdout).toContain(`不满足 → 满足，原据 ${PENALTY}`)
    expect(shown.stderr).toContain('1@1 与 1@2：共 5 家，变动 1 家')
    const english = await done(cwd, '--lang en evaluation compare 1@1 1@2')
    expect(english.stdout).toContain(`by ${PENALTY} before`)
  })

  it('the other way round, the record has come', async () => {
    const cwd = await corrected()
    const { differences } = await data<Compared>(cwd, 'evaluation compare 1@2 1@1')
    expect(differences[0]!.change).toBe('-2.50')
    expect(differences[0]!.indicators[0]!.causes).toMatchObject([{ gone: [], come: [PENALTY] }])
  })

  it('lists all with --all, and nobody where nothing differs', async () => {
    const cwd = await corrected()
    expect((await data<Compared>(cwd, 'evaluation compare 1@1 1@2 --all')).differences).toHaveLength(5)
    const same = await data<Compared>(cwd, 'evaluation compare 2013 1@2')
    expect(same).toMatchObject({ moved: 0, rank_only: 0, differences: [] })
  })

  it.each([
    ['evaluation compare 1@1 1@9', 4, 'CX1271'],
    ['evaluation compare 1 2', 4, 'CX3001'],
    ['evaluation compare 1', 2, 'CX6001'],
  ])('refuses what is not there: %s', async (line, exit, code) => {
    await refused(await at('finalized'), line, exit, code)
  })

  it('refuses evaluations of different kinds of subjects', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'scheme add service-window')
    await done(cwd, 'evaluation open --year 2013 --scheme service-window --as-of 2013-10-31')
    await done(cwd, 'evaluation run --evaluation 2')
    await refused(cwd, 'evaluation compare 1 2', 2, 'CX1276')
  })

  it('refuses an evaluation that was not run, or whose records changed since', async () => {
    await refused(await at('scored'), 'evaluation compare 1 1', 5, 'CX3006')
    const cwd = await at('run')
    await done(cwd, `complaint edit ${COMPLAINT} --finding 不属实 --reason 复查`)
    await refused(cwd, 'evaluation compare 1 1', 5, 'CX3007')
  })
})

describe('evaluation what-if', () => {
  it('leaves a record out: the same difference as if it were so, and nothing is written', async () => {
    const cwd = await at('finalized')
    const before = sha256(join(cwd, 'chengxin.db'))
    const found = await data<Supposed>(cwd, `evaluation what-if --without ${PENALTY}`)
    expect(found).toMatchObject({ subjects: 5, moved: 1, supposed: { as_of: '2013-10-31' } })
    expect(found.supposed.without).toEqual([{ ref: PENALTY, name: expect.any(String) }])
    expect(found.differences[0]).toMatchObject({
      uscc: HAND,
      change: '2.50',
      after: { total: '80.25', grade: 'B' },
      indicators: [{ number: 4, causes: [{ is: 'rule', gone: [PENALTY], come: [] }] }],
    })
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const shown = await done(cwd, `evaluation what-if --without ${PENALTY}`)
    expect(shown.stderr).toContain('试算，没有保存')
    expect(shown.stderr).toContain(`的 ${PENALTY}`)
    const english = await done(cwd, `--lang en evaluation what-if --without ${PENALTY}`)
    expect(english.stderr).toContain('Supposed only, nothing is saved')
  })

  it('says that nothing moves where another record has the same effect', async () => {
    const cwd = await at('finalized')
    const alone = await data<Supposed>(cwd, `evaluation what-if --without ${COMPLAINT}`)
    expect(alone).toMatchObject({ moved: 0, differences: [] })
    const both = await data<Supposed>(cwd, `evaluation what-if --without ${COMPLAINT} --without TS2013-004`)
    expect(both.differences).toMatchObject([{ uscc: HAND, change: '7.50', indicators: [{ number: 16 }] }])
  })

  it('tells who would gain and lose a nomination: the agency passes the gates without its complaint and penalty', async () => {
    const cwd = await at('finalized')
    const records = ['--without', COMPLAINT, '--without', PENALTY]
    const found = await data<Supposed>(cwd, ['evaluation', 'what-if', ...records])
    const row = found.differences.find(d => d.uscc === HAND)!
    expect(row.nomination!.before).toBe('ineligible')
    const gained = found.nominations.gains.map(g => g.name)
    expect(gained).toEqual(row.nomination!.after === 'nominated' ? [row.name] : [])
    expect(row.nomination!.after).toBe('nominated')
  })

  it('asks of one agency only: its own row, even where it does not move', async () => {
    const cwd = await at('finalized')
    const found = await data<Supposed>(cwd, `evaluation what-if ${HAND} --cap 50`)
    expect(found.differences.map(d => [d.uscc, d.change])).toEqual([[HAND, '0.00']])
  })

  it('another weight, written as the scheme names the kind or as people do', async () => {
    const cwd = await at('finalized')
    const [a, b] = await Promise.all(
      ['self=0', '自评=0'].map(given => data<Supposed>(cwd, `evaluation what-if ${HAND} --weight ${given}`)),
    )
    expect(a!.differences).toEqual(b!.differences)
    const causes = a!.differences[0]!.indicators.flatMap(i => i.causes)
    expect(new Set(causes.map(c => c.is))).toEqual(new Set(['weight']))
  })

  it('another day: the penalty of 2012-12-12 leaves its 24 months on 2014-12-12', async () => {
    const cwd = await at('finalized')
    const gone = async (day: string) => {
      const { differences } = await data<Supposed>(cwd, `evaluation what-if ${HAND} --as-of ${day}`)
      return differences[0]!.indicators.flatMap(i => i.causes).some(c => c.gone?.includes(PENALTY))
    }
    expect([await gone('2014-12-11'), await gone('2014-12-12')]).toEqual([false, true])
  })

  it('other points: ratings keep their share', async () => {
    const cwd = await at('finalized')
    const { differences } = await data<Supposed>(cwd, `evaluation what-if ${HAND} --points 6=7.5`)
    const [moved] = differences[0]!.indicators
    // Twice 3.75: twice the exact mean, which is within a hundredth of twice the rounded one.
    expect(moved).toMatchObject({
      number: 6,
      causes: expect.arrayContaining([{ is: 'points', before: '3.75', after: '7.50' }]),
    })
    const [was, is] = [moved!.before.min, moved!.after.min].map(text => Number(text.replace('.', '')))
    expect(Math.abs(is! - 2 * was!)).toBeLessThanOrEqual(1)
  })

  it.each([
    ['evaluation what-if', 2, 'CX1277'],
    [`evaluation what-if ${HAND}`, 2, 'CX1277'],
    ['evaluation what-if --without TS2013-00', 4, 'CX1278'],
    ['evaluation what-if --weight self', 2, 'CX6002'],
    ['evaluation what-if --weight judge=1', 2, 'CX6002'],
    ['evaluation what-if --weight self=-1', 2, 'CX6002'],
    ['evaluation what-if --points 23=1', 2, 'CX6002'],
    ['evaluation what-if --points 3=0', 2, 'CX6002'],
    ['evaluation what-if --cap 101', 2, 'CX6002'],
    ['evaluation what-if --as-of 2013-02-30', 2, 'CX6006'],
    ['evaluation what-if nobody --cap 60', 4, 'CX4001'],
  ])('refuses: %s', async (line, exit, code) => {
    const cwd = await at('finalized')
    const before = sha256(join(cwd, 'chengxin.db'))
    await refused(cwd, line, exit, code)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('names the nearest records, and whose a record is that several have; then it is asked of one', async () => {
    const cwd = await at('finalized')
    expect(await refused(cwd, 'evaluation what-if --without TS2013-00', 4, 'CX1278')).toContain(
      '是否为：TS2013-00',
    )
    // The annual check of a year is called by the year: everybody may have one.
    const both = await at('scored')
    for (const agency of [HAND, '91110108CXJG00023F']) {
      await done(both, `annual add --agency ${agency} --year 2011 --result 合格 --reported-on 2012-03-01`)
    }
    await done(both, 'evaluation run')
    expect(await refused(both, 'evaluation what-if --without 2011', 4, 'CX1279')).toContain('有 2 家都有')
    const { supposed } = await data<Supposed>(both, `evaluation what-if ${HAND} --without 2011`)
    expect(supposed.without).toMatchObject([{ ref: '2011' }])
  })

  it('refuses all at once', async () => {
    const told = await refused(
      await at('finalized'),
      'evaluation what-if --weight judge=1 --cap 101 --points 99=1',
      2,
      'CX6002',
    )
    for (const part of ['judge=1', '101', '99=1']) expect(told).toContain(part)
  })
})

describe('evaluation robustness', () => {
  interface Robustness {
    seed: string
    runs: number
    pairs: { district: string; nominated: Named; passed_over: Named; swapped: number; equal: number }[]
    tied: unknown[]
  }
  interface Named {
    uscc: string
    name: string
    total: string
  }

  /** One place in Chaoyang for the five: somebody is in and somebody is not. */
  async function city(): Promise<string> {
    const cwd = await at('init')
    const kinds = [
      'agency:roster',
      'complaint:complaints',
      'penalty:penalties',
      'inspection:inspection',
      'activity:activities',
    ]
    for (const kind of kinds) {
      const [noun, file] = kind.split(':')
      await done(cwd, `${noun} import ${join(SAMPLES, 'city', `${file}.csv`)}`)
    }
    await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
    await done(cwd, `evaluation import ${join(SAMPLES, 'city', 'scores.csv')}`)
    await done(cwd, 'evaluation run')
    return cwd
  }

  it('tells of the pairs at the lines only, the same for the same seed, for an open evaluation and the finalized', async () => {
    const cwd = await city()
    const before = sha256(join(cwd, 'chengxin.db'))
    const line = 'evaluation robustness --seed 20131104 --runs 50'
    const first = await data<Robustness>(cwd, line)
    expect(first).toMatchObject({ seed: '20131104', runs: 50, weights_percent: '20', ratings_percent: '5' })
    expect(first.pairs.length).toBeGreaterThan(5)
    for (const pair of first.pairs) {
      expect(Number(pair.nominated.total)).toBeGreaterThanOrEqual(Number(pair.passed_over.total))
      expect(pair.swapped + pair.equal).toBeLessThanOrEqual(50)
    }
    expect(await data<Robustness>(cwd, line)).toEqual(first)
    expect((await data<Robustness>(cwd, 'evaluation robustness --seed 2 --runs 50')).pairs).not.toEqual(
      first.pairs,
    )
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    // One district gives what it gives among all.
    const one = first.pairs[0]!.district
    const alone = await data<Robustness>(cwd, `${line} --district ${one}`)
    expect(alone.pairs).toEqual(first.pairs.filter(p => p.district === one))
    // As a sentence, in both languages.
    const shown = await done(cwd, `${line} --district ${one}`)
    const { nominated, passed_over, swapped } = alone.pairs[0]!
    expect(shown.stdout).toContain('种子 20131104，变动 50 次')
    expect(shown.stdout).toContain(
      `在 50 次变动中，${passed_over.name}（${passed_over.total}）有 ${swapped} 次排到${nominated.name}（${nominated.total}）前面`,
    )
    expect((await done(cwd, `--lang en ${line} --district ${one}`)).stdout).toContain('in 50 variations')
    // The pair is the one that the proposal has at its line.
    await done(cwd, FINALIZE)
    expect((await data<Robustness>(cwd, line)).pairs).toEqual(first.pairs)
    await done(cwd, 'nomination propose')
    const { candidates } = await data<{
      candidates: { uscc: string; district: string; decision: string; rank: number | null }[]
    }>(cwd, `nomination list --district ${one}`)
    const rank = (uscc: string) => candidates.find(c => c.uscc === uscc)!
    expect(rank(nominated.uscc).decision).toBe('nominated')
    expect(rank(passed_over.uscc).decision).toBe('passed_over')
    const nominees = candidates.filter(c => c.decision === 'nominated').map(c => c.rank!)
    expect(rank(nominated.uscc).rank).toBe(Math.max(...nominees))
  }, 60_000)

  it.each([
    ['evaluation robustness --runs 0', 2, 'CX6002'],
    ['evaluation robustness --runs 1.5', 2, 'CX6002'],
    ['evaluation robustness --runs 100001', 2, 'CX6002'],
    ['evaluation robustness --district 海定区', 4, 'CX4002'],
  ])('refuses: %s', async (line, exit, code) => {
    await refused(await at('finalized'), line, exit, code)
  })

  it('says that there is no pair where nobody is passed over, and refuses what was not run', async () => {
    expect((await done(await at('finalized'), 'evaluation robustness --runs 1')).stdout).toContain(
      '没有哪个推荐范围',
    )
    await refused(await at('scored'), 'evaluation robustness', 5, 'CX3006')
  })
})
