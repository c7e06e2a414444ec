// The integrity month: opened with its tasks, worked off, summed up; every refusal on the way.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, data, done, folder, HAND, here, sha256 } from './run.ts'

const MONTH = '诚信服务月2013'
const [B, C, D, E] = ['91110108CXJG00023F', '91110101CXJG000315', '12110106CXJG0004XA', '52110228CXJG000587']
const NAME = '北京晴禾样例人力资源有限公司'

interface Task {
  id: number
  title: string
  kind: string
  campaign: string | null
  due_on: string | null
  done_on: string | null
  outcome: string | null
  district_code: string | null
  basis: string | null
}

const opened = async () => {
  const cwd = await at('records')
  await done(cwd, 'campaign open')
  return cwd
}
const overview = async (cwd: string) => (await data<Record<string, unknown>[]>(cwd, 'campaign list'))[0]!

// The year of the five is made once; on a busy machine that takes longer than a test may.
beforeAll(async () => void (await at('records')), 60_000)

describe('campaign open', () => {
  it('is October of the year, with what the notice asks for and the summary by 5 November', async () => {
    const cwd = await at('records')
    const made = await data<{ tasks: object[] }>(cwd, 'campaign open')
    expect(made).toMatchObject({
      ...{ campaign: MONTH, starts_on: '2013-10-01', ends_on: '2013-10-31', rebuild_by: '2013-10-31' },
    })
    const tasks = await data<Task[]>(cwd, 'task list --campaign 诚信服务月2013')
    expect(tasks.map(t => t.due_on)).toEqual([...Array(5).fill('2013-10-31'), '2013-11-05'])
    expect(tasks.map(t => t.title).join()).toMatch(/自律公约.*大检查.*诚信兴业.*宣传.*总结/)
    expect(new Set(tasks.map(t => t.basis))).toEqual(
      new Set(['京人社市场发〔2013〕220号 三(四)', '京人社市场发〔2013〕220号 四(四)']),
    )
    expect(new Set(tasks.map(t => [t.kind, t.district_code].join()))).toEqual(new Set(['campaign,']))
    expect(made.tasks).toHaveLength(6)
    const log = await data<Record<string, unknown>[]>(cwd, 'log list')
    expect(log.at(-1)).toMatchObject({ command: 'campaign open', rows: 7 })
    await done(cwd, 'log verify')
  })

  it("lays the tasks of a district's desk for its district", async () => {
    const cwd = folder()
    await done(cwd, 'init --district 110105')
    await done(cwd, 'campaign open')
    const tasks = await data<Task[]>(cwd, 'task list --district 朝阳区')
    expect(tasks.map(t => t.district_code)).toEqual(Array(6).fill('110105'))
  })

  it.each([
    ['--year 2014', ['诚信服务月2014', '2014-10-01', '2014-10-31', '2014-10-31'], '2014-11-05'],
    [
      '--from 2014-05-04 --to 2014-05-31',
      ['诚信服务月2014', '2014-05-04', '2014-05-31', '2014-05-31'],
      '2014-06-05',
    ],
    ['--rebuild-by 2013-11-15', [MONTH, '2013-10-01', '2013-10-31', '2013-11-15'], '2013-11-05'],
    [
      '宣传周 --from 2013-10-08 --to 2013-10-12',
      ['宣传周', '2013-10-08', '2013-10-12', '2013-10-12'],
      // Another's: the notice asks nothing of it.
      null,
    ],
  ])('%s', async (line, wanted, summary) => {
    const { tasks, ...days } = await data<{ tasks: { due_on: string }[] } & Record<string, string>>(
      await at('init'),
      `campaign open ${line}`,
    )
    expect(Object.values(days)).toEqual(wanted)
    expect(tasks.at(-1)?.due_on ?? null).toBe(summary)
  })

  it('lays no task with --no-tasks, and none that is there already', async () => {
    const cwd = await at('init')
    await done(cwd, 'campaign open --no-tasks')
    expect(await data(cwd, 'task list')).toEqual([])
    const title = '报送诚信服务月活动情况总结'
    await done(cwd, ['task', 'add', '--title', title, '--kind', '活动', '--campaign', '诚信服务月2014'])
    await done(cwd, 'campaign open --year 2014')
    const tasks = await data<Task[]>(cwd, 'task list')
    expect(tasks.filter(t => t.title === title)).toHaveLength(1)
    expect(tasks).toHaveLength(6)
  })
})

