// Files with faults, one by one and many at once: each fault is told with file, line, column, reason and remedy, and
// the database stays as it was to the byte. Then encodings, line counts, rejects, reports and files that come again.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '../../src/formats/xlsx.ts'
import { readWorkbook } from '../formats/read-all.ts'
import { at, data, done, five, folder, HAND, here, SAMPLES, sha256 } from './run.ts'

interface Found {
  code: string
  file: string | null
  line: number | null
  column: string | null
  field: string | null
  value: string | null
  message: string
}
interface Imported {
  batch: number | null
  encoding: string
  rows: number
  added: number
  changed: number
  unchanged: number
  rejected: number
  problems: Found[]
}

const text = (name: string): string => readFileSync(five(name), 'utf8').replace('\uFEFF', '')
const COMMITMENTS = `统一社会信用代码,机构名称,承诺书类型,签署日期,签署人数,是否公示,备注
${HAND},北京晴禾样例人力资源有限公司,机构,2013-05-02,,是,
${HAND},北京晴禾样例人力资源有限公司,从业人员,2013-05-02,40,是,
`
const ACTIVITIES = `统一社会信用代码,机构名称,活动类型,活动名称,日期,参加人数,满意率,备注
${HAND},北京晴禾样例人力资源有限公司,培训,法规培训,2013-03-01,41,,
${HAND},北京晴禾样例人力资源有限公司,调查,客户调查,2013-04-01,120,95.5%,
`
const METRICS = `统一社会信用代码,机构名称,指标,期间,数值,单位,来源
${HAND},北京晴禾样例人力资源有限公司,净利润,2012,-12.5,万元,年报
${HAND},北京晴禾样例人力资源有限公司,服务人次,2012年度,"1,200",,年报
`
const PAPERS = `评估年度,统一社会信用代码,机构名称,材料,收到日期
2013,${HAND},北京晴禾样例人力资源有限公司,推荐表,2013-10-30
2013,${HAND},北京晴禾样例人力资源有限公司,机构自评总结,2013-10-30
`

/** One cell of a file without quotes, by the line it stands on and its header. */
function set(csv: string, line: number, header: string, value: string): string {
  const lines = csv.split(/\r?\n/)
  const column = lines[0]!.split(',').indexOf(header)
  if (column < 0) throw new Error(`no column ${header}`)
  const cells = lines[line - 1]!.split(',')
  cells[column] = value
  lines[line - 1] = cells.join(',')
  return lines.join('\r\n')
}

const KINDS = [
  ['agency', 'roster', 'init', text('roster'), 3, '有效期至', '2013-02-30', 'CX1030', 'valid_to'],
  ['complaint', 'complaints', 'roster', text('complaints'), 4, '类别', '吵架', 'CX1032', 'category'],
  ['penalty', 'penalties', 'roster', text('penalties'), 2, '罚款金额', '五千', 'CX1033', 'fine_fen'],
  ['honor', 'honors', 'roster', text('honors'), 5, '授予日期', '2011-5', 'CX1031', 'granted_on'],
  ['commitment', 'commitments', 'roster', COMMITMENTS, 3, '是否公示', '也许', 'CX1032', 'displayed'],
  ['activity', 'activities', 'roster', ACTIVITIES, 3, '满意率', '很高', 'CX1033', 'satisfaction'],
  ['inspection', 'inspection', 'roster', text('inspection'), 6, 'SC-03', '一般', 'CX1032', 'SC-03'],
  ['metric', 'metrics', 'roster', METRICS, 2, '期间', '去年', 'CX1080', 'period'],
  ['paper', 'papers', 'roster', PAPERS, 3, '材料', '总结', 'CX1032', 'kind'],
  ['evaluation', 'scores', 'opened', text('scores'), 3, '18.服务质量', '5.01', 'CX1035', 'rating_18'],
] as const

