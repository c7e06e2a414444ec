// What each kind of record refuses and warns of across its fields, and what it means on an as-of day.

import { describe, expect, it } from 'vitest'
import type { Values } from '../../../src/domain/imports/column.ts'
import { activityKind } from '../../../src/domain/records/activity.ts'
import { commitmentKind } from '../../../src/domain/records/commitment.ts'
import { complaintKind, isClosed, isVerified } from '../../../src/domain/records/complaint.ts'
import { honorKind, honorStatus } from '../../../src/domain/records/honor.ts'
import { inspectionKind, isOverdue } from '../../../src/domain/records/inspection.ts'
import type { RecordKind } from '../../../src/domain/records/kind.ts'
import { metricKind } from '../../../src/domain/records/metric.ts'
import { isInForce, penaltyKind } from '../../../src/domain/records/penalty.ts'
import { complaint, honor, inspection, penalty } from '../fixtures.ts'

const TODAY = '2013-11-04'

/** A row as `readRows` hands it over: every column present, empty ones null. */
function row(kind: RecordKind, given: Values): Values {
  return { ...Object.fromEntries(kind.columns.map(c => [c.key, null])), ...given }
}

function check(kind: RecordKind, given: Values) {
  const { refused, warned } = kind.check(row(kind, given), TODAY)
  const brief = (list: typeof refused) => list.map(f => `${f.fault.code} ${f.key}`)
  return { refused: brief(refused), warned: brief(warned) }
}

type Case = [string, RecordKind, Values, string[], string[]?]

const received = { complaint_no: 'TS-1', received_on: '2013-03-01', category: '其他' }
const decided = { decision_no: 'CF-1', decision_date: '2013-03-01' }
const granted = { holder: '甲', title: '诚信服务窗口', granted_on: '2012-12-01' }
const measured = { metric: 'net_profit', period: '2012', value: -5_000_000, unit: '万元' }
const inspected = {
  batch: '春雷2013',
  date: '2013-04-15',
  agency_name: '北京晴禾样例人力资源有限公司',
  officers: '样检1;样检2',
}
/** Of somebody who is not on the roster. */
const other = { ...inspected, agency_name: null, target: '样例餐馆' }

