// Papers of windows, staff and communities: what they say is what `evaluation explain` says, what is not on file is left
// to be filled in, and whoever the scheme is not for is refused. Refused or written, the file stays as it was.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import { folder, here, type Ran, sha256 } from './run.ts'

const cwd = folder()
const db = () => sha256(join(cwd, 'chengxin.db'))
const run = (line: string): Promise<Ran> =>
  here(cwd, `--today 2023-01-05 --operator 测试员 ${line}`, { bare: true })
async function done(line: string): Promise<Ran> {
  const ran = await run(line)
  expect(ran.code, `${line}\n${ran.stderr}`).toBe(0)
  return ran
}
async function laid(noun: string, rows: readonly (readonly (string | number)[])[], more = ''): Promise<void> {
  writeFileSync(join(cwd, 'in.csv'), rows.map(row => row.join(',')).join('\n'))
  await done(`${noun} import in.csv${more}`)
}
async function refused(line: string, exit: number, code: string): Promise<string> {
  const before = db()
  const ran = await run(line)
  expect([ran.code, ran.stdout, ran.stderr]).toEqual([exit, '', expect.stringContaining(code)])
  const english = await run(`--lang en ${line}`)
  expect([english.code, english.stderr]).toEqual([exit, expect.stringContaining(code)])
  expect(db()).toBe(before)
  return ran.stderr
}

/** What a Word file says, paragraph by paragraph. */
function textsOf(path: string): string[] {
  return new PizZip(readFileSync(join(cwd, path)))
    .file('word/document.xml')!
    .asText()
    .replace(/<w:br\/>/g, '</w:p>')
    .split('</w:p>')
    .map(p => [...p.matchAll(/<w:t[^>]*>([^<]*)</g)].map(match => match[1]).join(''))
    .filter(text => text !== '')
}

interface Explained {
  total: string | null
  min_total: string
  max_total: string
  grade: string | null
  computed_grade: string | null
  indicators: {
    name: string
    points: string
    score: string | null
    min: string
    max: string
    condition: string | null
    ratings: { mean: string | null }[]
  }[]
}
async function explained(evaluation: number, subject: string): Promise<Explained> {
  const { stdout } = await done(`evaluation explain ${subject} --evaluation ${evaluation} --json`)
  return (JSON.parse(stdout) as { data: Explained }).data
}

const LONG = '样例市样例区劳动保障监察大队驻样例高新技术产业开发区综合服务中心劳动监察窗口'
const SHEET = ['评估年度', '方案', '主体编号', '评价主体', '评价人']
const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

beforeAll(async () => {
  await done('init')
  for (const id of ['service-window', 'shandong-staff', 'shandong-community']) await done(`scheme add ${id}`)
  await laid('subject', [
    ['主体类型', '名称', '主体编号', '类型细分', '推荐范围', '岗位', '主管单位', '终止日期'],
    ['窗口', LONG, 'W1', '劳动监察', '朝阳区', '', '朝阳区人力社保局', ''],
    ['窗口', '样例信访窗口', 'W2', '信访', '海淀区', '', '', ''],
    ['窗口', '样例无类型窗口', 'W3', '', '海淀区', '', '', ''],
    ['窗口', '样例撤销窗口', 'W4', '信访', '海淀区', '', '', '2020-01-01'],
    ['人员', '样例员工甲', 'P1', '', '朝阳区', '职业指导员', '', ''],
    ['人员', '样例员工乙', 'P2', '', '海淀区', '', '', ''],
    ['社区', '样例社区', 'S1', '', '密云县', '', '', ''],
  ])
  await laid('metric', [
    ['主体', '指标', '期间', '数值', '单位'],
    ['W1', '举报立案最长天数', '2022', '8', '日'],
    ['W1', '结案率', '2022', '95%', ''],
    ['W1', '批转案件按时办结率', '2022', '100%', ''],
  ])
  await laid('complaint', [
    ['投诉编号', '收到日期', '主体', '类别', '办结日期', '查处结论', '情节严重'],
    ...[1, 2, 3].map(n => [`T${n}`, '2022-03-01', 'P1', '其他', '2022-04-01', '属实', n === 1 ? '是' : '否']),
  ])
  // Before what comes first here: the year before last was as bad.
  await done('evaluation open --scheme shandong-staff --year 2021')
  await laid('evaluation', [
    [...SHEET, 1, 2, 3, 4],
    ...['P1', 'P2'].map(code => ['2021', 'shandong-staff', code, '领导评价', '领1', 5, 5, 5, 5]),
  ])
  await done('evaluation run')
  await done('evaluation finalize')
  await done('evaluation open --scheme service-window --year 2022')
  await laid('evaluation', [
    [...SHEET, ...ten],
    ...['内部评议', '社会评议', '组织审核验收'].map(kind => [
      ...['2022', 'service-window', 'W1', kind, `${kind}1`],
      ...ten.map(n => (n === 1 ? 7.335 : 9)),
    ]),
  ])
  await done('evaluation open --scheme shandong-staff --year 2022')
  await laid(
    'evaluation',
    [
      [...SHEET, 1, 2, 3, 4],
      ['2022', 'shandong-staff', 'P1', '服务对象评价', '服1', 18, 17, 36, 18],
      ['2022', 'shandong-staff', 'P1', '员工相互评价', '员1', 19, 18, 36, 18],
      ['2022', 'shandong-staff', 'P1', '领导评价', '领1', 19, 19, 37, 19],
    ],
    ' --evaluation 3',
  )
  await done('evaluation run --evaluation 2')
  await done('evaluation run --evaluation 3')
}, 60_000)

