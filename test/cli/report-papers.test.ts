// The summaries of the integrity month and of the year: figures counted by hand in the samples, or in the database and the
// reports that show the same, and what the papers make of them.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { tablesOf, textsOf } from './paper-texts.ts'
import { at, data, done, five, HAND, here, SAMPLES, sha256 } from './run.ts'

const db = (cwd: string) => sha256(join(cwd, 'chengxin.db'))
const SECOND = '91110108CXJG00023F'

async function fiveYear(): Promise<string> {
  const cwd = await at('finalized')
  for (const [noun, file] of [
    ['sanction', 'sanctions'],
    ['listing', 'listings'],
    ['incentive', 'incentives'],
    ['system', 'systems'],
  ])
    await done(cwd, `${noun} import ${five(file!)}`)
  const commitments = ['承诺书类型,统一社会信用代码,机构名称,签署日期,签署人数']
  commitments.push(`机构,${HAND},北京晴禾样例人力资源有限公司,2013-10-08,`)
  commitments.push(`从业人员,${HAND},北京晴禾样例人力资源有限公司,2013-10-08,40`)
  writeFileSync(join(cwd, 'c.csv'), commitments.join('\n'))
  await done(cwd, 'commitment import c.csv')
  return cwd
}

interface Part {
  rates: Record<string, number | string | null>
  complaints: { received: number; upheld: number; closed_rate: string | null; on_time_rate: string | null }
  penalties: { count: number; revoked: number; kinds: object[] }
  sanctions: { count: number; kinds: object[] }
  coverage: { to_inspect: number; inspected: number; rate: string | null }
  inspections: object
  problems: { kind: string; count: number }[]
  evaluations: {
    evaluated: number
    counted: number
    mean: string | null
    median: string | null
    outcomes: { kind: string; count: number }[]
    nominated: number
  }[]
  titles: { granted: object[]; revoked: object[] }
  listings: object
  incentives: object[]
}
interface Year extends Part {
  year: number
  on: string
  districts: (Part & { district_code: string; district: string })[]
  previous: (Omit<Part, 'rates'> & { year: number }) | null
  trends: { name: string; before: string | null; now: string | null; change: string | null }[]
  spring: { id: string; value: number | string | null }[]
}

