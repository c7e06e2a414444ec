// From import to result for those who are no agencies: a window, a member of staff, institutions, a community.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { folder, here } from './run.ts'

interface Result {
  name: string
  total: string | null
  min_total: string
  computed_grade: string | null
  grade: string | null
  rank: number | null
  vetoes: string[]
  decision: string | null
}

const csv = (rows: readonly (readonly (string | number)[])[]) =>
  `${rows.map(row => row.join(',')).join('\n')}\n`

/** One sheet of each rater kind; ratings in the order of the indicators that are rated. */
function sheets(
  scheme: string,
  codes: readonly string[],
  ratings: Record<string, Record<number, number>>,
): string {
  const numbers = [...new Set(Object.values(ratings).flatMap(given => Object.keys(given)))]
  const head = ['评估年度', '方案', '主体编号', '评价主体', '评价人', ...numbers]
  const rows = codes.flatMap(code =>
    Object.entries(ratings).map(([kind, given]) => [
      ...['2022', scheme, code, kind, `${kind}1`],
      ...numbers.map(n => given[Number(n)] ?? ''),
    ]),
  )
  return csv([head, ...rows])
}

/** Lays the files down, runs the year, and gives the results back. */
async function year(
  scheme: string,
  files: Readonly<Record<string, string>>,
): Promise<{ results: Result[]; run: (line: string) => Promise<string> }> {
  const cwd = folder()
  const run = async (line: string) => {
    const ran = await here(cwd, `--today 2023-01-05 --operator 测试员 ${line}`, { bare: true })
    expect(ran.code, `${line}\n${ran.stderr}`).toBe(0)
    return ran.stdout
  }
  await run('init')
  await run(`scheme add ${scheme}`)
  for (const [noun, text] of Object.entries(files)) {
    if (noun === 'evaluation') await run(`evaluation open --scheme ${scheme} --year 2022`)
    writeFileSync(join(cwd, `${noun}.csv`), text)
    await run(`${noun} import ${noun}.csv`)
  }
  // A grade whose name is all there is to say of it is said once.
  expect(await run('evaluation run')).not.toMatch(/^ {2}(\S+) \1 {2}/m)
  const shown = JSON.parse(await run('evaluation show --json')) as { data: Result[] }
  return { results: shown.data, run }
}

const subjectHead = ['主体类型', '名称', '主体编号', '类型细分', '推荐范围']
const metricHead = ['主体', '指标', '期间', '数值', '单位']
const every = (numbers: readonly number[], value: number) => Object.fromEntries(numbers.map(n => [n, value]))
const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

it('windows: one at its limits passes with 90 points, one that misses a rate fails', async () => {
  const figures = (code: string, satisfaction: string) => [
    [code, '服务对象满意率', '2022', satisfaction, ''],
    [code, '专兼职工作人员数', '2022', '1', '人'],
    [code, '交办信访案件办结率', '2022', '100%', ''],
  ]
  const { results } = await year('service-window', {
    subject: csv([
      subjectHead,
      ['窗口', '样例甲信访窗口', 'W1', '信访', '朝阳区'],
      ['窗口', '样例乙信访窗口', 'W2', '信访', '朝阳区'],
    ]),
    metric: csv([metricHead, ...figures('W1', '90%'), ...figures('W2', '89.99%')]),
    evaluation: sheets('service-window', ['W1', 'W2'], {
      内部评议: every(ten, 9),
      社会评议: every(ten, 9),
      组织审核验收: every(ten, 9),
    }),
  })
  // Nine standards of 9 points and one capped at 5.
  expect(results.map(r => [r.name, r.total, r.grade, r.decision])).toEqual([
    ['样例甲信访窗口', '90.00', '达标', 'passed'],
    ['样例乙信访窗口', '86.00', '未达标', 'failed'],
  ])
})

