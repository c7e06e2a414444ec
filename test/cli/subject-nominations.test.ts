// Nominating those who are no agencies: institutions of Linyi, nine places for all together, and counties with places
// of their own where only conditions are asked.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { copied, folder, here, type Ran, sha256 } from './run.ts'

interface List {
  candidates: {
    district_code: string | null
    rank: number | null
    uscc: string | null
    code: string
    kind: string | null
    total: string | null
    decision: string
    reason: string
  }[]
  districts: {
    district_code: string | null
    places: number
    nominated: number
    required: number
    marginal: { in: { code: string } | null; out: { code: string } | null; difference: string | null }
  }[]
  rulings: { kind: string; applies: boolean }[]
}

const csv = (rows: readonly (readonly (string | number)[])[]) =>
  `${rows.map(row => row.join(',')).join('\n')}\n`

const run = (cwd: string, line: string): Promise<Ran> =>
  here(cwd, `--today 2023-01-05 --operator 测试员 ${line}`, { bare: true })
async function done(cwd: string, line: string): Promise<Ran> {
  const ran = await run(cwd, line)
  expect(ran.code, `${line}\n${ran.stderr}`).toBe(0)
  return ran
}
async function list(cwd: string): Promise<List> {
  return (JSON.parse((await done(cwd, 'nomination list --json')).stdout) as { data: List }).data
}
async function decisions(cwd: string): Promise<Record<string, string>> {
  return Object.fromEntries((await list(cwd)).candidates.map(c => [c.code, c.decision]))
}
async function refused(cwd: string, line: string, exit: number, code: string): Promise<string> {
  const before = sha256(join(cwd, 'chengxin.db'))
  const ran = await run(cwd, line)
  expect([ran.code, ran.stderr]).toEqual([exit, expect.stringContaining(code)])
  expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  return ran.stderr
}
async function laid(cwd: string, noun: string, text: string): Promise<void> {
  writeFileSync(join(cwd, `${noun}.csv`), text)
  await done(cwd, `${noun} import ${noun}.csv`)
}

/** The application of everybody (LY 五1), so that no nominee lacks it. */
const applied = (cwd: string, holders: readonly string[]) =>
  laid(
    cwd,
    'paper',
    csv([
      ['年度', '主体', '材料', '收到日期'],
      ...holders.map(code => ['2022', code, '申报表', '2022-12-01']),
    ]),
  )

const HONOR = ['证书编号', '持有者', '持有者类型', '荣誉名称', '级别', '授予机关', '授予日期', '状态', '主体']
const honor = (no: string, code: string, title: string, level: string, on: string) => [
  ...[no, `样例零工市场${code}`, '窗口', title, level, '样例机关', on, '有效', code],
]
const SUBJECT = ['主体类型', '名称', '主体编号', '类型细分', '推荐范围']
const COUNTY = '县级就业服务质量标杆机构'
const CITY = '市级就业服务质量标杆机构'
/** Eleven markets; of the review each has two points less than the one before, but the ninth and tenth are equal. */
const codes = Array.from({ length: 11 }, (_, i) => `G${String(i + 1).padStart(2, '0')}`)
const written = (i: number) => (i === 9 ? 82 : 98 - 2 * i)

const city = folder()

beforeAll(async () => {
  await done(city, 'init --scheme linyi-2022-city')
  const market = (code: string) => ['机构', `样例零工市场${code}`, code, '零工市场', '兰山区']
  await laid(city, 'subject', csv([SUBJECT, ...[...codes, 'G99'].map(market)]))
  await laid(
    city,
    'metric',
    csv([
      ['主体', '指标', '期间', '数值', '单位'],
      ...codes.map(code => [code, '服务场所面积', '2022', '600', '平方米']),
    ]),
  )
  // The last one is no benchmark of its county.
  const titled = codes.slice(0, 10).map((code, i) => honor(`X${i}`, code, COUNTY, '区级', '2022-12-20'))
  await laid(city, 'honor', csv([HONOR, ...titled]))
  await done(city, 'evaluation open --scheme linyi-2022-city --year 2022')
  const conditions = [1, 2, 3, 4, 5, 6, 8, 12]
  const head = ['评估年度', '方案', '主体编号', '评价主体', '评价人', ...conditions, 15]
  const sheets = codes.flatMap((code, i) => {
    const of = (kind: string) => ['2022', 'linyi-2022-city', code, kind, `${kind}1`]
    const none = conditions.map(() => '')
    return [
      [...of('资格审查'), ...conditions.map(() => 1), ''],
      [...of('书面评审'), ...none, written(i)],
      [...of('现场答辩'), ...none, 80],
    ]
  })
  await laid(city, 'evaluation', csv([head, ...sheets]))
  await applied(city, codes)
  await done(city, 'evaluation run')
  await done(city, 'evaluation finalize --allow-partial --reason 有一家没有申报')
  await done(city, 'nomination propose')
}, 60_000)

