// What of each register goes into an archive: where, in which words, and what the public sees of it.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  archivedTables,
  correctionsOf,
  evaluationEntry,
  recordEntry,
  rosterEntries,
  ruleOf,
} from '../../../src/domain/archive/entries.ts'
import { lineParts } from '../../../src/domain/archive/line.ts'
import {
  type ArchiveLayout,
  commonSections,
  placeIn,
  sectionIds,
  standardLayout,
} from '../../../src/domain/archive/sections.ts'
import { WorkingCalendar } from '../../../src/domain/calendar/working-days.ts'
import type { Values } from '../../../src/domain/imports/column.ts'
import { recordKinds } from '../../../src/domain/records/all.ts'
import { complaintKind } from '../../../src/domain/records/complaint.ts'
import type { RecordTable } from '../../../src/domain/records/kind.ts'
import { systemKind } from '../../../src/domain/records/system.ts'
import { agency } from '../fixtures.ts'

const TODAY = '2013-11-04'
const ON = {
  today: TODAY,
  limits: () => ({ calendar: new WorkingCalendar([], []), complaintLimit: 60 }),
}
/** The sections of ZS 三(二): with 业务经营, without 奖励惩戒. */
const zhoushan: ArchiveLayout = {
  title: '诚信档案',
  clause: '三(二)',
  sections: [
    { id: 'basic', title: '基本信息' },
    { id: 'law_abiding', title: '遵纪守法' },
    { id: 'complaints', title: '投诉举报处理' },
    { id: 'business', title: '业务经营' },
    { id: 'promises', title: '诚信守诺' },
    { id: 'evaluation', title: '评估结果' },
  ],
}

/** A record with every column of its kind empty unless given. */
function values(table: RecordTable, given: Values): Values {
  const kind = ruleOf(table).kind
  const { uscc, agency_name, ...packed } = kind.pack(
    Object.fromEntries(kind.columns.map(c => [c.key, given[c.key] ?? null])),
  )
  return packed
}

function entry(table: RecordTable, given: Values, audience: 'internal' | 'public' = 'internal') {
  return recordEntry(ruleOf(table), { id: 7, values: values(table, given) }, [], ON, audience)
}

const COMPLAINT: Values = {
  complaint_no: 'TS-1',
  received_on: '2013-02-18',
  complainant: '王某',
  contact: '010-1',
  category: '虚假信息',
  summary: '岗位不实',
  dishonest: 1,
  closed_on: '2013-03-28',
  finding: 'upheld',
  outcome: '责令整改',
  handler: '样办1',
}
const PENALTY: Values = {
  decision_no: '罚1',
  authority: '样例局',
  kind: '罚款;警告',
  fine_fen: 500000,
  confiscated_fen: 0,
  decision_date: '2013-06-20',
  status: 'in_force',
  persons: '样五（主要负责人）',
}
const HONOR: Values = { holder: '某人', holder_kind: 'person', title: '诚信服务标兵', status: 'valid' }
const LISTING: Values = {
  list: 'black',
  basis: '查实投诉',
  listed_on: '2013-04-15',
  persons: '样一（法定代表人）',
}
const SANCTION: Values = { kind: '约谈', decided_on: '2013-04-08', authority: '样例局', fact: '岗位不实' }
const INCENTIVE: Values = { kind: 'fast_lane', basis: '三（八）1', starts_on: '2013-01-01' }
const ACTIVITY: Values = { kind: '培训', title: '诚信教育', held_on: '2013-10-12', head_count: 40 }

