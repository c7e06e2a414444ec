// The table of the inspections as a paper, a sheet, a page and a list: every figure is that of `inspection summary` and
// `inspection coverage`, for each district and for all.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { tablesOf, textsOf } from './paper-texts.ts'
import { at, data, done, folder, here, SAMPLES } from './run.ts'

const city = folder()
/** A file with the inspections of the city, and some of employers and agents without a license. */
beforeAll(async () => {
  copyFileSync(join(await at('init'), 'chengxin.db'), join(city, 'chengxin.db'))
  for (const [noun, file] of [
    ['agency', 'roster'],
    ['inspection', 'inspection'],
    ['penalty', 'penalties'],
  ])
    await done(city, `${noun} import ${join(SAMPLES, 'city', `${file}.csv`)}`)
  const header =
    '检查批次,检查日期,检查对象类型,检查对象,区划代码,检查人员,市场监管人数,公安人数,发现问题,处理措施,责令退赔金额'
  const rows = [
    '春雷2013,2013-05-06,用人单位,某电子厂,110105,样检1;样检2,1,2,虚假招聘,责令改正,12345.67',
    '春雷2013,2013-05-07,无证中介,某职介所,110228,样检1;样检2,1,,无证经营,取缔、移送公安,',
    '春雷2013,2013-05-08,无证中介,无址职介所,,样检1;样检2,,,扣押证件,取缔,',
  ]
  writeFileSync(join(city, 'more.csv'), [header, ...rows].join('\n'))
  await done(city, 'inspection import more.csv')
}, 60_000)

interface Summary {
  rows: { value: string | number | null; split?: { value: string | number | null }[] }[]
}
interface Coverage {
  rows: { district: string | null; to_inspect: number; inspected: number; rate: string | null }[]
}

/** A row of the table as the two commands tell it. */
async function expected(district: string | null): Promise<string[]> {
  const only = district === null ? '' : ` --district ${district}`
  const { rows } = await data<Summary>(city, `inspection summary${only}`)
  const coverage = await data<Coverage>(city, `inspection coverage${only}`)
  const covered = coverage.rows.find(row => row.district === district)!
  const figures = rows.flatMap(row => [row.value, ...(row.split ?? []).map(part => part.value)])
  const { to_inspect, inspected, rate } = covered
  return [district ?? '合计', ...[...figures, to_inspect, inspected, rate].map(v => String(v ?? '—'))]
}

it('has the figures of the summary and of the coverage, district by district and in all', async () => {
  await done(city, 'form inspection-summary -o table.docx')
  const [table] = tablesOf(join(city, 'table.docx'))
  const [header, ...rows] = table!
  expect(header).toHaveLength(20)
  const names = rows.map(row => row[0]!)
  // 17 districts and the city's own, what names no district, and all.
  expect(names).toHaveLength(20)
  expect(names.slice(-2)).toEqual(['未写明', '合计'])
  for (const [i, name] of names.entries()) {
    if (name !== '未写明') expect(rows[i], name).toEqual(await expected(name === '合计' ? null : name))
  }
  // One visit by two officers to an agent without a license, who was shut down; nothing is known of coverage.
  expect(rows.at(-2)?.slice(1, 3)).toEqual(['2', '2'])
  expect(rows.at(-2)?.slice(-3)).toEqual(['—', '—', '—'])
  // What is counted adds up to all.
  for (const column of [1, 6, 12, 14, 17, 18]) {
    const parts = rows.slice(0, -1).map(row => Number(row[column]!.replace('—', '0')))
    expect(
      parts.reduce((a, b) => a + b),
      header![column],
    ).toBe(Number(rows.at(-1)![column]))
  }
  const texts = textsOf(join(city, 'table.docx'))
  expect(texts.slice(0, 2)).toEqual([
    '春雷行动检查清理整顿情况统计表',
    '2013年1月1日至2013年6月30日　全部推荐范围',
  ])
  expect(texts.some(t => t.startsWith('“—”表示没有记录可以说明，不是零。'))).toBe(true)
  expect(texts.some(t => t.startsWith('填报单位（盖章）'))).toBe(true)
}, 60_000)

