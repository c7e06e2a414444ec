// Places that are computed: from a table alone, for the jurisdictions of a scheme, adopted, settled, compared, explained;
// and everything that is refused.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { ALABAMA_1880 } from '../domain/quota/censuses.ts'
import { handBook, num, row, str } from '../formats/workbook.ts'
import { at, data, done, folder, here, sha256 } from './run.ts'

interface Row {
  unit: string
  district_code: string | null
  weight: string | null
  seats: number
  used: number
  available: number
  official: number | null
}
interface Allotted {
  rows: Row[]
  total: number
  method: string
  ties: { units: string[]; open: number; decimal: string }[]
  steps: { place: number; unit: string; by: string; claim: string | null }[]
  infeasible: Record<string, unknown> | null
}

const seatsOf = (allotted: Allotted) => Object.fromEntries(allotted.rows.map(r => [r.unit, r.seats]))
function file(cwd: string, name: string, ...lines: string[]): string {
  writeFileSync(join(cwd, name), `${lines.join('\n')}\n`)
  return name
}
const THREE = ['unit,weight', 'A,53000', 'B,24000', 'C,23000']

/** A desk of Linyi's counties; the populations are invented. */
const COUNTIES = [
  ...['兰山区,120', '罗庄区,60', '河东区,60', '沂南县,80', '郯城县,80', '沂水县,99', '苍山县,110'],
  ...['费县,70', '平邑县,90', '莒南县,80', '蒙阴县,50', '临沭县,61', '开发区,20', '沂河新区,20'],
]
async function linyi(...rows: string[]): Promise<string> {
  const cwd = folder()
  await done(cwd, 'init --scheme linyi-2022-county')
  file(cwd, 'p.csv', '推荐范围,常住人口(万人)', ...(rows.length > 0 ? rows : COUNTIES))
  return cwd
}

