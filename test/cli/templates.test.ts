// Blank forms: what is written has the headers, the lists and the texts that an import wants, and imports back.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '../../src/formats/xlsx.ts'
import { readWorkbook } from '../formats/read-all.ts'
import { at, data, done, HAND, here, SAMPLES, sha256 } from './run.ts'

type Row = Record<string, unknown>

async function desk(): Promise<string> {
  const cwd = await at('init')
  await done(cwd, `subject import ${join(SAMPLES, 'subjects', 'subjects.csv')}`)
  return cwd
}

/** The cells of a table on standard output. */
async function table(cwd: string, line: string): Promise<string[][]> {
  const { stdout } = await done(cwd, `${line} --format csv`)
  return stdout
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map(row => row.split(','))
}

/** The lists of a workbook's first sheet: range -> choices. */
function listsOf(path: string): Record<string, string> {
  const xml = new PizZip(readFileSync(path)).file('xl/worksheets/sheet1.xml')!.asText()
  const found = xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)"[^>]*>\s*<formula1>([^<]*)<\/formula1>/g)
  return Object.fromEntries([...found].map(([, range, list]) => [range!, list!.replaceAll('&quot;', '"')]))
}

describe('subject template', () => {
  it('has a column for each field, and for one kind those that it has under the words of the kind', async () => {
    const cwd = await desk()
    const [all] = await table(cwd, 'subject template')
    expect(all!.slice(0, 4)).toEqual(['主体类型', '类型细分', '姓名或名称', '主体编号'])
    expect(all).toEqual(expect.arrayContaining(['岗位', '资格证书编号', '所属机构']))
    const headers = async (kind: string) => (await table(cwd, `subject template --kind ${kind}`))[0]!
    expect((await headers('窗口')).slice(0, 2)).toEqual(['主体类型', '窗口类型'])
    expect((await headers('institution'))[1]).toBe('机构类型')
    expect((await headers('平台'))[1]).toBe('平台级别')
    expect(await headers('窗口')).not.toContain('岗位')
    expect((await headers('人员'))[1]).toBe('姓名或名称')
    expect(await headers('人员')).toContain('岗位')
    expect(await headers('社区')).not.toContain('类型细分')
  })

  it('offers lists in the workbook, and imports back once it is filled in', async () => {
    const cwd = await desk()
    await done(cwd, 'subject template --kind 平台 -o p.xlsx')
    const lists = listsOf(join(cwd, 'p.xlsx'))
    expect(lists['A2:A1048576']).toBe('"平台"')
    expect(lists['B2:B1048576']).toBe('"街道(乡镇),社区(行政村)"')
    const [header = []] = await table(cwd, 'subject template --kind 平台')
    const place = 'ABCDEFGHIJ'[header.indexOf('推荐范围')]
    expect(lists[`${place}2:${place}1048576`]).toContain('朝阳区')
    const row = header.map(
      h =>
        ({
          主体类型: '平台',
          平台级别: '社区(行政村)',
          姓名或名称: '新村平台',
          推荐范围: '延庆县',
          主体编号: '007',
        })[h] ?? null,
    )
    const columns = header.map(h => ({ header: h, type: 'text' as const }))
    writeFileSync(join(cwd, 'filled.xlsx'), await writeXlsx([{ name: '主体名册', columns, rows: [row] }]))
    await done(cwd, 'subject import filled.xlsx')
    expect(await data<Row>(cwd, 'subject show 新村平台')).toMatchObject({
      ...{ kind: 'platform', type: 'village', code: '007', district: '延庆县' },
    })
  })

  it('is refused for a kind that there is not, and does not overwrite', async () => {
    const cwd = await desk()
    const kind = await here(cwd, 'subject template --kind 派出所')
    expect([kind.code, kind.stderr]).toEqual([2, expect.stringContaining('CX6002')])
    writeFileSync(join(cwd, 'there.xlsx'), 'mine')
    const there = await here(cwd, 'subject template -o there.xlsx')
    expect([there.code, there.stderr]).toEqual([5, expect.stringContaining('CX5008')])
    expect(readFileSync(join(cwd, 'there.xlsx'), 'utf8')).toBe('mine')
  })
})

it('agency template has the headers of the roster with their lists, and imports back once it is filled in', async () => {
  const cwd = await at('init')
  const before = sha256(join(cwd, 'chengxin.db'))
  await done(cwd, 'agency template -o roster.xlsx')
  expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  expect(listsOf(join(cwd, 'roster.xlsx'))['D2:D1048576']).toBe('"经营性,公共,市属"')
  const [header] = await table(cwd, 'agency template')
  const [exported] = await table(cwd, 'agency export')
  expect(header).toEqual(exported)
  const filled = header!.map(
    h => ({ 机构名称: '样例公司', 机构类别: '经营性', 推荐范围: '朝阳区', 许可证编号: '0012' })[h] ?? '',
  )
  writeFileSync(join(cwd, 'r.csv'), `${header!.join()}\n${filled.join()}\n`)
  await done(cwd, 'agency import r.csv')
  expect(await data<Row[]>(cwd, 'agency list')).toMatchObject([{ name: '样例公司', license_no: '0012' }])
})