/** What is said of the document's words to whoever keeps the scheme: none of it stands on what is signed. */
const REMARKS = /原文|网上文本|默认值|残缺/

describe('form checklist', () => {
  it('says of a window what its evaluation found, and leaves what is not on file to be filled in', async () => {
    const before = db()
    const { stderr } = await done('form checklist W1 -o w1.docx')
    expect(db()).toBe(before)
    const texts = textsOf('w1.docx')
    const found = await explained(2, 'W1')
    expect(texts[0]).toBe('优质服务窗口考核评比表')
    expect(texts).toEqual(expect.arrayContaining([LONG, '劳动监察优质服务窗口', 'W1', '朝阳区人力社保局']))
    expect(found.indicators).toHaveLength(10)
    const at = found.indicators.map(({ name }) => texts.indexOf(`${name}（10.00分）`))
    for (const [k, { name, score, min, max }] of found.indicators.entries()) {
      expect(at[k], name).toBeGreaterThan(0)
      expect(texts.slice(at[k], at[k + 1] ?? at[k]! + 12), name).toContain(score ?? `${min}–${max}`)
    }
    const all = texts.join('\n')
    expect(all).toContain(`总分：${found.total}分　　未达标`)
    // Filed after eight days where seven are asked for; the number of rounds is not on file.
    expect(all).toMatch(/✗ 符合规定的举报7日内立案：.*8/)
    expect(all).toMatch(/每名专职监察员年巡查不低于50户：\n\u00a0+户/)
    expect(all).toContain('内部评议：7.335')
    expect(all).toContain('没有规定本表样式，本表为本程序默认格式')
    // What the document leaves open is for whoever makes the paper; what of the petition windows' standards is lost
    // concerns no other.
    expect(stderr).toContain('没有三种评议方法的权重')
    expect(stderr).not.toContain('信访第(九)条')
    expect(all).not.toMatch(REMARKS)
    expect(all).toContain('评估尚未审定，本表仅供核对。')
  })

  it('has ranges for what nobody rated, and boxes for what nobody filed', async () => {
    const { stderr } = await done('form checklist W2 -o w2.docx')
    const found = await explained(2, 'W2')
    const texts = textsOf('w2.docx')
    expect(found.total).toBeNull()
    expect(texts.join('\n')).toContain(`总分：${found.min_total}–${found.max_total}分　　待定`)
    expect(stderr).toContain('信访第(九)条')
    expect(texts.join('\n')).not.toMatch(REMARKS)
    expect(texts.filter(t => t === '0.00–10.00')).toHaveLength(10)
  })

  it('without an evaluation is to be filled in by hand, one of each type or one of each on file', async () => {
    await done('form checklist --scheme service-window --blank --out ten')
    const names = readdirSync(join(cwd, 'ten'))
    expect(names).toHaveLength(10)
    for (const name of names) {
      const texts = textsOf(join('ten', name))
      expect(
        texts.filter(t => t === '　　　　分'),
        name,
      ).toHaveLength(10)
      // Name, number, jurisdiction and the body above it.
      expect(
        texts.filter(t => /^＿+$/.test(t)),
        name,
      ).toHaveLength(4)
      expect(texts.join('\n'), name).not.toContain('【缺')
      expect(texts.join('\n'), name).not.toMatch(REMARKS)
    }
    const all = await done('form checklist --scheme service-window --blank --all --out blank')
    // Two windows and the list; one has no type, one has ended.
    expect(all.stdout.trim().split('\n')).toHaveLength(3)
    expect(all.stderr).toContain('样例无类型窗口')
    await done('form checklist S1 -o s1.docx')
    const texts = textsOf('s1.docx')
    expect(texts[0]).toBe('充分就业社区创建标准核查表')
    expect(texts).toContain('□达到标准　　□未达到标准')
    // Nobody filed whose community it is: a line to write it on.
    expect(texts.filter(t => /^＿+$/.test(t))).toHaveLength(1)
    expect(texts).toContain('出台专门文件：□是　□否')
    expect(texts.some(t => /^\u00a0+年$/.test(t))).toBe(true)
    expect(texts.join('\n')).toMatch(/\n再就业率不低于85%：/)
    expect(texts.join('\n')).not.toMatch(REMARKS)
    expect(texts.filter(t => t === '□不符合')).toHaveLength(13)
  })

  it('of all who were evaluated, or of a district', async () => {
    const all = await done('form checklist --scheme service-window --all --out all')
    expect(all.stdout.trim().split('\n')).toEqual([
      expect.stringContaining('核查表-110105-朝阳区-W1-'),
      expect.stringContaining('核查表-110108-海淀区-W2-样例信访窗口.docx'),
      expect.stringContaining('清单-核查表.csv'),
    ])
    const some = await done('form checklist --scheme service-window --district 海淀区 --out some')
    expect(some.stdout.trim().split('\n')).toHaveLength(1)
  })

  it('is refused where it cannot be made', async () => {
    await refused('form checklist', 2, 'CX6001')
    await refused('form checklist W1 --all', 2, 'CX6001')
    await refused('form checklist W1 --evaluation 3', 3, 'CX3017')
    await refused('form checklist W1 --scheme beijing-2013', 3, 'CX3017')
    await refused('form checklist W1 --scheme nowhere', 4, 'CX2005')
    expect(await refused('form checklist P1 --scheme service-window', 3, 'CX1418')).toContain('人员')
    expect(await refused('form checklist S1 --scheme service-window', 3, 'CX1418')).toContain('社区')
    expect(await refused('form checklist W3', 3, 'CX1418')).toContain('没有填')
    await refused('form checklist W4', 4, 'CX3013')
    await refused('form checklist nobody', 4, 'CX4002')
    await refused('form checklist --all --district nowhere', 4, 'CX4002')
    await refused('form checklist --scheme service-window --blank -o one.docx', 2, 'CX6003')
  })
})

