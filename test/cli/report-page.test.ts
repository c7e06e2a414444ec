// report html: its tables say what the commands say, whatever stage the year is at, and nobody's person is in it.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cityYear } from './city.ts'
import { city } from './form-city.ts'
import { at, data, done, FINALIZE, folder, HAND, here, SAMPLES, sha256 } from './run.ts'

type Row = Record<string, string>

/** The data table under a heading, by the titles of its columns; the title of the first is `of`. */
function tableOf(page: string, title: string): Row[] {
  const at = page.indexOf(`<h3>${title}</h3>`)
  expect(at, title).toBeGreaterThan(0)
  const [table = ''] = /<table>.*?<\/table>/s.exec(page.slice(at)) ?? []
  const cells = (row: string) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(m => plain(m[1]!))
  const [head = [], ...rows] = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(m => cells(m[1]!))
  return rows.map(row => Object.fromEntries(row.map((text, i) => [i === 0 ? 'of' : head[i]!, text])))
}

function plain(markup: string): string {
  const entities: Row = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
  return markup.replace(/<[^>]*>/g, '').replace(/&[^;]+;/g, entity => entities[entity]!)
}

/** `rate (n/of)` as the page writes it. */
const share = (rate: string | null, n: number, of: number) => (rate === null ? '—' : `${rate}%（${n}/${of}）`)

async function page(cwd: string, more = ''): Promise<string> {
  return (await done(cwd, `report html${more} -o -`)).stdout
}

