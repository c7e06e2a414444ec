// Places as a file gives them: laid over the official table, told where they depart from it, taken back.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { at, data, done, here, SAMPLES, sha256 } from './run.ts'

interface Imported {
  batch: number | null
  changed: number
  unchanged: number
  rows: number
  problems: { code: string; line: number; column: string; value: string }[]
  changes: { what: string; header: string; before: string | null; after: string | null }[]
}
interface Quota {
  rows: { unit: string; seats: number; official_seats: number }[]
  total: number
}

const HEAD = '区划代码,推荐范围,推荐名额,备注'
function file(cwd: string, ...lines: string[]): string {
  writeFileSync(join(cwd, 'q.csv'), `${[HEAD, ...lines].join('\r\n')}\r\n`)
  return 'q.csv'
}

it('the table of the notice changes no place, only where it came from', async () => {
  const cwd = await at('init')
  const done = await data<Imported>(cwd, ['quota', 'import', join(SAMPLES, 'city', 'quota.csv')])
  expect(done).toMatchObject({ batch: 1, rows: 19, changed: 18, problems: [] })
  expect(done.changes.every(c => c.header === '备注')).toBe(true)
  const quota = await data<Quota>(cwd, 'quota show')
  expect(quota.total).toBe(130)
  expect(quota.rows.every(r => r.seats === r.official_seats)).toBe(true)
})

it('another number counts, is warned of, shown beside the official one, and can be taken back', async () => {
  const cwd = await at('init')
  const csv = file(cwd, '110105,朝阳区,28,市局调整', ',合计,28,')
  const ran = await done(cwd, ['quota', 'import', csv])
  expect(ran.stderr).toContain('提醒[CX1090] 朝阳区 名额 28，与方案文件所列 30 不同')
  expect(ran.stderr).toContain('q.csv:2:推荐名额')
  const shown = await done(cwd, 'quota show')
  expect(shown.stdout).toMatch(/110105 +朝阳区 +28 +30 +14/)
  expect((await data<Quota>(cwd, 'quota show')).total).toBe(128)
  await done(cwd, 'import undo 1')
  const after = await data<Quota>(cwd, 'quota show')
  expect(after.total).toBe(130)
  await done(cwd, 'log verify')
})

it.each([
  ['a row of totals that is not the sum', ['110105,朝阳区,28,', ',合计,30,'], 'CX1091', 3, '推荐名额', '30'],
  ['a jurisdiction twice', ['110105,朝阳区,28,', '110105,,29,'], 'CX1052', 3, '推荐范围', ''],
  ['one that does not exist', [',朝阳县,28,'], 'CX1054', 2, '推荐范围', '朝阳县'],
  ['name and code of two', ['110106,朝阳区,28,'], 'CX1055', 2, '区划代码', '110106'],
  ['a negative number', ['110105,朝阳区,-1,'], 'CX1034', 2, '推荐名额', '-1'],
  ['no number', ['110105,朝阳区,,'], 'CX1023', 2, '推荐名额', ''],
] as const)('%s is refused at its place', async (_, lines, code, line, column, value) => {
  const cwd = await at('init')
  const csv = file(cwd, ...lines)
  const before = sha256(join(cwd, 'chengxin.db'))
  const ran = await here(cwd, ['quota', 'import', csv, '--json'])
  expect([ran.code, sha256(join(cwd, 'chengxin.db'))]).toEqual([3, before])
  const { problems } = (JSON.parse(ran.stdout) as { data: Imported }).data
  expect(problems).toMatchObject([{ code, line, column, value }])
})
