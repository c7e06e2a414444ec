// Choosing nominees for the city of the samples: a tie that people settle, a share that they waive, gates that they
// switch off, candidates put in and taken out by hand; and everything that is refused.

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { data, done, FINALIZE, folder, here, SAMPLES, sha256, withPapers } from './run.ts'

interface Candidate {
  district_code: string | null
  rank: number | null
  uscc: string
  name: string
  kind: string
  total: string | null
  decision: string
  reason: string
}
interface Named {
  uscc: string
  name: string
  total: string
}
interface District {
  district_code: string | null
  places: number
  nominated: number
  for_profit: number
  required: number
  waived: boolean
  by_share: number | null
  tied: number
  open: number
  marginal: { in: Named | null; out: Named | null; difference: string | null }
  share_cost: { in: Named | null; out: Named; cost: string | null }[]
}
interface List {
  candidates: Candidate[]
  districts: District[]
  rulings: Record<string, unknown>[]
}

/** Tied for the last place of 石景山区, which has three. */
const [ONE, OTHER] = ['91110107CXYL038679', '91110107CXYL038754']
const TIE = 'nomination settle --district 石景山区'
const SIGNED = '--signer 样局长'

const prepared = folder()

beforeAll(async () => {
  await done(prepared, 'init')
  const files = ['agency:roster', 'complaint:complaints', 'penalty:penalties', 'inspection:inspection']
  for (const kind of [...files, 'activity:activities', 'honor:honors', 'commitment:commitments']) {
    const [noun, file] = kind.split(':')
    await done(prepared, `${noun} import ${join(SAMPLES, 'city', `${file}.csv`)}`)
  }
  await done(prepared, 'evaluation open --year 2013 --as-of 2013-10-31')
  await done(prepared, `evaluation import ${join(SAMPLES, 'city', 'scores.csv')}`)
  await done(prepared, 'evaluation run')
  await done(prepared, FINALIZE)
  await withPapers(prepared)
  copyFileSync(join(prepared, 'chengxin.db'), join(prepared, 'finalized.db'))
  await done(prepared, 'nomination propose')
}, 60_000)

function proposed(name = 'chengxin.db'): string {
  const cwd = folder()
  copyFileSync(join(prepared, name), join(cwd, 'chengxin.db'))
  return cwd
}

const digest = (cwd: string) => sha256(join(cwd, 'chengxin.db'))
const list = (cwd: string, district: string) => data<List>(cwd, `nomination list --district ${district}`)
const decisions = async (cwd: string, district: string, ...uscc: string[]) => {
  const { candidates } = await list(cwd, district)
  return uscc.map(code => candidates.find(c => c.uscc === code)!.decision)
}
const codesOf = async (cwd: string, line: string, code = 3) => {
  const { problems } = await data<{ problems: { code: string }[] }>(cwd, line, code)
  return problems.map(p => p.code)
}

/** Nothing changes, and the code is told. */
async function refused(cwd: string, line: string, exit: number, ...codes: string[]): Promise<string> {
  const before = digest(cwd)
  const ran = await here(cwd, line)
  expect(ran.code, ran.stderr).toBe(exit)
  for (const code of codes) expect(ran.stderr).toContain(code)
  expect([ran.stdout, digest(cwd)]).toEqual(['', before])
  return ran.stderr
}