const cases: Case[] = [
  ['an open complaint', complaintKind, received, []],
  [
    'a closed one with its finding',
    complaintKind,
    {
      ...received,
      accepted_on: '2013-03-01',
      due_on: '2013-05-01',
      closed_on: '2013-03-01',
      finding: 'upheld',
    },
    [],
  ],
  [
    'one closed before it was received',
    complaintKind,
    { ...received, closed_on: '2013-02-28', finding: 'upheld' },
    ['CX1037 closed_on'],
  ],
  [
    'one closed before it was accepted',
    complaintKind,
    { ...received, accepted_on: '2013-03-05', closed_on: '2013-03-04', finding: 'upheld' },
    ['CX1037 closed_on'],
  ],
  [
    'one accepted before it was received',
    complaintKind,
    { ...received, accepted_on: '2013-02-28' },
    ['CX1037 accepted_on'],
  ],
  ['one due before it was received', complaintKind, { ...received, due_on: '2013-02-28' }, ['CX1037 due_on']],
  ['one due in the future', complaintKind, { ...received, due_on: '2014-01-01' }, []],
  ['a finding without closing day', complaintKind, { ...received, finding: 'upheld' }, ['CX1039 finding']],
  [
    'a closing day without finding',
    complaintKind,
    { ...received, closed_on: '2013-03-04' },
    [],
    ['CX1071 closed_on'],
  ],
  [
    'one received tomorrow',
    complaintKind,
    { ...received, received_on: '2013-11-05' },
    ['CX1038 received_on'],
  ],
  ['one received today', complaintKind, { ...received, received_on: '2013-11-04' }, []],
  [
    'one accepted and closed tomorrow',
    complaintKind,
    { ...received, accepted_on: '2013-11-05', closed_on: '2013-11-05', finding: 'withdrawn' },
    ['CX1038 accepted_on', 'CX1038 closed_on'],
  ],
  ['a penalty without status', penaltyKind, decided, []],
  [
    'a revoked penalty with its day',
    penaltyKind,
    { ...decided, status: 'revoked', revoked_on: '2013-07-01' },
    [],
  ],
  [
    'a revoked penalty without its day',
    penaltyKind,
    { ...decided, status: 'revoked' },
    [],
    ['CX1070 status'],
  ],
  [
    'a day of revocation on a penalty in force',
    penaltyKind,
    { ...decided, status: 'in_force', revoked_on: '2013-07-01' },
    ['CX1039 revoked_on'],
  ],
  ['a day of revocation without status', penaltyKind, { ...decided, revoked_on: '2013-07-01' }, []],
  [
    'a day of revocation on a penalty under review',
    penaltyKind,
    { ...decided, status: 'under_review', revoked_on: '2013-07-01' },
    ['CX1039 revoked_on'],
  ],
  [
    'a penalty revoked before it was decided',
    penaltyKind,
    { ...decided, status: 'revoked', revoked_on: '2013-02-28' },
    ['CX1037 revoked_on'],
  ],
  [
    'one published before it was decided',
    penaltyKind,
    { ...decided, published_on: '2013-02-28' },
    ['CX1037 published_on'],
  ],
  [
    'a penalty decided tomorrow',
    penaltyKind,
    { ...decided, decision_date: '2013-11-05' },
    ['CX1038 decision_date'],
  ],
  [
    'a penalty revoked tomorrow',
    penaltyKind,
    { ...decided, status: 'revoked', revoked_on: '2013-11-05' },
    ['CX1038 revoked_on'],
  ],
  ['an honor', honorKind, granted, []],
  ['an honor that runs out in the future', honorKind, { ...granted, valid_to: '2015-12-01' }, []],
  [
    'an honor announced for later',
    honorKind,
    { ...granted, granted_on: '2013-12-10' },
    [],
    ['CX1064 granted_on'],
  ],
  [
    'an honor that ran out before it was granted',
    honorKind,
    { ...granted, valid_to: '2012-11-30' },
    ['CX1037 valid_to'],
  ],
  ['an honor revoked without day', honorKind, { ...granted, status: 'revoked' }, [], ['CX1070 status']],
  [
    'a day of revocation on a valid honor',
    honorKind,
    { ...granted, status: 'valid', revoked_on: '2013-10-08' },
    ['CX1039 revoked_on'],
  ],
  ['a day of revocation without status', honorKind, { ...granted, revoked_on: '2013-10-08' }, []],
  [
    'an honor revoked before it was granted',
    honorKind,
    { ...granted, status: 'revoked', revoked_on: '2012-11-30' },
    ['CX1037 revoked_on'],
  ],
  [
    'an honor revoked tomorrow',
    honorKind,
    { ...granted, status: 'revoked', revoked_on: '2013-11-05' },
    ['CX1038 revoked_on'],
  ],
  ['a commitment of the agency', commitmentKind, { kind: 'agency', signed_on: '2013-10-10' }, []],
  [
    'a commitment of the staff with heads',
    commitmentKind,
    { kind: 'staff', signed_on: '2013-10-10', signed_count: 0 },
    [],
  ],
  [
    'one of the staff without heads',
    commitmentKind,
    { kind: 'staff', signed_on: '2013-10-10' },
    ['CX1039 signed_count'],
  ],
  ['one signed tomorrow', commitmentKind, { kind: 'agency', signed_on: '2013-11-05' }, ['CX1038 signed_on']],
  ['an activity of today', activityKind, { kind: '公益', title: '甲', held_on: '2013-11-04' }, []],
  [
    'an activity of tomorrow',
    activityKind,
    { kind: '公益', title: '甲', held_on: '2013-11-05' },
    ['CX1038 held_on'],
  ],
  ['an inspection by two officers', inspectionKind, inspected, []],
  ['an inspection that says it is of an agency', inspectionKind, { ...inspected, target_kind: 'agency' }, []],
  ['an inspection of an employer', inspectionKind, { ...other, target_kind: 'employer' }, []],
  ['an inspection of an unlicensed agent', inspectionKind, { ...other, target_kind: 'unlicensed' }, []],
  ['an inspection of nobody', inspectionKind, { ...inspected, agency_name: null }, ['CX1023 agency_name']],
  [
    'an inspection of an employer without a name',
    inspectionKind,
    { ...other, target_kind: 'employer', target: null },
    ['CX1023 target'],
  ],
  [
    'an inspection of an employer that names an agency as well',
    inspectionKind,
    { ...other, target_kind: 'employer', uscc: '91110105CXJG000159', agency_name: '某机构' },
    ['CX1117 agency_name'],
  ],
  [
    'an unlicensed agent that has the code of an agency',
    inspectionKind,
    { ...other, target_kind: 'unlicensed', uscc: '91110105CXJG000159' },
    ['CX1117 uscc'],
  ],
  ['a target whose kind nobody told', inspectionKind, other, ['CX1023 target_kind']],
  [
    'an agency named as another target only',
    inspectionKind,
    { ...other, target_kind: 'agency' },
    ['CX1023 agency_name'],
  ],
  [
    'an agency with another target beside it',
    inspectionKind,
    { ...inspected, target: '样例餐馆' },
    ['CX1117 target'],
  ],
  [
    'an inspection by one officer',
    inspectionKind,
    { ...inspected, officers: '样检5' },
    [],
    ['CX1060 officers'],
  ],
  [
    'one officer named twice',
    inspectionKind,
    { ...inspected, officers: '样检5;样检5' },
    [],
    ['CX1060 officers', 'CX1172 officers'],
  ],
  [
    'one of three officers named twice, spaced',
    inspectionKind,
    { ...inspected, officers: '王 五;样检5;王五' },
    [],
    ['CX1172 officers'],
  ],
  [
    'a rectification due before the inspection',
    inspectionKind,
    { ...inspected, rectify_due: '2013-04-14' },
    ['CX1037 rectify_due'],
  ],
  [
    'a rectification done before the inspection',
    inspectionKind,
    { ...inspected, rectify_due: '2013-05-15', rectified_on: '2013-04-14' },
    ['CX1037 rectified_on'],
  ],
  [
    'a rectification done after its due day',
    inspectionKind,
    { ...inspected, rectify_due: '2013-05-15', rectified_on: '2013-06-01' },
    [],
  ],
  [
    'an inspection and a rectification of tomorrow',
    inspectionKind,
    { ...inspected, date: '2013-11-05', rectified_on: '2013-11-05' },
    ['CX1038 date', 'CX1038 rectified_on'],
  ],
  ['a loss in a year that is over', metricKind, measured, []],
  ['money without a unit', metricKind, { ...measured, unit: null }, ['CX1039 metric']],
  ['money in an unknown unit', metricKind, { ...measured, unit: '人次' }, ['CX1032 unit']],
  ['a unit named like a property', metricKind, { ...measured, unit: 'constructor' }, ['CX1032 unit']],
  ['a count without a unit', metricKind, { metric: 'service_count', period: '2012', value: 5_000_000 }, []],
  [
    'a count below zero',
    metricKind,
    { metric: 'service_count', period: '2012', value: -1, unit: '人次' },
    ['CX1034 value'],
  ],
  ['an unknown metric in any unit', metricKind, { ...measured, metric: '营业收入', unit: '美元' }, []],
  ['one named like a property', metricKind, { ...measured, metric: 'constructor' }, []],
  ['a year that is not over', metricKind, { ...measured, period: '2013' }, [], ['CX1082 period']],
  ['a quarter that is over', metricKind, { ...measured, period: '2013-Q3' }, []],
  ['a month that has begun', metricKind, { ...measured, period: '2013-11' }, [], ['CX1082 period']],
  ['a month to come', metricKind, { ...measured, period: '2013-12' }, ['CX1038 period']],
]

