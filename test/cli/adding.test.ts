// One record by hand: what is stored is what an import of the same row stores, and it is refused for the same reasons.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { at, data, done, HAND, here, sha256 } from './run.ts'

const rows = (cwd: string, sql: string, ...given: string[]): Record<string, unknown>[] => {
  const db = new Database(join(cwd, 'chengxin.db'), { readonly: true })
  try {
    return db.prepare(sql).all(...given) as Record<string, unknown>[]
  } finally {
    db.close()
  }
}

/** Noun; switches and headers with their cells. */
const ADDED: [string, [string, string, string][]][] = [
  [
    'complaint',
    [
      ['--complaint-no', '投诉编号', 'TS-1'],
      ['--received-on', '收到日期', '2013年10月8日'],
      ['--complainant', '投诉人', '王某'],
      ['--contact', '联系方式', '01064632146'],
      ['--category', '类别', '收费争议'],
      ['--dishonest', '涉不诚信', '是'],
      ['--closed-on', '办结日期', '2013/10/20'],
      ['--finding', '查处结论', '部分属实'],
    ],
  ],
  [
    'penalty',
    [
      ['--decision-no', '决定书文号', '样罚字〔2013〕9号'],
      ['--authority', '处罚机关', '样例局'],
      ['--kind', '处罚种类', '罚款'],
      ['--fine-yuan', '罚款金额', '5,000.50'],
      ['--decision-date', '决定日期', '20131008'],
    ],
  ],
  [
    'honor',
    [
      ['--title', '荣誉名称', '诚信示范单位'],
      ['--holder', '持有者', '北京晴禾样例人力资源有限公司'],
      ['--granted-on', '授予日期', '2013-10-08'],
      ['--plate-no', '标牌编号', 'P-0900'],
    ],
  ],
  [
    'commitment',
    [
      ['--kind', '承诺书类型', '从业人员'],
      ['--signed-on', '签署日期', '2013-10-08'],
      ['--signed-count', '签署人数', '12人'],
    ],
  ],
  [
    'activity',
    [
      ['--kind', '活动类型', '培训'],
      ['--title', '活动名称', '诚信教育'],
      ['--held-on', '日期', '2013.10.12'],
      ['--satisfaction', '满意率', '95.5%'],
    ],
  ],
  [
    'inspection',
    [
      ['--batch', '检查批次', '春雷2013'],
      ['--date', '检查日期', '2013-06-20'],
      ['--officers', '检查人员', '样检一、样检二'],
      ['--SC-05', 'SC-05', '不合格'],
      ['--SC-06', 'SC-06', '合格'],
      ['--rectify-due', '整改期限', '2013-07-20'],
    ],
  ],
  [
    'metric',
    [
      ['--metric', '指标名称', '净利润'],
      ['--period', '期间', '2011年'],
      ['--value', '数值', '-120.5'],
      ['--unit', '单位', '万元'],
    ],
  ],
  [
    'paper',
    [
      ['--year', '年度', '2013年'],
      ['--kind', '材料名称', '机构自评总结'],
      ['--received-on', '报送日期', '2013年10月30日'],
      ['--scheme', '方案', 'beijing-2013'],
    ],
  ],
]

