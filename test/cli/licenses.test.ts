// The whole life of a license, with every refusal on the way; and what a new one brings.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, data, done, HAND, here, sha256 } from './run.ts'

const NEW = '91110105CXJG009048'
const NEW_NAME = '北京样例新设人力资源有限公司'
/** Without a license, as public bodies are. */
const PUBLIC = '12110106CXJG0004XA'

const OF_NEW = `--name ${NEW_NAME} --uscc ${NEW} --kind 经营性 --district 朝阳区`
const LICENSE = '--license-no X1 --license-issuer 朝阳局 --decided-on 2013-11-01 --valid-to 2016-10-31'
const ISSUE = `license issue ${OF_NEW} ${LICENSE}`

interface Outcome {
  done: boolean
  agency: Record<string, unknown>
  changes: { field: string; before: string | null; after: string | null }[]
  tasks: { title: string; basis: string; due_on: string | null }[]
  touched: { honors: { title: string }[]; tasks: { title: string }[] }
  problems: { code: string; column: string }[]
}

const events = (cwd: string) => data<Record<string, unknown>[]>(cwd, `license list --agency ${NEW}`)

describe('a license', () => {
  it('is issued to a new agency, changed, renewed, cancelled and issued again; each is one entry', {
    timeout: 30_000,
  }, async () => {
    const cwd = await at('records')
    const issued = await data<Outcome>(cwd, `${ISSUE} --legal-rep 样九 --tasks-due 2013-12-31`)
    const license = {
      ...{ license_no: 'X1', license_issuer: '朝阳局', issued_on: '2013-11-01' },
      ...{ valid_to: '2016-10-31', license_status: 'valid' },
    }
    expect(issued.agency).toMatchObject({ uscc: NEW, district: '朝阳区', legal_rep: '样九', ...license })
    expect(await data(cwd, `agency show ${NEW}`)).toMatchObject(license)

    const change = `license change ${NEW} --change 住所、名称 --address 朝阳区样例路9号 --name 北京样例更名人力资源有限公司`
    const changed = await data<Outcome>(cwd, `${change} --occurred-on 2013-11-02 --reported-on 2013-11-04`)
    expect(changed.changes.map(c => [c.field, c.before, c.after])).toEqual([
      ['name', NEW_NAME, '北京样例更名人力资源有限公司'],
      ['address', null, '朝阳区样例路9号'],
    ])
    const renewed = await data<Outcome>(cwd, `license renew ${NEW} --valid-to 2019-10-31`)
    expect(renewed.agency).toMatchObject({ valid_to: '2019-10-31', license_status: 'valid' })
    const cancelled = await data<Outcome>(cwd, `license cancel ${NEW} --reason 自行申请`)
    expect(cancelled.agency).toMatchObject({ license_no: 'X1', license_status: 'cancelled' })
    const again = `license issue --agency ${NEW} --license-no X2 --license-issuer 朝阳局 --valid-to 2020-01-01`
    expect((await data<Outcome>(cwd, again)).agency).toMatchObject({
      license_no: 'X2',
      issued_on: '2013-11-04',
      license_status: 'valid',
    })

    const blank = { valid_to: null, change: null, occurred_on: null, reported_on: null, reason: null }
    expect(await events(cwd)).toMatchObject([
      { ...blank, kind: 'issue', decided_on: '2013-11-01', license_no: 'X1', valid_to: '2016-10-31' },
      {
        ...blank,
        ...{ kind: 'change', decided_on: '2013-11-04', change: '住所、名称' },
        ...{ occurred_on: '2013-11-02', reported_on: '2013-11-04' },
      },
      { ...blank, kind: 'renew', license_no: 'X1', valid_to: '2019-10-31' },
      { ...blank, kind: 'cancel', license_no: 'X1', reason: '自行申请' },
      { ...blank, kind: 'issue', license_no: 'X2', valid_to: '2020-01-01' },
    ])
    const log = await data<{ command: string; rows: number; summary: object }[]>(cwd, 'log list')
    const own = log.filter(e => e.command.startsWith('license'))
    // Agency, event and six tasks; then agency and event.
    expect(own.map(e => [e.command, e.rows])).toEqual([
      ['license issue', 8],
      ['license change', 2],
      ['license renew', 2],
      ['license cancel', 2],
      ['license issue', 8],
    ])
    expect(own[3]!.summary).toMatchObject({ license: 'X1', reason: '自行申请' })
    await done(cwd, 'log verify')
    const past = await data<{ field: string; command: string; reason: string | null }[]>(
      cwd,
      `agency history ${NEW}`,
    )
    expect(past.filter(c => c.command === 'license cancel')).toMatchObject([
      { field: 'license_status', reason: '自行申请' },
    ])
  })

  it('brings the archive, the education and the four systems, each with its clause and day', async () => {
    const cwd = await at('roster')
    const { tasks } = await data<Outcome>(cwd, `${ISSUE} --tasks-due 2013-12-31`)
    expect(tasks.map(t => t.title)).toEqual([
      '诚信档案：基本信息、诚信承诺书',
      '诚信教育',
      '服务公示制度核查',
      '服务承诺制度核查',
      '服务台账制度核查',
      '服务反馈制度核查',
    ])
    for (const task of tasks) expect(task.basis).toMatch(/^京人社市场发〔2013〕220号 三（[一六]）/)
    const listed = await data<Record<string, unknown>[]>(cwd, `task list --agency ${NEW} --state open`)
    const kinds = ['archive', 'education', 'system', 'system', 'system', 'system']
    expect(listed.map(t => t.kind)).toEqual(kinds)
    for (const task of listed) expect(task).toMatchObject({ source_no: 'X1', due_on: '2013-12-31' })
    const { stdout } = await done(await at('roster'), ISSUE)
    expect(stdout).toContain('诚信档案随之建立')
    expect(stdout).toContain('  诚信教育（京人社市场发〔2013〕220号 三（一）2）\n')
  })

  it('issued again under its number leaves the tasks as they are', async () => {
    const cwd = await at('roster')
    await done(cwd, ISSUE)
    await done(cwd, 'task edit 1 --done-on 2013-11-04 --reason 已办')
    await done(cwd, `license cancel ${NEW} --reason 误发`)
    await done(cwd, `license issue --agency ${NEW} ${LICENSE.replace('2013-11-01', '2013-11-03')}`)
    const tasks = await data<{ done_on: string | null }[]>(cwd, `task list --agency ${NEW}`)
    expect(tasks.map(t => t.done_on)).toEqual(['2013-11-04', null, null, null, null, null])
  })

  it('of an agency on the roster keeps what is not given', async () => {
    const cwd = await at('roster')
    const line = `license issue --agency ${PUBLIC} --license-no X1 --license-issuer 丰台局 --valid-to 长期 --scope 职业介绍`
    const { agency, changes } = await data<Outcome>(cwd, line)
    expect(agency).toMatchObject({ valid_to: '9999-12-31', scope: '职业介绍', phone: '010-00000004' })
    expect(changes.map(c => c.field)).toEqual([
      'license_no',
      'license_issuer',
      'issued_on',
      'valid_to',
      'scope',
    ])
  })

  it('that has run out may be renewed, and issued anew', async () => {
    const cwd = await at('roster')
    const late = 'license renew 91110101CXJG000315 --valid-to 2016-10-07'
    expect((await data<Outcome>(cwd, late)).agency).toMatchObject({ license_status: 'valid' })
    const anew = `license issue --agency 91110101CXJG000315 ${LICENSE}`
    await done(await at('roster'), anew)
  })

  it('cancelled names the honors in force and the open tasks, and changes none', async () => {
    const cwd = await at('records')
    await done(cwd, `task add --agency ${HAND} --kind 其他 --title 补报`)
    const before = [await data(cwd, 'honor list'), await data(cwd, 'task list')]
    const { touched } = await data<Outcome>(cwd, `license cancel ${HAND} --reason 停业 --dry-run`)
    expect(touched.honors.map(h => h.title)).toEqual(['诚信服务窗口'])
    expect(touched.tasks.map(t => t.title)).toEqual(['补报'])
    const { stderr } = await done(cwd, `license cancel ${HAND} --reason 停业`)
    expect(stderr).toMatch(/诚信服务窗口.*程序不自动撤销\n还有未完成的待办：补报；程序不自动处理\n/)
    expect([await data(cwd, 'honor list'), await data(cwd, 'task list')]).toEqual(before)
  })

  it('nothing on a dry run', async () => {
    const cwd = await at('roster')
    const before = sha256(join(cwd, 'chengxin.db'))
    const outcome = await data<Outcome>(cwd, `${ISSUE} --dry-run`)
    expect(outcome).toMatchObject({ done: false, problems: [], agency: { uscc: NEW, license_no: 'X1' } })
    expect(outcome.tasks).toHaveLength(6)
    expect((await done(cwd, `${ISSUE} --dry-run`)).stdout).toMatch(/^可以核发 .*没有写入\n/)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})

const CANCELLED = `license cancel ${HAND} --reason 停业`

/** What is wrong, what was done before, the command line, and the codes and places, all at once. */
const REFUSED: [string, string | null, string | string[], string[]][] = [
  [
    'a new agency of which nothing is told',
    null,
    'license issue',
    [
      'CX1023 --license-no',
      'CX1023 --license-issuer',
      'CX1023 --valid-to',
      'CX1023 --name',
      'CX1023 --kind',
      'CX1023 --district',
    ],
  ],
  [
    'bad values',
    null,
    `license issue --name A --kind 公司 --district 某区 --license-no X --license-issuer 局 --valid-to 2013-02-30`,
    ['CX1032 --kind', 'CX1030 --valid-to', 'CX1054 --district'],
  ],
  ['a code that does not check', null, ISSUE.replace(NEW, '91110105CXJG009040'), ['CX1042 --uscc']],
  [
    'a new agency whose code is on the roster',
    null,
    `license issue ${OF_NEW.replace(NEW, PUBLIC)} ${LICENSE}`,
    ['CX1130 --uscc'],
  ],
  [
    'a new agency whose name is on the roster',
    null,
    `license issue --name 北京晴禾样例人力资源有限公司 --kind 经营性 --district 朝阳区 ${LICENSE}`,
    ['CX1130 --name'],
  ],
  [
    'a number that another agency has',
    null,
    ISSUE.replace('X1', '样例人服证字110105第0001号'),
    ['CX1056 --license-no'],
  ],
  ['an agency that has a license', null, `license issue --agency ${HAND} ${LICENSE}`, ['CX1134 --agency']],
  ['valid to a day before it begins', null, ISSUE.replace('2016-10-31', '2013-10-31'), ['CX1037 --valid-to']],
  ['issued in the future', null, ISSUE.replace('2013-11-01', '2013-11-05'), ['CX1038 --decided-on']],
  ['tasks due before it', null, `${ISSUE} --tasks-due 2013-10-31`, ['CX1037 --tasks-due']],
  ['a change that is not told', null, `license change ${HAND} --address 新址`, ['CX1023 --change']],
  [
    'a change reported before it occurred, and both to come',
    null,
    `license change ${HAND} --change 住所 --occurred-on 2013-11-06 --reported-on 2013-11-05`,
    ['CX1037 --reported-on', 'CX1038 --occurred-on', 'CX1038 --reported-on'],
  ],
  [
    'a change to a number that another agency has',
    null,
    `license change ${HAND} --change 换证 --license-no 样例人服证字110108第0002号`,
    ['CX1056 --license-no'],
  ],
  [
    'the same change twice on a day',
    `license change ${HAND} --change 住所`,
    `license change ${HAND} --change 住所`,
    ['CX1093 --decided-on'],
  ],
  [
    'a step before the license was issued',
    null,
    `license change ${HAND} --change 住所 --decided-on 2009-03-11`,
    ['CX1037 --decided-on'],
  ],
  ['a renewal without its day', null, `license renew ${HAND}`, ['CX1023 --valid-to']],
  ['a renewal to the day it has', null, `license renew ${HAND} --valid-to 2014-03-11`, ['CX1137 --valid-to']],
  ['a renewal to an earlier day', null, `license renew ${HAND} --valid-to 2013-12-31`, ['CX1137 --valid-to']],
  [
    'a renewal without a license',
    null,
    `license renew ${PUBLIC} --valid-to 2016-01-01`,
    [`CX1135 ${PUBLIC}`],
  ],
  ['a change without a license', null, `license change ${PUBLIC} --change 住所`, [`CX1135 ${PUBLIC}`]],
  ['a cancellation without a license', null, `license cancel ${PUBLIC} --reason x`, [`CX1135 ${PUBLIC}`]],
  ['a cancellation without a reason', null, `license cancel ${HAND}`, ['CX1023 --reason']],
  [
    'a cancellation with a blank one',
    null,
    ['license', 'cancel', HAND, '--reason', ' '],
    ['CX1023 --reason'],
  ],
  ['a cancelled license cancelled', CANCELLED, CANCELLED, [`CX1136 ${HAND}`]],
  [
    'a cancelled license renewed',
    CANCELLED,
    `license renew ${HAND} --valid-to 2020-01-01`,
    [`CX1136 ${HAND}`],
  ],
  ['a cancelled license changed', CANCELLED, `license change ${HAND} --change 住所`, [`CX1136 ${HAND}`]],
]

describe('is refused, and everything stays as it is', () => {
  it.each(REFUSED)('%s', async (_, first, line, wanted) => {
    const cwd = await at('roster')
    if (first !== null) await done(cwd, first)
    const before = sha256(join(cwd, 'chengxin.db'))
    const words = typeof line === 'string' ? line.split(' ') : line
    const ran = await here(cwd, words)
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    expect(ran.stderr).toMatch(/没有办理，数据没有改动\n$/)
    const outcome = await data<Outcome>(cwd, words, 3)
    expect(outcome.done).toBe(false)
    expect(outcome.problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it.each([
    ['license renew 某某公司 --valid-to 2016-01-01', 4, 'CX4001'],
    ['license issue --agency 某某公司', 4, 'CX4001'],
    ['license renew', 2, 'CX6001'],
    ['license cancel --reason x', 2, 'CX6001'],
  ])('%s', async (line, code, says) => {
    const ran = await here(await at('roster'), line)
    expect([ran.code, ran.stdout]).toEqual([code, ''])
    expect(ran.stderr).toContain(says)
  })
})
