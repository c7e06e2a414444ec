// A plate number is given once: in one file, on file, by hand; the honors of windows and persons; plates outstanding.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, data, done, HAND, here, sha256 } from './run.ts'

const NAME = '北京晴禾样例人力资源有限公司'
const HEAD = '证书编号,统一社会信用代码,持有者,荣誉名称,授予日期,标牌编号'

/** Rows of [certificate, plate], all honors of one agency. */
function write(cwd: string, rows: readonly (readonly [string, string])[], head = HEAD): void {
  const lines = rows.map(([cert, plate]) => `${cert},${HAND},${NAME},诚信品牌,2013-10-01,${plate}`)
  writeFileSync(join(cwd, 'h.csv'), [head, ...lines].join('\n'))
}

interface Imported {
  added: number
  changed: number
  unchanged: number
  rejected: number
  problems: { code: string; line: number; column: string; message: string }[]
}

const brief = ({ problems }: Imported) => problems.map(p => `${p.code} ${p.line} ${p.column}`)

/** What is on file: certificate -> plate. */
const plates = async (cwd: string) =>
  Object.fromEntries(
    (await data<{ cert_no: string; plate_no: string | null }[]>(cwd, 'honor list')).map(h => [
      h.cert_no,
      h.plate_no,
    ]),
  )

