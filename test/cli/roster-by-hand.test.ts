// Agencies added, corrected and checked by hand, subjects with what names them, and who answers for a district.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { at, data, done, five, HAND, here, sha256 } from './run.ts'

const OTHER = '91110108CXJG00023F'

const agencies = (cwd: string): Record<string, unknown>[] => {
  const db = new Database(join(cwd, 'chengxin.db'), { readonly: true })
  try {
    return db.prepare('SELECT * FROM agency ORDER BY id').all() as Record<string, unknown>[]
  } finally {
    db.close()
  }
}
const withoutSource = (rows: Record<string, unknown>[]) =>
  rows.map(({ batch_id: _, line: __, ...values }) => values)

/** Switches, headers and cells of a row. */
const ROW: [string, string, string][] = [
  ['--name', '机构名称', '北京样例补录人力资源有限公司'],
  ['--uscc', '统一社会信用代码', '9111 0105 cxjg 0090 48'],
  ['--kind', '机构类别', '市属'],
  ['--ownership', '机构性质', '国有企业'],
  ['--license-no', '许可证编号', 'X-1'],
  ['--issued-on', '发证日期', '2012年3月1日'],
  ['--valid-to', '有效期至', '长期'],
  ['--phone', '联系电话', '010-00000099'],
  ['--staff-count', '从业人员数', '12人'],
  ['--standard-grade', '标准等级', '3A'],
]

