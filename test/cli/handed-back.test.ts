// Taking back and handing back, as reviews of the program found them wanting: undo in any order, past a run, past a
// number that was given on; rejects that are kept before anything is committed, and that stay refused uncorrected.
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '../../src/formats/xlsx.ts'
import { readWorkbook } from '../formats/read-all.ts'
import { at, data, done, five, HAND, here, sha256 } from './run.ts'

const HEAD = '机构名称,统一社会信用代码,机构类别,推荐范围,许可证编号'
const OTHER = '91110108CXJG00023F'
const row = (name: string, uscc: string, license: string) => `${name},${uscc},经营性,朝阳区,${license}`

function file(cwd: string, name: string, ...lines: string[]): string {
  writeFileSync(join(cwd, name), `${lines.join('\r\n')}\r\n`)
  return name
}

interface Imported {
  batch: number | null
  added: number
  changed: number
  rejected: number
  problems: { code: string; line: number; column?: string }[]
  missing: { name: string }[]
}

describe('undo', () => {
  it('goes back batch by batch, the latest first', async () => {
    const cwd = await at('init')
    await done(cwd, `agency import ${file(cwd, '1.csv', HEAD, row('甲', HAND, 'L1'))}`)
    await done(cwd, `agency import ${file(cwd, '2.csv', HEAD, row('甲', HAND, 'L2'))}`)
    expect((await here(cwd, 'import undo 1')).code).toBe(5)
    for (const line of ['import undo 2', 'import undo 1', 'log verify']) await done(cwd, line)
    expect(await data<unknown[]>(cwd, 'agency list')).toEqual([])
  })

  it('is refused while a number that it would restore is another agency’s', async () => {
    const cwd = await at('init')
    const steps = [row('甲', HAND, 'L1'), row('甲', HAND, 'L2'), row('乙', OTHER, 'L1')]
    for (const [i, line] of steps.entries())
      await done(cwd, `agency import ${file(cwd, `${i}.csv`, HEAD, line)}`)
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, 'import undo 2')
    expect([ran.code, sha256(join(cwd, 'chengxin.db'))]).toEqual([5, before])
    expect(ran.stderr).toContain('错误[CX5017] 第 2 批不能撤回：日志第 4 条又改动过')
    for (const line of ['import undo 3', 'import undo 2']) await done(cwd, line)
  })

  it('of a roster discards the results of a run that is not finalized', async () => {
    const cwd = await at('roster')
    await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
    await done(cwd, 'evaluation run')
    const ran = await done(cwd, 'import undo 1')
    expect(ran.stderr).toContain('评估批次 1 的结果随之作废')
    await done(cwd, 'log verify')
    expect((await here(cwd, 'evaluation show')).code).toBe(5)
  })

  it.each([1, 2, 3, 4, 5, 6])('of batch %i is refused once an evaluation rests on it', async batch => {
    const cwd = await at('finalized')
    const ran = await here(cwd, `import undo ${batch}`)
    expect(ran.code).toBe(5)
    expect(ran.stderr).toContain('CX3005')
  })
})

