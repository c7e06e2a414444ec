// A year of Zhoushan: from the roster to the printed result, by the draft of 2019 and without nominations.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { data, done, folder, here } from './run.ts'

const USCC = '91110105CXJG000159'
const ROSTER = `机构名称,统一社会信用代码,机构类别,推荐范围,许可证编号,发证日期,有效期至,从业起始日期,年检年份,年检结论,状态
定海样例人力资源有限公司,${USCC},经营性,定海区,样例第1号,2016-01-10,2021-01-09,2016-12-31,2019,合格,有效
舟山样例公共就业服务中心,,公共,市本级,样例第2号,2010-01-01,2024-12-31,2010-01-01,,,有效
`
const FULL = [
  ...Array(4).fill('2.5'),
  ...Array(8).fill('3.75'),
  ...Array(4).fill('7.5'),
  ...Array(6).fill('5'),
]
const SHEETS = [
  ['评估年度', '方案', '统一社会信用代码', '评价主体', '评价人', ...FULL.map((_, i) => String(i + 1))],
  // The third party gives nothing at all, and does not count.
  ...[
    ['自我评价', FULL],
    ['专家评价', FULL],
    ['社会评价', FULL],
    ['第三方评估', FULL.map(() => '0')],
  ].map(([kind, points]) => ['2019', 'zhoushan-2019', USCC, kind as string, '样例', ...points!]),
]
const PENALTIES = `处罚决定书文号,统一社会信用代码,机构名称,处罚机关,处罚种类,决定日期,状态
样罚字〔2017〕1号,${USCC},定海样例人力资源有限公司,定海区人力社保局,警告,2017-12-31,生效
`

describe('the year 2019 in Zhoushan', () => {
  const cwd = folder()
  beforeAll(async () => {
    writeFileSync(join(cwd, 'roster.csv'), ROSTER)
    writeFileSync(join(cwd, 'sheets.csv'), `${SHEETS.map(row => row.join(',')).join('\n')}\n`)
    writeFileSync(join(cwd, 'penalties.csv'), PENALTIES)
    for (const line of [
      'init --scheme zhoushan-2019',
      'agency import roster.csv',
      'evaluation open --year 2019',
      'evaluation import sheets.csv',
      'penalty import penalties.csv',
      'evaluation run',
    ]) {
      const { code, stderr } = await run(line)
      expect(code, stderr).toBe(0)
    }
  })
  const run = (line: string) => here(cwd, `--today 2020-01-05 --operator 测试员 ${line}`, { bare: true })

  it('evaluates the commercial agency as of the last of December, and it alone', async () => {
    const { stdout } = await run('evaluation show --json')
    // The penalty of 2017-12-31 left the two years today; three years in business are full today.
    expect((JSON.parse(stdout) as { data: object[] }).data).toMatchObject([
      { uscc: USCC, total: '100.00', grade: 'A', rank: 1 },
    ])
  })

  it('tells what the third party said and that it does not count', async () => {
    const { stdout } = await run(`evaluation explain ${USCC}`)
    expect(stdout).toContain('第三方评估：均分 0.00（1 份），不计入')
    expect(stdout).toContain('6.服务规程')
    expect(stdout).toContain('附件二6')
  })

  it('prints the score sheet under its own name', async () => {
    const { code } = await run(`form results ${USCC} -o result.docx`)
    expect(code).toBe(0)
    expect(readFileSync(join(cwd, 'result.docx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('shows the archive in its own sections', async () => {
    const { stdout } = await run(`archive show ${USCC}`)
    expect(stdout).toContain('业务经营情况')
    expect(stdout).not.toContain('奖励惩戒情况')
  })

  it.each(['quota show', 'nomination propose'])('%s is refused: the draft has no places', async line => {
    const { code, stderr } = await run(line)
    expect([code, stderr]).toEqual([3, expect.stringContaining('CX3016')])
  })
})

it('Beijing, beside it, evaluates public agencies too', async () => {
  const cwd = folder()
  const applies = async (id: string) =>
    (await data<{ applies_to: { kinds: string[] } }>(cwd, `scheme show ${id}`)).applies_to.kinds
  expect(await applies('beijing-2013')).toEqual(['for_profit', 'public'])
  expect(await applies('zhoushan-2019')).toEqual(['for_profit'])
  await done(cwd, 'scheme check zhoushan-2019')
})