describe('from a table alone', () => {
  it.each([
    ['largest-remainder', { A: 5, B: 3, C: 2 }],
    ['dhondt', { A: 6, B: 2, C: 2 }],
    ['sainte-lague', { A: 6, B: 2, C: 2 }],
    ['adams', { A: 5, B: 3, C: 2 }],
    ['dean', { A: 5, B: 3, C: 2 }],
    ['huntington-hill', { A: 5, B: 3, C: 2 }],
  ])('%s needs no database', async (method, seats) => {
    const cwd = folder()
    const input = file(cwd, 'w.csv', ...THREE)
    const found = await data<Allotted>(cwd, `quota allocate --input ${input} --seats 10 --method ${method}`)
    expect(seatsOf(found)).toEqual(seats)
    expect(found).toMatchObject({ total: 10, method, ties: [], infeasible: null })
    expect(found.rows[0]).toMatchObject({ unit: 'A', district_code: null, weight: '53000' })
    expect(existsSync(join(cwd, 'chengxin.db'))).toBe(false)
  })

  it('standard input, a workbook, GB18030 and the words of offices are read alike', async () => {
    const cwd = folder()
    const rows = [
      ['单位', '常住人口（万人）', '区划代码', '最少', '最多'],
      ['甲县', '1.5', '371321', '', ''],
      ['乙县', '3.25', '371322', '1', '2'],
      ['合计', '4.75', '', '', ''],
    ]
    const text = rows.map(row => row.join(',')).join('\r\n')
    writeFileSync(join(cwd, 'g.csv'), iconv.encode(text, 'gb18030'))
    const cells = rows.map((texts, r) => {
      const refs = texts.map((_, k) => `${'ABCDE'[k]}${r + 1}`)
      const filled = texts.flatMap((text, k) => {
        if (text === '') return []
        return [/^\d/.test(text) ? num(refs[k]!, text) : str(refs[k]!, text)]
      })
      return row(r + 1, ...filled)
    })
    writeFileSync(join(cwd, 'w.xlsx'), handBook({ sheets: [{ name: '名额', rows: cells.join('') }] }))
    const wanted = { rows: [{ unit: '甲县', district_code: '371321', seats: 3 }, { seats: 2 }], total: 5 }
    for (const input of ['g.csv', 'w.xlsx'])
      expect(await data(cwd, `quota allocate --input ${input} --seats 5`)).toMatchObject(wanted)
    const ran = await done(cwd, 'quota allocate --input - --seats 5 --json', { stdin: text })
    expect(JSON.parse(ran.stdout)).toMatchObject({ data: wanted })
  })

  it('floors and caps of the command line hold where the table says nothing', async () => {
    const cwd = folder()
    const input = file(cwd, 'w.csv', 'unit,weight,min,max', 'a,90,,', 'b,9,,', 'c,1,3,')
    const line = `quota allocate --input ${input} --seats 10 --method dhondt --min 1 --max 5`
    expect(seatsOf(await data<Allotted>(cwd, line))).toEqual({ a: 5, b: 2, c: 3 })
  })

  it('several factors count by their shares, and any column can be one', async () => {
    const cwd = folder()
    const input = file(cwd, 'w.csv', '单位,常住人口(万人),窗口数', '甲,10,30', '乙,20,10')
    const line = `quota allocate --input ${input} --seats 24 --factor population=7 --factor 窗口数=3`
    const found = await data<Allotted>(cwd, line)
    expect(found.rows).toMatchObject([
      { weight: '(11/24)', seats: 11 },
      { weight: '(13/24)', seats: 13 },
    ])
  })

  it('a ratio gives the total, rounded down', async () => {
    const cwd = folder()
    const input = file(cwd, 'w.csv', '单位,权重', '甲,110', '乙,89')
    const line = `quota allocate --input ${input} --ratio 5%`
    expect(await data(cwd, line)).toMatchObject({ total: 9 })
    expect((await done(cwd, line)).stderr).toContain('总数按比例为 9 个，小数舍去（本程序默认）')
  })

  it('fixed places are as the table has them, and must be the total', async () => {
    const cwd = folder()
    const input = file(cwd, 'w.csv', '单位,权重,官方名额', '甲,1,7', '乙,9,3')
    const fixed = await data<Allotted>(cwd, `quota allocate --input ${input} --seats 10 --method fixed`)
    expect(fixed).toMatchObject({
      total: 10,
      method: 'fixed',
      steps: [],
      rows: [{ weight: null, seats: 7 }, {}],
    })
    const ran = await here(cwd, `quota allocate --input ${input} --seats 9 --method fixed`)
    expect([ran.code, ran.stderr]).toEqual([
      3,
      expect.stringContaining('错误[CX1308] 表内名额合计 10，总数是 9'),
    ])
  })

  it.each([
    [['单位,推荐名额', '甲,7', '乙,3', '合计,10'], { 甲: 7, 乙: 3 }],
    [['unit,weight', 'a,4', 'b,6'], { a: 4, b: 6 }],
  ])('fixed places need no weights beside them: %j', async (lines, seats) => {
    const cwd = folder()
    const input = file(cwd, 'w.csv', ...lines)
    const fixed = await data<Allotted>(cwd, `quota allocate --input ${input} --seats 10 --method fixed`)
    expect(seatsOf(fixed)).toEqual(seats)
    expect(await data(cwd, `quota allocate --input ${input} --method fixed`)).toMatchObject({ total: 10 })
  })

  it('fixed places that are missing are named', async () => {
    const cwd = folder()
    const input = file(cwd, 'w.csv', '单位,权重,推荐名额', '甲,1,7', '乙,2,')
    const ran = await here(cwd, `quota allocate --input ${input} --method fixed`)
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('“推荐名额（乙）”没有填')])
  })

  it('a tie is a result: nobody gets the place, and all who share it are named', async () => {
    const cwd = folder()
    const input = file(cwd, 'w.csv', 'unit,weight', 'a,5', 'b,5', 'c,5', 'd,1')
    const line = `quota allocate --input ${input} --seats 5 --method sainte-lague`
    const found = await data<Allotted>(cwd, line)
    expect(found).toMatchObject({ total: 3, ties: [{ units: ['a', 'b', 'c'], open: 2, claim: '5/3' }] })
    expect(seatsOf(found)).toEqual({ a: 1, b: 1, c: 1, d: 0 })
    const ran = await done(cwd, line)
    expect(ran.stderr).toContain('提醒[CX1305] a、b、c得数相同（1.666667），2 个名额待定')
  })

  it('tells every place in a table of its own', async () => {
    const cwd = folder()
    const input = file(cwd, 'w.csv', ...THREE)
    const ran = await done(cwd, `quota allocate --input ${input} --seats 4 --method dhondt --steps`)
    expect(ran.stdout).toMatch(/2 +A +得数最大 +26500\.000000 +53000\/2 +B +24000\.000000/)
  })

  it.each([
    ['--seats 4 --min 2', { constraint: 'floors', needed: 6, available: 4, by: 2, units: ['A', 'B', 'C'] }],
    ['--seats 4 --max 1', { constraint: 'caps', needed: 4, available: 3, by: 1, units: ['A', 'B', 'C'] }],
  ])('%s cannot be split: told which constraint, and by how much', async (switches, infeasible) => {
    const cwd = folder()
    const input = file(cwd, 'w.csv', ...THREE)
    const line = `quota allocate --input ${input} ${switches}`
    expect(await data(cwd, line, 3)).toMatchObject({ rows: [], total: 0, infeasible })
    const ran = await here(cwd, line)
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining(`错误[CX1304]`)])
    expect(ran.stderr).toContain(`差 ${infeasible.by} 个`)
  })

  it('nobody has a weight', async () => {
    const cwd = folder()
    const input = file(cwd, 'w.csv', 'unit,weight', 'a,0', 'b,0.0')
    const found = await data(cwd, `quota allocate --input ${input} --seats 2 --method adams`, 3)
    expect(found).toMatchObject({ infeasible: { constraint: 'weights', by: 2, units: ['a', 'b'] } })
  })
})