describe('check', () => {
  it.each(cases)('%s', (_, kind, values, refused, warned = []) => {
    expect(check(kind, values)).toEqual({ refused, warned })
  })

  it('says which day is earlier, which later, and their values', () => {
    const { refused } = complaintKind.check(row(complaintKind, { ...received, due_on: '2013-02-28' }), TODAY)
    expect(refused[0]!.fault.params).toEqual({
      earlier: '收到日期',
      earlierValue: '2013-03-01',
      later: '办结时限',
      laterValue: '2013-02-28',
    })
  })

  it.each([
    ['a penalty', penaltyKind, decided, { status: 'in_force' }],
    ['an honor', honorKind, granted, { status: 'valid', holder_kind: 'agency' }],
    [
      'an honor with a day of revocation',
      honorKind,
      { ...granted, revoked_on: '2013-10-08' },
      { status: 'revoked' },
    ],
  ] as [string, RecordKind, Values, Values][])('fills in what follows for %s', (_, kind, given, filled) => {
    const values = row(kind, given)
    kind.check(values, TODAY)
    expect(values).toMatchObject(filled)
  })
})

describe('the key and the stored form', () => {
  it.each([
    ['complaint', complaintKind, received, 'TS-1'],
    ['penalty', penaltyKind, decided, 'CF-1'],
    ['honor with certificate', honorKind, { ...granted, cert_no: 'YL-1' }, 'YL-1'],
    ['honor without', honorKind, granted, '甲|诚信服务窗口|2012-12-01'],
    ['commitment', commitmentKind, { kind: 'staff', signed_on: '2013-10-10' }, '7|staff|2013-10-10'],
    ['activity', activityKind, { kind: '公益', title: '甲', held_on: '2013-05-01' }, '7|公益|2013-05-01|甲'],
    ['inspection', inspectionKind, inspected, '春雷2013|7|2013-04-15'],
    ['metric', metricKind, measured, '7|net_profit|2012'],
  ] as [string, RecordKind, Values, string][])(
    'a %s is the same record when this is the same',
    (_, kind, given, key) => {
      expect(kind.key(row(kind, given), 7)).toBe(key)
    },
  )

  it('an inspection keeps its items together and leaves blank ones out', () => {
    const packed = inspectionKind.pack(
      row(inspectionKind, { ...inspected, 'SC-01': 'pass', 'SC-20': 'not_applicable' }),
    )
    expect(packed).toEqual({
      batch: '春雷2013',
      date: '2013-04-15',
      authority: null,
      officers: '样检1;样检2',
      market_officers: null,
      police_officers: null,
      other_officers: null,
      target: null,
      target_kind: null,
      district_code: null,
      refunded_fen: null,
      cooperated: null,
      findings: null,
      measure: null,
      rectify_due: null,
      rectified_on: null,
      items: '{"SC-01":"pass","SC-20":"not_applicable"}',
    })
  })

  it.each([
    ['a person without a code', { holder_kind: 'person' }, true],
    ['a window without a code', { holder_kind: 'window' }, true],
    ['a person with a code', { holder_kind: 'person', uscc: '91110105CXJG000159' }, false],
    ['a person with the name of the agency', { holder_kind: 'person', agency_name: '乙' }, false],
    ['an agency without a code', { holder_kind: 'agency' }, false],
    ['a holder of whom nothing more is said', {}, false],
  ])('an honor of %s may stand without an agency: %s', (_, given, optional) => {
    const values = row(honorKind, { ...granted, ...given })
    honorKind.check(values, TODAY)
    expect(honorKind.agencyOptional!(values)).toBe(optional)
  })

  it.each([
    ['a complaint', complaintKind, received, 'agency_name'],
    ['an honor of an agency', honorKind, granted, 'holder'],
    [
      'an honor of an agency that is also named as such',
      honorKind,
      { ...granted, agency_name: '乙' },
      'agency_name',
    ],
    ['an honor of a person', honorKind, { ...granted, holder_kind: 'person' }, 'agency_name'],
  ] as [string, RecordKind, Values, string][])('%s names its agency in %s', (_, kind, given, key) => {
    const values = row(kind, given)
    kind.check(values, TODAY)
    expect(kind.nameKey(values)).toBe(key)
  })
})

