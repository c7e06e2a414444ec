// Penalties, sanctions and incentives through their lives, with every refusal on the way.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, data, done, five, HAND, here, sha256 } from './run.ts'

const MIYUN = '52110228CXJG000587'
const SHILIU = '91110108CXJG00023F'

interface Stepped {
  record: Record<string, unknown>
  problems: { code: string; column: string }[]
  notes: Record<string, unknown>[]
}

/** The five agencies with their records and measures. */
async function desk(): Promise<string> {
  const cwd = await at('records')
  for (const [noun, file] of Object.entries({
    sanction: 'sanctions',
    offense: 'offenses',
    incentive: 'incentives',
    listing: 'listings',
  }))
    await done(cwd, `${noun} import ${five(file)}`)
  return cwd
}

const warnings = async (cwd: string, line: string | string[]): Promise<string[]> => {
  const words = typeof line === 'string' ? line.split(' ') : line
  const ran = await done(cwd, [...words, '--json'])
  const found = (JSON.parse(ran.stdout) as { warnings: { code: string; column: string }[] }).warnings
  return found.map(w => `${w.code} ${w.column}`)
}

describe('a penalty', () => {
  it('is revoked with a reason; what rests on it is named and stays', async () => {
    const cwd = await desk()
    const before = await data(cwd, 'sanction list')
    const { record, notes } = await data<Stepped>(
      cwd,
      'penalty revoke 样例罚字〔2013〕1号 --reason 复议撤销 --revoked-on 2013-10-20',
    )
    expect(record).toMatchObject({ status: 'revoked', revoked_on: '2013-10-20', revoke_reason: '复议撤销' })
    expect(record).toMatchObject({ agency_name: '密云样例职业介绍服务社', fine_yuan: '5000.00' })
    expect(notes).toEqual([{ is: 'rests', noun: 'sanction', id: 3, record: '样例惩字〔2013〕3号' }])
    expect(await data(cwd, 'sanction list')).toEqual(before)
    const log = await data<{ command: string; summary: unknown; rows: number }[]>(cwd, 'log list')
    expect(log.at(-1)).toMatchObject({
      command: 'penalty revoke',
      rows: 1,
      summary: { record: '样例罚字〔2013〕1号', reason: '复议撤销' },
    })
    await done(cwd, 'log verify')
  })

  it('names list entries that rest on it, but not those that are over', async () => {
    const cwd = await desk()
    const over = await data<Stepped>(cwd, 'penalty revoke 样例罚字〔2011〕7号 --reason 判决撤销')
    expect(over.notes).toEqual([])
    const add = `listing add --agency ${HAND} --list 黑名单 --basis 消防处罚 --source-no 样例罚字〔2012〕3号`
    await done(cwd, 'listing exit 1 --kind 撤销 --reason 更正 --exited-on 2013-10-01')
    await done(cwd, `${add} --noticed-on 2013-10-01 --listed-on 2013-10-10 --persons 样一`)
    const ran = await done(cwd, 'penalty revoke 样例罚字〔2012〕3号 --reason 判决撤销')
    expect(ran.stdout).toBe('样例罚字〔2012〕3号 已撤销\n')
    expect(ran.stderr).toContain('名单记录 4（北京晴禾样例人力资源有限公司 黑名单 2013-10-10）以它为依据')
  })

  it('goes under review and comes back; it counts all the time', async () => {
    const cwd = await desk()
    const step = async (...more: string[]) =>
      (await data<Stepped>(cwd, ['penalty', 'review', '样例罚字〔2012〕3号', ...more])).record.status
    expect(await step('--reason', '申请复议')).toBe('under_review')
    expect(await step('--ended')).toBe('in_force')
    expect(await step()).toBe('under_review')
    const { record } = await data<Stepped>(cwd, 'penalty revoke 样例罚字〔2012〕3号 --reason 复议决定撤销')
    expect(record).toMatchObject({ status: 'revoked', revoked_on: '2013-11-04' })
  })

  it('is repaired: the decision stands and still counts against indicator 4', async () => {
    const cwd = await desk()
    const { record } = await data<Stepped>(
      cwd,
      'penalty repair 样例罚字〔2012〕3号 --repaired-on 2013-06-01 --reason 已整改',
    )
    expect(record).toMatchObject({ status: 'in_force', repaired_on: '2013-06-01', revoke_reason: null })
    const listed = await data<{ decision_no: string }[]>(cwd, 'penalty list --state repaired')
    expect(listed.map(p => p.decision_no)).toEqual(['样例罚字〔2012〕3号'])
    await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
    await done(cwd, 'evaluation run')
    const { indicators } = await data<{ indicators: { number: number; rules: unknown[] }[] }>(
      cwd,
      `evaluation explain ${HAND}`,
    )
    expect(JSON.stringify(indicators.find(i => i.number === 4))).toContain('样例罚字〔2012〕3号')
  })
})

