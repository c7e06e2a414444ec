// From three districts to the city and back: what districts pack the city merges, and computes the same totals and nominees;
// one of the packages is in conflict with the city's file, one was tampered with, one comes twice. Nobody's name travels.

import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { unpackAll } from '../../src/formats/archive.ts'
import { copied, data, done, FINALIZE, folder, here, sha256 } from './run.ts'
import {
  AS_OF,
  agenciesByDistrict,
  bringIn,
  DISTRICTS,
  districtFile,
  listOf,
  rowsOf,
} from './submission-files.ts'

const homes = new Map<string, string>()
const receipts = new Map<string, string>()
/** The city's file with its own evaluation, before anything was merged. */
let city = ''

const home = (district: string) => homes.get(district)!
const packageOf = (district: string) => join(home(district), 'package.zip')

beforeAll(async () => {
  for (const district of DISTRICTS) {
    const cwd = await districtFile(district)
    homes.set(district, cwd)
    const packed = await data<{ receipt: string }>(cwd, 'submission pack -o package.zip')
    receipts.set(district, packed.receipt)
  }
  city = folder()
  await done(city, 'init')
  await done(city, AS_OF)
}, 120_000)

/** A copy of the city's file. */
function atCity(): string {
  return copied(city)
}

const head = async (cwd: string) => (await done(cwd, 'log list --json')).stdout

function partsOf(file: string): Map<string, Uint8Array> {
  const found = unpackAll(readFileSync(file), 10_000_000)
  if ('fault' in found) throw new Error(found.fault.kind)
  return new Map(found.parts.map(p => [p.name, p.content]))
}

