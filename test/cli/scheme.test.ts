// scheme: listed, shown, checked, compared, put on file; and every refusal, after which nothing has changed.

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, data, done, folder, here, ROOT } from './run.ts'

const SHIPPED = join(ROOT, 'src', 'schemes')
const BROKEN = join(ROOT, 'test', 'schemes', 'broken')

const textOf = (id: string) => readFileSync(join(SHIPPED, `${id}.yaml`), 'utf8')

/** A folder with a scheme file made from a shipped one. */
function withFile(cwd: string, change: (text: string) => string, from = 'beijing-2013'): string {
  writeFileSync(join(cwd, 'my.yaml'), change(textOf(from)))
  return cwd
}

interface Listed {
  id: string
  document: string
  status: string | null
  subject: string | null
  indicators: number
  shipped: boolean
  on_file: string | null
}

describe('scheme list', () => {
  it('knows all eight and the checklist, without a database', async () => {
    const all = await data<Listed[]>(folder(), 'scheme list')
    expect(all.map(s => [s.id, s.status, s.subject, s.indicators, s.on_file])).toEqual([
      ['beijing-2013', 'in_force', 'agency', 22, null],
      ['linyi-2022-city', 'in_force', 'institution', 16, null],
      ['linyi-2022-county', 'in_force', 'institution', 6, null],
      ['service-window', 'in_force', 'window', 100, null],
      ['shandong-community', 'in_force', 'community', 13, null],
      ['shandong-platform', 'in_force', 'platform', 24, null],
      ['shandong-staff', 'in_force', 'person', 4, null],
      ['zhoushan-2019', 'draft', 'agency', 22, null],
      ['spring-thunder', null, null, 0, null],
    ])
  })

  it('tells which are on file, and with a text of their own', async () => {
    const cwd = withFile(await at('init'), text => text.replace('percent: 50, clause', 'percent: 60, clause'))
    const onFile = async () =>
      (await data<Listed[]>(cwd, 'scheme list')).filter(s => s.on_file !== null).map(s => [s.id, s.on_file])
    expect(await onFile()).toEqual([['beijing-2013', 'same']])
    await done(cwd, 'scheme add my.yaml --replace')
    expect(await onFile()).toEqual([['beijing-2013', 'own']])
    const { stdout } = await done(cwd, 'scheme list')
    expect(stdout).toContain('征求意见稿')
    expect(stdout).toContain('检查清单')
  })
})