describe('of the sample city', () => {
  let cwd: string
  let text: string

  beforeAll(async () => {
    cwd = await cityYear()
    text = await page(cwd)
  }, 120_000)

  it('has the three rates of commitment rates', async () => {
    interface Rates extends Record<string, number | string | null> {
      agencies: number
      agency_signed: number
      staff: number
      staff_signed: number
      archives: number
    }
    const { districts, total } = await data<{ districts: Rates[]; total: Rates }>(cwd, 'commitment rates')
    const rows = [...districts, total]
    expect(tableOf(text, '各推荐范围的三个率')).toEqual(
      rows.map(r => ({
        of: r.district ?? '合计',
        在册机构: String(r.agencies),
        机构签署率: share(r.agency_rate as string, r.agency_signed, r.agencies),
        从业人员签署率: share(r.staff_rate as string, r.staff_signed, r.staff),
        建档率: share(r.archive_rate as string, r.archives, r.agencies),
      })),
    )
    expect(tableOf(text, '三个率').map(r => r.百分比)).toEqual(
      [total.agency_rate, total.staff_rate, total.archive_rate].map(rate => `${rate}%`),
    )
  })

  it('has the totals and grades of evaluation show, in all, by district and by year', async () => {
    const shown = await data<{ total: string | null; grade: string | null; district_code: string }[]>(
      cwd,
      'evaluation show',
    )
    const count = (grade: string | null, code?: string) =>
      String(shown.filter(r => r.grade === grade && (code === undefined || r.district_code === code)).length)
    const grades = ['A', 'B', 'C', 'D', null] as const
    const counts = grades.map(g => count(g))
    expect(tableOf(text, '等级分布').map(r => r.数量)).toEqual(counts)
    const byDistrict = tableOf(text, '各推荐范围的等级')
    expect(Object.values(byDistrict.at(-1)!)).toEqual(['合计', String(shown.length), ...counts])
    const chaoyang = byDistrict.find(r => r.of === '朝阳区')!
    expect(Object.values(chaoyang).slice(2)).toEqual(grades.map(g => count(g, '110105')))
    const totals = shown.flatMap(r => (r.total === null ? [] : [Number(r.total.replace('.', ''))]))
    const bins = tableOf(text, '总分分布')
    expect(bins.reduce((sum, r) => sum + Number(r.数量), 0)).toBe(totals.length)
    for (const { of = '', 数量: n } of bins) {
      const [from = 0, to = 0] = of.match(/\d+/g)!.map(d => Number(d) * 100)
      const top = of.includes('至')
      expect(n).toBe(String(totals.filter(t => t >= from && (top ? t <= to : t < to)).length))
    }
    const mean = Math.floor((2 * totals.reduce((a, b) => a + b, 0) + totals.length) / (2 * totals.length))
    const years = tableOf(text, '平均总分')
    expect(years.at(-1)).toEqual({
      of: '2013',
      评估数量: String(shown.length),
      总分已定: String(totals.length),
      平均总分: (mean / 100).toFixed(2),
    })
    expect(Object.values(tableOf(text, '等级').at(-1)!)).toEqual(['2013', ...counts])
  })

  it('has the mean of each category over those whose scores are known', async () => {
    interface Score {
      category: number
      score: string | null
      points: string
    }
    // One district by hand: nobody of it lacks a score.
    const shown = await data<{ uscc: string; total: string | null }[]>(
      cwd,
      'evaluation show --district 怀柔区',
    )
    const own = await page(cwd, ' --district 怀柔区')
    const hundredths = (points: string) => Number(points.replace('.', ''))
    const known = shown.filter(r => r.total !== null)
    expect(known.length).toBe(shown.length)
    const sums = new Map<number, number[]>()
    for (const { uscc } of shown) {
      const { indicators } = await data<{ indicators: Score[] }>(cwd, `evaluation explain ${uscc}`)
      const one = new Map<number, number>()
      for (const { category, score } of indicators)
        one.set(category, (one.get(category) ?? 0) + hundredths(score!))
      for (const [category, sum] of one) sums.set(category, [...(sums.get(category) ?? []), sum])
    }
    const means = [...sums.values()].map(all => {
      const n = all.length
      return (Math.floor((2 * all.reduce((a, b) => a + b, 0) + n) / (2 * n)) / 100).toFixed(2)
    })
    const rows = tableOf(own, '各类别的得分率')
    expect(rows.map(r => r.平均)).toEqual(means)
    expect(rows.map(r => r.最低)).toEqual([...sums.values()].map(all => (Math.min(...all) / 100).toFixed(2)))
  })

  it('has the rates of complaint rates, and every complaint in its span of days', async () => {
    interface Rates extends Record<string, unknown> {
      received: number
      upheld: number
    }
    const rows = await data<Rates[]>(cwd, 'complaint rates')
    const told = (r: Rates, key: string) => {
      const { n, of } = r[key] as { n: number; of: number }
      return share(r[`${key}_rate`] as string | null, n, of)
    }
    expect(tableOf(text, '各推荐范围的办理情况')).toEqual(
      rows.map(r => ({
        of: r.district ?? '合计',
        收到: String(r.received),
        查实: String(r.upheld),
        当日答复率: told(r, 'same_day'),
        受理率: told(r, 'taken_up'),
        办结率: told(r, 'closed'),
        按时率: told(r, 'on_time'),
      })),
    )
    const spans = tableOf(text, '从收到到办结的天数')
    const all = rows.at(-1)!
    const closed = (all.closed as { n: number }).n
    expect(spans.reduce((sum, r) => sum + Number(r.件数), 0)).toBe(all.received)
    expect(spans.at(-1)).toEqual({ of: '未办结', 件数: String(all.received - closed), 占已办结的: '—' })
  })

  it('has the coverage of inspection coverage', async () => {
    interface Covered {
      district: string | null
      to_inspect: number
      inspected: number
      missing: number
      rate: string | null
      license_unknown: number
    }
    const { rows } = await data<{ rows: Covered[] }>(cwd, 'inspection coverage')
    expect(tableOf(text, '各推荐范围的检查覆盖率')).toEqual(
      rows.map(r => ({
        of: r.district ?? '合计',
        应检查: String(r.to_inspect),
        已检查: String(r.inspected),
        未检查: String(r.missing),
        覆盖率: r.rate === null ? '—' : `${r.rate}%`,
        许可证情况不明: String(r.license_unknown),
      })),
    )
  })

  it('has the places, their use and the for-profit share of quota report', async () => {
    type Numbers = Record<string, number | string | boolean | null>
    const { rows, totals } = await data<{ rows: Numbers[]; totals: Numbers }>(cwd, 'quota report')
    const all = [...rows, totals]
    expect(tableOf(text, '名额使用').map(({ 备注: _, ...row }) => Object.values(row))).toEqual(
      all.map(r => [r.unit ?? '合计', r.seats, r.nominated, r.left].map(String)),
    )
    expect(tableOf(text, '经营性机构占推荐对象的比例').map(r => [r.of, r.其中经营性, r.占比])).toEqual(
      all.map(r => [r.unit ?? '合计', String(r.for_profit), `${r.for_profit_share}%`]),
    )
  })

  it('has the deadlines of report deadlines in their order', async () => {
    const { deadlines } = await data<{ deadlines: { due_on: string; name: string }[] }>(
      cwd,
      'report deadlines',
    )
    expect(tableOf(text, '各项期限').map(r => [r.of, r.事项])).toEqual(deadlines.map(d => [d.due_on, d.name]))
  })

  it('of a district holds that district alone', async () => {
    const own = await page(cwd, ' --district 门头沟区')
    const shown = await data<{ uscc: string }[]>(cwd, 'evaluation show --district 门头沟区')
    expect([...own.matchAll(/<small>([^<]+)<\/small>/g)].map(m => m[1])).toEqual(shown.map(r => r.uscc))
    expect(own).toContain('<h1>2013年度诚信建设情况（门头沟区）</h1>')
    expect(own).not.toContain('海淀区')
    expect(tableOf(own, '名额使用').map(r => r.of)).toEqual(['门头沟区'])
    expect(tableOf(own, '各推荐范围的三个率').map(r => r.of)).toEqual(['门头沟区'])
  })

  it('is the same bytes again, adds no entry to the log, and carries its code and the head of the log', async () => {
    const before = (await done(cwd, 'log list --json')).stdout
    const digest = sha256(join(cwd, 'chengxin.db'))
    await done(cwd, 'report html -o one.html')
    await done(cwd, 'report html -o two.html')
    expect(readFileSync(join(cwd, 'one.html')).equals(readFileSync(join(cwd, 'two.html')))).toBe(true)
    expect((await done(cwd, 'log list --json')).stdout).toBe(before)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(digest)
    const [, head] =
      /校验码 (?:[0-9A-F]{4}-){2}[0-9A-F]{4}　\d{4}年\d+月\d+日制　日志第\d+条 ([0-9a-f]{12})</.exec(text)!
    await done(cwd, `log verify --expect ${head}`)
    expect(text).toContain('不向服务机构收取任何费用')
  })

  it('loads and runs nothing but its own style and script', () => {
    expect(text).toMatch(
      /content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/,
    )
    expect(text).not.toMatch(
      /<(link|img|iframe|object|embed)\b|https?:|\son\w+=|\sstyle=|@import|javascript:/,
    )
    expect(text.match(/url\([^)]*\)/g)!.every(url => /^url\(#[a-z]+\)$/.test(url))).toBe(true)
    expect(Buffer.byteLength(text)).toBeLessThan(2_000_000)
  })
})

it('says the rates of the trend as their table does', async () => {
  const text = await page(await at('finalized'))
  const title = '办理率和检查覆盖率'
  const [picture = ''] = /<svg.*?<\/svg>/s.exec(text.slice(text.indexOf(`<h3>${title}</h3>`))) ?? []
  const drawn = [...picture.matchAll(/class="inside">([^<]*)</g)].map(m => m[1]!)
  const { of: _year, ...rates } = tableOf(text, title).at(-1)!
  const told = Object.values(rates).map(rate => rate.replace(/（.*/, ''))
  expect(told).toContain('80%')
  expect(drawn.toSorted()).toEqual(told.filter(rate => rate !== '—').toSorted())
})

describe('at every stage of the year', () => {
  it.each([
    ['init', '还没有建立评估批次', ['名录里还没有机构']],
    ['roster', '还没有建立评估批次', ['按名录列出', HAND]],
    ['opened', '2013 年度', ['评估还没有计算', HAND]],
    ['run', '未审定', ['评估尚未审定', '未定（', HAND]],
    ['finalized', '已审定', ['带未定项审定', HAND]],
  ] as const)('%s', async (stage, head, texts) => {
    const text = await page(await at(stage))
    expect(text).toContain(head)
    for (const one of texts) expect(text).toContain(one)
    // Nothing of nothing: never 100 %, nor 0.
    const none = tableOf(text, '各推荐范围的检查覆盖率').filter(row => row.应检查 === '0')
    expect(none.length, 'districts without an agency').toBeGreaterThan(0)
    for (const row of none) expect(row.覆盖率).toBe('—')
    if (stage === 'init') {
      expect(tableOf(text, '三个率').map(r => r.百分比)).toEqual(['—', '—', '—'])
      expect(text).not.toContain('100%（')
    }
  })

  it('says that results are old when records came in since', async () => {
    const cwd = await at('run')
    await done(
      cwd,
      `complaint add --agency ${HAND} --complaint-no T9 --received-on 2013-10-30 --category 其他`,
    )
    expect(await page(cwd)).toContain('计算以后数据有变动')
  })

  it('puts the years on file beside each other, and a year without evaluation has none', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'evaluation open --year 2012 --as-of 2012-10-31')
    await done(cwd, 'evaluation run --evaluation 2')
    const text = await page(cwd)
    expect(text).toContain('<h1>2013年度诚信建设情况</h1>')
    const years = tableOf(text, '平均总分')
    expect(years.map(r => [r.of, r.评估数量])).toEqual([
      ['2012', '5'],
      ['2013', '5'],
    ])
    expect(years[0]!.平均总分).toBe('—')
    // A year before the first is none of its trend.
    expect(tableOf(await page(cwd, ' --year 2012'), '投诉举报（件）').map(r => r.of)).toEqual(['2012'])
    expect(await page(cwd, ' --evaluation 2')).toContain('<h1>2012年度诚信建设情况</h1>')
    const none = await page(cwd, ' --year 2011')
    expect(none).toContain('2011 年度还没有建立评估批次')
    expect(none).not.toContain('<h3>平均总分</h3>')
  })
})