describe('a table with faults', () => {
  it('is refused with all of them at their places', async () => {
    const cwd = folder()
    const lines = ['单位,权重,最少,最多', '甲,-1,,', '乙,,1,x', ',3,,', '甲,五,,', '合计,9,,']
    const ran = await here(cwd, [
      'quota',
      'allocate',
      '--input',
      file(cwd, 'w.csv', ...lines),
      '--seats',
      '5',
    ])
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    const found = [...ran.stderr.matchAll(/错误\[(CX\d+)\].*\n {2}位置：(\S+)/g)].map(m => [m[1], m[2]])
    expect(found).toEqual([
      ['CX1034', 'w.csv:2:权重'],
      ['CX1033', 'w.csv:3:最多'],
      ['CX1023', 'w.csv:3:权重'],
      ['CX1023', 'w.csv:4:单位'],
      ['CX1033', 'w.csv:5:权重'],
      ['CX1301', 'w.csv:5:单位'],
    ])
  })

  it.each([
    [['单位,名称未知', '甲,1'], '', 'CX1020', '缺少必需的列“权重”'],
    [['单位,常住人口', '甲,1'], ' --factor performance=1', 'CX1020', '缺少必需的列“工作绩效分”'],
    [['单位,推荐名额', '甲,1'], '', 'CX1309', '只有名额，没有权重或人口'],
    [['单位,权重', '甲,1', '乙,2.5', '合计,4'], '', 'CX1302', '合计写 4，各行相加是 3.5'],
    [['单位,权重,最少,最多', '甲,1,3,2'], '', 'CX1300', '甲：最少 3 个，多于最多 2 个'],
    [['单位,权重,已用,最多', '甲,1,3,2'], '', 'CX1300', '甲：已用 3 个，多于最多 2 个'],
    [
      ['单位,常住人口,工作绩效分', '甲,1,0', '乙,2,0'],
      ' --factor population=1 --factor performance=1',
      ...['CX1303', '“工作绩效分”各单位都是 0'],
    ],
    [['单位,权重', '甲,0.123456789012345678901'], '', 'CX1036', '小数'],
  ] as [string[], string, string, string][])('%j%s is refused as %s', async (lines, more, code, said) => {
    const cwd = folder()
    const ran = await here(cwd, `quota allocate --input ${file(cwd, 'w.csv', ...lines)} --seats 5${more}`)
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining(code)])
    expect(ran.stderr).toContain(said)
  })

  it.each([
    ['', 2],
    ['--seats x', 2],
    ['--seats 1 --ratio 5%', 2],
    ['--ratio 0', 2],
    ['--seats 1 --factor a', 2],
    ['--seats 1 --factor a=0', 2],
    ['--seats 1 --factor a=1 --factor a=2', 2],
    ['--seats 1 --method 平均', 2],
    ['--seats 1 --adopt --steps', 2],
  ])('%s is a mistake of usage', async (switches, code) => {
    const cwd = folder()
    const ran = await here(cwd, `quota allocate --input ${file(cwd, 'w.csv', ...THREE)} ${switches}`)
    expect([ran.code, ran.stdout]).toEqual([code, ''])
  })

  it('of populations, handed to the import of places, leads to the right command', async () => {
    const cwd = await linyi()
    const ran = await here(cwd, 'quota import p.csv')
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1309')])
    expect(ran.stderr).toContain('chengxin quota allocate --input p.csv')
  })
})

