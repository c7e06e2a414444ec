// Papers handed in, and the check of a nomination list: papers, places, nominees that are one, groups.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { creditCode } from '../../samples/generator/codes.ts'
import { at, data, done, FINALIZE, folder, HAND, here, SAMPLES, sha256 } from './run.ts'

const NAME = '北京晴禾样例人力资源有限公司'
const HEADER = '评估年度,统一社会信用代码,机构名称,主体,材料,收到日期,方案,备注'
const PAPERS = join(SAMPLES, 'city', 'papers.csv')

describe('a file of papers', () => {
  it('comes in, a second time changes nothing, and a later one changes the day', async () => {
    const cwd = await at('roster')
    const rows = [`2013,${HAND},${NAME},,推荐表,2013-10-30,,`, `2013,,${NAME},,机构自评总结,2013-10-30,,两份`]
    writeFileSync(join(cwd, 'p.csv'), `${[HEADER, ...rows].join('\n')}\n`)
    expect(await data(cwd, 'paper import p.csv')).toMatchObject({ added: 2, rejected: 0 })
    const before = sha256(join(cwd, 'chengxin.db'))
    expect(await data(cwd, 'paper import p.csv')).toMatchObject({ batch: null })
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    writeFileSync(join(cwd, 'q.csv'), `${[HEADER, rows[0]!.replace('10-30', '11-01'), rows[1]].join('\n')}\n`)
    expect(await data(cwd, 'paper import q.csv')).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
    const listed = await data<Record<string, unknown>[]>(cwd, 'paper list')
    expect(listed.map(p => [p.year, p.uscc, p.kind, p.received_on, p.scheme, p.note])).toEqual([
      [2013, HAND, 'form', '2013-11-01', null, null],
      [2013, HAND, 'self_summary', '2013-10-30', null, '两份'],
    ])
    const forms = await data<Record<string, unknown>[]>(cwd, 'paper list --state form')
    expect(forms.map(p => p.kind)).toEqual(['form'])
    expect(await data(cwd, `agency show ${HAND}`)).toMatchObject({ records: { paper: 2 } })
    const shown = (await done(cwd, 'paper list')).stdout
    for (const text of ['评估年度', '材料', '推荐表', '自评总结', '2013-11-01']) expect(shown).toContain(text)
    await done(cwd, 'import undo 3')
    expect(await data<{ received_on: string }[]>(cwd, 'paper list')).toMatchObject([
      { received_on: '2013-10-30' },
      { received_on: '2013-10-30' },
    ])
    await done(cwd, 'log verify')
  })

  it('is refused with all that is wrong, and nothing is written', async () => {
    const cwd = await at('roster')
    await done(cwd, 'subject add --kind 机构 --name 样例市场 --code JG-1 --district-code 朝阳区')
    const rows = [
      `2013,${HAND},${NAME},,推荐表,2013-11-05,,`,
      `2014,${HAND},${NAME},,推荐表,2013-10-30,,`,
      `13,${HAND},${NAME},,推荐表,2013-10-30,,`,
      `2013,${HAND},${NAME},,总结,2013-10-30,,`,
      `2013,${HAND},${NAME},,申报表,2013-10-30,linyi-2022-city,`,
      `2013,,无此机构,,推荐表,2013-10-30,,`,
      `2013,,,,推荐表,2013-10-30,,`,
      `2013,${HAND},${NAME},,推荐表,,,`,
      `2013,${HAND},${NAME},,备案表,2013-10-30,,`,
      `2013,${HAND},${NAME},,备案表,2013-10-31,,`,
      '2013,,,无此主体,申报表,2013-10-30,,',
    ]
    writeFileSync(join(cwd, 'p.csv'), `${[HEADER, ...rows].join('\n')}\n`)
    const before = sha256(join(cwd, 'chengxin.db'))
    const { problems } = await data<{ problems: { code: string; line: number; field: string }[] }>(
      cwd,
      'paper import p.csv',
      3,
    )
    expect(problems.map(p => `${p.line} ${p.code} ${p.field}`)).toEqual([
      '2 CX1038 received_on',
      '3 CX1360 year',
      '4 CX1033 year',
      '5 CX1032 kind',
      '6 CX2005 scheme',
      '7 CX1050 agency_name',
      '8 CX1023 agency_name',
      '11 CX1052 year',
      '12 CX1200 subject',
    ])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const ran = await here(cwd, '--lang en paper import p.csv')
    expect(ran.stderr).toContain('A paper received on 2013-10-30 is said to be of the evaluation of 2014')
  })

  it('passes over rows without a day, which were not received', async () => {
    const cwd = await at('roster')
    const rows = [`2013,${HAND},${NAME},,推荐表,,,`, `2013,${HAND},${NAME},,自评总结,2013-10-30,,`]
    writeFileSync(join(cwd, 'p.csv'), `${[HEADER, ...rows].join('\n')}\n`)
    const ran = await done(cwd, 'paper import p.csv')
    expect(ran.stderr).toContain('提醒[CX1204] 1 行没有填这一列')
    const listed = await data<{ kind: string }[]>(cwd, 'paper list')
    expect(listed.map(p => p.kind)).toEqual(['self_summary'])
  })

  it('of a year long past is taken with a warning', async () => {
    const cwd = await at('roster')
    writeFileSync(join(cwd, 'p.csv'), `${HEADER}\n2010,${HAND},${NAME},,推荐表,2013-10-30,,\n`)
    const ran = await done(cwd, 'paper import p.csv')
    expect(ran.stderr).toContain('[CX1360] 2013-10-30 收到的材料，评估年度写的是 2010')
  })
})