describe('a tie at the line', () => {
  it('stops until it is settled by a vote; then the check is green', async () => {
    const cwd = proposed()
    expect(await decisions(cwd, '石景山区', ONE, OTHER)).toEqual(['tied', 'tied'])
    const stopped = await here(cwd, 'nomination check')
    expect([stopped.code, stopped.stderr]).toEqual([3, expect.stringContaining('CX3022')])
    expect(stopped.stderr).toContain('chengxin nomination settle')

    const settled = await done(cwd, `${TIE} --choose ${OTHER} --by 表决 --reason 局务会3票对1票 ${SIGNED}`)
    expect(settled.stdout).toContain('石景山区末位并列经表决选定 北京华屿样例企业管理咨询有限公司')
    const { candidates, districts, rulings } = await list(cwd, '石景山区')
    const of = (uscc: string) => candidates.find(c => c.uscc === uscc)!
    expect(of(OTHER)).toMatchObject({ decision: 'nominated', rank: 3, total: '91.13' })
    expect(of(ONE)).toMatchObject({ decision: 'passed_over', rank: 4, total: '91.13' })
    for (const uscc of [ONE, OTHER])
      expect(of(uscc).reason).toContain('并列经表决决定：局务会3票对1票（样局长，2013-11-04）')
    expect(districts[0]).toMatchObject({ nominated: 3, tied: 0, open: 0 })
    expect(districts[0]!.marginal).toMatchObject({
      ...{ in: { uscc: OTHER, total: '91.13' }, out: { uscc: ONE, total: '91.13' } },
      difference: '0.00',
    })
    expect(rulings).toMatchObject([
      {
        ...{ kind: 'tie', district_code: '110107', method: 'vote', reason: '局务会3票对1票' },
        ...{ signer: '样局长', ruled_on: '2013-11-04', applies: true },
      },
    ])
    const tied = rulings[0]!.tied as { uscc: string; chosen: boolean }[]
    expect(tied.map(t => [t.uscc, t.chosen]).sort()).toEqual([
      [ONE, false],
      [OTHER, true],
    ])
    await done(cwd, 'nomination check')
    // The ruling is under the table, and the same proposal again changes nothing.
    const shown = await done(cwd, 'nomination list --district 110107')
    expect(shown.stdout).toContain('理由：局务会3票对1票（样局长，2013-11-04）')
    expect((await done(cwd, '--lang en nomination list --district 110107')).stdout).toContain(
      'tie at the line settled by vote',
    )
    const before = digest(cwd)
    await done(cwd, 'nomination propose')
    await done(cwd, 'nomination propose --district 石景山区')
    expect(digest(cwd)).toBe(before)
    await done(cwd, 'log verify')
  })

  it('can be opened again and settled otherwise; whoever enters it signs unless told otherwise', async () => {
    const cwd = proposed()
    await done(cwd, `${TIE} --choose ${ONE} --by lot --reason 抽签 --on 2013-11-01`)
    expect((await list(cwd, '石景山区')).rulings).toMatchObject([
      { method: 'lot', signer: '测试员', ruled_on: '2013-11-01' },
    ])
    const again = `${TIE} --choose ${OTHER} --by vote --reason 表决`
    expect(await refused(cwd, again, 3, 'CX1345')).toContain('--withdraw')
    const opened = await done(cwd, `${TIE} --withdraw --reason 抽签时有人缺席`)
    expect(opened.stderr).toContain('还有 1 个名额并列待定')
    expect(await decisions(cwd, '石景山区', ONE, OTHER)).toEqual(['tied', 'tied'])
    await done(cwd, again)
    expect(await decisions(cwd, '石景山区', ONE, OTHER)).toEqual(['passed_over', 'nominated'])
    expect((await list(cwd, '石景山区')).rulings).toHaveLength(1)
  })

  it('is another one when a record changes: the ruling no longer fits, and is told as such', async () => {
    const cwd = proposed()
    await done(cwd, `${TIE} --choose ${ONE} --by vote --reason 表决`)
    // A year later in business: no longer equal, and behind.
    await done(cwd, `agency edit ${ONE} --business-start 2009-12-31 --reason 更正`)
    expect(await codesOf(cwd, 'nomination check')).toContain('CX3025')
    await done(cwd, 'nomination propose')
    expect(await decisions(cwd, '石景山区', ONE, OTHER)).toEqual(['passed_over', 'nominated'])
    expect((await list(cwd, '石景山区')).rulings).toMatchObject([{ kind: 'tie', applies: false }])
    expect((await done(cwd, 'nomination list --district 石景山区')).stdout).toContain('现已不适用')
    await done(cwd, 'nomination check')
  })

  it('for two places instead of one is open again: who was chosen for one was chosen for nothing else', async () => {
    const cwd = proposed()
    await done(cwd, `${TIE} --choose ${ONE} --by vote --reason 表决`)
    const nominee = (await list(cwd, '石景山区')).candidates.find(c => c.rank === 1)!
    await done(cwd, `nomination drop ${nominee.uscc} --reason 放弃`)
    await done(cwd, 'nomination propose')
    // Both are in now, whatever was decided.
    expect(await decisions(cwd, '石景山区', ONE, OTHER)).toEqual(['nominated', 'nominated'])
    expect((await list(cwd, '石景山区')).rulings).toMatchObject([
      { kind: 'tie', applies: false },
      { kind: 'drop', applies: true },
    ])
    await done(cwd, `nomination drop ${nominee.uscc} --withdraw --reason 不放弃了`)
    expect(await decisions(cwd, '石景山区', nominee.uscc, ONE, OTHER)).toEqual([
      'nominated',
      'nominated',
      'passed_over',
    ])
  })

  it.each([
    [`nomination settle --choose ${ONE} --by vote --reason x`, 2, ['CX1344']],
    [`${TIE} --by vote --reason x`, 2, ['CX6001']],
    [`${TIE} --choose ${ONE} --withdraw --reason x`, 2, ['CX6001']],
    [`nomination settle --district 海定区 --choose ${ONE} --by vote --reason x`, 4, ['CX4002']],
    [`${TIE} --choose 91110107CXYL000000 --by vote --reason x`, 4, ['CX4001']],
    [`${TIE} --choose ${ONE}`, 3, ['CX1023']],
    [`${TIE} --choose ${ONE} --by throw --reason x`, 3, ['CX1032']],
    [`${TIE} --choose ${ONE} --by vote --reason x --on 2013-11-05`, 3, ['CX1038']],
    [`${TIE} --choose ${ONE} --choose ${OTHER} --by vote --reason x`, 3, ['CX1347']],
    [`${TIE} --choose 91110105CXYL024935 --by vote`, 3, ['CX1023', 'CX1346']],
    [`nomination settle --district 朝阳区 --choose ${ONE} --by vote --reason x`, 3, ['CX1345']],
    [`${TIE} --withdraw --reason x`, 3, ['CX1349']],
    [`${TIE} --withdraw`, 3, ['CX1023', 'CX1349']],
  ] as const)('refuses: %s', async (line, exit, codes) => {
    await refused(proposed(), line, exit, ...codes)
  })

  it('is refused before anything was proposed', async () => {
    await refused(proposed('finalized.db'), `${TIE} --choose ${ONE} --by vote --reason x`, 4, 'CX3024')
  })
})

