// Everything that lists or shows: one envelope for JSON, none for ndjson, BOM and CRLF for CSV, `-o` and `-` alike;
// data on standard output only, talk on standard error only.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordKinds } from '../../src/domain/records/all.ts'
import { has, lineOf, tree, verbsOf } from './commands.ts'
import { at, data, done, HAND, here, SAMPLES } from './run.ts'

const CHANGES =
  /^(init|demo|penalty review|evaluation (open|run|finalize|withdraw|exclude|override|serve|object|decide)|nomination (propose|settle|drop)|quota allocate|campaign (open|task|pact|outstanding)|import undo|publicity (open|object|resolve|withdraw)|template use|submission (merge|send))$| (import|add|edit|set|answer|accept|extend|close|reopen|link|reply|done|draw|rectify|revoke|repair|exit|end|issue|change|renew|cancel|grant|plate)$/
/**
 * Need a proposal, a campaign, a supposition, a table or a record of a kind that has none at this stage, or are papers; tests of their own look
 * at them.
 */
const LATER =
  /^(nomination |publicity show$|campaign (show|summary)$|report (month|year)$|evaluation what-if$|quota compare$|submission (pack|check)$)|^(sanction|offense|commitment|system|activity|metric|license|subject|incentive|listing|task|opinion|paper) show$/
const verbs = verbsOf(await tree()).filter(v => has(v, '--json'))
const shows = verbs.filter(v => !CHANGES.test(v.words) && !LATER.test(v.words))
const lines = shows.map(lineOf)