describe('for the jurisdictions of a scheme', () => {
  it('takes total and units from it, finds them by older names, and adopts with every step', async () => {
    const cwd = await linyi()
    const found = await data<Allotted>(cwd, 'quota allocate --input p.csv --min 1')
    expect([found.total, found.rows.length]).toEqual([90, 14])
    // 1000 in all, 0.09 places for each: 83 whole ones, then the remainders .91, .9, .8 three times, .5 and .49.
    expect(seatsOf(found)).toEqual({
      ...{ 兰山区: 11, 罗庄区: 5, 河东区: 5, 沂南县: 7, 郯城县: 7, 沂水县: 9, 兰陵县: 10 },
      ...{ 费县: 6, 平邑县: 8, 莒南县: 7, 蒙阴县: 5, 临沭县: 6, 开发区: 2, 沂河新区: 2 },
    })
  })

  it('adopts: places, method, steps and weights are shown, once and not again', async () => {
    const cwd = await linyi()
    const ran = await done(cwd, 'quota allocate --input p.csv --method sainte-lague --adopt')
    expect(ran.stderr).toContain('已采用为 linyi-2022-county 的名额')
    const shown = await data<Allotted>(cwd, 'quota show')
    expect(shown).toMatchObject({ total: 90, method: 'sainte-lague', ties: [] })
    expect(shown.steps).toHaveLength(90)
    expect(shown.rows[0]).toMatchObject({ unit: '兰山区', weight: '120', used: 0, available: 11 })
    const before = sha256(join(cwd, 'chengxin.db'))
    const again = await done(cwd, 'quota allocate --input p.csv --method sainte-lague --adopt')
    expect(again.stderr).toContain('与已采用的相同，没有改动')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const log = await data<{ command: string; summary: object }[]>(cwd, 'log list')
    expect(log.map(e => e.command)).toEqual(['init', 'quota allocate'])
    await done(cwd, 'log verify')
    const { stdout } = await done(cwd, 'quota explain 苍山县'.replace('苍山县', '兰陵县'))
    expect(stdout).toContain('兰陵县：10 个名额（圣拉格法）')
  })

  it('a later import of other places leaves them without a method', async () => {
    const cwd = await linyi()
    await done(cwd, 'quota allocate --input p.csv --adopt')
    file(cwd, 'q.csv', '推荐范围,推荐名额', '兰山区,12')
    await done(cwd, 'quota import q.csv')
    expect(await data(cwd, 'quota show')).toMatchObject({ method: 'fixed', steps: [], total: 91 })
  })

  it('a tie is adopted only as a person settles it, with a reason that is kept', async () => {
    const rows = COUNTIES.map(row => row.replace(/,\d+$/, ',1'))
    const cwd = await linyi(...rows)
    const line = 'quota allocate --input p.csv --seats 16 --adopt'
    // The document says 90.
    const total = await here(cwd, `${line} --settle 费县 --settle 兰陵县`)
    expect(total.stderr).toContain('的文件名额不同：总数 90→16')
    const before = sha256(join(cwd, 'chengxin.db'))
    const refused = async (more: string, code: string) => {
      const ran = await here(cwd, `${line}${more}`)
      expect([ran.code, ran.stderr, sha256(join(cwd, 'chengxin.db'))]).toEqual([
        ...[3, expect.stringContaining(code), before],
      ])
      expect(ran.stderr).toContain('没有采用')
    }
    await refused('', 'CX1313')
    await refused(' --settle 费县 --reason 抽签', 'CX1313')
    await refused(' --settle 费县 --settle 兰陵县', 'CX1315')
    await refused(' --settle 费县 --settle 青岛市 --reason 抽签', 'CX1314')
    const settle = `${line} --settle 费县 --settle 371324 --reason 2022年12月会议抽签`
    const ran = await done(cwd, settle)
    expect(ran.stderr).toContain('并列由人定给：')
    const shown = await data<Allotted & { settled: string[]; reason: string }>(cwd, 'quota show')
    expect(shown).toMatchObject({ total: 16, settled: ['兰陵县', '费县'], reason: '2022年12月会议抽签' })
    expect(shown.ties[0]).toMatchObject({ open: 2 })
    expect(shown.steps.slice(-2).map(s => [s.place, s.unit, s.by])).toEqual([
      [15, '兰陵县', 'settled'],
      [16, '费县', 'settled'],
    ])
    expect((await done(cwd, 'quota explain 费县')).stdout).toContain('理由：2022年12月会议抽签')
    expect((await done(cwd, 'quota explain 兰山区')).stdout).toContain('并列由人定给：兰陵县、费县')
    const other = `${line} --settle 兰陵县 --settle 费县 --reason 2022年12月会议抽签`
    for (const same of [settle, other]) expect((await done(cwd, same)).stderr).toContain('没有改动')
  })

  it('nothing ties, so nothing is settled', async () => {
    const cwd = await linyi()
    const ran = await here(cwd, 'quota allocate --input p.csv --adopt --settle 费县 --reason 无')
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('没有并列，去掉 --settle')])
  })

  it('what the table tells as used stays used, until those titles are on file themselves', async () => {
    const cwd = await linyi()
    const told = COUNTIES.map(row => `${row},${row.startsWith('沂南县') ? 2 : 0}`)
    file(cwd, 'p.csv', '推荐范围,常住人口(万人),已用名额', ...told)
    await done(cwd, '--today 2022-12-01 quota allocate --input p.csv --adopt')
    const shown = async () =>
      (await data<Allotted>(cwd, 'quota show')).rows.find(row => row.unit === '沂南县') as unknown as {
        seats: number
        used: number
        available: number
      }
    const before = await shown()
    expect([before.used, before.available]).toEqual([2, before.seats - 2])
    await done(cwd, 'subject add --name 样例站 --kind institution --district-code 371321 --type township')
    const title = (day: string) =>
      done(cwd, [
        ...['honor', 'add', '--subject', '样例站', '--holder', '样例站', '--holder-kind', 'institution'],
        ...['--title', '县级就业服务质量标杆机构', '--granted-on', day, '--today', '2023-12-01'],
      ])
    // One of the two is entered; then one that was granted after the table was adopted.
    await title('2022-05-01')
    expect((await shown()).used).toBe(2)
    await title('2023-05-01')
    expect((await shown()).used).toBe(3)
  })

  it('titles of the period are used places: told, kept, and left over', async () => {
    const cwd = await linyi()
    await done(cwd, 'subject add --name 样例站 --kind institution --district-code 371398 --type township')
    for (const [no, day] of ['2021-05-01', '2022-05-01', '2022-06-01', '2020-12-31'].entries())
      await done(cwd, [
        ...['honor', 'add', '--subject', '样例站', '--holder', '样例站', '--holder-kind', 'institution'],
        ...['--title', '县级就业服务质量标杆机构', '--cert-no', `样${no}`, '--granted-on', day],
        ...['--today', '2022-12-01'],
      ])
    const ran = await done(cwd, 'quota allocate --input p.csv --adopt')
    expect(ran.stderr).toContain('提醒[CX1306] 开发区已用 3 个，按本次计算只应有 2 个')
    const shown = await data<Allotted>(cwd, 'quota show')
    expect(shown.rows.find(r => r.unit === '开发区')).toMatchObject({ seats: 3, used: 3, available: 0 })
    const report = await data<{ totals: object }>(cwd, 'quota report')
    expect(report.totals).toMatchObject({ seats: 90, used: 3, available: 87, left: 87 })
  })

  it.each([
    [['兰山区,1', '青岛市,2'], 'CX1054', '没有“青岛市”这个推荐范围'],
    [['兰山区,1'], 'CX1311', '表里没有方案 linyi-2022-county 的 罗庄区'],
    [['兰陵县,1', '苍山县,1'], 'CX1301', '是同一个单位：兰陵县'],
  ])('%j is refused as %s', async (rows, code, said) => {
    const cwd = await linyi(...rows)
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, 'quota allocate --input p.csv --adopt')
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining(code)])
    expect(ran.stderr).toContain(said)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('without a table there is nothing to compute from', async () => {
    const cwd = await linyi()
    for (const line of ['quota allocate', 'quota compare', 'quota allocate --method dhondt']) {
      const ran = await here(cwd, line)
      expect([ran.code, ran.stderr], line).toEqual([3, expect.stringContaining('CX1319')])
      expect(ran.stderr).toContain('--factor 推荐名额=1')
    }
    const ran = await here(cwd, 'quota explain 费县')
    expect([ran.code, ran.stderr]).toEqual([4, expect.stringContaining('CX1316')])
  })

  it('a scheme for which all compete together has nothing to split, one without nominations no places', async () => {
    const cwd = await linyi()
    const whole = await here(cwd, 'quota allocate --input p.csv --scheme linyi-2022-city')
    expect([whole.code, whole.stderr]).toEqual([3, expect.stringContaining('CX1310')])
    const none = await here(cwd, 'quota allocate --input p.csv --scheme zhoushan-2019')
    expect([none.code, none.stderr]).toEqual([3, expect.stringMatching(/CX3016|CX1310/)])
    const unknown = await here(cwd, 'quota allocate --input p.csv --scheme nowhere')
    expect([unknown.code, unknown.stderr]).toEqual([4, expect.stringContaining('CX2005')])
  })

  it('another scheme is adopted only where its jurisdictions are on file', async () => {
    const cwd = await at('init')
    file(cwd, 'p.csv', '推荐范围,常住人口(万人)', ...COUNTIES)
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, 'quota allocate --input p.csv --scheme linyi-2022-county --adopt')
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1318')])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})

describe('over an official table', () => {
  const TABLE = '--factor 推荐名额=1 --seats 120 --method adams'
  const beijing = async () => {
    const cwd = await at('init')
    const { rows } = await data<{ rows: Row[] }>(cwd, 'quota show')
    file(cwd, 't.csv', '推荐范围,推荐名额', ...rows.map(r => `${r.unit},${r.seats}`))
    return cwd
  }

  it('without anything said it is the table', async () => {
    const cwd = await beijing()
    const found = await data<Allotted>(cwd, 'quota allocate')
    expect(found).toMatchObject({ method: 'fixed', total: 130, ties: [], steps: [] })
    expect(seatsOf(found)).toMatchObject({ 市属机构: 16, 朝阳区: 30, 开发区: 3 })
    expect(await data(cwd, 'quota explain 110105')).toMatchObject({
      method: 'fixed',
      seats: 30,
      weight: null,
    })
  })

  it('is not departed from without a reason, and the departures are told', async () => {
    const cwd = await beijing()
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, `quota allocate --input t.csv ${TABLE} --adopt`)
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1312')])
    expect(ran.stderr).toContain('朝阳区 30→')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const told = await data<{ adopted: boolean; departures: object[]; problems: { code: string }[] }>(
      ...([cwd, `quota allocate --input t.csv ${TABLE} --adopt`, 3] as const),
    )
    expect([told.adopted, told.problems.map(p => p.code)]).toEqual([
      false,
      expect.arrayContaining(['CX1312']),
    ])
    expect(told.departures.length).toBeGreaterThan(0)
  })

  it('is adopted as another table has it, too', async () => {
    const cwd = await beijing()
    const { rows } = await data<{ rows: Row[] }>(cwd, 'quota show')
    const moved = rows.map(
      r => `${r.unit},${r.seats + (r.unit === '朝阳区' ? -1 : r.unit === '丰台区' ? 1 : 0)}`,
    )
    file(cwd, 'm.csv', '推荐范围,推荐名额', ...moved)
    const line = 'quota allocate --input m.csv --method fixed --adopt'
    const ran = await here(cwd, line)
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('朝阳区 30→29、丰台区 8→9')])
    await done(cwd, `${line} --reason 会议纪要7号`)
    expect(await data(cwd, 'quota show')).toMatchObject({
      method: 'fixed',
      total: 130,
      reason: '会议纪要7号',
    })
    expect(await data(cwd, 'quota explain 丰台区')).toMatchObject({ seats: 9, reason: '会议纪要7号' })
  })

  it('with a reason it is, beside the official places; and back to them without one', async () => {
    const cwd = await beijing()
    const hill = '--factor 推荐名额=1 --seats 120 --method huntington-hill'
    const ran = await done(cwd, `quota allocate --input t.csv ${hill} --adopt --reason 会议纪要6号`)
    expect(ran.stderr).toContain('与文件不同：朝阳区 文件 30，现 27')
    const shown = await done(cwd, 'quota show')
    expect(shown.stdout).toMatch(/110105 +朝阳区 +30 +27 +30 +14/)
    expect(shown.stderr).toContain('2013-11-04 采用：亨廷顿—希尔法，理由：会议纪要6号')
    await done(cwd, 'quota allocate --adopt')
    expect(await data(cwd, 'quota show')).toMatchObject({ method: 'fixed', total: 130, reason: null })
    await done(cwd, 'log verify')
  })
})