describe('the for-profit share', () => {
  const RELAX = 'nomination propose --district 延庆县 --relax-share'

  it('costs what the list says, and who gives way to whom', async () => {
    const cwd = proposed()
    const { districts } = await list(cwd, '门头沟区')
    const [first, second] = districts[0]!.share_cost
    expect(districts[0]).toMatchObject({ places: 3, nominated: 3, for_profit: 2, by_share: 3, waived: false })
    expect(first).toMatchObject({ in: { total: '89.15' }, out: { total: '95.46' }, cost: '6.31' })
    expect(second).toMatchObject({ in: { total: '86.54' }, out: { total: '91.54' }, cost: '5.00' })
    const shown = await done(cwd, 'nomination propose --district 门头沟区')
    expect(shown.stdout).toContain(
      `以 ${second!.in!.name}（86.54） 代替 ${second!.out.name}（91.54），代价 5.00 分`,
    )
    expect(shown.stdout).toMatch(/门头沟区：末位入选 .+（86\.54），首位落选 .+（86\.36），相差 0\.18 分/)
    const english = await done(cwd, '--lang en nomination list --district 门头沟区')
    expect(english.stdout).toContain(
      `the for-profit rule: taking ${second!.in!.name} (86.54) instead of ${second!.out.name} (91.54) costs 5.00 points`,
    )
  })

  it('leaves places empty for want of for-profit agencies, until it is waived with a reason and a signer', async () => {
    const cwd = proposed()
    const before = (await list(cwd, '延庆县')).districts[0]!
    expect(before).toMatchObject({ places: 3, nominated: 2, for_profit: 1, waived: false, by_share: 2 })
    expect(before.share_cost).toMatchObject([{ cost: '7.85' }, { in: null, cost: null }])
    const told = await done(cwd, `${RELAX} --reason 经营性机构少 ${SIGNED}`)
    expect(told.stdout).toContain('经营性比例已放宽，现推荐 3 家；按比例只能推荐 2 家')
    const after = await list(cwd, '延庆县')
    expect(after.districts[0]).toMatchObject({
      nominated: 3,
      for_profit: 1,
      required: 2,
      waived: true,
      by_share: 2,
    })
    // Only as far as needed: the one for-profit agency that there is stays in.
    expect(after.districts[0]!.share_cost).toMatchObject([
      { in: { total: '83.50' }, cost: expect.any(String) },
    ])
    expect(after.rulings).toMatchObject([
      {
        kind: 'share',
        district_code: '110229',
        district: '延庆县',
        reason: '经营性机构少',
        signer: '样局长',
      },
    ])
    // The other districts keep the share, and the check asks for none here.
    expect((await list(cwd, '门头沟区')).districts[0]!.waived).toBe(false)
    expect(await codesOf(cwd, 'nomination check')).toEqual(['CX3022'])
    // And back.
    await done(cwd, 'nomination propose --district 延庆县 --keep-share --reason 市局不同意')
    expect((await list(cwd, '延庆县')).districts[0]).toEqual(before)
  })

  it.each([
    ['nomination propose --relax-share --reason x', 2, ['CX6001', '--district']],
    [`${RELAX} --keep-share --reason x`, 2, ['CX6001']],
    [RELAX, 3, ['CX1023']],
    ['nomination propose --district 市属机构 --relax-share --reason x', 3, ['CX1341']],
    ['nomination propose --district 延庆县 --keep-share --reason x', 3, ['CX1342']],
    ['nomination propose --reason x', 2, ['CX6001']],
  ] as const)('refuses: %s', async (line, exit, codes) => {
    await refused(proposed(), line, exit, ...codes)
  })

  it('is not waived twice', async () => {
    const cwd = proposed()
    await done(cwd, `${RELAX} --reason 少 ${SIGNED}`)
    expect(await refused(cwd, `${RELAX} --reason 少`, 3, 'CX1342')).toContain('样局长，2013-11-04')
  })
})

