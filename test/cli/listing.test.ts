// Red and black lists: what an entry needs, the tasks it brings, how it ends, and who is proposed; the proposals are
// worked out once more from the sample files alone.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, data, done, FINALIZE, five, HAND, here, SAMPLES, sha256 } from './run.ts'

const MIYUN = '52110228CXJG000587'
const SHILIU = '91110108CXJG00023F'
const FENGTAI = '12110106CXJG0004XA'

interface Added {
  record: Record<string, unknown>
  problems: { code: string; column: string; message: string }[]
  notes: Record<string, unknown>[]
}

interface Proposal {
  action: string
  list: string
  uscc: string
  records: { is: string; ref: string; day: string }[]
  listing_id: number | null
  until: string | null
  command: string
}

async function desk(): Promise<string> {
  const cwd = await at('records')
  for (const [noun, file] of [
    ['sanction', 'sanctions'],
    ['listing', 'listings'],
  ])
    await done(cwd, `${noun} import ${five(file!)}`)
  return cwd
}

/** A black entry that lacks nothing. */
const ENTRY =
  `listing add --agency ${MIYUN} --list 黑名单 --basis 行政处罚 --source-no 样例罚字〔2013〕1号` +
  ' --noticed-on 2013-10-10 --listed-on 2013-10-20 --persons 样五（主要负责人）'
const without = (option: string) => ENTRY.replace(RegExp(` ${option} \\S+`), '')
const instead = (option: string, value: string) => `${without(option)} ${option} ${value}`

describe('an entry of the black list', () => {
  it('gets our term and tasks owed to three systems, in one entry of the log', async () => {
    const cwd = await desk()
    const ran = await done(cwd, ENTRY)
    expect(ran.stdout).toBe('已登记 密云样例职业介绍服务社 黑名单 2013-10-20\n')
    expect(ran.stderr.trimEnd().split('\n')).toEqual([
      '有效期至 2014-10-19：未写明，按本程序默认的 12 个月',
      ...['信用信息系统', '失信联合惩戒', '经营异常名录'].map(
        system => `待办：列入黑名单（2013-10-20）报${system}（chengxin task list --state open）`,
      ),
    ])
    const tasks = await data<Record<string, unknown>[]>(cwd, `task list --agency ${MIYUN} --state open`)
    expect(tasks.map(t => t.kind)).toEqual(['credit_system', 'joint_punishment', 'abnormal_operation'])
    for (const task of tasks)
      expect(task).toMatchObject({ source_no: '样例罚字〔2013〕1号', due_on: null, done_on: null })
    const [last] = (await data<Record<string, unknown>[]>(cwd, 'log list')).slice(-1)
    expect(last).toMatchObject({ command: 'listing add', rows: 4 })
    await done(cwd, 'log verify')
  })

  it('keeps the term that is given, and lays nothing on a dry run', async () => {
    const cwd = await desk()
    const { record, notes } = await data<Added>(cwd, `${ENTRY} --until 2014-01-31 --dry-run`)
    expect(record.until).toBe('2014-01-31')
    expect(notes.map(n => n.is)).toEqual(['task', 'task', 'task'])
    expect(await data(cwd, 'task list')).toEqual([])
  })

  it('asks who answers for it, by a warning; of a practitioner it does not', async () => {
    const cwd = await desk()
    const ran = await here(cwd, `${without('--persons')} --dry-run`)
    expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining('CX1156')])
    const person = await done(cwd, `${without('--persons')} --person 样例员工丁`)
    expect(person.stderr).not.toContain('CX1156')
    expect(person.stdout).toBe('已登记 样例员工丁 黑名单 2013-10-20\n')
    expect(person.stderr).toContain('样例员工丁列入黑名单（2013-10-20）报信用信息系统')
    // The practitioner's entry is not the agency's.
    await done(cwd, ENTRY)
  })

  it.each([
    ['a verified dishonest complaint', HAND, 'TS2013-001', []],
    ['a complaint that is open', HAND, 'TS2013-004', ['CX1153 --source-no']],
    ['a complaint that is upheld, but not dishonest', SHILIU, 'TS2013-002', ['CX1153 --source-no']],
    ['a complaint that was not upheld', MIYUN, 'TS2013-005', ['CX1153 --source-no']],
    ['a penalty in force', MIYUN, '样例罚字〔2013〕1号', []],
    ['a penalty revoked', HAND, '样例罚字〔2013〕2号', ['CX1153 --source-no']],
    ['a sanction', MIYUN, '样例惩字〔2013〕3号', []],
    ['a penalty of another agency', SHILIU, '样例罚字〔2013〕1号', ['CX1153 --source-no']],
    ['an honor', SHILIU, 'YL-002', ['CX1153 --source-no']],
    ['nothing on file', SHILIU, '样例罚字〔2013〕99号', ['CX1153 --source-no']],
  ])('on %s', async (_, agency, source, wanted) => {
    const cwd = await desk()
    await done(cwd, 'listing exit 1 --kind 撤销 --reason 更正 --exited-on 2013-10-01')
    const line = `${instead('--source-no', source).replace(MIYUN, agency)} --dry-run`
    const { problems } = await data<Added>(cwd, line, wanted.length === 0 ? 0 : 3)
    expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
  })
})

