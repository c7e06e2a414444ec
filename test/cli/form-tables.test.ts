// The tables around a nomination: ranking, nominees, allotment of places, hotlines; as Word, workbook, page and text.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { city, csvRows, pageRows, paragraphs, wordRows } from './form-city.ts'
import { at, data, done, folder, here, sha256 } from './run.ts'

const FORMATS = ['docx', 'xlsx', 'html', 'csv'] as const

async function refused(cwd: string, line: string, exit: number, code: string): Promise<void> {
  const before = sha256(join(cwd, 'chengxin.db'))
  const ran = await here(cwd, line)
  expect([ran.code, ran.stdout, ran.stderr], line).toEqual([exit, '', expect.stringContaining(code)])
  expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
}

const workbook = (path: string, part: string) => new PizZip(readFileSync(path)).file(part)!.asText()

/** Prints on A4 lying down with its header on every page and within its area, and scrolls under its header. */
function isPrintable(path: string): void {
  expect(workbook(path, 'xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles.*\$3:\$3/)
  expect(workbook(path, 'xl/workbook.xml')).toMatch(/_xlnm\.Print_Area[^>]*>[^<]*!\$A\$1:\$[A-Z]+\$\d+</)
  const sheet = workbook(path, 'xl/worksheets/sheet1.xml')
  expect(sheet).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/)
  expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"/)
  expect(sheet).not.toContain('<f>')
}

interface Result {
  uscc: string | null
  name: string
  district_code: string
  total: string | null
  grade: string | null
  rank: number | null
}

describe('form ranking', () => {
  it('ranks everybody, equals alike, and each within its district', async () => {
    const cwd = await city()
    const shown = await data<Result[]>(cwd, 'evaluation show')
    const [header, ...rows] = csvRows((await done(cwd, 'form ranking --format csv')).stdout)
    expect(header).toEqual([
      ...['名次', '机构名称', '代码（许可证号）', '推荐范围', '本范围名次', '类别'],
      ...['基本条件', '服务规范', '组织建设', '信用状况', '服务业绩', '社会责任'],
      ...['总分', '等级', '等级限制、结论'],
    ])
    expect(rows).toHaveLength(shown.length)
    for (const [i, result] of shown.entries()) {
      const row = rows[i]!
      expect([row[0], row[1]]).toEqual([String(result.rank ?? '—'), result.name])
      const here = shown.filter(r => r.district_code === result.district_code && r.total !== null)
      const better = here.filter(r => Number(r.total) > Number(result.total)).length
      expect(row[4], result.name).toBe(result.total === null ? '—' : String(better + 1))
      if (result.total === null) continue
      expect(row[12]).toBe(result.total)
      // The categories add up to the total.
      const cents = row.slice(6, 12).reduce((sum, cell) => sum + Math.round(Number(cell) * 100), 0)
      expect(cents, result.name).toBe(Math.round(Number(result.total) * 100))
    }
    expect(rows.filter(row => row[0] === '1').length).toBeGreaterThan(1)
  })

  it('of one district says the same in every format', async () => {
    const cwd = await city()
    for (const format of FORMATS)
      await done(cwd, `form ranking --district 平谷区 --format ${format} --out papers`)
    const name = join(cwd, 'papers', '排名表-110117-平谷区-2013')
    const csv = csvRows(readFileSync(`${name}.csv`, 'utf8'))
    expect(csv.slice(1).every(row => row[3] === '平谷区')).toBe(true)
    const oneLine = (row: readonly unknown[]) => row.map(cell => String(cell ?? '').replaceAll('\n', ''))
    const [head, ...below] = pageRows(readFileSync(`${name}.html`, 'utf8'))
    expect([oneLine(head!), ...below]).toEqual(csv)
    // No line of a header begins with a stop.
    expect(head!.at(-1)).toBe('等级限制、\n结论')
    const cells = await readSheet(readFileSync(`${name}.xlsx`))
    expect(cells.slice(2, csv.length + 2).map(oneLine)).toEqual(
      csv.map((row, i) =>
        row.map(cell => (i === 0 || !/^\d+\.\d\d$/.test(cell) ? cell : String(Number(cell)))),
      ),
    )
    expect(typeof cells[3]![12]).toBe('number')
    expect(typeof cells[3]![2]).toBe('string')
    expect(workbook(`${name}.xlsx`, 'xl/styles.xml')).toContain('0.00')
    isPrintable(`${name}.xlsx`)
    const word = wordRows(`${name}.docx`)
    expect(word.slice(1).map(row => [row[0], row[1], row[2], row[4], row[7], row[8]])).toEqual(
      csv.slice(1).map(row => [row[0], row[1], row[2], row[4], row[12], row[13]]),
    )
    expect(
      word[1]![6]!
        .replace(/[^\d.\s]/g, ' ')
        .trim()
        .split(/\s+/),
    ).toEqual(csv[1]!.slice(6, 12))
    const page = readFileSync(`${name}.html`, 'utf8')
    const code = /校验码 ([0-9A-F-]{14})/.exec(page)![1]!
    expect(new PizZip(readFileSync(`${name}.docx`)).file(/word\/footer/)[0]!.asText()).toContain(code)
    expect(page).toContain('size: A4 landscape')
    expect(page).not.toMatch(/<script|https?:|undefined|null|NaN/)
  })

  it('is refused before anything was computed, and of a district that is none', async () => {
    await refused(await at('scored'), 'form ranking -o x.xlsx', 5, 'CX3006')
    await refused(await at('run'), 'form ranking --district 无此区 -o x.xlsx', 4, 'CX4002')
    const cwd = await at('run')
    await done(cwd, 'form ranking --format docx -o r.docx')
    expect(paragraphs(join(cwd, 'r.docx'))).toContain('评估尚未审定，本表仅供核对。')
  })
})

interface Candidate {
  district_code: string
  rank: number
  uscc: string | null
  name: string
  kind: string
  total: string
  decision: string
  reason: string
}

describe('form nominees', () => {
  it('tells of each nominee what the list says, and which papers came when', async () => {
    const cwd = await city()
    const { candidates } = await data<{ candidates: Candidate[] }>(cwd, 'nomination list --district 110105')
    const wanted = candidates.filter(c => c.decision === 'nominated')
    const [header, ...rows] = csvRows(
      (await done(cwd, 'form nominees --district 朝阳区 --format csv')).stdout,
    )
    // Results that were finalized here never came: no day is asked for.
    expect(header!.slice(-3)).toEqual(['推荐表收到日期', '自评总结收到日期', '评估结果'])
    expect(rows).toHaveLength(30)
    expect(rows.map(row => [row[0], row[2], row[4], row[5], row[7], row[8]])).toEqual(
      wanted.map((c, i) => [
        ...[
          String(i + 1),
          c.name,
          c.kind === 'public' ? '公共' : '经营性',
          c.total,
          String(c.rank),
          c.reason,
        ],
      ]),
    )
    expect(new Set(rows.map(row => row.slice(-3).join()))).toEqual(new Set(['2013-11-01,2013-11-01,已审定']))
  })

  it('shows at its foot the for-profit share, and who waived it and why', async () => {
    const cwd = await city()
    await done(cwd, 'form nominees --district 延庆县 -o a.docx')
    expect(paragraphs(join(cwd, 'a.docx'))).toEqual(
      expect.arrayContaining([
        '名额3个，推荐2家，其中经营性1家，占50%，应不少于1家。',
        '名额剩余1个。',
        '推荐单位（盖章）：延庆县人力资源和社会保障局',
        '年　　月　　日',
      ]),
    )
    await done(
      cwd,
      'nomination propose --district 延庆县 --relax-share --reason 经营性机构较少 --signer 样人',
    )
    await done(cwd, 'form nominees --district 延庆县 -o b.docx')
    expect(paragraphs(join(cwd, 'b.docx'))).toEqual(
      expect.arrayContaining([
        '名额3个，推荐3家，其中经营性1家，占33.33%，应不少于2家。',
        '经营性比例已放宽（按比例只能推荐2家），理由：经营性机构较少（样人，2013年11月4日）。',
      ]),
    )
    await done(cwd, 'form nominees --format html -o all.html')
    const page = readFileSync(join(cwd, 'all.html'), 'utf8')
    expect(page).toContain('延庆县：经营性比例已放宽')
    expect(page).toContain('推荐单位（盖章）：北京市人力资源和社会保障局')
    await done(cwd, 'form nominees --district 市属机构 -o city.docx')
    expect(paragraphs(join(cwd, 'city.docx')).join('\n')).toContain('（不适用经营性比例）')
  })

  it('tells who is passed over for the for-profit share and for whom, as the nomination list does', async () => {
    const cwd = await city()
    interface Costs {
      candidates: Candidate[]
      districts: { share_cost: { in: Candidate | null; out: Candidate }[] }[]
    }
    const passedOver = async (district: string) => {
      const { candidates, districts } = await data<Costs>(cwd, `nomination list --district ${district}`)
      const named = ({ uscc }: Candidate) => {
        const { name, rank, total } = candidates.find(c => c.uscc === uscc)!
        return `${name}（合格名次${rank}，${total}分）`
      }
      return districts[0]!.share_cost.map(({ in: taken, out }) =>
        taken === null
          ? `${named(out)}未能推荐，名额空出（符合推荐条件的经营性机构不足）`
          : `${named(out)}让位于${named(taken)}`,
      )
    }
    const rule = '为达到经营性机构不少于50%（附件2备注），'
    const notes: string[] = []
    for (const [district, count] of Object.entries({ 门头沟区: 2, 延庆县: 2 })) {
      const costs = await passedOver(district)
      expect(costs).toHaveLength(count)
      const note = `${rule}${costs.join('；')}。`
      await done(cwd, `form nominees --district ${district} --force -o n.docx`)
      expect(paragraphs(join(cwd, 'n.docx'))).toContain(note)
      notes.push(`${district}：${note}`)
    }
    expect(notes[0]).toContain('让位于')
    expect(notes[1]).toContain('名额空出')
    await done(cwd, 'form nominees -o all.xlsx')
    const cells = (await readSheet(readFileSync(join(cwd, 'all.xlsx')))).map(row => row[0])
    expect(cells).toEqual(expect.arrayContaining(notes))
    expect(cells).toContain('合格名次是在本范围符合推荐条件的机构之间的名次。')
    await done(cwd, 'form nominees --district 平谷区 -o p.docx')
    expect(paragraphs(join(cwd, 'p.docx')).join()).not.toContain('让位于')
  })

  it('with --all writes one for each district, and a list of them', async () => {
    const cwd = await city()
    await done(cwd, 'form nominees --all --format xlsx --out lists')
    const names = readdirSync(join(cwd, 'lists')).sort()
    expect(names.filter(name => name.endsWith('.xlsx'))).toHaveLength(18)
    expect(names).toContain('推荐汇总表-110105-朝阳区.xlsx')
    const list = csvRows(readFileSync(join(cwd, 'lists', '清单-推荐汇总表.csv'), 'utf8'))
    expect(list).toHaveLength(19)
    expect(list.slice(1).every(row => /^([0-9A-F]{4}-){2}[0-9A-F]{4}$/.test(row[4]!))).toBe(true)
    const path = join(cwd, 'lists', '推荐汇总表-110105-朝阳区.xlsx')
    isPrintable(path)
    const cells = await readSheet(readFileSync(path))
    expect(cells[3]![9]).toEqual(new Date(Date.UTC(2013, 10, 1)))
    expect(cells).toHaveLength(3 + 30 + 6)
    expect(cells.flat()).toContainEqual(expect.stringContaining('带未定项审定，理由：'))
  })

  it('without nominees says so; a code that is missing shows, and is told of', async () => {
    const cwd = await city()
    const { candidates } = await data<{ candidates: Candidate[] }>(cwd, 'nomination list --district 110117')
    const nominees = candidates.filter(c => c.decision === 'nominated')
    const [first, ...others] = nominees
    for (const { uscc } of others) await done(cwd, `nomination drop ${uscc} --reason 撤下 --signer 样人`)
    const edit = ['agency', 'edit', first!.uscc!, '--uscc', '', '--license-no', '', '--reason', '核对']
    await done(cwd, edit)
    const { stderr } = await done(cwd, 'form nominees --district 110117 -o one.docx')
    expect(stderr).toContain('有空缺：代码、许可证号或编号')
    expect(wordRows(join(cwd, 'one.docx'))[1]![3]).toBe('【缺：代码、许可证号或编号】')
    expect((await done(cwd, 'form nominees --district 110117 --format csv')).stdout).toContain('【缺】')
    await done(cwd, ['nomination', 'drop', first!.name, '--reason', '撤下', '--signer', '样人'])
    await done(cwd, 'form nominees --district 110117 -o none.docx')
    expect(paragraphs(join(cwd, 'none.docx'))).toContain('名额4个，推荐0家；没有推荐对象。')
    expect((await done(cwd, 'form summary --district 110117 --out s')).stderr).toContain('没有推荐机构')
    await refused(cwd, 'form recommendation --district 110117 -o r.docx', 2, 'CX6003')
    const { stderr: said } = await here(cwd, 'form recommendation --district 110117 -o r.docx')
    expect(said).toContain('推荐名单里没有推荐机构：用 chengxin nomination list 看理由')
    expect(said).toContain('没有文书可写')
    expect(said).not.toContain('0 份')
  })

  it('is refused without a proposal, of no district, and of one together with --all', async () => {
    await refused(await city('finalized'), 'form nominees -o x.docx', 4, 'CX3024')
    const cwd = await city()
    await refused(cwd, 'form nominees --district 无此区 -o x.docx', 4, 'CX4002')
    await refused(cwd, 'form nominees --district 110105 --all --out x', 2, 'CX6001')
  })

  it('is refused by a scheme that nominates nobody, before and after the evaluation is run', async () => {
    const cwd = folder()
    await done(cwd, 'init --scheme shandong-staff')
    await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
    for (const line of ['form nominees', 'form recommendation', 'form package', 'form quota'])
      await refused(cwd, `${line} --out x`, 3, 'CX3016')
    for (const line of ['nomination list', 'nomination check']) await refused(cwd, line, 3, 'CX3016')
  })
})

describe('of institutions that are judged without points', () => {
  const review = async (): Promise<string> => {
    const cwd = folder()
    const run = (line: string) => done(cwd, `--today 2022-12-08 ${line}`)
    await run('init --scheme linyi-2022-county')
    const write = (name: string, ...rows: string[]) => writeFileSync(join(cwd, name), rows.join('\n'))
    const named = ['甲,G1,零工市场,兰山区', '乙,G2,零工市场,罗庄区', '丙,T1,职业培训机构,罗庄区']
    write('s.csv', '主体类型,名称,主体编号,类型细分,推荐范围', ...named.map(row => `机构,样例${row}`))
    write('q.csv', '区划代码,推荐范围,名额', '371302,兰山区,2', '371311,罗庄区,2')
    const judged = ['G1,评审组,评1,1,1,1,1,1,1', 'G2,评审组,评1,1,1,1,1,1,1', 'T1,评审组,评1,1,1,1,1,1,0']
    write(
      'e.csv',
      '评估年度,方案,主体编号,评价主体,评价人,1,2,3,4,5,6',
      ...judged.map(row => `2022,linyi-2022-county,${row}`),
    )
    await run('subject import s.csv')
    await run('quota import q.csv')
    await run('evaluation open --scheme linyi-2022-county --year 2022 --as-of 2022-12-05')
    for (const line of [
      'evaluation import e.csv',
      'evaluation run',
      'evaluation finalize',
      'nomination propose',
    ])
      await run(line)
    return cwd
  }

  it('no totals are told, decisions and types are', async () => {
    const cwd = await review()
    const ranking = csvRows((await done(cwd, 'form ranking --format csv')).stdout)
    expect(ranking).toEqual([
      ['名称', '编号', '推荐范围', '类别', '等级限制、结论'],
      ['样例甲', 'G1', '兰山区', '零工市场', '符合'],
      ['样例乙', 'G2', '罗庄区', '零工市场', '符合'],
      ['样例丙', 'T1', '罗庄区', '职业培训机构', '不符合'],
    ])
    await done(cwd, 'form ranking --format docx -o r.docx')
    expect(paragraphs(join(cwd, 'r.docx'))).toContain('本方案不计分，不排名次。')
    // Columns that nobody would have anything in are left out, in Word too.
    expect(wordRows(join(cwd, 'r.docx'))).toEqual([
      ['名称', '编号', '推荐范围', '类别', '限制、结论'],
      ...ranking.slice(1),
    ])
    const nominees = csvRows((await done(cwd, 'form nominees --format csv')).stdout)
    expect(nominees[0]!.at(-1)).toBe('申报表收到日期')
    expect(nominees[1]![6]).toMatch(/^排序第 1，/)
    const listed = csvRows((await done(cwd, 'nomination list --format csv')).stdout)
    expect(listed.flat()).not.toContain('0.00')
    expect((await done(cwd, 'nomination propose')).stderr).not.toContain('其中经营性')
    expect(nominees.map(row => row.slice(0, 6))).toEqual([
      ['序号', '推荐范围', '名称', '编号', '类别', '合格名次'],
      ['1', '兰山区', '样例甲', 'G1', '零工市场', '1'],
      ['2', '罗庄区', '样例乙', 'G2', '零工市场', '1'],
    ])
    expect(nominees.slice(1).map(row => row.at(-1))).toEqual(['未收到', '未收到'])
    await done(cwd, 'form nominees --district 兰山区 -o n.docx')
    expect(wordRows(join(cwd, 'n.docx'))).toEqual([
      [...nominees[0]!.slice(0, 7), '材料收到情况'],
      [...nominees[1]!.slice(0, 7), '申报表：未收到'],
    ])
    expect(paragraphs(join(cwd, 'n.docx'))).toEqual(
      expect.arrayContaining([
        '名额2个，推荐1家。',
        '名额剩余1个。',
        expect.stringMatching(/^推荐单位（盖章）：兰山区/),
      ]),
    )
  })

  it('the papers that only districts of Beijing hand in are refused, and a package goes without them', async () => {
    const cwd = await review()
    for (const form of ['recommendation', 'summary', 'results'])
      await refused(cwd, `form ${form} --out x`, 3, 'CX3017')
    expect((await here(cwd, 'form recommendation --out x')).stderr).toContain('没有这种文书（推荐表）')
    await done(cwd, 'form package --out p')
    expect(readdirSync(join(cwd, 'p')).sort()).toEqual([
      ...['名额分配表.docx', '推荐汇总表-371302-兰山区.docx', '推荐汇总表-371311-罗庄区.docx'],
      '清单-推荐材料.csv',
      ...['申报表-371302-兰山区-G1-样例甲.docx', '申报表-371311-罗庄区-G2-样例乙.docx'],
    ])
  })
})

interface Report {
  rows: Record<string, unknown>[]
}

describe('form quota', () => {
  it('carries use, share, required minimum and waivers in every format', async () => {
    const cwd = await city()
    await done(
      cwd,
      'nomination propose --district 延庆县 --relax-share --reason 经营性机构较少 --signer 样人',
    )
    for (const format of FORMATS) await done(cwd, `form quota --format ${format} --out papers`)
    const name = join(cwd, 'papers', '名额分配表')
    const csv = csvRows(readFileSync(`${name}.csv`, 'utf8'))
    const { rows } = await data<Report>(cwd, 'quota report')
    expect(csv.slice(1, 19).map(row => [row[0], ...row.slice(2, 6).map(Number)])).toEqual(
      rows.slice(0, 18).map(r => [r.district_code, r.seats, r.nominated, r.left, r.for_profit]),
    )
    expect(csv.at(-1)!.slice(0, 3)).toEqual(['', '合计', '130'])
    const waived = csv.find(row => row[1] === '延庆县')!
    expect(waived.slice(6)).toEqual([
      ...['2', '33.33%', '经营性比例已放宽，少 1 家：经营性机构较少（样人，2013-11-04）'],
    ])
    expect(pageRows(readFileSync(`${name}.html`, 'utf8'))).toEqual(csv)
    expect(wordRows(`${name}.docx`).slice(1)).toEqual(csv.slice(1))
    expect(paragraphs(`${name}.docx`)[0]).toBe('“北京市人力资源诚信服务示范单位”推荐名额分配表')
    isPrintable(`${name}.xlsx`)
    const cells = await readSheet(readFileSync(`${name}.xlsx`))
    expect(cells[3]!.slice(0, 4)).toEqual(['110000', '市属机构', 16, 16])
    expect(cells[3]!.slice(5, 8)).toEqual([6, '不适用', 0.375])
  })

  it('of one district is its row, with its office; by another scheme of the file its places', async () => {
    const cwd = await city()
    await done(cwd, 'form quota --district 平谷区 --format html --out q')
    expect(readdirSync(join(cwd, 'q'))).toEqual(['名额分配表-110117-平谷区.html'])
    const page = readFileSync(join(cwd, 'q', '名额分配表-110117-平谷区.html'), 'utf8')
    expect(pageRows(page).map(row => row.slice(0, 3))).toEqual([
      ['区划代码', '推荐范围', '推荐名额'],
      ['110117', '平谷区', '4'],
      ['', '合计', '4'],
    ])
    expect(page).toContain('联系方式：平谷区')
    const [, code] = /校验码 (\S{14})/.exec(page)!
    const { expected } = await data<{ expected: { paper: { command: string } } }>(
      cwd,
      `log verify --expect ${code}`,
    )
    expect(expected.paper.command).toBe('form quota --district 110117')
    await refused(cwd, 'form quota --district 无此区 -o q.xlsx', 4, 'CX4002')
    await refused(cwd, 'form quota --scheme 无此方案 -o q.xlsx', 4, 'CX2005')
  })

  it('has a title of ours where the document leaves the table out, and is refused where places are not split', async () => {
    const cwd = folder()
    await done(cwd, 'init --scheme linyi-2022-county')
    await done(cwd, 'form quota --format docx -o q.docx')
    const texts = paragraphs(join(cwd, 'q.docx'))
    expect(texts[0]).toBe('“县级就业服务质量标杆机构”名额分配表')
    expect(texts).toContain('原文没有本表，表题和格式由本程序所加。')
    expect(texts).toContain('名额共90个（三），尚未分配。')
    expect(wordRows(join(cwd, 'q.docx')).slice(0, 2)).toEqual([
      ['区划代码', '推荐范围', '推荐名额', '已推荐', '剩余', '备注'],
      ['371302', '兰山区', '0（已用0，可用0）', '—', '—', ''],
    ])
    const [header] = csvRows((await done(cwd, 'form quota --format csv')).stdout)
    expect(header).toEqual([
      ...['区划代码', '推荐范围', '推荐名额', '已用', '可用名额', '已推荐', '剩余', '备注'],
    ])
    const whole = folder()
    await done(whole, 'init --scheme linyi-2022-city')
    await refused(whole, 'form quota -o q.xlsx', 3, 'CX3017')
  })
})

describe('form hotline', () => {
  it('has the 17 districts of annex 4 with both departments, several numbers in one cell', async () => {
    const cwd = await at('init')
    for (const format of FORMATS) await done(cwd, `form hotline --format ${format} --out papers`)
    const name = join(cwd, 'papers', '监督举报电话')
    const csv = csvRows(readFileSync(`${name}.csv`, 'utf8'))
    expect(csv[0]).toEqual(['区县', '人力资源市场管理部门', '劳动监察部门'])
    expect(csv).toHaveLength(18)
    expect(csv[1]).toEqual(['东城区', '64063952', '64043490'])
    expect(csv[4]).toEqual(['海淀区', '88506572（人才中介）\n88506522（职业介绍）', '88506601'])
    expect(csv.find(row => row[0] === '怀柔区')).toEqual([
      ...['怀柔区', '89686021（人才中介）\n89683171（职业介绍）', '89683735\n89685211'],
    ])
    expect(csv.some(row => row[0] === '市属机构')).toBe(false)
    expect(wordRows(`${name}.docx`)).toEqual(csv)
    expect(pageRows(readFileSync(`${name}.html`, 'utf8'))).toEqual(csv)
    const cells = await readSheet(readFileSync(`${name}.xlsx`))
    expect(cells.slice(2, 20)).toEqual(csv)
  })

  it('is refused where the document names no phones', async () => {
    const cwd = folder()
    await done(cwd, 'init --scheme linyi-2022-county')
    await refused(cwd, 'form hotline -o x.docx', 3, 'CX3017')
    await refused(cwd, '--lang en form hotline --format html -o x.html', 3, 'CX3017')
  })
})
