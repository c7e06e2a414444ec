// Every example of every help text runs as it stands, in a folder with the samples and a database in which the city
// and the five are on file: before finalizing for what needs an open evaluation, after the proposal for the rest.

import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { allExamples } from '../../src/cli/front.ts'
import { tree, verbsOf } from './commands.ts'
import { at, done, FINALIZE, folder, HAND, here, SAMPLES } from './run.ts'

const program = await tree()
const examples = [...new Set(allExamples(program))]
const prepared = folder()
/** Its result is known, and it was served the notice of it. */
const SERVED = '91110117CXYL04712M'
/** A district's package, for the city to look at. */
const PACKAGE = '报送-110117-平谷区-2013.zip'

beforeAll(async () => {
  // The five are finished; the year of the city comes on top of them.
  copyFileSync(join(await at('records'), 'chengxin.db'), join(prepared, 'chengxin.db'))
  const city = (name: string) => join(SAMPLES, 'city', name)
  const lines = [
    ['agency', 'roster.csv'],
    ['complaint', 'complaints.csv'],
    ['penalty', 'penalties.csv'],
    ['honor', 'honors.csv'],
    ['commitment', 'commitments.csv'],
    ['activity', 'activities.csv'],
    ['inspection', 'inspection.csv'],
    ['metric', 'metrics.csv'],
  ].map(([noun, file]) => `${noun} import ${city(file!)}`)
  lines.push(
    `complaint add --agency ${HAND} --complaint-no TS2013-899 --received-on 2013-11-01 --category 其他`,
  )
  lines.push('evaluation open --year 2013 --as-of 2013-10-31', `evaluation import ${city('scores.csv')}`)
  lines.push('evaluation run')
  for (const line of lines) await done(prepared, line)
  copyFileSync(join(prepared, 'chengxin.db'), join(prepared, 'open.db'))
  // The last batch is one that can be taken back: places are not what an evaluation was finalized from.
  const rest = [
    'campaign open',
    FINALIZE,
    `evaluation serve ${SERVED} --on 2013-11-01`,
    `evaluation object ${SERVED} --content 漏计一项 --on 2013-11-04`,
    'nomination propose',
    'publicity open --district 平谷区 --on 2013-10-21',
    'publicity open --district 怀柔区 --on 2013-11-04',
    'publicity object 2 --agency 91110116CXYL04851X --content 反映拖欠工资 --on 2013-11-04',
    'publicity open --district 门头沟区 --on 2013-10-14',
    'publicity close 3',
    `quota import ${city('quota.csv')}`,
  ]
  // Behind the batch that is taken back.
  const five = { sanction: 'sanctions', offense: 'offenses', system: 'systems', subject: 'subjects' }
  const more = { annual: 'annual', incentive: 'incentives', listing: 'listings', opinion: 'opinions' }
  for (const [noun, file] of Object.entries({ ...five, ...more }))
    rest.push(`${noun} import ${join(SAMPLES, 'five', `${file}.csv`)}`)
  rest.push(`paper import ${city('papers.csv')}`)
  rest.push('inspection draw 春雷抽查 --seed 20131105 --ratio 5% --inspectors 样检1、样检2、样检3')
  // A license with the tasks that it brings.
  rest.push(
    `license issue --agency 12110106CXJG0004XA --license-no 样例0899号 --license-issuer 样例局 --valid-to 2016-10-31`,
  )
  for (const line of rest) await done(prepared, line)
  await done(prepared, `submission pack --district 平谷区 -o ${PACKAGE}`)
}, 30_000)

it('every verb has an example, and each begins with the verb', () => {
  for (const { words, command } of verbsOf(program)) {
    const own = allExamples(command)
    expect(own.length, words).toBeGreaterThan(0)
    for (const example of own) expect(`${example} `, words).toContain(`${words} `)
  }
  expect(examples.join('\n')).toContain(HAND)
})

describe('the example', () => {
  it.each(examples)('chengxin %s', { timeout: 30_000 }, async example => {
    const cwd = folder(true)
    const open = /^evaluation (import|run|finalize|template|withdraw|exclude|override )/.test(example)
    copyFileSync(join(prepared, open ? 'open.db' : 'chengxin.db'), join(cwd, 'chengxin.db'))
    if (example.includes(PACKAGE)) copyFileSync(join(prepared, PACKAGE), join(cwd, PACKAGE))
    const ran = await here(cwd, example)
    const codes = /(^| )check( |$)/.test(example) ? [0, 3] : [0]
    expect(codes, ran.stderr).toContain(ran.code)
    expect(`${ran.stdout}${ran.stderr}`).not.toBe('')
    if (example.includes('--json')) expect(() => JSON.parse(ran.stdout)).not.toThrow()
    const target = /(?:-o|--output|--out|--db) (\S+)/.exec(example)?.[1]
    if (target !== undefined) expect(existsSync(join(cwd, target)), target).toBe(true)
  })
})

