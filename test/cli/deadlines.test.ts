// Planning back from deadlines: what status tells on each day, and the whole of it with what is still owed.

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { act } from '../../src/store/act.ts'
import { openStore, type Writer } from '../../src/store/open.ts'
import { at, data, done, FINALIZE, folder, HAND, here, ROOT, SAMPLES } from './run.ts'

interface Deadline {
  id: string
  scheme: string
  due_on: string
  days_left: number
  mark: string
  publicity: null | {
    last_day_to_open: { first_day_counted: string | null; first_day_not_counted: string | null }
    days_left: { first_day_counted: number | null }
    missing_year: string | null
    opened: number
  }
  owed: { district: string | null; what: string; count: number | null; until: string | null }[]
}

const status = async (cwd: string, today: string) =>
  (await data<{ deadlines: Deadline[] }>(cwd, `--today ${today} status`)).deadlines
const report = async (cwd: string, more = '', today = '2013-11-04') =>
  (await data<{ deadlines: Deadline[] }>(cwd, `--today ${today} report deadlines${more}`)).deadlines
/** What is owed for the nomination package: district (all: none), what, how many or until when. */
const owed = async (cwd: string, more = '', today = '2013-11-04') =>
  (await report(cwd, more, today))
    .find(d => d.id === 'nomination_package')!
    .owed.map(({ district, what, count, until }) =>
      [district, what, count ?? until].filter(part => part !== null).join(' '),
    )

function put(cwd: string, work: (writer: Writer) => void): void {
  const store = openStore(join(cwd, 'chengxin.db'), join(ROOT, 'migrations'), 'write')
  act(store, { operator: '测试员', command: 'test', at: '2013-11-04T00:00:00' }, writer => {
    work(writer)
    return { result: null, summary: {} }
  })
  store.close()
}

describe('status', () => {
  it.each([
    // To be closed on the day due at the latest: 4, 1 November, 31, 30, 29 October.
    ['2013-10-20', 'ahead', 16, 9],
    ['2013-10-29', 'T-7', 7, 0],
    ['2013-11-04', 'T-1', 1, -6],
    ['2013-11-05', 'today', 0, -7],
    ['2013-11-06', 'late', -1, -8],
  ])('on %s: %s', async (today, mark, days, opening) => {
    const cwd = await at('init')
    const [nominations, summary] = await status(cwd, today)
    expect(nominations).toMatchObject({
      ...{ id: 'nomination_package', scheme: 'beijing-2013', due_on: '2013-11-05', mark, days_left: days },
      publicity: {
        working_days: 5,
        count_first_day: true,
        last_day_to_open: { first_day_counted: '2013-10-29', first_day_not_counted: '2013-10-28' },
        days_left: { first_day_counted: opening, first_day_not_counted: opening - 1 },
        missing_year: null,
        opened: 0,
      },
    })
    expect(summary).toMatchObject({ id: 'month_summary', mark, days_left: days, publicity: null })
  })

  it.each([
    ['2013-10-20', '', '  2013-11-05 前', '还有 9 天（首日不计的，最迟 2013-10-28）'],
    ['2013-10-28', '', '  2013-11-05 前', '还有 1 天（首日不计的，最迟 2013-10-28）'],
    ['2013-10-29', '', '【T-7】2013-11-05', '最迟 2013-10-29 开始，就在今天'],
    ['2013-11-04', '', '【T-1】2013-11-05', '最迟 2013-10-29 开始，已过 6 天'],
    ['2013-11-05', '', '【今天】2013-11-05', '已过 7 天'],
    ['2013-11-06', '', '【逾期】2013-11-05', '已逾期 1 天'],
    ['2013-11-04', '--lang en ', '[T-1] By 2013-11-05', 'has to open by 2013-10-29, 6 days past'],
  ])('on %s says it in words %s', async (today, lang, mark, opening) => {
    const { stdout } = await done(await at('init'), `--today ${today} ${lang}status`)
    expect(stdout).toContain(mark)
    expect(stdout).toContain(opening)
  })

  it('guesses nothing of a year without a calendar, until it is imported', async () => {
    const cwd = await at('init')
    const none = { first_day_counted: null, first_day_not_counted: null }
    expect((await status(cwd, '2027-10-01'))[0]!.publicity).toMatchObject({
      ...{ last_day_to_open: none, days_left: none, missing_year: '2027' },
    })
    const { stdout } = await done(cwd, '--today 2027-10-01 status')
    expect(stdout).toContain('算不出：没有 2027 年的工作日历（chengxin calendar import）')
    const days = ['2027-01-01', '2027-05-01', '2027-10-01'].map(day => `${day},放假,样例日`)
    await here(cwd, 'calendar import - --notice 样例通知', { stdin: `日期,安排,名称\n${days.join('\n')}\n` })
    // Before Friday 5 November 2027: 4 to 1 November, 29 October.
    expect((await status(cwd, '2027-10-01'))[0]!.publicity).toMatchObject({
      last_day_to_open: { first_day_counted: '2027-10-29', first_day_not_counted: '2027-10-28' },
      missing_year: null,
    })
  })

  it('is the same to the byte on the same day', async () => {
    const cwd = await at('run')
    const line = '--today 2013-10-20 status --json'
    expect((await done(cwd, line)).stdout).toBe((await done(cwd, line)).stdout)
  })
})