describe('an order to put right', () => {
  it('is done in time by its number, or late by its id, which is said', async () => {
    const cwd = await desk()
    const late = await done(cwd, 'sanction done 3 --rectified-on 2013-07-15')
    expect(late.stderr).toMatch(/CX1159.*超期 10 天（期限 2013-07-05）/)
    const add = `sanction add --agency ${MIYUN} --kind 责令整改 --authority 局 --fact 未公示 --decided-on 2013-10-20`
    await done(cwd, `${add} --sanction-no 惩9号 --rectify-due 2013-11-04`)
    const ran = await done(cwd, 'sanction done 惩9号')
    expect([ran.stdout, ran.stderr]).toEqual(['惩9号 整改完成\n', ''])
    expect(await data(cwd, 'sanction list --state to_rectify')).toEqual([])
  })

  it('is overdue the day after its day', async () => {
    const cwd = await desk()
    const overdue = async (today: string) =>
      (await data<{ id: number }[]>(cwd, `--today ${today} sanction list --state overdue`)).map(s => s.id)
    expect(await overdue('2013-07-05')).toEqual([])
    expect(await overdue('2013-07-06')).toEqual([3])
    expect(await overdue('2013-11-04')).toEqual([3])
  })
})

describe('a sanction', () => {
  const add = (agency: string, kind: string, more = '') =>
    `sanction add --agency ${agency} --kind ${kind} --decided-on 2013-10-18 --authority 局 --fact 违规${more}`

  it.each([
    ['列入黑名单', 'listing', `chengxin listing add --agency ${HAND} --list 黑名单`],
    ['撤销荣誉', 'honor', `chengxin honor list --agency ${HAND} --state valid`],
    ['注销许可证', 'license', `chengxin license cancel ${HAND}`],
  ])('%s records the decision and names what carries it out', async (kind, by, command) => {
    const cwd = await desk()
    const before = await data<unknown[]>(cwd, 'listing list')
    const { notes } = await data<{ notes: unknown[] }>(cwd, `${add(HAND, kind)} --dry-run`)
    expect(notes).toEqual([{ is: 'decided', kind, by, agency: HAND }])
    const ran = await done(cwd, add(HAND, kind))
    expect(ran.stderr).toContain(command)
    expect(await data(cwd, 'listing list')).toEqual(before)
    expect((await data<{ license_status: string }>(cwd, `agency show ${HAND}`)).license_status).toBe('valid')
  })

  it('of a practitioner names that practitioner', async () => {
    const ran = await done(await desk(), add(HAND, '约谈', ' --person 样例员工乙'))
    expect(ran.stdout).toBe('已登记 样例员工乙 约谈 2013-10-18\n')
  })

  it.each([
    // Its only order was due on 5 July and is open.
    [MIYUN, '注销许可证', '', []],
    // Neither an order left undone nor a serious offense.
    [SHILIU, '注销许可证', '', ['CX1152 --kind']],
    [SHILIU, '暂缓通过年审', '', ['CX1152 --kind']],
    [SHILIU, '通报', '', []],
    [SHILIU, '约谈', '', []],
  ])('%s %s%s: warned of %j', async (agency, kind, more, wanted) => {
    expect(await warnings(await desk(), add(agency, kind, more))).toEqual(wanted)
  })

  it('a graver step while an order runs, or after a serious offense', async () => {
    const cwd = await desk()
    await done(
      cwd,
      `sanction add --agency ${SHILIU} --kind 责令整改 --decided-on 2013-10-10 --authority 局 --fact 未公示 --rectify-due 2013-10-18`,
    )
    expect(await warnings(cwd, add(SHILIU, '曝光'))).toEqual(['CX1152 --kind'])
    await done(cwd, 'sanction done 4 --rectified-on 2013-10-17')
    expect(await warnings(cwd, add(SHILIU, '通报'))).toEqual([])
    await done(
      cwd,
      `offense add --agency ${SHILIU} --kind 违法违规 --date 2013-10-18 --fact 伪造证照 --serious 是`,
    )
    expect(await warnings(cwd, add(SHILIU, '注销许可证'))).toEqual([])
  })
})