describe.each(KINDS)(
  'a wrong row in a %s file',
  (noun, name, stage, csv, line, column, value, code, field) => {
    const file = `${name}.csv`
    const setUp = async () => {
      const cwd = await at(stage)
      writeFileSync(join(cwd, file), set(csv, line, column, value))
      return cwd
    }

    it('is refused with file, line, column, reason and remedy, and nothing is written', async () => {
      const cwd = await setUp()
      const before = sha256(join(cwd, 'chengxin.db'))
      const ran = await here(cwd, [noun, 'import', file])
      expect(ran.code).toBe(3)
      expect(ran.stdout).toBe('')
      expect(ran.stderr).toContain(`[${code}]`)
      expect(ran.stderr).toContain(`${file}:${line}:${column}`)
      expect(ran.stderr).toContain(value)
      expect(ran.stderr).toMatch(/处理：\S/)
      expect(ran.stderr).toContain('整个文件没有导入')
      expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    })

    it('is told as JSON with the seven keys, and nothing is written', async () => {
      const cwd = await setUp()
      const before = sha256(join(cwd, 'chengxin.db'))
      const ran = await here(cwd, [noun, 'import', file, '--json'])
      expect(ran.code).toBe(3)
      const answer = JSON.parse(ran.stdout) as { schema_version: number; data: Imported; warnings: unknown[] }
      expect(answer.schema_version).toBe(1)
      expect(answer.data).toMatchObject({ batch: null, added: 0, changed: 0, unchanged: 0, rejected: 1 })
      expect(answer.data.problems).toHaveLength(1)
      const [problem] = answer.data.problems
      expect(Object.keys(problem!)).toEqual(['code', 'file', 'line', 'column', 'field', 'value', 'message'])
      expect(problem).toMatchObject({ code, file, line, column, field, value })
      expect(problem!.message).toContain(value)
      expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    })

    it('is gone once it is corrected, and the same file a second time changes nothing', async () => {
      const cwd = await at(stage)
      writeFileSync(join(cwd, file), csv)
      const first = await data<Imported>(cwd, [noun, 'import', file])
      expect(first).toMatchObject({ batch: expect.any(Number), rejected: 0, changed: 0, problems: [] })
      expect(first.added).toBe(first.rows)
      const before = sha256(join(cwd, 'chengxin.db'))
      const second = await data<Imported>(cwd, [noun, 'import', file])
      expect(second).toMatchObject({
        batch: null,
        rows: first.rows,
        added: 0,
        changed: 0,
        unchanged: first.rows,
      })
      expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    })

    it('is found by a dry run too, which writes nothing whether rows are good or bad', async () => {
      const cwd = await setUp()
      const before = sha256(join(cwd, 'chengxin.db'))
      expect((await here(cwd, [noun, 'import', file, '--dry-run'])).code).toBe(3)
      writeFileSync(join(cwd, file), csv)
      const dry = await data<Imported & { dry_run: boolean }>(cwd, [noun, 'import', file, '--dry-run'])
      expect(dry).toMatchObject({ batch: null, dry_run: true, added: dry.rows })
      expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    })
  },
)