describe('one paper by hand', () => {
  it('is of an agency or of a subject, whose page shows it', async () => {
    const cwd = await at('roster')
    await done(cwd, 'subject add --kind 机构 --name 样例市场 --code JG-1 --district-code 朝阳区')
    await done(
      cwd,
      'paper add --subject JG-1 --year 2013 --kind 申报表 --scheme beijing-2013 --received-on 2013-11-01',
    )
    const [paper] = await data<Record<string, unknown>[]>(cwd, 'paper list --subject JG-1')
    expect(paper).toMatchObject({ subject: '样例市场', uscc: null, kind: 'application', district: '朝阳区' })
    expect((await done(cwd, 'subject show JG-1')).stdout).toContain('2013-11-01')
  })

  it.each([
    ['on file already', ['--kind', '推荐表'], 'CX1093'],
    ['under a scheme that is not there', ['--kind', '申报表', '--scheme', 'x'], 'CX2005'],
    ['of next year', ['--kind', '申报表', '--year', '2014'], 'CX1360'],
  ])('%s is refused, and nothing is written', async (_, fields, code) => {
    const cwd = await at('roster')
    const line = ['paper', 'add', '--agency', HAND, '--year', '2013', '--received-on', '2013-11-01']
    await done(cwd, [...line, '--kind', 'form'])
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, [...line, ...fields])
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining(`[${code}]`)])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})

interface Checked {
  problems: { code: string; message: string }[]
  districts: { district_code: string; places: number; nominated: number }[]
}
interface Candidate {
  uscc: string
  name: string
  district_code: string
  decision: string
}