it('staff: three verified complaints, one of them serious, make 优秀 a 不称职', async () => {
  const complaint = (n: number, serious: string) => [
    ...[`T${n}`, '2022-03-01', '样例员工', '其他', '2022-03-01', '2022-05-01', '2022-04-01', '属实', serious],
  ]
  const { results, run } = await year('shandong-staff', {
    subject: csv([
      subjectHead,
      ['人员', '样例员工', 'P1', '', '朝阳区'],
      ['人员', '样例同事', 'P2', '', '朝阳区'],
    ]),
    complaint: csv([
      [
        '投诉编号',
        '收到日期',
        '被投诉人',
        '类别',
        '受理日期',
        '办结时限',
        '办结日期',
        '查处结论',
        '情节严重',
      ],
      ...[complaint(1, '是'), complaint(2, '否'), complaint(3, '否')],
    ]),
    evaluation: sheets('shandong-staff', ['P1', 'P2'], {
      服务对象评价: { 1: 18, 2: 18, 3: 36, 4: 18 },
      员工相互评价: { 1: 18, 2: 18, 3: 36, 4: 18 },
      领导评价: { 1: 18, 2: 18, 3: 36, 4: 18 },
    }),
  })
  const brief = new Map(results.map(r => [r.name, [r.total, r.computed_grade, r.grade, r.vetoes]]))
  expect(brief.get('样例员工')).toEqual(['90.00', '优秀', '不称职', ['verified_complaints']])
  expect(brief.get('样例同事')).toEqual(['90.00', '优秀', '优秀', []])
  expect(await run('evaluation explain P1')).toContain('当年被投诉并查实3次以上且情节严重')
  // The score table is the annex of notices on agencies: said, not passed over in silence.
  await expect(run('form results --all --out forms')).rejects.toThrow('CX3017')
})

it('institutions: of two that fulfill their conditions the review ranks, a third fails', async () => {
  const honor = (n: number, code: string, name: string) => [
    ...[`H${n}`, name, '窗口', '县级就业服务质量标杆机构', '样例县', '2022-12-20', '有效', code],
  ]
  const conditions = every([1, 2, 3, 4, 5, 6, 8], 1)
  const rated = (code: string, written: number, own: Record<number, number>) =>
    sheets('linyi-2022-city', [code], {
      资格审查: { ...conditions, ...own },
      书面评审: { 15: written },
      现场答辩: { 15: 80 },
    })
  const [g1, g2, t1] = [rated('G1', 90, { 12: 1 }), rated('G2', 96, { 12: 1 }), rated('T1', 99, { 13: 1 })]
  // One file: the columns of both types.
  const rows = [g1, g2, t1].map(text =>
    text
      .trimEnd()
      .split('\n')
      .map(line => line.split(',')),
  )
  const numbers = [...new Set(rows.flatMap(([head]) => head!.slice(5)))]
  const all = rows.flatMap(([head, ...sheet]) =>
    sheet.map(row => [...row.slice(0, 5), ...numbers.map(n => row[head!.indexOf(n)] ?? '')]),
  )
  const { results } = await year('linyi-2022-city', {
    subject: csv([
      subjectHead,
      ['机构', '样例零工市场甲', 'G1', '零工市场', '朝阳区'],
      ['机构', '样例零工市场乙', 'G2', '零工市场', '朝阳区'],
      ['机构', '样例培训学校', 'T1', '职业培训机构', '朝阳区'],
    ]),
    metric: csv([
      metricHead,
      ['G1', '服务场所面积', '2022', '500', '平方米'],
      ['G2', '服务场所面积', '2022', '800', '平方米'],
      ['T1', '培训合格率', '2022', '95%', ''],
      ['T1', '学员整体满意率', '2022', '94.9%', ''],
      ['T1', '办学质量督导评估优秀', '2022', '是', ''],
    ]),
    honor: csv([
      ['证书编号', '持有者', '持有者类型', '荣誉名称', '授予机关', '授予日期', '状态', '主体'],
      honor(1, 'G1', '样例零工市场甲'),
      honor(2, 'G2', '样例零工市场乙'),
      honor(3, 'T1', '样例培训学校'),
    ]),
    evaluation: csv([['评估年度', '方案', '主体编号', '评价主体', '评价人', ...numbers], ...all]),
  })
  // (90 × 50 + 80 × 25) ÷ 75, and with 96 and 99.
  const brief = new Map(results.map(r => [r.name, [r.total, r.grade]]))
  expect(brief.get('样例零工市场甲')).toEqual(['86.67', '符合'])
  expect(brief.get('样例零工市场乙')).toEqual(['90.67', '符合'])
  expect(brief.get('样例培训学校')).toEqual(['92.67', '不符合'])
  const ranked = results.filter(r => r.decision === 'passed').sort((a, b) => a.rank! - b.rank!)
  expect(ranked.map(r => r.name)).toEqual(['样例零工市场乙', '样例零工市场甲'])
})
