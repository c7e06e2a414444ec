// A second package of the same district: what its list says otherwise than the first is a person's to decide.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { data, done, folder, here, sha256 } from './run.ts'
import { districtFile, listOf } from './submission-files.ts'

const DISTRICT = '门头沟区'
let first = ''
let second = ''
let dropped = ''

beforeAll(async () => {
  const home = await districtFile(DISTRICT)
  await done(home, 'submission pack -o first.zip')
  first = join(home, 'first.zip')
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
