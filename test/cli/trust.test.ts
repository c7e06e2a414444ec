// What a clerk relies on without thinking of it: a file that says less takes nothing away, two rows of one agency are
// noticed, a finalized year goes on, and what somebody changed past the program is found.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '../../src/formats/xlsx.ts'
import { at, data, done, FINALIZE, five, HAND, here, SAMPLES } from './run.ts'

const NAME = '北京晴禾样例人力资源有限公司'
interface Imported {
  added: number
  changed: number
  unchanged: number
  problems: { code: string; line: number; message: string }[]
  changes: { what: string; header: string; before: string | null; after: string | null }[]
}
interface Rating {
  rater_kind: string
  mean: string | null
}

function file(cwd: string, name: string, ...lines: string[]): string {
  writeFileSync(join(cwd, name), `${lines.join('\r\n')}\r\n`)
  return name
}

describe('a file with fewer columns', () => {
  it('keeps the fields of a complaint that it does not mention', async () => {
    const cwd = await at('records')
    const before = await data<Record<string, unknown>[]>(cwd, 'complaint list')
    const head = '投诉编号,收到日期,被投诉机构,类别,办结日期,查处结论'
    const csv = file(cwd, 'c.csv', head, `TS2013-004,2013-08-01,${NAME},客户权益,2013-10-30,不属实`)
    const { changes } = await data<Imported>(cwd, `complaint import ${csv}`)
    expect(changes.map(c => [c.header, c.before, c.after])).toEqual([
      ['办结日期', null, '2013-10-30'],
      ['查处结论', null, '不属实'],
    ])
    const after = await data<Record<string, unknown>[]>(cwd, 'complaint list')
    expect(after).toEqual(
      before.map(c =>
        c.complaint_no === 'TS2013-004' ? { ...c, closed_on: '2013-10-30', finding: 'not_upheld' } : c,
      ),
    )
  })

  it('keeps the items of an inspection that it does not mention', async () => {
    const cwd = await at('records')
    const head = '检查批次,检查日期,统一社会信用代码,机构名称,检查人员,SC-03'
    const code = '91110101CXJG000315'
    const csv = file(
      cwd,
      'i.csv',
      head,
      `春雷2013,2013-04-18,${code},北京东篱样例劳务派遣有限公司,样检3;样检4,不合格`,
    )
    const { changes } = await data<Imported>(cwd, `inspection import ${csv}`)
    expect(changes.map(c => [c.header, c.before, c.after])).toEqual([['SC-03', '合格', '不合格']])
    const [record] = await data<{ items: Record<string, string>; findings: string }[]>(
      cwd,
      `inspection list --agency ${code}`,
    )
    expect(Object.keys(record!.items)).toHaveLength(20)
    expect([record!.items['SC-02'], record!.items['SC-03']]).toEqual(['fail', 'fail'])
    expect(record!.findings).toContain('台账缺失')
  })

  it('keeps the ratings of a sheet that it does not mention; a blank cell takes one away', async () => {
    const cwd = await at('scored')
    const head = '评估年度,方案,统一社会信用代码,评价主体,评价人'
    const row = `2013,beijing-2013,${HAND},专家评价,专家1`
    const wide = file(cwd, 'w.csv', `${head},18.服务质量,19.收益情况`, `${row},5,`)
    const { changes } = await data<Imported>(cwd, `evaluation import ${wide}`)
    expect(changes.map(c => [c.header, c.before, c.after])).toEqual([
      ['18.服务质量', '4.25', '5.00'],
      ['19.收益情况', '4.00', null],
    ])
    const long = file(cwd, 'l.csv', `${head},指标号,得分`, `${row},17,3.5`)
    expect(await data<Imported>(cwd, `evaluation import ${long}`)).toMatchObject({ changed: 1 })
    await done(cwd, 'evaluation run')
    const { indicators } = await data<{ indicators: { number: number; ratings: Rating[] }[] }>(
      cwd,
      `evaluation explain ${HAND}`,
    )
    const expert = (number: number) =>
      indicators.find(i => i.number === number)!.ratings.find(r => r.rater_kind === 'expert')!.mean
    // 专家2 rated 4.00, 4.00, 4.25 and (indicator 6) 3.00; 专家1 stays at 3.25 there.
    expect([expert(17), expert(18), expert(19), expert(6)]).toEqual(['3.75', '4.50', '4.25', '3.125'])
  })
})