describe('compared', () => {
  const states = ['unit,weight', ...Object.entries(ALABAMA_1880).map(([name, n]) => `${name},${n}`)]

  it('a larger total that costs a unit a place is warned of, with the numbers', async () => {
    const cwd = folder()
    const input = file(cwd, 's.csv', ...states)
    const line = `quota compare --input ${input} --seats 299 --min 1 --method largest-remainder --method sainte-lague`
    const ran = await done(cwd, line)
    expect(ran.stderr).toContain('提醒[CX1307] 最大余数法：总数从 299 增到 300，Alabama反而从 8 减到 7')
    const { methods } = await data<{ methods: { method: string; paradoxes: object[] }[] }>(cwd, line)
    expect(methods.map(m => [m.method, m.paradoxes])).toEqual([
      ['largest-remainder', [{ unit: 'Alabama', from: 299, to: 300, before: 8, after: 7 }]],
      ['sainte-lague', []],
    ])
    const wide = await here(cwd, `${line} --range 13 --json`)
    const { warnings } = JSON.parse(wide.stdout) as { warnings: { code: string; message: string }[] }
    expect(warnings.map(w => /总数从 (\d+)/.exec(w.message)?.[1])).toEqual(['286', '299', '306'])
    const english = await done(cwd, `--lang en ${line}`)
    expect(english.stderr).toContain('going from 299 to 300, Alabama goes down from 8 to 7')
  })

  it('tells who gains and who loses against the official table, and who leaves the quota', async () => {
    const cwd = folder()
    const lines = ['88', '2.4', '2.4', '2.4', '2.4', '2.4'].map((w, i) => `u${i},${w},${i === 0 ? 40 : 2}`)
    const input = file(cwd, 's.csv', 'unit,weight,official', ...lines)
    type Found = { rows: object[]; methods: Record<string, object>[] }
    const { rows, methods } = await data<Found>(
      cwd,
      `quota compare --input ${input} --seats 50 --method dhondt`,
    )
    expect(rows[0]).toEqual({
      ...{ unit: 'u0', district_code: null, weight: '88', quota: '44.000000', official: 40 },
      seats: { dhondt: 45 },
    })
    expect(methods[0]).toMatchObject({
      gains: [{ unit: 'u0', by: 5 }],
      losses: [1, 2, 3, 4, 5].map(i => ({ unit: `u${i}`, by: 1 })),
      quota_violations: [{ unit: 'u0', seats: 45, lower: 44, upper: 44 }],
    })
  })

  it('who ties is open: in the columns, against the official table and in the data', async () => {
    const cwd = folder()
    const input = file(cwd, 's.csv', 'unit,weight,official', 'a,5,2', 'b,5,1', 'c,5,2', 'd,1,1', 'e,20,5')
    const line = `quota compare --input ${input} --seats 11 --method sainte-lague --method dhondt`
    const ran = await done(cwd, line)
    // 20, 20/3, 5 three times, 4, 20/7, 20/9, 20/11: nine places, and 5/3 three times for the other two.
    expect(ran.stdout).toMatch(/a +5 +1\.527778 +2 +1\+\? /)
    expect(ran.stdout).toMatch(/e +20 +6\.111111 +5 +6 /)
    expect(ran.stderr).toContain('圣拉格法，比文件：e+1；d-1；a、b、c待定')
    const { methods } = await data<{ methods: { open: string[] }[] }>(cwd, line)
    expect(methods[0]!.open).toEqual(['a', 'b', 'c'])
  })

  it('what no method can split is told once', async () => {
    const cwd = folder()
    const ran = await here(cwd, `quota compare --input ${file(cwd, 's.csv', ...THREE)} --seats 4 --min 2`)
    expect(ran.code).toBe(3)
    expect(ran.stderr.match(/CX1304/g)).toHaveLength(1)
  })
})