it('names its columns as the checklist does', async () => {
  const { rows } = await data<{ rows: { name: string; unit: string }[] }>(city, 'inspection summary')
  await done(city, 'form inspection-summary -o names.docx')
  const header = tablesOf(join(city, 'names.docx'))[0]![0]!
  const names = rows.map(({ name, unit }) => `${name}（${unit}）`)
  expect(header.filter(text => names.includes(text))).toEqual(names)
  const { stdout } = await done(city, 'form inspection-summary --format csv')
  expect(
    stdout
      .split('\r\n')[0]!
      .split(',')
      .filter(text => names.includes(text)),
  ).toEqual(names)
})

it('is the same table as a list, a page and a sheet', async () => {
  await done(city, 'form inspection-summary -o same.docx')
  const rows = tablesOf(join(city, 'same.docx'))[0]!.slice(1)
  const { stdout } = await done(city, 'form inspection-summary --format csv')
  expect(
    stdout
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map(row => row.split(',')),
  ).toEqual(rows)
  await done(city, 'form inspection-summary --format html -o same.html')
  const page = readFileSync(join(city, 'same.html'), 'utf8')
  const cells = [...page.matchAll(/<tr[^>]*>(<td.*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell),
  )
  expect(cells).toEqual(rows)
  const sheet = await done(city, 'form inspection-summary --format xlsx -o -')
  expect(sheet.bytes.subarray(0, 2).toString('latin1')).toBe('PK')
})

it('of a batch tells no penalties, of a district its row only', async () => {
  const { stdout } = await done(city, 'form inspection-summary 春雷2013 --format csv')
  const rows = stdout
    .trimEnd()
    .split('\r\n')
    .map(row => row.split(','))
  const revoked = rows[0]!.indexOf('吊销许可证（件）')
  expect(new Set(rows.slice(1).map(row => row[revoked]))).toEqual(new Set(['—']))
  const one = await done(city, 'form inspection-summary --district 朝阳区 --format csv')
  const [own, all] = one.stdout.trimEnd().split('\r\n').slice(1)
  expect([own!.split(',')[0], all!.split(',')[0]]).toEqual(['朝阳区', '合计'])
  expect(own!.split(',').slice(1)).toEqual(all!.split(',').slice(1))
})

it('refuses a batch that no inspection has, and leaves the log alone', async () => {
  const before = readFileSync(join(city, 'chengxin.db'))
  const ran = await here(city, 'form inspection-summary 没有')
  expect([ran.code, ran.stderr]).toEqual([4, expect.stringContaining('CX4002')])
  expect(readFileSync(join(city, 'chengxin.db')).equals(before)).toBe(true)
})

it('on the desk of a district names the district', async () => {
  const cwd = folder()
  await done(cwd, 'init --district 110117')
  await done(cwd, 'form inspection-summary --out papers')
  const [name] = readdirSync(join(cwd, 'papers'))
  expect(name).toBe('清理整顿情况统计表-2013-01-01至2013-06-30-平谷区.docx')
  expect(textsOf(join(cwd, 'papers', name!))[1]).toBe('2013年1月1日至2013年6月30日　平谷区')
})

it('tells no coverage on papers while no inspection is on file', async () => {
  const cwd = await at('roster')
  const { rows } = await data<Coverage>(cwd, 'inspection coverage')
  expect(rows.at(-1)).toMatchObject({ to_inspect: 4, inspected: 0, rate: '0' })
  const { stdout } = await done(cwd, 'form inspection-summary --format csv')
  expect(stdout.trimEnd().split(',').slice(-3)).toEqual(['4', '—', '—'])
  const year = await data<{ coverage: object }>(cwd, 'report year')
  expect(year.coverage).toMatchObject({ inspected: 0, rate: '0' })
  await done(cwd, 'report year --format html -o year.html')
  expect(readFileSync(join(cwd, 'year.html'), 'utf8')).toContain('应检查机构4家，没有登记检查，覆盖率—。')
  await done(cwd, 'report html -o page.html')
  expect(readFileSync(join(cwd, 'page.html'), 'utf8')).toContain('没有登记检查')
})

it('without any record has dashes for what nobody knows, and no rate of nothing', async () => {
  const cwd = await at('init')
  const { stdout } = await done(cwd, 'form inspection-summary --format csv')
  const rows = stdout.trimEnd().split('\r\n').slice(1)
  expect(rows).toEqual(['合计,—,—,—,—,—,—,—,—,—,—,—,—,—,—,0,—,0,—,—'])
})