describe('the figures of the year of the five', () => {
  it('are those that a person counts', async () => {
    const year = await data<Year>(await fiveYear(), 'report year')
    expect(year).toMatchObject({ year: 2013, on: '2013-11-04' })
    // Four on the roll (the license of the third ran out); one of them signed, with 40 of its 42 heads; 42+18+25+4.
    expect(year.rates).toEqual({
      ...{ agencies: 4, agency_signed: 1, staff: 89, staff_signed: 40, staff_unknown: 0, archives: 1 },
      ...{ agency_rate: '25', staff_rate: '44.94', archive_rate: '25' },
    })
    // Five received, three upheld, one open; one closed late and one open past its day.
    expect(year.complaints).toMatchObject({
      received: 5,
      upheld: 3,
      closed: { of: 5, n: 4 },
      on_time: { of: 5, n: 3 },
    })
    expect(year.complaints).toMatchObject({ closed_rate: '80', on_time_rate: '60' })
    expect(year.penalties).toEqual({ count: 1, kinds: [{ kind: '罚款', count: 1 }], revoked: 1 })
    expect(year.sanctions).toEqual({
      count: 3,
      kinds: [
        { kind: '约谈', count: 1 },
        { kind: '责令整改', count: 2 },
      ],
    })
    expect(year.coverage).toEqual({ to_inspect: 4, inspected: 4, license_unknown: 0, rate: '100' })
    // Three were to put something right: one did in time, one late, one not at all.
    expect(year.inspections).toEqual({ visits: 5, ordered: 3, rectified: 2, late: 1, overdue: 1 })
    expect(year.problems.reduce((sum, p) => sum + p.count, 0)).toBe(6)
    expect(year.titles).toEqual({
      granted: [{ kind: '诚信服务标兵', count: 1 }],
      revoked: [{ kind: '诚信示范单位', count: 1 }],
    })
    expect(year.listings).toEqual({ red: 0, black: 1, exited: 0 })
    expect(year.incentives).toEqual([
      { kind: 'procurement', count: 1 },
      { kind: 'ban', count: 1 },
    ])
    expect(year.evaluations).toMatchObject([{ counted: 1, mean: '77.75', median: '77.75', nominated: 0 }])
    expect(year.spring.find(f => f.id === 'ordered')?.value).toBe(2)
  })

  it('of a district are those of its agency, and none has a rate of nothing', async () => {
    const cwd = await fiveYear()
    const { districts } = await data<Year>(cwd, 'report year')
    expect(districts.map(d => d.district)).toEqual(['东城区', '朝阳区', '海淀区', '丰台区', '密云县'])
    const one = await data<Year>(cwd, 'report year --district 朝阳区')
    const { district_code: _code, district: _name, ...own } = districts[1]!
    expect(one).toMatchObject(own)
    expect(one.districts).toHaveLength(1)
    const [east] = districts
    // Its only agency is off the roll.
    expect(east!.rates).toMatchObject({
      agencies: 0,
      agency_rate: null,
      staff_rate: null,
      archive_rate: null,
    })
    // Closed after its day; and its license is stated to have run out.
    expect(east!.complaints).toMatchObject({ received: 1, closed_rate: '100', on_time_rate: '0' })
    expect(east!.coverage).toMatchObject({ to_inspect: 0, inspected: 0, rate: null })
  })

  it('are held against the year before where anything of it is on file', async () => {
    const cwd = await fiveYear()
    const { previous, trends } = await data<Year>(cwd, 'report year')
    // One penalty of December 2012, one entry taken off the black list in November.
    expect(previous).toMatchObject({ year: 2012, penalties: { count: 1 }, complaints: { received: 0 } })
    expect(previous).not.toHaveProperty('rates')
    const of = (name: string) => trends.find(t => t.name === name)
    expect(of('complaints_received')).toMatchObject({ before: '0', now: '5', change: '+5' })
    expect(of('closed_rate')).toMatchObject({ before: null, now: '80', change: null })
    expect(of('penalties')).toMatchObject({ before: '1', now: '1', change: '0' })
    // Two honors of December 2012.
    expect(of('titles_granted')).toMatchObject({ before: '2', now: '1', change: '-1' })
    expect(of('visits')).toMatchObject({ before: null, now: '5', change: null })
    const bare = await at('roster')
    const alone = await data<Year>(bare, 'report year')
    expect([alone.previous, alone.trends]).toEqual([null, []])
  })

  it('of a year that is over are as of its last day; a year to come is refused', async () => {
    const cwd = await fiveYear()
    const year = await data<Year>(cwd, 'report year --year 2012')
    expect(year).toMatchObject({
      year: 2012,
      on: '2012-12-31',
      penalties: { count: 1 },
      listings: { exited: 1 },
    })
    const ran = await here(cwd, 'report year --year 2014')
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('CX6002')])
  })
})