describe('scheme show', () => {
  const cwd = folder()

  it('prints the table of the notice, its rules as sentences, and what is ours as ours', async () => {
    const { stdout } = await done(cwd, 'scheme show beijing-2013')
    expect(stdout).toContain('人力资源服务机构诚信状况评估指标（beijing-2013）')
    expect(stdout).toContain('《关于加强人力资源服务机构诚信建设的通知》京人社市场发〔2013〕220号')
    expect(stdout).toMatch(
      / 4 {2}基本条件 {2}行政处罚 +2\.50；本程序默认 +近2年未受行政机关行政处罚 +台账 +附件1一4/,
    )
    expect(stdout).toContain('    · 近24个月无行政处罚　附件1一4\n')
    expect(stdout).toContain('    · 近12个月投诉按时办结率不低于100%　投诉按时办结　本程序默认\n')
    expect(stdout).toContain('    · 从业人员承诺书签署率不低于100%（仅提示）　从业人员承诺书签署率　四(一)\n')
    expect(stdout).toContain('专家评价：权重 60（本程序默认）')
    expect(stdout).toContain('    A 诚信优秀：90.00 分以上')
    expect(stdout).toContain('北京市人力资源诚信服务示范单位：130 家（附件2）')
    expect(stdout).toContain('  总分不低于80分（未启用）（本程序默认）')
    expect(stdout).toContain('  110105 朝阳区：30 个名额（附件2、4）')
    expect(stdout).toContain('同一方有几份评分的取平均（本程序默认）')
    expect(stdout).toContain('每年 11-05 前：诚信服务月活动情况总结')
    expect(stdout).toContain('没有评价方式的权重、等级和分数线（三(五)）')
  })

  it('of one type shows what is asked of it', async () => {
    const { stdout } = await done(cwd, 'scheme show service-window --type website')
    expect(stdout).toContain('    · 信息更新最长间隔天数不多于3日　更新周期最长不超过3天　标准九(六)\n')
    expect(stdout).toContain('    · 每天24小时提供服务：是　每天24小时提供服务　标准九(六)\n')
    expect(stdout).toContain('各项必备条件都满足，且总分 90.00 分以上：达标；否则：未达标（本程序默认）')
    expect(stdout).toContain('  网上来信回复率（比率）：劳动保障信息网站（页）优质服务窗口')
    expect(stdout).not.toContain('交办信访案件')
    const shown = await data<{ indicators: { number: number; points: string }[] }>(
      cwd,
      'scheme show service-window --type website',
    )
    expect(shown.indicators.map(i => [i.number, i.points])).toEqual(
      Array.from({ length: 10 }, (_, k) => [k + 1, '10.00']),
    )
  })

  it('in English says the same', async () => {
    const { stdout } = await done(cwd, '--lang en scheme show shandong-staff')
    expect(stdout).toContain('complaints (finding: upheld, partly upheld) at most 2 within 12 months')
    expect(stdout).toContain('weight 40 (our default)')
  })

  it('tells limits in the numbers of the file in its JSON', async () => {
    const shown = await data<{ indicators: { number: number; types: string[]; rules: object[] }[] }>(
      cwd,
      'scheme show linyi-2022-city',
    )
    const training = shown.indicators.find(i => i.types.includes('training'))!
    expect(training.rules[0]).toEqual({
      ...{ type: 'ratio_at_least', fact: 'metric.pass_rate', min: '0.95', months: 12, advisory: false },
      ...{ types: [], clause: '四(二)6', note: '培训合格率不低于95%', text: '培训合格率不低于95%' },
    })
  })

  it('prints the checklist item by item', async () => {
    const shown = await data<{ id: string; items: { id: string }[] }>(cwd, 'scheme show spring-thunder')
    expect([shown.id, shown.items.length, shown.items[0]!.id]).toEqual(['spring-thunder', 20, 'SC-01'])
    expect((await done(cwd, 'scheme show spring-thunder')).stdout).toContain('SC-20')
  })

  it('as CSV has a row for each indicator with its rules', async () => {
    const { stdout } = await done(cwd, 'scheme show shandong-community --format csv')
    expect(stdout.trimEnd().split('\r\n')).toHaveLength(14)
    expect(stdout).toContain('再就业率不低于85%')
  })

  it.each([
    ['scheme show nowhere', 4, 'CX2005'],
    ['scheme show nowhere.yaml', 4, 'CX5009'],
    ['scheme show service-window --type shop', 4, 'CX4002'],
    ['scheme show @1', 4, 'CX5002'],
  ])('%s is refused', async (line, code, problem) => {
    const ran = await here(cwd, line)
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(problem)])
  })

  it('shows the text that a finalized evaluation keeps', async () => {
    const kept = withFile(await at('finalized'), text => text.replace('weight: 60', 'weight: 61'))
    await done(kept, 'scheme add my.yaml --replace')
    const weight = async (name: string) =>
      (await data<{ raters: { weight: number }[] }>(kept, `scheme show ${name}`)).raters[1]!.weight
    expect([await weight('@1'), await weight('beijing-2013')]).toEqual([60, 61])
    const differences = await data<object[]>(kept, 'scheme diff @1 beijing-2013')
    expect(differences).toEqual([{ part: 'raters', item: 'expert', field: 'weight', before: 60, after: 61 }])
  })
})

describe('scheme check', () => {
  it.each(['beijing-2013', 'service-window', 'shandong-staff'])('%s is sound', async id => {
    const ran = await done(folder(), `scheme check ${id}`)
    expect(ran.stdout).toContain(`${id}.yaml：没有问题`)
  })

  it('tells all faults with line and column, and exits 3', async () => {
    const cwd = folder()
    copyFileSync(join(BROKEN, 'sum.yaml'), join(cwd, 'sum.yaml'))
    const ran = await here(cwd, 'scheme check sum.yaml')
    expect(ran.code).toBe(3)
    expect(ran.stdout).toBe('sum.yaml：1 处问题\n')
    expect(ran.stderr).toBe(
      '错误[CX2004] indicators 前后不一致：petition, training: 90 ≠ 100\n' +
        '  位置：sum.yaml:48:3\n  原因：合计不符\n  处理：核对原文后改正\n',
    )
  })

  it('tells them as JSON too', async () => {
    const cwd = withFile(folder(), text =>
      text.replace('seats: 130', 'seats: 131').replace('status: in_force', 'status: valid'),
    )
    const found = await data<{ ok: boolean; problems: { code: string; line: number }[] }>(
      cwd,
      'scheme check my.yaml',
      3,
    )
    expect([found.ok, found.problems.map(p => p.code)]).toEqual([false, ['CX2003', 'CX2004']])
  })

  it('reads standard input, and refuses what is no text', async () => {
    const cwd = folder()
    const good = await here(cwd, 'scheme check -', { stdin: textOf('zhoushan-2019') })
    expect(good.code).toBe(0)
    const bad = await here(cwd, 'scheme check -', { stdin: Buffer.from([0xff, 0xfe, 0x41]) })
    expect([bad.code, bad.stderr]).toEqual([3, expect.stringContaining('CX2006')])
  })
})

