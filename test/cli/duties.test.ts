// duty list: what the register's subjects and the agencies owe, and which record shows that it was done.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, data, done, five, HAND, here } from './run.ts'

interface Owed {
  duty_id: string
  subject: string
  subject_kind: string
  period: string
  until: string
  state: string
  records: { id: number; label: string }[]
  clause: string
}

const PLATFORM = '样例街道就业服务平台'
const told = (rows: Owed[]) => rows.map(r => `${r.duty_id} ${r.period} ${r.state}`)

let cwd = ''
beforeAll(async () => {
  cwd = await at('records')
  await done(cwd, `subject import ${five('subjects')}`)
  await done(cwd, `activity add --subject ${PLATFORM} --kind 调查 --title 问卷 --held-on 2013-03-31`)
  await done(cwd, 'activity add --subject PT-001 --kind 座谈 --title 座谈 --held-on 2013-04-01')
  await done(cwd, 'activity add --subject CK-001 --kind 报告 --title 二季度供求分析 --held-on 2013-06-30')
  await done(cwd, `activity add --agency ${HAND} --kind 自查 --title 自查 --held-on 2013-02-01`)
}, 60_000)

describe('duty list', () => {
  it('is the whole year by subject and period, done, missing or not due yet', async () => {
    const rows = await data<Owed[]>(cwd, ['duty', 'list', '--subject', PLATFORM])
    expect(told(rows)).toEqual([
      'platform-survey 2013-Q1 done',
      'platform-survey 2013-Q2 missing',
      'platform-survey 2013-Q3 missing',
      'platform-survey 2013-Q4 pending',
      'platform-forum 2013-Q1 missing',
      'platform-forum 2013-Q2 done',
      'platform-forum 2013-Q3 missing',
      'platform-forum 2013-Q4 pending',
      ...['Q1', 'Q2', 'Q3'].map(q => `platform-self-check 2013-${q} missing`),
      'platform-self-check 2013-Q4 pending',
    ])
    const [first] = rows
    expect(first).toMatchObject({ subject_kind: 'platform', until: '2013-03-31', clause: '三(五)2' })
    const [activity] = await data<{ id: number }[]>(cwd, 'activity list')
    expect(first!.records).toEqual([{ id: activity!.id, label: '问卷 2013-03-31' }])
  })

  it('knows the report of a job-placement window', async () => {
    const rows = await data<Owed[]>(cwd, 'duty list --subject CK-001 --quarter 2')
    expect(told(rows)).toEqual(['window-report 2013-Q2 done'])
  })

  it('knows inspections and annual checks of agencies, and leaves the public body without a license its check', async () => {
    const rows = (await data<Owed[]>(cwd, 'duty list')).filter(r => r.subject_kind === 'agency')
    expect(told(rows)).toEqual([
      ...Array(5).fill('agency-inspection 2013-H1 done'),
      ...Array(4).fill('agency-annual-check 2013 done'),
    ])
    const later = await data<Owed[]>(cwd, 'duty list --year 2014 --today 2015-01-01 --missing')
    expect(told(later.filter(r => r.subject_kind === 'agency'))).toEqual([
      ...Array(5).fill('agency-inspection 2014-H1 missing'),
      ...Array(4).fill('agency-annual-check 2014 missing'),
    ])
  })

  it('lists what is missing, of a quarter, of a district', async () => {
    const missing = await data<Owed[]>(cwd, 'duty list --missing')
    expect(new Set(missing.map(r => r.state))).toEqual(new Set(['missing']))
    const quarter = await data<Owed[]>(cwd, 'duty list --quarter 4')
    expect(new Set(quarter.map(r => r.period))).toEqual(new Set(['2013-Q4']))
    const placed = await data<Owed[]>(cwd, 'duty list --district 朝阳区')
    expect(told(placed)).toEqual(['agency-inspection 2013-H1 done', 'agency-annual-check 2013 done'])
    expect(await data(cwd, 'duty list --district 怀柔区')).toEqual([])
  })

  it('has the words of the state in a table', async () => {
    const { stdout } = await done(cwd, 'duty list --subject PT-001 --quarter 1')
    expect(stdout).toMatch(/问卷调查\s+2013-Q1\s+已做\s+问卷 2013-03-31/)
    expect(stdout).toMatch(/业务自查\s+2013-Q1\s+缺/)
  })

  it.each([
    ['--subject 样例街道就业平台', 4, 'CX4002'],
    ['--district 无', 4, 'CX4002'],
    ['--quarter 5', 2, 'CX6001'],
    ['--year 13', 2, 'CX6002'],
  ])('%s is refused', async (line, code, problem) => {
    const ran = await here(cwd, `duty list ${line}`)
    expect([ran.code, ran.stdout]).toEqual([code, ''])
    expect(ran.stderr).toContain(problem)
  })
})

describe('an activity of a subject', () => {
  const add = (subject: string) =>
    `activity add --subject ${subject} --kind 宣传 --title 宣传 --held-on 2013-05-01 --json`
  const warned = async (at: string, subject: string) => {
    const { stdout } = await done(at, add(subject))
    return (JSON.parse(stdout) as { warnings: { code: string; column: string; message: string }[] }).warnings
  }

  it('that the register does not know is recorded with a warning that names the nearest', async () => {
    const own = await at('roster')
    await done(own, `subject import ${five('subjects')}`)
    expect(await warned(own, '样例街道就业平台')).toMatchObject([
      { code: 'CX1145', column: '--subject', message: expect.stringContaining(PLATFORM) as string },
    ])
    expect(await warned(own, PLATFORM)).toEqual([])
    expect(await data<object[]>(own, 'activity list')).toHaveLength(2)
  })

  it('is told the nearest for twenty rows of a file: the whole register is compared for each', async () => {
    const own = await at('roster')
    await done(own, `subject import ${five('subjects')}`)
    const rows = Array.from({ length: 25 }, (_, i) => `调查,调查${i},2013-05-06,样例街道就业平台`)
    writeFileSync(join(own, 'activities.csv'), ['活动类型,活动名称,日期,举办主体', ...rows].join('\n'))
    const { stdout } = await done(own, 'activity import activities.csv --dry-run --json')
    const { warnings } = JSON.parse(stdout) as { warnings: { code: string; message: string }[] }
    expect(warnings.map(w => w.code)).toEqual(Array(25).fill('CX1145'))
    const named = warnings.map(w => w.message.includes(PLATFORM))
    expect(named).toEqual([...Array(20).fill(true), ...Array(5).fill(false)])
  })

  it('whose name two have counts for neither; the number tells which', async () => {
    const own = await at('roster')
    for (const [code, district] of [
      ['S-1', '朝阳区'],
      ['S-2', '海淀区'],
    ])
      await done(own, `subject add --kind 社区 --name 样例社区 --code ${code} --district-code ${district}`)
    expect(await warned(own, '样例社区')).toMatchObject([{ code: 'CX1146' }])
    const states = async () => (await data<Owed[]>(own, 'duty list --quarter 2')).map(r => r.state)
    expect(await states()).toEqual(['missing', 'missing'])
    expect(await warned(own, 'S-2')).toEqual([])
    expect(await states()).toEqual(['missing', 'done'])
  })

  it('of a practitioner is no activity of a subject', async () => {
    const own = await at('roster')
    await done(own, `subject import ${five('subjects')}`)
    expect((await warned(own, 'CY-001')).map(w => w.code)).toEqual(['CX1145'])
  })
})
