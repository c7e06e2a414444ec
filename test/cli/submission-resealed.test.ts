// Packages that somebody put together anew, digests and seal included: they are known by what they say, nothing of them
// comes into the file, and nothing of them reaches a terminal as more than text.
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { data, done, folder, here, sha256 } from './run.ts'
import { AS_OF, districtFile, resealed } from './submission-files.ts'

let home = ''
let city = ''

beforeAll(async () => {
  home = await districtFile('平谷区')
  await done(home, 'submission pack -o package.zip')
  city = folder()
  await done(city, 'init')
  await done(city, AS_OF)
}, 120_000)

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into JSON of every shape
type Change = (parts: Record<string, any>) => void

function atCity(change: Change): string {
  const cwd = folder()
  copyFileSync(join(city, 'chengxin.db'), join(cwd, 'chengxin.db'))
  writeFileSync(join(cwd, 'p.zip'), resealed(join(home, 'package.zip'), change))
  return cwd
}

const AGENCIES = 'data/agencies.json'
const RESULTS = 'data/results.json'
const NOMINATION = 'data/nomination.json'
const RECORDS = 'data/records.json'
const MANIFEST = 'manifest.json'

const named =
  (name: string): Change =>
  parts => {
    parts[AGENCIES][0].name = name
  }

const CASES: [string, Change, string, string][] = [
  [
    'a total that is not the sum of the points',
    parts => {
      const { agency } = parts[NOMINATION].candidates[0]
      parts[RESULTS].find((r: { agency: number }) => r.agency === agency).total = 9999
      parts[NOMINATION].candidates[0].total = 9999
    },
    'CX1423',
    '各项得分之和',
  ],
  [
    'no candidates',
    parts => {
      parts[NOMINATION].candidates = []
      parts[MANIFEST].counts.nominees = 0
    },
    'CX1423',
    '至少一家推荐的机构',
  ],
  [
    'a wrong check character',
    parts => {
      const { uscc } = parts[AGENCIES][0]
      parts[AGENCIES][0].uscc = `${uscc.slice(0, -1)}${uscc.endsWith('A') ? 'B' : 'A'}`
    },
    'CX1042',
    'data/agencies.json',
  ],
  ['an empty name', named(''), 'CX1423', '不空的文字'],
  ['a name with an escape', named('甲\u001b[31m'), 'CX1013', 'U+001B'],
  ['a name that turns its direction', named('甲\u202e乙'), 'CX1013', 'U+202E'],
  ['a name with half a character', named('甲\ud800'), 'CX1013', 'U+D800'],
  ['a name without end', named('样'.repeat(30_000)), 'CX1423', '200 个字符'],
  [
    'fewer than no people',
    parts => {
      parts[AGENCIES][0].staff_count = -10
    },
    'CX1034',
    '-10',
  ],
  [
    'an agency of another district',
    parts => {
      parts[AGENCIES][0].district_code = '110105'
    },
    'CX1423',
    '另一个推荐范围',
  ],
  [
    'a license number twice',
    parts => {
      parts[AGENCIES][1].license_no = parts[AGENCIES][0].license_no
    },
    'CX1438',
    '同一家机构',
  ],
  [
    'a record that no register would take',
    parts => {
      parts[RECORDS].complaint[0].values.received_on = ''
    },
    'CX1423',
    '日期',
  ],
  [
    'more faults than a stack holds',
    parts => {
      parts[RESULTS] = Array.from({ length: 300_000 }, () => 1)
    },
    'CX1423',
    '另有 299995 处',
  ],
  [
    'an escape in the name of the district',
    parts => {
      parts[MANIFEST].district.name = '平谷区\u001b[2J'
    },
    'CX1013',
    'U+001B',
  ],
  [
    'an empty name of the district',
    parts => {
      parts[MANIFEST].district.name = ''
    },
    'CX1423',
    '不空的文字',
  ],
  [
    'a program',
    parts => {
      parts['papers/x.exe'] = new Uint8Array([77, 90])
    },
    'CX1422',
    '不该有 papers/x.exe',
  ],
  [
    'a device',
    parts => {
      parts['papers/CON.docx'] = new Uint8Array([1])
    },
    'CX1422',
    '不该有',
  ],
  [
    'a page beside the papers',
    parts => {
      parts['evil.html'] = new Uint8Array([60])
    },
    'CX1422',
    '不该有 evil.html',
  ],
  ...[2112, 1949, 99_999, -5].map((year): [string, Change, string, string] => [
    `the year ${year}`,
    parts => {
      parts[MANIFEST].evaluation.year = year
    },
    'CX1423',
    '1990 到 2100',
  ]),
]

