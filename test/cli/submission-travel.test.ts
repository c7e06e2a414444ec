// What travels in a package and what stays: odd names of agencies, officials, what an agency's roster row says of persons,
// a waived share; and what each desk is told to do next.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { unpackAll } from '../../src/formats/archive.ts'
import { copied, data, done, FINALIZE, folder, here } from './run.ts'
import { AS_OF, agenciesByDistrict, bringIn, districtFile, listOf, rowsOf } from './submission-files.ts'

const DISTRICT = '平谷区'
const ODD = '北京“泰野”【样例】《人才》👩🏽𠮷#1咨询：有限（公司）'
const NOMINEE = '91110117CXYL04683A'
let home = ''
let city = ''

beforeAll(async () => {
  home = await districtFile(DISTRICT)
  await done(home, 'submission pack -o p.zip')
  city = folder()
  await done(city, 'init')
}, 60_000)

function textsIn(file: string): [string, string][] {
  const found = unpackAll(readFileSync(file), 10_000_000)
  if ('fault' in found) throw new Error(found.fault.kind)
  return found.parts.flatMap(({ name, content }) => {
    const inner = name.endsWith('.docx') ? unpackAll(content, 10_000_000) : null
    const texts = inner && 'parts' in inner ? inner.parts.map(p => p.content) : [content]
    return texts.map((bytes): [string, string] => [name, new TextDecoder().decode(bytes)])
  })
}

/** The cells of a column of a sample file, of the district's agencies. */
async function cells(file: string, header: string): Promise<string[]> {
  const names = (await agenciesByDistrict()).get(DISTRICT)!
  const [first = '', ...rows] = rowsOf(file, names).replace('\uFEFF', '').split('\n')
  const at = first.split(',').indexOf(header)
  return rows.map(row => row.split(',')[at]!).filter(cell => cell !== '')
}

describe('an agency of an odd name', () => {
  it('goes from pack through check to merge', async () => {
    const cwd = copied(home)
    await done(cwd, ['agency', 'edit', NOMINEE, '--name', ODD, '--reason', '更名'])
    for (const line of [
      'evaluation reopen --reason 更名',
      'evaluation run',
      FINALIZE,
      'nomination propose',
      'submission pack -o odd.zip',
    ])
      await done(cwd, line)
    const checked = await here(folder(), ['submission', 'check', join(cwd, 'odd.zip')])
    expect(checked.stderr).not.toContain('CX1421')
    expect(checked.stdout).toContain('完整')
    const own = copied(city)
    await done(own, ['submission', 'merge', join(cwd, 'odd.zip')])
    const agencies = await data<{ uscc: string | null; name: string }[]>(own, 'agency list')
    expect(agencies.find(a => a.uscc === NOMINEE)?.name).toBe(ODD)
  })
})

describe('persons', () => {
  it('who inspect, handle, decide, or represent an agency are named nowhere in a package', async () => {
    const officers = (await cells('inspection', '检查人员')).flatMap(cell => cell.split(/[、;；]/))
    const handlers = await cells('complaints', '承办人')
    const roster = await data<{ legal_rep: string | null; phone: string | null }[]>(home, 'agency list')
    const secrets = new Set([
      ...[...officers, ...handlers],
      ...roster.flatMap(a => [a.legal_rep, a.phone]).filter(text => text !== null),
    ])
    expect([officers.length > 3, handlers.length > 0, secrets.size > 20]).toEqual([true, true, true])
    const texts = textsIn(join(home, 'p.zip'))
    const told = texts.flatMap(([name, text]) =>
      [...secrets].filter(secret => text.includes(secret)).map(secret => `${name}: ${secret}`),
    )
    expect(told).toEqual([])
  })

  it('of the staff whose offense has no number are named on no paper of a package and not on the page of the year', async () => {
    const cwd = copied(home)
    const offense = '--kind 违法违规 --date 2013-09-12 --fact 泄露求职者信息'
    await done(cwd, 'evaluation reopen --reason 补记')
    await done(cwd, `offense add --agency ${NOMINEE} --person 张秘密 ${offense}`)
    for (const line of ['evaluation run', FINALIZE, 'nomination propose', 'submission pack -o q.zip'])
      await done(cwd, line)
    const texts = textsIn(join(cwd, 'q.zip'))
    const results = texts.filter(([name]) => name.startsWith('papers/评分表'))
    expect(results.some(([, text]) => text.includes('1 件（从业人员 2013-09-12）'))).toBe(true)
    expect(texts.filter(([, text]) => text.includes('张秘密')).map(([name]) => name)).toEqual([])
    await done(cwd, 'report html -o year.html')
    expect(readFileSync(join(cwd, 'year.html'), 'utf8')).not.toContain('张秘密')
    await done(cwd, 'evaluation notice --all --out notices')
    const notices = readdirSync(join(cwd, 'notices')).filter(name => name.endsWith('.docx'))
    expect(notices.length).toBeGreaterThan(3)
    for (const name of notices)
      for (const [part, text] of textsIn(join(cwd, 'notices', name)))
        expect(text.includes('张秘密'), `${name} ${part}`).toBe(false)
  })

  it('are as many at the city as in the district, and keep the names that the city has', async () => {
    const inspections = (cwd: string) =>
      data<{ batch: string; date: string; name: string; officers: string }[]>(
        cwd,
        `inspection list --district ${DISTRICT}`,
      )
    const counted = async (cwd: string) =>
      (await inspections(cwd)).map(i => [i.batch, i.name, i.officers.split(/[;、]/).length]).sort()
    const own = copied(city)
    await done(own, ['submission', 'merge', join(home, 'p.zip')])
    expect(await counted(own)).toEqual(await counted(home))
    expect((await inspections(own))[0]!.officers).toMatch(/^110117-[0-9A-F]{10}/)

    const named = copied(city)
    await bringIn(named, DISTRICT, ['agency', 'complaint', 'inspection'])
    const before = await inspections(named)
    const complaints = await data<unknown[]>(named, 'complaint list')
    const agencies = await data<unknown[]>(named, 'agency list')
    await done(named, ['submission', 'merge', join(home, 'p.zip')])
    expect(await inspections(named)).toEqual(before)
    expect(await data<unknown[]>(named, 'complaint list')).toEqual(complaints)
    expect(await data<unknown[]>(named, 'agency list')).toEqual(agencies)
  })
})

