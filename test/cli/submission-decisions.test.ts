// What people decided at the district's desk goes along: a tie that was settled, points set by hand, sheets that do not
// count, a waived share. With them the city comes to the same totals and nominees. Names of practitioners do not.

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { data, done, FINALIZE, folder, here } from './run.ts'
import { AS_OF, agenciesByDistrict, bringIn, listOf, resealed, rowsOf } from './submission-files.ts'

const DISTRICT = '石景山区'
const CHOSEN = '91110107CXYL038679'
let home = ''
let city = ''

beforeAll(async () => {
  home = folder()
  await done(home, `init --district ${DISTRICT}`)
  await bringIn(home, DISTRICT, [
    'agency',
    'complaint',
    'penalty',
    'honor',
    'commitment',
    'activity',
    'inspection',
  ])
  const agencies = await data<{ uscc: string | null; name: string }[]>(home, 'agency list')
  const other = agencies.find(a => a.uscc !== null && a.uscc !== CHOSEN)!
  writeFileSync(
    join(home, 'offenses.csv'),
    `记录编号,统一社会信用代码,机构名称,从业人员,行为类别,认定日期,事实\n,${other.uscc},${other.name},样从业甲,违法违规,2012-05-01,样例事实\n`,
  )
  await done(home, 'offense import offenses.csv')
  await done(home, AS_OF)
  writeFileSync(join(home, 'scores.csv'), rowsOf('scores', (await agenciesByDistrict()).get(DISTRICT)!))
  await done(home, 'evaluation import scores.csv')
  const sheets = await data<{ id: number; uscc: string; rater_kind: string; rater: string }[]>(
    home,
    'evaluation sheets',
  )
  const experts = sheets.filter(s => s.rater_kind === 'expert' && s.uscc === other.uscc)
  await done(home, `evaluation withdraw ${other.uscc} --rater ${experts[0]!.rater} --reason 打分有误`)
  await done(home, `evaluation exclude --rater ${experts[1]!.rater} --subject ${other.uscc} --reason 回避`)
  await done(home, `evaluation override ${other.uscc} 5 --points 1.5 --reason 复核 --document 样文1号`)
  await done(home, 'evaluation run')
  await done(home, FINALIZE)
  await done(home, 'nomination propose')
}, 60_000)

describe('a tie', () => {
  it('keeps a district from packing until it is settled; then the city chooses the same', async () => {
    const tied = await here(home, 'submission pack -o p.zip')
    expect([tied.code, tied.stderr]).toEqual([3, expect.stringContaining('CX3022')])
    await done(home, `nomination settle --district ${DISTRICT} --choose ${CHOSEN} --by vote --reason 表决`)
    await done(home, 'submission pack -o p.zip')
    city = folder()
    await done(city, 'init')
    await done(city, AS_OF)
    const merged = await data<Record<string, { added: number }>>(
      city,
      `submission merge ${join(home, 'p.zip')}`,
    )
    expect(merged.rulings).toEqual({ added: 1, changed: 0, unchanged: 0 })
    expect(merged.overrides).toEqual({ added: 1, changed: 0, unchanged: 0 })
    copyFileSync(join(city, 'chengxin.db'), join(city, 'merged.db'))
    for (const line of ['evaluation run', FINALIZE, 'nomination propose']) await done(city, line)
    const own = await listOf(home, DISTRICT)
    expect(own.find(c => c.uscc === CHOSEN)?.decision).toBe('nominated')
    expect(await listOf(city, DISTRICT)).toEqual(own)
  }, 30_000)

  it('taken back or settled otherwise since is a conflict, and the city ends or replaces its own only when told', async () => {
    const cwd = folder()
    copyFileSync(join(city, 'merged.db'), join(cwd, 'chengxin.db'))
    await done(home, `nomination settle --district ${DISTRICT} --withdraw --reason 重新表决`)
    await done(home, `nomination settle --district ${DISTRICT} --choose ${CHOSEN} --by lot --reason 抽签`)
    await done(home, 'submission pack -o newer.zip')
    const newer = join(home, 'newer.zip')
    const ran = await here(cwd, ['submission', 'merge', newer])
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('ruling:tie:110107')])
    // As people say it: no codes, no numbers of the database.
    expect(ran.stderr).toContain(`${DISTRICT} 末位并列的决定：本机“表决 表决 测试员 2013-11-04 `)
    expect(ran.stderr).toMatch(new RegExp(`报送包“抽签 抽签 测试员 2013-11-04 .+（${CHOSEN}）”`))
    await done(cwd, ['submission', 'merge', newer, '--take', 'package'])
    const again = await data<{ rulings: unknown }>(cwd, ['submission', 'merge', newer, '--force'])
    expect(again.rulings).toEqual({ added: 0, changed: 0, unchanged: 1 })
  })

  it('of which the package knows nothing is a conflict as well, and so are points set by hand', async () => {
    const cwd = folder()
    copyFileSync(join(city, 'merged.db'), join(cwd, 'chengxin.db'))
    await done(cwd, `evaluation override ${CHOSEN} 6 --points 1 --reason 市局复核 --document 样文2号`)
    const merge = ['submission', 'merge', join(home, 'p.zip'), '--force']
    const ran = await here(cwd, merge)
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining(`override:${CHOSEN}:6`)])
    expect(ran.stderr).toMatch(/ 6\.\S+：本机“1\.00 市局复核 样文2号”/)
    expect(
      (await data<{ overrides: unknown }>(cwd, [...merge, '--take', `override:${CHOSEN}:6=file`])).overrides,
    ).toEqual({
      ...{ added: 0, changed: 0, unchanged: 1 },
    })
    await done(cwd, [...merge, '--take', 'package'])
    expect(await data<unknown[]>(cwd, 'evaluation overrides')).toHaveLength(1)
  })
})