describe('nomination check', () => {
  let prepared = ''
  let nominees: Candidate[] = []

  beforeAll(async () => {
    prepared = folder()
    await done(prepared, 'init')
    for (const [noun, file] of [
      ['agency', 'roster.csv'],
      ['complaint', 'complaints.csv'],
      ['penalty', 'penalties.csv'],
      ['commitment', 'commitments.csv'],
      ['inspection', 'inspection.csv'],
    ])
      await done(prepared, `${noun} import ${join(SAMPLES, 'city', file!)}`)
    await done(prepared, 'evaluation open --year 2013 --as-of 2013-10-31')
    await done(prepared, `evaluation import ${join(SAMPLES, 'city', 'scores.csv')}`)
    await done(prepared, 'evaluation run')
    await done(prepared, FINALIZE)
    await done(prepared, 'nomination propose')
    const list = await data<{ candidates: Candidate[] }>(prepared, 'nomination list')
    nominees = list.candidates.filter(c => c.decision === 'nominated')
    copyFileSync(join(prepared, 'chengxin.db'), join(prepared, 'bare.db'))
    await done(prepared, `paper import ${PAPERS}`)
  }, 60_000)

  /** A folder in which the papers are on file, or none of them. */
  function city(papers: 'papers' | 'bare' = 'papers'): string {
    const cwd = folder()
    copyFileSync(join(prepared, papers === 'bare' ? 'bare.db' : 'chengxin.db'), join(cwd, 'chengxin.db'))
    return cwd
  }
  const check = (cwd: string, line = 'nomination check', code = 3) => data<Checked>(cwd, line, code)
  const of = (found: Checked, code: string) => found.problems.filter(p => p.code === code).map(p => p.message)
  /** The first nominee of a district. */
  const nominee = (district: string, i = 0) => nominees.filter(c => c.district_code === district)[i]!

  it('names each nominee without papers, in the order of the list, behind what else is found', async () => {
    const cwd = city('bare')
    const found = await check(cwd)
    const missing = of(found, 'CX1361')
    expect(missing).toHaveLength(nominees.length)
    for (const [i, { name }] of nominees.entries())
      expect(missing[i]).toContain(`${name}缺 2013 年度的推荐表、机构自评总结`)
    expect(found.problems.map(p => p.code)).toEqual(['CX3022', ...missing.map(() => 'CX1361')])
    const shown = await here(cwd, 'nomination check')
    expect(shown.code).toBe(3)
    expect(shown.stderr).toContain(`另有 CX1361 ${found.problems.length - 20} 处；全部：加 --json`)
    expect(shown.stderr).toContain(
      `chengxin paper add --agency ${nominees[0]!.uscc} --year 2013 --kind 推荐表`,
    )
    expect(shown.stderr).toContain('名额没有用满：房山区余 1 个、延庆县余 1 个')
    const english = await here(cwd, '--lang en nomination check --district 110111')
    expect([english.code, english.stderr]).toEqual([
      3,
      expect.stringContaining('lacks papers of 2013: recommendation form, self-summary'),
    ])
  })

  it('leads to the papers once no tie is left, and then to the publicity', async () => {
    const cwd = city('bare')
    const next = async () => (await data<{ next: string }>(cwd, 'status')).next
    expect(await next()).toBe('nomination check')
    await done(cwd, 'campaign open')
    await done(cwd, `campaign outstanding 诚信服务月2013 91110107CXYL038754 --on 2013-10-31 --reason 好`)
    await done(cwd, 'nomination propose')
    expect(await next()).toBe('paper import')
    const { stdout } = await done(cwd, 'status')
    for (const text of [`${nominees.length + 1} 家材料未报齐`, 'chengxin paper import'])
      expect(stdout).toContain(text)
    await done(cwd, `paper import ${PAPERS}`)
    expect(await next()).toBe('publicity open')
    expect(await check(cwd, 'nomination check', 0)).toMatchObject({ problems: [] })
  })

  it('writes what is missing as a form, of which the rows that are filled in come in', async () => {
    const cwd = city('bare')
    const form = async () => (await done(cwd, 'paper template --format csv')).stdout.trimEnd().split('\r\n')
    const [header, ...rows] = await form()
    expect(header).toBe('\uFEFF评估年度,统一社会信用代码,机构名称,材料,收到日期,方案,备注')
    expect(rows).toHaveLength(2 * nominees.length)
    const own = (await done(cwd, 'paper template --district 110111 --format csv')).stdout
      .trimEnd()
      .split('\r\n')
    expect(own.slice(1)).toEqual(
      rows.filter(row => nominees.some(n => n.district_code === '110111' && row.includes(n.uscc))),
    )
    const told = await here(cwd, 'nomination check --district 110111')
    expect(told.stderr).not.toContain('缺材料：')
    const count = nominees.filter(n => n.district_code === '110101').length
    expect((await here(cwd, 'nomination check')).stderr).toContain(
      `；东城区推荐表 ${count} 份、机构自评总结 ${count} 份；`,
    )
    const { uscc, name } = nominees[0]!
    expect(rows[0]).toBe(`2013,${uscc},${name},推荐表,,,`)
    writeFileSync(
      join(cwd, 'f.csv'),
      `${[header, rows[0]!.replace('推荐表,', '推荐表,2013-11-04'), ...rows.slice(1)].join('\n')}\n`,
    )
    expect(await data(cwd, 'paper import f.csv')).toMatchObject({ added: 1, rejected: 0 })
    expect(await form()).toEqual([header, ...rows.slice(1)])
    await done(cwd, `paper import ${PAPERS}`)
    const nothing = await done(cwd, 'paper template --format csv -o none.csv')
    expect([nothing.stdout, nothing.stderr.trim()]).toEqual(['', '没有缺的材料，没有写出表格'])
    expect(existsSync(join(cwd, 'none.csv'))).toBe(false)
    const none = await here(await at('finalized'), 'paper template')
    expect([none.code, none.stderr]).toEqual([4, expect.stringContaining('CX3024')])
  })

  it('finds nothing but the tie once all papers are on file', async () => {
    expect((await check(city())).problems.map(p => p.code)).toEqual(['CX3022'])
  })

  it('does not count papers of another year or scheme, and takes back what was corrected', async () => {
    const cwd = city()
    const { name, uscc } = nominee('110101')
    const papers = await data<{ id: number; kind: string }[]>(cwd, `paper list --agency ${uscc}`)
    const form = papers.find(p => p.kind === 'form')!.id
    await done(cwd, `paper edit ${form} --year 2012 --reason 上年的`)
    expect(of(await check(cwd), 'CX1361')).toEqual([expect.stringContaining(`${name}缺 2013 年度的推荐表`)])
    await done(cwd, 'scheme add zhoushan-2019')
    await done(cwd, `paper edit ${form} --year 2013 --scheme zhoushan-2019 --reason 另一方案`)
    expect(of(await check(cwd), 'CX1361')).toHaveLength(1)
    await done(cwd, `paper edit ${form} --scheme beijing-2013 --reason 改回`)
    expect(of(await check(cwd), 'CX1361')).toEqual([])
  })

  it('looks at one district where one is named', async () => {
    const cwd = city('bare')
    const found = await check(cwd, 'nomination check --district 东城区')
    expect(found.districts.map(d => d.district_code)).toEqual(['110101'])
    const own = nominees.filter(c => c.district_code === '110101')
    expect(found.problems.map(p => p.code)).toEqual(own.map(() => 'CX1361'))
    await done(cwd, `paper import ${PAPERS}`)
    const ran = await done(cwd, 'nomination check --district 110101')
    expect(ran.stderr).toContain('推荐名单没有问题')
    expect((await here(cwd, 'nomination check --district 无此区')).code).not.toBe(0)
  })

  it('finds more nominees than places, with the other findings', async () => {
    const cwd = city()
    const quota = readFileSync(join(SAMPLES, 'city', 'quota.csv'), 'utf8')
    writeFileSync(
      join(cwd, 'q.csv'),
      quota.replace('东城区,10,', '东城区,8,').replace('合计,130', '合计,128'),
    )
    await done(cwd, 'quota import q.csv')
    const found = await check(cwd)
    expect(of(found, 'CX3020')).toEqual([expect.stringContaining('东城区推荐 10 家，超过名额 8 家')])
    // Two that the rules would leave out now, and whoever's reason names the places.
    expect(new Set(found.problems.map(p => p.code))).toEqual(new Set(['CX3020', 'CX3022', 'CX3025']))
  })

  it('finds one body in two districts: by the organization in its code, by license, by name', async () => {
    const cwd = city()
    const [a, b] = [nominee('110101'), nominee('110105')]
    const serial = Number(a.uscc.slice(12, 16))
    const again = creditCode('91', '110105', serial)
    await done(cwd, `agency edit ${b.uscc} --uscc ${again} --reason 更正`)
    const codes = of(await check(cwd), 'CX1362')
    expect(codes).toEqual([expect.stringContaining(`主体标识码）“${a.uscc}”被推荐不止一次`)])
    for (const text of [`${a.name}（东城区，${a.uscc}）`, `${b.name}（朝阳区，${again}）`])
      expect(codes[0]).toContain(text)
    for (const district of ['东城区', '朝阳区'])
      expect(of(await check(cwd, `nomination check --district ${district}`), 'CX1362')).toEqual(codes)
    expect(of(await check(cwd, 'nomination check --district 石景山区'), 'CX1362')).toEqual([])

    const other = city()
    const license = (await data<{ license_no: string }>(other, `agency show ${a.uscc}`)).license_no
    const spaced = license.replace('第', ' 第')
    await done(other, ['agency', 'edit', b.uscc, '--license-no', spaced, '--reason', '更正'])
    expect(of(await check(other), 'CX1362')).toEqual([expect.stringContaining('同一编号')])

    const third = city()
    await done(third, ['agency', 'edit', b.uscc, '--name', `${a.name} `, '--reason', '更正'])
    expect(of(await check(third), 'CX1362')).toEqual([expect.stringContaining(`同一名称“${a.name}”`)])
  })

  it('warns of two nominees of one group, and has no fault to tell of that alone', async () => {
    const cwd = city()
    const [a, b, c] = [nominee('110101'), nominee('110105'), nominee('110102')]
    for (const [{ uscc }, group] of [
      [a, '样例集团'],
      [b, '样例　集团'],
      [c, '另一集团'],
    ] as const)
      await done(cwd, ['agency', 'edit', uscc, '--corporate-group', group, '--reason', '补记'])
    const ran = await done(cwd, 'nomination check --district 110101')
    expect(ran.stderr).toContain('提醒[CX1363] 同属“样例集团”的有：')
    for (const { name } of [a, b]) expect(ran.stderr).toContain(name)
    expect(ran.stderr).not.toContain(c.name)
    const answer = JSON.parse((await done(cwd, 'nomination check --district 朝阳区 --json')).stdout) as {
      data: Checked
      warnings: { code: string }[]
    }
    expect(answer.data.problems).toEqual([])
    expect(answer.warnings.map(w => w.code)).toEqual(['CX1363'])
    const table = await done(cwd, 'nomination check --district 朝阳区 --format csv')
    expect(table.stderr.match(/CX1363/g)).toHaveLength(1)
    const whole = JSON.parse((await here(cwd, 'nomination check --json')).stdout) as typeof answer
    expect([whole.data.problems.map(p => p.code), whole.warnings.length]).toEqual([['CX3022'], 1])
    const elsewhere = JSON.parse((await done(cwd, 'nomination check --district 110102 --json')).stdout)
    expect(elsewhere.warnings).toEqual([])
  })
})