it('asks each type of subject for its own indicators alone', async () => {
  const cwd = folder()
  await done(cwd, 'init')
  await done(cwd, 'scheme add service-window')
  await done(cwd, `subject import ${join(SAMPLES, 'subjects', 'subjects.csv')}`)
  await done(cwd, 'evaluation open --scheme service-window --year 2013')
  await done(cwd, 'evaluation run')
  const shown = await data<{ code: string }[]>(cwd, 'evaluation show')
  const asked = new Set<string>()
  for (const { code } of shown) {
    const { indicators } = await data<{ indicators: { number: number; name: string; points: string }[] }>(
      cwd,
      `evaluation explain ${code}`,
    )
    for (const { number, name, points } of indicators) if (points !== '0.00') asked.add(`${number}.${name}`)
  }
  expect(asked.size).toBeGreaterThan(10)
  const rows = tableOf(await page(cwd), '各指标的得分率')
  expect(rows.map(r => r.of).sort()).toEqual([...asked].sort())
})

describe('personal data', () => {
  it('is none of: complainants, legal representatives, raters, who signed, staff with an offense', async () => {
    const cwd = await at('records')
    writeFileSync(
      join(cwd, 'o.csv'),
      `统一社会信用代码,从业人员,行为类别,认定日期,认定机关,事实\n${HAND},欧阳无号,违法违规,2013-05-06,样例局,收取押金\n`,
    )
    await done(cwd, 'offense import o.csv')
    await done(
      cwd,
      `complaint add --agency ${HAND} --complaint-no T8 --received-on 2013-10-01 --category 其他 --complainant 司马举报 --contact 13900001111`,
    )
    await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
    writeFileSync(
      join(cwd, 's.csv'),
      `评估年度,方案,统一社会信用代码,评价主体,评价人,16\n2013,beijing-2013,${HAND},专家评价,诸葛评价,7\n`,
    )
    await done(cwd, 'evaluation import s.csv')
    await done(cwd, 'evaluation run')
    const text = await page(cwd)
    expect((await done(cwd, `evaluation explain ${HAND}`)).stdout).toContain('从业人员 2013-05-06')
    for (const name of [
      '欧阳无号',
      '司马举报',
      '13900001111',
      '诸葛评价',
      '样一',
      '某求职者',
      '样办1',
      '测试员',
    ])
      expect(text, name).not.toContain(name)
    expect(text).toContain('从业人员 2013-05-06')
  })

  it('is not who waived a share, and why in his own words', async () => {
    const cwd = await city()
    const waive = 'nomination propose --district 延庆县 --relax-share --reason 皇甫亲属经营 --signer 尉迟签字'
    await done(cwd, waive)
    const text = await page(cwd)
    expect(text).toContain('经营性比例已放宽')
    for (const name of ['皇甫亲属经营', '尉迟签字']) expect(text, name).not.toContain(name)
  })

  it('is no list of persons: a scheme about staff has figures only', async () => {
    const cwd = folder()
    await done(cwd, 'init')
    await done(cwd, 'scheme add shandong-staff')
    writeFileSync(
      join(cwd, 's.csv'),
      '主体类型,姓名或名称,主体编号,推荐范围\n人员,上官员工,P1,朝阳区\n人员,夏侯同事,P2,海淀区\n',
    )
    await done(cwd, 'subject import s.csv')
    await done(cwd, 'evaluation open --scheme shandong-staff --year 2013')
    await done(cwd, 'evaluation run')
    const text = await page(cwd)
    expect(text).toContain('评估对象是个人，共 2 人：本页只列汇总数')
    expect(tableOf(text, '等级分布').at(-1)).toEqual({ of: '未定', 数量: '2', 占比: '100%' })
    for (const name of ['上官员工', '夏侯同事']) expect(text).not.toContain(name)
  })
})