describe('a gate', () => {
  const GATE = 'no_penalty_24m'
  /** Of 房山区, which has a place to spare. */
  const ineligible = (all: readonly Candidate[]) => all.filter(c => c.reason.includes('无行政处罚'))

  it('switched off lets in whom it kept out, and says so of each; switched on again it holds', async () => {
    const cwd = proposed()
    const before = await data<List>(cwd, 'nomination list')
    const kept = ineligible(before.candidates)
    expect(kept.length).toBeGreaterThan(3)
    expect(kept.every(c => c.decision === 'ineligible')).toBe(true)
    const told = await done(cwd, `nomination propose --gate-off ${GATE} --reason 市局同意 ${SIGNED}`)
    expect(told.stdout).toContain('停用条件“近24个月无行政处罚”，理由：市局同意（样局长，2013-11-04）')
    const after = await data<List>(cwd, 'nomination list')
    const nominees = ineligible(after.candidates).filter(c => c.decision === 'nominated')
    expect(nominees.length).toBeGreaterThan(0)
    for (const { reason } of nominees)
      expect(reason).toMatch(/不满足“近24个月无行政处罚”（本程序默认）：.+，条件已停用$/)
    // Nobody else's reason mentions it.
    expect(after.candidates.filter(c => c.reason.includes('条件已停用')).map(c => c.uscc)).toEqual(
      ineligible(after.candidates)
        .filter(c => c.decision !== 'ineligible')
        .map(c => c.uscc),
    )
    expect(after.rulings).toMatchObject([
      { kind: 'gate', gate: GATE, gate_name: '近24个月无行政处罚', district_code: null, applies: true },
    ])
    expect(await refused(cwd, `nomination propose --gate-off ${GATE} --reason x`, 3, 'CX1340')).toContain(
      '已经停用（样局长，2013-11-04）',
    )
    await done(cwd, `nomination propose --gate-on ${GATE} --reason 市局不同意`)
    expect(await data<List>(cwd, 'nomination list')).toEqual(before)
  })

  it.each([
    ['nomination propose --gate-off no_such --reason x', 4, ['CX4002', 'no_penalty_24m', 'tenure_36m']],
    ['nomination propose --gate-off min_total --reason x', 3, ['CX1340', '没有启用']],
    ['nomination propose --gate-on tenure_36m --reason x', 3, ['CX1340', '没有停用']],
    ['nomination propose --gate-off tenure_36m', 3, ['CX1023']],
    ['nomination propose --district 朝阳区 --gate-off tenure_36m --reason x', 2, ['CX6001']],
    // All at once.
    [
      'nomination propose --gate-off min_total --gate-on tenure_36m --on 2014-01-01',
      3,
      ['CX1023', 'CX1038', 'CX1340'],
    ],
  ] as const)('refuses: %s', async (line, exit, parts) => {
    await refused(proposed(), line, exit, ...parts)
  })
})