describe('one agency or two', () => {
  const head = '机构名称,统一社会信用代码,机构类别,推荐范围,联系电话'

  it.each([
    [[`${NAME},${HAND},经营性,朝阳区,111`, `${NAME},,经营性,朝阳区,222`], 3],
    [[`${NAME},,经营性,朝阳区,222`, `${NAME},${HAND},经营性,朝阳区,111`], 3],
    [['新样例所,91110105CXYL024935,经营性,朝阳区,1', '新样例所,,经营性,朝阳区,2'], 3],
    [['新样例所,,经营性,朝阳区,1', '新样例所,91110105CXYL024935,经营性,朝阳区,2'], 3],
  ])('two rows of one agency, one without its code, are refused: %s', async (rows, line) => {
    const cwd = await at('roster')
    const { problems } = await data<Imported>(cwd, `agency import ${file(cwd, 'r.csv', head, ...rows)}`, 3)
    expect(problems.map(p => [p.code, p.line])).toEqual([['CX1052', line]])
  })

  it('a namesake in the district with another code is two agencies and a warning', async () => {
    const cwd = await at('roster')
    const csv = file(cwd, 'r.csv', head, `${NAME},91110105CXYL024935,经营性,朝阳区,1`)
    const ran = await here(cwd, `agency import ${csv}`)
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('新增 1')])
    expect(ran.stderr).toContain('CX1065')
    const shown = await here(cwd, ['agency', 'show', NAME])
    expect([shown.code, shown.stderr]).toEqual([4, expect.stringContaining(HAND)])
  })

  it('is found by its name where only one has it', async () => {
    const cwd = await at('roster')
    expect(await data(cwd, ['agency', 'show', NAME])).toMatchObject({ uscc: HAND })
  })
})

describe('the columns of a score sheet', () => {
  const head = '评估年度,方案,统一社会信用代码,评价主体,评价人'
  const row = `2013,beijing-2013,${HAND},专家评价,专家9`

  it.each([
    ['number and name contradict', `${head},5.社会评价`, `${row},3`, 'CX1066'],
    ['wide and long form mixed', `${head},6.服务规程,指标号,得分`, `${row},3,6,1`, 'CX1067'],
    ['nothing to rate', head, row, 'CX1020'],
    ['no rating in the row', `${head},6.服务规程`, `${row},`, 'CX1068'],
    ['a word instead of points', `${head},6.服务规程`, `${row},缺考`, 'CX1069'],
  ])('%s', async (_, header, line, code) => {
    const cwd = await at('opened')
    const answer = await data<Imported>(cwd, `evaluation import ${file(cwd, 's.csv', header, line)}`, 3)
    expect(answer.problems.map(p => p.code)).toEqual([code])
  })

  it('may be named as another notice names them, if the number is right', async () => {
    const cwd = await at('opened')
    await done(cwd, `evaluation import ${file(cwd, 's.csv', `${head},5.信息公开`, `${row},3`)}`)
  })
})

describe('the roster written out', () => {
  it.each(['csv', 'xlsx'])('as %s imports back unchanged, all 420 agencies and the five', async format => {
    const cwd = await at('roster')
    await done(cwd, `agency import ${join(SAMPLES, 'city', 'roster.csv')}`)
    const before = await data(cwd, 'agency list')
    await done(cwd, `agency export --format ${format} -o out.${format}`)
    expect(await data(cwd, `agency import out.${format}`)).toMatchObject({
      rows: 425,
      added: 0,
      changed: 0,
      unchanged: 425,
      problems: [],
      missing: [],
    })
    expect(await data(cwd, 'agency list')).toEqual(before)
  })

  it('keeps codes as texts and names a district by name and code', async () => {
    const cwd = await at('roster')
    const [header, first] = (await done(cwd, 'agency export --district 朝阳区')).stdout.split('\r\n')
    expect(header).toContain('机构名称,统一社会信用代码,机构类别')
    expect(first).toContain(`${NAME},${HAND},经营性`)
    expect(first).toContain('朝阳区,110105')
  })
})