describe('the figures of the year of the city', () => {
  it('are those of the reports that tell the same, and of the database', async () => {
    const cwd = await at('init')
    const city = (name: string) => join(SAMPLES, 'city', `${name}.csv`)
    for (const [noun, file] of [
      ['agency', 'roster'],
      ['complaint', 'complaints'],
      ['penalty', 'penalties'],
      ['honor', 'honors'],
      ['commitment', 'commitments'],
      ['inspection', 'inspection'],
    ])
      await done(cwd, `${noun} import ${city(file!)}`)
    await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
    await done(cwd, `evaluation import ${city('scores')}`)
    await done(cwd, 'evaluation run')
    const year = await data<Year>(cwd, 'report year')
    const rates = await data<{ total: object; districts: { district: string }[] }>(cwd, 'commitment rates')
    expect({ district_code: null, district: null, ...year.rates }).toEqual(rates.total)
    for (const row of rates.districts)
      expect(row).toMatchObject(year.districts.find(d => d.district === row.district)!.rates)
    const cases = await data<{ district: string | null }[]>(cwd, 'complaint rates')
    for (const row of cases)
      expect(row).toMatchObject(
        row.district === null
          ? year.complaints
          : year.districts.find(d => d.district === row.district)!.complaints,
      )
    const coverage = await data<{ rows: { district: string | null }[] }>(cwd, 'inspection coverage')
    for (const { district, ...row } of coverage.rows) {
      const part = district === null ? year : year.districts.find(d => d.district === district)!
      expect(row).toMatchObject(part.coverage)
    }
    const file = new Database(join(cwd, 'chengxin.db'), { readonly: true })
    const count = (sql: string) => file.prepare(sql).pluck().get() as number
    const in2013 = (day: string) => `${day} BETWEEN '2013-01-01' AND '2013-11-04'`
    expect(year.penalties.count).toBe(
      count(`SELECT count(*) FROM penalty WHERE ${in2013('decision_date')} AND status <> 'revoked'`),
    )
    expect(year.inspections).toMatchObject({
      visits: count(`SELECT count(*) FROM inspection WHERE ${in2013('date')}`),
      ordered: count(`SELECT count(*) FROM inspection WHERE ${in2013('date')} AND rectify_due IS NOT NULL`),
    })
    expect(year.problems.reduce((sum, p) => sum + p.count, 0)).toBe(
      count(
        `SELECT count(*) FROM inspection i, json_each(i.items) j WHERE ${in2013('i.date')} AND j.value = 'fail'`,
      ),
    )
    // Means and medians of each district from the results as they are shown.
    const shown = await data<{ district_code: string; total: string | null; grade: string | null }[]>(
      cwd,
      'evaluation show',
    )
    for (const part of [...year.districts, { ...year, district_code: null }]) {
      const own = shown.filter(r => part.district_code === null || r.district_code === part.district_code)
      const totals = own
        .flatMap(r => (r.total === null ? [] : [Number(r.total.replace('.', ''))]))
        .sort((a, b) => a - b)
      const [evaluation] = part.evaluations
      const n = totals.length
      const sum = totals.reduce((a, b) => a + b, 0)
      const rounded = Math.floor((2 * sum + n) / (2 * n))
      expect(evaluation).toMatchObject({ evaluated: own.length, counted: n })
      expect(Number(evaluation!.mean!.replace('.', ''))).toBe(rounded)
      const middle = totals[Math.floor((n - 1) / 2)]! + totals[Math.floor(n / 2)]!
      expect(Number(evaluation!.median!.replace('.', ''))).toBe(Math.floor((middle + 1) / 2))
      for (const { kind, count: many } of evaluation!.outcomes)
        expect(own.filter(r => (r.grade ?? '未定') === kind).length, kind).toBe(many)
    }
    file.close()
  }, 60_000)
})