describe('packing', () => {
  it('makes the same bytes of the same data, writes nothing to the file, and overwrites nothing unasked', async () => {
    const cwd = home('平谷区')
    const before = sha256(join(cwd, 'chengxin.db'))
    const log = await head(cwd)
    await done(cwd, 'submission pack -o again.zip')
    expect(sha256(join(cwd, 'again.zip'))).toBe(sha256(packageOf('平谷区')))
    expect(await head(cwd)).toBe(log)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const twice = await here(cwd, 'submission pack -o again.zip')
    expect([twice.code, twice.stderr]).toEqual([5, expect.stringContaining('CX5008')])
    await done(cwd, 'submission pack -o again.zip --force')
    await done(cwd, 'submission pack --out up')
    const again = await here(cwd, 'submission pack --out up')
    expect([again.code, again.stderr]).toEqual([5, expect.stringContaining('CX5008')])
    expect(sha256(join(cwd, 'up', '报送-110117-平谷区-2013.zip'))).toBe(sha256(packageOf('平谷区')))
    expect(readdirSync(join(cwd, 'up'))).toEqual(['报送-110117-平谷区-2013.zip'])
  })

  it('holds manifest, data and the papers of every nominee', async () => {
    const parts = partsOf(packageOf('怀柔区'))
    const manifest = JSON.parse(new TextDecoder().decode(parts.get('manifest.json'))) as {
      counts: { nominees: number }
      scheme: { id: string }
      log: { no: number; hash: string }
      packed_on: string
    }
    const nominees = (await listOf(home('怀柔区'), '怀柔区')).filter(c => c.decision === 'nominated')
    expect(manifest).toMatchObject({ packed_on: '2013-11-04', scheme: { id: 'beijing-2013' } })
    expect(manifest.counts.nominees).toBe(nominees.length)
    const log = JSON.parse(await head(home('怀柔区'))) as { data: { no: number; hash: string }[] }
    expect(log.data.map(e => e.hash)).toContain(manifest.log.hash)
    const papers = [...parts.keys()].filter(part => part.startsWith('papers/'))
    expect(papers).toContain('papers/推荐汇总表-110116-怀柔区.docx')
    for (const kind of ['推荐表', '自评总结', '评分表']) {
      const own = papers.filter(part => part.startsWith(`papers/${kind}-`))
      expect(own).toHaveLength(nominees.length)
      for (const { name } of nominees)
        expect(own.filter(part => part.endsWith(`-${name}.docx`)).length, `${kind} ${name}`).toBe(1)
    }
  })

  it('carries no name or contact of a complainant and no name of a rater anywhere', async () => {
    for (const district of DISTRICTS) {
      const names = (await agenciesByDistrict()).get(district)!
      const column = (file: string, header: string) => {
        const [first = '', ...rows] = rowsOf(file, names).replace('\uFEFF', '').split('\n')
        const at = first.split(',').indexOf(header)
        return rows.map(row => row.split(',')[at]!).filter(cell => cell !== '')
      }
      const personal = [
        ...column('complaints', '投诉人').filter(name => name !== '匿名'),
        ...column('complaints', '联系方式'),
        ...column('scores', '评价人').filter(name => /\d/.test(name)),
      ]
      expect(personal.length).toBeGreaterThan(3)
      for (const [name, bytes] of partsOf(packageOf(district))) {
        const docx = name.endsWith('.docx') ? unpackAll(bytes, 10_000_000) : null
        const texts = docx && 'parts' in docx ? docx.parts.map(p => p.content) : [bytes]
        for (const text of texts.map(b => new TextDecoder().decode(b)))
          for (const secret of personal) expect(text.includes(secret), `${name}: ${secret}`).toBe(false)
      }
    }
  })

  it('names raters by pseudonyms that stay the same from pack to pack, and are no other desk’s', async () => {
    const raters = (district: string) =>
      new Set(
        (
          JSON.parse(new TextDecoder().decode(partsOf(packageOf(district)).get('data/sheets.json'))) as {
            rater: string
          }[]
        ).map(s => s.rater),
      )
    const [a, b] = [raters('平谷区'), raters('怀柔区')]
    for (const rater of a) expect(rater).toMatch(/^110117-[0-9A-F]{10}$/)
    expect([...a].filter(rater => b.has(rater))).toEqual([])
    // Another record changes the package, not who is who.
    const cwd = copied(home('平谷区'))
    await done(cwd, 'submission send month --on 2013-11-04')
    await done(cwd, 'submission pack -o later.zip')
    expect(partsOf(join(cwd, 'later.zip')).get('data/sheets.json')).toEqual(
      partsOf(packageOf('平谷区')).get('data/sheets.json'),
    )
  })

  it('is refused, all at once, where nothing is ready', async () => {
    const cwd = folder()
    await done(cwd, 'init --district 平谷区')
    await bringIn(cwd, '平谷区', ['agency'])
    await done(cwd, AS_OF)
    const notRun = await here(cwd, 'submission pack -o p.zip')
    expect([notRun.code, notRun.stderr]).toEqual([3, expect.stringContaining('CX1420')])
    await done(cwd, 'evaluation run')
    const noList = await here(cwd, 'submission pack -o p.zip --json')
    expect(noList.code).toBe(3)
    const told = JSON.parse(noList.stdout) as { data: { problems: { code: string }[] } }
    expect(told.data.problems.map(p => p.code)).toEqual(['CX1420'])
    await bringIn(cwd, '平谷区', ['complaint', 'penalty'])
    const stale = await here(cwd, 'submission pack -o p.zip --json')
    expect((JSON.parse(stale.stdout) as typeof told).data.problems.map(p => p.code)).toEqual([
      'CX1420',
      'CX1420',
    ])
    expect(readdirSync(cwd)).not.toContain('p.zip')
    const unnamed = await here(atCity(), 'submission pack')
    expect([unnamed.code, unnamed.stderr]).toEqual([2, expect.stringContaining('CX1434')])
  })
})