describe('an incentive', () => {
  const add = (agency: string, kind: string, starts = '2013-10-10') =>
    `incentive add --agency ${agency} --kind ${kind} --basis 三（八）1 --starts-on ${starts}`

  it('is ended with a reason', async () => {
    const cwd = await desk()
    const { record } = await data<Stepped>(cwd, 'incentive end 1 --reason 查实收费争议 --ended-on 2013-11-01')
    expect(record).toMatchObject({ id: 1, ended_on: '2013-11-01', end_reason: '查实收费争议' })
    expect(await data<unknown[]>(cwd, 'incentive list --state ended')).toHaveLength(2)
  })

  it('granted to one on the black list, or to one restricted, is warned of; the exact one again is refused', async () => {
    const cwd = await desk()
    expect(await warnings(cwd, `${add(HAND, '绿色通道')} --dry-run`)).toEqual(['CX1158 --kind'])
    expect(await warnings(cwd, `${add(HAND, '绿色通道', '2013-04-14')} --dry-run`)).toEqual([])
    // The ban is on one of its people.
    expect(await warnings(cwd, `${add(MIYUN, '绿色通道')} --dry-run`)).toEqual([])
    expect(await warnings(cwd, `${add(MIYUN, '媒体推介')} --person 样例员工丁 --dry-run`)).toEqual([
      'CX1158 --kind',
    ])
    await done(cwd, `${add(MIYUN, '限制经营')} --ends-on 2014-10-09`)
    expect(await warnings(cwd, add(MIYUN, '绿色通道', '2014-10-09'))).toEqual(['CX1158 --kind'])
    expect(await warnings(cwd, add(MIYUN, '绿色通道', '2014-10-10'))).toEqual([])
    const again = await here(cwd, add(MIYUN, '绿色通道', '2014-10-10'))
    expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('CX1093')])
  })

  it('a restriction needs a term, which may be without end', async () => {
    const cwd = await desk()
    const ran = await here(cwd, add(MIYUN, '行业禁入'))
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringMatching(/CX1039[\s\S]*位置：--ends-on/)])
    await done(cwd, `${add(MIYUN, '行业禁入')} --ends-on 长期`)
  })
})

