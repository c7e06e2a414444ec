// The demo, run twice in two folders through the built program: the same papers to the byte, the same log. Then its
// result: ties, candidates with reasons, and the papers opened and read.

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { readSheet } from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { cli, data, done, folder, here, type Ran } from './run.ts'

interface Candidate {
  district_code: string
  rank: number | null
  uscc: string | null
  name: string
  kind: 'for_profit' | 'public'
  total: string | null
  decision: 'nominated' | 'passed_over' | 'ineligible' | 'tied' | 'dropped'
  reason: string
}
interface District {
  district_code: string
  places: number
  nominated: number
  for_profit: number
  required: number
  waived: boolean
}

const one = folder()
const two = folder()
const made = join(one, 'first')
const papers = join(made, 'papers')
let runs: Ran[] = []
let list: { candidates: Candidate[]; districts: District[] }

beforeAll(async () => {
  mkdirSync(join(two, 'deep'))
  runs = await Promise.all([
    cli(one, 'demo first', { bare: true, env: { CHENGXIN_OPERATOR: '甲', TZ: 'Asia/Shanghai' } }),
    cli(join(two, 'deep'), 'demo', { bare: true, env: { CHENGXIN_TODAY: '2020-01-01', TZ: 'America/Adak' } }),
  ])
  list = await data(made, 'nomination list')
}, 60_000)

/** Name -> digest of every paper. */
const digests = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path)
      .sort()
      .map(name => [
        name,
        createHash('sha256')
          .update(readFileSync(join(path, name)))
          .digest('hex'),
      ]),
  )
const log = (path: string) => cli(path, 'log list --json')

describe('the demo', () => {
  it('ends well and lists what it wrote', () => {
    expect(
      runs.map(r => r.code),
      runs[0]!.stderr,
    ).toEqual([0, 0])
    const names = readdirSync(papers)
    // Of 127 nominees a form, a cover and a score table, of 18 districts a list; the allotment three times, gaps, page, list.
    expect(names).toHaveLength(3 * 127 + 18 + 3 + 3)
    expect(names.filter(n => n.startsWith('推荐表-'))).toHaveLength(127)
    for (const kind of ['评分表-', '自评总结-'])
      expect(names.filter(n => n.startsWith(kind))).toHaveLength(127)
    expect(names.filter(n => n.startsWith('推荐汇总表-'))).toHaveLength(18)
    for (const name of names) expect(runs[0]!.stdout).toContain(name)
  })

  it('shows each command as it would be typed', () => {
    for (const line of ['init --scheme beijing-2013', 'evaluation run', 'nomination propose', 'log verify'])
      expect(runs[0]!.stderr).toContain(`$ chengxin ${line}`)
  })

  it('writes the same papers to the byte in another folder, zone, year and by another clerk', () => {
    expect(digests(join(two, 'deep', 'chengxin-demo', 'papers'))).toEqual(digests(papers))
  })

  it('leaves the same log, entry for entry and hash for hash', async () => {
    const [a, b] = await Promise.all([log(made), log(join(two, 'deep', 'chengxin-demo'))])
    expect(a.code).toBe(0)
    expect(b.stdout).toBe(a.stdout)
    const entries = (JSON.parse(a.stdout) as { data: { command: string }[] }).data
    expect(entries.map(e => e.command)).toEqual([
      'init',
      ...['agency', 'complaint', 'penalty', 'honor', 'commitment', 'activity', 'inspection'].map(
        n => `${n} import`,
      ),
      ...['evaluation open', 'evaluation import', 'evaluation run', 'evaluation finalize'],
      'nomination propose',
      'paper import',
    ])
  })

  it('runs again in its own folder with the same outcome', async () => {
    const before = digests(join(two, 'deep', 'chengxin-demo', 'papers'))
    const ran = await cli(join(two, 'deep'), 'demo', { bare: true })
    expect(ran.code, ran.stderr).toBe(0)
    expect(digests(join(two, 'deep', 'chengxin-demo', 'papers'))).toEqual(before)
  }, 30_000)

  it('never takes away what somebody else put into its folder', async () => {
    const cwd = folder()
    mkdirSync(join(cwd, 'mine', 'papers'), { recursive: true })
    writeFileSync(join(cwd, 'mine', '.chengxin-demo'), '')
    writeFileSync(join(cwd, 'mine', 'papers', 'letter.txt'), 'dear')
    await here(cwd, 'demo mine')
    expect(readdirSync(join(cwd, 'mine', 'papers'))).toContain('letter.txt')
  }, 30_000)

  it('refuses a folder with anything else in it and leaves that as it was', async () => {
    const cwd = folder()
    mkdirSync(join(cwd, 'mine'))
    writeFileSync(join(cwd, 'mine', 'letter.txt'), 'dear')
    const ran = await cli(cwd, 'demo mine')
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('CX5012')])
    expect(readdirSync(join(cwd, 'mine'))).toEqual(['letter.txt'])
    expect(readFileSync(join(cwd, 'mine', 'letter.txt'), 'utf8')).toBe('dear')
  })
})