describe('a complaint on 2013-10-31', () => {
  it.each([
    ['closed on the day, upheld', { closed_on: '2013-10-31', finding: 'upheld' }, true, true],
    ['closed on the day, partly upheld', { closed_on: '2013-10-31', finding: 'partly_upheld' }, true, true],
    ['closed, not upheld', { closed_on: '2013-09-30', finding: 'not_upheld' }, true, false],
    ['closed, withdrawn', { closed_on: '2013-09-30', finding: 'withdrawn' }, true, false],
    ['closed the day after', { closed_on: '2013-11-01', finding: 'upheld' }, false, false],
    ['open', {}, false, false],
  ] as const)('%s: closed %s, verified %s', (_, given, closed, verified) => {
    const it = complaint(given)
    expect([isClosed(it, '2013-10-31'), isVerified(it, '2013-10-31')]).toEqual([closed, verified])
  })
})

describe('a penalty on 2013-10-31', () => {
  it.each([
    ['decided on the day', { decision_date: '2013-10-31' }, true],
    ['decided the day after', { decision_date: '2013-11-01' }, false],
    ['under review', { status: 'under_review' }, true],
    ['revoked on the day', { status: 'revoked', revoked_on: '2013-10-31' }, false],
    ['revoked before', { status: 'revoked', revoked_on: '2013-07-01' }, false],
    ['revoked the day after', { status: 'revoked', revoked_on: '2013-11-01' }, true],
  ] as const)('%s is in force: %s', (_, given, inForce) => {
    expect(isInForce(penalty(given), '2013-10-31')).toBe(inForce)
  })
})

