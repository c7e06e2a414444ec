// Records of every kind corrected by hand: what is stored is what an import of the corrected row stores, and a
// correction is refused for the same reasons. What was corrected, and why, is in the record's history.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { recordKinds } from '../../src/domain/records/all.ts'
import { at, data, done, HAND, here, sha256 } from './run.ts'

const NAME = '北京晴禾样例人力资源有限公司'
const OTHER = '91110108CXJG00023F'
const OTHER_NAME = '北京石榴籽样例人才服务有限公司'

const rows = (cwd: string, sql: string): Record<string, unknown>[] => {
  const db = new Database(join(cwd, 'chengxin.db'), { readonly: true })
  try {
    return db.prepare(sql).all() as Record<string, unknown>[]
  } finally {
    db.close()
  }
}

/** A field's switch, its header, what it was and what it becomes; an empty one is cleared. */
type Field = [string, string, string, string]

/** Noun, and its table where that is called otherwise. */
const CASES: Record<string, { table?: string; fields: Field[] }> = {
  complaint: {
    fields: [
      ['--complaint-no', '投诉编号', 'TS-1', 'TS-2'],
      ['--received-on', '收到日期', '2013-10-08', '2013年10月7日'],
      ['--complainant', '投诉人', '王某', '李某'],
      ['--category', '类别', '收费争议', '虚假信息'],
      ['--summary', '事项摘要', '押金', ''],
    ],
  },
  penalty: {
    fields: [
      ['--decision-no', '决定书文号', '样罚1号', '样罚1号'],
      ['--authority', '处罚机关', '样例局', '样例局'],
      ['--kind', '处罚种类', '罚款', '罚款;没收违法所得'],
      ['--fine-yuan', '罚款金额', '500', '5,000.50'],
      ['--decision-date', '决定日期', '2013-10-08', '2013-10-08'],
      ['--status', '状态', '已撤销', '已撤销'],
      ['--revoked-on', '撤销日期', '2013-10-29', '2013-10-30'],
    ],
  },
  sanction: {
    fields: [
      ['--kind', '惩戒措施', '约谈', '责令整改'],
      ['--decided-on', '决定日期', '2013-10-08', '2013-10-08'],
      ['--authority', '决定机关', '样例局', '样例局'],
      ['--fact', '事由', '未公示', '未公示'],
      ['--rectify-due', '整改期限', '', '2013-11-08'],
    ],
  },
  offense: {
    fields: [
      ['--person', '从业人员', '样例员工乙', '样例员工丙'],
      ['--kind', '行为类别', '违法违规', '不良信用'],
      ['--date', '认定日期', '2013-10-08', '2013-10-08'],
      ['--fact', '事实', '泄露信息', '泄露信息'],
      ['--serious', '情节严重', '否', '是'],
    ],
  },
  honor: {
    fields: [
      ['--cert-no', '证书编号', 'YL-9', 'YL-9'],
      ['--holder', '持有者', NAME, NAME],
      ['--title', '荣誉名称', '诚信服务窗口', '诚信示范单位'],
      ['--granted-on', '授予日期', '2013-10-08', '2013-10-08'],
      ['--document', '授予文号', '样发〔2013〕1号', '样发〔2013〕2号'],
      // What a revocation said can be corrected; taking the step is `title revoke`.
      ['--status', '状态', '撤销', '撤销'],
      ['--revoked-on', '撤销日期', '2013-10-29', '2013-10-30'],
      ['--revocation-document', '撤销文号', '', '样发〔2013〕9号'],
      ['--honor-reason', '撤销原因', '', '查实不诚信'],
    ],
  },
  commitment: {
    fields: [
      ['--kind', '承诺书类型', '从业人员', '从业人员'],
      ['--signed-on', '签署日期', '2013-10-08', '2013-10-08'],
      ['--signed-count', '签署人数', '12', '13人'],
    ],
  },
  system: {
    fields: [
      ['--system', '制度', '台账', '台账'],
      ['--state', '建立情况', '未建立', '已建立'],
      ['--checked-on', '核查日期', '2013-10-08', '2013-10-20'],
    ],
  },
  activity: {
    fields: [
      ['--kind', '活动类型', '培训', '培训'],
      ['--title', '活动名称', '诚信教育', '诚信兴业'],
      ['--held-on', '日期', '2013-10-12', '2013-10-12'],
      ['--satisfaction', '满意率', '95.5%', '96%'],
    ],
  },
  annual: {
    table: 'annual_check',
    fields: [
      ['--year', '年检年份', '2010', '2011'],
      ['--result', '年检结论', '合格', '不合格'],
      ['--note', '备注', '', '迟报'],
    ],
  },
  inspection: {
    fields: [
      ['--batch', '检查批次', '春雷2013', '春雷2013'],
      ['--date', '检查日期', '2013-06-20', '2013-06-21'],
      ['--officers', '检查人员', '样检一、样检二', '样检一、样检二'],
      ['--SC-05', 'SC-05', '不合格', '合格'],
      ['--SC-06', 'SC-06', '合格', ''],
    ],
  },
  metric: {
    fields: [
      ['--metric', '指标名称', '净利润', '净利润'],
      ['--period', '期间', '2011年', '2011年'],
      ['--value', '数值', '-120.5', '120.5'],
      ['--unit', '单位', '万元', '千元'],
    ],
  },
  subject: {
    fields: [
      ['--kind', '主体类型', '人员', '人员'],
      ['--name', '姓名或名称', '样例员工丙', '样例员工丁'],
      ['--started-on', '入职日期', '2013-03-01', '2013-03-02'],
      ['--district-code', '推荐范围', '朝阳区', '海淀区'],
    ],
  },
  incentive: {
    fields: [
      ['--kind', '激励或限制', '绿色通道', '资金支持'],
      ['--basis', '依据', '三（八）1', '三（八）1'],
      ['--starts-on', '起始日期', '2013-10-10', '2013-10-10'],
      ['--ends-on', '有效期至', '2014-10-09', '长期'],
    ],
  },
  listing: {
    fields: [
      ['--list', '名单', '红名单', '红名单'],
      ['--basis', '列入依据', '等级A', '等级A'],
      ['--listed-on', '列入日期', '2013-11-01', '2013-10-31'],
      ['--measures', '管理措施', '', '优先推荐、减少抽查'],
    ],
  },
  opinion: {
    fields: [
      ['--opinion-no', '意见编号', 'YJ-9', 'YJ-10'],
      ['--received-on', '收到日期', '2013-10-11', '2013-10-11'],
      ['--submitter', '提出人', '王某', ''],
      ['--content', '意见内容', '公开进度', '公开办理进度'],
      ['--replied-on', '答复日期', '', '2013-10-20'],
      ['--reply', '答复内容', '', '采纳'],
    ],
  },
  paper: {
    fields: [
      ['--year', '评估年度', '2013', '2012'],
      ['--kind', '材料', '推荐表', '机构自评总结'],
      ['--received-on', '收到日期', '2013-10-30', '2013-10-31'],
      ['--note', '备注', '', '补交'],
    ],
  },
}