describe('is refused', () => {
  it.each([
    ['report html --year 2013 --evaluation 1', 2, 'CX6001'],
    ['report html --year 13', 2, 'CX6002'],
    ['report html --evaluation 9 -o x.html', 4, 'CX3001'],
    ['report html --district 不存在 -o x.html', 4, 'CX4002'],
  ])('%s', async (line, code, problem) => {
    const cwd = await at('run')
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, line)
    expect([ran.code, ran.stdout], ran.stderr).toEqual([code, ''])
    expect(ran.stderr).toContain(problem)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('where two schemes were evaluated in the year and neither is the desk’s, until one is named', async () => {
    const cwd = await at('roster')
    for (const scheme of ['service-window', 'shandong-community']) {
      await done(cwd, `evaluation open --scheme ${scheme} --year 2013`)
    }
    const ran = await here(cwd, 'report html -o x.html')
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('CX3002')])
    expect(await page(cwd, ' --evaluation 2')).toContain('社区')
  })

  it('to a terminal, over a file that is there, and where the database is', async () => {
    const cwd = await at('run')
    const shown = await here(cwd, 'report html -o -', { terminal: 'both' })
    expect([shown.code, shown.stdout, shown.stderr]).toEqual([2, '', expect.stringContaining('CX6004')])
    await done(cwd, 'report html -o report.html')
    const again = await here(cwd, 'report html -o report.html')
    expect([again.code, again.stderr]).toEqual([5, expect.stringContaining('CX5008')])
    await done(cwd, 'report html -o report.html --force')
    copyFileSync(join(cwd, 'report.html'), join(cwd, 'mine.html'))
    const own = await here(cwd, 'report html -o chengxin.db --force')
    expect([own.code, own.stderr]).toEqual([2, expect.stringContaining('CX6009')])
    const { stdout } = await done(cwd, 'report html')
    expect(stdout).toBe(`${join('papers', '诚信年报-2013.html')}\n`)
    const named = await done(cwd, 'report html --district 朝阳区 --out pages')
    expect(named.stdout).toBe(`${join('pages', '诚信年报-2013-朝阳区.html')}\n`)
  })

  it('when results are not what the run left', async () => {
    const cwd = await at('run')
    await done(cwd, FINALIZE)
    const { default: Database } = await import('better-sqlite3')
    const db = new Database(join(cwd, 'chengxin.db'))
    db.exec('UPDATE result SET total = 9999 WHERE total IS NOT NULL')
    db.close()
    const ran = await here(cwd, 'report html -o x.html')
    expect(ran.code).not.toBe(0)
    expect(ran.stderr).toContain('CX5016')
  })
})
