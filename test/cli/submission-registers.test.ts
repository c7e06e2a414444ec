// What becomes of a package's agencies and records in the registers of the city: what is empty is filled and told, what is
// another's is refused, and nobody moves to another district unsaid.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { copied, data, done, folder, here, sha256 } from './run.ts'
import { bringIn, districtFile, resealed } from './submission-files.ts'

const DISTRICT = '平谷区'
const NOMINEE = '91110117CXYL04683A'
let home = ''
let city = ''

beforeAll(async () => {
  home = await districtFile(DISTRICT)
  await done(home, 'submission pack -o p.zip')
  city = folder()
  await done(city, 'init')
  await bringIn(city, DISTRICT, ['agency'])
}, 60_000)

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into JSON of every shape
function atCity(change: (parts: Record<string, any>) => void = () => {}): string {
  const cwd = copied(city)
  writeFileSync(join(cwd, 'p.zip'), resealed(join(home, 'p.zip'), change))
  return cwd
}

interface Agency {
  uscc: string | null
  license_no: string | null
  name: string
  district: string
  address: string | null
}
const agencyAt = async (cwd: string, uscc = NOMINEE) =>
  (await data<Agency[]>(cwd, 'agency list')).find(a => a.uscc === uscc)!

describe('an agency', () => {
  it('is filled where the city has nothing; that is told and stays in the log', async () => {
    const cwd = atCity()
    const { address } = await agencyAt(cwd)
    await done(cwd, ['agency', 'edit', NOMINEE, '--address', '', '--reason', '待核'])
    const place = `agency:${NOMINEE}:address`
    const plan = await data<{ settled: unknown[]; conflicts: unknown[] }>(
      cwd,
      'submission merge p.zip --dry-run',
    )
    expect(plan.conflicts).toEqual([])
    expect(plan.settled).toEqual([
      expect.objectContaining({ place, here: null, there: address, taken: null }),
    ])
    const merged = await done(cwd, 'submission merge p.zip')
    expect(merged.stdout).toMatch(new RegExp(`补上 .+ .*地址：${address}`))
    expect((await agencyAt(cwd)).address).toBe(address)
    const log = await data<{ command: string; summary: { taken?: unknown } }[]>(cwd, 'log list')
    const entry = log.find(e => e.command === 'submission merge')!
    expect(JSON.stringify(entry)).toContain(place)
  })

  it('moves from another district only where that is said of it alone', async () => {
    const cwd = atCity()
    await done(cwd, ['agency', 'edit', NOMINEE, '--district', '怀柔区', '--reason', '迁址'])
    const before = sha256(join(cwd, 'chengxin.db'))
    for (const all of ['package', 'file']) {
      const ran = await here(cwd, `submission merge p.zip --take ${all}`)
      expect([ran.code, ran.stderr.match(/CX1428/g)]).toEqual([5, ['CX1428']])
      expect(ran.stderr).toContain(`agency:${NOMINEE}:district_code=package`)
    }
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    await done(cwd, `submission merge p.zip --take agency:${NOMINEE}:district_code=package`)
    expect((await agencyAt(cwd)).district).toBe(DISTRICT)
  })

  it('that is two in the package and one here is refused', async () => {
    const both = await agencyAt(city)
    const other = (await data<Agency[]>(city, 'agency list')).find(
      a => a.uscc !== NOMINEE && a.uscc && a.license_no,
    )!
    const cwd = atCity(parts => {
      const agencies = parts['data/agencies.json'] as Partial<Agency>[]
      const one = agencies.find(a => a.uscc === NOMINEE)!
      const two = agencies.find(a => a.uscc === other.uscc)!
      Object.assign(two, { name: both.name, license_no: both.license_no })
      delete two.uscc
      delete one.license_no
    })
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, 'submission merge p.zip --take package')
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1438')])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})

describe('a record', () => {
  it('with the number of a plate that another agency has at the city is refused', async () => {
    const cwd = atCity(parts => {
      parts['data/records.json'].honor[0].values.plate_no = 'P-0900'
    })
    await bringIn(cwd, '怀柔区', ['agency'])
    const { uscc } = (await data<Agency[]>(cwd, 'agency list --district 怀柔区')).find(a => a.uscc !== null)!
    const honor = '--title 诚信示范单位 --level 区级 --granted-on 2013-10-08 --plate-no P-0900'
    await done(cwd, `honor add --agency ${uscc} ${honor}`)
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, 'submission merge p.zip')
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1151')])
    expect(ran.stderr).toContain('P-0900')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})