describe('an institution', () => {
  it('needs the application that the scheme asks for, and counts for its agency’s group', async () => {
    const cwd = await at('roster')
    await done(cwd, 'scheme add linyi-2022-city')
    for (const [code, name, agency] of [
      ['JG-1', '样例市场甲', HAND],
      ['JG-2', '样例市场乙', HAND],
      ['JG-3', '样例市场丙', null],
    ])
      await done(cwd, [
        ...['subject', 'add', '--kind', '机构', '--type', '零工市场', '--name', name!, '--code', code!],
        ...['--district-code', '朝阳区', ...(agency === null ? [] : ['--agency', agency!])],
      ])
    await done(cwd, 'evaluation open --scheme linyi-2022-city --year 2013 --as-of 2013-10-31')
    await done(cwd, 'evaluation run')
    await done(cwd, FINALIZE)
    await done(cwd, 'nomination propose')
    // Nobody passes; the check is about who is on the list.
    const db = new Database(join(cwd, 'chengxin.db'))
    db.exec("UPDATE subject_nomination SET decision = 'nominated', total = 9000")
    db.close()
    const missing = async () =>
      (await data<Checked>(cwd, 'nomination check', 3)).problems.filter(p => p.code === 'CX1361')
    expect((await missing()).map(p => p.message)).toEqual(
      ['甲', '乙', '丙'].map(x => expect.stringContaining(`样例市场${x}缺 2013 年度的申报表`)),
    )
    expect((await missing())[0]!.message).toContain('--subject JG-1')
    const form = (await done(cwd, 'paper template --format csv')).stdout.split('\r\n')
    expect(form.slice(0, 2)).toEqual([
      '\uFEFF评估年度,材料,收到日期,方案,备注,主体',
      '2013,申报表,,linyi-2022-city,,样例市场甲',
    ])
    const apply = 'paper add --year 2013 --kind 申报表 --received-on 2013-11-01'
    await done(cwd, `${apply} --subject JG-1`)
    await done(cwd, `${apply} --subject JG-2 --scheme linyi-2022-city`)
    await done(cwd, `${apply} --subject JG-3 --scheme beijing-2013`)
    expect((await missing()).map(p => p.message)).toEqual([expect.stringContaining('样例市场丙')])

    await done(cwd, ['agency', 'edit', HAND, '--corporate-group', '样例集团', '--reason', '补记'])
    const { stderr } = await here(cwd, 'nomination check')
    expect(stderr).toMatch(
      /CX1363\] 同属“样例集团”的有：样例市场甲（朝阳区，JG-1）、样例市场乙（朝阳区，JG-2）/,
    )
  })
})

