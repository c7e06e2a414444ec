// Every import is a batch: listed, shown row by row, taken back whole or refused with what was built on it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { at, data, done, five, HAND, here } from './run.ts'

const NAME = '北京晴禾样例人力资源有限公司'
const HEAD = '机构名称,统一社会信用代码,机构类别,推荐范围,联系电话,年检年份,年检结论'

async function second(): Promise<string> {
  const cwd = await at('roster')
  writeFileSync(join(cwd, 'r.csv'), `${HEAD}\r\n${NAME},${HAND},经营性,朝阳区,010-1,2013,合格\r\n`)
  await done(cwd, 'agency import r.csv')
  return cwd
}

/** All rows of the tables that an import may touch, as they stand. */
function rows(cwd: string): unknown[] {
  const db = new Database(join(cwd, 'chengxin.db'), { readonly: true })
  try {
    return ['agency', 'annual_check', 'inspection'].map(table => db.prepare(`SELECT * FROM ${table}`).all())
  } finally {
    db.close()
  }
}

describe('import list and show', () => {
  it('tell file, encoding and counts of every batch', async () => {
    expect(await data(await second(), 'import list')).toMatchObject([
      {
        batch: 1,
        kind: 'agency',
        file: 'roster.csv',
        encoding: 'utf-8-bom',
        rows: 5,
        added: 5,
        undone: false,
      },
      { batch: 2, kind: 'agency', file: 'r.csv', encoding: 'utf-8', rows: 1, changed: 1, undone: false },
    ])
  })

  it('show each row before and after, with its line', async () => {
    const { changes } = await data<{ changes: { table: string; line: number; before: unknown }[] }>(
      await second(),
      'import show 2',
    )
    expect(changes).toMatchObject([
      { table: 'agency', line: 2, before: { phone: '010-00000001' }, after: { phone: '010-1' } },
      { table: 'annual_check', line: 2, before: null, after: { year: 2013, result: 'passed' } },
    ])
  })

  it('name the batches there are when one is not', async () => {
    const ran = await here(await second(), 'import show 7')
    expect([ran.code, ran.stderr]).toEqual([4, expect.stringContaining('1、2')])
  })
})

describe('import undo', () => {
  it('restores exactly what was before, added rows and changed ones', async () => {
    const cwd = await at('roster')
    const before = rows(cwd)
    writeFileSync(join(cwd, 'r.csv'), `${HEAD}\r\n${NAME},${HAND},经营性,朝阳区,010-1,2013,合格\r\n`)
    await done(cwd, 'agency import r.csv')
    await done(cwd, `inspection import ${five('inspection')}`)
    await done(cwd, 'import undo 3')
    await done(cwd, 'import undo 2')
    expect(rows(cwd)).toEqual(before)
    await done(cwd, 'log verify')
    expect(await data(cwd, 'import list')).toMatchObject([
      { undone: false },
      { undone: true },
      { undone: true },
    ])
  })

  it('lets the same file come in again', async () => {
    const cwd = await second()
    await done(cwd, 'import undo 2')
    expect(await data(cwd, 'agency import r.csv')).toMatchObject({ batch: 3, changed: 1 })
  })

  it('is refused when rows refer to what it brought, and says how many of which kind', async () => {
    const cwd = await at('records')
    const ran = await here(cwd, 'import undo 1')
    expect(ran.code).toBe(5)
    expect(ran.stderr).toContain('投诉举报 5 条')
    expect(ran.stderr).toContain('行政处罚 5 条')
  })

  it('is refused when a later import changed its rows again', async () => {
    const ran = await here(await second(), 'import undo 1')
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('日志第 3 条又改动过')])
  })

  it('is refused a second time, and for sheets of a finalized evaluation', async () => {
    const cwd = await second()
    await done(cwd, 'import undo 2')
    expect((await here(cwd, 'import undo 2')).stderr).toContain('CX5018')
    const ran = await here(await at('finalized'), 'import undo 6')
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('CX3005')])
  })
})

describe('agency history', () => {
  it('tells each field with who, when, file and line, oldest first', async () => {
    const changes = await data<{ header: string }[]>(await second(), `agency history ${HAND}`)
    expect(changes.filter(c => c.header === '联系电话')).toEqual([
      {
        at: '2013-11-04T00:00:00',
        operator: '测试员',
        reason: null,
        command: 'agency import',
        field: 'phone',
        header: '联系电话',
        before: null,
        after: '010-00000001',
        batch: 1,
        file: 'roster.csv',
        line: 2,
      },
      {
        at: '2013-11-04T00:00:00',
        operator: '测试员',
        reason: null,
        command: 'agency import',
        field: 'phone',
        header: '联系电话',
        before: '010-00000001',
        after: '010-1',
        batch: 2,
        file: 'r.csv',
        line: 2,
      },
    ])
    expect(changes.at(-1)).toMatchObject({ header: '2013年检结论', before: null, after: '合格' })
  })
})

it('what is made after a batch was taken back has no past of its own, though it gets the row of another', async () => {
  const cwd = await at('roster')
  const head = '处罚决定书文号,统一社会信用代码,机构名称,处罚机关,处罚种类,决定日期'
  writeFileSync(join(cwd, 'p.csv'), `${head}\r\nUU1,${HAND},${NAME},误录机关,吊销许可证件,2013-06-20\r\n`)
  const { batch } = await data<{ batch: number }>(cwd, 'penalty import p.csv')
  await done(cwd, `import undo ${batch}`)
  const given = '--decision-no UU2 --authority 样例局 --kind 警告 --decision-date 2013-10-01'
  await done(cwd, `penalty add --agency ${HAND} ${given}`)
  const { history } = await data<{ history: { command: string }[] }>(cwd, 'penalty show UU2')
  expect(new Set(history.map(h => h.command))).toEqual(new Set(['penalty add']))
})
