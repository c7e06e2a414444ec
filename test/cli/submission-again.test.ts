// A second package of the same district: what its list says otherwise than the first is a person's to decide.
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { data, done, folder, here, sha256 } from './run.ts'
import { districtFile, listOf, resealed } from './submission-files.ts'

const DISTRICT = '门头沟区'
let first = ''
let second = ''
/** The first, packed again on another day. */
let repacked = ''
let dropped = ''

beforeAll(async () => {
  const home = await districtFile(DISTRICT)
  await done(home, 'submission pack -o first.zip')
  first = join(home, 'first.zip')
  const later = '--today 2013-11-05 --operator 测试员 submission pack -o repacked.zip'
  expect((await here(home, later, { bare: true })).code).toBe(0)
  repacked = join(home, 'repacked.zip')
  dropped = (await listOf(home, DISTRICT)).find(c => c.decision === 'nominated')!.name
  await done(home, ['nomination', 'drop', dropped, '--reason', '机构放弃', '--signer', '样例局长'])
  await done(home, 'submission pack -o second.zip')
  second = join(home, 'second.zip')
}, 60_000)

/** A city that has merged the first. */
async function city(): Promise<string> {
  const cwd = folder()
  await done(cwd, 'init')
  await done(cwd, ['submission', 'merge', first])
  return cwd
}

interface Received {
  on: string
  receipt: string
  nominated: number
}
const receivedIn = async (cwd: string, line = 'submission status') => {
  const { districts } = await data<{
    districts: { district: string; late: boolean; received: Received | null }[]
  }>(cwd, line)
  return districts.find(d => d.district === DISTRICT)!
}
const merge = (cwd: string, ...more: string[]) => here(cwd, ['submission', 'merge', second, ...more])

describe('a list that says otherwise than the one before', () => {
  it('is a conflict that names who is in one of them only, and changes nothing', async () => {
    const cwd = await city()
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await merge(cwd)
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('CX1428')])
    expect(ran.stderr).toContain('推荐名单')
    expect(ran.stderr).toContain(dropped)
    expect(ran.stderr).toContain('--take "list=package"')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('takes the place of it where that is said, and tells which it replaces', async () => {
    const cwd = await city()
    const { received: old } = await receivedIn(cwd)
    const ran = await merge(cwd, '--take', 'list=package')
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining(`代替 ${old!.receipt}`)])
    const { received } = await receivedIn(cwd)
    expect(received!.nominated).toBeLessThan(old!.nominated)
    expect(received!.receipt).not.toBe(old!.receipt)
  })

  it('stands where that is said: agencies and records come in, the list stays', async () => {
    const cwd = await city()
    const { received: old } = await receivedIn(cwd)
    const ran = await merge(cwd, '--take', 'list=file')
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining(`仍以 ${old!.receipt} 为准`)])
    expect((await receivedIn(cwd)).received).toEqual(old)
  })

  it('refuses two words about the same', async () => {
    const cwd = await city()
    for (const takes of [
      ['package', 'file'],
      ['list=package', 'list=file'],
    ]) {
      const ran = await merge(cwd, ...takes.flatMap(take => ['--take', take]))
      expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('CX1430')])
    }
  })
})

describe('the same package again', () => {
  const again = (cwd: string, ...more: string[]) => here(cwd, ['submission', 'merge', first, ...more])

  it.each([
    ['what is no day', 'abc', 'CX1031'],
    ['a day to come', '2013-11-05', 'CX1038'],
    ['a day before it was packed', '2013-11-03', 'CX1444'],
  ])('is refused with %s', async (_, on, code) => {
    const cwd = await city()
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await again(cwd, '--on', on)
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining(code)])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('with another day corrects the day on which it came, and says so', async () => {
    const cwd = folder()
    const late = (line: string) => here(cwd, `--today 2013-11-08 --operator 测试员 ${line}`, { bare: true })
    copyFileSync(first, join(cwd, 'first.zip'))
    await done(cwd, 'init')
    expect((await late('submission merge first.zip')).code).toBe(0)
    const status = '--today 2013-11-08 submission status'
    expect((await receivedIn(cwd, status)).late).toBe(true)
    const before = sha256(join(cwd, 'chengxin.db'))
    const dry = await late('submission merge first.zip --on 2013-11-04 --dry-run')
    expect([dry.code, dry.stdout]).toEqual([
      0,
      expect.stringContaining('可以从 2013-11-08 更正为 2013-11-04'),
    ])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const ran = await late('submission merge first.zip --on 2013-11-04')
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('已从 2013-11-08 更正为 2013-11-04')])
    expect(ran.stdout).not.toContain('没有改变任何内容')
    const { late: isLate, received } = await receivedIn(cwd, status)
    expect([isLate, received!.on]).toEqual([false, '2013-11-04'])
    const log = await done(cwd, 'log list --json')
    const same = await late('submission merge first.zip --on 2013-11-04')
    expect(same.stdout).toContain('没有改变任何内容')
    expect((await done(cwd, 'log list --json')).stdout).toBe(log.stdout)
    expect((await here(cwd, 'log verify')).code).toBe(0)
  })

  it('with --force and no day came when it came', async () => {
    const cwd = await city()
    const before = await receivedIn(cwd)
    const line = ['--today', '2013-11-08', '--operator', '测试员', 'submission', 'merge', first, '--force']
    const ran = await here(cwd, line, { bare: true })
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('收到日期 2013-11-04')])
    expect(ran.stderr).not.toContain('CX1426')
    expect(await receivedIn(cwd)).toEqual(before)
  })

  it('of which a newer one has come since leaves the day on which the first came', async () => {
    const cwd = await city()
    copyFileSync(second, join(cwd, 'second.zip'))
    const run = (line: string) => here(cwd, `--today 2013-11-08 --operator 测试员 ${line}`, { bare: true })
    expect((await run('submission merge second.zip --take list=package')).code).toBe(0)
    expect((await run('submission merge second.zip --on 2013-11-07')).code).toBe(0)
    const { late, received } = await receivedIn(cwd, '--today 2013-11-08 submission status')
    expect([late, received!.on]).toEqual([false, '2013-11-07'])
  })
})