describe('campaign list', () => {
  it.each([
    ['', ['诚信服务月2013', '诚信服务月2012']],
    ['--from 2013-01-01', ['诚信服务月2013']],
    ['--from 2012-10-31 --to 2013-10-01', ['诚信服务月2013', '诚信服务月2012']],
    ['--from 2012-11-01 --to 2013-09-30', []],
  ])('%s: the latest first', async (line, names) => {
    const cwd = await at('init')
    await done(cwd, 'campaign open --year 2012 --no-tasks')
    await done(cwd, 'campaign open --no-tasks')
    const rows = await data<{ campaign: string }[]>(cwd, `campaign list ${line}`.trim())
    expect(rows.map(c => c.campaign)).toEqual(names)
  })
})

describe('tasks', () => {
  it('are added to a campaign, done, and told apart by kind, campaign and state', async () => {
    const cwd = await opened()
    await done(cwd, `campaign task ${MONTH} --title 经验交流会 --due-on 2013-10-25 --district 朝阳区`)
    await done(cwd, `campaign task ${MONTH} --title 录入 --kind 信用信息系统 --agency ${HAND}`)
    await done(cwd, 'task add --kind 失信联合惩戒 --title 报送 --source-no TS2013-001')
    const list = async (line: string) => (await data<Task[]>(cwd, `task list ${line}`)).map(t => t.title)
    expect(await list('--kind credit_system')).toEqual(['录入'])
    expect(await list('--kind 信用信息系统')).toEqual(['录入'])
    expect(await list('--kind joint_punishment')).toEqual(['报送'])
    expect(await list(`--campaign ${MONTH} --kind credit_system --state overdue`)).toEqual([])
    expect(await list(`--campaign ${MONTH} --agency ${HAND}`)).toEqual(['录入'])
    expect(await list('--district 朝阳区')).toEqual(['经验交流会', '录入'])
    expect(await list('--state open')).toHaveLength(9)
    // Five of the month and the one added were due in October.
    expect(await list('--state overdue')).toHaveLength(6)

    const finished = await data(cwd, ['task', 'done', '1', '--outcome', '已 分发', '--done-on', '2013-10-30'])
    expect(finished).toMatchObject({ id: 1, done_on: '2013-10-30', outcome: '已 分发' })
    expect(await list('--state done')).toHaveLength(1)
    expect((await done(cwd, 'task done 2')).stdout).toBe(
      `已完成：${(await data<Task[]>(cwd, 'task list'))[1]!.title}（2013-11-04）\n`,
    )
    const [first, second] = await data<Task[]>(cwd, 'task list')
    expect([first!.outcome, second!.done_on]).toEqual(['已 分发', '2013-11-04'])
    expect(await overview(cwd)).toMatchObject({ tasks_done: 2, tasks_open: 6, tasks_overdue: 4 })
    const { tasks } = await data<{ tasks: object }>(cwd, 'status')
    expect(tasks).toEqual({ open: 7, overdue: 4 })
    await done(cwd, 'log verify')
  })

  it('are planned without being written on a dry run', async () => {
    const cwd = await opened()
    const before = sha256(join(cwd, 'chengxin.db'))
    const line = `campaign task ${MONTH} --title 交流会 --dry-run`
    expect(await data(cwd, line)).toMatchObject({
      added: false,
      record: { campaign: MONTH, kind: 'campaign' },
    })
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})

describe('pacts and outstanding agencies', () => {
  it('are entered for several at once, listed, and taken back with a reason that the log keeps', async () => {
    const cwd = await opened()
    await done(cwd, `campaign pact ${MONTH} ${HAND} ${B} ${E} --on 2013-10-01`)
    await done(cwd, `campaign outstanding ${MONTH} ${NAME} --reason 带头自查 --on 2013-10-31`)
    await done(cwd, `campaign outstanding ${MONTH} ${B} --reason 零投诉 --on 2013-10-15`)
    const listed = `campaign outstanding ${MONTH}`
    expect(await data(cwd, listed)).toMatchObject([
      { uscc: B, day: '2013-10-15', reason: '零投诉' },
      { uscc: HAND, agency_name: NAME, district_code: '110105', day: '2013-10-31', reason: '带头自查' },
    ])
    expect(await data<object[]>(cwd, `${listed} --district 海淀区`)).toHaveLength(1)
    expect(await overview(cwd)).toMatchObject({ pacts: 3, agencies: 4, pact_rate: '75', outstanding: 2 })

    await done(cwd, `campaign outstanding ${MONTH} ${B} --remove --reason 登记错误`)
    await done(cwd, `campaign pact ${MONTH} ${E} --remove --reason 未张贴`)
    expect(await data<object[]>(cwd, listed)).toHaveLength(1)
    expect(await overview(cwd)).toMatchObject({ pacts: 2, outstanding: 1 })
    const log = await data<{ command: string; summary: object }[]>(cwd, 'log list')
    expect(log.slice(-2).map(e => [e.command, e.summary])).toMatchObject([
      ['campaign outstanding', { campaign: MONTH, removed: true, reason: '登记错误' }],
      ['campaign pact', { campaign: MONTH, removed: true, reason: '未张贴' }],
    ])
    await done(cwd, 'log verify')
  })

  it('of an agency that has given its license back do not count among those in business', async () => {
    const cwd = await opened()
    await done(cwd, `campaign pact ${MONTH} ${HAND} ${C} --on 2013-10-01`)
    const { writeFileSync } = await import('node:fs')
    const csv = `机构名称,统一社会信用代码,机构类别,机构性质,推荐范围,状态\n北京东篱样例劳务派遣有限公司,${C},经营性,民营企业,东城区,注销\n`
    writeFileSync(join(cwd, 'r.csv'), csv)
    await done(cwd, 'agency import r.csv')
    expect(await overview(cwd)).toMatchObject({ pacts: 1, agencies: 4, pact_rate: '25' })
  })

  it('are entered today where today lies in the campaign', async () => {
    const cwd = await at('roster')
    await done(cwd, 'campaign open --from 2013-11-01 --to 2013-11-30')
    await done(cwd, `campaign outstanding 诚信服务月2013 ${HAND} --reason 好`)
    expect(await data(cwd, 'campaign outstanding 诚信服务月2013')).toMatchObject([{ day: '2013-11-04' }])
    const { campaign } = await data<{ campaign: object }>(cwd, 'status')
    expect(campaign).toMatchObject({ name: MONTH, ends_on: '2013-11-30', days_left: 26 })
  })
})

describe('is refused, and nothing changes', () => {
  let prepared = ''
  beforeAll(async () => {
    prepared = await opened()
    await done(prepared, `campaign pact ${MONTH} ${HAND} --on 2013-10-10`)
    await done(prepared, `campaign outstanding ${MONTH} ${HAND} --on 2013-10-10 --reason 好`)
    await done(prepared, 'task done 1')
  }, 60_000)
  const copy = () => {
    const cwd = folder()
    copyFileSync(join(prepared, 'chengxin.db'), join(cwd, 'chengxin.db'))
    return cwd
  }

  it.each([
    ['campaign open', 3, ['CX1140']],
    [['campaign', 'open', ' 诚信 服务月2013 '], 3, ['CX1140']],
    ['campaign open --from 2013-10-05 --to 2013-10-04', 3, ['CX1140', 'CX1037', 'CX1037']],
    ['campaign open 周 --from 2013-10-05 --to 2013-10-12 --rebuild-by 2013-10-04', 3, ['CX1037']],
    ['campaign open --year 13', 2, ['CX6002']],
    ['campaign open 周 --from 2013-02-30', 2, ['CX6006']],
    [`campaign pact ${MONTH} ${HAND} --on 2013-10-20`, 3, ['CX1142']],
    [`campaign pact ${MONTH} ${B} ${B} --on 2013-10-20`, 3, ['CX1142']],
    [`campaign pact ${MONTH} ${B} --on 2013-09-30`, 3, ['CX1141']],
    [`campaign pact ${MONTH} ${B} ${HAND}`, 3, ['CX1141', 'CX1142']],
    [`campaign pact ${MONTH} ${B} --on 2013-11-05`, 3, ['CX1038', 'CX1141']],
    [`campaign pact ${MONTH} nobody ${B} noone --on 2013-10-20`, 4, ['CX4001', 'CX4001']],
    [`campaign pact 服务月 ${B} --on 2013-10-20`, 4, ['CX4002']],
    [`campaign pact ${MONTH} ${HAND} --remove`, 3, ['CX1023']],
    [`campaign pact ${MONTH} ${B} --remove --reason 错`, 3, ['CX1143']],
    [`campaign outstanding ${MONTH} ${B} --on 2013-10-20`, 3, ['CX1023']],
    [['campaign', 'outstanding', MONTH, B, '--on', '2013-10-20', '--reason', ' '], 3, ['CX1023']],
    [`campaign outstanding ${MONTH} ${B} --on 2013-11-01`, 3, ['CX1023', 'CX1141']],
    [`campaign outstanding ${MONTH} ${HAND} --on 2013-10-20 --reason 好`, 3, ['CX1142']],
    [`campaign outstanding ${MONTH} nobody --on 2013-10-20 --reason 好`, 4, ['CX4001']],
    [`campaign outstanding ${MONTH} ${HAND} --remove`, 3, ['CX1023']],
    [`campaign outstanding ${MONTH} ${B} --remove --reason 错`, 3, ['CX1143']],
    ['campaign outstanding 服务月', 4, ['CX4002']],
    ['campaign show 服务月', 4, ['CX4002']],
    ['campaign summary 服务月', 4, ['CX4002']],
    [`campaign summary ${MONTH} --district 无`, 4, ['CX4002']],
    ['campaign task 服务月 --title 会', 4, ['CX4002']],
    [`campaign task ${MONTH}`, 3, ['CX1023']],
    [`campaign task ${MONTH} --title 会 --district 无`, 3, ['CX1054']],
    [`campaign task ${MONTH} --title 会 --kind 会议 --due-on 2013-02-30`, 3, ['CX1032', 'CX1030']],
    [`campaign task ${MONTH} --title 报送诚信服务月活动情况总结`, 3, ['CX1093']],
    ['task done 1', 3, ['CX1144']],
    ['task done 1 --done-on 2013-11-05', 3, ['CX1144', 'CX1038']],
    ['task done 2 --done-on 2013-11-05', 3, ['CX1038']],
    ['task done 99', 4, ['CX4002']],
    ['task list --kind 会议', 2, ['CX6002']],
  ] as [string | string[], number, string[]][])('%s', async (line, code, codes) => {
    const cwd = copy()
    const before = sha256(join(cwd, 'chengxin.db'))
    for (const lang of [[], ['--lang', 'en']]) {
      const ran = await here(cwd, [...(typeof line === 'string' ? line.split(' ') : line), ...lang])
      expect([ran.code, ran.stdout], ran.stderr).toEqual([code, ''])
      expect(ran.stderr.match(/CX\d{4}/g)).toEqual(codes)
    }
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('names the campaigns there are, and the tasks that are open', async () => {
    expect((await here(copy(), 'campaign show 服务月')).stderr).toContain(MONTH)
    expect((await here(copy(), 'task done 99')).stderr).toContain('2 诚信服务大检查')
  })
})

describe('the summary', () => {
  let cwd = ''
  beforeAll(async () => {
    cwd = await opened()
    const visit = (who: string, day: string, more = '') =>
      `inspection add ${who} --batch 大检查 --date ${day} --officers 样检一、样检二 ${more}`
    const system = (who: string, name: string, state: string, day: string, more = '') =>
      `system set --agency ${who} --system ${name} --state ${state} --checked-on ${day} ${more}`
    const activity = (who: string, kind: string, day: string, more = '') =>
      `activity add ${who} --kind ${kind} --title 诚信 --held-on ${day} ${more}`
    const complaint = (no: string, received: string, more = '') =>
      `complaint add --agency ${HAND} --complaint-no ${no} --received-on ${received} --category 其他 ${more}`
    const sanction = (who: string, kind: string, day: string, no: string) =>
      `sanction add --agency ${who} --kind ${kind} --decided-on ${day} --authority 局 --fact 事 --sanction-no ${no}`
    const commitment = (who: string, kind: string, day: string, more = '') =>
      `commitment add --agency ${who} --kind ${kind} --signed-on ${day} ${more}`
    const lines = [
      visit(`--agency ${HAND}`, '2013-10-01', '--SC-05 不合格'),
      visit(`--agency ${HAND}`, '2013-10-31', '--SC-05 合格'),
      visit(`--agency ${B}`, '2013-10-10', '--SC-05 合格'),
      visit('--target 某公司 --target-kind 用人单位', '2013-10-12', '--SC-05 不合格'),
      visit(`--agency ${C}`, '2013-11-01', '--SC-05 不合格'),
      visit(`--agency ${D}`, '2013-09-30', '--SC-05 不合格'),
      // Rebuilt five days late; rebuilt in time; still missing; rebuilt before; found after; found long before.
      system(HAND, '台账', '未建立', '2013-10-09', '--rebuild-by 2013-10-20'),
      system(HAND, '台账', '已建立', '2013-10-25'),
      system(B, '台账', '未建立', '2013-10-10'),
      system(B, '台账', '已建立', '2013-10-31'),
      system(C, '反馈', '未建立', '2013-10-11'),
      system(D, '公示', '未建立', '2013-09-01'),
      system(D, '公示', '已建立', '2013-09-20'),
      system(E, '公示', '未建立', '2013-11-01'),
      system(D, '承诺', '未建立', '2013-08-01', '--rebuild-by 2013-10-15'),
      system(D, '承诺', '已建立', '2013-10-05'),
      activity(`--agency ${HAND}`, '培训', '2013-10-12', '--head-count 40'),
      activity(`--agency ${B}`, '培训', '2013-10-31'),
      activity(`--agency ${HAND}`, '培训', '2013-09-30', '--head-count 99'),
      activity(`--agency ${C}`, '宣传', '2013-10-01', '--head-count 15'),
      activity('--subject 某平台', '宣传', '2013-10-02', '--head-count 5'),
      activity(`--agency ${D}`, '座谈', '2013-10-08', '--head-count 7'),
      complaint('T-1', '2013-10-01'),
      complaint('T-2', '2013-09-02', '--closed-on 2013-10-31 --finding 不属实'),
      complaint('T-3', '2013-10-31', '--closed-on 2013-11-01 --finding 撤回'),
      sanction(HAND, '通报', '2013-10-15', 'C-1'),
      sanction(B, '约谈', '2013-10-16', 'C-2'),
      sanction(C, '约谈', '2013-10-31', 'C-3'),
      sanction(C, '约谈', '2013-11-01', 'C-4'),
      commitment(HAND, '机构', '2012-10-08'),
      commitment(HAND, '机构', '2013-10-08'),
      commitment(B, '机构', '2013-09-01'),
      commitment(HAND, '从业人员', '2013-10-08', '--signed-count 10'),
      commitment(HAND, '从业人员', '2013-10-20', '--signed-count 12'),
      commitment(B, '从业人员', '2013-05-01', '--signed-count 6'),
      // Its license ran out: it is none of those that the shares are told of.
      commitment(C, '从业人员', '2013-10-20', '--signed-count 9'),
      `campaign pact ${MONTH} ${HAND} ${B} ${D} --on 2013-10-09`,
      `campaign outstanding ${MONTH} ${B} --on 2013-10-30 --reason 零投诉`,
      'task done 3',
    ]
    for (const line of lines) await done(cwd, line.trim())
  }, 60_000)

  it('counts what lies in the month, each figure with its records', async () => {
    const { systems, ...rest } = await data<{ systems: Record<string, Record<string, unknown>>[] }>(
      cwd,
      `campaign summary ${MONTH}`,
    )
    expect(rest).toMatchObject({
      campaign: MONTH,
      district: null,
      pacts: { count: 3, of: 4, rate: '75' },
      inspections: {
        visits: { count: 4 },
        agencies: { count: 2, of: 4, rate: '50' },
        failed: { count: 1, of: 2, rate: '50' },
      },
      activities: [
        { kind: '培训', count: 2, heads: 40, unknown: 1 },
        { kind: '宣传', count: 2, heads: 20, unknown: 0 },
        { kind: '座谈', count: 1, heads: 7, unknown: 0 },
      ],
      commitments: {
        agencies: { count: 1, of: 4 },
        agencies_to_date: { count: 2, of: 4, rate: '50' },
        staff: { count: 1, heads: 12 },
        staff_to_date: { count: 2, heads: 18 },
      },
      complaints: { received: { records: ['T-1', 'T-3'] }, closed: { records: ['T-2'] } },
      sanctions: [
        { kind: '约谈', count: 2, records: ['C-2', 'C-3'] },
        { kind: '通报', count: 1, records: ['C-1'] },
      ],
      tasks: { done: { count: 1, records: ['3'] }, open: { count: 5 }, overdue: { count: 4 } },
      outstanding: [{ uscc: B, day: '2013-10-30', reason: '零投诉' }],
    })
    const counts = ['found', 'missing', 'rebuilt', 'overdue'] as const
    expect(systems.map(s => [s.system, ...counts.map(key => s[key]!.count)])).toEqual([
      ['disclosure', 2, 0, 0, 0],
      ['commitment', 1, 1, 1, 0],
      ['ledger', 2, 2, 2, 1],
      ['feedback', 1, 1, 0, 1],
    ])
  })

  it('names records by what the lists call them', async () => {
    const { inspections } = await data<{
      inspections: { visits: { records: string[] }; failed: { records: string[] } }
    }>(cwd, `campaign summary ${MONTH}`)
    const listed = await data<{ id: number; date: string }[]>(
      cwd,
      'inspection list --from 2013-10-01 --to 2013-10-31',
    )
    expect(inspections.visits.records).toEqual(listed.map(i => String(i.id)))
    expect(inspections.failed.records).toEqual([String(listed[0]!.id)])
  })

  it('of a district counts its own', async () => {
    expect(await data(cwd, `campaign summary ${MONTH} --district 朝阳区`)).toMatchObject({
      district: '朝阳区',
      pacts: { count: 1, of: 1, rate: '100' },
      inspections: { visits: { count: 2 }, agencies: { count: 1, of: 1 }, failed: { count: 1, of: 1 } },
      activities: [
        { kind: '培训', count: 1, heads: 40 },
        { kind: '宣传', count: 0, heads: 0 },
      ],
      complaints: { received: { count: 2 }, closed: { count: 1 } },
      sanctions: [{ kind: '通报', count: 1 }],
      tasks: { done: { count: 0 }, open: { count: 0 } },
      outstanding: [],
    })
  })

  it('of a district without agencies has no rates', async () => {
    const summary = await data(cwd, `campaign summary ${MONTH} --district 怀柔区`)
    expect(summary).toMatchObject({
      pacts: { count: 0, of: 0, rate: null },
      inspections: { agencies: { rate: null }, failed: { rate: null } },
    })
    const { stdout } = await done(cwd, `campaign summary ${MONTH} --district 怀柔区`)
    expect(stdout).toContain('张贴 0 家，共 0 家，张贴率 —\n')
  })

  it('reads as the bones of the paper', async () => {
    const { stdout } = await done(cwd, `campaign summary ${MONTH}`)
    expect(stdout.split('\n')).toEqual([
      '诚信服务月2013活动情况（2013-10-01 至 2013-10-31），截至 2013-11-04',
      '',
      '自律公约：张贴 3 家，共 4 家，张贴率 75%',
      '诚信服务大检查：检查 4 次；查机构 2 家，共 4 家，覆盖率 50%；有不合格项 1 家',
      '服务公示制度：未建立 0 家，已补建 0 家，超期 0 家',
      '服务承诺制度：未建立 1 家，已补建 1 家，超期 0 家',
      '服务台账制度：未建立 2 家，已补建 2 家，超期 1 家',
      '服务反馈制度：未建立 1 家，已补建 0 家，超期 1 家',
      '培训：2 次，40 人（另有 1 次没有人数）',
      '宣传：2 次，20 人',
      '座谈：1 次，7 人',
      '承诺书：活动期间机构 1 家、从业人员 12 人；至今机构 2 家，共 4 家，签署率 50%，从业人员 18 人',
      '投诉举报：收到 2 件，办结 1 件',
      '惩戒：约谈 2 件、通报 1 件',
      '事项：完成 1 项，未完成 5 项，其中超期 4 项',
      '表现突出：1 家',
      '  北京石榴籽样例人才服务有限公司（2013-10-30）：零投诉',
      '',
    ])
  })

  it.each(['show', 'summary'])(
    '%s has the envelope, one line of ndjson, keys and values as CSV',
    async verb => {
      const line = `campaign ${verb} ${MONTH}`
      const envelope = JSON.parse((await done(cwd, `${line} --json`)).stdout) as Record<string, unknown>
      expect(Object.keys(envelope)).toEqual(['schema_version', 'data', 'warnings'])
      expect(JSON.parse((await done(cwd, `${line} --format ndjson`)).stdout)).toEqual(envelope.data)
      const { stdout, stderr } = await done(cwd, `${line} --format csv`)
      expect(stdout).toMatch(/^\uFEFFkey,value\r\ncampaign,诚信服务月2013\r\n/)
      expect(stderr).toBe('')
      const english = (await done(cwd, `--lang en ${line}`)).stdout
      expect(english).toMatch(/Outstanding: 1 agency/)
      expect(english).not.toMatch(/undefined|null/)
    },
  )

  it('and the list and the campaign itself tell the same of systems', async () => {
    expect(await overview(cwd)).toMatchObject({ systems_missing: 4, systems_rebuilt: 3 })
    const { systems } = await data<{ systems: object[] }>(cwd, `campaign show ${MONTH}`)
    expect(systems).toMatchObject([
      { uscc: C, system: 'feedback', found_on: '2013-10-11', due_on: '2013-10-31', overdue: true },
    ])
    expect((await done(cwd, `campaign show ${MONTH}`)).stdout).toContain(
      '服务反馈制度，2013-10-31 前补建，已超期',
    )
  })

  it('forgets what an import said that was taken back', async () => {
    const { writeFileSync } = await import('node:fs')
    const csv = `统一社会信用代码,机构名称,制度,建立情况,核查日期\n${C},北京东篱样例劳务派遣有限公司,反馈,已建立,2013-10-20\n${C},北京东篱样例劳务派遣有限公司,公示,未建立,2013-10-20\n`
    writeFileSync(join(cwd, 's.csv'), csv)
    const { batch } = await data<{ batch: number }>(cwd, 'system import s.csv')
    expect(await overview(cwd)).toMatchObject({ systems_missing: 5, systems_rebuilt: 4 })
    await done(cwd, `import undo ${batch}`)
    expect(await overview(cwd)).toMatchObject({ systems_missing: 4, systems_rebuilt: 3 })
    // The number of the row taken back may be that of another one now.
    await done(cwd, `system set --agency ${E} --system 反馈 --state 已建立 --checked-on 2013-10-21`)
    expect(await overview(cwd)).toMatchObject({ systems_missing: 4, systems_rebuilt: 3 })
  })
})
