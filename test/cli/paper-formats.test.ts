// In which format a paper is written, and of whom: the ending of -o, and the district of the desk.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { city, csvRows, paragraphs } from './form-city.ts'
import { at, done, folder, HAND, here } from './run.ts'

const starts = (path: string) => readFileSync(path).subarray(0, 4).toString('latin1')
const parts = (path: string) => Object.keys(new PizZip(readFileSync(path)).files)

describe('the ending of -o', () => {
  it('chooses the format', async () => {
    const cwd = await city()
    await done(cwd, 'form quota -o quota.docx')
    expect(parts(join(cwd, 'quota.docx'))).toContain('word/document.xml')
    await done(cwd, 'form nominees -o nominees.XLSX')
    expect(parts(join(cwd, 'nominees.XLSX'))).toContain('xl/workbook.xml')
    await done(cwd, 'form ranking -o ranking.htm')
    expect(starts(join(cwd, 'ranking.htm'))).toBe('<!DO')
    await done(cwd, 'form quota -o quota.csv')
    expect(readFileSync(join(cwd, 'quota.csv'), 'utf8')).toMatch(/^\uFEFF区划代码,/)
    await done(cwd, 'report year -o year.json')
    expect(JSON.parse(readFileSync(join(cwd, 'year.json'), 'utf8'))).toMatchObject({ schema_version: 1 })
    // Without an ending, what the command writes by itself.
    await done(cwd, 'form quota -o quota')
    expect(parts(join(cwd, 'quota'))).toContain('xl/workbook.xml')
  })

  it.each([
    ['form quota --format xlsx -o q.docx', '与格式 xlsx 不一致'],
    ['form nominees -o n.pdf', '.docx .xlsx .html .csv'],
    ['form summary 1 -o s.xlsx', '.docx'],
    ['archive export 1 -o a.xlsx', '.docx .html'],
    ['evaluation notice 1 -o n.html', '.docx .csv'],
  ])('is refused where it says another: %s', async (line, told) => {
    const cwd = await city()
    const ran = await here(cwd, line)
    expect([ran.code, ran.stdout], ran.stderr).toEqual([2, ''])
    expect(ran.stderr).toContain('CX6010')
    expect(ran.stderr).toContain(told)
    expect(readdirSync(cwd)).toEqual(['chengxin.db'])
  })

  it('of an explanation is one of texts, pages and papers', async () => {
    const cwd = await at('run')
    await done(cwd, `evaluation explain ${HAND} -o e.docx`)
    expect(parts(join(cwd, 'e.docx'))).toContain('word/document.xml')
    await done(cwd, `evaluation explain ${HAND} -o e.log`)
    await done(cwd, `evaluation explain ${HAND} -o e.json`)
    expect(JSON.parse(readFileSync(join(cwd, 'e.json'), 'utf8'))).toMatchObject({ schema_version: 1 })
    expect((await here(cwd, `evaluation explain ${HAND} --json -o e2.docx`)).code).toBe(2)
    expect(existsSync(join(cwd, 'e2.docx'))).toBe(false)
  })
})

describe('what a paper says of what is missing', () => {
  it('tells ratings that do not count, rules not met, and that there is none', async () => {
    const cwd = await city()
    const rows = csvRows((await done(cwd, 'form results --all --format csv')).stdout)
    const texts = rows.slice(1).map(row => row.join('|'))
    expect(texts.some(text => /\(\d+\.\d\d\d?\)/.test(text))).toBe(true)
    expect(texts.some(text => text.includes('✗：'))).toBe(true)
    const unrated = rows.slice(1).filter(row => row[10]!.includes('没有评分'))
    expect(unrated.length).toBeGreaterThan(0)
    for (const row of unrated) expect(row[6]!.startsWith('(') || row[6] === '—').toBe(true)
  })
})

describe('the package of a district with an open tie', () => {
  it('warns as the check does, and names its list by the district', async () => {
    const cwd = await city()
    const { stderr } = await done(cwd, 'form package --district 石景山区 --out p')
    expect(stderr).toContain('末位并列待定：石景山区 2 家，1 个名额')
    expect(stderr).toContain('chengxin nomination check')
    await done(cwd, 'form package --district 平谷区 --out p')
    const lists = readdirSync(join(cwd, 'p')).filter(name => name.startsWith('清单'))
    expect(lists).toEqual(['清单-推荐材料-110107.csv', '清单-推荐材料-110117.csv'])
  })

  it("asks the city's own for the opinion of the city", async () => {
    const cwd = await city()
    await done(cwd, 'form recommendation --district 市属机构 --out r')
    const [name] = readdirSync(join(cwd, 'r'))
    const texts = paragraphs(join(cwd, 'r', name!))
    expect(texts).not.toContain('区县人力资源和社会保障局意见')
    expect(texts.some(text => /^北京市人力资源和社会保障局.*意见$/.test(text))).toBe(true)
  })
})

describe("a district's desk", () => {
  it('speaks of its own places', async () => {
    const cwd = folder()
    await done(cwd, 'init --district 110117')
    const rows = csvRows((await done(cwd, 'form quota --format csv')).stdout)
    expect(rows.slice(1).map(row => row[1])).toEqual(['平谷区', '合计'])
    expect(rows[1]![2]).toBe(rows[2]![2])
  })
})

describe('the foot of a printed workbook', () => {
  it('has the check line on every page', async () => {
    const cwd = await city()
    await done(cwd, 'form ranking -o r.xlsx')
    const xml = new PizZip(readFileSync(join(cwd, 'r.xlsx'))).file('xl/worksheets/sheet1.xml')!.asText()
    expect(xml).toMatch(
      /<oddFooter>&amp;L&amp;8校验码 \S{14}　2013年11月4日制　日志第\d+条 [0-9a-f]{12}&amp;R第 &amp;P 页/,
    )
  })
})