describe('a package beside the one that was merged', () => {
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into JSON of every shape
  type Change = (parts: Record<string, any>) => void
  const MANIFEST = 'manifest.json'
  const NOMINATION = 'data/nomination.json'
  const made = (cwd: string, change: Change) => {
    writeFileSync(join(cwd, 'q.zip'), resealed(first, change))
    return here(cwd, 'submission merge q.zip')
  }
  const nominee = (parts: Parameters<Change>[0]) =>
    parts[NOMINATION].candidates.find((c: { decision: string }) => c.decision === 'nominated')

  it.each<[string, Change, string]>([
    [
      'of another file of the district, whose log is as long',
      parts => {
        parts[MANIFEST].log.hash = 'a'.repeat(64)
      },
      '与已汇总的出自不同的文件',
    ],
    [
      'of the same log, packed before it',
      parts => {
        parts[MANIFEST].packed_on = '2013-11-03'
      },
      '早于已汇总的',
    ],
    [
      'of a shorter log',
      parts => {
        parts[MANIFEST].log.no -= 1
      },
      '早于已汇总的',
    ],
  ])('is refused: %s', async (_, change, text) => {
    const cwd = await city()
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await made(cwd, change)
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1429')])
    expect(ran.stderr).toContain(text)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('of the same log and data, packed a day later, is merged', async () => {
    const cwd = await city()
    const line = ['--today', '2013-11-05', '--operator', '测试员', 'submission', 'merge', repacked]
    const ran = await here(cwd, line, { bare: true })
    expect([ran.code, ran.stdout], ran.stderr).toEqual([0, expect.stringContaining('代替')])
  })

  it.each<[string, Change, string]>([
    [
      'a total',
      parts => {
        const { agency } = nominee(parts)
        nominee(parts).total -= 1
        const result = parts['data/results.json'].find((r: { agency: number }) => r.agency === agency)
        for (const field of ['total', 'min_total', 'max_total']) result[field] -= 1
        const indicator = Object.keys(result.scores).find(key => result.scores[key] > 0)!
        result.scores[indicator] -= 1
      },
      '推荐名单：本机“',
    ],
    [
      'a waiver',
      parts => {
        const ruling = { kind: 'share', gate: null, agency: null, method: null, tied: [] }
        parts[NOMINATION].rulings.push({ ...ruling, reason: '少', signer: '样局长', ruled_on: '2013-11-04' })
      },
      '报送包“少（样局长）”',
    ],
  ])('that says otherwise only of %s is in conflict', async (_, change, text) => {
    const cwd = await city()
    const ran = await made(cwd, parts => {
      parts[MANIFEST].log.no += 1
      change(parts)
    })
    expect([ran.code, ran.stderr.match(/CX1428/g)]).toEqual([5, ['CX1428']])
    expect(ran.stderr).toContain('--take "list=package"')
    expect(ran.stderr).toContain(text)
    const english = await here(cwd, '--lang en submission merge q.zip --take list=package')
    expect(english.stdout).toContain('Nominees')
    expect(english.stdout).not.toContain('推荐名单')
  })
})

it('whoever came in time and sent a better list afterwards is not late', async () => {
  const cwd = await city()
  copyFileSync(second, join(cwd, 'second.zip'))
  const line = '--today 2013-11-08 --operator 测试员 submission merge second.zip --take list=package'
  const ran = await here(cwd, line, { bare: true })
  expect(ran.code, ran.stderr).toBe(0)
  const { late, received } = await receivedIn(cwd)
  expect([late, received!.on]).toEqual([false, '2013-11-08'])
})

it('tells of the latest year that anything is on file of, or of the year asked for', async () => {
  const cwd = await city()
  const later = await here(cwd, '--today 2014-02-01 --operator 测试员 submission status --json', {
    bare: true,
  })
  const { year, districts } = JSON.parse(later.stdout).data
  expect(year).toBe(2013)
  expect(districts.find((d: { district: string }) => d.district === DISTRICT).received).not.toBeNull()
  expect((await receivedIn(cwd, 'submission status --year 2014')).received).toBeNull()
})
