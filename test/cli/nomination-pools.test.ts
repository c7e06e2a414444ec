// Small districts with totals of their own: what the for-profit share asks of one, two and three places, what it costs,
// and ties among bodies of both kinds.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { at, data, done, here, ROOT, sha256, withPapers } from './run.ts'

interface List {
  candidates: { name: string; decision: string }[]
  districts: {
    nominated: number
    by_share: number
    share_cost: { in: { name: string } | null; out: { name: string }; cost: string | null }[]
    marginal: {
      in: { name: string; total: string } | null
      out: { name: string } | null
      difference: string | null
    }
  }[]
  rulings: { applies: boolean }[]
}

const POINTS = [10, 15, 15, 30, 15, 15]

/** Six indicators that one expert rates, instead of twenty-two. */
function scheme(): string {
  const text = readFileSync(join(ROOT, 'src', 'schemes', 'beijing-2013.yaml'), 'utf8')
  const own = POINTS.map(
    (points, i) =>
      `  - {number: ${i + 1}, category: ${i + 1}, name: 样例${i + 1}, criterion: 样例, clause: default, points: ${points}, ` +
      'points_clause: default, evidence: review, raters: [self, expert, public]}\n',
  )
  return text.replace(/^indicators:[\s\S]*?(?=^nomination:)/m, `indicators:\n${own.join('')}`)
}

/** "f95.00" is a for-profit agency with 95 points, "p90.00" a public body; they are called by these words. */
async function district(places: number, list: string): Promise<string> {
  const cwd = await at('init')
  const write = (name: string, rows: readonly (readonly (string | number)[])[]) =>
    writeFileSync(join(cwd, name), rows.map(row => `${row.join(',')}\r\n`).join(''))
  writeFileSync(join(cwd, 'own.yaml'), scheme())
  await done(cwd, 'scheme add own.yaml --replace')
  const names = list.split(' ')
  write('roster.csv', [
    ['机构名称', '机构类别', '许可证编号', '推荐范围', '从业起始日期', '有效期至', '状态'],
    ...names.map((name, i) =>
      name[0] === 'f'
        ? [name, '经营性', `样例第${i}号`, '石景山区', '2003-01-01', '2016-01-01', '有效']
        : [name, '公共', '', '石景山区', '2003-01-01', '', ''],
    ),
  ])
  write('scores.csv', [
    ['评估年度', '方案', '机构名称', '评价主体', '评价人', 1, 2, 3, 4, 5, 6],
    ...names.map(name => {
      let left = Number(/\d+\.\d\d/.exec(name)![0])
      const ratings = POINTS.map(points => {
        const rating = Math.min(points, left)
        left -= rating
        return rating.toFixed(2)
      })
      return ['2013', 'beijing-2013', name, '专家评价', '专家1', ...ratings]
    }),
  ])
  write('quota.csv', [
    ['推荐范围', '推荐名额'],
    ['石景山区', places],
  ])
  for (const line of [
    'agency import roster.csv',
    'quota import quota.csv',
    'evaluation open --year 2013 --as-of 2013-10-31',
    'evaluation import scores.csv',
    'evaluation run',
    'evaluation finalize',
    'nomination propose',
  ])
    await done(cwd, line)
  await withPapers(cwd)
  return cwd
}

const listed = (cwd: string) => data<List>(cwd, 'nomination list --district 石景山区')
const of = async (cwd: string, decision: string) =>
  (await listed(cwd)).candidates.filter(c => c.decision === decision).map(c => c.name)
const settle = 'nomination settle --district 石景山区 --by vote --reason 表决'

it.each([
  ['one place, the best is for-profit', 1, 'f95.00 p90.00', 'f95.00'],
  ['one place, the best is public', 1, 'p95.00 f90.00', 'f90.00'],
  ['two places, one of each', 2, 'p95.00 f90.00 f80.00', 'p95.00 f90.00'],
  ['two places, two public before', 2, 'p95.00 p94.00 f90.00', 'p95.00 f90.00'],
  ['three places, two must be for-profit', 3, 'p95.00 p94.00 f90.00 f80.00', 'p95.00 f90.00 f80.00'],
  ['three places, one for-profit: two', 3, 'p95.00 p94.00 p93.00 f90.00', 'p95.00 f90.00'],
  ['all public: none', 2, 'p95.00 p94.00', ''],
  ['no public: all', 3, 'f95.00 f94.00 f93.00 f92.00', 'f95.00 f94.00 f93.00'],
] as const)('%s', async (_, places, list, nominated) => {
  const cwd = await district(places, list)
  expect((await of(cwd, 'nominated')).join(' ')).toBe(nominated)
  await done(cwd, 'nomination check')
})