describe('a newer roster', () => {
  it('names the agencies of its districts that it lacks and leaves them', async () => {
    const cwd = await at('roster')
    await done(cwd, `agency import ${join(SAMPLES, 'city', 'roster.csv')}`)
    const csv = file(
      cwd,
      'r.csv',
      '机构名称,统一社会信用代码,机构类别,推荐范围',
      `${NAME},${HAND},经营性,朝阳区`,
    )
    const { missing } = await data<{ missing: { name: string }[] }>(cwd, `agency import ${csv}`)
    const inDistrict = await data<{ name: string }[]>(cwd, 'agency list --district 朝阳区')
    expect(missing.map(a => a.name).sort()).toEqual(
      inDistrict
        .map(a => a.name)
        .filter(name => name !== NAME)
        .sort(),
    )
    expect((await data<unknown[]>(cwd, 'agency list')).length).toBe(425)
  })
})

describe('a row with several faults', () => {
  it('tells bad cells and dates in the wrong order at once', async () => {
    const cwd = await at('roster')
    const head = '机构名称,统一社会信用代码,机构类别,推荐范围,从业人员数,发证日期,有效期至'
    const roster = file(cwd, 'r.csv', head, `${NAME},${HAND},经营性,朝阳区,-1,2014-01-01,2013-01-01`)
    const found = await data<Imported>(cwd, `agency import ${roster}`, 3)
    expect(found.problems.map(p => p.code)).toEqual(['CX1034', 'CX1037'])
    const complaints = file(
      cwd,
      'c.csv',
      '投诉编号,收到日期,被投诉机构,类别,办结日期,查处结论',
      `T1,2013-05-01,${NAME},吵架,2013-04-01,属实`,
    )
    const both = await data<Imported>(cwd, `complaint import ${complaints}`, 3)
    expect(both.problems.map(p => p.code)).toEqual(['CX1032', 'CX1037'])
  })
})

describe('rows that repeat each other', () => {
  it('are both given back, for neither can be told to be the right one', async () => {
    const cwd = await at('roster')
    const head = '投诉编号,收到日期,被投诉机构,类别,事项摘要'
    const row = (no: string, text: string) => `${no},2013-03-01,${NAME},其他,${text}`
    const csv = file(cwd, 'c.csv', head, row('T1', '甲'), row('T2', '乙'), row('T1', '丙'))
    const answer = await data<Imported>(cwd, `complaint import ${csv} --rejects bad.csv`, 3)
    expect(answer).toMatchObject({ added: 1, rejected: 2 })
    expect(await data(cwd, 'complaint list')).toMatchObject([{ complaint_no: 'T2' }])
  })
})

describe('files as offices send them', () => {
  it('two sheets of one workbook are two files', async () => {
    const cwd = await at('roster')
    const columns = ['统一社会信用代码', '机构名称', '活动类型', '活动名称', '日期'].map(header => ({
      header,
      type: 'text' as const,
    }))
    const row = (title: string) => [[HAND, NAME, '培训', title, '2013-03-01']]
    const sheets = ['一月', '二月'].map(name => ({ name, columns, rows: row(name) }))
    writeFileSync(join(cwd, 'a.xlsx'), await writeXlsx(sheets))
    expect(await data(cwd, 'activity import a.xlsx')).toMatchObject({ added: 1 })
    expect(await data(cwd, 'activity import a.xlsx --sheet 二月')).toMatchObject({ added: 1 })
    expect(await data(cwd, 'activity import a.xlsx --sheet 二月')).toMatchObject({
      batch: null,
      unchanged: 1,
    })
  })

  it('a title above the header of a CSV is passed over', async () => {
    const cwd = await at('roster')
    const lines = [
      '活动台账,,',
      '2013年,,',
      '机构名称,活动类型,活动名称,日期',
      `${NAME},公益,招聘会,2013-03-31`,
    ]
    expect(await data(cwd, `activity import ${file(cwd, 'a.csv', ...lines)}`)).toMatchObject({ added: 1 })
  })

  it('长期 is a license without an end, and 北京市东城区 is 东城区', async () => {
    const cwd = await at('init')
    const head = '机构名称,机构类别,推荐范围,许可证编号,有效期至'
    await done(cwd, `agency import ${file(cwd, 'r.csv', head, '甲样例所,经营性,北京市东城区,样证1,长期')}`)
    const [agency] = await data<object[]>(cwd, 'agency list')
    expect(agency).toMatchObject({ district_code: '110101', valid_to: '9999-12-31', license_status: 'valid' })
  })

  it('what was given back comes in again unchanged once it is corrected', async () => {
    const cwd = await at('roster')
    const head = '机构名称,活动类型,活动名称,日期,备注'
    file(cwd, 'a.csv', head, `${NAME},公益,招聘会,2013-02-30,=1+1`)
    expect((await here(cwd, 'activity import a.csv --rejects bad.csv')).code).toBe(3)
    const { readFileSync } = await import('node:fs')
    writeFileSync(join(cwd, 'good.csv'), readFileSync(join(cwd, 'bad.csv'), 'utf8').replace('02-30', '02-28'))
    const ran = await done(cwd, 'activity import good.csv')
    expect(ran.stderr).toBe('')
    expect(await data(cwd, 'activity list')).toMatchObject([{ note: '=1+1' }])
  })

  it('an invisible character in a name is named', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'r.csv', '机构名称,机构类别,推荐范围', '甲\u200B样例所,经营性,东城区')
    const { problems } = await data<Imported>(cwd, `agency import ${csv}`, 3)
    expect(problems.map(p => p.code)).toEqual(['CX1013'])
  })
})