/** Without the file that a row came from, of which one made anew has another or none. */
const stored = (cwd: string, table: string) =>
  rows(cwd, `SELECT * FROM ${table} ORDER BY id DESC LIMIT 1`).map(
    ({ id: _, batch_id: __, line: ___, ...v }) => v,
  )

async function imported(noun: string, fields: readonly Field[], which: 2 | 3): Promise<string> {
  const cwd = await at('roster')
  const cells = [...fields.map(field => [field[1], field[which]]), ['机构名称', NAME]]
  cells.push(['统一社会信用代码', HAND])
  const line = (of: 0 | 1) => cells.map(pair => `"${pair[of]}"`).join(',')
  writeFileSync(join(cwd, 'a.csv'), `${line(0)}\n${line(1)}\n`)
  await done(cwd, `${noun} import a.csv`)
  return cwd
}

describe('what is corrected', () => {
  it('covers every kind that can be imported', () => {
    const others = ['license', 'task']
    expect([...Object.keys(CASES), ...others].sort()).toEqual(recordKinds.map(k => k.noun).sort())
  })

  it.each(Object.entries(CASES))('%s: is what an import of the corrected row stores', async (noun, one) => {
    const { table = noun, fields } = one
    const cwd = await imported(noun, fields, 2)
    const [{ id, batch_id, line }] = rows(cwd, `SELECT * FROM ${table} ORDER BY id DESC LIMIT 1`) as [
      Record<string, number>,
    ]
    const changed = fields.filter(([, , before, after]) => before !== after)
    const given = changed.flatMap(([option, , , after]) => [option, after])
    const words = [noun, 'edit', String(id), ...given, '--reason', '录入 有误']
    const { edited, changes, record } = await data<{
      edited: boolean
      changes: { field: string; header: string; before: string | null; after: string | null }[]
      record: Record<string, unknown>
    }>(cwd, words)
    expect(edited).toBe(true)
    expect(changes.map(c => c.field)).toHaveLength(changed.length)
    expect(stored(cwd, table)).toEqual(stored(await imported(noun, fields, 3), table))
    // It still knows the line it came from.
    expect(rows(cwd, `SELECT batch_id, line FROM ${table} WHERE id = ${id}`)).toEqual([{ batch_id, line }])
    const listed = await data<{ id: number }[]>(cwd, `${noun} list`)
    expect(record).toEqual(listed.find(r => r.id === id))
    const log = await data<{ command: string; rows: number; summary: { reason?: string } }[]>(cwd, 'log list')
    expect(log.at(-1)).toMatchObject({ command: `${noun} edit`, rows: 1, summary: { reason: '录入 有误' } })
    await done(cwd, 'log verify')
    // Said again, it is so already.
    const before = sha256(join(cwd, 'chengxin.db'))
    expect(await data(cwd, words)).toMatchObject({ edited: false, changes: [] })
    expect((await done(cwd, words)).stdout).toMatch(/与所填相同，没有改动\n$/)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('task: is what adding the corrected one stores', async () => {
    const add = (cwd: string, title: string, due: string) =>
      done(cwd, `task add --agency ${HAND} --kind 其他 --title ${title} --due-on ${due}`)
    const [byHand, anew] = [await at('roster'), await at('roster')]
    await add(byHand, '补报', '2013-11-20')
    await done(byHand, 'task edit 1 --title 补正 --due-on 2013-11-21 --reason 错字')
    await add(anew, '补正', '2013-11-21')
    expect(stored(byHand, 'task')).toEqual(stored(anew, 'task'))
  })

  it('license: is what issuing the corrected one stores, its own reason under a switch of its own', async () => {
    const issue = (cwd: string, issuer: string) =>
      done(
        cwd,
        `license issue --agency 12110106CXJG0004XA --license-no X1 --license-issuer ${issuer} --valid-to 2016-10-31`,
      )
    const [byHand, anew] = [await at('roster'), await at('roster')]
    await issue(byHand, '甲局')
    await done(byHand, 'license edit 1 --license-issuer 乙局 --reason 错字')
    await issue(anew, '乙局')
    expect(stored(byHand, 'license')).toEqual(stored(anew, 'license'))
    await done(byHand, 'license edit 1 --license-reason 补正 --reason 错字')
    expect(stored(byHand, 'license')[0]).toMatchObject({ reason: '补正' })
  })

  it('may belong to another agency from now on, or to none where it can', async () => {
    const cwd = await at('records')
    const moved = await data<{ changes: object[] }>(
      cwd,
      `complaint edit TS2013-001 --agency ${OTHER} --reason 机构认错`,
    )
    expect(moved.changes).toEqual([
      {
        what: 'TS2013-001',
        field: 'agency_name',
        header: '机构名称',
        before: NAME,
        after: OTHER_NAME,
      },
    ])
    const own = await data<{ complaint_no: string }[]>(cwd, `complaint list --agency ${OTHER}`)
    expect(own.map(c => c.complaint_no)).toContain('TS2013-001')
    // An agency's own honor names it as holder.
    const honor = await data<{ record: object }>(cwd, `honor edit YL-001 --agency ${OTHER} --reason 机构认错`)
    expect(honor.record).toMatchObject({ uscc: OTHER, holder: OTHER_NAME })
    const opinion = `opinion add --agency ${HAND} --opinion-no YJ-1 --received-on 2013-10-01 --content 公开`
    await done(cwd, opinion)
    const words = ['opinion', 'edit', 'YJ-1', '--agency', '', '--reason', '非机构意见']
    expect(await data(cwd, words)).toMatchObject({ record: { agency_name: null, district: null } })
  })

  it('nothing on a dry run', async () => {
    const cwd = await at('records')
    const before = sha256(join(cwd, 'chengxin.db'))
    const line = 'complaint edit TS2013-001 --category 其他 --reason 录错 --dry-run'
    expect(await data(cwd, line)).toMatchObject({
      edited: false,
      dry_run: true,
      changes: [{ after: '其他' }],
    })
    expect((await done(cwd, line)).stdout).toBe('可以更正 TS2013-001；没有写入\n  类别：虚假信息 → 其他\n')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('tells nobody who complained, only that it was changed', async () => {
    const cwd = await at('records')
    const edit = 'complaint edit TS2013-001 --complainant 王某 --contact 13800000000 --reason 补记'
    const ran = await done(cwd, edit)
    expect(ran.stdout).toContain('投诉人：*** → ***')
    expect(ran.stdout).toContain('联系方式：— → ***')
    const told = [
      ran,
      await done(cwd, 'complaint show TS2013-001 --json'),
      await done(cwd, 'log list --json'),
    ]
    for (const { stdout, stderr } of told)
      expect(`${stdout}${stderr}`).not.toMatch(/王某|13800000000|某求职者/)
    expect(rows(cwd, 'SELECT complainant FROM complaint WHERE id = 1')).toEqual([{ complainant: '王某' }])
  })

  it('keeps its batch from being taken back', async () => {
    const cwd = await at('records')
    await done(cwd, 'complaint edit TS2013-001 --category 其他 --reason 录错')
    const ran = await here(cwd, 'import undo 2')
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('CX5017')])
  })
})

/** What is wrong, the command line, and the codes and places, all at once. */
const REFUSED: [string, string | string[], string[]][] = [
  ['no reason', 'complaint edit TS2013-001 --category 其他', ['CX1023 --reason']],
  [
    'a blank reason, besides what else is wrong',
    ['complaint', 'edit', 'TS2013-001', '--closed-on', '2013-02-17', '--reason', ' '],
    ['CX1023 --reason', 'CX1037 --closed-on', 'CX1037 --closed-on'],
  ],
  [
    'bad values',
    'complaint edit TS2013-001 --category 收费 --received-on 2013-02-30 --reason x',
    ['CX1030 --received-on', 'CX1032 --category'],
  ],
  [
    'a required field cleared',
    ['complaint', 'edit', 'TS2013-001', '--category', '', '--reason', 'x'],
    ['CX1023 --category'],
  ],
  [
    'an agency taken away that there must be',
    ['complaint', 'edit', 'TS2013-001', '--agency', '', '--reason', 'x'],
    ['CX1023 --agency'],
  ],
  [
    'a finding without its closing',
    ['complaint', 'edit', 'TS2013-001', '--closed-on', '', '--reason', 'x'],
    ['CX1039 --finding'],
  ],
  ['a day to come', 'complaint edit TS2013-001 --closed-on 2013-11-05 --reason x', ['CX1038 --closed-on']],
  [
    'the number of another record',
    'complaint edit TS2013-001 --complaint-no TS2013-005 --reason x',
    ['CX1093 --complaint-no'],
  ],
  [
    'a district that is none',
    'inspection edit 1 --district-code 某区 --reason x',
    ['CX1054 --district-code'],
  ],
  [
    'money with three places',
    'penalty edit 样例罚字〔2013〕1号 --fine-yuan 1.234 --reason x',
    ['CX1036 --fine-yuan'],
  ],
]

describe('is refused, and the record stays as it is', () => {
  it.each(REFUSED)('%s', async (_, line, wanted) => {
    const cwd = await at('records')
    const before = sha256(join(cwd, 'chengxin.db'))
    const words = typeof line === 'string' ? line.split(' ') : line
    const ran = await here(cwd, words)
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    expect(ran.stderr).toMatch(/没有改动\n$/)
    const { edited, problems } = await data<{
      edited: boolean
      problems: { code: string; column: string }[]
    }>(cwd, words, 3)
    expect(edited).toBe(false)
    expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it.each([
    ['complaint edit TS2013-04 --reason x', 4, /CX4002.*\n.*TS2013-004/],
    ['penalty show 99', 4, /CX4002.*行政处罚.*\n.*chengxin penalty list/],
    ['complaint edit TS2013-001 --agency 某某公司 --reason x', 4, /CX4001/],
    ['complaint edit --reason x', 2, /CX6001/],
    ['complaint edit TS2013-001 --colour red', 2, /CX6001/],
  ])('%s', async (line, code, says) => {
    const ran = await here(await at('records'), line)
    expect([ran.code, ran.stdout]).toEqual([code, ''])
    expect(ran.stderr).toMatch(says)
  })

  it('a word that is the number of one record and the id of another; told which, it is corrected', async () => {
    const cwd = await at('roster')
    for (const no of ['8', '1'])
      await done(cwd, `opinion add --opinion-no ${no} --received-on 2013-10-01 --content 意见${no}`)
    for (const verb of ['show 1', 'edit 1 --handler 样办 --reason x']) {
      const ran = await here(cwd, `opinion ${verb}`)
      expect([ran.code, ran.stdout]).toEqual([4, ''])
      expect(ran.stderr).toMatch(/CX1160.*\n.*id=2.*id=1/)
    }
    expect(await data(cwd, 'opinion show id=1')).toMatchObject({ opinion_no: '8' })
    expect(await data(cwd, 'opinion show 8')).toMatchObject({ opinion_no: '8' })
    await done(cwd, 'opinion edit id=2 --handler 样办 --reason x')
    expect(rows(cwd, 'SELECT opinion_no, handler FROM opinion ORDER BY id')).toEqual([
      { opinion_no: '8', handler: null },
      { opinion_no: '1', handler: '样办' },
    ])
  })
})

const codes = async (cwd: string, line: string | string[], code = 3) => {
  const words = typeof line === 'string' ? line.split(' ') : line
  const ran = await here(cwd, [...words, '--json'])
  expect(ran.code, ran.stderr + ran.stdout).toBe(code)
  const { data, warnings } = JSON.parse(ran.stdout) as {
    data: { problems: { code: string; column: string }[] }
    warnings: { code: string; column: string }[]
  }
  const told = (found: { code: string; column: string }[]) => found.map(p => `${p.code} ${p.column}`)
  return { problems: told(data.problems), warnings: told(warnings) }
}

describe('an original and those that repeat it', () => {
  const linked = async () => {
    const cwd = await at('records')
    for (const no of ['D1', 'D2', 'D3'])
      await done(
        cwd,
        `complaint add --agency ${HAND} --complaint-no ${no} --received-on 2013-10-08 --category 其他`,
      )
    for (const no of ['D2', 'D3']) await done(cwd, `complaint link ${no} --to D1`)
    return cwd
  }

  it.each([
    ['complaint edit D1 --complaint-no D9 --reason x', ['CX1162 --complaint-no']],
    [`complaint edit D1 --agency ${OTHER} --reason x`, ['CX1162 --agency']],
    [
      `complaint edit D1 --agency ${OTHER} --complaint-no D9 --reason x`,
      ['CX1162 --complaint-no', 'CX1162 --agency'],
    ],
  ])('%s is refused', async (line, wanted) => {
    const cwd = await linked()
    const before = sha256(join(cwd, 'chengxin.db'))
    expect((await codes(cwd, line)).problems).toEqual(wanted)
    expect((await here(cwd, line)).stderr).toMatch(/D1 有重复件 D2、D3[\s\S]*complaint link D2 --remove/)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('what else is corrected, and a duplicate may have another number', async () => {
    const cwd = await linked()
    await done(cwd, 'complaint edit D1 --summary 押金 --reason x')
    await done(cwd, 'complaint edit D2 --complaint-no D8 --reason x')
    for (const no of ['D8', 'D3']) await done(cwd, `complaint link ${no} --remove`)
    await done(cwd, 'complaint edit D1 --complaint-no D9 --reason x')
  })

  it('a link astray on file is no fault of a file that has nothing to do with it, nor of an undo', async () => {
    const cwd = await linked()
    const db = new Database(join(cwd, 'chengxin.db'))
    db.exec("UPDATE complaint SET key = 'D9', complaint_no = 'D9' WHERE key = 'D1'")
    db.close()
    const head = '投诉编号,收到日期,类别,机构名称,重复于'
    writeFileSync(join(cwd, 'a.csv'), `${head}\nN1,2013-10-09,其他,${NAME},\n`)
    await done(cwd, 'complaint import a.csv')
    await done(cwd, 'import undo 6')
    // One that the file itself makes is.
    writeFileSync(join(cwd, 'b.csv'), `${head}\nN2,2013-10-09,其他,${NAME},D1\n`)
    const { problems } = await data<{ problems: { code: string; line: number }[] }>(
      cwd,
      'complaint import b.csv',
      3,
    )
    expect(problems.map(p => `${p.code} ${p.line}`)).toEqual(['CX1105 2'])
  })
})

describe('a correction makes nothing that adding or a step refuses', () => {
  const SOURCE = '样例罚字〔2013〕9号'
  /** A black entry and a ban made by hand, an open complaint, and a sanction and a penalty that stand. */
  const measured = async () => {
    const cwd = await at('records')
    const lines = [
      `penalty add --agency ${HAND} --decision-no ${SOURCE} --authority 样例局 --kind 罚款 --decision-date 2012-11-01`,
      `listing add --agency ${HAND} --list 黑名单 --basis 行政处罚 --source-no ${SOURCE} --noticed-on 2012-11-20 --listed-on 2013-01-01`,
      `listing add --agency ${OTHER} --list 红名单 --basis 等级A --listed-on 2013-10-01`,
      `incentive add --agency ${HAND} --kind 行业禁入 --basis x --starts-on 2013-10-01 --ends-on 2014-10-01`,
      `sanction add --agency ${HAND} --kind 责令整改 --decided-on 2013-10-08 --authority 样例局 --fact 未公示 --rectify-due 2013-11-08`,
      `complaint add --agency ${HAND} --complaint-no D1 --received-on 2013-10-08 --category 其他`,
    ]
    for (const line of lines) await done(cwd, line)
    return cwd
  }

  it.each<[string, string[]]>([
    ['listing edit 1 --source-no= --noticed-on=', ['CX1039 --noticed-on', 'CX1153 --source-no']],
    ['listing edit 1 --source-no 样例罚字〔1999〕1号', ['CX1153 --source-no']],
    [`listing edit 1 --agency ${OTHER}`, ['CX1153 --source-no']],
    ['listing edit 2 --list 黑名单', ['CX1039 --noticed-on', 'CX1153 --source-no']],
    [
      'listing edit 1 --exited-on 2013-05-01 --exit-kind 期满 --exit-reason r',
      ['CX1163 --exited-on', 'CX1150 --exited-on'],
    ],
    ['listing edit 1 --exit-kind 修复', ['CX1039 --exit-kind']],
    ['listing edit 1 --exit-reason 修复', ['CX1039 --exit-reason']],
    ['incentive edit 1 --ends-on=', ['CX1039 --ends-on']],
    ['incentive edit 1 --ended-on 2013-11-01 --end-reason x', ['CX1163 --ended-on']],
    ['sanction edit 1 --rectified-on 2013-11-01', ['CX1163 --rectified-on']],
    ['inspection edit 1 --rectify-due 2013-11-08 --rectified-on 2013-11-01', ['CX1163 --rectified-on']],
    [`penalty edit ${SOURCE} --status 已撤销 --revoked-on 2013-10-30`, ['CX1163 --status']],
    [`penalty edit ${SOURCE} --status 复议诉讼中`, ['CX1163 --status']],
    [`penalty edit ${SOURCE} --repaired-on 2013-10-30`, ['CX1163 --repaired-on']],
    ['complaint edit D1 --closed-on 2013-11-02 --finding 属实', ['CX1163 --closed-on', 'CX1023 --dishonest']],
    ['complaint edit D1 --closed-on 2013-11-02 --finding 不属实', ['CX1163 --closed-on']],
  ])('%s', async (line, wanted) => {
    const cwd = await measured()
    const before = sha256(join(cwd, 'chengxin.db'))
    expect((await codes(cwd, `${line} --reason x`)).problems).toEqual(wanted)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('names the verb of the step, in both languages', async () => {
    const cwd = await measured()
    const line = 'complaint edit D1 --closed-on 2013-11-02 --finding 不属实 --reason x'
    expect((await here(cwd, line)).stderr).toContain('用 complaint close 办理')
    expect((await here(cwd, `${line} --lang en`)).stderr).toContain('Use complaint close')
  })

  it('what a step said is corrected, within what it would have taken; its own faults are not the others’', async () => {
    const cwd = await measured()
    await done(cwd, 'listing exit 1 --kind 修复 --reason 已整改 --exited-on 2013-10-30')
    await done(cwd, 'listing edit 1 --exited-on 2013-10-31 --reason x')
    expect((await codes(cwd, 'listing edit 1 --exit-kind 期满 --reason x')).problems).toEqual([
      'CX1150 --exited-on',
    ])
    expect((await codes(cwd, 'listing edit 1 --exited-on= --reason x')).problems).toEqual([
      'CX1039 --exit-kind',
      'CX1039 --exit-reason',
    ])
    // Taken off by mistake, it is on the list again.
    await done(cwd, 'listing edit 1 --exited-on= --exit-kind= --exit-reason= --reason 误移出')
    await done(cwd, 'complaint close D1 --finding 不属实 --closed-on 2013-11-01')
    await done(cwd, 'complaint edit D1 --closed-on 2013-11-02 --reason x')
    expect((await codes(cwd, 'complaint edit D1 --finding 属实 --reason x')).problems).toEqual([
      'CX1023 --dishonest',
    ])
    await done(cwd, 'complaint edit D1 --finding 属实 --dishonest 否 --reason x')
  })

  it('a fault that an old record had and that is not touched is only a warning', async () => {
    const cwd = await at('records')
    writeFileSync(join(cwd, 'l.csv'), `机构名称,名单,列入依据,列入日期\n${NAME},黑名单,旧账,2011-01-01\n`)
    await done(cwd, 'listing import l.csv')
    const old = await codes(cwd, 'listing edit 1 --source-no 无号 --reason x')
    expect(old.problems).toEqual(['CX1153 --source-no'])
    const ran = await here(cwd, 'listing edit 1 --note 旧账补记 --reason x --json')
    expect(ran.code, ran.stdout).toBe(0)
    const { warnings } = JSON.parse(ran.stdout) as { warnings: { code: string; column: string }[] }
    expect(warnings.map(w => `${w.code} ${w.column}`)).toEqual(['CX1039 --noticed-on', 'CX1153 --source-no'])
  })

  it('an entry taken off in a way but on no day is refused from a file', async () => {
    const cwd = await at('records')
    const head = '机构名称,名单,列入依据,列入日期,移出方式'
    writeFileSync(join(cwd, 'l.csv'), `${head}\n${NAME},红名单,旧账,2011-01-01,期满\n`)
    const { problems } = await data<{ problems: { code: string }[] }>(cwd, 'listing import l.csv', 3)
    expect(problems.map(p => p.code)).toEqual(['CX1039'])
  })

  it('the last event of a license says that the roster is corrected by itself', async () => {
    const cwd = await at('roster')
    await done(
      cwd,
      'license issue --agency 12110106CXJG0004XA --license-no X1 --license-issuer 甲局 --valid-to 2016-10-31',
    )
    const line = 'license edit 1 --license-no X2 --valid-to 2016-10-30 --reason x'
    const ran = await here(cwd, `${line} --json`)
    const { warnings } = JSON.parse(ran.stdout) as { warnings: { code: string; column: string }[] }
    expect(warnings.map(w => `${w.code} ${w.column}`)).toEqual(['CX1164 --license-no', 'CX1164 --valid-to'])
    expect((await here(cwd, 'license edit 1 --change 补正 --reason x')).stderr).not.toContain('CX1164')
  })
})

describe('show', () => {
  it('tells where a record came from, and what was corrected, why and by whom', async () => {
    const cwd = await at('records')
    await done(cwd, 'penalty edit 样例罚字〔2013〕1号 --fine-yuan 6000 --reason 金额录错')
    await done(cwd, `penalty edit 1 --agency ${OTHER} --reason 机构认错`)
    const shown = await data<{ source: object; history: Record<string, unknown>[]; fine_yuan: string }>(
      cwd,
      'penalty show 1',
    )
    expect(shown).toMatchObject({ fine_yuan: '6000.00', uscc: OTHER })
    expect(shown.source).toMatchObject({ file: 'penalties.csv', line: 2 })
    const told = shown.history
      .filter(h => h.command === 'penalty edit')
      .map(h => [h.operator, h.field, h.before, h.after, h.reason])
    expect(told).toEqual([
      ['测试员', 'fine_fen', '5000.00', '6000.00', '金额录错'],
      ['测试员', 'agency_name', '密云样例职业介绍服务社', OTHER_NAME, '机构认错'],
    ])
    const { stdout } = await done(cwd, 'penalty show 样例罚字〔2013〕1号')
    expect(stdout).toMatch(/来源：penalties\.csv 第 2 行（第 \d+ 批导入）/)
    expect(stdout).toMatch(/penalty edit {2}理由：金额录错\n {4}罚款金额：5000\.00 → 6000\.00\n/)
  })

  it('an inspection by its items, one made by hand as such', async () => {
    const cwd = await at('roster')
    await done(cwd, `task add --agency ${HAND} --kind 其他 --title 补报`)
    expect(await data(cwd, 'task show 1')).toMatchObject({ source: null, title: '补报' })
    expect((await done(cwd, 'task show 1')).stdout).toContain('来源：手工登记')
  })
})