function proposed(): string {
  return copied(city)
}

describe('nine places for the whole city', () => {
  it('the ninth is tied, and settled without a district; a city honor decides it once it is on file', async () => {
    const cwd = proposed()
    const before = await list(cwd)
    expect(before.candidates.map(c => [c.code, c.decision])).toEqual([
      ...codes.slice(0, 8).map(code => [code, 'nominated']),
      ...[
        ['G09', 'tied'],
        ['G10', 'tied'],
        ['G11', 'ineligible'],
        ['G99', 'ineligible'],
      ],
    ])
    expect(before.districts).toMatchObject([{ district_code: null, places: 9, nominated: 8, required: 0 }])
    expect(before.candidates[8]).toMatchObject({ kind: null, uscc: null, total: '81.33' })
    const stopped = await run(cwd, 'nomination check')
    expect([stopped.code, stopped.stderr]).toEqual([3, expect.stringContaining('CX3022')])
    await refused(cwd, 'nomination settle --district 兰山区 --choose G10 --by lot --reason 抽签', 2, 'CX1343')
    await refused(cwd, 'nomination settle --choose G11 --by lot --reason 抽签', 3, 'CX1346')
    await refused(cwd, 'nomination settle --choose G12 --by lot --reason 抽签', 4, 'CX4002')

    const settled = await done(cwd, 'nomination settle --choose 样例零工市场G10 --by lot --reason 抽签')
    expect(settled.stdout).toContain('全市末位并列经抽签选定 样例零工市场G10')
    expect(await decisions(cwd)).toMatchObject({ G09: 'passed_over', G10: 'nominated' })
    expect((await list(cwd)).districts[0]!.marginal).toMatchObject({
      ...{ in: { code: 'G10' }, out: { code: 'G09' }, difference: '0.00' },
    })
    await done(cwd, 'nomination check')

    // LY 四(二)2: of equal merit whoever has an honor of the city goes first.
    await laid(cwd, 'honor', csv([HONOR, honor('Y1', 'G09', '就业先进单位', '市级', '2022-05-01')]))
    expect((await run(cwd, 'nomination check')).code).toBe(3)
    await done(cwd, 'nomination propose')
    expect(await decisions(cwd)).toMatchObject({ G09: 'nominated', G10: 'passed_over' })
    expect((await list(cwd)).rulings).toMatchObject([{ kind: 'tie', applies: false }])
    await done(cwd, 'nomination check')
  })

  it('one dropped leaves room for both of the tied; taken back, the tie is settled as it was', async () => {
    const cwd = proposed()
    await done(cwd, 'nomination settle --choose G10 --by vote --reason 表决')
    // The eighth is dropped; of the ninth and tenth both are in.
    await done(cwd, 'nomination drop G08 --reason 放弃')
    await done(cwd, 'nomination propose')
    expect(await decisions(cwd)).toMatchObject({ G08: 'dropped', G09: 'nominated', G10: 'nominated' })
    // Back again: the same tie, to which the ruling fits.
    await done(cwd, 'nomination drop G08 --withdraw --reason 不放弃了')
    expect(await decisions(cwd)).toMatchObject({ G08: 'nominated', G09: 'passed_over', G10: 'nominated' })
    expect((await list(cwd)).rulings).toMatchObject([{ kind: 'tie', applies: true }])
  })

  it('places that titles of earlier years have used up are gone', async () => {
    const cwd = proposed()
    await laid(cwd, 'honor', csv([HONOR, honor('Z1', 'G99', CITY, '市级', '2021-12-31')]))
    await done(cwd, 'nomination propose')
    expect((await list(cwd)).districts).toMatchObject([{ places: 8, nominated: 8 }])
    expect(await decisions(cwd)).toMatchObject({ G08: 'nominated', G09: 'passed_over', G10: 'passed_over' })
    await done(cwd, 'nomination check')
    // One of before the period uses up none.
    const other = proposed()
    await laid(other, 'honor', csv([HONOR, honor('Z1', 'G99', CITY, '市级', '2020-12-31')]))
    await done(other, 'nomination propose')
    expect((await list(other)).districts).toMatchObject([{ places: 9 }])
  })

  it('candidates are added and dropped by their numbers, and a gate is switched off for one', async () => {
    const cwd = proposed()
    const told = await refused(cwd, 'nomination add G11 --reason 特色突出', 3, 'CX1350')
    expect(told).toContain('--gate-off county_title')
    await refused(cwd, 'nomination propose --district 兰山区', 2, 'CX1343')
    await refused(cwd, 'nomination propose --district 兰山区 --relax-share --reason x', 2, 'CX1343')
    // Without the title it does not fulfill the conditions either.
    await done(
      cwd,
      'nomination propose --gate-off county_title --gate-off passed --reason 市局同意 --signer 样局长',
    )
    expect(await decisions(cwd)).toMatchObject({ G11: 'passed_over', G99: 'ineligible' })
    const added = await done(cwd, 'nomination add G11 --reason 特色突出')
    expect(added.stdout).toContain('人工增列 样例零工市场G11；全市现推荐 9 家，名额 9 个')
    // It takes the ninth place, so that nobody is tied any more.
    await done(cwd, 'nomination propose')
    expect(await decisions(cwd)).toMatchObject({ G08: 'nominated', G09: 'passed_over', G11: 'nominated' })
    await done(cwd, 'nomination check')
    await done(cwd, 'log verify')
  })
})