describe('on a terminal', () => {
  const RED = '\u001b[31m'
  const YELLOW = '\u001b[33m'

  it('what is late is red, what is near or presses is yellow; elsewhere there are no colors', async () => {
    const cwd = await at('records')
    const shown = async (line: string) =>
      (await here(cwd, line, { terminal: 'both', env: { TERM: 'xterm' } })).stdout
    expect(await shown('--today 2013-11-06 status')).toContain(`${RED}  【逾期】2013-11-05`)
    const near = await shown('--today 2013-11-04 status')
    expect(near).toContain(`${YELLOW}  【T-1】2013-11-05`)
    expect(near).toContain(`${YELLOW}  ! 投诉举报`)
    const report = await shown('--today 2013-11-06 report deadlines')
    expect(report).toContain(`${RED}2013-11-05  逾期 1 天`)
    expect((await done(cwd, '--today 2013-11-06 report deadlines')).stdout).not.toContain('\u001b')
    expect((await done(cwd, '--today 2013-11-06 status')).stdout).not.toContain('\u001b')
  })
})

describe('deadlines of other schemes', () => {
  it('of Linyi: the first batch before March 2023', async () => {
    const cwd = folder()
    await done(cwd, 'init --scheme linyi-2022-city')
    expect(await status(cwd, '2023-02-20')).toMatchObject([
      {
        ...{ id: 'first_batch', due_on: '2023-02-28', days_left: 8, mark: 'ahead' },
        publicity: {
          last_day_to_open: { first_day_counted: '2023-02-21', first_day_not_counted: '2023-02-20' },
        },
      },
    ])
    expect(await status(cwd, '2023-02-21')).toMatchObject([{ mark: 'T-7' }])
    expect(await status(cwd, '2023-02-28')).toMatchObject([{ mark: 'today', days_left: 0 }])
    expect(await status(cwd, '2023-03-01')).toMatchObject([{ mark: 'late', days_left: -1 }])
    // It was due in that year only.
    expect(await status(cwd, '2024-02-01')).toEqual([])
  })

  it('of evaluations on file stand beside those of the desk, earliest first', async () => {
    const cwd = await at('init')
    await done(cwd, 'scheme add linyi-2022-county')
    await done(cwd, '--today 2022-11-01 evaluation open --scheme linyi-2022-county --year 2022')
    const deadlines = await report(cwd, '', '2022-12-13')
    expect(deadlines.map(d => [d.scheme, d.id, d.due_on, d.mark])).toEqual([
      ['beijing-2013', 'nomination_package', '2022-11-05', 'late'],
      ['beijing-2013', 'month_summary', '2022-11-05', 'late'],
      ['linyi-2022-county', 'county_filing', '2022-12-20', 'T-7'],
    ])
    expect(deadlines[2]).toMatchObject({
      publicity: {
        last_day_to_open: { first_day_counted: '2022-12-13', first_day_not_counted: '2022-12-12' },
      },
      owed: [{ district: null, what: 'not_run', count: null, until: null }],
    })
  })
})