describe('report year as a paper', () => {
  it('says every figure, in prose and in tables, and asks a person for the rest', async () => {
    const cwd = await fiveYear()
    const before = db(cwd)
    await done(cwd, 'report year -o year.docx')
    expect(db(cwd)).toBe(before)
    const texts = textsOf(join(cwd, 'year.docx'))
    const whole = texts.join('\n')
    expect(texts[0]).toBe('2013年人力资源服务机构诚信建设工作总结')
    expect(texts[1]).toBe('＿＿＿＿＿＿＿＿＿＿＿＿：')
    for (const said of [
      '共有机构4家。签署诚信自律承诺书的1家，签署率25%；从业人员89人，签署诚信服务承诺书的40人，签署率44.94%；已建诚信档案1家，建档率25%。',
      '距100%的目标，机构签署尚差3家，从业人员签署尚差49人，建档尚差3家。',
      '收到投诉举报5件，查实3件，办结4件，办结率80%；已办结或已到期的5件中按期办结3件，按期办结率60%。',
      '作出行政处罚1件（罚款1件）。另有1件已撤销，没有计入。',
      '作出惩戒3件（约谈1件、责令整改2件）。',
      '应检查机构4家，已检查4家，覆盖率100%。',
      '全年检查5户次，要求整改3件，已整改2件（其中超期后完成1件），超期未完成1件。',
      '有总分的1家，平均分77.75，中位数77.75。',
      '授予称号1个（诚信服务标兵1个）；撤销称号1个（诚信示范单位1个）。',
      '列入红名单0条、黑名单1条，移出0条。',
      '激励和限制2项（政府采购1项、行业禁入1项）。',
      '检查发现不合格的项目共6项次',
      '尚未整改1件，投诉举报尚未办结1件。',
      '下一步打算：（请填写）',
    ])
      expect(whole).toContain(said)
    const [rates, districts, trends] = tablesOf(join(cwd, 'year.docx'))
    expect(rates?.at(-1)).toEqual(['合计', '4', '1', '25', '89', '40', '44.94', '1', '25'])
    expect(rates?.find(row => row[0] === '东城区')).toEqual([
      '东城区',
      '0',
      '0',
      '—',
      '0',
      '0',
      '—',
      '0',
      '—',
    ])
    expect(districts?.at(-1)).toEqual([
      '合计',
      '5',
      '80',
      '60',
      '1',
      '3',
      '100',
      '5',
      '77.75',
      '77.75',
      '1',
      '1',
    ])
    expect(trends?.find(row => row[0] === '收到投诉举报（件）')).toEqual([
      '收到投诉举报（件）',
      '0',
      '5',
      '+5',
    ])
  })

  it('is the same as a page, and says so where nothing is on file', async () => {
    const cwd = await fiveYear()
    await done(cwd, 'report year -o year.docx')
    await done(cwd, 'report year --format html -o year.html')
    const page = readFileSync(join(cwd, 'year.html'), 'utf8')
    const cells = [...page.matchAll(/<td class="[a-z_]+">(.*?)<\/td>/g)].map(([, cell]) => cell)
    const tables = tablesOf(join(cwd, 'year.docx')).flatMap(table => table.slice(1).flat())
    expect(cells).toEqual(tables)
    const bare = await at('init')
    await done(bare, 'report year -o year.docx')
    const whole = textsOf(join(bare, 'year.docx')).join('\n')
    expect(whole).toContain('共有机构0家')
    expect(whole).toContain('签署率—')
    expect(whole).toContain('没有2013年度的评估结果。')
    expect(whole).toContain('2012年没有登记，不作比较。')
    expect(whole).not.toContain('100%；')
    expect(whole).not.toContain('与上年比较')
    expect(whole).toContain('应检查机构0家，没有登记检查，覆盖率—。')
    expect(whole).not.toContain('吊销许可证')
  })
})