describe('rejects', () => {
  const bad = [HEAD, row('甲', HAND, 'L1'), row('乙', '123', 'L2')]

  it.each([
    ['a folder where nothing can be made', '/proc/r.csv', 1],
    ['a name that is too long', `${'长'.repeat(100)}.csv`, 1],
    ['the file of the report', 'both.csv', 2],
    ['the database', 'chengxin.db', 2],
    ['the input', 'bad.csv', 2],
    ['the input under another name', 'link.csv', 2],
  ])('that cannot be kept in %s keep the good rows out too', async (_, target, code) => {
    const cwd = await at('init')
    const csv = file(cwd, 'bad.csv', ...bad)
    symlinkSync(join(cwd, csv), join(cwd, 'link.csv'))
    const before = [sha256(join(cwd, 'chengxin.db')), sha256(join(cwd, csv))]
    const line = ['agency', 'import', csv, '--rejects', target, '--report', 'both.csv', '--force']
    const ran = await here(cwd, line)
    expect(ran.code).toBe(code)
    expect([sha256(join(cwd, 'chengxin.db')), sha256(join(cwd, csv))]).toEqual(before)
    expect(await data<unknown[]>(cwd, 'import list')).toEqual([])
  })

  it('make no batch where no row is good', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'bad.csv', HEAD, bad[2]!)
    const ran = await here(cwd, `agency import ${csv} --rejects r.csv`)
    expect([ran.code, existsSync(join(cwd, 'r.csv'))]).toEqual([3, true])
    expect(ran.stdout).toContain('没有可写入的行；共 1 行，新增 0、变更 0、不变 0、退回 1')
    expect(await data<unknown[]>(cwd, 'import list')).toEqual([])
  })

  it('keep what a row has too much of, and stay refused until that is sorted out', async () => {
    const cwd = await at('init')
    const lines = ['机构名称,机构类别,推荐范围,住所地址,联系电话', '甲公司,经营性,朝阳区,样例路1号,2层,010-1']
    await here(cwd, `agency import ${file(cwd, 's.csv', ...lines)} --rejects r.csv`)
    expect(readFileSync(join(cwd, 'r.csv'), 'utf8')).toContain('样例路1号,2层,010-1,CX1006')
    const again = await data<Imported>(cwd, 'agency import r.csv', 3)
    expect(again.problems.map(p => [p.code, p.line])).toEqual([['CX1006', 2]])
  })

  it('of a workbook keep what Excel spoiled spoiled', async () => {
    const cwd = await at('init')
    const columns = HEAD.split(',').map((header, i) => ({
      header,
      type: i === 4 ? ('int' as const) : ('text' as const),
    }))
    const rows = [['甲', HAND, '经营性', '朝阳区', 12345678901234600]]
    writeFileSync(join(cwd, 'x.xlsx'), await writeXlsx([{ name: '名录', columns, rows }]))
    await here(cwd, 'agency import x.xlsx --rejects r.xlsx')
    const { value } = await readWorkbook(readFileSync(join(cwd, 'r.xlsx')), 'r.xlsx')
    expect(value!.rows[0]!.cells[4]).toBe('1.23456789012346E+16')
    const again = await data<Imported>(cwd, 'agency import r.xlsx', 3)
    expect(again.problems.map(p => p.code)).toEqual(['CX1046'])
  })

  it('a dry run tells the same counts as the real one', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'bad.csv', ...bad)
    const refused = await data<Imported>(cwd, `agency import ${csv} --dry-run`, 3)
    expect(refused).toMatchObject({ added: 0, rejected: 1 })
    const dry = await here(cwd, `agency import ${csv} --dry-run --rejects r.csv`)
    expect(dry.stdout).toContain('新增 1、变更 0、不变 0、退回 1；没有写入')
    expect(existsSync(join(cwd, 'r.csv'))).toBe(false)
  })
})

describe('outputs', () => {
  it.each(['agency list -o chengxin.db --force', 'agency export -o chengxin.db --force'])(
    'never take the place of the database: %s',
    async line => {
      const cwd = await at('roster')
      const before = sha256(join(cwd, 'chengxin.db'))
      expect([(await here(cwd, line)).code, sha256(join(cwd, 'chengxin.db'))]).toEqual([2, before])
    },
  )

  it('are workbooks where their name says so', async () => {
    const cwd = await at('roster')
    await done(cwd, 'agency export -o e.xlsx')
    const { value } = await readWorkbook(readFileSync(join(cwd, 'e.xlsx')), 'e.xlsx')
    expect(value!.rows).toHaveLength(5)
  })

  it('leave out personal data also where changes are shown', async () => {
    const cwd = await at('records')
    expect((await here(cwd, 'import show 2 --json')).stdout).not.toMatch(/complainant|某求职者|"contact"/)
  })
})