describe('what is added', () => {
  it.each(ADDED)('%s: is what an import of the row stores', async (noun, fields) => {
    const byHand = await at('roster')
    const given = fields.flatMap(([option, , cell]) => [option, cell])
    const { added, record } = await data<{ added: boolean; record: Record<string, unknown> }>(byHand, [
      ...[noun, 'add', '--agency', HAND],
      ...given,
    ])
    expect([added, record.uscc]).toEqual([true, HAND])

    const byFile = await at('roster')
    const cells = [...fields.map(([, header, cell]) => [header, cell]), ['统一社会信用代码', HAND]]
    cells.push(['机构名称', '北京晴禾样例人力资源有限公司'])
    const line = (of: 0 | 1) => cells.map(pair => `"${pair[of]}"`).join(',')
    writeFileSync(join(byFile, 'a.csv'), `${line(0)}\n${line(1)}\n`)
    await done(byFile, `${noun} import a.csv`)

    const stored = (cwd: string) =>
      rows(cwd, `SELECT * FROM ${noun}`).map(({ batch_id, line: _line, ...values }) => values)
    expect(stored(byHand)).toEqual(stored(byFile))
    expect(stored(byHand)).toHaveLength(1)
    expect(rows(byHand, `SELECT batch_id, line FROM ${noun}`)).toEqual([{ batch_id: null, line: null }])
    const [listed] = await data<unknown[]>(byFile, `${noun} list`)
    expect(record).toEqual(listed)
  })

  it('is logged under its number, and tells nobody who complained', async () => {
    const cwd = await at('roster')
    const [, fields] = ADDED[0]!
    const given = fields.flatMap(([option, , cell]) => [option, cell])
    const ran = await done(cwd, ['complaint', 'add', '--agency', HAND, ...given])
    expect(`${ran.stdout}${ran.stderr}`).not.toContain('王某')
    const json = await done(await at('roster'), ['complaint', 'add', '--agency', HAND, ...given, '--json'])
    expect(json.stdout).not.toContain('王某')
    const log = await data<Record<string, unknown>[]>(cwd, 'log list')
    expect(log.at(-1)).toMatchObject({ command: 'complaint add', rows: 1, summary: { record: 'TS-1' } })
    expect(JSON.stringify(log)).not.toContain('王某')
    expect(rows(cwd, 'SELECT complainant, contact FROM complaint')).toEqual([
      { complainant: '王某', contact: '01064632146' },
    ])
    await done(cwd, 'log verify')
  })

  it('the agency may be named by its license, its own id or its name', async () => {
    const cwd = await at('roster')
    const [{ id, license_no, name }] = rows(cwd, 'SELECT * FROM agency WHERE uscc = ?', HAND) as [
      { id: number; license_no: string; name: string },
    ]
    for (const [i, key] of [license_no, String(id), name].entries()) {
      const fields = ['--complaint-no', `TS-${i}`, '--received-on', '2013-10-01', '--category', '其他']
      await done(cwd, ['complaint', 'add', '--agency', key, ...fields])
    }
    expect(rows(cwd, 'SELECT DISTINCT agency_id AS id FROM complaint')).toEqual([{ id }])
  })

  it('nothing on a dry run', async () => {
    const cwd = await at('roster')
    const before = sha256(join(cwd, 'chengxin.db'))
    const fields = ['--complaint-no', 'TS-1', '--received-on', '2013-10-01', '--category', '其他']
    const line = ['complaint', 'add', '--agency', HAND, ...fields, '--dry-run']
    expect(await data(cwd, line)).toMatchObject({ added: false, dry_run: true, problems: [] })
    expect((await done(cwd, line)).stdout).toBe('可以登记 TS-1；没有写入\n')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})

/** Switches, and the codes and places of what is wrong, all at once. */
const REFUSED: [string, string, string[]][] = [
  [
    'everything that is wrong',
    'complaint add --received-on 2013-12-01 --category 收费 --closed-on 2013-02-30',
    [
      'CX1032 --category',
      'CX1030 --closed-on',
      'CX1023 --complaint-no',
      'CX1023 --agency',
      'CX1038 --received-on',
    ],
  ],
  [
    'closed before it was received',
    `complaint add --agency ${HAND} --complaint-no T --category 其他 --received-on 2013-10-02 --closed-on 2013-10-01 --finding 属实`,
    ['CX1037 --closed-on'],
  ],
  [
    'a number on file',
    `complaint add --agency ${HAND} --complaint-no TS2013-001 --category 其他 --received-on 2013-10-02`,
    ['CX1093 --complaint-no'],
  ],
  [
    'a number that another agency has',
    `complaint add --agency ${HAND} --complaint-no TS2013-005 --category 其他 --received-on 2013-10-02`,
    ['CX1092 --complaint-no', 'CX1093 --complaint-no'],
  ],
  [
    'a penalty dated in the future',
    `penalty add --agency ${HAND} --decision-no P --authority 局 --kind 罚款 --decision-date 2013-11-05`,
    ['CX1038 --decision-date'],
  ],
  [
    'money with three places',
    `penalty add --agency ${HAND} --decision-no P --authority 局 --kind 罚款 --decision-date 2013-11-01 --fine-yuan 1.234`,
    ['CX1036 --fine-yuan'],
  ],
]

describe('is refused, and the file stays as it is', () => {
  it.each(REFUSED)('%s', async (_, line, wanted) => {
    const cwd = await at('records')
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, line)
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    expect(ran.stderr).toMatch(/没有登记\n$/)
    const { added, problems } = await data<{ added: boolean; problems: { code: string; column: string }[] }>(
      cwd,
      line,
      3,
    )
    expect(added).toBe(false)
    expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
    for (const { code, column } of problems) expect(ran.stderr).toMatch(RegExp(`${code}[^]*位置：${column}`))
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it.each([
    ['an agency that is not on the roster', 'complaint add --agency 某某公司 --complaint-no T', 4, 'CX4001'],
    ['a switch that is none', 'complaint add --colour red', 2, 'CX6001'],
  ])('%s', async (_, line, exit, code) => {
    const ran = await here(await at('records'), line)
    expect([ran.code, ran.stdout]).toEqual([exit, ''])
    expect(ran.stderr).toContain(code)
  })
})

describe('lists', () => {
  const SUMMER = ['--from', '2013-06-01', '--to', '2013-08-31']
  it.each([
    ['complaint', ['--state', 'open'], 'closed_on IS NULL'],
    ['complaint', ['--state', '已办结'], 'closed_on IS NOT NULL'],
    ['complaint', ['--state', 'overdue'], "closed_on IS NULL AND due_on < '2013-11-04'"],
    ['complaint', SUMMER, "received_on BETWEEN '2013-06-01' AND '2013-08-31'"],
    ['complaint', ['--district', '朝阳区'], "district_code = '110105'"],
    [
      'complaint',
      ['--district', '110228', '--to', '2013/9/9'],
      "district_code = '110228' AND received_on <= '2013-09-09'",
    ],
    ['penalty', ['--state', 'in_force'], "status = 'in_force'"],
    ['inspection', ['--state', '整改超期'], "rectified_on IS NULL AND rectify_due < '2013-11-04'"],
    [
      'inspection',
      ['--state', 'rectified', '--agency', HAND],
      `rectified_on IS NOT NULL AND uscc = '${HAND}'`,
    ],
  ])('%s list %j', async (noun, options, where) => {
    const cwd = await at('records')
    const key = { complaint: 'complaint_no', penalty: 'decision_no', inspection: 'date' }[noun]!
    const listed = await data<Record<string, string>[]>(cwd, [noun, 'list', ...options])
    const sql = `SELECT r.${key} AS key FROM ${noun} r LEFT JOIN agency a ON a.id = r.agency_id WHERE ${where} ORDER BY r.id`
    expect(listed.map(r => r[key])).toEqual(rows(cwd, sql).map(r => r.key))
  })

  it('an honor is what it is on the day', async () => {
    const cwd = await at('records')
    const states = ['valid', 'expired', 'revoked', 'not_yet']
    const lists = await Promise.all(states.map(s => data<unknown[]>(cwd, `honor list --state ${s}`)))
    const all = await data<unknown[]>(cwd, 'honor list')
    expect(lists.flat()).toHaveLength(all.length)
    expect(lists[2]!.length).toBeGreaterThan(0)
  })

  it('a period counts that touches the days asked for', async () => {
    const cwd = await at('roster')
    for (const period of ['2011', '2012-H1', '2012-Q3', '2012-08']) {
      const fields = ['--metric', '服务人次', '--period', period, '--value', '1']
      await done(cwd, ['metric', 'add', '--agency', HAND, ...fields])
    }
    const periods = async (...options: string[]) =>
      (await data<{ period: string }[]>(cwd, ['metric', 'list', ...options])).map(m => m.period)
    expect(await periods('--from', '2012-07-15')).toEqual(['2012-Q3', '2012-08'])
    expect(await periods('--from', '2011-12-31', '--to', '2012-01-01')).toEqual(['2011', '2012-H1'])
    expect(await periods('--to', '2010-12-31')).toEqual([])
  })

  it('in the order asked for, empty ones last both ways', async () => {
    const cwd = await at('records')
    const days = async (line: string) =>
      (await data<{ closed_on: string | null }[]>(cwd, line)).map(c => c.closed_on)
    const ascending = await days('complaint list --sort closed_on')
    const known = ascending.filter(day => day !== null)
    const nulls = ascending.filter(day => day === null)
    expect(nulls.length).toBeGreaterThan(0)
    expect(ascending).toEqual([...[...known].sort(), ...nulls])
    expect(await days('complaint list --sort closed_on --descending')).toEqual([
      ...[...known].sort().reverse(),
      ...nulls,
    ])
  })

  it.each([
    ['complaint list --state late', 'CX6002'],
    ['complaint list --sort summary2', 'CX6002'],
    ['complaint list --from 2013-02-30', 'CX6006'],
    ['complaint list --to 10/11/12', 'CX6002'],
    ['metric list --state open', 'CX6001'],
  ])('refuse %s', async (line, code) => {
    const ran = await here(await at('records'), line)
    expect([ran.code, ran.stdout]).toEqual([2, ''])
    expect(ran.stderr).toContain(code)
  })

  it.each([
    ['', 'open（未办结）、closed（已办结）'],
    ['--lang en ', 'Choose from: open、closed、overdue、duplicate\n'],
  ])('name the states as the help does: %s', async (lang, names) => {
    const ran = await here(await at('records'), `${lang}complaint list --state 什么`)
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(names)])
  })

  it('and show choices in the language of the reader; words of the notices stay', async () => {
    const cwd = await at('records')
    await done(cwd, 'complaint edit TS2013-001 --dishonest 否 --reason 笔误')
    const list = (await done(cwd, '--lang en complaint list')).stdout
    expect(list).toContain('not upheld')
    expect(list).not.toMatch(/属实|是|否/)
    const shown = (await done(cwd, '--lang en complaint show TS2013-001')).stdout
    expect(shown).toContain('Dishonest: no\n')
    expect(shown).toContain('    Dishonest: yes → no\n')
    expect(shown).toMatch(/Category: \p{Script=Han}+\n/u)
    expect((await done(cwd, 'complaint show TS2013-001')).stdout).toContain('    涉不诚信：是 → 否\n')
  })

  it('a district that is none', async () => {
    expect((await here(await at('records'), 'complaint list --district 某区')).code).toBe(4)
  })
})

describe('what nobody can see, and what is the same however it is written', () => {
  const codes = async (cwd: string, words: readonly string[]) => {
    const ran = await here(cwd, [...words, '--json'])
    expect(ran.code, ran.stdout).toBe(3)
    const told = JSON.parse(ran.stdout) as { data: { problems: { code: string; column: string }[] } }
    return told.data.problems.map(p => `${p.code} ${p.column}`)
  }

  it.each<[string, string[], string]>([
    [
      'a name of an agency',
      ['agency', 'edit', HAND, '--name', '名\u0001\u001b[31m称', '--reason', 'x'],
      '--name',
    ],
    ['a field', ['complaint', 'edit', 'TS2013-001', '--summary', '押\u200b金', '--reason', 'x'], '--summary'],
    [
      'a step',
      ['complaint', 'close', 'TS2013-004', '--finding', '不属实', '--outcome', '\u009b'],
      '--outcome',
    ],
  ])('%s with control characters is refused as in a file', async (_, words, column) => {
    const cwd = await at('records')
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, words)
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    expect(ran.stderr).toContain('CX1013')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not reach the terminal
    expect(ran.stderr).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b]/)
    if (words[1] === 'edit') expect(await codes(cwd, words)).toEqual([`CX1013 ${column}`])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it.each<[string, string[], string]>([
    [
      'a reason',
      ['complaint', 'edit', 'TS2013-001', '--summary', 'x', '--reason', '录\u001b[2J错'],
      '--reason',
    ],
    ['the reason of a step', ['penalty', 'revoke', '1', '--reason', '\u0007'], '--reason'],
    ['what is done for a task', ['task', 'done', '1', '--outcome', '\u0007'], '--outcome'],
    ['who leads a district', ['district', 'set', '110105', '--leader', '样\u200e'], '--leader'],
    [
      'the name of a draw',
      ['inspection', 'draw', '甲\u0007', '--seed', '1', '--ratio', '10%', '--inspectors', 'a、b、c'],
      'name',
    ],
    ['the name of a campaign', ['campaign', 'open', '春雷\u0007'], 'campaign'],
    ['who works', ['--operator', '样\u001b]0;', 'agency', 'add', '--name', 'x'], '--operator'],
  ])('%s too', async (_, words, column) => {
    const cwd = await at('records')
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, words)
    expect([ran.code, ran.stdout], ran.stderr).toEqual([3, ''])
    expect(ran.stderr).toContain('CX1013')
    expect(ran.stderr).toContain(column)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('one officer written twice is one', async () => {
    const add = [
      'inspection',
      'add',
      '--agency',
      HAND,
      '--batch',
      '春雷2013',
      '--date',
      '2013-06-30',
      '--officers',
    ]
    const cwd = await at('roster')
    for (const officers of ['张 三、张三', '张三、张　三', 'Ａ三、A三']) {
      const ran = await done(cwd, [...add, officers, '--dry-run'])
      expect(ran.stderr, officers).toContain('CX1060')
    }
    expect((await done(cwd, [...add, '张三、李四', '--dry-run'])).stderr).not.toContain('CX1060')
  })

  it('p-0900 and P-0900 are one plate', async () => {
    const cwd = await at('roster')
    const add = `honor add --agency ${HAND} --granted-on 2013-10-08`
    await done(cwd, `${add} --title 甲 --plate-no p-0900`)
    expect(await codes(cwd, `${add} --title 乙 --plate-no P-0900`.split(' '))).toEqual(['CX1151 --plate-no'])
    expect(await data<{ plate_no: string }[]>(cwd, 'honor list')).toMatchObject([{ plate_no: 'P-0900' }])
  })

  it('an honor of which nobody says whose it is, is an agency’s, and needs one', async () => {
    const cwd = await at('roster')
    const add = 'honor add --holder 某某 --title 甲 --granted-on 2013-10-08'
    expect(await codes(cwd, add.split(' '))).toEqual(['CX1023 --agency'])
    await done(cwd, `${add} --holder-kind 个人`)
    writeFileSync(join(cwd, 'h.csv'), '持有者,荣誉名称,授予日期\n某某公司,甲,2013-10-08\n')
    const { problems } = await data<{ problems: { code: string }[] }>(cwd, 'honor import h.csv', 3)
    expect(problems.map(p => p.code)).toEqual(['CX1050'])
  })

  it('an inspection that loses its agency says so of the switch', async () => {
    const cwd = await at('records')
    const words = ['inspection', 'edit', '1', '--agency', '', '--reason', 'x']
    expect(await codes(cwd, words)).toEqual(['CX1023 --agency'])
  })

  it('names the noun that corrects', async () => {
    const cwd = await at('records')
    const line =
      'penalty add --decision-no 样例罚字〔2013〕1号 --authority x --kind 罚款 --decision-date 2013-10-01'
    const again = await here(cwd, `${line} --agency ${HAND}`)
    expect(again.stderr).toContain('penalty edit')
    await done(cwd, 'penalty revoke 1 --reason x')
    expect((await here(cwd, 'penalty revoke 1 --reason x')).stderr).toContain('penalty edit')
    expect((await here(cwd, 'penalty revoke 1 --reason x --lang en')).stderr).toContain('with penalty edit')
  })

  it('more signed than there are heads is warned of', async () => {
    const cwd = await at('roster')
    const add = `commitment add --agency ${HAND} --kind 从业人员 --signed-on 2013-10-08 --signed-count`
    expect((await done(cwd, `${add} 5000`)).stderr).toContain('CX1120')
    expect((await done(cwd, 'commitment edit 1 --signed-count 1 --reason x')).stderr).not.toContain('CX1120')
    expect((await done(cwd, 'commitment edit 1 --signed-count 5001 --reason x')).stderr).toContain('CX1120')
  })
})