describe('report month', () => {
  async function month(): Promise<string> {
    const cwd = await fiveYear()
    await done(cwd, 'campaign open --year 2013')
    await done(cwd, `campaign pact 诚信服务月2013 ${HAND} ${SECOND} --on 2013-10-15`)
    await done(cwd, `campaign outstanding 诚信服务月2013 ${SECOND} --on 2013-10-20 --reason 回访及时`)
    await done(
      cwd,
      `activity add --agency ${HAND} --kind 培训 --title 诚信兴业 --held-on 2013-10-18 --head-count 30`,
    )
    await done(
      cwd,
      `sanction add --agency ${HAND} --kind 约谈 --decided-on 2013-10-21 --authority 朝阳区人力社保局 --fact 虚假信息`,
    )
    await done(
      cwd,
      `complaint add --agency ${HAND} --complaint-no TS2013-700 --received-on 2013-10-22 --category 其他`,
    )
    return cwd
  }

  it('tells the figures of the summary in prose, section by section as the notice has them', async () => {
    const cwd = await month()
    const before = db(cwd)
    await done(cwd, 'report month -o month.docx')
    expect(db(cwd)).toBe(before)
    const texts = textsOf(join(cwd, 'month.docx'))
    const whole = texts.join('\n')
    expect(texts.slice(0, 2)).toEqual([
      '诚信服务月2013活动情况总结',
      '市人力资源和社会保障局人力资源市场处：',
    ])
    for (const said of [
      '机构4家中，已张贴自律公约的2家，张贴率50%。',
      '活动期间没有登记检查。',
      '对未建立制度的机构，要求在2013年10月31日前补建：',
      '服务台账制度未建立的1家，已补建0家，超期未补建1家。',
      '服务反馈制度未建立的1家，已补建0家，超期未补建1家。',
      '表现突出的机构1家：',
      '北京石榴籽样例人才服务有限公司：回访及时。',
      '开展培训活动1次，参加30人次。',
      '没有登记宣传活动。',
      '活动期间签署承诺书的机构1家，从业人员40人。',
      '至今共有机构4家，已签署1家，签署率25%；从业人员已签署40人。',
      '活动期间收到投诉举报1件，办结0件。',
      '作出惩戒1件，其中约谈1件。',
      '活动任务完成0项，未完成6项，其中超期5项。',
      '典型经验：（请填写）',
    ])
      expect(whole).toContain(said)
    const [table] = tablesOf(join(cwd, 'month.docx'))
    expect(table?.find(row => row[0] === '朝阳区')).toEqual([
      '朝阳区',
      '1',
      '1',
      '—',
      '—',
      '1',
      '0',
      '1',
      '1',
      '1',
    ])
    expect(table?.at(-1)).toEqual(['合计', '4', '2', '—', '—', '2', '0', '1', '1', '1'])
  })

  it('tells what is not registered from none: a dash and a sentence, and no rate', async () => {
    const cwd = await at('roster')
    await done(cwd, 'campaign open --year 2013')
    await done(cwd, 'report month -o bare.docx')
    const whole = textsOf(join(cwd, 'bare.docx')).join('\n')
    expect(whole).toContain('共有机构4家，没有登记张贴自律公约的情况，张贴率—。')
    expect(whole).toContain('活动期间没有登记检查。')
    expect(whole).toContain('没有登记服务制度的建立情况。')
    expect(whole).toContain('活动期间签署承诺书的机构0家，没有登记从业人员签署。')
    expect(whole).not.toContain('张贴率0%')
    const [bare] = tablesOf(join(cwd, 'bare.docx'))
    expect(bare?.at(-1)).toEqual(['合计', '4', '—', '—', '—', '—', '—', '0', '0', '0'])
    // What was looked for and not found is none.
    await done(cwd, `system set --agency ${HAND} --system 台账 --state 已建立 --checked-on 2013-10-10`)
    await done(
      cwd,
      `inspection add --agency ${HAND} --batch 大检查 --date 2013-10-10 --officers 样检一、样检二 --SC-05 合格`,
    )
    await done(cwd, 'report month -o some.docx')
    expect(textsOf(join(cwd, 'some.docx')).join('\n')).toContain('没有登记尚未建立的服务制度。')
    const [some] = tablesOf(join(cwd, 'some.docx'))
    expect(some?.at(-1)).toEqual(['合计', '4', '—', '1', '0', '0', '0', '0', '0', '0'])
  })

  it('as JSON is what campaign summary tells, with the districts; of a district its own', async () => {
    const cwd = await month()
    const summary = await data<Record<string, unknown>>(cwd, 'campaign summary 诚信服务月2013')
    const { districts, ...whole } = await data<Record<string, unknown> & { districts: object[] }>(
      cwd,
      'report month',
    )
    expect(whole).toEqual(summary)
    expect(districts).toHaveLength(4)
    const own = await data<Record<string, unknown>>(cwd, 'campaign summary 诚信服务月2013 --district 朝阳区')
    expect(await data<object>(cwd, 'report month --district 朝阳区')).toMatchObject(own)
    await done(cwd, 'report month --district 朝阳区 -o own.docx')
    await done(cwd, 'report month --district 朝阳区 --format html -o own.html')
    const [table] = tablesOf(join(cwd, 'own.docx'))
    expect(table?.slice(1).map(row => row[0])).toEqual(['朝阳区'])
    const page = readFileSync(join(cwd, 'own.html'), 'utf8')
    expect([...page.matchAll(/<td class="[a-z_]+">(.*?)<\/td>/g)].map(([, cell]) => cell)).toEqual(
      table!.slice(1).flat(),
    )
  })

  it('without a campaign says how to open one, and refuses one that there is not', async () => {
    const cwd = await at('roster')
    for (const line of ['report month', 'report month --json', 'report month --campaign 没有']) {
      const before = db(cwd)
      const ran = await here(cwd, line)
      expect([ran.code, ran.stderr], line).toEqual([4, expect.stringContaining('CX4002')])
      expect(db(cwd)).toBe(before)
    }
    expect((await here(cwd, 'report month')).stderr).toContain('chengxin campaign open')
  })
})