describe('in one file', () => {
  it('both rows are named, and nothing is imported', async () => {
    const cwd = await at('records')
    write(cwd, [
      ['甲', 'P-90'],
      ['乙', 'P-91'],
      ['丙', 'P-90'],
    ])
    const before = sha256(join(cwd, 'chengxin.db'))
    const outcome = await data<Imported>(cwd, 'honor import h.csv', 3)
    expect(brief(outcome)).toEqual(['CX1151 4 标牌编号'])
    expect(outcome.problems[0]!.message).toContain('P-90 与第 2 行相同')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('however it is spaced or how wide; stored without', async () => {
    const cwd = await at('records')
    write(cwd, [
      ['甲', 'P-90'],
      ['乙', '　Ｐ－ 90 '],
      ['丙', 'P - 91'],
    ])
    expect(brief(await data<Imported>(cwd, 'honor import h.csv', 3))).toEqual(['CX1151 3 标牌编号'])
    write(cwd, [['丙', 'Ｐ - 91']])
    await done(cwd, 'honor import h.csv')
    expect((await plates(cwd)).丙).toBe('P-91')
  })

  it('with --rejects, neither comes in, and the rest does', async () => {
    const cwd = await at('records')
    write(cwd, [
      ['甲', 'P-90'],
      ['乙', 'P-91'],
      ['丙', 'P-90'],
    ])
    const outcome = await data<Imported>(cwd, 'honor import h.csv --rejects r.csv', 3)
    expect([outcome.added, brief(outcome)]).toEqual([1, ['CX1151 2 标牌编号', 'CX1151 4 标牌编号']])
    expect(readFileSync(join(cwd, 'r.csv'), 'utf8').match(/CX1151/g)).toHaveLength(2)
    expect(await plates(cwd)).toMatchObject({ 乙: 'P-91' })
    expect(Object.keys(await plates(cwd))).not.toContain('甲')
  })

  it('the same honor twice is told once, as a row that repeats', async () => {
    const cwd = await at('records')
    write(cwd, [
      ['甲', 'P-90'],
      ['甲', 'P-90'],
    ])
    const { problems } = await data<Imported>(cwd, 'honor import h.csv', 3)
    expect(problems.map(p => p.code)).toEqual(['CX1052'])
  })

  it('honors without a plate share nothing', async () => {
    const cwd = await at('records')
    write(cwd, [
      ['甲', ''],
      ['乙', ''],
    ])
    expect((await data<Imported>(cwd, 'honor import h.csv')).added).toBe(2)
  })
})

describe('on file', () => {
  it('the other honor, its holder and its number are named', async () => {
    const cwd = await at('records')
    write(cwd, [['甲', 'P-0002']])
    const { problems } = await data<Imported>(cwd, 'honor import h.csv', 3)
    expect(problems.map(p => `${p.code} ${p.line}`)).toEqual(['CX1151 2'])
    expect(problems[0]!.message).toContain('P-0002 已属于北京东篱样例劳务派遣有限公司：YL-004')
  })

  it('a plate stays given when its honor was revoked and the plate came back', async () => {
    const cwd = await at('records')
    writeFileSync(
      join(cwd, 'back.csv'),
      '证书编号,统一社会信用代码,持有者,荣誉名称,授予日期,标牌收回日期\nYL-005,52110228CXJG000587,密云样例职业介绍服务社,诚信示范单位,2012-12-01,2013-10-09\n',
    )
    await done(cwd, 'honor import back.csv')
    write(cwd, [['甲', 'P-0003']])
    expect(brief(await data<Imported>(cwd, 'honor import h.csv', 3))).toEqual(['CX1151 2 标牌编号'])
  })

  it('an honor keeps its own; its row once more changes nothing', async () => {
    const cwd = await at('records')
    write(cwd, [['甲', 'P-90']])
    await done(cwd, 'honor import h.csv')
    write(cwd, [
      ['甲', 'P-90'],
      ['乙', 'P-91'],
    ])
    expect(await data<Imported>(cwd, 'honor import h.csv')).toMatchObject({ added: 1, unchanged: 1 })
  })

  it('two honors whose plates were exchanged are put right by one file', async () => {
    const cwd = await at('records')
    write(cwd, [
      ['甲', 'P-91'],
      ['乙', 'P-90'],
    ])
    await done(cwd, 'honor import h.csv')
    write(cwd, [
      ['甲', 'P-90'],
      ['乙', 'P-91'],
    ])
    expect(await data<Imported>(cwd, 'honor import h.csv')).toMatchObject({ changed: 2, rejected: 0 })
    expect(await plates(cwd)).toMatchObject({ 甲: 'P-90', 乙: 'P-91' })
  })

  it('a row handed back frees nothing: what another row took from it is handed back too', async () => {
    const cwd = await at('records')
    write(cwd, [
      ['甲', 'P-90'],
      ['乙', 'P-91'],
    ])
    await done(cwd, 'honor import h.csv')
    // 甲 would take a plate that stays elsewhere, 乙 that of 甲, 丙 that of 乙; 丁 takes nobody's.
    write(cwd, [
      ['丙', 'P-91'],
      ['乙', 'P-90'],
      ['甲', 'P-0002'],
      ['丁', 'P-92'],
    ])
    const outcome = await data<Imported>(cwd, 'honor import h.csv --rejects r.csv', 3)
    expect([outcome.added, outcome.changed, brief(outcome)]).toEqual([
      1,
      0,
      ['CX1151 2 标牌编号', 'CX1151 3 标牌编号', 'CX1151 4 标牌编号'],
    ])
    expect(await plates(cwd)).toMatchObject({ 甲: 'P-90', 乙: 'P-91', 丁: 'P-92' })
  })

  it('a file without plates leaves them as they are', async () => {
    const cwd = await at('records')
    writeFileSync(
      join(cwd, 'h.csv'),
      '证书编号,统一社会信用代码,持有者,荣誉名称,授予日期,有效期至\nYL-004,91110101CXJG000315,北京东篱样例劳务派遣有限公司,诚信服务品牌,2011-05-01,2013-05-30\n',
    )
    expect(await data<Imported>(cwd, 'honor import h.csv')).toMatchObject({ changed: 1 })
    expect(await plates(cwd)).toMatchObject({ 'YL-004': 'P-0002' })
  })
})

describe('by hand', () => {
  const add = ['honor', 'add', '--agency', HAND, '--title', '诚信示范单位', '--granted-on', '2013-10-08']

  it.each(['P-0003', 'Ｐ－０００３', 'P - 0003'])(
    '%s is refused, and the file stays as it is',
    async plate => {
      const cwd = await at('records')
      const before = sha256(join(cwd, 'chengxin.db'))
      const ran = await here(cwd, [...add, '--plate-no', plate])
      expect([ran.code, ran.stdout]).toEqual([3, ''])
      expect(ran.stderr).toMatch(/CX1151.*P-0003 已属于密云样例职业介绍服务社：YL-005[\s\S]*位置：--plate-no/)
      expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
      const english = await here(cwd, [...add, '--plate-no', plate], { env: { CHENGXIN_LANG: 'en' } })
      expect(english.stderr).toContain('P-0003 belongs to 密云样例职业介绍服务社 already: YL-005')
    },
  )

  it('a window and a person have honors, of an agency or of none', async () => {
    const cwd = await at('records')
    const of = ['--title', '诚信服务窗口', '--granted-on', '2013-10-08']
    const holders = [
      ['--holder-kind', '窗口', '--holder', '朝阳区服务大厅一号窗口', '--plate-no', 'P-0901'],
      ['--holder-kind', '个人', '--holder', '样例员工丙', '--agency', HAND],
    ]
    for (const holder of holders) await done(cwd, ['honor', 'add', ...of, ...holder])
    const listed = await data<Record<string, unknown>[]>(cwd, 'honor list --from 2013-10-08 --to 2013-10-08')
    expect(listed).toMatchObject([
      { holder: '朝阳区服务大厅一号窗口', holder_kind: 'window', uscc: null, plate_no: 'P-0901' },
      { holder: '样例员工丙', holder_kind: 'person', uscc: HAND },
    ])
    const again = await here(cwd, [...add, '--plate-no', 'P-0901'])
    expect(again.stderr).toContain('已属于朝阳区服务大厅一号窗口')
    const nobody = await here(cwd, ['honor', 'add', '--holder-kind', '窗口', ...of])
    expect([nobody.code, nobody.stderr]).toEqual([3, expect.stringMatching(/CX1023[\s\S]*位置：--holder/)])
  })
})

it('plates outstanding are those of revoked honors until the day they came back', async () => {
  const cwd = await at('records')
  const outstanding = async (today: string) =>
    (await data<{ cert_no: string }[]>(cwd, `--today ${today} honor list --state plate_outstanding`)).map(
      h => h.cert_no,
    )
  expect(await outstanding('2013-11-04')).toEqual(['YL-005'])
  expect(await outstanding('2013-10-07')).toEqual([])
  writeFileSync(
    join(cwd, 'back.csv'),
    '证书编号,统一社会信用代码,持有者,荣誉名称,授予日期,标牌收回日期\nYL-005,52110228CXJG000587,密云样例职业介绍服务社,诚信示范单位,2012-12-01,2013-10-20\n',
  )
  await done(cwd, 'honor import back.csv')
  expect(await outstanding('2013-10-19')).toEqual(['YL-005'])
  expect(await outstanding('2013-10-20')).toEqual([])
})
