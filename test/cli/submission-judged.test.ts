// What a package is held against: the places, the share, the deadline and the scheme of whoever receives it, and never the
// word of the sender; the other districts; the values that the city keeps.
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { copied, data, done, folder, here, type Ran, sha256 } from './run.ts'
import { AS_OF, districtFile, resealed } from './submission-files.ts'

const HOMES = new Map<string, string>()
const [HERE, THERE] = ['平谷区', '门头沟区']
const MANIFEST = 'manifest.json'
const AGENCIES = 'data/agencies.json'
const NOMINATION = 'data/nomination.json'
let city = ''

beforeAll(async () => {
  for (const district of [HERE, THERE]) {
    const home = await districtFile(district)
    await done(home, 'submission pack -o p.zip')
    HOMES.set(district, home)
  }
  city = folder()
  await done(city, 'init')
}, 120_000)

const packageOf = (district: string) => join(HOMES.get(district)!, 'p.zip')

function atCity(): string {
  return copied(city)
}

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into JSON of every shape
type Change = (parts: Record<string, any>) => void

function made(cwd: string, name: string, change: Change, district = HERE): string {
  writeFileSync(join(cwd, name), resealed(packageOf(district), change))
  return name
}

interface Told {
  code: string
  message: string
}
interface Checked {
  tally: { places: number; required: number; for_profit: number }
  problems: Told[]
}
async function checked(cwd: string, line: string): Promise<{ packages: Checked[]; warnings: Told[] }> {
  const { stdout } = await here(cwd, `submission check ${line} --json`)
  const told = JSON.parse(stdout) as { data: { packages: Checked[] }; warnings: Told[] }
  return { packages: told.data.packages, warnings: told.warnings }
}
const codesOf = (told: readonly Told[]) => told.map(t => t.code)

describe('places and share', () => {
  const boasting: Change = parts => {
    Object.assign(parts[NOMINATION], { places: 400, required: 0 })
  }

  it('are those of the city’s file; where the sender says others, that is told', async () => {
    const cwd = atCity()
    const name = made(cwd, 'q.zip', boasting)
    const { packages, warnings } = await checked(cwd, name)
    expect(packages[0]!.tally).toMatchObject({ places: 4, required: 2 })
    expect(codesOf(packages[0]!.problems)).not.toContain('CX1442')
    const said = warnings.find(w => w.code === 'CX1442')!
    expect(said.message).toContain('名额 400、经营性应不少于 0 家，核对时按名额 4、应不少于 2 家')
    expect((await here(cwd, `submission check ${name}`)).stdout).toContain(
      '名额 4，经营性 4 家，应不少于 2 家',
    )
    expect((await here(cwd, `submission merge ${name}`)).stderr).toContain('CX1442')
    const again = await checked(cwd, name)
    expect(again.packages[0]!.tally).toMatchObject({ places: 4, required: 2 })
    const plain = await checked(cwd, packageOf(THERE))
    expect(codesOf(plain.warnings)).not.toContain('CX1442')
  })

  it('without a file are the scheme’s share, and places that are marked as the sender’s', async () => {
    const cwd = folder()
    const name = made(cwd, 'q.zip', boasting)
    const { stdout, stderr } = await here(cwd, `submission check ${name}`)
    expect(stdout).toContain('名额 400（对方所写），经营性 4 家，应不少于 2 家')
    expect(stderr).toContain('核对时按名额 400、应不少于 2 家')
  })

  it('of the city keep a list out that the sender calls good', async () => {
    const cwd = atCity()
    const name = made(cwd, 'q.zip', parts => {
      parts[NOMINATION].required = 0
      const nominated = parts[NOMINATION].candidates.filter(
        (c: { decision: string }) => c.decision === 'nominated',
      )
      for (const { agency } of nominated.slice(0, 3)) parts[AGENCIES][agency].kind = 'public'
    })
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, `submission merge ${name}`)
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX3021')])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('are counted by what the city keeps of the agencies', async () => {
    const cwd = atCity()
    const merge = ['submission', 'merge', packageOf(HERE)]
    await done(cwd, merge)
    const { candidates } = await data<{ candidates: { uscc: string; decision: string }[] }>(
      HOMES.get(HERE)!,
      'nomination list',
    )
    const nominees = candidates.filter(c => c.decision === 'nominated').map(c => c.uscc)
    expect(nominees).toHaveLength(4)
    for (const uscc of nominees) await done(cwd, `agency edit ${uscc} --kind 公共 --reason 核实`)
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, [...merge, '--force', '--take', 'file'])
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX3021')])
    expect(ran.stderr).toContain('推荐 4 家，其中经营性 0 家，应不少于 2 家')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const kept = nominees.slice(0, 2).flatMap(uscc => ['--take', `agency:${uscc}:kind=file`])
    await done(cwd, [...merge, '--force', '--take', 'package', ...kept])
    const { districts } = await data<{
      districts: { district: string; received: { for_profit: number; required: number } | null }[]
    }>(cwd, 'submission status')
    expect(districts.find(d => d.district === HERE)!.received).toMatchObject({ for_profit: 2, required: 2 })
  })
})