describe('values that cannot be', () => {
  type Case = readonly [noun: string, file: string, line: number, column: string, value: string, code: string]
  const cases: readonly Case[] = [
    ['agency', 'roster', 2, '统一社会信用代码', '91110105CXJG000158', 'CX1042'],
    ['agency', 'roster', 2, '统一社会信用代码', '91110105CXJG00015', 'CX1040'],
    ['agency', 'roster', 2, '统一社会信用代码', '91110105CXJG0O0159', 'CX1041'],
    ['agency', 'roster', 2, '统一社会信用代码', '9.11101E+17', 'CX1046'],
    ['agency', 'roster', 2, '统一社会信用代码', '000000000000000000', 'CX1044'],
    ['agency', 'roster', 3, '机构名称', '', 'CX1023'],
    ['agency', 'roster', 3, '机构类别', '其他', 'CX1032'],
    ['agency', 'roster', 3, '推荐范围', '海定区', 'CX1054'],
    ['agency', 'roster', 3, '区划代码', '110105', 'CX1055'],
    ['agency', 'roster', 3, '发证日期', '1/6/2011', 'CX1031'],
    ['agency', 'roster', 3, '有效期至', '2011-05-31', 'CX1037'],
    ['agency', 'roster', 3, '从业人员数', '十八', 'CX1033'],
    ['agency', 'roster', 3, '许可证编号', '样例人服证字110105第0001号', 'CX1052'],
    ['agency', 'roster', 6, '统一社会信用代码', HAND, 'CX1052'],
    ['complaint', 'complaints', 2, '统一社会信用代码', '91110000CXYL0128XL', 'CX1050'],
    ['complaint', 'complaints', 3, '投诉编号', 'TS2013-001', 'CX1052'],
    ['complaint', 'complaints', 3, '收到日期', '2013-11-05', 'CX1038'],
    ['complaint', 'complaints', 3, '办结日期', '2013-03-01', 'CX1037'],
    ['complaint', 'complaints', 3, '办结日期', '', 'CX1039'],
    ['complaint', 'complaints', 3, '涉不诚信', '可能', 'CX1032'],
    ['penalty', 'penalties', 2, '撤销日期', '2013-09-01', 'CX1039'],
    ['penalty', 'penalties', 2, '罚款金额', '5000.001', 'CX1036'],
    ['honor', 'honors', 2, '撤销日期', '2013-10-08', 'CX1039'],
    ['inspection', 'inspection', 2, '检查人员', '', 'CX1023'],
    ['inspection', 'inspection', 2, '整改完成日期', '2013-04-01', 'CX1037'],
    ['evaluation', 'scores', 2, '评价主体', '邻居评价', 'CX1059'],
    ['evaluation', 'scores', 2, '评估年度', '2012', 'CX1058'],
    ['evaluation', 'scores', 2, '方案', 'shandong-2018', 'CX1058'],
    ['evaluation', 'scores', 2, '1.设立情况', '-1', 'CX1034'],
    ['evaluation', 'scores', 4, '评价人', '专家1', 'CX1052'],
  ]
  it.each(cases)('%s: %s.csv line %i, %s “%s” is %s', async (noun, name, line, column, value, code) => {
    const cwd = await at(noun === 'agency' ? 'init' : 'opened')
    writeFileSync(join(cwd, 'x.csv'), set(text(name), line, column, value))
    const { problems } = await data<Imported>(cwd, `${noun} import x.csv`, 3)
    expect(problems.map(p => p.code)).toContain(code)
    const problem = problems.find(p => p.code === code)!
    expect(problem.line).toBe(line)
    expect(problem.message.length).toBeGreaterThan(10)
  })
})