describe('metric template', () => {
  const LINE = 'metric template --kind 平台 --metric 工作人员数=人 --metric 满意率 --period 2012'

  it('has a row for each subject and metric, which imports back once some values are filled in', async () => {
    const cwd = await desk()
    const rows = await table(cwd, LINE)
    expect(rows).toEqual([
      ['主体', '指标', '期间', '数值', '单位', '来源', '备注'],
      ['大兴样例街道就业平台', '工作人员数', '2012', '', '人', '', ''],
      ['大兴样例街道就业平台', '满意率', '2012', '', '', '', ''],
      ['房山样例村就业平台', '工作人员数', '2012', '', '人', '', ''],
      ['房山样例村就业平台', '满意率', '2012', '', '', '', ''],
    ])
    await done(cwd, `${LINE} -o m.xlsx`)
    const { value: sheet } = await readWorkbook(readFileSync(join(cwd, 'm.xlsx')), 'm.xlsx')
    expect([sheet!.header, ...sheet!.rows.map(r => r.cells)]).toEqual(rows)
    const filled = rows.map((row, i) =>
      row.map((cell, j) => (j === 3 && i === 1 ? '6' : j === 3 && i === 4 ? '91%' : cell)),
    )
    const columns = rows[0]!.map(header => ({ header, type: 'text' as const }))
    writeFileSync(
      join(cwd, 'f.xlsx'),
      await writeXlsx([{ name: '指标数据', columns, rows: filled.slice(1) }]),
    )
    const ran = await here(cwd, 'metric import f.xlsx --json')
    const told = JSON.parse(ran.stdout) as { data: Row; warnings: Row[] }
    expect([ran.code, told.data.added, told.data.rejected]).toEqual([0, 2, 0])
    expect(told.warnings).toMatchObject([{ code: 'CX1204' }])
    expect(await data<Row[]>(cwd, 'metric list')).toMatchObject([
      { subject: '大兴样例街道就业平台', metric: '工作人员数', value: '6', unit: '人' },
      { subject: '房山样例村就业平台', metric: '满意率', value: '0.91' },
    ])
  })

  it('takes the type in any word, this year where none is told, and leaves out who had ended before', async () => {
    const cwd = await desk()
    await done(cwd, 'subject edit PT-102 --ended-on 2012-06-30 --reason 撤并')
    const subjects = async (line: string) => (await table(cwd, line)).slice(1).map(row => [row[0], row[2]])
    expect(await subjects('metric template --kind 平台 --metric m')).toEqual([
      ['大兴样例街道就业平台', '2013'],
    ])
    expect(await subjects('metric template --kind 平台 --type 行政村 --metric m --period 2012-H1')).toEqual([
      ['房山样例村就业平台', '2012-H1'],
    ])
    expect(await subjects('metric template --kind platform --type township --metric m')).toHaveLength(1)
  })

  it('names a subject by what finds it alone', async () => {
    const cwd = await desk()
    await done(cwd, 'subject add --kind 社区 --name 石景山样例社区 --district-code 东城区')
    const rows = await table(cwd, 'metric template --kind 社区 --metric 再就业率')
    expect(rows.slice(1).map(row => row[0])).toEqual(['SQ-101', 'id=12'])
    const filled = rows.map((row, i) => row.map((cell, j) => (i > 0 && j === 3 ? '是' : cell)).join())
    writeFileSync(join(cwd, 'f.csv'), `${filled.join('\n')}\n`)
    await done(cwd, 'metric import f.csv')
    expect((await data<Row[]>(cwd, 'metric list')).map(m => m.subject_id)).toEqual([8, 12])
  })

  it('asks agencies for the figures that a scheme for agencies looks at', async () => {
    const cwd = await at('roster')
    const rows = await table(cwd, 'metric template --scheme beijing-2013 --period 2012')
    expect(rows[0]).toEqual([
      ...['统一社会信用代码', '机构名称', '指标', '期间', '数值', '单位', '来源', '备注'],
    ])
    expect(rows).toHaveLength(1 + 5 * 2)
    const name = '北京晴禾样例人力资源有限公司'
    expect(rows.filter(row => row[0] === HAND)).toEqual([
      [HAND, name, '净利润', '2012', '', '元', '', ''],
      [HAND, name, '服务人次', '2012', '', '人次', '', ''],
    ])
    // The draft of Zhoushan is for for-profit agencies only.
    const others = await table(cwd, 'metric template --scheme zhoushan-2019 --period 2012')
    expect(others).toHaveLength(1 + 4 * 2)
    const filled = rows.map((row, i) => row.map((cell, j) => (i > 0 && j === 4 ? '1200' : cell)).join())
    writeFileSync(join(cwd, 'f.csv'), `${filled.join('\n')}\n`)
    expect(await data(cwd, 'metric import f.csv')).toMatchObject({ added: 10, rejected: 0 })
  })

  it('of a scheme that asks for no figures is refused', async () => {
    const ran = await here(await desk(), 'metric template --scheme shandong-staff')
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1207')])
  })

  it.each([
    ['metric template --kind 平台', 2, 'CX6001'],
    ['metric template --metric m', 2, 'CX6001'],
    ['metric template --kind 机关 --metric m', 2, 'CX6002'],
    ['metric template --kind 平台 --type 信访 --metric m', 2, 'CX6002'],
    ['metric template --kind 社区 --type 村 --metric m', 2, 'CX6002'],
    ['metric template --kind 平台 --metric =人', 2, 'CX6002'],
    ['metric template --kind 平台 --metric m --period 去年', 2, 'CX6002'],
    ['metric template --kind 窗口 --type 网站 --metric m', 4, 'CX4002'],
  ])('refuses %s', async (line, code, problem) => {
    const cwd = await desk()
    const ran = await here(cwd, line)
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([code, '', expect.stringContaining(problem)])
    const english = await here(cwd, `--lang en ${line}`)
    expect([english.code, english.stderr]).toEqual([code, expect.stringContaining(problem)])
  })
})