describe('a scheme', () => {
  it.each<[string, Change, string, string]>([
    [
      'that the program does not have',
      parts => {
        parts[MANIFEST].scheme.id = '__proto__'
      },
      '方案 __proto__ 不在程序内',
      'does not know scheme __proto__',
    ],
    [
      'in other words',
      parts => {
        parts[MANIFEST].scheme.sha256 = 'a'.repeat(64)
      },
      '方案 beijing-2013 的文本与程序内的不同',
      'The text of scheme beijing-2013 is not the one of the program',
    ],
  ])(
    '%s leaves places and share to the sender’s word, which is told',
    async (_, change, chinese, english) => {
      const cwd = folder()
      const name = made(cwd, 'q.zip', change)
      expect((await here(cwd, `submission check ${name}`)).stderr).toContain(chinese)
      expect((await here(cwd, `--lang en submission check ${name}`)).stderr).toContain(english)
      const sound = await here(cwd, ['submission', 'check', packageOf(HERE)])
      expect(sound.stderr).not.toContain('CX1443')
    },
  )
})

describe('lateness', () => {
  const on = (cwd: string, today: string, line: string): Promise<Ran> =>
    here(cwd, `--today ${today} --operator 测试员 submission ${line}`, { bare: true })
  const late = (ran: Ran) => ran.stderr.match(/\[CX1426\].*/g) ?? []

  it.each([null, '2013-12-31'])(
    'of the packing goes by the scheme, whatever the sender says (%s)',
    async due => {
      const cwd = atCity()
      const name = made(cwd, 'q.zip', parts => {
        parts[MANIFEST].packed_on = '2013-11-08'
        parts[NOMINATION].due_on = due
      })
      const told = ['[CX1426] 平谷区的报送包 2013-11-08 打包，期限是 2013-11-05']
      for (const at of [cwd, folder()]) {
        if (at !== cwd) copyFileSync(join(cwd, name), join(at, name))
        expect(late(await on(at, '2013-11-08', `check ${name}`))).toEqual(told)
      }
      expect(late(await on(cwd, '2013-11-09', `merge ${name}`))).toEqual(told)
    },
  )

  it.each([
    ['2013-11-05', 0],
    ['2013-11-06', 1],
  ])('of the coming is told of what was packed in time: %s', async (came, times) => {
    const cwd = atCity()
    copyFileSync(packageOf(HERE), join(cwd, 'p.zip'))
    const ran = await on(cwd, '2013-11-08', `merge p.zip --on ${came}`)
    expect([ran.code, late(ran)]).toEqual([
      0,
      Array(times).fill(`[CX1426] 平谷区的报送包 ${came} 收到，期限是 2013-11-05`),
    ])
  })
})

