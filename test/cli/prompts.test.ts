// At a terminal, what is missing is asked for; without one, and wherever another program reads, it is refused.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, data, done, type Given, HAND, here, sha256 } from './run.ts'

const SIT: Given = { terminal: 'both', env: { NO_COLOR: '1' } }
const NAMED = `complaint add --agency ${HAND}`

describe('at a terminal', () => {
  it('asks for the agency and each required field, tells what is wrong with an answer and asks again', async () => {
    const cwd = await at('roster')
    const answers = ['某某公司', HAND, 'TS-1', '2013-02-30', '2013-10-08', '收费', '收费争议']
    const ran = await done(cwd, 'complaint add --summary 押金', { ...SIT, answers })
    expect(ran.stdout).toBe('已登记 TS-1\n')
    const asked = ran.stderr.match(/CX\d{4}|机构的信用代码、许可证编号或编号：|[^\n：]*（必填）：/g)
    expect(asked).toEqual([
      '机构的信用代码、许可证编号或编号：',
      'CX4001',
      '机构的信用代码、许可证编号或编号：',
      '投诉编号（必填）：',
      '收到日期（必填）：',
      'CX1030',
      expect.stringContaining('收到日期（必填）：'),
      expect.stringContaining('（必填）：'),
      'CX1032',
      expect.stringContaining('（必填）：'),
    ])
    expect(ran.stderr).toContain('类别：虚假信息、收费争议、用工权益、客户权益、其他（必填）：')
    expect(await data<object[]>(cwd, 'complaint list')).toMatchObject([
      { complaint_no: 'TS-1', received_on: '2013-10-08', category: '收费争议', summary: '押金', uscc: HAND },
    ])
  })

  it.each([
    ['an empty line', ['TS-1', '']],
    ['the end of the input', ['TS-1']],
    ['blanks', ['TS-1', '  ', '2013-10-08', '其他']],
  ])('gives up at %s: the rest is refused and nothing is written', async (_, answers) => {
    const cwd = await at('roster')
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, NAMED, { ...SIT, answers })
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    expect(ran.stderr).toMatch(/位置：--received-on.*位置：--category.*没有登记\n$/s)
    expect(ran.stderr).not.toContain('位置：--complaint-no')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('asks nothing when nothing is missing, and what was asked goes through all checks', async () => {
    const cwd = await at('records')
    const whole = `${NAMED} --complaint-no TS-1 --received-on 2013-10-08 --category 其他`
    expect((await done(cwd, whole, { ...SIT, answers: ['no'] })).stderr).toBe('')
    const ran = await here(cwd, NAMED, { ...SIT, answers: ['TS2013-001', '2013-11-05', '其他'] })
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1093')])
    expect(ran.stderr).toContain('CX1038')
  })

  it('does not ask for the holder of an honor once its agency is named', async () => {
    const answers = ['诚信服务窗口', '2013-10-08']
    const ran = await done(await at('roster'), `honor add --agency ${HAND}`, { ...SIT, answers })
    expect(ran.stderr).not.toContain('持有者')
  })

  it('an agency is asked for by name, kind and district', async () => {
    const cwd = await at('roster')
    const answers = ['甲', '经营性', '某区', '朝阳区']
    const ran = await done(cwd, 'agency add', { ...SIT, answers })
    expect(ran.stderr).toContain('CX4002')
    expect(await data<object[]>(cwd, 'agency list --district 朝阳区')).toMatchObject([
      {},
      { name: '甲', kind: 'for_profit' },
    ])
  })

  it('of no database tells that there is none', async () => {
    const cwd = await at('roster')
    const ran = await here(cwd, 'complaint add --db no.db', { ...SIT, answers: [HAND, HAND] })
    expect([ran.code, ran.stderr]).toEqual([4, expect.stringContaining('CX5002')])
  })
})

describe('asks nothing', () => {
  it.each([
    ['without a keyboard', '', { terminal: 'both' }],
    ['with messages going to a file', '', { terminal: 'out', answers: ['TS-1'] }],
    ['with --json', ' --json', { ...SIT, answers: ['TS-1'] }],
    ['with --format csv', ' --format csv', { ...SIT, answers: ['TS-1'] }],
    ['with --quiet', ' --quiet', { ...SIT, answers: ['TS-1'] }],
    ['where CI is set', '', { ...SIT, env: { CI: 'true' }, answers: ['TS-1'] }],
  ] as [string, string, Given][])('%s', async (_, more, given) => {
    const ran = await here(await at('roster'), `${NAMED}${more}`, given)
    expect(ran.code).toBe(3)
    expect(`${ran.stdout}${ran.stderr}`).toContain('--complaint-no')
    expect(ran.stderr).not.toContain('（必填）：')
  })
})