/** Register, record, section in Beijing and in Zhoushan, whether the public sees it. */
const PLACES: [string, RecordTable, Values, string, string, boolean][] = [
  ['issue of a license', 'license', { kind: 'issue', decided_on: '2013-01-01' }, 'basic', 'basic', true],
  ['a practitioner', 'subject', { kind: 'person', name: '某人' }, 'basic', 'basic', false],
  ['a window', 'subject', { kind: 'window', name: '某窗口' }, 'basic', 'basic', true],
  ['a penalty', 'penalty', PENALTY, 'law_abiding', 'law_abiding', true],
  ['one under review', 'penalty', { ...PENALTY, status: 'under_review' }, 'law_abiding', 'law_abiding', true],
  ['a revoked one', 'penalty', { ...PENALTY, status: 'revoked' }, 'law_abiding', 'law_abiding', false],
  [
    'a repaired one',
    'penalty',
    { ...PENALTY, repaired_on: '2013-10-01' },
    'law_abiding',
    'law_abiding',
    false,
  ],
  [
    'an offense',
    'offense',
    { kind: 'credit', date: '2013-02-20', fact: '经营异常' },
    'law_abiding',
    'law_abiding',
    false,
  ],
  ['an annual check', 'annual_check', { year: 2012, result: 'passed' }, 'law_abiding', 'law_abiding', true],
  [
    'an inspection',
    'inspection',
    { batch: '春雷', date: '2013-04-15', officers: '甲;乙', 'SC-01': 'pass' },
    'law_abiding',
    'law_abiding',
    true,
  ],
  ['an upheld complaint', 'complaint', COMPLAINT, 'complaints', 'complaints', true],
  ['one in part', 'complaint', { ...COMPLAINT, finding: 'partly_upheld' }, 'complaints', 'complaints', true],
  ['one not upheld', 'complaint', { ...COMPLAINT, finding: 'not_upheld' }, 'complaints', 'complaints', false],
  ['one withdrawn', 'complaint', { ...COMPLAINT, finding: 'withdrawn' }, 'complaints', 'complaints', false],
  [
    'an open one',
    'complaint',
    { ...COMPLAINT, closed_on: null, finding: null },
    'complaints',
    'complaints',
    false,
  ],
  ['a repeated one', 'complaint', { ...COMPLAINT, duplicate_of: 'TS-0' }, 'complaints', 'complaints', false],
  ['an honor', 'honor', { ...HONOR, granted_on: '2013-10-30' }, 'rewards_sanctions', 'promises', true],
  [
    'one of tomorrow',
    'honor',
    { ...HONOR, granted_on: '2013-11-05' },
    'rewards_sanctions',
    'promises',
    false,
  ],
  ['an incentive', 'incentive', INCENTIVE, 'rewards_sanctions', 'promises', true],
  ['a restriction', 'incentive', { ...INCENTIVE, kind: 'limits' }, 'rewards_sanctions', 'law_abiding', true],
  [
    'a ban of a person',
    'incentive',
    { ...INCENTIVE, kind: 'ban', person: '某人' },
    'rewards_sanctions',
    'law_abiding',
    false,
  ],
  ['the black list', 'listing', LISTING, 'rewards_sanctions', 'law_abiding', true],
  ['the red list', 'listing', { ...LISTING, list: 'red' }, 'rewards_sanctions', 'promises', true],
  ['a person on it', 'listing', { ...LISTING, person: '某人' }, 'rewards_sanctions', 'law_abiding', false],
  ['past its day', 'listing', { ...LISTING, until: '2013-11-03' }, 'rewards_sanctions', 'law_abiding', false],
  [
    'off the list',
    'listing',
    { ...LISTING, exited_on: '2013-10-01' },
    'rewards_sanctions',
    'law_abiding',
    false,
  ],
  ['a talk', 'sanction', SANCTION, 'rewards_sanctions', 'law_abiding', false],
  ['a circular', 'sanction', { ...SANCTION, kind: '通报' }, 'rewards_sanctions', 'law_abiding', true],
  [
    'one on a person',
    'sanction',
    { ...SANCTION, kind: '通报', person: '某人' },
    'rewards_sanctions',
    'law_abiding',
    false,
  ],
  ['a metric', 'metric', { metric: 'net_profit', period: '2012', value: 1 }, 'basic', 'business', false],
  ['a training', 'activity', ACTIVITY, 'promises', 'promises', true],
  ['a survey', 'activity', { ...ACTIVITY, kind: '调查' }, 'promises', 'promises', true],
  ['publicity', 'activity', { ...ACTIVITY, kind: '宣传' }, 'promises', 'business', true],
  ['a commitment', 'commitment', { kind: 'agency', signed_on: '2013-10-08' }, 'promises', 'promises', true],
  [
    'a system',
    'system',
    { system: 'ledger', state: 'built', checked_on: '2013-10-09' },
    'promises',
    'promises',
    true,
  ],
  [
    'a missing one',
    'system',
    { system: 'ledger', state: 'missing', checked_on: '2013-10-09' },
    'promises',
    'promises',
    false,
  ],
]