describe('what is owed', () => {
  it('is one step after the other', async () => {
    expect(await owed(await at('roster'))).toEqual(['evaluation_not_opened'])
    expect(await owed(await at('scored'))).toEqual(['not_run'])
    const cwd = await at('run')
    // Only the one computed by hand has all its ratings.
    const incomplete = ['东城区', '海淀区', '丰台区', '密云县'].map(name => `${name} incomplete 1`)
    expect(await owed(cwd)).toEqual(['not_finalized', 'not_proposed', ...incomplete])
    await done(
      cwd,
      `complaint add --agency ${HAND} --received-on 2013-10-01 --category 其他 --complaint-no T-1`,
    )
    expect(await owed(cwd)).toEqual(['run_again'])
  })

  it('by district, from ties and publicity to objections', async () => {
    const cwd = folder()
    await done(cwd, 'init')
    for (const name of ['roster', 'complaints', 'penalties', 'honors', 'inspection'])
      await done(
        cwd,
        `${{ roster: 'agency', complaints: 'complaint', penalties: 'penalty', honors: 'honor' }[name] ?? name} import ${join(SAMPLES, 'city', `${name}.csv`)}`,
      )
    await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
    await done(cwd, `evaluation import ${join(SAMPLES, 'city', 'scores.csv')}`)
    await done(cwd, 'evaluation run')
    await done(cwd, FINALIZE)
    expect(await owed(cwd)).toEqual(['not_proposed'])
    await done(cwd, 'nomination propose')
    const listed = await data<{ districts: { district_code: string; nominated: number }[] }>(
      cwd,
      'nomination list',
    )
    const shijingshan = listed.districts.find(d => d.district_code === '110107')!.nominated
    expect(await owed(cwd, ' --district 110107')).toEqual([
      '石景山区 ties_open 2',
      `石景山区 papers_missing ${shijingshan}`,
      `石景山区 publicity_not_opened ${shijingshan}`,
    ])
    for (const { uscc, decision } of (
      await data<{ candidates: { uscc: string; decision: string }[] }>(
        cwd,
        'nomination list --district 110107',
      )
    ).candidates)
      for (const kind of ['推荐表', '机构自评总结'])
        if (decision === 'nominated')
          await done(cwd, `paper add --agency ${uscc} --kind ${kind} --year 2013 --received-on 2013-11-01`)
    const waiting = (await report(cwd)).find(d => d.id === 'nomination_package')!.owed
    const unpublished = waiting.filter(o => o.what === 'publicity_not_opened')
    expect(unpublished.reduce((sum, o) => sum + o.count!, 0)).toBe(
      listed.districts.reduce((sum, d) => sum + d.nominated, 0),
    )
    // One district's publicity runs from 4 to 8 November.
    put(cwd, writer => {
      writer.run(
        `INSERT INTO publicity (kind, title, scheme_id, evaluation_id, district_code, first_day, last_day,
           working_days, count_first_day, phones)
         VALUES ('nominees', '公示', 'beijing-2013', 1, '110107', '2013-11-04', '2013-11-08', 5, 1, '[]')`,
      )
      writer.run(
        `INSERT INTO publicity_case (publicity_id, agency_id) SELECT 1, agency_id FROM nomination
         WHERE district_code = '110107' AND decision = 'nominated'`,
      )
    })
    const own = ' --district 石景山区'
    expect(await owed(cwd, own)).toEqual(['石景山区 ties_open 2', '石景山区 publicity_running 2013-11-08'])
    expect(await owed(cwd, own, '2013-11-08')).toContain('石景山区 publicity_running 2013-11-08')
    expect(await owed(cwd, own, '2013-11-09')).toContain('石景山区 publicity_not_closed 2013-11-08')
    const told = (await done(cwd, `--today 2013-11-05 report deadlines${own}`)).stdout
    expect(told).toContain('公示中，到 2013-11-08，期限内不能结束')
    put(cwd, writer => writer.run(`UPDATE publicity SET last_day = '2013-11-05'`))
    const late = (await report(cwd, own, '2013-11-05')).find(d => d.id === 'nomination_package')!
    expect(late.owed.at(-1)).toMatchObject({ what: 'publicity_running', until: '2013-11-05', in_time: false })
    put(cwd, writer => writer.run(`UPDATE publicity SET last_day = '2013-11-04'`))
    const first = (await report(cwd, own, '2013-11-05')).find(d => d.id === 'nomination_package')!
    expect(first.owed.at(-1)).toMatchObject({ what: 'publicity_not_closed', in_time: true })
    put(cwd, writer => writer.run(`UPDATE publicity SET last_day = '2013-11-08'`))
    expect((await status(cwd, '2013-11-04'))[0]!.publicity!.opened).toBe(1)
    const others = unpublished.reduce((sum, o) => sum + o.count!, 0) - shijingshan
    expect((await done(cwd, 'status')).stdout).toContain(
      `最迟 2013-10-29 开始（已开始公示 1 次，还有 ${others} 家没有公示）`,
    )
    put(cwd, writer => {
      const nominee = writer.get<{ id: number }>(
        `SELECT agency_id AS id FROM nomination WHERE district_code = '110107' AND decision = 'nominated'`,
      )!
      writer.run(
        `INSERT INTO publicity_objection (publicity_id, agency_id, raised_on, content, reply_by)
         VALUES (1, ?, '2013-11-05', '不实', '2013-11-12')`,
        nominee.id,
      )
    })
    expect(await owed(cwd, own)).toContain('石景山区 objections_open 1')
    put(cwd, writer => {
      writer.run(`UPDATE publicity_objection SET outcome = 'rejected', resolved_on = '2013-11-08'`)
      writer.run(`UPDATE publicity SET closed_on = '2013-11-11'`)
    })
    expect(await owed(cwd, own)).toEqual(['石景山区 ties_open 2'])
    // Withdrawn, it counts as never published.
    put(cwd, writer =>
      writer.run(
        `UPDATE publicity SET closed_on = NULL, withdrawn_on = '2013-11-06', withdrawn_reason = 'x'`,
      ),
    )
    expect(await owed(cwd, own)).toContain(`石景山区 publicity_not_opened ${shijingshan}`)
    // Past the day due, when it would have had to open is told as long as anybody is not published.
    expect((await done(cwd, '--today 2013-11-06 status')).stdout).toContain('最迟 2013-10-29 开始，已过 8 天')
    const table = await done(cwd, 'report deadlines')
    expect(table.stdout).toMatch(
      /^2013-11-05 {2}T-1 还有 1 天 {2}示范单位推荐表、自评总结和评估结果（三\(七\)）$/m,
    )
    expect(table.stdout).toMatch(/^ {2}石景山区 +2 家并列待定；2 家推荐对象还没有公示$/m)
    const csv = await done(cwd, 'report deadlines --format csv')
    expect(csv.stdout).toMatch(
      /2013-11-05,T-1 还有 1 天,.*,2013-10-29,2013-10-28,石景山区,2 家并列待定；2 家推荐对象还没有公示/,
    )
    // The summary of the month is owed until it is noted as handed in.
    expect(csv.stdout).toMatch(/诚信服务月活动情况总结,四\(四\),—,—,全部,还没有记下报送/)
    const rows = (await done(cwd, 'report deadlines --format ndjson')).stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { due_on: string; district_code: string | null; mark: string })
    expect(rows[0]).toMatchObject({ due_on: '2013-06-30', mark: 'late' })
    expect(rows.filter(row => row.district_code === '110107')).toHaveLength(1)
  })

  it('of the first half-year’s inspection is whom nobody inspected; done when all were', async () => {
    const cwd = await at('roster')
    const [inspection] = await report(cwd)
    expect(inspection).toMatchObject({
      id: 'inspection',
      due_on: '2013-06-30',
      mark: 'late',
      days_left: -127,
    })
    expect(inspection!.owed.reduce((sum, o) => sum + o.count!, 0)).toBe(4)
    expect((await report(cwd, '', '2013-06-24'))[0]).toMatchObject({ mark: 'T-7', days_left: 6 })
    const words = (await done(cwd, '--today 2013-06-24 report deadlines --district 朝阳区')).stdout
    expect(words).toContain(
      '2013-06-30  T-7 还有 6 天（本区）  春雷行动检查（本程序默认，参照舟山四（四）2（每年上半年））',
    )
    expect(inspection).toMatchObject({ by_default: true, of_district: false, tracked: true })
    const inspected = await report(await at('records'))
    expect(inspected.at(-1)).toMatchObject({ id: 'inspection', mark: 'done', owed: [] })
    expect(inspected[0]!.id).toBe('nomination_package')
  })

  it('is asked of a district that is there', async () => {
    const ran = await here(await at('init'), 'report deadlines --district 无此区')
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([4, '', expect.stringContaining('CX4002')])
  })

  it('reads well in English', async () => {
    const cwd = await at('run')
    const { stdout } = await done(cwd, '--lang en report deadlines')
    expect(stdout).toContain('evaluation not finalized; no nominations proposed')
    expect(stdout).toContain('not noted as handed in')
    expect((await done(cwd, '--lang en report deadlines --format csv')).stdout).toContain(
      'Open publicity by (first day not counted)',
    )
  })
})