describe('an honor on 2013-10-31', () => {
  it.each([
    ['granted on the day', { granted_on: '2013-10-31' }, 'valid'],
    ['granted the day after', { granted_on: '2013-11-01' }, 'not_yet'],
    ['valid to the day', { valid_to: '2013-10-31' }, 'valid'],
    ['valid to the day before', { valid_to: '2013-10-30' }, 'expired'],
    ['stated as expired, without a day', { status: 'expired' }, 'expired'],
    ['stated as expired, but only later', { status: 'expired', valid_to: '2013-11-01' }, 'valid'],
    ['stated as valid, but run out', { status: 'valid', valid_to: '2013-04-30' }, 'expired'],
    ['revoked on the day', { status: 'revoked', revoked_on: '2013-10-31' }, 'revoked'],
    ['revoked the day after', { status: 'revoked', revoked_on: '2013-11-01' }, 'valid'],
    [
      'revoked before it ran out',
      { status: 'revoked', revoked_on: '2013-10-08', valid_to: '2013-10-20' },
      'revoked',
    ],
  ] as const)('%s is %s', (_, given, status) => {
    expect(honorStatus(honor(given), '2013-10-31')).toBe(status)
  })
})

describe('a rectification on 2013-10-31', () => {
  it.each([
    ['none ordered', {}, false],
    ['done on the due day', { rectify_due: '2013-05-05', rectified_on: '2013-05-05' }, false],
    ['done the day after', { rectify_due: '2013-05-05', rectified_on: '2013-05-06' }, true],
    ['not done, due on the day', { rectify_due: '2013-10-31' }, false],
    ['not done, due the day before', { rectify_due: '2013-10-30' }, true],
    ['not done, due later', { rectify_due: '2013-11-15' }, false],
    ['done after the as-of day, due on it', { rectify_due: '2013-10-31', rectified_on: '2013-11-01' }, false],
    ['done after the as-of day, due before', { rectify_due: '2013-10-30', rectified_on: '2013-11-01' }, true],
    ['done early, due later', { rectify_due: '2013-11-15', rectified_on: '2013-10-01' }, false],
  ])('%s is overdue: %s', (_, given, overdue) => {
    expect(isOverdue(inspection(given), '2013-10-31')).toBe(overdue)
  })
})