describe('agency add', () => {
  it('stores what an import of the row stores', async () => {
    const [byHand, byFile] = [await at('roster'), await at('roster')]
    const words = ['agency', 'add', ...ROW.flatMap(([option, , cell]) => [option, cell])]
    const outcome = await data<{ added: boolean; record: object }>(byHand, words)
    expect(outcome).toMatchObject({
      added: true,
      record: {
        district: '市属机构',
        kind: 'for_profit',
        uscc: '91110105CXJG009048',
        valid_to: '9999-12-31',
      },
    })
    // A blank district follows from the kind.
    const line = (of: 1 | 2) => `${ROW.map(r => r[of]).join(',')},${of === 1 ? '推荐范围' : ''}`
    writeFileSync(join(byFile, 'a.csv'), `${line(1)}\n${line(2)}\n`)
    await done(byFile, 'agency import a.csv')
    expect(withoutSource(agencies(byHand))).toEqual(withoutSource(agencies(byFile)))
    const log = await data<object[]>(byHand, 'log list')
    expect(log.at(-1)).toMatchObject({
      command: 'agency add',
      rows: 1,
      summary: { record: '北京样例补录人力资源有限公司' },
    })
    await done(byHand, 'log verify')
  })

  it('writes nothing on a dry run', async () => {
    const cwd = await at('roster')
    const before = sha256(join(cwd, 'chengxin.db'))
    const line = 'agency add --name 甲 --kind 经营性 --district 朝阳区 --dry-run'
    expect((await done(cwd, line)).stdout).toBe('可以登记 甲；没有写入\n')
    expect(await data(cwd, line)).toMatchObject({ added: false, dry_run: true, problems: [] })
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('warns of a namesake with another code, of a license run out and of a lost zero', async () => {
    const line =
      'agency add --name 北京晴禾样例人力资源有限公司 --uscc 91110105CXJG009048 --kind 经营性 --district 朝阳区 ' +
      '--license-no X --valid-to 2013-01-01 --license-status 有效 --phone 1064632146'
    const ran = await done(await at('roster'), `${line} --json`)
    const { warnings } = JSON.parse(ran.stdout) as { warnings: { code: string }[] }
    expect(warnings.map(w => w.code)).toEqual(['CX1061', 'CX1047', 'CX1065'])
  })
})

describe('agency edit', () => {
  it('changes what is given, clears what is empty, and keeps why', async () => {
    const cwd = await at('roster')
    const words = ['agency', 'edit', HAND, '--phone', '', '--staff-count', '43', '--district', '海淀区']
    const { changes, record } = await data<{ changes: Record<string, unknown>[]; record: object }>(cwd, [
      ...words,
      '--reason',
      '年检 核对',
    ])
    expect(changes.map(c => [c.field, c.before, c.after])).toEqual([
      ['district_code', '110105', '110108'],
      ['phone', '010-00000001', null],
      ['staff_count', '42', '43'],
    ])
    expect(record).toMatchObject({ phone: null, staff_count: 43, district: '海淀区', standard_grade: 'AAA' })
    const past = await data<Record<string, unknown>[]>(cwd, `agency history ${HAND}`)
    expect(past.filter(c => c.command === 'agency edit').map(c => [c.field, c.reason])).toEqual([
      ['district_code', '年检 核对'],
      ['phone', '年检 核对'],
      ['staff_count', '年检 核对'],
    ])
    expect((await done(cwd, `agency history ${HAND}`)).stdout).toContain('年检 核对')
    const before = sha256(join(cwd, 'chengxin.db'))
    expect((await done(cwd, [...words, '--reason', '再报'])).stdout).toMatch(/与所填相同，没有改动\n$/)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    await done(cwd, 'log verify')
  })

  it('stores what an import of the corrected row stores', async () => {
    const [byHand, byFile] = [await at('roster'), await at('roster')]
    const line = '--name 北京晴禾更名样例有限公司 --legal-rep 样九 --valid-to 2015-03-11'
    await done(byHand, `agency edit ${HAND} ${line} --reason 更正`)
    writeFileSync(
      join(byFile, 'a.csv'),
      `机构名称,统一社会信用代码,机构类别,推荐范围,法定代表人,有效期至\n北京晴禾更名样例有限公司,${HAND},经营性,朝阳区,样九,2015-03-11\n`,
    )
    await done(byFile, 'agency import a.csv')
    expect(withoutSource(agencies(byHand))).toEqual(withoutSource(agencies(byFile)))
  })

  it('nothing on a dry run', async () => {
    const cwd = await at('roster')
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await done(cwd, `agency edit ${HAND} --staff-count 43 --reason x --dry-run`)
    expect(ran.stdout).toBe('可以更正 北京晴禾样例人力资源有限公司；没有写入\n  从业人员数：42 → 43\n')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})

const REFUSED: [string, string | string[], string[]][] = [
  ['nothing told', 'agency add', ['CX1023 --name', 'CX1023 --kind', 'CX1023 --district']],
  [
    'bad values',
    'agency add --name 甲 --kind 公司 --district 某区 --valid-to 2013-02-30 --standard-grade B',
    ['CX1032 --kind', 'CX1030 --valid-to', 'CX1032 --standard-grade', 'CX1054 --district'],
  ],
  [
    'district and code that disagree',
    'agency add --name 甲 --kind 经营性 --district 朝阳区 --district-code 110108',
    ['CX1055 --district-code'],
  ],
  ['a kind that nothing tells', 'agency add --name 甲 --kind 市属', ['CX1057 --ownership']],
  [
    'a license that ends before it begins',
    'agency add --name 甲 --kind 经营性 --district 朝阳区 --issued-on 2013-01-01 --valid-to 2012-01-01',
    ['CX1037 --valid-to'],
  ],
  [
    'a code on the roster',
    `agency add --name 甲 --kind 经营性 --district 朝阳区 --uscc ${HAND}`,
    ['CX1130 --uscc'],
  ],
  [
    'a number on the roster',
    'agency add --name 甲 --kind 经营性 --district 朝阳区 --license-no 样例人服证字110105第0001号',
    ['CX1130 --license-no'],
  ],
  [
    'a name of the district',
    'agency add --name 北京晴禾样例人力资源有限公司 --kind 经营性 --district 110105',
    ['CX1130 --name'],
  ],
  ['no reason', `agency edit ${HAND} --phone 1`, ['CX1023 --reason']],
  [
    'no reason and more',
    `agency edit ${HAND} --valid-to 2009-03-11 --district 某区`,
    ['CX1023 --reason', 'CX1054 --district', 'CX1037 --valid-to'],
  ],
  [
    'a name taken away',
    ['agency', 'edit', HAND, '--name', '', '--kind', '', '--reason', 'x'],
    ['CX1023 --name', 'CX1023 --kind'],
  ],
  ["another agency's code", `agency edit ${HAND} --uscc ${OTHER} --reason x`, ['CX1130 --uscc']],
  [
    "another agency's number",
    `agency edit ${HAND} --license-no 样例人服证字110108第0002号 --reason x`,
    ['CX1056 --license-no'],
  ],
]

describe('is refused, and the file stays as it is', () => {
  it.each(REFUSED)('%s', async (_, line, wanted) => {
    const cwd = await at('roster')
    const before = sha256(join(cwd, 'chengxin.db'))
    const words = typeof line === 'string' ? line.split(' ') : line
    const ran = await here(cwd, words)
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    expect(ran.stderr).toMatch(words[1] === 'add' ? /没有登记\n$/ : /没有改动\n$/)
    const { problems } = await data<{ problems: { code: string; column: string }[] }>(cwd, words, 3)
    expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('an agency that is not on the roster', async () => {
    const ran = await here(await at('roster'), 'agency edit 某某公司 --phone 1 --reason x')
    expect([ran.code, ran.stderr]).toEqual([4, expect.stringContaining('CX4001')])
  })
})

describe('agency check', () => {
  it('finds nothing wrong with the five', async () => {
    const ran = await done(await at('roster'), 'agency check')
    expect(ran.stderr).toBe('名录没有发现问题\n')
  })

  it('names what is wrong, agency by agency, in the order of the districts', async () => {
    const cwd = await at('roster')
    await done(cwd, ['agency', 'edit', HAND, '--phone', '', '--valid-to', '2013-10-31', '--reason', 'x'])
    await done(cwd, 'agency add --name 甲 --kind 经营性 --district 东城区 --phone 1064632146')
    const twin = '--name 北京石榴籽样例人才服务有限公司 --uscc 91110105CXJG009048 --phone 1'
    await done(cwd, `agency add ${twin} --kind 经营性 --district 海淀区 --business-start 2013-01-01`)
    const ran = await here(cwd, 'agency check')
    expect([ran.code, ran.stderr]).toEqual([3, '名录有 8 处问题，涉及 4 家机构\n'])
    const found = await data<Record<string, string>[]>(cwd, 'agency check', 3)
    expect(found.map(f => [f.district, f.name!.slice(0, 5), f.code, f.field])).toEqual([
      ['东城区', '甲', 'CX1131', 'uscc'],
      ['东城区', '甲', 'CX1132', 'business_start'],
      ['东城区', '甲', 'CX1047', 'phone'],
      ['朝阳区', '北京晴禾样', 'CX1061', 'license_status'],
      ['朝阳区', '北京晴禾样', 'CX1132', 'phone'],
      ['海淀区', '北京石榴籽', 'CX1133', 'name'],
      ['海淀区', '北京石榴籽', 'CX1132', 'license_no'],
      ['海淀区', '北京石榴籽', 'CX1133', 'name'],
    ])
    const one = await data<object[]>(cwd, 'agency check --district 110105', 3)
    expect(one).toHaveLength(2)
    expect((await here(cwd, 'agency check --district 某区')).code).toBe(4)
  })
})

describe('subject show', () => {
  const prepared = async () => {
    const cwd = await at('records')
    for (const name of ['sanction', 'offense', 'subject', 'incentive', 'listing'])
      await done(cwd, `${name} import ${five(`${name}s`)}`)
    return cwd
  }

  it('tells what names a person, register by register, by date', async () => {
    const cwd = await prepared()
    const later = `sanction add --agency ${HAND} --person 样例员工乙 --kind 约谈 --authority 局 --fact 迟报`
    await done(cwd, `${later} --decided-on 2013-04-09`)
    // Another of the name elsewhere is another person.
    await done(
      cwd,
      `offense add --agency ${OTHER} --person 样例员工乙 --kind 违法违规 --date 2013-01-01 --fact 无关`,
    )
    type Shown = { name: string; records: Record<string, Record<string, unknown>[]> }
    for (const key of ['样例员工乙', 'CY-002', '2', 'id=2']) {
      const shown = await data<Shown>(cwd, `subject show ${key}`)
      expect(shown.name).toBe('样例员工乙')
      expect(Object.keys(shown.records)).toEqual(['offense', 'sanction'])
      expect(shown.records.offense!.map(r => r.offense_no)).toEqual(['BL-001'])
      // The second answers for what his agency was sanctioned for.
      expect(shown.records.sanction!.map(r => r.decided_on)).toEqual(['2013-04-09', '2013-04-10'])
    }
    const { stdout } = await done(cwd, 'subject show 样例员工乙')
    expect(stdout).toMatch(/从业人员和机构的不良记录\n {2}2013-04-12 {2}记录编号：BL-001/)
  })

  it('his honors, and a window its own', async () => {
    const cwd = await prepared()
    const person = await data<{ records: { honor: { cert_no: string }[] } }>(cwd, 'subject show 样例员工甲')
    expect(person.records.honor.map(h => h.cert_no)).toEqual(['YL-003'])
    const window = 'honor add --agency 12110106CXJG0004XA --holder 样例职业介绍窗口 --holder-kind 窗口'
    await done(cwd, `${window} --title 优质服务窗口 --granted-on 2013-10-08`)
    const shown = await data<{ records: object }>(cwd, 'subject show CK-001')
    expect(shown.records).toMatchObject({ honor: [{ title: '优质服务窗口' }] })
  })

  it('a name that several have is told apart by its id', async () => {
    const cwd = await prepared()
    await done(cwd, `subject add --agency ${HAND} --kind 人员 --name 样例员工甲`)
    const ran = await here(cwd, 'subject show 样例员工甲')
    expect([ran.code, ran.stdout]).toEqual([4, ''])
    expect(ran.stderr).toMatch(/CX1161.*\n.*id=1.*id=6/)
    expect((await here(cwd, 'subject show 某人')).code).toBe(4)
  })
})

describe('district', () => {
  it('has a leader and a unit who answer for it', async () => {
    const cwd = await at('init')
    expect(await data<object[]>(cwd, 'district list')).toHaveLength(18)
    const set = ['district', 'set', '北京市朝阳区', '--leader', '样例局长', '--unit', '人力资源市场科']
    const phones = { market_phones: ['64632146'], inspectorate_phones: ['64678220'] }
    expect(await data(cwd, set)).toEqual({
      ...{ code: '110105', name: '朝阳区', kind: 'district', leader: '样例局长', unit: '人力资源市场科' },
      ...phones,
    })
    await done(cwd, ['district', 'set', '110105', '--unit', ''])
    const listed = await data<{ code: string }[]>(cwd, 'district list')
    expect(listed.find(d => d.code === '110105')).toMatchObject({ leader: '样例局长', unit: null, ...phones })
    const log = await data<{ command: string; summary: object }[]>(cwd, 'log list')
    expect(log.slice(1)).toMatchObject([
      {
        command: 'district set',
        summary: { district: '朝阳区', leader: '样例局长', unit: '人力资源市场科' },
      },
      { command: 'district set', summary: { unit: null } },
    ])
    await done(cwd, 'log verify')
  })

  it('that nothing new is said of stays as it is, and so does one that is none', async () => {
    const cwd = await at('init')
    const before = sha256(join(cwd, 'chengxin.db'))
    expect((await done(cwd, 'district set 110105')).stdout).toBe('朝阳区 与所填相同，没有改动\n')
    const ran = await here(cwd, 'district set 某区 --leader 张')
    expect([ran.code, ran.stderr]).toEqual([4, expect.stringContaining('CX4002')])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})