describe('an entry of the red list', () => {
  const add = `listing add --agency ${FENGTAI} --list 红名单 --basis 评估等级A --listed-on 2013-11-01`

  it('gets our term, needs no notice and no number, and lays no task', async () => {
    const { record, notes } = await data<Added>(await desk(), add)
    expect(record).toMatchObject({ list: 'red', until: '2015-10-31' })
    expect(notes).toEqual([{ is: 'term', until: '2015-10-31', months: 24 }])
  })

  it('of an agency that is on the black list is warned of', async () => {
    const cwd = await desk()
    const { stdout } = await done(cwd, `${add.replace(FENGTAI, HAND)} --json`)
    expect((JSON.parse(stdout) as { warnings: unknown[] }).warnings).toMatchObject([
      { code: 'CX1155', field: 'list' },
    ])
  })
})

describe('is refused, and the file stays as it is', () => {
  it.each([
    ['without notice', without('--noticed-on'), ['CX1039 --noticed-on']],
    ['noticed after the entry', instead('--noticed-on', '2013-10-21'), ['CX1037 --listed-on']],
    ['without a basis on file', without('--source-no'), ['CX1153 --source-no']],
    [
      'without either, in the future',
      instead('--listed-on', '2013-11-05').replace(/ --(source-no|noticed-on) \S+/g, ''),
      ['CX1038 --listed-on', 'CX1039 --noticed-on', 'CX1153 --source-no'],
    ],
    ['an agency that is on it', ENTRY.replace(MIYUN, HAND), ['CX1153 --source-no', 'CX1154 --list']],
    [
      'on the red list past its term, for nobody has taken it off',
      `listing add --agency ${SHILIU} --list 红名单 --basis 评估等级A --listed-on 2013-11-01`,
      ['CX1154 --list'],
    ],
    ['a list that is none', instead('--list', '灰名单'), ['CX1032 --list']],
    ['without a day', without('--listed-on'), ['CX1023 --listed-on']],
  ])('%s', async (_, line, wanted) => {
    const cwd = await desk()
    const before = sha256(join(cwd, 'chengxin.db'))
    const { problems, notes } = await data<Added>(cwd, line, 3)
    expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
    expect(notes).toEqual([])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('the very same entry again', async () => {
    const cwd = await desk()
    await done(cwd, ENTRY)
    const { problems } = await data<Added>(cwd, ENTRY, 3)
    expect(problems.map(p => p.code)).toEqual(['CX1093'])
  })

  it('once it is off the list it may come on again', async () => {
    const cwd = await desk()
    await done(cwd, ENTRY)
    const again = instead('--listed-on', '2013-11-02')
    expect((await here(cwd, again)).code).toBe(3)
    await done(cwd, 'listing exit 4 --kind 撤销 --reason 更正 --exited-on 2013-11-02')
    await done(cwd, again)
  })
})

it('an import of old entries is warned of numbers that are not on file', async () => {
  const cwd = await at('roster')
  const ran = await done(cwd, `listing import ${five('listings')} --json`)
  const { warnings } = JSON.parse(ran.stdout) as { warnings: { code: string; line: number; value: string }[] }
  expect(warnings.map(w => [w.code, w.line, w.value])).toEqual([
    ['CX1153', 2, 'TS2013-001'],
    ['CX1153', 4, '样例罚字〔2011〕7号'],
  ])
})

describe('coming off', () => {
  it('past its term, and three systems are owed that', async () => {
    const cwd = await desk()
    const ran = await done(cwd, '--today 2014-04-15 listing exit 1 --kind 期满 --reason 期满 --json')
    const { data: told, warnings } = JSON.parse(ran.stdout) as { data: Added; warnings: unknown[] }
    expect(warnings).toEqual([])
    expect(told.record).toMatchObject({ exited_on: '2014-04-15', exit_kind: 'expired', exit_reason: '期满' })
    expect(told.notes.map(n => n.title)).toEqual(
      ['信用信息系统', '失信联合惩戒', '经营异常名录'].map(s => `移出黑名单（2014-04-15）报${s}`),
    )
    expect(await data<unknown[]>(cwd, 'task list --state open')).toHaveLength(3)
  })

  it('of the red list nobody is owed anything', async () => {
    const { notes } = await data<Added>(await desk(), 'listing exit 2 --kind 期满 --reason 期满')
    expect(notes).toEqual([])
  })

  it.each([
    ['2013-10-14', ['CX1157']],
    ['2013-10-15', []],
  ])('repaired on %s, six months being over on 15 October: %j', async (day, wanted) => {
    const ran = await done(
      await desk(),
      `listing exit 1 --kind 修复 --reason 已整改 --exited-on ${day} --json`,
    )
    const { warnings } = JSON.parse(ran.stdout) as { warnings: { code: string }[] }
    expect(warnings.map(w => w.code)).toEqual(wanted)
  })

  it('each state has its entries', async () => {
    const cwd = await desk()
    const ids = async (state: string) =>
      (await data<{ id: number }[]>(cwd, `listing list --state ${state}`)).map(l => l.id)
    expect(await Promise.all(['listed', 'expired', 'exited', 'not_yet'].map(ids))).toEqual([
      [1],
      [2],
      [3],
      [],
    ])
  })
})

/** Cells of a sample file by header; none of them holds a comma. */
function rowsOf(path: string): Record<string, string>[] {
  const bytes = readFileSync(join(SAMPLES, path))
  const utf8 = bytes.subarray(0, 3).toString('hex') === 'efbbbf'
  const text = new TextDecoder(utf8 ? 'utf-8' : 'gb18030').decode(bytes)
  const [head, ...lines] = text
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(','))
  return lines.map(cells => Object.fromEntries(head!.map((name, i) => [name, cells[i] ?? ''])))
}

describe('proposals', () => {
  it('of the five: the entry past its term, and nobody who is listed for the record already', async () => {
    const cwd = await desk()
    const before = sha256(join(cwd, 'chengxin.db'))
    const proposals = await data<Proposal[]>(cwd, 'listing propose')
    // The other agencies' records: TS2013-001 is listed for, 样例罚字〔2012〕3号 is of the same agency, which is on the
    // list until April; the penalties of 2011 are over two years old.
    expect(proposals).toMatchObject([
      { action: 'exit', list: 'red', uscc: SHILIU, listing_id: 2, until: null },
      {
        ...{ action: 'enter', list: 'black', uscc: MIYUN, until: '2014-11-03' },
        records: [{ is: 'penalty', ref: '样例罚字〔2013〕1号', day: '2013-06-20' }],
      },
    ])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const only = await data<Proposal[]>(cwd, 'listing propose --list 黑名单')
    expect(only.map(p => p.list)).toEqual(['black'])
    const [exit, enter] = proposals
    await done(cwd, exit!.command)
    await done(cwd, `${enter!.command.replace('YYYY-MM-DD', '2013-10-10')} --persons 样五`)
    expect(await data(cwd, 'listing propose')).toEqual([])
  })

  it('look back from the day asked for', async () => {
    const cwd = await desk()
    const black = async (asOf: string) =>
      (await data<Proposal[]>(cwd, `listing propose --list black --as-of ${asOf}`))
        .filter(p => p.action === 'enter')
        .map(p => p.records.map(r => r.ref))
    expect(await black('2011-10-30')).toEqual([])
    // One was on the list for its penalty, the other penalty comes a day later.
    expect(await black('2013-10-31')).toContainEqual(['样例罚字〔2011〕8号'])
    expect(await black('2013-11-01')).not.toContainEqual(['样例罚字〔2011〕8号'])
    // Past the term of its entry, for what it was not listed for: a penalty of December 2012.
    expect(await black('2014-04-15')).toContainEqual(['样例罚字〔2012〕3号'])
    expect(await black('2014-04-14')).not.toContainEqual(['样例罚字〔2012〕3号'])
  })

  it('say that no evaluation is finalized, and give the commands', async () => {
    const ran = await done(await desk(), 'listing propose')
    expect(ran.stderr).toContain('还没有审定的评估')
    expect(ran.stderr).toContain('chengxin listing exit 2 --kind expired')
    expect(ran.stdout).toContain('行政处罚 样例罚字〔2013〕1号（2013-06-20 决定）')
  })

  it.each(['样例罚(2013)9号', "x$(touch ran)'`id`", '样例 罚 "9" \\号', '9;ls&', '样例罚字〔2013〕9号'])(
    'give a command that a shell takes word by word, whatever the number is: %s',
    async no => {
      const cwd = await desk()
      const penalty = `penalty add --agency ${SHILIU} --decision-date 2013-10-01 --kind 警告 --authority 样例局`
      await done(cwd, [...penalty.split(' '), '--decision-no', no])
      const proposals = await data<Proposal[]>(cwd, 'listing propose --list black')
      const { command } = proposals.find(p => p.records.some(r => r.ref === no))!
      const script = `printf '%s\\0' ${command}`
      const words = execFileSync('bash', ['-c', script], { cwd, encoding: 'utf8' }).split('\0')
      expect(words[words.indexOf('--source-no') + 1]).toBe(no)
      expect(existsSync(join(cwd, 'ran'))).toBe(false)
    },
  )

  it.each(['gray', '灰名单'])('of a list that is none: %s', async list => {
    const ran = await here(await desk(), `listing propose --list ${list}`)
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('CX6002')])
  })

  it('leave out a penalty whose credit was repaired', async () => {
    const cwd = await desk()
    await done(cwd, 'penalty repair 样例罚字〔2013〕1号')
    const proposals = await data<Proposal[]>(cwd, 'listing propose --list black')
    expect(proposals).toEqual([])
  })

  it('of the city, worked out from its files', { timeout: 60_000 }, async () => {
    const cwd = await at('records')
    const city: [string, string][] = [
      ['agency', 'roster.csv'],
      ['complaint', 'complaints.csv'],
      ['penalty', 'penalties.csv'],
      ['honor', 'honors.csv'],
      ['commitment', 'commitments.csv'],
      ['activity', 'activities.csv'],
      ['inspection', 'inspection.csv'],
      ['metric', 'metrics.csv'],
    ]
    for (const [noun, file] of city) await done(cwd, `${noun} import ${join(SAMPLES, 'city', file)}`)
    await done(cwd, `sanction import ${five('sanctions')}`)
    await done(cwd, `offense import ${five('offenses')}`)
    await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
    await done(cwd, `evaluation import ${join(SAMPLES, 'city', 'scores.csv')}`)
    await done(cwd, 'evaluation run')
    await done(cwd, FINALIZE)

    const both = (file: string) => [...rowsOf(`five/${file}`), ...rowsOf(`city/${file}`)]
    const code = '统一社会信用代码'
    const penalties = both('penalties.csv').filter(
      p => p.状态 !== '已撤销' && p.决定日期! >= '2011-11-05' && p.决定日期! <= '2013-11-04',
    )
    const complaints = both('complaints.csv').filter(
      c =>
        c.涉不诚信 === '是' &&
        ['属实', '部分属实'].includes(c.查处结论!) &&
        c.办结日期! >= '2012-11-05' &&
        c.办结日期! <= '2013-11-04',
    )
    const against = new Map<string, string[]>()
    for (const [who, ref] of [
      ...penalties.map(p => [p[code], p.处罚决定书文号]),
      ...complaints.map(c => [c[code], c.投诉编号]),
    ] as [string, string][])
      against.set(who, [...(against.get(who) ?? []), ref])

    const proposals = await data<Proposal[]>(cwd, 'listing propose')
    const black = proposals.filter(p => p.list === 'black')
    expect(black.length).toBeGreaterThan(20)
    expect(new Map(black.map(p => [p.uscc, p.records.map(r => r.ref).sort()]))).toEqual(
      new Map([...against].map(([who, refs]) => [who, refs.sort()])),
    )

    const results = await data<{ uscc: string; grade: string | null }[]>(cwd, 'evaluation show')
    const spoiled = new Set([
      ...against.keys(),
      ...rowsOf('five/sanctions.csv').map(s => s[code]),
      ...rowsOf('five/offenses.csv').map(o => o[code]),
      ...both('inspection.csv')
        .filter(i => i.整改期限! !== '' && i.整改期限! < '2013-11-04')
        .filter(i => i.整改完成日期 === '' || i.整改完成日期! > '2013-11-04')
        .map(i => i[code]),
    ])
    const graded = results.filter(r => r.grade === 'A').map(r => r.uscc)
    const red = proposals.filter(p => p.list === 'red').map(p => p.uscc)
    expect([...red].sort()).toEqual(graded.filter(uscc => !spoiled.has(uscc)).sort())
    expect(red.length).toBeGreaterThan(0)
    expect(red.length).toBeLessThan(graded.length)
    expect(proposals.every(p => p.action === 'enter')).toBe(true)
  })
})