describe('scheme diff', () => {
  it('shows indicators 2, 5 and 19 and the archive between Beijing and Zhoushan', async () => {
    const { stdout } = await done(folder(), 'scheme diff beijing-2013 zhoushan-2019')
    const indicators = stdout.split('\n').filter(line => line.startsWith('指标 '))
    expect(indicators.map(line => /指标 +(\d+)/.exec(line)![1])).toEqual(['2', '2', '5', '5', '19'])
    expect(stdout).toMatch(/诚信档案 +栏目 .*奖励惩戒情况.*业务经营情况/)
  })

  it('tells rules as sentences, points as points, added and gone', async () => {
    const cwd = withFile(folder(), text =>
      text
        .replace(
          '{type: no_penalty, months: 24, clause: 附件1一4}',
          '{type: no_penalty, months: 36, clause: 附件1一4}',
        )
        .replace('label: 诚信良好, min: 80', 'label: 诚信良好, min: 82.5')
        .replace('    - {grade: C, label: 诚信一般, min: 70}\n', ''),
    )
    const { stdout } = await done(cwd, 'scheme diff beijing-2013 my.yaml')
    const lines = stdout
      .trimEnd()
      .split('\n')
      .slice(2)
      .map(line => line.split(/ {2,}/))
    expect(lines).toEqual([
      ['等级和结论', 'B', '分数线', '80.00', '82.50'],
      ['等级和结论', 'C', '没有了', 'C', '—'],
      ['指标', '4', '规则', '近24个月无行政处罚', '近36个月无行政处罚'],
    ])
    const json = await data<object[]>(cwd, 'scheme diff beijing-2013 my.yaml --part grades')
    expect(json).toEqual([
      { part: 'grades', item: 'B', field: 'min', before: '80.00', after: '82.50' },
      { part: 'grades', item: 'C', field: null, before: 'C', after: null },
    ])
  })

  it('of two alike says so', async () => {
    const ran = await done(folder(), 'scheme diff beijing-2013 beijing-2013')
    expect(ran.stderr).toBe('没有不同\n')
  })

  it('refuses a faulty one with its faults', async () => {
    const cwd = withFile(folder(), text => text.replace('seats: 130', 'seats: 131'))
    const ran = await here(cwd, 'scheme diff beijing-2013 my.yaml')
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('my.yaml:')])
  })
})