describe('by hand', () => {
  it('one added stands beside the others: over the places, which the check refuses', async () => {
    const cwd = proposed()
    const { candidates } = await list(cwd, '朝阳区')
    const out = candidates.find(c => c.decision === 'passed_over')!
    const told = await done(cwd, `nomination add ${out.uscc} --reason 市局另给名额 ${SIGNED}`)
    expect(told.stdout).toContain('朝阳区现推荐 31 家，名额 30 个')
    expect(told.stderr).toContain('超出名额 1 家')
    const after = await list(cwd, '朝阳区')
    expect(after.candidates.filter(c => c.decision === 'nominated')).toHaveLength(31)
    expect(after.candidates.find(c => c.uscc === out.uscc)).toMatchObject({
      ...{ decision: 'nominated', rank: out.rank, reason: '人工增列：市局另给名额（样局长，2013-11-04）' },
    })
    // Whoever is in by hand is not the last at the line.
    expect(after.districts[0]!.marginal.in!.uscc).not.toBe(out.uscc)
    expect(await codesOf(cwd, 'nomination check')).toEqual(['CX3020', 'CX3022'])
    expect(await refused(cwd, `nomination add ${out.uscc} --reason x`, 3, 'CX1351')).toContain('人工增列')
    // Proposed anew it takes a place before the others: the last of them gives way.
    await done(cwd, 'nomination propose --district 朝阳区')
    const anew = await list(cwd, '朝阳区')
    expect(anew.districts[0]).toMatchObject({ places: 30, nominated: 30 })
    expect(anew.candidates.find(c => c.uscc === out.uscc)!.decision).toBe('nominated')
    expect(await codesOf(cwd, 'nomination check')).toEqual(['CX3022'])
    // Taken back, everything is as it was.
    await done(cwd, `nomination add ${out.uscc} --withdraw --reason 名额收回`)
    expect((await list(cwd, '朝阳区')).candidates).toEqual(candidates)
  })

  it('one dropped leaves its place open, says who is next, and the next proposal fills it', async () => {
    const cwd = proposed()
    const { candidates } = await list(cwd, '朝阳区')
    const nominee = candidates.find(c => c.rank === 1)!
    const next = candidates.find(c => c.rank === 31)!
    const told = await done(cwd, `nomination drop ${nominee.uscc} --reason 放弃 ${SIGNED}`)
    expect(told.stdout).toContain('朝阳区现推荐 29 家，名额 30 个')
    expect(told.stderr).toContain(
      `下一位：${next.name}（${next.total}）；运行 chengxin nomination propose 递补`,
    )
    expect(await decisions(cwd, '朝阳区', nominee.uscc, next.uscc)).toEqual(['dropped', 'passed_over'])
    // What people decided is not told to be out of date.
    expect(await codesOf(cwd, 'nomination check')).toEqual(['CX3022'])
    await refused(cwd, `nomination drop ${nominee.uscc} --reason x`, 3, 'CX1352')
    await done(cwd, 'nomination propose')
    expect(await decisions(cwd, '朝阳区', nominee.uscc, next.uscc)).toEqual(['dropped', 'nominated'])
    const before = digest(cwd)
    await done(cwd, 'nomination propose')
    expect(digest(cwd)).toBe(before)
    // Added again the drop is over.
    await done(cwd, `nomination add ${nominee.uscc} --reason 又愿意了`)
    expect((await list(cwd, '朝阳区')).rulings).toMatchObject([{ kind: 'add', name: nominee.name }])
    await done(cwd, `nomination drop ${nominee.uscc} --reason 还是放弃`)
    expect((await list(cwd, '朝阳区')).rulings).toMatchObject([{ kind: 'drop', reason: '还是放弃' }])
    await done(cwd, 'log verify')
  })

  it('what the records say of others is still held against the list', async () => {
    const cwd = proposed()
    const { candidates } = await list(cwd, '朝阳区')
    const [first, second] = candidates
    await done(cwd, `nomination drop ${first!.uscc} --reason 放弃`)
    const penalty = '--decision-no CF2013-99 --authority 样例局 --kind 警告 --decision-date 2013-10-08'
    await done(cwd, `penalty add --agency ${second!.uscc} ${penalty}`)
    const told = await here(cwd, 'nomination check')
    expect([told.code, told.stderr]).toEqual([3, expect.stringContaining('CX3025')])
    expect(told.stderr).toContain(second!.name)
    expect(told.stderr).not.toContain(first!.name)
    await done(cwd, 'nomination propose')
    expect(await codesOf(cwd, 'nomination check')).toEqual(['CX3022'])
  })

  it('one who was added and fails a gate since is not nominated by the next proposal', async () => {
    const cwd = proposed()
    const { candidates } = await list(cwd, '朝阳区')
    const out = candidates.find(c => c.decision === 'passed_over')!
    await done(cwd, `nomination add ${out.uscc} --reason 另给名额`)
    const penalty = '--decision-no CF2013-99 --authority 样例局 --kind 警告 --decision-date 2013-10-08'
    await done(cwd, `penalty add --agency ${out.uscc} ${penalty}`)
    expect(await codesOf(cwd, 'nomination check')).toContain('CX3025')
    await done(cwd, 'nomination propose')
    const after = await list(cwd, '朝阳区')
    expect(after.candidates.find(c => c.uscc === out.uscc)!.decision).toBe('ineligible')
    expect(after.rulings).toMatchObject([{ kind: 'add', applies: false }])
  })

  it('refuses whoever fails a gate, naming the switch that would let it in', async () => {
    const cwd = proposed()
    const { candidates } = await list(cwd, '石景山区')
    const young = candidates.find(c => c.reason.includes('从业满36个月'))!
    const told = await refused(cwd, `nomination add ${young.uscc} --reason x`, 3, 'CX1350')
    expect(told).toContain('--gate-off tenure_36m')
    const unknown = candidates.find(c => c.total === null)!
    expect(await refused(cwd, `nomination add ${unknown.uscc} --reason x`, 3, 'CX1350')).toContain(
      '评估已审定',
    )
    // With the gate off it can be added.
    await done(cwd, 'nomination propose --gate-off tenure_36m --reason 市局同意')
    await done(cwd, `nomination add ${young.uscc} --reason 特色突出`)
    const { reason } = (await list(cwd, '石景山区')).candidates.find(c => c.uscc === young.uscc)!
    expect(reason).toContain('人工增列：特色突出')
  })

  it('refuses the rest', async () => {
    const cwd = proposed()
    const { candidates } = await list(cwd, '石景山区')
    const nominee = candidates.find(c => c.rank === 1)!
    const out = candidates.find(c => c.decision === 'ineligible')!
    await refused(cwd, `nomination add ${nominee.uscc} --reason x`, 3, 'CX1351')
    await refused(cwd, `nomination add ${nominee.uscc} --on 2014-01-01`, 3, 'CX1023', 'CX1038', 'CX1351')
    await refused(cwd, `nomination drop ${out.uscc} --reason x`, 3, 'CX1353')
    await refused(cwd, `nomination add ${nominee.uscc} --withdraw --reason x`, 3, 'CX1354')
    await refused(cwd, `nomination drop ${nominee.uscc} --withdraw --reason x`, 3, 'CX1354')
    await refused(cwd, 'nomination add 91110107CXYL000000 --reason x', 4, 'CX4001')
    await done(cwd, [
      'agency',
      'add',
      '--name',
      '新来样例公司',
      '--kind',
      '经营性',
      '--district',
      '石景山区',
      '--license-no',
      '新1号',
      '--license-status',
      '有效',
    ])
    await refused(cwd, 'nomination add 新1号 --reason x', 4, 'CX3013')
    await refused(proposed('finalized.db'), `nomination add ${nominee.uscc} --reason x`, 4, 'CX3024')
  })

  it('--json tells the same, also of what is refused', async () => {
    const cwd = proposed()
    const { candidates } = await list(cwd, '朝阳区')
    const [first] = candidates
    const dropped = await data<{
      candidate: Candidate
      next: Candidate[]
      districts: District[]
      problems: []
    }>(cwd, `nomination drop ${first!.uscc} --reason 放弃`)
    expect(dropped).toMatchObject({
      ...{ candidate: { uscc: first!.uscc, decision: 'dropped' }, problems: [] },
      ...{ districts: [{ district_code: '110105', nominated: 29 }], next: [{ rank: 31 }] },
    })
    expect(await codesOf(cwd, `nomination drop ${first!.uscc}`)).toEqual(['CX1023', 'CX1352'])
    expect(await codesOf(cwd, `${TIE} --choose ${ONE} --choose ${OTHER} --by vote`)).toEqual([
      'CX1023',
      'CX1347',
    ])
    expect(await codesOf(cwd, 'nomination propose --gate-off min_total --reason x')).toEqual(['CX1340'])
  })
})