describe('what comes next', () => {
  it('is told after packing: the deadline is open until the handing-in is noted', async () => {
    const cwd = copied(home)
    const { stderr, stdout } = await done(cwd, 'submission pack -o p.zip')
    const receipt = /回执码 (\S{11})/.exec(stdout)![1]!
    expect(stderr).toContain(`submission send nomination --on 报送日期 --receipt ${receipt}`)
    expect(stderr).toContain('法定代表人、电话不在包里')
    const english = await done(cwd, '--lang en submission pack -o p.zip --force')
    expect(english.stderr).toContain('until then the deadline stays open')
    await done(cwd, `submission send nomination --on 2013-11-04 --receipt ${receipt}`)
    const { own } = await data<{ own: { kind: string; lacks: unknown }[] }>(cwd, 'submission status')
    expect(own[0]).toMatchObject({ kind: 'nomination', lacks: null })
  })

  it('is told by the status of a district: what its package lacks, and the command', async () => {
    interface Own {
      own: { lacks: { problems: { code: string }[]; warnings: { code: string }[] } | null }[]
    }
    const ready = await done(home, 'submission status')
    expect(ready.stdout).toContain('chengxin submission pack')
    expect(ready.stdout).toMatch(/同时注意：\n {2}.+缺.+推荐表/)
    const { own } = await data<Own>(home, 'submission status')
    expect(own[0]!.lacks!.problems).toEqual([])
    expect(new Set(own[0]!.lacks!.warnings.map(w => w.code))).toEqual(new Set(['CX1361']))
    expect(own[1]!.lacks).toBeNull()

    const early = folder()
    await done(early, `init --district ${DISTRICT}`)
    expect((await done(early, 'submission status')).stdout).toContain('打包前先处理：')
    await bringIn(early, DISTRICT, ['agency'])
    await done(early, AS_OF)
    const before = await done(early, 'submission status')
    expect(before.stdout).toContain('评估还没有运行')
    expect(before.stdout).not.toContain('chengxin submission pack')
    const told = await data<Own>(early, 'submission status')
    expect(told.own[0]!.lacks!.problems.map(p => p.code)).toEqual(['CX1420'])
  })

  it('is told of sheets that were not laid in, by what keeps them out', async () => {
    const merge = ['submission', 'merge', join(home, 'p.zip'), '--dry-run']
    const none = await done(city, merge)
    expect(none.stderr).toContain('evaluation open --year 2013 --as-of 2013-10-31')
    const finalized = copied(city)
    await bringIn(finalized, DISTRICT, ['agency'])
    for (const line of [AS_OF, 'evaluation run', FINALIZE]) await done(finalized, line)
    const closed = await done(finalized, [...merge, '--take', 'package'])
    expect(closed.stderr).toContain('evaluation reopen --evaluation 1 --reason')
    expect(closed.stderr).not.toContain('evaluation open')
    const other = copied(city)
    await done(other, 'evaluation open --year 2013 --as-of 2013-09-30')
    const astray = await done(other, merge)
    expect(astray.stderr).toContain('本机评估的截止日是 2013-09-30，报送包的是 2013-10-31')
    expect(astray.stderr).not.toMatch(/evaluation (re)?open/)
  })

  it('is told where a scheme is about others than agencies', async () => {
    const cwd = folder()
    await done(cwd, 'init --scheme linyi-2022-county')
    await done(cwd, 'evaluation open --year 2022 --as-of 2013-10-31')
    for (const lang of ['zh-CN', 'en']) {
      const ran = await here(cwd, `--lang ${lang} submission pack --district 兰山区`)
      expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('chengxin form application')])
      expect(ran.stderr).toContain('chengxin form package')
    }
  })
})