it('taking one instead of another costs what it costs', async () => {
  const cwd = await district(2, 'p95.00 p91.50 f90.00 f85.25')
  const { districts } = await listed(cwd)
  expect(districts).toMatchObject([
    {
      ...{ nominated: 2, by_share: 2 },
      share_cost: [{ in: { name: 'f90.00' }, out: { name: 'p91.50' }, cost: '1.50' }],
      marginal: { in: { name: 'f90.00', total: '90.00' }, out: { name: 'f85.25' }, difference: '4.75' },
    },
  ])
  const shown = await done(cwd, '--lang en nomination propose --district 石景山区')
  expect(shown.stdout).toContain('taking f90.00 (90.00) instead of p91.50 (91.50) costs 1.50 points')
  expect(shown.stdout).toContain('last in f90.00 (90.00), first out f85.25 (85.25), 4.75 points apart')
})

it('of equals of both kinds only such may be chosen as the share allows', async () => {
  const cwd = await district(2, 'p80.00甲 p80.00乙 f80.00甲 f80.00乙')
  expect(await of(cwd, 'tied')).toHaveLength(4)
  const before = sha256(join(cwd, 'chengxin.db'))
  const ran = await here(cwd, `${settle} --choose p80.00甲 --choose p80.00乙`)
  expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1348')])
  expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  await done(cwd, `${settle} --choose p80.00甲 --choose f80.00乙`)
  expect(await of(cwd, 'nominated')).toEqual(['p80.00甲', 'f80.00乙'])
  await done(cwd, 'nomination check')
})

it('two ties of one district are settled one by one', async () => {
  const cwd = await district(2, 'p95.00甲 p95.00乙 f80.00甲 f80.00乙')
  expect(await of(cwd, 'tied')).toHaveLength(4)
  // Both at once are two decisions.
  const both = await here(cwd, `${settle} --choose p95.00甲 --choose f80.00乙`)
  expect([both.code, both.stderr]).toEqual([3, expect.stringContaining('CX1346')])
  const first = await done(cwd, `${settle} --choose f80.00乙`)
  expect(first.stderr).toContain('还有 1 个名额并列待定')
  expect(await of(cwd, 'nominated')).toEqual(['f80.00乙'])
  await done(cwd, `${settle} --choose p95.00甲`)
  expect(await of(cwd, 'nominated')).toEqual(['p95.00甲', 'f80.00乙'])
  expect((await listed(cwd)).rulings.map(r => r.applies)).toEqual([true, true])
  await done(cwd, 'nomination check')
  await done(cwd, 'nomination settle --district 石景山区 --withdraw --reason 重议')
  expect(await of(cwd, 'tied')).toHaveLength(4)
})

it('two of three equals are chosen; for another number of places it is another tie, which is open again', async () => {
  const cwd = await district(3, 'f95.00 f80.00甲 f80.00乙 f80.00丙')
  await done(cwd, `${settle} --choose f80.00甲 --choose f80.00丙`)
  expect(await of(cwd, 'nominated')).toEqual(['f95.00', 'f80.00甲', 'f80.00丙'])
  writeFileSync(join(cwd, 'less.csv'), '推荐范围,推荐名额\r\n石景山区,2\r\n')
  await done(cwd, 'quota import less.csv')
  const over = await here(cwd, 'nomination check')
  expect([over.code, over.stderr]).toEqual([3, expect.stringContaining('CX3020')])
  await done(cwd, 'nomination propose')
  expect(await of(cwd, 'tied')).toHaveLength(3)
  expect((await listed(cwd)).rulings.map(r => r.applies)).toEqual([false])
})
