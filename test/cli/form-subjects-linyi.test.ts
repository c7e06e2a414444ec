// Papers of Linyi's institutions: the application with its conditions as the evaluation found them, and what a county
// files of the titles that it granted.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Writer } from '../../src/store/open.ts'
import { change, type Desk } from '../../src/work/desk.ts'
import { folder, here, type Ran, ROOT, sha256 } from './run.ts'

const cwd = folder()
const path = join(cwd, 'chengxin.db')
let today = '2022-12-08'

const run = (line: string): Promise<Ran> =>
  here(cwd, `--today ${today} --operator 测试员 ${line}`, { bare: true })
async function done(line: string): Promise<Ran> {
  const ran = await run(line)
  expect(ran.code, `${line}\n${ran.stderr}`).toBe(0)
  return ran
}
async function laid(noun: string, rows: readonly (readonly (string | number)[])[]): Promise<void> {
  writeFileSync(join(cwd, 'in.csv'), rows.map(row => row.join(',')).join('\n'))
  await done(`${noun} import in.csv`)
}
async function refused(line: string, exit: number, code: string): Promise<string> {
  const before = sha256(path)
  const ran = await run(line)
  expect([ran.code, ran.stdout, ran.stderr]).toEqual([exit, '', expect.stringContaining(code)])
  const english = await run(`--lang en ${line}`)
  expect([english.code, english.stderr]).toEqual([exit, expect.stringContaining(code)])
  expect(sha256(path)).toBe(before)
  return ran.stderr
}
/** Rows that other commands lay down. */
function lay(work: (writer: Writer) => void): void {
  const desk: Desk = {
    ...{
      db: path,
      today,
      now: `${today}T00:00:00`,
      operator: '测试员',
      migrations: join(ROOT, 'migrations'),
    },
    ...{ schemes: '', templates: '', onUpgrade: () => {} },
  }
  change(desk, 'test', writer => ({ result: work(writer), summary: {} }))
}

/** What a Word file says, paragraph by paragraph; the footer behind. */
function textsOf(file: string): string[] {
  const zip = new PizZip(readFileSync(join(cwd, file)))
  return ['word/document.xml', ...Object.keys(zip.files).filter(n => /footer\d+\.xml/.test(n))].flatMap(
    name =>
      zip
        .file(name)!
        .asText()
        .replace(/<w:br\/>/g, '</w:p>')
        .split('</w:p>')
        .map(p => [...p.matchAll(/<w:t[^>]*>([^<]*)</g)].map(match => match[1]).join(''))
        .filter(text => text !== ''),
  )
}

const LONG = '样例市样例区人力资源和社会保障局公共就业和人才服务中心（样例高新技术产业开发区分中心）零工市场'
const NAMES = {
  G1: LONG,
  G2: '样例零工市场二',
  T1: '样例培训学校',
  C1: '样例人力资源公司',
  X1: '样例街道平台',
}
const CODES = Object.keys(NAMES) as (keyof typeof NAMES)[]
const PLACE = { G1: '兰山区', G2: '罗庄区', T1: '兰山区', C1: '兰山区', X1: '费县' }
const TYPE = { G1: '零工市场', G2: '零工市场', T1: '职业培训机构', C1: '经营性机构', X1: '街道（乡镇）' }

beforeAll(async () => {
  await done('init --scheme linyi-2022-county')
  await laid('agency', [
    ['机构名称', '统一社会信用代码', '机构类别', '推荐范围', '法定代表人', '地址', '许可证编号', '有效期至'],
    [NAMES.C1, '', '经营性', '兰山区', '样法人', '', 'X-001', '2027-01-01'],
  ])
  await laid('subject', [
    ['主体类型', '名称', '主体编号', '类型细分', '推荐范围', '主管单位', '所属机构'],
    ...CODES.map(code => [
      ...['机构', NAMES[code], code, TYPE[code], PLACE[code]],
      ...['样例局', code === 'C1' ? NAMES.C1 : ''],
    ]),
    ['机构', '样例无类型机构', 'N1', '', '费县', '', ''],
  ])
  await laid('metric', [
    ['主体', '指标', '期间', '数值', '单位'],
    ['X1', '接入省公共就业和人才服务信息系统', '2022', '否', ''],
  ])
  await done('evaluation open --scheme linyi-2022-county --year 2022 --as-of 2022-12-05')
  const conditions = [1, 2, 3, 4, 5, 6]
  await laid('evaluation', [
    ['评估年度', '方案', '主体编号', '评价主体', '评价人', ...conditions],
    ...CODES.filter(code => code !== 'G2').map(code => [
      ...['2022', 'linyi-2022-county', code, '评审组', '评1'],
      ...conditions.map(() => 1),
    ]),
  ])
  await laid('quota', [
    ['推荐范围', '推荐名额'],
    ['兰山区', 3],
    ['罗庄区', 1],
    ['费县', 1],
  ])
  await done('evaluation run')
  await done('evaluation finalize --allow-partial --reason 一家没有评审')
  await done('nomination propose')
}, 60_000)

