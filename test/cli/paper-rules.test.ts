// What papers work out by themselves: means of several sheets, days, ranges, notes, forms of address, whom to ask, names of
// files. Each figure is worked out beside the program.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { fileName, sentence } from '../../src/work/papers/paper.ts'
import { city, csvRows, paragraphs, wordRows } from './form-city.ts'
import { textsOf } from './paper-texts.ts'
import { at, data, done, folder, HAND, here } from './run.ts'

const csvOf = async (cwd: string, line: string) => csvRows((await done(cwd, `${line} --format csv`)).stdout)
/** Rows laid down as a file and imported. */
const laid = async (cwd: string, noun: string, rows: readonly (readonly (string | number)[])[]) => {
  writeFileSync(join(cwd, 'in.csv'), rows.map(row => row.join(',')).join('\n'))
  await done(cwd, `${noun} import in.csv`)
}

describe('the self-summary', () => {
  const HEADER = ['评估年度', '方案', '统一社会信用代码', '评价主体', '评价人']
  const of = async (cwd: string) => {
    await done(cwd, `form summary ${HAND} --force -o s.docx`)
    const path = join(cwd, 's.docx')
    const [, first, second] = wordRows(path)
    const sheets = paragraphs(path).find(text => text.includes('评分表'))
    return [first![1], second![1], wordRows(path).at(-1)![1], sheets]
  }

  it('takes the mean of the sheets that count, and says how many indicators were rated', async () => {
    const cwd = await at('opened')
    await laid(cwd, 'evaluation', [
      [...HEADER, '1', '2'],
      [2013, 'beijing-2013', HAND, '自我评价', '甲', 2, 1.5],
      [2013, 'beijing-2013', HAND, '自我评价', '乙', 1, ''],
      // Not its own.
      [2013, 'beijing-2013', HAND, '专家评价', '丙', 2.5, 2.5],
    ])
    // (2 + 1) / 2 + 1.5 / 1.
    const both = [
      '3.00\n（4项评2项）',
      '',
      '3.00\n（22项评2项）',
      '得分取自自我评价的评分表（2份，取平均）。',
    ]
    expect(await of(cwd)).toEqual(both)
    await done(cwd, `evaluation withdraw ${HAND} --rater 乙 --reason 重复`)
    expect(await of(cwd)).toEqual([
      ...['3.50\n（4项评2项）', '', '3.50\n（22项评2项）', '得分取自自我评价的评分表。'],
    ])
    await done(cwd, 'evaluation exclude --rater 甲 --reason 不是本单位人员')
    expect(await of(cwd)).toEqual(['', '', '', '没有自我评价的评分表，得分由机构填写。'])
  })
})

describe('the list of nominees', () => {
  it('says which places are open for a tie', async () => {
    const cwd = await city()
    const { districts } = await data<{ districts: { places: number; tied: number; open: number }[] }>(
      cwd,
      'nomination list --district 石景山区',
    )
    const { tied, open } = districts[0]!
    expect([tied, open]).toEqual([2, 1])
    await done(cwd, 'form nominees --district 石景山区 -o a.docx')
    expect(paragraphs(join(cwd, 'a.docx')).join()).toContain('末位并列2家，1个名额待定')
    await done(
      cwd,
      'nomination settle --district 石景山区 --choose 91110107CXYL038679 --by vote --reason 表决',
    )
    await done(cwd, 'form nominees --district 石景山区 -o b.docx')
    expect(paragraphs(join(cwd, 'b.docx')).join()).not.toContain('末位并列')
  })

  it('has of a paper that came twice the latest day, and none of another year or scheme', async () => {
    const cwd = await city()
    const nominees = async () => (await csvOf(cwd, 'form nominees --district 平谷区')).slice(1)
    const [one, two, three] = await nominees()
    const add = (row: string[] | undefined, more: string) =>
      done(cwd, `paper add --agency ${row![3]} --kind 推荐表 ${more}`)
    await add(one, '--year 2013 --received-on 2013-11-03 --scheme beijing-2013')
    await add(two, '--year 2013 --received-on 2013-10-20 --scheme beijing-2013')
    await done(cwd, 'scheme add zhoushan-2019')
    await add(three, '--year 2012 --received-on 2013-11-04')
    await add(three, '--year 2013 --received-on 2013-11-04 --scheme zhoushan-2019')
    expect((await nominees()).map(row => row.at(-3))).toEqual([
      ...['2013-11-03', '2013-11-01', '2013-11-01', '2013-11-01'],
    ])
  })
})