describe('what does not belong here', () => {
  it.each<[string, string | null, Change, string]>([
    [
      'another year',
      'evaluation open --year 2012 --as-of 2012-10-31',
      () => {},
      '报送包是 2013 年的，本机的评估是 2012 年',
    ],
    [
      'other words of the scheme',
      null,
      parts => {
        parts[MANIFEST].scheme.sha256 = 'a'.repeat(64)
      },
      '报送包所依据的方案文本（aaaaaaaaaaaa）与本机的',
    ],
    [
      'a district that is none',
      null,
      parts => {
        parts[MANIFEST].district.code = '999999'
        for (const agency of parts[AGENCIES]) agency.district_code = '999999'
      },
      '个推荐范围里没有 999999 平谷区',
    ],
  ])('is refused: %s', async (_, line, change, text) => {
    const cwd = atCity()
    if (line !== null) await done(cwd, line)
    const name = made(cwd, 'q.zip', change)
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, `submission merge ${name}`)
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('CX1427')])
    expect(ran.stderr).toContain(text)
    const check = await here(cwd, `submission check ${name}`)
    expect([check.code, check.stderr]).toEqual([3, expect.stringContaining(text)])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})

describe('one body of two districts', () => {
  /** A nominee of the other district under the code of one of this one. */
  const borrowing =
    (uscc: string): Change =>
    parts => {
      const { agency } = parts[NOMINATION].candidates.find(
        (c: { decision: string }) => c.decision === 'nominated',
      )
      parts[AGENCIES][agency].uscc = uscc
    }
  const own = async () => {
    const { candidates } = await data<{ candidates: { uscc: string; decision: string }[] }>(
      HOMES.get(HERE)!,
      'nomination list',
    )
    return candidates.find(c => c.decision === 'nominated')!.uscc
  }

  it('is told when the second is merged, which is not', async () => {
    const cwd = atCity()
    await done(cwd, ['submission', 'merge', packageOf(HERE)])
    const name = made(cwd, 'q.zip', borrowing(await own()), THERE)
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, `submission merge ${name} --take package`)
    expect([ran.code, ran.stderr.match(/CX1362/g)]).toEqual([3, ['CX1362']])
    expect(ran.stderr).toContain(HERE)
    expect(ran.stderr).toContain(THERE)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('is told of both packages when they are looked at together; two of one district have the same nominees', async () => {
    const cwd = folder()
    copyFileSync(packageOf(HERE), join(cwd, 'p.zip'))
    const name = made(cwd, 'q.zip', borrowing(await own()), THERE)
    const both = await checked(cwd, `p.zip ${name}`)
    expect(both.packages.map(p => codesOf(p.problems).filter(code => code === 'CX1362'))).toEqual([
      ['CX1362'],
      ['CX1362'],
    ])
    const again = made(cwd, 'again.zip', parts => {
      parts[MANIFEST].log.no += 1
    })
    const same = await checked(cwd, `p.zip ${again}`)
    expect(same.packages.flatMap(p => codesOf(p.problems))).not.toContain('CX1362')
  })
})

it('whose word held before is remembered for each district alone', async () => {
  const cwd = atCity()
  const shorter: Change = parts => {
    const { candidates } = parts[NOMINATION]
    const dropped = candidates.find((c: { decision: string }) => c.decision === 'nominated')
    Object.assign(dropped, { decision: 'passed_over', reason: '{"is":"full","places":3,"line":null}' })
    parts[MANIFEST].counts.nominees -= 1
    parts[MANIFEST].log.no += 1
  }
  const shortest: Change = parts => {
    shorter(parts)
    shorter(parts)
  }
  for (const district of [HERE, THERE]) await done(cwd, ['submission', 'merge', packageOf(district)])
  await done(cwd, `submission merge ${made(cwd, 'a.zip', shorter)} --take list=package`)
  const other = await here(cwd, `submission merge ${made(cwd, 'b.zip', shorter, THERE)}`)
  expect([other.code, other.stderr.includes('上次')]).toEqual([5, false])
  const own = await here(cwd, `submission merge ${made(cwd, 'c.zip', shortest)}`)
  expect([own.code, own.stderr]).toEqual([5, expect.stringContaining('（上次以报送包为准）')])
})

it('an evaluation of the city takes what is laid in', async () => {
  const cwd = atCity()
  await done(cwd, AS_OF)
  const { warnings } = await checked(cwd, packageOf(HERE))
  expect(codesOf(warnings)).toEqual([])
})