describe('checking', () => {
  it('needs no database, and knows the receipt code from a misheard and from another one', async () => {
    const cwd = folder()
    copyFileSync(packageOf('平谷区'), join(cwd, 'p.zip'))
    const own = receipts.get('平谷区')!
    const ran = await here(
      cwd,
      `submission check p.zip --receipt ${own.toLowerCase().replace('-', '')} --json`,
    )
    expect(readdirSync(cwd)).toEqual(['p.zip'])
    const { packages } = (
      JSON.parse(ran.stdout) as { data: { packages: { receipt: string; problems: { code: string }[] }[] } }
    ).data
    // The papers that agencies hand in are not on file.
    expect([packages[0]!.receipt, [...new Set(packages[0]!.problems.map(p => p.code))]]).toEqual([
      own,
      ['CX1431'],
    ])
    const wrong = `${own.slice(0, 1) === '7' ? '8' : '7'}${own.slice(1)}`
    for (const [code, word] of [
      [wrong, '听错或写错'],
      [receipts.get('怀柔区')!, '另一个报送包'],
      ['XYZ', '不是回执码'],
    ]) {
      const { code: exit, stderr } = await here(cwd, `submission check p.zip --receipt ${code}`)
      expect([exit, stderr]).toEqual([3, expect.stringContaining(word!)])
    }
  })

  it('tells a package that is packed late, and beside the city’s file what merging would do, without taking it in', async () => {
    const late = await here(
      home('平谷区'),
      '--today 2013-11-06 --operator 测试员 submission pack -o late.zip',
      { bare: true },
    )
    expect(late.code).toBe(0)
    expect(readdirSync(home('平谷区'))).toContain('late.zip')
    const cwd = atCity()
    const log = await head(cwd)
    const ran = await here(cwd, [
      '--today',
      '2013-11-07',
      'submission',
      'check',
      join(home('平谷区'), 'late.zip'),
      packageOf('怀柔区'),
    ])
    expect(ran.code).toBe(3)
    expect(ran.stderr.match(/\[CX1426\].*/g)).toEqual([
      '[CX1426] 平谷区的报送包 2013-11-06 打包，期限是 2013-11-05',
      '[CX1426] 怀柔区的报送包 2013-11-07 收到，期限是 2013-11-05',
    ])
    expect(ran.stdout).not.toContain('CX1426')
    expect(ran.stdout.match(/：完整，/g)).toHaveLength(2)
    expect(ran.stdout).toMatch(/汇总时：机构新增 12、改动 0、相同 0；记录新增/)
    expect(await head(cwd)).toBe(log)
  })
})