describe('the ranking', () => {
  it('has the sum of an open category from least to most', async () => {
    const cwd = await at('run')
    const [header, ...rows] = await csvOf(cwd, 'form ranking')
    const open = rows.find(row => row[header!.indexOf('信用状况')]!.includes('–'))!
    const { indicators } = await data<{ indicators: { number: number; min: string; max: string }[] }>(
      cwd,
      `evaluation explain ${open[2]}`,
    )
    // 13 to 16, as the notice has them; in hundredths.
    const sum = (end: 'min' | 'max') =>
      indicators
        .filter(({ number }) => number >= 13 && number <= 16)
        .reduce((all, one) => all + Math.round(Number(one[end]) * 100), 0)
    const text = (hundredths: number) => (hundredths / 100).toFixed(2)
    expect(sum('max')).toBeGreaterThan(sum('min'))
    expect(open[header!.indexOf('信用状况')]).toBe(`${text(sum('min'))}–${text(sum('max'))}`)
  })

  it('names what holds a grade down: an indicator with a veto, a limit of the scheme', async () => {
    const cwd = await at('scored')
    const db = new Database(join(cwd, 'chengxin.db'))
    const { source } = db.prepare('SELECT source FROM scheme').get() as { source: string }
    const text = source.replace('vetoes: {grade: D, indicators: []', 'vetoes: {grade: D, indicators: [4]')
    const sha256 = createHash('sha256').update(text).digest('hex')
    db.prepare('UPDATE scheme SET source = ?, sha256 = ?').run(text, sha256)
    db.close()
    await done(cwd, 'evaluation run')
    const held = (await csvOf(cwd, 'form ranking')).find(row => row.includes(HAND))!
    expect(held.at(-1)).toBe('一票否决：行政处罚')

    const staff = folder()
    await done(staff, 'init')
    await done(staff, 'scheme add shandong-staff')
    await laid(staff, 'subject', [
      ['主体类型', '姓名或名称', '主体编号', '推荐范围'],
      ...['P1', 'P2'].map(code => ['人员', `样员${code}`, code, '朝阳区']),
    ])
    await laid(staff, 'complaint', [
      ['投诉编号', '收到日期', '主体', '类别', '办结日期', '查处结论', '情节严重'],
      ...[1, 2, 3].map(n => [`T${n}`, '2013-03-01', 'P1', '其他', '2013-04-01', '属实', '是']),
    ])
    await done(staff, 'evaluation open --scheme shandong-staff --year 2013')
    await done(staff, 'evaluation run')
    const notes = (await csvOf(staff, 'form ranking')).slice(1).map(row => [row.includes('P1'), row.at(-1)])
    expect(new Map(notes as [boolean, string][])).toEqual(
      new Map([
        [true, '等级限制：当年被投诉并查实3次以上且情节严重，考核评为不称职'],
        [false, ''],
      ]),
    )
  })
})

describe('the order to put right', () => {
  const HEADER = [
    '检查批次',
    '检查日期',
    '检查对象类型',
    '检查对象',
    '区划代码',
    '检查人员',
    'SC-10',
    '处理措施',
  ]
  const inspected = (day: string, item: string, measure: string) =>
    [...['夏季', day, '无证中介', `某职介所${day}`, '110228', '样检1;样检2'], ...[item, measure]] as const

  it('warns of the regulations of 2018-10-01 where the inspection was before them, and on no later day', async () => {
    const orders = async (day: string) => {
      const cwd = await at('init')
      await laid(cwd, '--today 2018-12-01 inspection', [HEADER, inspected(day, '不合格', '')])
      const line = '--today 2018-12-01 form rectification --all --out orders'
      return (await done(cwd, line)).stderr
    }
    expect(await orders('2018-09-30')).toContain('早于 2018-10-01')
    expect(await orders('2018-10-01')).not.toContain('早于 2018-10-01')
  })

  it('is written by the measure alone, and of nothing that asks for none', async () => {
    const cwd = await at('init')
    await laid(cwd, 'inspection', [
      HEADER,
      inspected('2013-07-01', '合格', '责令改正'),
      inspected('2013-07-02', '合格', '口头提醒'),
      inspected('2013-07-03', '不合格', ''),
    ])
    const listed = (await csvOf(cwd, 'form rectification --all')).slice(1)
    expect(listed.map(row => row[2])).toEqual(['某职介所2013-07-01', '某职介所2013-07-03'])
  })
})