describe('places by county, and conditions only', () => {
  it('all who fulfill them are equal; each county has places of its own, who belongs to none has none', async () => {
    const cwd = folder()
    await done(cwd, 'init --scheme linyi-2022-county')
    const row = (code: string, district: string) => [
      '机构',
      `样例学校${code}`,
      code,
      '职业培训机构',
      district,
    ]
    await laid(
      cwd,
      'subject',
      csv([
        SUBJECT,
        ...[row('T1', '兰山区'), row('T2', '兰山区'), row('T3', '兰山区'), row('T4', '费县'), row('T5', '')],
      ]),
    )
    await done(cwd, 'evaluation open --scheme linyi-2022-county --year 2022')
    const conditions = [1, 2, 3, 4, 5, 6]
    const sheets = ['T1', 'T2', 'T3', 'T4', 'T5'].map(code => [
      ...['2022', 'linyi-2022-county', code, '评审组', '评审组1'],
      ...conditions.map(n => (code === 'T3' && n === 2 ? 0 : 1)),
    ])
    const head = ['评估年度', '方案', '主体编号', '评价主体', '评价人', ...conditions]
    await laid(cwd, 'evaluation', csv([head, ...sheets]))
    await applied(cwd, ['T1', 'T2', 'T3', 'T4', 'T5'])
    await laid(
      cwd,
      'quota',
      csv([
        ['推荐范围', '推荐名额'],
        ['兰山区', 1],
        ['费县', 2],
      ]),
    )
    await done(cwd, 'evaluation run')
    await done(cwd, 'evaluation finalize')
    await done(cwd, 'nomination propose')
    expect(await decisions(cwd)).toEqual({
      ...{ T1: 'tied', T2: 'tied', T3: 'ineligible', T4: 'nominated', T5: 'ineligible' },
    })
    const { candidates } = await list(cwd)
    const [t5] = candidates.filter(c => c.code === 'T5')
    expect(t5).toMatchObject({ district_code: null, rank: null, reason: expect.stringContaining('推荐范围') })
    await refused(cwd, 'nomination add T5 --reason x', 3, 'CX1355')
    await refused(cwd, 'nomination settle --choose T1 --by rule --reason x', 2, 'CX1344')
    await done(cwd, 'nomination settle --district 兰山区 --choose T1 --by rule --reason 成立较早的优先')
    expect(await decisions(cwd)).toMatchObject({ T1: 'nominated', T2: 'passed_over', T5: 'ineligible' })
    await done(cwd, 'nomination check')
    const before = sha256(join(cwd, 'chengxin.db'))
    await done(cwd, 'nomination propose')
    await done(cwd, 'nomination propose --district 兰山区')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)

    // The fifth turns out to belong there: three are tied now, and what was decided between two does not fit.
    await laid(cwd, 'subject', csv([SUBJECT, row('T5', '兰山区')]))
    expect((await run(cwd, 'nomination check')).stderr).toContain('CX3025')
    await done(cwd, 'nomination propose --district 兰山区')
    expect(await decisions(cwd)).toEqual({
      ...{ T1: 'tied', T2: 'tied', T3: 'ineligible', T4: 'nominated', T5: 'tied' },
    })
    expect((await list(cwd)).rulings).toMatchObject([{ kind: 'tie', applies: false }])
    expect((await run(cwd, 'nomination check')).stderr).toContain('CX3022')
    // Settled again, the earlier ruling is overtaken.
    await done(cwd, 'nomination settle --district 兰山区 --choose T5 --by vote --reason 表决')
    expect(await decisions(cwd)).toMatchObject({ T1: 'passed_over', T2: 'passed_over', T5: 'nominated' })
    expect((await list(cwd)).rulings).toMatchObject([{ kind: 'tie', applies: true }])
    await done(cwd, 'nomination check')
  })
})
