// Packages that somebody put together anew, digests and seal included: they are known by what they say, nothing of them
// comes into the file, and nothing of them reaches a terminal as more than text.
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { unpackAll } from '../../src/formats/archive.ts'
import { zipOf } from '../../src/formats/zip-stable.ts'
import { copied, data, done, folder, here, sha256 } from './run.ts'
import { AS_OF, districtFile, type Listed, resealed } from './submission-files.ts'

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

function atCity(change: Change, list?: (parts: Listed[]) => Listed[]): string {
  const cwd = copied(city)
  writeFileSync(join(cwd, 'p.zip'), resealed(join(home, 'package.zip'), change, list))
  return cwd
}

const AGENCIES = 'data/agencies.json'
const RESULTS = 'data/results.json'
const NOMINATION = 'data/nomination.json'
const RECORDS = 'data/records.json'
const SHEETS = 'data/sheets.json'
const OVERRIDES = 'data/overrides.json'
const MANIFEST = 'manifest.json'

const named =
  (name: string): Change =>
  parts => {
    parts[AGENCIES][0].name = name
  }

const papers = (parts: object) => Object.keys(parts).filter(name => name.startsWith('papers/'))

/** A Word file with a part changed, added, or, where there is nothing, taken out. */
function wordWith(docx: Uint8Array, name: string, text: string | null): Uint8Array {
  const found = unpackAll(docx, 10_000_000)
  if ('fault' in found) throw new Error(found.fault.kind)
  const others = found.parts.filter(p => p.name !== name).map(p => ({ name: p.name, bytes: p.content }))
  return zipOf(text === null ? others : [...others, { name, bytes: new TextEncoder().encode(text) }], '')
}

const paper =
  (change: (docx: Uint8Array) => Uint8Array): Change =>
  parts => {
    const name = papers(parts)[0]!
    parts[name] = change(parts[name])
  }

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'

const NO_PAPER: [string, Change][] = [
  ['nothing', paper(() => new Uint8Array())],
  ['a page', paper(() => new TextEncoder().encode('<script>alert(1)</script>'))],
  ['half of it', paper(docx => docx.slice(0, docx.length / 2))],
  ['no body', paper(docx => wordWith(docx, 'word/document.xml', null))],
  ['a body that is no XML', paper(docx => wordWith(docx, 'word/document.xml', '<w:document>'))],
  ['a macro', paper(docx => wordWith(docx, 'word/vbaProject.bin', 'x'))],
  [
    'a template from elsewhere',
    paper(docx =>
      wordWith(
        docx,
        'word/_rels/settings.xml.rels',
        `<Relationships xmlns="${RELATIONS}"><Relationship Id="a" Type="t" Target="http://x/" TargetMode="External"/></Relationships>`,
      ),
    ),
  ],
]

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
    'points set by hand that are not those of the result',
    parts => {
      parts[OVERRIDES].push({ agency: 0, indicator: 1, points: 99_999, reason: '复核', document: '样文' })
    },
    'CX1423',
    '与评估结果里这一项相同的得分',
  ],
  [
    'a ruling that drops nobody',
    parts => {
      parts[NOMINATION].rulings.push({
        ...{ kind: 'drop', gate: null, agency: null, method: null, reason: '样由', signer: '样局长' },
        ...{ ruled_on: '2013-11-01', tied: [] },
      })
    },
    'CX1423',
    '人工增列、人工撤下写明一家机构',
  ],
  [
    'a sheet twice',
    parts => {
      parts[SHEETS].push(parts[SHEETS][0])
      parts[MANIFEST].counts.sheets++
    },
    'CX1423',
    '只有一处',
  ],
  [
    'a record twice',
    parts => {
      parts[RECORDS].complaint.push(parts[RECORDS].complaint[0])
      parts[MANIFEST].counts.records++
    },
    'CX1423',
    '只有一处',
  ],
  [
    'a record of a day to come',
    parts => {
      parts[RECORDS].complaint[0].values.received_on = '2050-01-01'
    },
    'CX1423',
    '不晚于打包日期',
  ],
  [
    'a list of nobody',
    parts => {
      for (const c of parts[NOMINATION].candidates)
        if (c.decision === 'nominated') Object.assign(c, { decision: 'passed_over', reason: '{"is":"full"}' })
      parts[MANIFEST].counts.nominees = 0
    },
    'CX1423',
    '至少一家推荐的机构',
  ],
  [
    'more points than the scheme gives, and the total that they make',
    parts => {
      const { agency } = parts[NOMINATION].candidates[0]
      const result = parts[RESULTS].find((r: { agency: number }) => r.agency === agency)
      const total = result.total + 9999 - result.scores[1]
      Object.assign(result, { total, min_total: total, max_total: total })
      result.scores[1] = 9999
      parts[NOMINATION].candidates[0].total = total
    },
    'CX1423',
    '应为：0 到 2.5',
  ],
  [
    'a rating of no indicator',
    parts => {
      parts[SHEETS][0].ratings[77] = 5
    },
    'CX1423',
    '[0].ratings.77 不是应有的内容（应为：方案里的指标）',
  ],
  [
    'another edition of the format',
    parts => {
      parts[MANIFEST].format_version = 2
    },
    'CX1424',
    '第 2 版',
  ],
  [
    'a day of packing to come',
    parts => {
      parts[MANIFEST].packed_on = '2099-01-01'
    },
    'CX1444',
    '早于打包日期 2099-01-01',
  ],
  [
    'a part that is neither there nor listed',
    parts => {
      delete parts[RECORDS]
    },
    'CX1422',
    '缺少 data/records.json',
  ],
  [
    'papers of another format',
    parts => {
      for (const name of papers(parts)) {
        parts[name.replace('.docx', '.html')] = new TextEncoder().encode('<script>alert(1)</script>')
        delete parts[name]
      }
    },
    'CX1422',
    '不该有 papers/',
  ],
  ...NO_PAPER.map(([what, change]): [string, Change, string, string] => [
    `a paper that is ${what}`,
    change,
    'CX1422',
    '不是完好的 Word 文件',
  ]),
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

  it.each<[string, (parts: Listed[]) => Listed[], string]>([
    ['twice', parts => [...parts, parts[0]!], '有两份'],
    [
      'longer than it is',
      ([first, ...parts]) => [{ ...first!, bytes: first!.bytes + 1 }, ...parts],
      '与清单上的校验值不符',
    ],
  ])('is refused with a part that is listed %s', async (_, list, text) => {
    const ran = await here(
      atCity(() => {}, list),
      'submission check p.zip',
    )
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining(text)])
    expect(ran.stderr.match(/CX1422/g)).toHaveLength(1)
  })

  it('is told by itself, without a file beside it, as it is told by a city', async () => {
    const cwd = atCity(parts => {
      parts[RESULTS][0].grade = 'Z'
      parts[NOMINATION].candidates[0].rank = 99
    })
    const alone = folder()
    copyFileSync(join(cwd, 'p.zip'), join(alone, 'p.zip'))
    const codesIn = async (at: string) => {
      const { packages } = JSON.parse((await here(at, 'submission check p.zip --json')).stdout).data
      return packages[0].problems.map((p: { message: string }) => p.message).sort()
    }
    const told = await codesIn(alone)
    expect(told.length).toBeGreaterThan(1)
    expect(await codesIn(cwd)).toEqual(told)
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