interface Condition {
  name: string
  condition: 'met' | 'not_met' | 'no_data' | null
}
const WORD = { met: '符合', not_met: '不符合', no_data: '待定' }

describe('form application', () => {
  it('of the nominees, with the conditions as the evaluation found them', async () => {
    const before = sha256(path)
    const { stdout } = await done('form application --out forms')
    expect(sha256(path)).toBe(before)
    expect(stdout.trim().split('\n')).toHaveLength(3)
    for (const code of ['G1', 'T1', 'C1'] as const) {
      const name = readdirSync(join(cwd, 'forms')).find(n => n.includes(`-${code}-`))!
      const texts = textsOf(join('forms', name))
      expect(texts[0]).toBe('县级就业服务质量标杆机构评定申报表')
      expect(texts).toEqual(expect.arrayContaining([NAMES[code], code, PLACE[code], '样例局']))
      const { stdout } = await done(`evaluation explain ${code} --json`)
      const { indicators } = (JSON.parse(stdout) as { data: { indicators: Condition[] } }).data
      const given = indicators.map(i => {
        const rest = texts.slice(texts.indexOf(i.name))
        return rest.find(t => Object.values(WORD).includes(t))
      })
      expect(given).toEqual(indicators.map(i => WORD[i.condition!]))
      const all = texts.join('\n')
      for (const who of ['人力资源社会保障', '发展改革', '民政']) expect(all).toContain(`县区${who}部门意见`)
      expect(all).toContain('认定条件：符合')
      expect(all).toContain('联系方式：0539-8322113、8105120、srlzybjyzdk@ly.shandong.cn')
    }
  })

  it('tells what is not met or open, and of an agency what the roster lacks', async () => {
    const all = await done('form application --all --out all')
    expect(all.stdout.trim().split('\n')).toHaveLength(6)
    const of = (code: string) =>
      textsOf(join('all', readdirSync(join(cwd, 'all')).find(n => n.includes(`-${code}-`))!))
    expect(of('X1').join('\n')).toContain('认定条件：不符合')
    expect(of('X1').join('\n')).toMatch(/✗ 接入省信息系统：/)
    expect(of('G2').join('\n')).toContain('认定条件：待定')
    expect(of('G2').filter(t => t === '待定')).toHaveLength(6)
    expect(of('C1')).toEqual(expect.arrayContaining(['样法人', '【缺：地址】', '【缺：联系电话】']))
    expect(all.stderr).toContain('地址')
    // What the register of subjects could tell is missing; what it cannot hold is a line to write on.
    expect(
      of('G1')
        .join('\n')
        .match(/【缺：[^】]+】/g),
    ).toEqual(['【缺：设立日期】'])
    for (const code of ['G1', 'G2', 'X1'] as const)
      expect(of(code).join('\n')).toContain('本次评估带未定项审定，理由：一家没有评审。')
    expect(all.stderr).not.toContain('带未定项审定')
    const one = await done('form application --district 费县 --all --out fei')
    expect(one.stdout.trim().split('\n')).toHaveLength(2)
  })

  it('for the city is an empty form of each type, or with what the register tells', async () => {
    await done('form application --scheme linyi-2022-city --blank --out city')
    const names = readdirSync(join(cwd, 'city'))
    expect(names).toHaveLength(6)
    for (const name of names) {
      const texts = textsOf(join('city', name))
      expect(texts[0]).toBe('市级就业服务质量标杆机构评定申报表')
      expect(texts.join('\n')).not.toContain('竞争性评审\n')
      expect(texts.join('\n')).toContain('附件2只有名称、没有样式，本表为本程序默认格式')
    }
    const training = textsOf(join('city', names.find(n => n.includes('职业培训'))!))
    expect(training).toContain('本类机构条件（职业培训机构）')
    expect(training.some(t => /^培训合格率不低于95%：\u00a0+％$/.test(t))).toBe(true)
    await done('form application T1 --scheme linyi-2022-city -o t1.docx')
    expect(textsOf('t1.docx')).toEqual(expect.arrayContaining([NAMES.T1, '兰山区', '（　　　　年度）']))
  })

  it('is refused where it cannot be made', async () => {
    await refused('form application G1 --all', 2, 'CX6001')
    await refused('form application G1 --scheme shandong-staff', 3, 'CX3017')
    await refused('form application --scheme beijing-2013', 3, 'CX3017')
    await refused('form application N1 --scheme linyi-2022-county', 3, 'CX1418')
    await refused('form application --scheme linyi-2022-city', 5, 'CX1419')
    await refused('form application nobody', 4, 'CX4002')
  })
})