describe('a ruling', () => {
  it('of a gate holds for the whole city: it is told, and not laid in', async () => {
    const cwd = folder()
    await done(cwd, 'init')
    await done(cwd, AS_OF)
    const gate = {
      ...{ kind: 'gate', gate: 'no_penalty_24m', agency: null, method: null, tied: [] },
      ...{ reason: '县局已核', signer: '样局长', ruled_on: '2013-11-01' },
    }
    const change = (parts: Record<string, { rulings: unknown[] }>) => {
      parts['data/nomination.json']!.rulings.push(gate)
    }
    writeFileSync(join(cwd, 'p.zip'), resealed(join(home, 'p.zip'), change))
    const told = await data<{ rulings: unknown }>(cwd, 'submission merge p.zip')
    expect(told.rulings).toEqual({ added: 1, changed: 0, unchanged: 0 })
    const check = await here(cwd, 'submission check p.zip')
    expect(check.stderr).toContain('CX1436')
    for (const line of ['evaluation run', FINALIZE, 'nomination propose']) await done(cwd, line)
    const { rulings } = await data<{ rulings: { kind: string }[] }>(cwd, 'nomination list')
    expect(rulings.map(r => r.kind)).toEqual(['tie'])
  })

  it('that adds is no other word for one that drops: both are asked', async () => {
    const cwd = folder()
    copyFileSync(join(city, 'chengxin.db'), join(cwd, 'chengxin.db'))
    await done(cwd, ['nomination', 'drop', CHOSEN, '--reason', '市局核减', '--signer', '样局长'])
    await done(cwd, 'evaluation reopen --reason 并入区县裁定')
    const change = (parts: Record<string, { uscc?: string }[] & { rulings: unknown[] }>) => {
      const agency = parts['data/agencies.json']!.findIndex(a => a.uscc === CHOSEN)
      parts['data/nomination.json']!.rulings.push({
        ...{ kind: 'add', gate: null, agency, method: null, tied: [] },
        ...{ reason: '区县增列', signer: '样科长', ruled_on: '2013-11-01' },
      })
    }
    writeFileSync(join(cwd, 'p.zip'), resealed(join(home, 'p.zip'), change))
    const ran = await here(cwd, 'submission merge p.zip --force')
    expect([ran.code, ran.stderr.match(/ruling:\w+/g)]).toEqual([5, ['ruling:drop', 'ruling:drop']])
    expect(ran.stderr).toContain('人工撤下：本机“市局核减 样局长 2013-11-04”')
  })
})

describe('points set by hand', () => {
  it('for agencies of other districts are none of the package’s', async () => {
    const cwd = folder()
    copyFileSync(join(city, 'merged.db'), join(cwd, 'chengxin.db'))
    await bringIn(cwd, '平谷区', ['agency'])
    const other = '91110117CXYL04683A'
    await done(cwd, `evaluation override ${other} 6 --points 1 --reason 市局复核 --document 样文3号`)
    const merge = ['submission', 'merge', join(home, 'p.zip'), '--force']
    expect((await data<{ overrides: unknown }>(cwd, [...merge, '--take', 'package'])).overrides).toEqual({
      ...{ added: 0, changed: 0, unchanged: 1 },
    })
    const overrides = await data<{ uscc: string }[]>(cwd, 'evaluation overrides')
    expect(overrides.map(o => o.uscc)).toContain(other)
  })
})