describe('an entry', () => {
  it.each(PLACES)('%s has its place, and is public or not', (_, table, given, beijing, zs, isPublic) => {
    const wanted = ruleOf(table).sections(values(table, given))
    expect([placeIn(standardLayout, wanted), placeIn(zhoushan, wanted)]).toEqual([beijing, zs])
    expect(entry(table, given).public).toBe(isPublic)
  })

  it('of every register but the desk’s own has a rule, and always a section of both notices at last', () => {
    const tables = recordKinds.map(k => k.table).filter(t => !['task', 'opinion', 'paper'].includes(t))
    expect([...archivedTables].sort()).toEqual([...tables].sort())
    for (const [, table, given] of PLACES)
      expect(commonSections).toContain(ruleOf(table).sections(values(table, given)).at(-1))
    expect(standardLayout.sections.every(s => sectionIds.includes(s.id))).toBe(true)
  })

  const TEXTS: [
    string,
    RecordTable,
    Values,
    Record<'text' | 'open', string> & Record<'state', string | null>,
  ][] = [
    [
      'a complaint',
      'complaint',
      COMPLAINT,
      {
        text: '虚假信息；岗位不实；属实；涉不诚信：是；责令整改；2013-03-28办结；承办人：样办1',
        open: '虚假信息；岗位不实；属实；涉不诚信：是；责令整改；2013-03-28办结',
        state: '已办结',
      },
    ],
    [
      'a repeated complaint, open and late',
      'complaint',
      {
        ...COMPLAINT,
        closed_on: null,
        finding: null,
        outcome: null,
        due_on: '2013-05-01',
        duplicate_of: 'TS-0',
      },
      {
        text: '虚假信息；岗位不实；涉不诚信：是；办结时限2013-05-01；承办人：样办1',
        open: '虚假信息；岗位不实；涉不诚信：是',
        state: '重复；并入TS-0',
      },
    ],
    [
      'a penalty, without amounts of zero',
      'penalty',
      PENALTY,
      {
        text: '罚款、警告；罚款5000.00元；样例局；责任人：样五（主要负责人）',
        open: '罚款、警告；罚款5000.00元；样例局',
        state: '生效',
      },
    ],
    [
      'a revoked penalty',
      'penalty',
      { ...PENALTY, status: 'revoked', revoked_on: '2013-07-01', revoke_reason: '复议' },
      {
        text: '罚款、警告；罚款5000.00元；样例局；2013-07-01撤销；撤销理由：复议；责任人：样五（主要负责人）',
        open: '罚款、警告；罚款5000.00元；样例局；2013-07-01撤销',
        state: '已撤销',
      },
    ],
    [
      'an inspection with failed items',
      'inspection',
      {
        batch: '春雷2013',
        date: '2013-04-16',
        officers: '样检1;样检2',
        findings: '未明示',
        rectify_due: '2013-05-16',
        'SC-01': 'pass',
        'SC-04': 'fail',
        'SC-16': 'fail',
      },
      {
        text: '春雷2013；不合格项：SC-04、SC-16；发现问题：未明示；整改期限2013-05-16；检查人员：样检1、样检2',
        open: '春雷2013；不合格项：SC-04、SC-16',
        state: '待整改；整改超期',
      },
    ],
    [
      'an inspection that found nothing to be looked at',
      'inspection',
      { batch: '春雷2013', date: '2013-04-16', officers: '样检1', 'SC-01': 'not_applicable' },
      { text: '春雷2013；检查人员：样检1', open: '春雷2013', state: null },
    ],
    [
      'a person’s honor, without the person',
      'honor',
      { ...HONOR, granted_on: '2013-10-30', level: '区级' },
      { text: '诚信服务标兵；区级；持有者：某人', open: '诚信服务标兵；区级', state: '有效' },
    ],
    [
      'a metric with and without a unit',
      'metric',
      { metric: 'service_count', period: '2012', value: 1_500_000_000 },
      { text: '服务人次（2012）：1500', open: '服务人次（2012）：1500', state: null },
    ],
    [
      'a system by its whole name',
      'system',
      { system: 'feedback', state: 'missing', checked_on: '2013-10-09', rebuild_by: '2013-10-31' },
      { text: '服务反馈制度；补建期限2013-10-31', open: '服务反馈制度', state: '未建立；补建超期' },
    ],
  ]

  it.each(TEXTS)('%s reads', (_, table, given, expected) => {
    const { text, state } = entry(table, given)
    expect({ text, state, open: entry(table, given, 'public').text }).toEqual(expected)
  })

  it('has its number, or is named by the register and its own id', () => {
    expect(entry('complaint', COMPLAINT).record).toBe('TS-1')
    expect(entry('honor', HONOR).record).toBe('honor#7')
    expect(entry('honor', { ...HONOR, cert_no: 'YL-1' }).record).toBe('YL-1')
    expect(entry('annual_check', { year: 2012, result: 'passed' }).record).toBe('annual#7')
  })

  it('for the public holds no person, no telephone, no handler, whatever they are called', () => {
    const PERSONS = new Set(
      'complainant contact handler decided_by person persons officers channel note legal_rep phone'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), fc.uuid(), ([, table, given], mark) => {
        const kind = ruleOf(table).kind
        const planted = Object.fromEntries(
          kind.columns.filter(c => PERSONS.has(c.key) && c.type.is !== 'choice').map(c => [c.key, mark]),
        )
        const record = { ...given, ...planted }
        if (table === 'honor') record.holder = mark
        const open = entry(table, record, 'public')
        expect(`${open.text}${open.state}${open.record}`).not.toContain(mark)
        // Inside, everything is told that the public is told.
        const inner = entry(table, record).text.split('；')
        for (const part of open.text.split('；')) expect(inner).toContain(part)
      }),
      { seed: 1 },
    )
  })

  it('never tells who complained, nor what of that was corrected', () => {
    const versions = ['某甲', '某乙'].map((complainant, i) => ({
      values: { ...values('complaint', COMPLAINT), complainant, contact: `010-${i}`, summary: `事${i}` },
      on: `2013-11-0${i + 1}`,
      by: '样办',
    }))
    const corrections = correctionsOf(complaintKind, versions)
    expect(corrections).toEqual([
      { on: '2013-11-02', by: '样办', fields: [{ header: '事项摘要', before: '事0', after: '事1' }] },
    ])
    const record = { id: 1, values: versions[1]!.values }
    const inside = recordEntry(ruleOf('complaint'), record, corrections, ON, 'internal').text
    expect(inside).toContain('变更（2013-11-02 样办）：事项摘要“事0”→“事1”')
    expect(inside).not.toMatch(/某甲|某乙|010-|王某/)
    expect(recordEntry(ruleOf('complaint'), record, corrections, ON, 'public').text).not.toContain('变更')
  })

  it('tells what was filled and changed, not what was filled in later', () => {
    const base = values('system', { system: 'ledger', state: 'missing', checked_on: '2013-10-09' })
    const by = { by: '样办' }
    const corrections = correctionsOf(systemKind, [
      { values: base, on: '2013-10-09', ...by },
      { values: { ...base, rebuild_by: '2013-10-31' }, on: '2013-10-10', ...by },
      { values: { ...base, state: 'built', rebuild_by: null }, on: '2013-10-30', ...by },
    ])
    expect(corrections).toEqual([
      {
        on: '2013-10-30',
        by: '样办',
        fields: [
          { header: '建立情况', before: '未建立', after: '已建立' },
          { header: '补建期限', before: '2013-10-31', after: null },
        ],
      },
    ])
  })
})

