// The summary of the year under documents on others than agencies: what they do not ask for, and of which nothing is on
// file, is left out; and how many items not met it names.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tablesOf, textsOf } from './paper-texts.ts'
import { at, data, done, folder, HAND } from './run.ts'

const OF_AGENCIES = ['签署率', '春雷行动', '行政处罚', '诚信自律承诺书', '投诉', '红名单', '激励', '机构数']

async function summary(cwd: string): Promise<{ texts: string[]; tables: string[][][] }> {
  await done(cwd, 'report year -o year.docx --force')
  const file = join(cwd, 'year.docx')
  return { texts: textsOf(file), tables: tablesOf(file) }
}

describe('under a document on persons', () => {
  it('tells the evaluation and what a person writes, and nothing of agencies', async () => {
    const cwd = folder()
    await done(cwd, 'init --scheme shandong-staff')
    const { texts, tables } = await summary(cwd)
    const whole = texts.join('\n')
    expect(tables).toEqual([])
    for (const word of OF_AGENCIES) expect(whole, word).not.toContain(word)
    expect(texts.filter(text => /^[一二三四五六七八九]、/.test(text))).toEqual([
      '一、评估结果',
      '二、存在的问题',
      '三、成效和下一步打算',
    ])
    expect(whole).toContain('没有2013年度的评估结果。')
    // Lines of the title end where a word does.
    expect(whole).not.toMatch(/工作总\n结|工\n作总结/)
  })

  it('tells what is on file: complaints, the evaluation, and the table of them', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 's.csv'), '主体类型,姓名或名称,主体编号,设立日期\n人员,张三,RY-1,2011-01-01\n')
    for (const line of [
      'init --scheme shandong-staff',
      'subject import s.csv',
      'complaint add --subject RY-1 --complaint-no T-1 --received-on 2013-02-01 --category 其他',
      'evaluation open --year 2013 --as-of 2013-10-31',
      'evaluation run',
    ])
      await done(cwd, line)
    const { texts, tables } = await summary(cwd)
    const whole = texts.join('\n')
    expect(whole).toContain('一、投诉举报处理')
    expect(whole).toContain('收到投诉举报1件')
    expect(whole).toContain('二、评估结果')
    expect(whole).toContain('评估1人（尚未审定）')
    expect(whole).not.toContain('应检查机构')
    expect(whole).not.toContain('检查没有登记')
    const [rows] = tables
    expect(rows?.at(-1)?.slice(0, 2)).toEqual(['合计', '1'])
    // Penalties, sanctions, inspections; titles.
    expect(rows?.at(-1)?.slice(4, 7)).toEqual(['—', '—', '—'])
    expect(rows?.at(-1)?.slice(-2)).toEqual(['—', '—'])
    await done(cwd, 'report year --format html -o year.html')
    const page = readFileSync(join(cwd, 'year.html'), 'utf8')
    const cells = [...page.matchAll(/<td class="[a-z_]+">(.*?)<\/td>/g)].map(([, cell]) => cell)
    expect(cells).toEqual(tables.flatMap(table => table.slice(1).flat()))
  })
})

it.each([
  ['service-window', '2013年优质服务窗口评定工作总结', '二、称号', '授予称号0个'],
  ['linyi-2022-city', '2013年市级就业服务质量标杆机构评定工作总结', '二、推荐和称号', '推荐0家；授予称号0个'],
])('under %s titles are told, which it gives', async (scheme, title, section, said) => {
  const cwd = folder()
  await done(cwd, `init --scheme ${scheme}`)
  const { texts } = await summary(cwd)
  expect(texts[0]).toBe(title)
  expect(texts).toContain(section)
  expect(texts.join('\n')).toContain(said)
})

it('names every item not met as often as the fifth', async () => {
  const cwd = await at('roster')
  const failed = ['01', '02', '03', '04', '05', '06', '07'].map(no => `--SC-${no} 不合格`)
  for (const items of [failed, failed.slice(0, 6), failed.slice(0, 2)])
    await done(
      cwd,
      `inspection add --agency ${HAND} --batch 春雷2013 --date 2013-04-0${items.length} --officers 样检一、样检二 ${items.join(' ')}`,
    )
  const { problems } = await data<{ problems: { kind: string; count: number }[] }>(cwd, 'report year')
  expect(problems.map(p => p.count)).toEqual([3, 3, 2, 2, 2, 2, 1])
  const { texts } = await summary(cwd)
  const named = problems.slice(0, 6).map(p => `${p.kind}${p.count}次`)
  expect(texts.join('\n')).toContain(`共15项次，最多的是：${named.join('、')}。`)
})