describe('a proposal', () => {
  const copy = () => {
    const cwd = folder()
    copyFileSync(join(prepared, 'chengxin.db'), join(cwd, 'chengxin.db'))
    return cwd
  }

  it('has no form for an agency that is no nominee', async () => {
    const ran = await here(copy(), ['form', 'recommendation', HAND])
    expect([ran.code, ran.stderr]).toEqual([4, expect.stringContaining('CX3026')])
  })

  it('is refused as binary on a terminal, and several papers need a folder', async () => {
    const cwd = copy()
    const one = await here(cwd, 'form recommendation 91110117CXYL047553 -o -', { terminal: 'both' })
    expect([one.code, one.stdout, one.stderr]).toEqual([2, '', expect.stringContaining('CX6004')])
    const all = await here(cwd, 'form recommendation -o all.docx')
    expect([all.code, all.stderr]).toEqual([2, expect.stringContaining('CX6003')])
    const piped = await done(cwd, 'form recommendation 91110117CXYL047553 -o -')
    expect(piped.bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  })

  it('writes the forms of one district when one is named', async () => {
    const cwd = copy()
    await done(cwd, 'form recommendation --district 平谷区 --out forms')
    const names = readdirSync(join(cwd, 'forms'))
    expect(names).toHaveLength(4)
    for (const name of names) expect(name).toMatch(/^推荐表-110117-平谷区-0[1-4]-.+\.docx$/)
  })

  it('as csv has a row for each nominee, with its reasons', async () => {
    const { stdout } = await done(copy(), 'form recommendation --district 110117 --format csv')
    expect(stdout.startsWith('\uFEFF区划代码,推荐范围,序号,统一社会信用代码,推荐机构名称,推荐理由\r\n')).toBe(
      true,
    )
    expect(stdout.match(/^110117,/gm)).toHaveLength(4)
    expect(stdout).toContain('诚信状况评估总分')
  })

  it('is not changed by writing papers: the log stays as it is', async () => {
    const cwd = copy()
    const before = (await done(cwd, 'log list --json')).stdout
    await done(cwd, 'form recommendation --district 平谷区 --out papers')
    await done(cwd, 'form quota --out papers')
    expect((await done(cwd, 'log list --json')).stdout).toBe(before)
  })

  it('fills the used places and the share of each district in quota show', async () => {
    const ran = await done(copy(), 'quota show --json')
    const { rows } = (JSON.parse(ran.stdout) as { data: { rows: Record<string, number | string>[] } }).data
    for (const row of rows) {
      expect(row.nominated, String(row.unit)).toBeLessThanOrEqual(Number(row.seats))
      if (row.district_code !== '110000')
        expect(2 * Number(row.for_profit), String(row.unit)).toBeGreaterThanOrEqual(Number(row.nominated))
    }
    expect(rows.reduce((sum, r) => sum + Number(r.nominated), 0)).toBe(127)
  })

  it('goes stale when a record comes in, and the check names the agencies it no longer fits', async () => {
    const cwd = copy()
    const roster = await done(cwd, 'nomination list --district 平谷区 --json')
    type Row = { uscc: string; name: string; decision: string }
    const list = (JSON.parse(roster.stdout) as { data: { candidates: Row[] } }).data.candidates
    const nominee = list.find(c => c.decision === 'nominated')!
    const { writeFileSync } = await import('node:fs')
    writeFileSync(
      join(cwd, 'p.csv'),
      `决定书文号,机构名称,统一社会信用代码,处罚机关,处罚种类,决定日期\n新罚〔2013〕1号,${nominee.name},${nominee.uscc},样例局,警告,2013-10-01\n`,
    )
    await done(cwd, 'penalty import p.csv')
    const ran = await here(cwd, 'nomination check')
    expect(ran.code).toBe(3)
    expect(ran.stderr).toContain('CX3025')
    expect(ran.stderr).toContain(nominee.name)
  })
})