describe('rows', () => {
  it('of one agency by code and by license are one, or cannot be told', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'a.csv', HEAD, row('甲', HAND, ''), row('甲', '', 'L1'))
    const { problems } = await data<Imported>(cwd, `agency import ${csv}`, 3)
    expect(problems.map(p => [p.code, p.line])).toEqual([['CX1052', 3]])
  })

  it('with license and name of two agencies are no one’s', async () => {
    const cwd = await at('init')
    const two = [row('甲', HAND, 'L1'), `乙,${OTHER},经营性,海淀区,L2`]
    await done(cwd, `agency import ${file(cwd, 'a.csv', HEAD, ...two)}`)
    const { problems } = await data<Imported>(
      cwd,
      `agency import ${file(cwd, 'b.csv', HEAD, row('甲', '', 'L2'))}`,
      3,
    )
    expect(problems.map(p => p.code)).toContain('CX1051')
  })

  it('that are refused are not missing from the file', async () => {
    const cwd = await at('init')
    await done(
      cwd,
      `agency import ${file(cwd, 'a.csv', HEAD, row('甲', HAND, 'L1'), row('乙', OTHER, 'L2'))}`,
    )
    const csv = file(cwd, 'b.csv', HEAD, `甲,${HAND},没有的,朝阳区,L1`, row('丙', '', 'L3'))
    const ran = await data<Imported>(cwd, `agency import ${csv} --rejects r.csv`, 3)
    expect(ran.missing.map(a => a.name)).toEqual(['乙'])
  })

  it('that end too early erase nothing', async () => {
    const cwd = await at('init')
    await done(cwd, `agency import ${file(cwd, 'a.csv', HEAD, row('甲', HAND, 'L1'))}`)
    const head = `${HEAD},联系电话`
    await done(cwd, `agency import ${file(cwd, 'b.csv', head, `${row('甲', HAND, 'L1')},010-1`)}`)
    const ran = await done(cwd, `agency import ${file(cwd, 'c.csv', head, `甲二,${HAND},经营性,朝阳区`)}`)
    expect(ran.stderr).toContain('提醒[CX1019] 本行只有 4 格，表头有 6 列')
    const { changes } = await data<{ changes: { after: object }[] }>(cwd, 'import show 3')
    expect(changes[0]!.after).toMatchObject({ name: '甲二', license_no: 'L1', phone: '010-1' })
  })

  it('of one number and two agencies do not take each other’s place', async () => {
    const cwd = await at('roster')
    const head = '投诉编号,收到日期,被投诉机构,统一社会信用代码,类别'
    await done(
      cwd,
      `complaint import ${file(cwd, 'a.csv', head, `001,2013-01-05,北京晴禾样例人力资源有限公司,${HAND},其他`)}`,
    )
    const csv = file(cwd, 'b.csv', head, `001,2013-02-05,北京石榴籽样例人才服务有限公司,${OTHER},虚假信息`)
    const ran = await here(cwd, `complaint import ${csv}`)
    expect(ran.code).toBe(3)
    expect(ran.stderr).toContain(
      '错误[CX1092] 编号 001 已有记录，属于另一家机构：北京晴禾样例人力资源有限公司',
    )
    expect(ran.stderr).toContain('b.csv:2:投诉编号')
  })

  it('under a title of two cells are found by their headers', async () => {
    const cwd = await at('init')
    const csv = file(
      cwd,
      'a.csv',
      '填报单位：样例;;填报日期：2013-11-01;;',
      HEAD.replaceAll(',', ';'),
      row('甲', HAND, 'L1').replaceAll(',', ';'),
    )
    expect(await data<Imported>(cwd, `agency import ${csv}`)).toMatchObject({ added: 1 })
  })
})

it('a name cannot turn the terminal upside down', async () => {
  const cwd = await at('init')
  mkdirSync(join(cwd, 'd'))
  const name = 'd/a\u001b[31mb\nc.csv'
  writeFileSync(join(cwd, name), readFileSync(five('roster')))
  const ran = await done(cwd, ['agency', 'import', name])
  expect(ran.stdout).toContain('已导入 a\uFFFD[31mb\uFFFDc.csv')
  expect(ran.stdout + ran.stderr).not.toContain('\u001b')
})