describe('questions go by the rulings as well', () => {
  it('a settled tie is a pair at the line, one added is not', async () => {
    const cwd = proposed()
    interface Robust {
      pairs: { nominated: { uscc: string }; passed_over: { uscc: string } }[]
      tied: unknown[]
    }
    const ask = 'evaluation robustness --runs 5 --district 石景山区'
    expect(await data<Robust>(cwd, ask)).toMatchObject({ pairs: [], tied: [expect.anything()] })
    await done(cwd, `${TIE} --choose ${ONE} --by vote --reason 表决`)
    const { pairs, tied } = await data<Robust>(cwd, ask)
    expect(tied).toEqual([])
    expect(pairs).toMatchObject([{ nominated: { uscc: ONE }, passed_over: { uscc: OTHER } }])
    const last = (await list(cwd, '石景山区')).candidates.findLast(c => c.decision === 'passed_over')!
    await done(cwd, `nomination add ${last.uscc} --reason 另给名额`)
    const with_ = await data<Robust>(cwd, ask)
    expect(with_.pairs.map(p => p.nominated.uscc)).not.toContain(last.uscc)
  })

  it('what-if keeps who was dropped out, and a supposed tie is a tie', async () => {
    const cwd = proposed()
    interface Moved {
      nominations: { gains: { uscc: string }[]; loses: { uscc: string }[] }
    }
    const { candidates } = await list(cwd, '朝阳区')
    const [first] = candidates
    await done(cwd, `nomination drop ${first!.uscc} --reason 放弃`)
    const found = await data<Moved>(cwd, 'evaluation what-if --cap 40')
    const moved = [...found.nominations.gains, ...found.nominations.loses].map(m => m.uscc)
    expect(moved).not.toContain(first!.uscc)
  })
})