describe('a score sheet', () => {
  it('that says something else at the city is a conflict, indicator by indicator', async () => {
    const cwd = folder()
    copyFileSync(join(city, 'merged.db'), join(cwd, 'chengxin.db'))
    const sheets = await data<
      { id: number; rater: string; rater_kind: string; uscc: string; name: string }[]
    >(cwd, 'evaluation sheets')
    const { uscc, name, rater, rater_kind } = sheets.find(
      s => s.rater_kind === 'expert' && s.uscc === CHOSEN,
    )!
    writeFileSync(
      join(cwd, 's.csv'),
      `评估年度,方案,统一社会信用代码,机构名称,评价主体,评价人,5.信息公示\n2013,beijing-2013,${uscc},${name},${rater_kind},${rater},0.5\n`,
    )
    await done(cwd, 'evaluation import s.csv')
    const merge = ['submission', 'merge', join(home, 'p.zip'), '--force']
    const ran = await here(cwd, merge)
    expect(ran.code).toBe(5)
    expect(ran.stderr.match(/CX1428/g)).toHaveLength(1)
    expect(ran.stderr).toContain(`sheet:${uscc}:${rater_kind}:${rater}:5`)
    expect(ran.stderr).toContain(`${name} 专家评价 ${rater} 5.信息公示：本机“0.5”`)
    expect((await data<{ sheets: unknown }>(cwd, [...merge, '--take', 'package'])).sheets).toMatchObject({
      changed: 1,
    })
    expect((await data<{ sheets: unknown }>(cwd, merge)).sheets).toMatchObject({ added: 0, changed: 0 })
  })

  it('of a rater whom the district does not have is a conflict as well', async () => {
    const cwd = folder()
    copyFileSync(join(city, 'merged.db'), join(cwd, 'chengxin.db'))
    const { name } = (await data<{ uscc: string; name: string }[]>(cwd, 'agency list')).find(
      a => a.uscc === CHOSEN,
    )!
    writeFileSync(
      join(cwd, 's.csv'),
      `评估年度,方案,统一社会信用代码,机构名称,评价主体,评价人,5.信息公示\n2013,beijing-2013,${CHOSEN},${name},专家评价,市专家9,0.5\n`,
    )
    await done(cwd, 'evaluation import s.csv')
    const merge = ['submission', 'merge', join(home, 'p.zip'), '--force']
    expect((await here(cwd, merge)).code).toBe(5)
    await done(cwd, [...merge, '--take', 'package'])
    const sheets = await data<{ rater: string; standing: string }[]>(cwd, 'evaluation sheets')
    expect(sheets.find(s => s.rater === '市专家9')?.standing).toBe('withdrawn')
    // It does not count any more, and is not asked about again.
    expect((await data<{ sheets: object }>(cwd, merge)).sheets).toMatchObject({ added: 0, changed: 0 })
  })

  it('that counts in one of them only is a conflict', async () => {
    const cwd = folder()
    copyFileSync(join(city, 'merged.db'), join(cwd, 'chengxin.db'))
    const sheetsAt = () =>
      data<{ rater: string; rater_kind: string; uscc: string; standing: string }[]>(cwd, 'evaluation sheets')
    const { rater } = (await sheetsAt()).find(s => s.rater_kind === 'expert' && s.uscc === CHOSEN)!
    const standing = async () =>
      (await sheetsAt()).find(s => s.rater === rater && s.uscc === CHOSEN)!.standing
    await done(cwd, `evaluation withdraw ${CHOSEN} --rater ${rater} --reason 市局存疑`)
    const merge = ['submission', 'merge', join(home, 'p.zip'), '--force']
    const ran = await here(cwd, merge)
    expect([ran.code, ran.stderr.match(/CX1428/g)]).toEqual([5, ['CX1428']])
    expect(ran.stderr).toContain(`专家评价 ${rater} 是否计入：本机“否”，报送包“是”`)
    await done(cwd, [...merge, '--take', `sheet:${CHOSEN}:expert:${rater}:counts=file`])
    expect(await standing()).toBe('withdrawn')
    await done(cwd, [...merge, '--take', 'package'])
    expect(await standing()).toBe('counted')
  })
})

describe('a practitioner', () => {
  it('goes under a pseudonym, the same in every package', async () => {
    const { unpackAll } = await import('../../src/formats/archive.ts')
    const persons = ['p.zip', 'newer.zip'].map(name => {
      const found = unpackAll(readFileSync(join(home, name)), 10_000_000)
      if ('fault' in found) throw new Error(found.fault.kind)
      const texts = found.parts.map(p => new TextDecoder().decode(p.content)).join('\n')
      expect(texts).not.toContain('样从业甲')
      return /"person": "([^"]+)"/.exec(texts)?.[1]
    })
    expect(persons[0]).toMatch(/^110107-[0-9A-F]{10}$/)
    expect(persons[1]).toBe(persons[0])
  })
})