describe('the nomination list', () => {
  const TIED = ['91110107CXYL038679', '91110107CXYL038754']
  const of = (code: string) => list.candidates.filter(c => c.district_code === code)
  const decision = (uscc: string) => list.candidates.find(c => c.uscc === uscc)?.decision

  it('check exits with 3 and names both tied agencies of 石景山区 and nothing else', async () => {
    const names = TIED.map(uscc => list.candidates.find(c => c.uscc === uscc)!.name)
    const ran = await cli(made, 'nomination check --json')
    expect(ran.code).toBe(3)
    const { problems } = (
      JSON.parse(ran.stdout) as { data: { problems: { code: string; message: string }[] } }
    ).data
    expect(problems.map(p => p.code)).toEqual(['CX3022'])
    for (const text of [...names, '石景山区', '91.13']) expect(problems[0]!.message).toContain(text)
    const shown = await here(made, 'nomination check')
    for (const text of [...names, '石景山区']) expect(shown.stderr).toContain(text)
  })

  it('leaves the tied undecided, each naming the other, and the place open', () => {
    const tied = list.candidates.filter(c => c.decision === 'tied')
    expect(tied.map(c => c.uscc).sort()).toEqual(TIED)
    expect(new Set(tied.map(c => c.rank)).size).toBe(1)
    expect(tied[0]!.reason).toContain(tied[1]!.name)
    expect(tied[1]!.reason).toContain(tied[0]!.name)
    expect(list.districts.find(d => d.district_code === '110107')).toMatchObject({ places: 3, nominated: 2 })
  })

  it('holds every agency of the roster once, each with a reason and the keys of the contract', async () => {
    const roster = await data<{ name: string }[]>(made, 'agency list')
    expect(list.candidates.map(c => c.name).sort()).toEqual(roster.map(a => a.name).sort())
    expect(new Set(list.candidates.map(c => c.district_code)).size).toBe(18)
    for (const c of list.candidates) {
      expect(Object.keys(c)).toEqual([
        ...['district_code', 'rank', 'uscc', 'name', 'kind', 'total', 'decision', 'reason'],
      ])
      expect(c.reason, c.name).not.toBe('')
      expect(c.reason, c.name).not.toMatch(/undefined|null|NaN|\[object/)
    }
    for (const d of list.districts)
      expect(Object.keys(d)).toEqual(
        expect.arrayContaining(['district_code', 'places', 'nominated', 'for_profit', 'required', 'waived']),
      )
  })

  it('keeps places and, in districts, at least half for-profit; the figures are those of the candidates', () => {
    for (const d of list.districts) {
      const nominated = of(d.district_code).filter(c => c.decision === 'nominated')
      const forProfit = nominated.filter(c => c.kind === 'for_profit').length
      expect([d.nominated, d.for_profit], d.district_code).toEqual([nominated.length, forProfit])
      expect(d.nominated).toBeLessThanOrEqual(d.places)
      if (d.district_code !== '110000') expect(2 * forProfit).toBeGreaterThanOrEqual(nominated.length)
    }
    expect(list.districts.reduce((sum, d) => sum + d.places, 0)).toBe(130)
    expect(list.districts.reduce((sum, d) => sum + d.nominated, 0)).toBe(127)
  })

  it('never passes over a for-profit agency for one with a lower total', () => {
    for (const { district_code } of list.districts) {
      const here = of(district_code)
      const lowest = Math.min(...here.filter(c => c.decision === 'nominated').map(c => Number(c.total)))
      for (const c of here.filter(c => c.decision === 'passed_over' && c.kind === 'for_profit'))
        expect(Number(c.total), c.name).toBeLessThanOrEqual(lowest)
    }
  })

  it.each([
    ['大兴区: the higher grade wins at equal totals', '91110115CXYL046400', 'nominated'],
    ['大兴区: the lower grade is out', '91110115CXYL04544N', 'passed_over'],
    ['怀柔区: the earlier start wins', '91110116CXYL04827D', 'nominated'],
    ['怀柔区: the later start is out', '91110116CXYL04894B', 'passed_over'],
    ['门头沟区: a public body gives way to the share', '12110109CXYL039394', 'passed_over'],
    ['门头沟区: the for-profit agency behind it is in', '91110109CXYL0398X2', undefined],
    ['延庆县: a public body stays out for want of for-profit ones', '12110229CXYL050458', 'passed_over'],
    ['通州区: 36 months are full on the day', '91110112CXYL04122C', 'nominated'],
    ['通州区: a day short', '91110112CXYL040931', 'ineligible'],
    ['顺义区: a penalty of 24 months ago counts no more', '91110113CXYL04261H', 'nominated'],
    ['顺义区: a day later it counts', '91110113CXYL04333A', 'ineligible'],
    ['密云县: a license to the as-of day is valid', '91110228CXYL050027', 'nominated'],
    ['密云县: a license to the day before is not', '91110228CXYL049906', 'ineligible'],
    ['开发区: stated valid, expired', '91110302CXYL0515X5', 'ineligible'],
  ])('%s', (_, uscc, expected) => {
    if (expected !== undefined) expect(decision(uscc)).toBe(expected)
    else expect(list.candidates.some(c => c.uscc === uscc)).toBe(true)
  })

  it('tells for 延庆县 that places stay empty for want of for-profit agencies', () => {
    const { reason } = list.candidates.find(c => c.uscc === '12110229CXYL050458')!
    expect(reason).toContain('经营性')
    expect(list.districts.find(d => d.district_code === '110229')).toMatchObject({ places: 3, nominated: 2 })
  })
})

const text = (xml: string) =>
  xml
    .replaceAll('</w:p>', '\n')
    .replace(/<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
const part = (zip: PizZip, name: string) => zip.file(name)?.asText() ?? ''
const footer = (zip: PizZip) =>
  zip
    .file(/word\/footer\d*\.xml/)
    .map(f => text(f.asText()))
    .join('')
const open = (name: string) => new PizZip(readFileSync(join(papers, name)))
const named = (start: string) => readdirSync(papers).filter(n => n.startsWith(start))

describe('the recommendation forms', () => {
  it('hold the whole name, the three rows, the seal and nothing missing', () => {
    const nominees = list.candidates.filter(c => c.decision === 'nominated').map(c => c.name)
    const seen = named('推荐表-').map(file => {
      const document = part(open(file), 'word/document.xml')
      expect(document.match(/<w:tr[ >]/g), file).toHaveLength(3)
      const shown = text(document)
      expect(shown, file).toContain('公章')
      expect(shown, file).toContain('推荐表')
      expect(shown, file).not.toMatch(/【缺|\{|\}|undefined|NaN/)
      const name = nominees.find(n => shown.includes(n))
      expect(name, file).toBeDefined()
      return name
    })
    expect([...seen].sort()).toEqual([...nominees].sort())
  })

  it('hold every reason that the table of the same data has', async () => {
    const { stdout } = await done(made, 'form recommendation --district 平谷区 --format csv')
    const rows = [...stdout.matchAll(/^110117,平谷区,(\d),([^,]*),([^,]*),"([^"]*)"/gm)]
    expect(rows).toHaveLength(4)
    for (const [, number, , name = '', reasons = ''] of rows) {
      const shown = text(part(open(named(`推荐表-110117-平谷区-0${number}-`)[0]!), 'word/document.xml'))
      expect(shown).toContain(name)
      expect(reasons.split('\n').length).toBeGreaterThan(1)
      for (const reason of reasons.split('\n')) expect(shown).toContain(reason)
    }
  })

  it('state the total, the grade and the rank of the nominee', () => {
    const best = list.candidates.find(c => c.uscc === '91110117CXYL047553')!
    const shown = text(part(open(named('推荐表-110117-平谷区-01-')[0]!), 'word/document.xml'))
    expect(shown).toContain(`诚信状况评估总分${best.total}分`)
    expect(shown).toContain(`列第${best.rank}位`)
  })

  it('carry a name of sixty characters in one piece, in the paper and in its file name', () => {
    const long = list.candidates.find(c => c.uscc === '91110117CXYL047553')!.name
    expect([...long]).toHaveLength(60)
    const [file] = named('推荐表-110117-平谷区-01-')
    expect(file).toContain(long)
    expect(text(part(open(file!), 'word/document.xml'))).toContain(long)
  })

  it('are named without what Windows refuses, no two alike whatever the case', () => {
    const names = readdirSync(papers)
    for (const name of names) expect(name).not.toMatch(/[\\/:*?"<>|]|\.$/)
    expect(new Set(names.map(n => n.toLowerCase())).size).toBe(names.length)
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThan(255)
  })
})

describe('the score tables', () => {
  it('hold 22 indicators, the printed total and no gap', async () => {
    const shown = await data<{ uscc: string; total: string }[]>(made, 'evaluation show')
    const totals = new Map(shown.map(s => [s.uscc, s.total]))
    for (const file of named('评分表-')) {
      const paper = text(part(open(file), 'word/document.xml'))
      expect(paper, file).not.toMatch(/【缺|\{|\}|undefined|NaN/)
      for (const number of [1, 18, 22]) expect(paper, file).toContain(`${number}.`)
      const code = /-(\d{2}[0-9A-Z]{16})-/.exec(file)?.[1]
      if (code !== undefined) expect(paper, file).toContain(totals.get(code))
    }
  })
})

describe('the footers', () => {
  it('carry a check code each of its own and the hash of a log entry that verifies', async () => {
    const lines = [...named('推荐表-'), ...named('评分表-')].map(file => footer(open(file)))
    const found = lines.map(line =>
      /校验码 ((?:[0-9A-F]{4}-){2}[0-9A-F]{4})　2013年11月4日制　日志第(\d+)条 ([0-9a-f]{12})/.exec(line),
    )
    expect(found.every(f => f !== null)).toBe(true)
    expect(new Set(found.map(f => f![1])).size).toBe(lines.length)
    const heads = new Set(found.map(f => `${f![2]} ${f![3]}`))
    expect(heads.size).toBe(1)
    const [no, hash] = [...heads][0]!.split(' ')
    expect(no).toBe('14')
    expect((await cli(made, `log verify --expect ${hash}`)).code).toBe(0)
    // Twelve digits would be looked for among the check codes of all papers, too.
    const other = hash!.slice(0, 11).replace(/./, c => (c === '0' ? '1' : '0'))
    expect((await cli(made, `log verify --expect ${other}`)).code).toBe(3)
  })
})

describe('the allotment table', () => {
  it('has 18 rows, 130 places, the places used and the for-profit share', async () => {
    const rows = await readSheet(readFileSync(join(papers, '名额分配表.xlsx')))
    const at = rows.findIndex(row => row[0] === '区划代码')
    expect(rows[at]).toEqual([
      ...['区划代码', '推荐范围', '推荐名额', '已推荐', '剩余', '其中经营性'],
      ...['经营性应不少于', '经营性占比', '备注'],
    ])
    const body = rows.slice(at + 1, at + 19)
    expect(body.map(row => row[0])).toEqual(list.districts.map(d => d.district_code))
    expect(body.map(row => [row[2], row[3], row[5]])).toEqual(
      list.districts.map(d => [d.places, d.nominated, d.for_profit]),
    )
    for (const row of body) expect(row[4], String(row[1])).toBe(Number(row[2]) - Number(row[3]))
    expect(rows[at + 19]).toMatchObject({ 1: '合计', 2: 130, 3: 127, 4: 3 })
    const shijingshan = body.find(row => row[1] === '石景山区')!
    expect(String(shijingshan[8])).toContain('并列 2 家')
  })

  it('carries the check code and the log, and the same rows as csv', async () => {
    const rows = await readSheet(readFileSync(join(papers, '名额分配表.xlsx')))
    const notes = rows.flat().filter(cell => typeof cell === 'string' && cell.includes('校验码'))
    expect(notes).toHaveLength(1)
    expect(String(notes[0])).toMatch(/校验码 [0-9A-F-]{14}　2013年11月4日制　日志第14条 [0-9a-f]{12}/)
    const csv = readFileSync(join(papers, '名额分配表.csv'), 'utf8')
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\r\n')
    expect(csv).toHaveLength(20)
    const body = rows.filter(row => /^\d{6}$/.test(String(row[0])))
    // A share is a number, shown as a per cent.
    const told = (cell: unknown, i: number) =>
      i === 7 ? `${Math.round(Number(cell) * 1e4) / 100}%` : (cell ?? '')
    expect(csv.slice(1, 19)).toEqual(body.map(row => row.map(told).join(',')))
  })
})