describe('asked for less, or for more', () => {
  it('lists only those decided so', async () => {
    const cwd = proposed()
    const of = async (line: string) =>
      (await data<List>(cwd, `nomination list ${line}`.trim())).candidates.map(c => c.decision)
    const all = await of('')
    const two = await of('--decision nominated --decision 并列待定')
    expect(two).toEqual(all.filter(d => d === 'nominated' || d === 'tied'))
    expect(new Set(two).size).toBe(2)
    expect((await done(cwd, '--lang en nomination list --decision tied')).stdout).not.toContain('Nominated')
    const ran = await here(cwd, 'nomination list --decision 也许')
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('CX6002')])
  })

  it('names the open ties where nobody is chosen', async () => {
    const cwd = proposed()
    for (const line of [`${TIE} --by vote --reason x`, 'nomination settle --by vote --reason x']) {
      const ran = await here(cwd, line)
      expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('石景山区：1 个名额并列待定：')])
      const english = await here(cwd, `--lang en ${line}`)
      expect(english.stderr).toContain('1 place is tied between')
    }
    const settled = await done(cwd, `${TIE} --choose ${OTHER} --by 表决 --reason 局务会 ${SIGNED}`)
    expect(settled.stderr).toContain('chengxin nomination check')
  })

  it('does not offer to switch a gate off for who has no total', async () => {
    const cwd = proposed()
    const { candidates } = await data<List>(cwd, 'nomination list')
    const blank = candidates.find(c => c.total === null && c.decision === 'ineligible')!
    const ran = await here(cwd, `nomination add ${blank.uscc} --reason x`)
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('先补齐评分或佐证')])
    expect(ran.stderr).not.toContain('--gate-off')
  })

  it('tells what --on and --by are', async () => {
    const cwd = proposed()
    const help = async (line: string) => (await done(cwd, `${line} --help`)).stdout
    const settle = await help('--lang en nomination settle')
    expect(settle).toMatch(/--on <value> +Ruled on/)
    expect(settle).toMatch(/--by <value> +Method/)
    const resolve = await help('--lang en publicity resolve')
    expect(resolve).toMatch(/--on <value> +Resolved on/)
    expect(resolve).toMatch(/--by <value> +Resolved by/)
  })
})