describe('all faults of a file', () => {
  it('are told at once, with the row and the column of each', async () => {
    const cwd = await at('init')
    let csv = set(text('roster'), 2, '有效期至', '2013-02-30')
    csv = set(csv, 2, '从业人员数', '约四十')
    csv = set(csv, 4, '推荐范围', '东城')
    csv = set(csv, 6, '统一社会信用代码', '52110228CXJG000588')
    writeFileSync(join(cwd, 'roster.csv'), csv)
    const { problems, rejected } = await data<Imported>(cwd, 'agency import roster.csv', 3)
    expect(problems.map(p => [p.line, p.column])).toEqual([
      [2, '有效期至'],
      [2, '从业人员数'],
      [4, '推荐范围'],
      [6, '统一社会信用代码'],
    ])
    expect(rejected).toBe(3)
    expect((await data<unknown[]>(cwd, 'agency list')).length).toBe(0)
  })

  it('are on screen up to twenty, then counted; a report holds them all', async () => {
    const cwd = await at('roster')
    const [head, first] = ACTIVITIES.split('\n')
    const bad = Array.from({ length: 33 }, (_, i) => first!.replace('2013-03-01', `2013-02-${30 + i}`))
    writeFileSync(join(cwd, 'a.csv'), [head, ...bad].join('\n'))
    const ran = await here(cwd, 'activity import a.csv --report all.txt')
    expect(ran.code).toBe(3)
    expect(ran.stderr.match(/a\.csv:\d+:日期/g)).toHaveLength(20)
    expect(ran.stderr).toContain('CX1030 13 处')
    const report = readFileSync(join(cwd, 'all.txt'), 'utf8')
    expect(report.match(/a\.csv:\d+:日期/g)).toHaveLength(33)
    expect((await data<Imported>(cwd, 'activity import a.csv', 3)).problems).toHaveLength(33)
  })

  it('of the header: a missing column is named with the nearest one that is there', async () => {
    const cwd = await at('init')
    writeFileSync(join(cwd, 'roster.csv'), text('roster').replace('机构类别', '机构类型'))
    const { problems } = await data<Imported>(cwd, 'agency import roster.csv', 3)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: 'CX1020', file: 'roster.csv', line: 1, field: 'kind' })
    expect(problems[0]!.message).toContain('机构类型')
  })

  it('of the header: an unknown column is a warning, and the rows come in', async () => {
    const cwd = await at('init')
    const lines = text('roster')
      .trimEnd()
      .split(/\r?\n/)
      .map((line, i) => `${line},${i === 0 ? '星座' : '处女座'}`)
    writeFileSync(join(cwd, 'roster.csv'), lines.join('\n'))
    const ran = await done(cwd, 'agency import roster.csv --json')
    const answer = JSON.parse(ran.stdout) as { data: Imported; warnings: Found[] }
    expect(answer.data).toMatchObject({ added: 5, problems: [] })
    expect(answer.warnings).toMatchObject([{ code: 'CX1022', line: 1, column: '星座' }])
  })
})

describe('files that are no table', () => {
  it.each([
    ['empty.csv', '', 'CX1001'],
    ['head.csv', '机构名称,机构类别,推荐范围\n', 'CX1005'],
    ['quote.csv', '机构名称,机构类别,推荐范围\n"开口,经营性,海淀区\n', 'CX1004'],
    ['paper.pdf', '%PDF-1.4 x', 'CX1010'],
    ['binary.csv', Buffer.from([0x61, 0x2c, 0x00, 0x01, 0x02, 0x0a]), 'CX1003'],
    ['fake.xlsx', Buffer.from('PK\x03\x04nonsense'), 'CX1008'],
  ])('%s is refused as a file', async (name, bytes, code) => {
    const cwd = await at('init')
    writeFileSync(join(cwd, name), bytes)
    const before = sha256(join(cwd, 'chengxin.db'))
    const { problems, batch } = await data<Imported>(cwd, `agency import ${name}`, 3)
    expect(problems[0]).toMatchObject({ code, file: name })
    expect(batch).toBeNull()
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})

describe('encodings and line counts', () => {
  const broken = set(text('complaints'), 5, '类别', '吵架')
  const lf = broken.replaceAll('\r\n', '\n')
  const bytes = {
    'utf-8': Buffer.from(lf),
    'utf-8-bom': Buffer.from(`\uFEFF${broken}`),
    gb18030: iconv.encode(broken, 'gb18030'),
    'utf-16le': Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(broken, 'utf-16le')]),
    'utf-16be': Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(broken, 'utf-16be')]),
  }
  it.each(Object.entries(bytes))(
    '%s is named, and its fault stands on the same line',
    async (encoding, file) => {
      const cwd = await at('roster')
      writeFileSync(join(cwd, 'c.csv'), file)
      const answer = await data<Imported>(cwd, 'complaint import c.csv', 3)
      expect(answer.encoding).toBe(encoding)
      expect(answer.problems).toMatchObject([{ line: 5, column: '类别', value: '吵架' }])
    },
  )

  it('a quoted line break moves the lines behind it, and a record counts from its first line', async () => {
    const cwd = await at('roster')
    let csv = set(text('complaints'), 2, '事项摘要', '"岗位与\n实际\n不符"')
    csv = csv.replace('用工权益', '吵架')
    writeFileSync(join(cwd, 'c.csv'), csv)
    const { problems } = await data<Imported>(cwd, 'complaint import c.csv', 3)
    expect(problems).toMatchObject([{ line: 6, column: '类别', value: '吵架' }])
  })

  it.each([
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ])('columns may be parted by %j', async separator => {
    const cwd = await at('init')
    const rows = text('roster').replaceAll(';', '、').replaceAll(',', separator)
    writeFileSync(join(cwd, 'r.csv'), rows)
    expect(await data(cwd, 'agency import r.csv')).toMatchObject({ added: 5, rejected: 0 })
    const { uscc } = (await data<{ uscc: string }[]>(cwd, 'agency list'))[0]!
    expect(uscc).toBe(HAND)
  })

  it('standard input is read like a file and named -', async () => {
    const cwd = await at('roster')
    const ran = await here(cwd, 'complaint import - --json', { stdin: broken })
    expect(ran.code).toBe(3)
    expect((JSON.parse(ran.stdout) as { data: Imported }).data.problems).toMatchObject([
      { file: '-', line: 5 },
    ])
    expect((await here(cwd, 'complaint import -', { stdin: text('complaints') })).code).toBe(0)
    expect(await data(cwd, 'complaint list')).toHaveLength(5)
  })
})