describe('is refused, and the file stays as it is', () => {
  it.each([
    ['penalty revoke 样例罚字〔2013〕2号 --reason 复议', ['CX1150 样例罚字〔2013〕2号']],
    ['penalty revoke 样例罚字〔2013〕1号', ['CX1023 --reason']],
    ['penalty revoke 样例罚字〔2013〕1号 --reason 复议 --revoked-on 2013-06-19', ['CX1037 --revoked-on']],
    ['penalty revoke 样例罚字〔2013〕1号 --reason 复议 --revoked-on 2013-11-05', ['CX1038 --revoked-on']],
    [
      'penalty revoke 样例罚字〔2013〕1号 --revoked-on 2013-02-30',
      ['CX1030 --revoked-on', 'CX1023 --reason'],
    ],
    ['penalty review 样例罚字〔2013〕2号', ['CX1150 样例罚字〔2013〕2号']],
    ['penalty review 样例罚字〔2013〕1号 --ended', ['CX1150 样例罚字〔2013〕1号']],
    ['penalty repair 样例罚字〔2013〕2号', ['CX1150 样例罚字〔2013〕2号']],
    ['penalty repair 样例罚字〔2013〕1号 --repaired-on 2013-06-19', ['CX1037 --repaired-on']],
    ['penalty repair 样例罚字〔2013〕1号 --repaired-on 2013-11-05', ['CX1038 --repaired-on']],
    ['sanction done 样例惩字〔2013〕1号', ['CX1150 样例惩字〔2013〕1号']],
    ['sanction done 样例惩字〔2013〕2号', ['CX1150 样例惩字〔2013〕2号']],
    ['sanction done 3 --rectified-on 2013-11-05', ['CX1038 --rectified-on']],
    ['sanction done 3 --rectified-on 2013-06-20', ['CX1037 --rectified-on']],
    ['incentive end 1', ['CX1023 --reason']],
    ['incentive end 2 --reason 查实', ['CX1150 2']],
    ['incentive end 1 --reason 查实 --ended-on 2012-11-30', ['CX1037 --ended-on']],
    ['incentive end 1 --reason 查实 --ended-on 2013-11-05', ['CX1038 --ended-on']],
    ['incentive end 3 --reason 查实 --ended-on 2014-07-01', ['CX1150 3']],
    ['listing exit 3 --kind 撤销 --reason 更正', ['CX1150 3']],
    ['listing exit 1 --kind 期满 --reason 期满', ['CX1150 1']],
    ['listing exit 1', ['CX1023 --kind', 'CX1023 --reason']],
    ['listing exit 1 --kind 修复 --reason 已整改 --exited-on 2013-04-14', ['CX1037 --exited-on']],
    ['listing exit 1 --kind 修复 --reason 已整改 --exited-on 2013-11-05', ['CX1038 --exited-on']],
    ['listing exit 1 --kind 放行 --reason 已整改', ['CX1032 --kind']],
  ])('%s', async (line, wanted) => {
    const cwd = await desk()
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, line)
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    expect(ran.stderr).toMatch(/没有改动\n$/)
    const { problems, notes } = await data<Stepped>(cwd, line, 3)
    expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
    expect(notes).toEqual([])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it.each([
    ['penalty repair 样例罚字〔2013〕1号', 'penalty repair 样例罚字〔2013〕1号'],
    ['penalty review 样例罚字〔2013〕1号', 'penalty review 样例罚字〔2013〕1号'],
    ['sanction done 3', 'sanction done 样例惩字〔2013〕3号'],
    ['incentive end 1 --reason 查实', 'incentive end 1 --reason 查实'],
    ['listing exit 1 --kind 撤销 --reason 更正', 'listing exit 1 --kind 修复 --reason 更正'],
  ])('%s, then %s', async (first, second) => {
    const cwd = await desk()
    await done(cwd, first)
    const before = sha256(join(cwd, 'chengxin.db'))
    const { problems } = await data<Stepped>(cwd, second, 3)
    expect(problems.map(p => p.code)).toEqual(['CX1150'])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it.each([
    ['penalty revoke 样例罚字〔2013〕9号 --reason x', '样例罚字〔2013〕1号'],
    ['sanction done 样例惩字〔2013〕7号', '样例惩字〔2013〕3号'],
    ['listing exit 9 --kind 撤销 --reason x', 'chengxin listing list'],
    ['incentive end 12 --reason x', 'chengxin incentive list'],
  ])('%s: no such record', async (line, near) => {
    const ran = await here(await desk(), line)
    expect([ran.code, ran.stdout]).toEqual([4, ''])
    expect(ran.stderr).toMatch(/CX4002/)
    expect(ran.stderr).toContain(near)
  })
})

it('offenses on file count against staff and credit', async () => {
  const cwd = await desk()
  await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
  await done(cwd, 'evaluation run')
  const against = async (agency: string, number: number) => {
    const { indicators } = await data<{
      indicators: { number: number; rules: { records: string[]; outcome: string }[] }[]
    }>(cwd, `evaluation explain ${agency}`)
    return indicators
      .find(i => i.number === number)!
      .rules.flatMap(r => r.records)
      .filter(ref => /^BL/.test(ref))
  }
  expect(await against(HAND, 10)).toEqual(['BL-001'])
  expect(await against(HAND, 13)).toEqual([])
  expect(await against('91110101CXJG000315', 10)).toEqual([])
  expect(await against('91110101CXJG000315', 13)).toEqual(['BL-002'])
})

it('tells steps in English without a Chinese word of its own', async () => {
  const cwd = await desk()
  const ran = await done(cwd, 'penalty repair 样例罚字〔2013〕1号', { env: { CHENGXIN_LANG: 'en' } })
  expect(ran.stdout).toMatch(/^Credit repaired: 样例罚字〔2013〕1号 is no longer published/)
})