describe('form appraisal', () => {
  it('says the four parts by kind of rater, the grade, what held it down and the year before', async () => {
    const before = db()
    await done('form appraisal P1 -o p1.docx')
    expect(db()).toBe(before)
    const texts = textsOf('p1.docx')
    const found = await explained(3, 'P1')
    expect(texts.slice(0, 3)).toEqual([
      '内部使用',
      '工作人员年度绩效考核表',
      '（2022年度，截止日2022年12月31日）',
    ])
    expect(texts).toEqual(expect.arrayContaining(['样例员工甲', 'P1', '职业指导员']))
    expect(found.indicators.map(i => i.name)).toEqual(['德', '勤', '绩', '效'])
    for (const { name, points, score, ratings } of found.indicators) {
      const at = texts.indexOf(name)
      const row = texts.slice(at, at + 7)
      expect(row[2]).toBe(points)
      expect(row.slice(3, 6).map(t => /：([\d.]+)/.exec(t)![1])).toEqual(ratings.map(r => r.mean))
      expect(row[6]).toBe(score)
    }
    expect([found.computed_grade, found.grade]).toEqual(['优秀', '不称职'])
    const all = texts.join('\n')
    expect(texts).toContain(found.total)
    expect(all).toContain('不称职（按得分为优秀）')
    expect(all).toContain('考核评为不称职（三(五)2）：T1、T2、T3')
    expect(all).toContain('上年度（2021）考核等级：不称职')
    expect(all).toContain('连续两年考核不称职，应予辞退（三(四)4）：提示，由单位决定')
  })

  it('tells what is open, and of whom nothing was held down that nothing was', async () => {
    const all = await done('form appraisal --all --out staff')
    const names = readdirSync(join(cwd, 'staff')).filter(n => n.endsWith('.docx'))
    expect(names).toHaveLength(2)
    expect(all.stderr.match(/没有四个等级的分数线/g)).toHaveLength(1)
    const p2 = textsOf(join('staff', names.find(n => n.includes('P2'))!)).join('\n')
    expect(p2).toContain('待定（不称职–优秀）')
    expect(p2).toContain('0.00–100.00')
    expect(p2).toContain('没有触发')
    expect(p2).toContain('评估尚未审定')
    expect(p2).toContain('等级线：优秀90.00分以上')
    expect(p2).not.toMatch(REMARKS)
  })

  it('is an empty form on request, and only of persons', async () => {
    await done('form appraisal --blank -o empty.docx')
    const texts = textsOf('empty.docx')
    expect(texts.filter(t => t.startsWith('服务对象评价：　'))).toHaveLength(4)
    expect(texts).toContain('□优秀　□称职　□基本称职　□不称职')
    await refused('form appraisal', 2, 'CX6001')
    await refused('form appraisal W1', 3, 'CX1418')
    await refused('form appraisal P1 --scheme service-window', 3, 'CX3017')
    await refused('form appraisal --all --evaluation 2', 3, 'CX3017')
  })

  it('names a person as the evaluation that stands knows it, whatever the register says since', async () => {
    await done('subject edit P2 --name 样例员工乙改名 --reason 更名')
    await done('form appraisal P2 --evaluation 1 -o p2-2021.docx')
    const texts = textsOf('p2-2021.docx')
    const found = await explained(1, 'P2')
    expect(texts).toContain('样例员工乙')
    expect(texts).toContain(found.total)
    expect(texts.join('\n')).not.toContain('评估尚未审定')
    await done('form appraisal P2 --blank -o p2.docx')
    expect(textsOf('p2.docx')).toContain('样例员工乙改名')
  })

  it('is the same to the byte when made again', async () => {
    for (const name of ['one', 'two']) await done(`form appraisal P1 -o ${name}.docx`)
    expect(sha256(join(cwd, 'one.docx'))).toBe(sha256(join(cwd, 'two.docx')))
  })
})