/** What nouns of records list besides their records. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  penalty: ['penalty show 1'],
  honor: ['honor show 1'],
  annual: ['annual show 1'],
  commitment: ['commitment rates'],
  inspection: ['draws', 'show 1', 'coverage', 'summary'].map(verb => `inspection ${verb}`),
  listing: ['listing propose'],
  system: ['system missing'],
}

it('looks at every noun that lists or shows', () => {
  expect([...lines].sort()).toEqual(
    [
      'status',
      'agency check',
      'agency list',
      `agency show ${HAND}`,
      `agency history ${HAND}`,
      'complaint show TS2013-001',
      'complaint overdue',
      'complaint rates',
      ...recordKinds.flatMap(({ noun }) => [...(BESIDE[noun] ?? []), `${noun} list`]),
      'campaign list',
      'duty list',
      'district list',
      `archive show ${HAND}`,
      'archive missing',
      'scheme list',
      'scheme show beijing-2013',
      'scheme check beijing-2013',
      'scheme diff beijing-2013 zhoushan-2019',
      'scheme facts',
      'scheme stages beijing-2013',
      'title list',
      'title review',
      'evaluation list',
      'evaluation check',
      'evaluation show',
      `evaluation explain ${HAND}`,
      'evaluation replay',
      'evaluation compare 1 1',
      'evaluation robustness',
      'evaluation sheets',
      'evaluation exclusions',
      'evaluation overrides',
      'evaluation outliers',
      'evaluation objections',
      'import list',
      'import show 1',
      'import mappings',
      'quota show',
      'publicity list',
      'report deadlines',
      'submission status',
      'calendar show',
      'calendar between 2013-09-27 2013-10-12',
      'quota report',
      'quota explain 朝阳区',
      'template list',
      'template show recommendation',
      `template check ${join(SAMPLES, 'templates', 'recommendation.docx')}`,
      'log list',
      'log verify',
      `uscc check ${HAND}`,
    ].sort(),
  )
})

describe.each(lines)('%s', line => {
  const code = line === 'evaluation check' ? 3 : 0

  it('--json is the envelope and nothing else; --format json is the same', async () => {
    const cwd = await at('run')
    const ran = await here(cwd, `${line} --json`)
    expect(ran.code).toBe(code)
    const answer = JSON.parse(ran.stdout) as Record<string, unknown>
    expect(Object.keys(answer)).toEqual(['schema_version', 'data', 'warnings'])
    expect(answer.schema_version).toBe(1)
    expect(answer.warnings).toEqual([])
    expect(answer.data).toBeTypeOf('object')
    for (const key of keysIn(answer.data)) expect(key).toMatch(/^[a-z][a-z0-9_]*$/)
    expect((await here(cwd, `${line} --format json`)).stdout).toBe(ran.stdout)
  })

  it('--format ndjson has one value a line and no envelope', async () => {
    const cwd = await at('run')
    const ran = await here(cwd, `${line} --format ndjson`)
    expect(ran.code).toBe(code)
    expect(ran.stdout === '' || ran.stdout.endsWith('\n')).toBe(true)
    const values = ran.stdout
      .split('\n')
      .slice(0, -1)
      .map(text => JSON.parse(text) as object)
    for (const value of values) expect(Object.keys(value)).not.toContain('schema_version')
    const whole = await data<unknown>(cwd, line, code)
    if (Array.isArray(whole)) expect(values).toEqual(whole)
  })

  it('--format csv has a BOM, CRLF at every end and as many cells in each row', async () => {
    const cwd = await at('run')
    const { bytes, stdout } = await here(cwd, `${line} --format csv`)
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(stdout.endsWith('\r\n')).toBe(true)
    expect(stdout.replaceAll('\r\n', '')).not.toContain('\n')
    const widths = stdout
      .trimEnd()
      .split('\r\n')
      .map(row => row.replace(/"([^"]|"")*"/g, '').split(',').length)
    expect(new Set(widths).size).toBe(1)
  })

  it('-o FILE writes the same bytes to the file and none to standard output; -o - is standard output', async () => {
    const cwd = await at('run')
    const plain = await here(cwd, `${line} --json`)
    const ran = await here(cwd, `${line} --json -o out.json`)
    expect([ran.code, ran.stdout]).toEqual([code, ''])
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe(plain.stdout)
    expect((await here(cwd, `${line} --json -o -`)).stdout).toBe(plain.stdout)
  })

  it('looks the same whether or not standard output is a terminal, apart from color', async () => {
    const cwd = await at('run')
    const plain = await here(cwd, line)
    const shown = await here(cwd, line, { terminal: 'both', env: { NO_COLOR: '1' } })
    expect(shown.stdout).toBe(plain.stdout)
  })

  it('keeps escape codes out of what goes to a file or a pipe', async () => {
    const cwd = await at('run')
    const ran = await here(cwd, line, { terminal: 'err' })
    expect(ran.stdout).not.toContain('\u001B')
    await here(cwd, `${line} -o out.txt`, { terminal: 'both' })
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).not.toContain('\u001B')
  })

  it('--quiet leaves the data and drops the talk', async () => {
    const cwd = await at('run')
    const [plain, quiet] = [await here(cwd, line), await here(cwd, `${line} --quiet`)]
    expect(quiet.stdout).toBe(plain.stdout)
    expect(quiet.stderr).toBe('')
  })

  it('asks only: neither the log nor the file changes', async () => {
    const cwd = await at('run')
    const before = readFileSync(join(cwd, 'chengxin.db'))
    await here(cwd, line)
    expect(readFileSync(join(cwd, 'chengxin.db')).equals(before)).toBe(true)
  })
})

function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn)
  if (typeof value !== 'object' || value === null) return []
  // Inspection items are named by the checklist (SC-01), not by the program.
  return Object.entries(value).flatMap(([key, inner]) => (key === 'items' ? [key] : [key, ...keysIn(inner)]))
}

describe('keys that others rely on', () => {
  const first = async (line: string) => (await data<Record<string, unknown>[]>(await at('run'), line))[0]!

  it('agency list', async () => {
    const agency = await first('agency list')
    expect(agency).toMatchObject({
      uscc: HAND,
      name: '北京晴禾样例人力资源有限公司',
      district_code: '110105',
      district: '朝阳区',
      kind: 'for_profit',
      license_no: '样例人服证字110105第0001号',
      license_status: 'valid',
      business_start: '2009-03-12',
    })
  })

  it('uscc check answers with an array even for one code, the code as typed', async () => {
    const checked = await data(await at('init'), ['uscc', 'check', ' 91110105cxjg000159'])
    expect(checked).toEqual([{ code: ' 91110105cxjg000159', normalized: HAND, ok: true, problems: [] }])
  })

  it('uscc check reads codes from standard input and tells which one is wrong', async () => {
    const ran = await here(await at('init'), 'uscc check - --json', {
      stdin: `${HAND}\n91110105CXJG000158\n`,
    })
    expect(ran.code).toBe(3)
    const rows = (JSON.parse(ran.stdout) as { data: { code: string; ok: boolean }[] }).data
    expect(rows.map(r => [r.code, r.ok])).toEqual([
      [HAND, true],
      ['91110105CXJG000158', false],
    ])
  })

  it('quota show', async () => {
    const quota = await data<{ rows: Record<string, unknown>[] }>(await at('init'), 'quota show')
    expect(quota).toMatchObject({ total: 130, method: 'fixed', ties: [], steps: [] })
    expect(quota.rows).toHaveLength(18)
    expect(quota.rows[0]).toMatchObject({
      unit: '市属机构',
      district_code: '110000',
      weight: null,
      seats: 16,
    })
    expect(quota.rows.reduce((sum, r) => sum + Number(r.seats), 0)).toBe(130)
  })

  it('log list tells who did what and when', async () => {
    const log = await data<Record<string, unknown>[]>(await at('roster'), 'log list')
    expect(log).toMatchObject([
      { no: 1, operator: '测试员', command: 'init', at: '2013-11-04T00:00:00' },
      { no: 2, operator: '测试员', command: 'agency import', summary: { file: 'roster.csv', added: 5 } },
    ])
  })

  it('records hold their agency, days as ISO and money as decimals', async () => {
    const cwd = await at('records')
    expect((await data<object[]>(cwd, 'penalty list'))[0]).toMatchObject({
      uscc: '52110228CXJG000587',
      decision_no: '样例罚字〔2013〕1号',
      decision_date: '2013-06-20',
      fine_yuan: '5000.00',
      status: 'in_force',
    })
    const own = await data<{ uscc: string }[]>(cwd, `complaint list --agency ${HAND}`)
    expect(own.map(c => c.uscc)).toEqual([HAND, HAND])
  })
})

describe('status', () => {
  it.each([
    ['2013-11-04', 1, '还有 1 天'],
    ['2013-11-05', 0, '就在今天'],
    ['2013-11-07', -2, '已逾期 2 天'],
    ['2013-10-06', 30, '还有 30 天'],
  ])('on %s counts %i days to 5 November', async (today, days, words) => {
    const cwd = await at('run')
    const { deadlines } = await data<{ deadlines: { due_on: string; days_left: number }[] }>(
      cwd,
      `status --today ${today}`,
    )
    expect(deadlines).toHaveLength(2)
    for (const d of deadlines) expect(d).toMatchObject({ due_on: '2013-11-05', days_left: days })
    expect((await here(cwd, `status --today ${today}`)).stdout).toContain(words)
  })

  it.each([
    ['init', 'agency import'],
    ['roster', 'record import'],
    ['opened', 'evaluation import'],
    ['scored', 'evaluation run'],
    ['run', 'evaluation finalize'],
    ['finalized', 'nomination propose'],
  ] as const)('at %s says that %s is next', async (stage, next) => {
    expect(await data(await at(stage), 'status')).toMatchObject({ next })
  })

  it('names the version of the evaluation, and why it was finalized with gaps', async () => {
    const cwd = await at('finalized')
    const evaluation = { version: 1, partial_reason: '缺评分的不参加推荐' }
    expect(await data(cwd, 'status')).toMatchObject({ evaluation })
    expect((await here(cwd, 'status')).stdout).toContain('带未定项审定，理由：缺评分的不参加推荐')
    await done(cwd, 'evaluation reopen --reason 更正')
    expect(await data(cwd, 'status')).toMatchObject({ evaluation: { version: 2, partial_reason: null } })
    expect((await here(cwd, '--lang en status')).stdout).toContain('version 2')
  })

  it('tells what presses, and how far the inspection of the first half is', async () => {
    const status = await data<{ pressing: object[]; inspection: object }>(await at('records'), 'status')
    const pressing = { complaint: 'overdue', honor: 'plate_outstanding', inspection: 'overdue' }
    expect(status.pressing).toMatchObject(
      Object.entries(pressing).map(([noun, state]) => ({ noun, state, count: 1 })),
    )
    // The license of one is stated to have run out.
    expect(status.inspection).toEqual({
      ...{ due_on: '2013-06-30', days_left: -127 },
      ...{ to_inspect: 4, inspected: 4 },
    })
    const { stdout } = await done(await at('records'), 'status')
    expect(stdout).toContain('超期 1 条（chengxin complaint list --state overdue）')
  })

  it('counts what is on file and what is missing', async () => {
    const cwd = await at('scored')
    const status = await data<{ counts: object; evaluation: object }>(cwd, 'status')
    expect(status.counts).toMatchObject({ agency: 5, complaint: 5, inspection: 5, commitment: 0 })
    expect(status.evaluation).toMatchObject({ sheets: 5, run: false })
    const { stdout } = await done(cwd, 'status')
    expect(stdout).toContain('诚信承诺书：还没有')
  })
})