describe('a finalized year', () => {
  const roster = (cwd: string) =>
    file(
      cwd,
      'r.csv',
      '机构名称,统一社会信用代码,机构类别,推荐范围,联系电话',
      `${NAME},${HAND},经营性,朝阳区,010-1`,
    )

  it('goes on when records come in later: results stand, nominations can be proposed', async () => {
    const cwd = await at('finalized')
    const before = await data(cwd, 'evaluation show')
    await done(cwd, `agency import ${roster(cwd)}`)
    await done(cwd, 'nomination propose')
    expect(await data(cwd, 'evaluation show')).toEqual(before)
  })

  it('is not made of nothing', async () => {
    const cwd = await at('init')
    await done(cwd, 'evaluation open --year 2013')
    await done(cwd, 'evaluation run')
    const ran = await here(cwd, FINALIZE)
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX3015')])
  })

  it('proposed before it was finalized, the list is said to be out of date and not printed in silence', async () => {
    const cwd = await at('run')
    await done(cwd, 'nomination propose')
    await done(cwd, FINALIZE)
    expect(await data(cwd, 'status')).toMatchObject({
      next: 'nomination propose',
      nomination: { outdated: 5 },
    })
    const ran = await done(cwd, 'form recommendation')
    expect(ran.stderr).toContain('nomination propose')
  })

  it('the same proposal twice leaves one log entry', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'nomination propose')
    const entries = (await data<unknown[]>(cwd, 'log list')).length
    await done(cwd, 'nomination propose')
    expect(await data<unknown[]>(cwd, 'log list')).toHaveLength(entries)
  })
})

describe('log verify', () => {
  it.each([
    ['DELETE FROM penalty WHERE id = 3', ['CX5015']],
    ["UPDATE agency SET kind = 'public' WHERE id = 1", ['CX5015']],
    ["INSERT INTO setting (key, value) VALUES ('a', 'b')", ['CX5015']],
    ['UPDATE result SET rank = 1 WHERE agency_id = 2', ['CX5016']],
    ['UPDATE result SET total = 9999 WHERE agency_id = 1', ['CX5016']],
    ["UPDATE frozen SET basis = x'00' WHERE agency_id = 1", ['CX5016']],
    ['DELETE FROM frozen WHERE agency_id = 2', ['CX5016']],
  ])('finds what was changed past the program: %s', async (sql, codes) => {
    const cwd = await at('finalized')
    await done(cwd, 'log verify')
    const db = new Database(join(cwd, 'chengxin.db'))
    db.exec(sql)
    db.close()
    const { problems } = await data<Imported>(cwd, 'log verify', 3)
    expect(problems.map(p => p.code)).toEqual(codes)
  })
})

it('an unknown encoding is a mistake on the command line, not of the file', async () => {
  const cwd = await at('init')
  const ran = await here(cwd, `agency import ${five('roster')} -e klingon`)
  expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('gb18030')])
})