it('a decision addresses a person as 你, and a body as 你单位', async () => {
  const cwd = await at('finalized')
  await done(cwd, 'honor edit id=3 --plate-no P-30 --reason 补登')
  const decided = async (plate: string) => {
    await done(cwd, `title revoke ${plate} --document 样〔2013〕4号 --reason 查实 --plate-outstanding`)
    await done(cwd, `form revocation ${plate} -o ${plate}.docx`)
    return textsOf(join(cwd, `${plate}.docx`)).filter(text => /^你|撤销你/.test(text))
  }
  const person = await decided('P-30')
  expect(person).toHaveLength(3)
  for (const text of person) expect(text).not.toContain('你单位')
  await done(
    cwd,
    `honor add --title 诚信服务示范机构 --granted-on 2013-01-08 --agency ${HAND} --plate-no P-31`,
  )
  const body = await decided('P-31')
  expect(body.map(text => /你单位/.test(text))).toEqual([true, true, true])
})

describe('whom to ask', () => {
  it('is the office of its own at the desk of a district, on papers of everybody', async () => {
    const cwd = folder()
    await done(cwd, 'init --district 110105')
    const [own] = await data<{ code: string; market_phones: string[] }[]>(cwd, 'district list').then(all =>
      all.filter(district => district.code === '110105'),
    )
    const page = (await done(cwd, 'form hotline --format html -o -')).stdout
    expect(page).toContain(`联系方式：朝阳区${own!.market_phones.join('、')}`)
  })

  it('shows a dash on the list of telephones where an office has none', async () => {
    const cwd = await at('init')
    await done(cwd, ['district', 'set', '110101', '--phone', ''])
    await done(cwd, ['district', 'set', '110102', '--inspectorate-phone', ''])
    const rows = await csvOf(cwd, 'form hotline')
    expect(rows.find(row => row[0] === '东城区')).toEqual(['东城区', '—', expect.stringMatching(/^\d+$/)])
    expect(rows.find(row => row[0] === '西城区')!.at(-1)).toBe('—')
  })

  it('is told to be missing of pages too', async () => {
    const cwd = await at('records')
    const page = async () => {
      const ran = await here(cwd, `archive export ${HAND} --public --format html --force -o a.html`)
      return [ran.stderr.includes('没有联系方式'), readFileSync(join(cwd, 'a.html'), 'utf8')] as const
    }
    const [silent, told] = await page()
    expect([silent, told.includes('联系方式：朝阳区')]).toEqual([false, true])
    await done(cwd, ['district', 'set', '110105', '--phone', ''])
    const [warned, missing] = await page()
    expect([warned, missing.includes('【缺：联系方式】')]).toEqual([true, true])
  })
})

describe('the name of a file', () => {
  it.each([
    [['..甲..', '乙'], '甲-乙.docx'],
    [['a/b\\c:d*e?f"g<h>i|j k'], 'abcdefghijk.docx'],
    [['有.点.的'], '有.点.的.docx'],
    [['\u202e甲\u0007'], '甲.docx'],
    [['长'.repeat(61)], `${'长'.repeat(60)}.docx`],
    // The dots go where a name is cut, too.
    [[`${'长'.repeat(59)}..尾`], `${'长'.repeat(59)}.docx`],
  ])('%j', (parts, name) => {
    expect(fileName(parts, 'docx')).toBe(name)
  })

  it('has no dot of an extension that there is none of', () => {
    expect(fileName(['甲.', '乙.'])).toBe('甲-乙')
  })
})

it.each([
  ['已查实', '已查实。'],
  ['已查实。', '已查实。'],
  [' 已查实；。 ', '已查实。'],
  ['见附件.', '见附件。'],
  ['第一。第二', '第一。第二。'],
])('a sentence ends once: %s', (text, written) => {
  expect(sentence(text)).toBe(written)
})