describe('a workbook', () => {
  it('of the city brings the same agencies as the text file', async () => {
    const [a, b] = [await at('init'), await at('init')]
    const csv = await data<Imported>(a, `agency import ${join(SAMPLES, 'city', 'roster.csv')}`)
    const xlsx = await data<Imported>(b, `agency import ${join(SAMPLES, 'city', 'roster.xlsx')}`)
    expect([csv.encoding, xlsx.encoding]).toEqual(['gb18030', 'xlsx'])
    expect(xlsx.added).toBe(420)
    expect(await data(b, 'agency list')).toEqual(await data(a, 'agency list'))
    expect(await data(a, `agency import ${join(SAMPLES, 'city', 'roster.xlsx')}`)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 420,
    })
  })

  it('tells a fault by sheet and cell', async () => {
    const cwd = await at('init')
    const csv = set(text('roster'), 4, '有效期至', '2013-02-30')
    writeFileSync(join(cwd, 'r.xlsx'), await workbook(csv))
    const ran = await here(cwd, 'agency import r.xlsx')
    expect(ran.code).toBe(3)
    expect(ran.stderr).toContain('r.xlsx › 名录!I4')
    const { problems } = await data<Imported>(cwd, 'agency import r.xlsx', 3)
    expect(problems).toMatchObject([
      { file: 'r.xlsx', line: 4, column: '有效期至', cell: 'I4', sheet: '名录' },
    ])
  })
})

async function workbook(csv: string): Promise<Uint8Array> {
  const [header, ...rows] = csv
    .trimEnd()
    .split(/\r?\n/)
    .map(line => line.split(','))
  return writeXlsx([
    { name: '名录', columns: header!.map(h => ({ header: h, type: 'text' as const })), rows },
  ])
}