describe('what a recommendation form claims', () => {
  it('is only what the year’s inspection found: blank or old items are no praise', async () => {
    const { reasons } = await reasonsAfter('2013-04-15', items => items)
    expect(reasons).toContain('检查各项合格')
    expect((await reasonsAfter('2013-04-15', items => items.slice(1))).reasons).not.toContain('检查各项合格')
    expect((await reasonsAfter('2012-04-15', items => items)).reasons).not.toContain('检查各项合格')
  })

  it.each(['合格,不合格', '不合格,合格'])('nor is a day of two inspections, one failed: %s', async first => {
    const found = first.split(',')
    const { reasons } = await reasonsAfter('2013-04-15', items => items, found)
    expect(reasons).not.toContain('检查各项合格')
  })
})

/** The form of the one nominee of a small city after inspections on a day with the items given, of each the first as found. */
async function reasonsAfter(
  day: string,
  only: (items: string[]) => string[],
  first: readonly string[] = ['合格'],
): Promise<{ reasons: string }> {
  const cwd = await at('init')
  const code = '91110105CXYL024935'
  const head =
    '机构名称,统一社会信用代码,机构类别,许可证编号,有效期至,推荐范围,从业起始日期,年检年份,年检结论'
  await done(
    cwd,
    `agency import ${file(cwd, 'r.csv', head, `甲样例所,${code},经营性,样证1,长期,朝阳区,2005-01-01,2012,合格`)}`,
  )
  const items = only(Array.from({ length: 20 }, (_, i) => `SC-${String(i + 1).padStart(2, '0')}`))
  const sheet = ['检查批次', '检查日期', '统一社会信用代码', '机构名称', '检查人员', ...items].join(',')
  const rows = first.map((found, i) =>
    [`春雷${i}`, day, code, '甲样例所', '甲;乙', ...items.map((_, k) => (k === 0 ? found : '合格'))].join(
      ',',
    ),
  )
  await done(cwd, `inspection import ${file(cwd, 'i.csv', sheet, ...rows)}`)
  await done(cwd, 'evaluation open --year 2013')
  const numbers = Array.from({ length: 22 }, (_, i) => String(i + 1))
  const scores = ['评估年度,方案,统一社会信用代码,评价主体,评价人', ...numbers].join(',')
  const rated = (kind: string) => ['2013,beijing-2013', code, kind, '甲', ...numbers.map(() => '2')].join(',')
  const csv = file(cwd, 's.csv', scores, rated('自我评价'), rated('专家评价'), rated('群众评价'))
  await done(cwd, `evaluation import ${csv}`)
  await done(cwd, 'evaluation run')
  await done(cwd, FINALIZE)
  await done(cwd, 'nomination propose')
  return { reasons: (await done(cwd, 'form recommendation --format csv')).stdout }
}

describe('a record that is not complete', () => {
  it('is kept with a warning: what it leaves open has no data, and nothing is guessed', async () => {
    const cwd = await at('roster')
    const head = '投诉编号,收到日期,被投诉机构,类别,涉不诚信,办结时限,办结日期'
    const complaints = file(cwd, 'c.csv', head, `T1,2013-05-01,${NAME},客户权益,是,2013-07-01,2013-06-01`)
    const ran = await done(cwd, `complaint import ${complaints}`)
    expect(ran.stderr).toContain('CX1071')
    const decided = '处罚决定书文号,机构名称,处罚机关,处罚种类,决定日期,状态'
    const penalties = file(cwd, 'p.csv', decided, `样罚1号,${NAME},样例局,警告,2013-05-01,已撤销`)
    expect((await done(cwd, `penalty import ${penalties}`)).stderr).toContain('CX1070')
    await done(cwd, 'evaluation open --year 2013')
    await done(cwd, 'evaluation run')
    const { indicators } = await data<{
      indicators: {
        number: number
        score: string | null
        max: string
        rules: { outcome: string; records: string[] }[]
      }[]
    }>(cwd, `evaluation explain ${HAND}`)
    const at16 = indicators.find(i => i.number === 16)!
    expect([at16.score, at16.max]).toEqual([null, '7.50'])
    expect(at16.rules.map(r => [r.outcome, r.records])).toEqual([
      ['no_data', ['T1']],
      ['met', ['T1']],
    ])
    expect(indicators.find(i => i.number === 15)!.rules[0]).toMatchObject({
      outcome: 'no_data',
      records: ['T1'],
    })
    expect(indicators.find(i => i.number === 4)!.score).toBe('2.50')
  })
})