describe('merging', () => {
  it('brings three districts into the city, which then computes their totals and nominees', async () => {
    const cwd = atCity()
    for (const district of DISTRICTS) await done(cwd, ['submission', 'merge', packageOf(district)])
    const before = await data<{
      districts: { district: string; received: unknown; differences: unknown }[]
      not_sent: string[]
    }>(cwd, 'submission status')
    expect(before.districts).toHaveLength(18)
    expect(before.not_sent).toHaveLength(14)
    await done(cwd, 'evaluation run')
    await done(cwd, FINALIZE)
    await done(cwd, 'nomination propose')
    for (const district of DISTRICTS) {
      const own = await listOf(home(district), district)
      expect(own.filter(c => c.decision === 'nominated').length).toBeGreaterThan(0)
      expect(await listOf(cwd, district)).toEqual(own)
    }
    const after = await data<typeof before>(cwd, 'submission status')
    const sent = after.districts.filter(d => d.received !== null)
    expect(sent.map(d => [d.district, d.differences])).toEqual(
      expect.arrayContaining(DISTRICTS.map(district => [district, []])),
    )
    expect((await here(cwd, 'log verify')).code).toBe(0)
    const table = await done(cwd, 'submission status')
    expect(table.stdout).toContain('已报送 3/17')
    expect(table.stdout).toContain(receipts.get('门头沟区')!)
  }, 60_000)

  it('of the same package again changes nothing and says so', async () => {
    const cwd = atCity()
    await done(cwd, ['submission', 'merge', packageOf('平谷区')])
    const log = await head(cwd)
    const again = await done(cwd, ['submission', 'merge', packageOf('平谷区')])
    expect(again.stdout).toContain('没有改变任何内容')
    const forced = await data<Record<string, { added: number; changed: number }>>(
      cwd,
      `submission merge ${packageOf('平谷区')} --force`,
    )
    for (const what of ['agencies', 'records', 'sheets', 'rulings'])
      expect(forced[what], what).toMatchObject({ added: 0, changed: 0 })
    expect(await head(cwd)).toBe(log)
  })

  it('overwrites nothing silently: a conflict is told with both values until somebody decides', async () => {
    const cwd = atCity()
    await bringIn(cwd, '平谷区', ['agency', 'complaint', 'penalty', 'inspection'])
    const [{ uscc, address }] = (await data<{ uscc: string; address: string; district: string }[]>(
      cwd,
      'agency list --district 平谷区',
    )) as [{ uscc: string; address: string; district: string }]
    await done(cwd, `agency edit ${uscc} --address 平谷区样例路9号 --reason 迁址`)
    const before = sha256(join(cwd, 'chengxin.db'))
    const merge = ['submission', 'merge', packageOf('平谷区')]
    const ran = await here(cwd, merge)
    expect([ran.code, ran.stdout]).toEqual([5, ''])
    expect(ran.stderr.match(/CX1428/g)).toHaveLength(1)
    expect(ran.stderr).toContain(`本机“平谷区样例路9号”，报送包“${address}”`)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const dry = await here(cwd, [...merge, '--dry-run'])
    expect(dry.code).toBe(5)
    const english = await here(cwd, ['--lang', 'en', ...merge, '--dry-run', '--take', 'package'])
    expect(english.stdout).toMatch(/taken from the package \S+ Address: /)
    for (const verb of [['merge'], ['check']]) {
      const told = await here(cwd, ['--lang', 'en', 'submission', ...verb, packageOf('平谷区')])
      expect(told.stderr).toMatch(/\[CX1428\] \S+ Address: "/)
    }
    const place = `agency:${uscc}:address`
    const astray = await here(cwd, [...merge, '--take', `${place}x=file`, '--take', 'package'])
    expect([astray.code, astray.stderr]).toEqual([2, expect.stringContaining('CX1430')])
    expect((await here(cwd, [...merge, '--take', 'mine'])).code).toBe(2)
    const other = folder()
    copyFileSync(join(cwd, 'chengxin.db'), join(other, 'chengxin.db'))
    const kept = await done(cwd, [...merge, '--take', `${place}=file`])
    expect(kept.stdout).toContain('以本机为准')
    const shown = async (at: string) => {
      const agencies = await data<{ uscc: string; address: string }[]>(at, 'agency list')
      return agencies.find(a => a.uscc === uscc)!.address
    }
    expect(await shown(cwd)).toBe('平谷区样例路9号')
    await done(other, [...merge, '--take', 'package'])
    expect(await shown(other)).toBe(address)
    const log = JSON.parse(await head(other)) as {
      data: { command: string; summary: { taken: unknown[] } }[]
    }
    expect(log.data.find(e => e.command === 'submission merge')?.summary.taken).toHaveLength(1)
  })

  it('refuses a record whose number another agency has here, although its own agency is new', async () => {
    const cwd = atCity()
    const [first] = await data<{ complaint_no: string }[]>(home('平谷区'), 'complaint list')
    await done(
      cwd,
      'agency add --name 北京别家样例公司 --kind 经营性 --license-no 样例9001号 --district 东城区',
    )
    const record = `--complaint-no ${first!.complaint_no} --received-on 2013-05-01 --category 其他`
    await done(cwd, `complaint add --agency 样例9001号 ${record}`)
    const log = await head(cwd)
    const ran = await here(cwd, ['submission', 'merge', packageOf('平谷区'), '--take', 'package'])
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1092')])
    expect(ran.stderr).toContain(first!.complaint_no)
    expect(await head(cwd)).toBe(log)
  })

  it('refuses what was tampered with, cut, or packed for another desk, and leaves the file as it was', async () => {
    const cwd = atCity()
    const before = sha256(join(cwd, 'chengxin.db'))
    const bytes = readFileSync(packageOf('怀柔区'))
    const tampered = Buffer.from(bytes)
    tampered[Math.floor(bytes.length / 2)]! ^= 1
    writeFileSync(join(cwd, 'tampered.zip'), tampered)
    writeFileSync(join(cwd, 'cut.zip'), bytes.subarray(0, bytes.length - 30))
    writeFileSync(join(cwd, 'other.zip'), 'not a package')
    for (const name of ['tampered', 'cut', 'other']) {
      const ran = await here(cwd, `submission merge ${name}.zip`)
      expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1421')])
    }
    const atDistrict = await here(home('平谷区'), ['submission', 'merge', packageOf('怀柔区')])
    expect([atDistrict.code, atDistrict.stderr]).toEqual([5, expect.stringContaining('CX1427')])
    const otherScheme = folder()
    await done(otherScheme, 'init --scheme zhoushan-2019')
    const misfit = await here(otherScheme, ['submission', 'merge', packageOf('怀柔区')])
    expect([misfit.code, misfit.stderr]).toEqual([5, expect.stringContaining('CX1427')])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('takes a newer package instead of the older one, never the other way round unless forced', async () => {
    const newer = folder()
    copyFileSync(join(home('怀柔区'), 'chengxin.db'), join(newer, 'chengxin.db'))
    await done(newer, 'submission send month --on 2013-11-04')
    await done(newer, 'submission pack -o newer.zip')
    const cwd = atCity()
    await done(cwd, ['submission', 'merge', packageOf('怀柔区')])
    await done(cwd, ['submission', 'merge', join(newer, 'newer.zip')])
    const { districts } = await data<{
      districts: { district: string; received: { receipt: string } | null }[]
    }>(cwd, 'submission status')
    const receipt = districts.find(d => d.district === '怀柔区')!.received!.receipt
    expect(receipt).not.toBe(receipts.get('怀柔区'))
    const older = await here(cwd, ['submission', 'merge', packageOf('怀柔区')])
    expect([older.code, older.stderr]).toEqual([3, expect.stringContaining('CX1429')])
    await done(cwd, ['submission', 'merge', packageOf('怀柔区'), '--force'])
  })

  it('counts the day on which a package came', async () => {
    const cwd = atCity()
    const run = (line: string[]) =>
      here(cwd, ['--today', '2013-11-08', '--operator', '测试员', ...line], { bare: true })
    const late = await run(['submission', 'merge', packageOf('平谷区')])
    expect([late.code, late.stderr]).toEqual([0, expect.stringContaining('用 --on 写明收到日期')])
    expect((await run(['submission', 'merge', packageOf('怀柔区'), '--on', '2013-11-05'])).code).toBe(0)
    expect((await run(['submission', 'merge', packageOf('门头沟区'), '--on', '昨天'])).code).toBe(3)
    expect((await run(['submission', 'merge', packageOf('门头沟区'), '--on', '2013-11-09'])).code).toBe(3)
    expect((await run(['submission', 'merge', packageOf('门头沟区'), '--on', '2013-11-01'])).code).toBe(3)
    const { districts } = await data<{ districts: { district: string; late: boolean }[] }>(
      cwd,
      '--today 2013-11-08 submission status',
    )
    const lateOnes = new Map(districts.map(d => [d.district, d.late]))
    expect([lateOnes.get('平谷区'), lateOnes.get('怀柔区'), lateOnes.get('门头沟区')]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('holds the places and the share of the city against the list', async () => {
    const cwd = atCity()
    writeFileSync(join(cwd, 'q.csv'), '区划代码,推荐范围,推荐名额\n110117,平谷区,1\n')
    await done(cwd, 'quota import q.csv')
    const ran = await here(cwd, ['submission', 'merge', packageOf('平谷区')])
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX3020')])
  })
})

describe('handing in', () => {
  it('ends the deadlines of the month and of the package, and is corrected by saying it again', async () => {
    const cwd = copied(home('平谷区'))
    interface Due {
      id: string
      mark: string
      completed_on: string | null
      owed: { what: string }[]
    }
    const due = async (id: string) => {
      const { deadlines } = await data<{ deadlines: Due[] }>(cwd, '--today 2013-11-08 report deadlines')
      return deadlines.find(d => d.id === id)!
    }
    expect(await due('month_summary')).toMatchObject({ mark: 'late', owed: [{ what: 'not_handed_in' }] })
    await done(cwd, 'submission send month --on 2013-11-04')
    expect(await due('month_summary')).toMatchObject({ mark: 'done', completed_on: '2013-11-04', owed: [] })
    expect((await due('nomination_package')).mark).toBe('late')
    await done(cwd, `submission send nomination --on 2013-11-03 --receipt ${receipts.get('平谷区')}`)
    expect(await due('nomination_package')).toMatchObject({ mark: 'done', completed_on: '2013-11-03' })
    const log = await head(cwd)
    await done(cwd, 'submission send nomination --on 2013-11-03')
    expect(await head(cwd)).toBe(log)
    expect((await done(cwd, 'submission send nomination --on 2013-11-04')).stdout).toContain(
      '原记 2013-11-03',
    )
    const { own } = await data<{
      own: { kind: string; handed_in_on: string; receipt: string | null; late: boolean }[]
    }>(cwd, 'submission status')
    expect(own).toMatchObject([
      { kind: 'nomination', handed_in_on: '2013-11-04', receipt: receipts.get('平谷区'), late: false },
      { kind: 'month', handed_in_on: '2013-11-04', receipt: null },
    ])
  })

  it('is done at the city once every district with places has sent, on the day the last one came', async () => {
    const cwd = atCity()
    const districts = await data<{ code: string; name: string }[]>(cwd, 'district list')
    const seats = (name: string) =>
      (DISTRICTS as readonly string[]).includes(name) || name === '市属机构' ? 4 : 0
    const rows = districts.map(({ code, name }) => `${code},${name},${seats(name)}`)
    writeFileSync(join(cwd, 'q.csv'), ['区划代码,推荐范围,推荐名额', ...rows].join('\n'))
    await done(cwd, 'quota import q.csv')
    const due = async () => {
      const all = await data<{ deadlines: { id: string; mark: string; completed_on: string | null }[] }>(
        cwd,
        '--today 2013-11-06 report deadlines',
      )
      return all.deadlines.find(d => d.id === 'nomination_package')!
    }
    for (const [i, district] of DISTRICTS.entries()) {
      expect((await due()).mark).toBe('late')
      await done(cwd, [
        '--today',
        '2013-11-06',
        'submission',
        'merge',
        packageOf(district),
        '--on',
        `2013-11-0${4 + (i % 2)}`,
      ])
    }
    expect(await due()).toMatchObject({ mark: 'done', completed_on: '2013-11-05' })
    const status = await data<{
      not_sent: string[]
      districts: { district: string; chosen_here: boolean }[]
    }>(cwd, 'submission status')
    expect(status.not_sent).toEqual([])
    expect(status.districts.filter(d => d.chosen_here).map(d => d.district)).toEqual(['市属机构'])
  })

  it.each([
    ['no day', 'month', 3, 'CX1023'],
    ['a day to come', 'month --on 2013-12-01', 3, 'CX1038'],
    ['what is no day', 'month --on 上周', 3, 'CX1031'],
    ['a day that there is not', 'month --on 2013-02-30', 3, 'CX1030'],
    ['no receipt code', 'nomination --on 2013-11-04 --receipt 12345-12345', 3, 'CX1425'],
    ['what the scheme does not ask for', 'year --on 2013-11-04', 4, 'CX4002'],
    ['what is nothing', 'everything --on 2013-11-04', 4, 'CX4002'],
  ])('is refused: %s', async (_, words, code, problem) => {
    const cwd = atCity()
    const before = await head(cwd)
    const ran = await here(cwd, `submission send ${words}`)
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(problem)])
    expect(await head(cwd)).toBe(before)
    const english = await here(cwd, `--lang en submission send ${words}`)
    expect(english.stderr).not.toMatch(/日期/)
  })
})