describe('what the roster says', () => {
  it('is a field an entry; persons, telephones, heads and gaps stay inside', () => {
    const entries = rosterEntries(agency({ legal_rep: '样一', phone: '010-1' }), '朝阳区', TODAY)
    expect(entries.map(e => [e.text, e.public])).toEqual([
      ['机构名称：北京晴禾样例人力资源有限公司', true],
      ['统一社会信用代码：91110105CXJG000159', true],
      ['机构类别：经营性', true],
      ['机构性质：民营企业', true],
      ['许可证编号：样例人服证字110105第0001号', true],
      ['发证机关：朝阳区人力社保局', true],
      ['发证日期：2009-03-12', true],
      ['有效期至：2014-03-11', true],
      ['法定代表人：样一', false],
      ['住所地址：【缺】', false],
      ['推荐范围：朝阳区', true],
      ['联系电话：010-1', false],
      ['从业起始日期：2009-03-12', true],
      ['从业人员数：10', false],
      ['许可证状态：有效', true],
    ])
    expect(new Set(entries.map(e => e.record))).toEqual(new Set(['agency#1']))
  })

  it.each([
    ['for_profit', ['统一社会信用代码', '许可证编号', '发证机关', '发证日期', '有效期至']],
    ['public', []],
  ] as const)('shows what is missing of one that is %s, what nobody looks for not', (kind, ofLicense) => {
    const empty = {
      ...{
        uscc: null,
        license_no: null,
        license_issuer: null,
        issued_on: null,
        valid_to: null,
        ownership: null,
      },
      ...{ license_status: null, business_start: null, staff_count: null },
    }
    const gaps = rosterEntries(agency({ ...empty, kind }), '朝阳区', TODAY).filter(e =>
      e.text.includes('【缺】'),
    )
    const fields = [...ofLicense, '法定代表人', '住所地址', '联系电话', '从业起始日期', '从业人员数']
    expect(gaps.map(e => e.text)).toEqual(fields.map(field => `${field}：【缺】`))
    expect(gaps.some(e => e.public)).toBe(false)
  })
})

it('an evaluation tells the public its grade, and the desk the total and the nomination', () => {
  const outcome = { id: 3, year: 2013, as_of: '2013-10-31', total: '77.75', grade: 'C（诚信一般）' }
  const inside = evaluationEntry({ ...outcome, decision: '未入选' }, 'internal')
  expect(inside).toMatchObject({ date: '2013-10-31', record: 'evaluation#3', public: true })
  expect(inside.text).toBe('2013年度诚信状况评估等级C（诚信一般）；总分77.75；示范单位推荐：未入选')
  expect(evaluationEntry({ ...outcome, decision: '未入选' }, 'public').text).toBe(
    '2013年度诚信状况评估等级C（诚信一般）',
  )
  expect(evaluationEntry({ ...outcome, total: null, decision: null }, 'internal').text).toContain('总分未定')
})

it('a part without its field is left out; an optional field only leaves a gap', () => {
  expect(lineParts(['甲{a}', '{b}乙', '{a}{b?}', '丙'], { a: 1, b: null }, [])).toEqual(['甲1', '1', '丙'])
})