describe('a package that was put together anew', () => {
  it.each(CASES)('is refused with %s', async (_, change, code, text) => {
    const cwd = atCity(change)
    const before = sha256(join(cwd, 'chengxin.db'))
    const check = await here(cwd, 'submission check p.zip')
    expect([check.code, check.stderr]).toEqual([3, expect.stringContaining(code)])
    expect(check.stderr).toContain(text)
    const english = await here(cwd, 'submission check p.zip --lang en')
    expect(english.stderr).toContain(code)
    const merge = await here(cwd, 'submission merge p.zip')
    expect([merge.code, merge.stderr]).toEqual([3, expect.stringContaining(code)])
    for (const ran of [check, english, merge])
      for (const char of ['\u001b', '\u202e']) expect(`${ran.stdout}${ran.stderr}`).not.toContain(char)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('tells the name that its code has here', async () => {
    const cwd = atCity(parts => {
      parts[MANIFEST].district.name = '东城区'
    })
    const merge = await here(cwd, 'submission merge p.zip')
    expect([merge.code, merge.stderr]).toEqual([5, expect.stringContaining('按代码是平谷区')])
    for (const at of [cwd, folder()]) {
      copyFileSync(join(cwd, 'p.zip'), join(at, 'q.zip'))
      const check = await here(at, 'submission check q.zip')
      expect([check.code, check.stderr.match(/CX1427/g)]).toEqual([3, ['CX1427']])
    }
  })

  it('is told of every nominee whose papers it lacks', async () => {
    const cwd = atCity(parts => {
      for (const name of Object.keys(parts)) if (name.startsWith('papers/')) delete parts[name]
    })
    const { packages } = JSON.parse((await here(cwd, 'submission check p.zip --json')).stdout).data
    const lacking = packages[0].problems.filter((p: { code: string }) => p.code === 'CX1440')
    expect(lacking).toHaveLength(packages[0].tally.nominated)
    expect(lacking[0].message).toContain('推荐表、自评总结、评估结果')
    expect((await here(cwd, 'submission merge p.zip')).stderr).toContain('CX1440')
    const whole = await here(
      atCity(() => {}),
      'submission check p.zip',
    )
    expect(whole.stderr).not.toContain('CX1440')
  })

  it('with the last log entry of the one that was merged and other data is not merged', async () => {
    const cwd = atCity(parts => {
      parts[AGENCIES][0].address = '平谷区别处1号'
    })
    await done(cwd, ['submission', 'merge', join(home, 'package.zip')])
    const ran = await here(cwd, 'submission merge p.zip --take package')
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1429')])
    expect(ran.stderr).toContain('日志相同')
    expect((await here(cwd, 'submission merge p.zip --take package --force')).code).toBe(0)
  })

  it('of a year that is neither the file’s nor the present one is told', async () => {
    const cwd = folder()
    await done(cwd, 'init')
    writeFileSync(
      join(cwd, 'p.zip'),
      resealed(join(home, 'package.zip'), parts => {
        parts[MANIFEST].evaluation.year = 2012
      }),
    )
    const ran = await here(cwd, 'submission merge p.zip')
    expect(ran.stderr).toContain('报送包是 2012 年的，今天是 2013-11-04')
    expect(await data<unknown[]>(cwd, 'agency list')).not.toEqual([])
  })

  it('tells an unknown format once', async () => {
    const cwd = atCity(parts => {
      parts[MANIFEST].format = 'other'
    })
    const ran = await here(cwd, 'submission check p.zip')
    expect(ran.stderr.match(/CX1423/g)).toHaveLength(1)
  })
})
