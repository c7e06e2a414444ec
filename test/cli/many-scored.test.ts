// More subjects than are scored in one thread: the thread beside must say what this one says of each.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cli, data, done, folder } from './run.ts'

const ROWS = 3200

/** Every seventh has no license date, every fifth none that lasts. */
function roster(): string {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const started = i % 7 === 0 ? '' : `${2001 + (i % 12)}-03-12`
    const ends = i % 5 === 0 ? '2013-01-01' : '2016-01-01'
    return `样例机构${i},经营性,证字第${i}号,${started},${ends},朝阳区`
  })
  return ['机构名称,机构类别,许可证编号,发证日期,有效期至,推荐范围', ...rows, ''].join('\n')
}

interface Shown {
  name: string
  min_total: string
  max_total: string
  total: string | null
}

it('are scored as they are explained, and again without a change', { timeout: 120_000 }, async () => {
  const cwd = folder()
  writeFileSync(join(cwd, 'roster.csv'), roster())
  for (const line of ['init', 'agency import roster.csv', 'evaluation open --year 2013']) {
    await done(cwd, line)
  }
  const ran = await cli(cwd, 'evaluation run --json')
  expect([ran.code, ran.stderr]).toEqual([0, ''])
  expect(JSON.parse(ran.stdout).data).toMatchObject({ agencies: ROWS, incomplete: ROWS, changed: true })
  const shown = await data<Shown[]>(cwd, 'evaluation show')
  expect(shown).toHaveLength(ROWS)
  const byName = new Map(shown.map(row => [row.name, row]))
  for (const i of [0, 1, 5, 7, 34, 35, 1599, ROWS - 1]) {
    const explained = await data<Shown>(cwd, ['evaluation', 'explain', `证字第${i}号`])
    const { name, min_total, max_total, total } = byName.get(`样例机构${i}`)!
    expect({ name, min_total, max_total, total }).toEqual({
      name: explained.name,
      min_total: explained.min_total,
      max_total: explained.max_total,
      total: explained.total,
    })
  }
  const again = await cli(cwd, 'evaluation run --json')
  expect(JSON.parse(again.stdout).data.changed).toBe(false)
})