describe('the group of an agency', () => {
  it('comes with the roster, is listed, corrected, exported and told in its history', async () => {
    const cwd = await at('roster')
    const { stdout } = await done(cwd, 'agency export')
    const [header, ...rows] = stdout.replace('\uFEFF', '').split('\r\n')
    const column = header!.split(',').indexOf('所属集团')
    const own = rows.findIndex(row => row.includes(HAND))
    const cells = rows[own]!.split(',')
    cells[column] = '样例集团'
    writeFileSync(join(cwd, 'r.csv'), `${header!.replace('所属集团', '集团公司')}\n${cells.join(',')}\n`)
    expect(await data(cwd, 'agency import r.csv')).toMatchObject({ changed: 1 })
    expect(await data(cwd, `agency show ${HAND}`)).toMatchObject({ corporate_group: '样例集团' })
    expect((await done(cwd, `agency show ${HAND}`)).stdout).toContain('所属集团：样例集团')
    await done(cwd, ['agency', 'edit', HAND, '--corporate-group', '', '--reason', '已退出'])
    const history = await data<{ field: string; before: string | null; after: string | null }[]>(
      cwd,
      `agency history ${HAND}`,
    )
    expect(history.filter(c => c.field === 'corporate_group').map(c => [c.before, c.after])).toEqual([
      [null, '样例集团'],
      ['样例集团', null],
    ])
  })

  it('is no part of what an evaluation is computed from', async () => {
    const cwd = await at('run')
    await done(cwd, ['agency', 'edit', HAND, '--corporate-group', '样例集团', '--reason', '补记'])
    expect(await data(cwd, 'evaluation run')).toMatchObject({ changed: false })
    expect(await data(cwd, 'status')).toMatchObject({ evaluation: { stale: false } })
  })
})