describe('a conflict', () => {
  it('that comes again with a newer package says whose word held before', async () => {
    const cwd = copied(city)
    await bringIn(cwd, DISTRICT, ['agency'])
    await done(cwd, `agency edit ${NOMINEE} --address 平谷区样例路9号 --reason 迁址`)
    const first = await here(cwd, ['submission', 'merge', join(home, 'p.zip')])
    expect([first.code, first.stderr.includes('上次')]).toEqual([5, false])
    await done(cwd, ['submission', 'merge', join(home, 'p.zip'), '--take', 'file'])
    const later = copied(home)
    await done(later, 'submission send month --on 2013-11-04')
    await done(later, 'submission pack -o newer.zip')
    const again = await here(cwd, ['submission', 'merge', join(later, 'newer.zip')])
    expect([again.code, again.stderr]).toEqual([5, expect.stringContaining('（上次以本机为准）')])
  })
})

describe('who stood out in the month', () => {
  it('is laid into the campaign of the city, in conflict where it says otherwise; without one it is told', async () => {
    const open = 'campaign open --year 2013'
    const stood = (cwd: string) =>
      data<{ uscc: string; day: string }[]>(cwd, 'campaign outstanding 诚信服务月2013')
    const outstanding = async (cwd: string, reason: string) => {
      await done(cwd, open)
      await done(cwd, `campaign outstanding 诚信服务月2013 ${NOMINEE} --on 2013-10-30 --reason ${reason}`)
    }
    const district = copied(home)
    await outstanding(district, '带头自查')
    for (const line of ['evaluation reopen --reason 补记', 'evaluation run', FINALIZE, 'nomination propose'])
      await done(district, line)
    await done(district, 'submission pack -o o.zip')
    const merge = ['submission', 'merge', join(district, 'o.zip')]
    const without = copied(city)
    const told = await done(without, merge)
    expect(told.stderr).toContain('CX1439')
    expect(told.stderr).toContain('campaign open 诚信服务月2013')
    await done(without, open)
    expect(await data<object>(without, [...merge, '--force'])).toMatchObject({ outstanding: { added: 1 } })
    expect(await stood(without)).toEqual(await stood(district))
    expect(await data<object>(without, [...merge, '--force'])).toMatchObject({
      outstanding: { added: 0, changed: 0, unchanged: 1 },
    })
    const otherwise = copied(city)
    await bringIn(otherwise, DISTRICT, ['agency'])
    await outstanding(otherwise, '市局表扬')
    const ran = await here(otherwise, merge)
    expect([ran.code, ran.stderr]).toEqual([
      5,
      expect.stringContaining(`outstanding:${NOMINEE}:诚信服务月2013=package`),
    ])
    expect(await data<object>(otherwise, [...merge, '--take', 'package'])).toMatchObject({
      outstanding: { changed: 1 },
    })
    // What the package does not have is a conflict as well.
    const plain = ['submission', 'merge', join(home, 'p.zip'), '--force']
    expect((await here(otherwise, plain)).code).toBe(5)
    await done(otherwise, [...plain, '--take', 'package'])
    expect(await stood(otherwise)).toEqual([])
  })
})

describe('a waived share', () => {
  it('goes along with its reason and signer: the city lists the same', async () => {
    const cwd = await districtFile('延庆县')
    const held = (await listOf(cwd, '延庆县')).filter(c => c.decision === 'nominated')
    await done(
      cwd,
      'nomination propose --district 延庆县 --relax-share --reason 经营性机构少 --signer 样局长',
    )
    const own = await listOf(cwd, '延庆县')
    expect(own.filter(c => c.decision === 'nominated').length).toBe(held.length + 1)
    await done(cwd, 'submission pack -o w.zip')
    const at = copied(city)
    await done(at, AS_OF)
    const merged = await done(at, ['submission', 'merge', join(cwd, 'w.zip')])
    expect(merged.stderr).toContain('延庆县放宽了经营性机构比例：经营性机构少（样局长）')
    for (const line of ['evaluation run', FINALIZE, 'nomination propose']) await done(at, line)
    expect(await listOf(at, '延庆县')).toEqual(own)
    const { districts } = await data<{
      districts: { district: string; differences: unknown; received: unknown }[]
    }>(at, 'submission status')
    expect(districts.find(d => d.district === '延庆县')).toMatchObject({
      differences: [],
      received: { waiver: { reason: '经营性机构少', signer: '样局长' } },
    })
    expect((await done(at, 'submission status')).stdout).toContain('（放宽）')
  })
})