describe('scheme add', () => {
  let cwd = ''
  beforeAll(async () => {
    cwd = await at('scored')
  })
  const log = async () => (await done(cwd, 'log list')).stdout

  it('puts a shipped scheme on file, logged, and does nothing the second time', async () => {
    const dry = await done(cwd, 'scheme add shandong-staff --dry-run')
    expect(dry.stderr).toBe('试运行，没有写入\n')
    const before = await log()
    const ran = await done(cwd, 'scheme add shandong-staff')
    expect(ran.stdout).toBe('已放入方案 基层就业平台工作人员年度绩效考核（shandong-staff）\n')
    const after = await log()
    expect(after.split('\n').length).toBe(before.split('\n').length + 1)
    expect(after).toContain('scheme add')
    expect((await done(cwd, 'scheme add shandong-staff')).stdout).toContain('没有改动')
    expect(await log()).toBe(after)
  })

  it('serves an evaluation of its own', async () => {
    await done(cwd, 'scheme add zhoushan-2019')
    await done(cwd, 'evaluation open --year 2013 --scheme zhoushan-2019')
    const all = await data<{ scheme: string; as_of: string }[]>(cwd, 'evaluation list')
    expect(all.map(e => [e.scheme, e.as_of])).toContainEqual(['zhoushan-2019', '2013-12-31'])
  })

  const refused: [string, string, (text: string) => string, string, number][] = [
    ['another text of an id on file', '', t => t.replace('weight: 60', 'weight: 61'), 'CX1220', 3],
    ['a faulty text', '', t => t.replace('seats: 130', 'seats: 131'), 'CX2004', 3],
    [
      'points that rated sheets do not fit',
      ' --replace',
      t =>
        t
          .replace('clause: 附件1五17\n    points: 5', 'clause: 附件1五17\n    points: 4')
          .replace('clause: 附件1五18\n    points: 5', 'clause: 附件1五18\n    points: 6'),
      'CX1221',
      3,
    ],
    [
      'a text without a rater who rated',
      ' --replace',
      t =>
        t
          .replace('kind: public, name', 'kind: people, name')
          .replaceAll('public]', 'people]')
          .replaceAll('[public', '[people')
          .replace('kinds: [for_profit, people]', 'kinds: [for_profit, public]'),
      'CX1221',
      3,
    ],
  ]

  it.each(refused)('refuses %s and changes nothing', async (_, how, change, code, exit) => {
    withFile(cwd, change)
    const before = await log()
    const bytes = readFileSync(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, `scheme add my.yaml${how}`)
    expect([ran.code, ran.stderr]).toEqual([exit, expect.stringContaining(code)])
    expect(ran.stderr).toContain('没有放入方案')
    expect(await log()).toBe(before)
    expect(readFileSync(join(cwd, 'chengxin.db')).equals(bytes)).toBe(true)
  })

  it('replaces a text that the sheets fit, and names the evaluations that must be run again', async () => {
    withFile(cwd, t => t.replace('weight: 60', 'weight: 61'))
    const dry = await done(cwd, 'scheme add my.yaml --replace --dry-run')
    expect(dry.stderr).toContain('评估批次 1（2013 年度，评分表')
    const told = await data<{ done: string; affected: { evaluation: number }[] }>(
      cwd,
      'scheme add my.yaml --replace',
    )
    expect([told.done, told.affected.map(use => use.evaluation)]).toEqual(['replaced', [1]])
  })
})

describe('a database by another scheme than Beijing’s', () => {
  it.each([
    ['zhoushan-2019', 5, []],
    ['linyi-2022-county', 14, ['2022-12-20']],
    ['linyi-2022-city', 14, ['2023-02-28']],
    ['service-window', 0, []],
    ['shandong-staff', 0, []],
  ])('%s', async (id, jurisdictions, due) => {
    const own = folder()
    const made = await data<{ jurisdictions: number; places: number }>(own, `init --scheme ${id}`)
    expect([made.jurisdictions, made.places]).toEqual([jurisdictions, 0])
    const status = await data<{ scheme: string; deadlines: { due_on: string }[] }>(own, 'status')
    expect([status.scheme, status.deadlines.map(d => d.due_on)]).toEqual([id, due])
  })
})

describe('scheme facts', () => {
  interface Told {
    id: string
    is: string
    unit: string | null
    register: string
    subjects: string[]
    rules: string[]
  }

  it('tells type, unit and register', async () => {
    const all = await data<Told[]>(folder(), 'scheme facts')
    const told = (id: string) => {
      const { is, unit, register, rules } = all.find(f => f.id === id)!
      return [is, unit, register, rules.includes('count_at_most')]
    }
    expect([told('annual.net_profit'), told('complaint'), told('license.status')]).toEqual([
      ['number', '元', 'metric', false],
      ['records', null, 'complaint', true],
      ['word', null, 'license', false],
    ])
  })

  it('leaves out for windows what only agencies have', async () => {
    const ids = (await data<Told[]>(folder(), 'scheme facts --subject window')).map(f => f.id)
    expect(ids).toContain('complaint')
    expect(ids).not.toContain('license.status')
    expect(ids).not.toContain('penalty')
  })
})

it('scheme schema writes a JSON Schema, to a file too', async () => {
  const cwd = folder()
  const { stdout } = await done(cwd, 'scheme schema')
  expect(JSON.parse(stdout)).toMatchObject({ type: 'object', additionalProperties: false })
  await done(cwd, 'scheme schema -o schema.json')
  expect(readFileSync(join(cwd, 'schema.json'), 'utf8')).toBe(stdout)
  expect((await here(cwd, 'scheme schema -o schema.json')).code).toBe(5)
})