describe('explained', () => {
  it('a unit of a table: quota, each place with its claim, the next one and what it lacks', async () => {
    const cwd = folder()
    const line = `quota explain B --input ${file(cwd, 'w.csv', ...THREE)} --seats 10 --method dean`
    expect(await data(cwd, line)).toMatchObject({
      ...{ unit: 'B', seats: 3, quota: '2.4', weight: '24000', claim: '24000×7/24', decimal: '7000.000000' },
      steps: [
        { place: 2, by: 'first' },
        { place: 6, by: 'claim', claim: '24000×3/4', decimal: '18000.000000', next: 'C' },
        { place: 10, by: 'claim', claim: '24000×5/12', next: 'A' },
      ],
      last: { unit: 'B', decimal: '10000.000000' },
      short: '3000.000000',
    })
    const ran = await done(cwd, line)
    expect(ran.stdout).toContain('第 10 个：得数最大，24000×5/12＝10000.000000，其次为A')
    expect((await done(cwd, `--lang en ${line}`)).stdout).toContain('short by 3000.000000')
  })

  it('an unknown unit is not found, the nearest is named', async () => {
    const cwd = folder()
    const input = file(cwd, 'w.csv', '单位,权重', '沂南县,1', '沂水县,2')
    const ran = await here(cwd, `quota explain 沂北县 --input ${input} --seats 2`)
    expect([ran.code, ran.stderr]).toEqual([4, expect.stringContaining('CX1317')])
    expect(ran.stderr).toContain('沂南县')
  })
})

describe('reported', () => {
  it('places, nominees and share of each, with all together as a row', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'nomination propose')
    const { rows, totals, method, clause } = await data<{
      rows: Record<string, unknown>[]
      totals: Record<string, unknown>
      method: string
      clause: string
    }>(cwd, 'quota report')
    expect([method, clause, rows.length]).toEqual(['fixed', '附件2', 18])
    const sum = (key: string) => rows.reduce((all, row) => all + Number(row[key] ?? 0), 0)
    for (const key of ['seats', 'available', 'nominated', 'left', 'for_profit', 'required'])
      expect(totals[key], key).toBe(sum(key))
    expect(totals).toMatchObject({ seats: 130, used: null, unit: null })
    const csv = await done(cwd, 'quota report --format csv')
    const lines = (await done(cwd, 'quota report --format ndjson')).stdout.trimEnd().split('\n')
    expect(lines.map(line => (JSON.parse(line) as { unit: unknown }).unit)).not.toContain(null)
    expect(csv.stdout).toMatch(/\r\n,合计,130,/)
    expect((await done(cwd, 'quota report')).stdout).toContain('剩余')
  })
})