describe('form filing', () => {
  it('has nothing to file before a title is granted, but an empty form', async () => {
    expect(await refused('form filing', 5, 'CX1419')).toContain('title grant')
    await done('form filing --blank -o empty.docx')
    const texts = textsOf('empty.docx')
    expect(texts[0]).toBe('县级就业服务质量标杆机构评定备案表')
    expect(texts).toContain('12')
    await refused('form filing --scheme linyi-2022-city', 3, 'CX3017')
    await refused('form filing --scheme beijing-2013', 3, 'CX3017')
  })

  it('lists the titles in force, a county a paper, and names the nominees without', async () => {
    lay(writer => {
      const { id } = writer.run(
        `INSERT INTO publicity (kind, title, scheme_id, evaluation_id, first_day, last_day, working_days,
           count_first_day, phones, closed_on)
         VALUES ('nominees', '公示', 'linyi-2022-county', 1, '2022-12-09', '2022-12-15', 5, 1, '[]', '2022-12-16')`,
      )
      for (const subject of [1, 3, 4])
        writer.run('INSERT INTO publicity_case (publicity_id, subject_id) VALUES (?, ?)', id, subject)
    })
    today = '2022-12-19'
    await done('title grant --document 兰人社发〔2022〕50号 --on 2022-12-19 --agency G1 --agency T1')
    const before = sha256(path)
    const ran = await done('form filing --out filing --all')
    expect(ran.stderr).toContain(NAMES.C1)
    expect(sha256(path)).toBe(before)
    expect(ran.stdout.trim().split('\n')).toEqual([
      'filing/备案表-371302-兰山区.docx',
      'filing/清单-备案表.csv',
    ])
    const texts = textsOf('filing/备案表-371302-兰山区.docx')
    expect(texts[1]).toBe('临沂市人力资源和社会保障局：')
    expect(texts[2]).toContain('2022年度县级就业服务质量标杆机构评定结果报上备案，共2家')
    const titles = JSON.parse((await done('title list --json')).stdout) as {
      data: { subject: string; title: string; granted_on: string; document: string }[]
    }
    expect(titles.data).toHaveLength(2)
    for (const { subject, title } of titles.data) {
      const row = texts.slice(texts.indexOf(subject), texts.indexOf(subject) + 7)
      expect(row).toEqual([
        ...[subject, expect.any(String), '兰山区', '—', title, '兰人社发〔2022〕50号', '2022年12月19日'],
      ])
    }
    expect(texts.join('\n')).toContain('2022年12月20日前')
    const csv = (await done('form filing --format csv')).stdout.trim().split('\r\n')
    expect(csv).toHaveLength(3)
    expect(csv[0]).toBe('序号,区划代码,所在县区,主体编号,机构名称,机构类型,总分,称号,授予文号,授予日期')
    expect(csv[2]).toContain('2,371302,兰山区,T1,样例培训学校,职业培训机构,—,')
    await done('form filing --format xlsx -o filing.xlsx')
    const none = await done('form filing --district 费县 --out none')
    expect(none.stdout).toBe('')
    await refused('form filing --district nowhere', 4, 'CX4002')
    // What was taken back is not filed.
    today = '2022-12-20'
    await done('title revoke --document 兰人社发〔2022〕51号 --plate-outstanding G1 --reason 材料失实')
    const after = await done('form filing --format csv')
    expect(after.stdout).not.toContain(LONG)
    expect(after.stderr).toContain('2 家')
  })
})