describe('--rejects', () => {
  const whole = text('roster')
  const broken = set(set(whole, 3, '有效期至', '2013-02-30'), 5, '机构类别', '别的')

  it('imports the good rows, hands back the bad ones with code and reason, and still exits with 3', async () => {
    const cwd = await at('init')
    writeFileSync(join(cwd, 'r.csv'), broken)
    const answer = await data<Imported>(cwd, 'agency import r.csv --rejects bad.csv', 3)
    expect(answer).toMatchObject({ batch: 1, rows: 5, added: 3, rejected: 2 })
    const lines = readFileSync(join(cwd, 'bad.csv'), 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe(`${whole.split(/\r?\n/)[0]},问题代码,问题说明`)
    expect(lines[1]).toContain('北京石榴籽样例人才服务有限公司')
    expect(lines[1]).toMatch(/CX1030,.*2013-02-30/)
    expect(lines[2]).toContain('CX1032')
  })

  it.each(['utf-8-bom', 'gb18030', 'xlsx'])(
    'in %s: what comes back in the same kind of file imports alone once corrected',
    async kind => {
      const [cwd, plain] = [await at('init'), await at('init')]
      const name = kind === 'xlsx' ? 'r.xlsx' : 'r.csv'
      const file = join(cwd, name)
      const bad = join(cwd, `bad-${name}`)
      if (kind === 'xlsx') writeFileSync(file, await workbook(broken))
      else
        writeFileSync(file, iconv.encode(broken, kind === 'gb18030' ? 'gb18030' : 'utf-8', { addBOM: true }))
      expect((await here(cwd, ['agency', 'import', file, '--rejects', bad])).code).toBe(3)
      const repair = (cells: string) => cells.replace('2013-02-30', '2016-05-31').replace('别的', '公共')
      if (kind === 'xlsx') {
        const { value } = await readWorkbook(readFileSync(bad), 'bad.xlsx')
        const csv = [value!.header, ...value!.rows.map(r => r.cells)].map(cells => repair(cells.join(',')))
        writeFileSync(bad, await workbook(csv.join('\n')))
      } else {
        const encoding = kind === 'gb18030' ? 'gb18030' : 'utf-8'
        const csv = iconv.decode(readFileSync(bad), encoding)
        expect(csv).toContain('北京石榴籽样例人才服务有限公司')
        writeFileSync(bad, iconv.encode(repair(csv), encoding))
      }
      expect(await data<Imported>(cwd, ['agency', 'import', bad])).toMatchObject({ added: 2, rejected: 0 })
      writeFileSync(join(plain, 'r.csv'), whole)
      await done(plain, 'agency import r.csv')
      const byCode = (rows: { uscc: string; id: number }[]) =>
        rows.map(({ id: _id, ...rest }) => rest).sort((x, y) => x.uscc.localeCompare(y.uscc))
      expect(byCode(await data(cwd, 'agency list'))).toEqual(byCode(await data(plain, 'agency list')))
    },
  )

  it('hands back every row of a score sheet that holds no rating', async () => {
    const cwd = await at('opened')
    const row = (rater: string, rest: string) => `2013,beijing-2013,${HAND},专家评价,${rater},${rest}`
    const lines = ['评估年度,方案,统一社会信用代码,评价主体,评价人,指标号,得分']
    lines.push(row('专家8', '6,'), row('专家9', '6,3'), row('专家8', '18,'), row('专家9', '18,'))
    writeFileSync(join(cwd, 'long.csv'), lines.join('\n'))
    const answer = await data<Imported>(cwd, 'evaluation import long.csv --rejects bad.csv', 3)
    expect(answer).toMatchObject({ rows: 4, added: 1, rejected: 2 })
    expect(answer.problems.map(p => [p.code, p.line])).toEqual([
      ['CX1068', 2],
      ['CX1068', 4],
    ])
    expect(readFileSync(join(cwd, 'bad.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(3)
  })

  it.each(['--rejects', '--report'])('%s - is standard output, not a file of that name', async option => {
    const cwd = await at('init')
    writeFileSync(join(cwd, 'r.csv'), broken)
    const ran = await here(cwd, ['agency', 'import', 'r.csv', option, '-'])
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain('2013-02-30')
    expect(existsSync(join(cwd, '-'))).toBe(false)
  })

  it('writes no file when every row is good', async () => {
    const cwd = await at('init')
    await done(cwd, ['agency', 'import', five('roster'), '--rejects', 'bad.csv'])
    expect(() => readFileSync(join(cwd, 'bad.csv'))).toThrow('ENOENT')
  })

  it.each(['--rejects', '--report', '-o'])(
    'leaves the database alone when the file of %s is there already',
    async option => {
      const cwd = await at('init')
      writeFileSync(join(cwd, 'r.csv'), broken)
      writeFileSync(join(cwd, 'taken'), 'mine')
      const before = sha256(join(cwd, 'chengxin.db'))
      const more = option === '--rejects' ? [] : ['--rejects', 'bad.csv']
      const ran = await here(cwd, ['agency', 'import', 'r.csv', option, 'taken', ...more])
      expect(ran.code).toBe(5)
      expect(readFileSync(join(cwd, 'taken'), 'utf8')).toBe('mine')
      expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    },
  )
})

describe('a file that comes again', () => {
  it('under another name is the same file: exit 0, no batch, and it says so', async () => {
    const cwd = await at('roster')
    writeFileSync(join(cwd, 'copy.csv'), readFileSync(five('roster')))
    const ran = await done(cwd, 'agency import copy.csv')
    expect(ran.stdout).toContain('与第 1 批导入的文件完全相同，没有改动')
    expect((await data<{ command: string }[]>(cwd, 'log list')).map(e => e.command)).toEqual([
      'init',
      'agency import',
    ])
  })

  it('with one cell changed changes one row and shows the field before and after', async () => {
    const cwd = await at('roster')
    writeFileSync(join(cwd, 'r.csv'), set(text('roster'), 2, '从业人员数', '45'))
    const answer = await data<Imported & { changes: unknown[] }>(cwd, 'agency import r.csv')
    expect(answer).toMatchObject({ batch: 2, added: 0, changed: 1, unchanged: 4 })
    expect(answer.changes).toEqual([
      {
        what: '北京晴禾样例人力资源有限公司',
        field: 'staff_count',
        header: '从业人员数',
        before: '42',
        after: '45',
      },
    ])
  })

  it('brings the rows it was refused for the first time, once their cause is gone', async () => {
    const cwd = await at('roster')
    const later = '91110000CXYL0128XL'
    const csv = `${ACTIVITIES}${later},北京华杉样例职业介绍有限公司,培训,法规培训,2013-03-01,41,,\n`
    writeFileSync(join(cwd, 'a.csv'), csv)
    await here(cwd, 'activity import a.csv --rejects bad.csv')
    await done(cwd, `agency import ${join(SAMPLES, 'city', 'roster.csv')}`)
    expect(await data<unknown[]>(cwd, 'activity list')).toHaveLength(2)
    await here(cwd, 'activity import a.csv')
    expect(await data<unknown[]>(cwd, 'activity list')).toHaveLength(3)
  })
})

describe('metrics', () => {
  const [head = '', profit = ''] = METRICS.split('\n')
  const agency = `${HAND},北京晴禾样例人力资源有限公司`
  const bring = async (csv: string) => {
    const cwd = await at('roster')
    writeFileSync(join(cwd, 'metrics.csv'), csv)
    return { cwd, told: await here(cwd, 'metric import metrics.csv --json') }
  }

  it('are listed with a canonical period, an exact value and the unit as written', async () => {
    const { cwd } = await bring(METRICS)
    expect(await data(cwd, 'metric list')).toEqual([
      {
        id: 1,
        uscc: HAND,
        agency_name: '北京晴禾样例人力资源有限公司',
        district_code: '110105',
        district: '朝阳区',
        metric: 'net_profit',
        period: '2012',
        value: '-12.5',
        unit: '万元',
        source: '年报',
        subject: null,
        subject_id: null,
        note: null,
      },
      expect.objectContaining({ metric: 'service_count', period: '2012', value: '1200', unit: null }),
    ])
    const { stdout } = await done(cwd, '指标数据 list --format csv')
    expect(stdout).toContain('净利润,2012,-12.5,万元,年报')
    expect(await data(cwd, 'status')).toMatchObject({ counts: { metric: 2 } })
    expect(await data(cwd, `agency show ${HAND}`)).toMatchObject({ records: { metric: 2 } })
  })

  it('of one name and period are one record, whatever word and form they are written in', async () => {
    const { cwd } = await bring(METRICS)
    writeFileSync(join(cwd, 'again.csv'), `${head}\n${agency},年度净利润,2012年,-12.6,万元,年报\n`)
    const again = await data<{ changes: object[] }>(cwd, 'metric import again.csv')
    expect(again).toMatchObject({ added: 0, changed: 1 })
    expect(again.changes).toMatchObject([
      {
        what: '北京晴禾样例人力资源有限公司 净利润 2012',
        field: 'value',
        header: '数值',
        before: '-12.5',
        after: '-12.6',
      },
    ])
    await done(cwd, 'import undo 3')
    expect(await data(cwd, 'metric list')).toMatchObject([{ value: '-12.5' }, {}])
  })

  it('keep the agency from being taken back with its roster', async () => {
    const { cwd } = await bring(METRICS)
    const ran = await here(cwd, 'import undo 1')
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('指标数据 2 条已引用它')])
  })

  it.each([
    ['money without a unit', '净利润,2012,5,,', 'CX1039', 'metric'],
    ['money in a unit that no rule knows', '净利润,2012,5,美元,', 'CX1032', 'unit'],
    ['a count below zero', '服务人次,2012,-1,人次,', 'CX1034', 'value'],
    ['no number', '净利润,2012,亏损,元,', 'CX1033', 'value'],
    ['more digits than are kept', '净利润,2012,1234567890,元,', 'CX1081', 'value'],
    ['a period to come', '净利润,2014,5,元,', 'CX1038', 'period'],
    ['no period', '净利润,,5,元,', 'CX1023', 'period'],
  ])('refuse %s', async (_, cells, code, field) => {
    const { cwd, told } = await bring(`${head}\n${agency},${cells}\n`)
    expect(told.code).toBe(3)
    const answer = JSON.parse(told.stdout) as { data: Imported }
    expect(answer.data.problems).toMatchObject([{ code, field, line: 2 }])
    expect(await data(cwd, 'metric list')).toEqual([])
  })

  it('of a year that is not over come in with a warning; names that no rule knows come in as they are', async () => {
    const rows = [`${agency},净利润,2013,5,元,`, `${agency},招聘会场次,2013Q3,4.25,场,`]
    const { cwd, told } = await bring([head, ...rows].join('\n'))
    expect(told.code, told.stderr).toBe(0)
    const answer = JSON.parse(told.stdout) as { warnings: Found[] }
    expect(answer.warnings).toMatchObject([{ code: 'CX1082', line: 2, field: 'period' }])
    expect(await data(cwd, 'metric list')).toMatchObject([
      {},
      { metric: '招聘会场次', period: '2013-Q3', value: '4.25', unit: '场' },
    ])
  })

  it('are told in English where English is asked for', async () => {
    const { cwd } = await bring(`${head}\n${profit.replace('2012', '去年')}\n`)
    const ran = await here(cwd, '--lang en metric import metrics.csv')
    expect(ran.stderr).toContain('The period is not understood: 去年')
  })
})

describe('personal data', () => {
  it('of complainants stays in the file and out of lists, listings of changes and rows', async () => {
    const cwd = await at('roster')
    const named = set(set(text('complaints'), 2, '投诉人', '赵样例'), 2, '联系方式', '010-00001234')
    writeFileSync(join(cwd, 'c.csv'), named)
    await done(cwd, 'complaint import c.csv')
    writeFileSync(join(cwd, 'd.csv'), set(named, 2, '投诉人', '钱样例'))
    const changed = await done(cwd, 'complaint import d.csv --json')
    const listed = await done(cwd, 'complaint list --json')
    const csv = await done(cwd, 'complaint list --format csv')
    for (const { stdout } of [changed, listed, csv]) expect(stdout).not.toMatch(/赵样例|钱样例|010-00001234/)
    expect((JSON.parse(changed.stdout) as { data: Imported }).data.changed).toBe(1)
  })
})

describe('stage files', () => {
  it('start from the folder of the run: a relative path and its base name are the same file', async () => {
    const cwd = folder(true)
    await done(cwd, 'init')
    await done(cwd, 'agency import samples/five/roster.csv')
    const log = await data<{ summary: { file: string } }[]>(cwd, 'log list')
    expect(log[1]!.summary.file).toBe(basename(five('roster')))
  })
})
