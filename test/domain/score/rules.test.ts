// Every rule type on its boundary days as of 2013-10-31: outcome, deciding records, first and last day that count.

import { describe, expect, it } from 'vitest'
import { WorkingCalendar } from '../../../src/domain/calendar/working-days.ts'
import type { LicenseChange } from '../../../src/domain/records/license.ts'
import type { Offense } from '../../../src/domain/records/offense.ts'
import type { Rule, RuleBody } from '../../../src/domain/scheme/scheme.ts'
import type { AgencyDossier, RuleContext } from '../../../src/domain/score/dossier.ts'
import type { Outcome } from '../../../src/domain/score/outcome.ts'
import { applyRule } from '../../../src/domain/score/rules.ts'
import {
  activity,
  agency,
  commitment,
  complaint,
  contextOn,
  dossier,
  honor,
  inspection,
  metric,
  penalty,
} from '../fixtures.ts'

const AS_OF = '2013-10-31'
const PUBLIC = agency({ kind: 'public', license_no: null, license_status: null, valid_to: null })

function rule(body: RuleBody, given: Partial<Rule> = {}): Rule {
  return { advisory: false, clause: '附件1', note: null, ...body, ...given } as Rule
}

function apply(body: RuleBody, given: Partial<AgencyDossier>, context: RuleContext = contextOn(AS_OF)) {
  return applyRule(rule(body), dossier(given), context)
}

/** What, from what is on file, with which outcome and deciding records. */
type Case = [string, Partial<AgencyDossier>, Outcome, string[]?]

function table(body: RuleBody, window: { from: string | null; to: string | null } | null, cases: Case[]) {
  it.each(cases)('%s', (_, given, outcome, records = []) => {
    const result = apply(body, given)
    expect({ outcome: result.outcome, records: result.records }).toEqual({ outcome, records })
    if (window) expect({ from: result.from, to: result.to }).toEqual(window)
  })
}

describe('a rule’s result', () => {
  it('carries type, clause and note of the rule', () => {
    const result = applyRule(
      rule({ type: 'tenure', months: 36 }, { clause: '附件1一3', note: '满三年' }),
      dossier(),
      contextOn(AS_OF),
    )
    expect(result).toMatchObject({ type: 'tenure', clause: '附件1一3', note: '满三年', hard: true })
  })

  it('is not hard when the rule is advisory', () => {
    const result = applyRule(
      rule({ type: 'tenure', months: 36 }, { advisory: true }),
      dossier(),
      contextOn(AS_OF),
    )
    expect(result.hard).toBe(false)
  })
})

describe('the license of the agency', () => {
  const body: RuleBody = { type: 'flag', fact: 'license.status', in: ['valid'] }
  const licensed = (given: Parameters<typeof agency>[0]): Partial<AgencyDossier> => ({
    agency: agency(given),
  })
  table(body, { from: AS_OF, to: AS_OF }, [
    ['valid to the as-of day is met', licensed({ valid_to: '2013-10-31' }), 'met'],
    ['valid to the day before is not met', licensed({ valid_to: '2013-10-30' }), 'not_met'],
    [
      'without stated status it follows from the day',
      licensed({ license_status: null, valid_to: '2013-10-30' }),
      'not_met',
    ],
    ['stated valid without a day is met', licensed({ valid_to: null }), 'met'],
    ['cancelled is not met', licensed({ license_status: 'cancelled' }), 'not_met'],
    ['revoked is not met', licensed({ license_status: 'revoked' }), 'not_met'],
    ['suspended is not met', licensed({ license_status: 'suspended' }), 'not_met'],
    [
      'expired for a public body that has a license',
      licensed({ kind: 'public', valid_to: '2013-10-30' }),
      'not_met',
    ],
  ])
  table(body, { from: null, to: null }, [
    ['without any statement there is no data', licensed({ license_status: null, valid_to: null }), 'no_data'],
    ['a public body without a license number is outside the rule', { agency: PUBLIC }, 'not_applicable'],
  ])
})

describe('the code of the agency', () => {
  const body: RuleBody = { type: 'flag', fact: 'agency.uscc_valid', in: [true] }
  table(body, null, [
    ['a well-formed code is met', { agency: agency({ uscc: '91110105CXJG000159' }) }, 'met'],
    ['a wrong check character is not met', { agency: agency({ uscc: '91110105CXJG000158' }) }, 'not_met'],
    ['eighteen zeros are not met', { agency: agency({ uscc: '000000000000000000' }) }, 'not_met'],
    ['no code: outside the rule', { agency: agency({ uscc: null }) }, 'not_applicable'],
  ])
})

describe('the archive', () => {
  table({ type: 'flag', fact: 'archive.exists', in: [true] }, null, [
    ['exists once the agency is on file', {}, 'met'],
    ['exists for a public body without a license too', { agency: PUBLIC }, 'met'],
  ])
})

describe('the annual check', () => {
  const body: RuleBody = { type: 'annual_check', years: 1, pass: ['passed'] }
  const checks = (...list: [number, string][]): Partial<AgencyDossier> => ({
    annual_checks: list.map(([year, result]) => ({ year, result })),
  })
  table(body, { from: '2012-01-01', to: AS_OF }, [
    ['passed for the year before is met', checks([2012, 'passed']), 'met', ['2012']],
    ['failed for the year before is not met', checks([2012, 'failed']), 'not_met', ['2012']],
    ['deferred is not met', checks([2012, 'deferred']), 'not_met', ['2012']],
    ['passed for this year is met', checks([2013, 'passed']), 'met', ['2013']],
    [
      'the newest decides: failed after passed',
      checks([2012, 'passed'], [2013, 'failed']),
      'not_met',
      ['2013'],
    ],
    ['the newest decides, in any order', checks([2013, 'passed'], [2012, 'failed']), 'met', ['2013']],
    ['one of two years ago is too old', checks([2011, 'passed']), 'no_data'],
    ['one of next year has not happened', checks([2014, 'failed'], [2012, 'passed']), 'met', ['2012']],
    ['nothing on file is no data', {}, 'no_data'],
  ])
  table(body, null, [
    ['a public body without a license is outside the rule', { agency: PUBLIC }, 'not_applicable'],
    [
      'a public body with a license is not',
      { agency: agency({ kind: 'public' }), ...checks([2012, 'failed']) },
      'not_met',
      ['2012'],
    ],
  ])
})

describe('license changes reported in time', () => {
  const body: RuleBody = { type: 'max_days', fact: 'change.reported_days', max: 15 }
  const changed = (...list: Partial<LicenseChange>[]): Partial<AgencyDossier> => ({
    changes: list.map(given => ({
      change: '法定代表人',
      occurred_on: '2013-05-01',
      reported_on: null,
      decided_on: '2013-06-03',
      ...given,
    })),
  })
  const may = (reported_on: string | null, decided_on = '2013-06-03') => changed({ reported_on, decided_on })
  const NAMED = ['法定代表人 2013-05-01']
  table(body, { from: '2012-11-01', to: AS_OF }, [
    ['none on file means none', {}, 'met'],
    ['reported on the day is met', may('2013-05-01'), 'met', NAMED],
    ['reported on the 15th day is met', may('2013-05-16'), 'met', NAMED],
    ['reported on the 16th day is not met', may('2013-05-17'), 'not_met', NAMED],
    ['not reported and the days over is not met', may(null), 'not_met', NAMED],
    ['settled within the days was reported by then', may(null, '2013-05-16'), 'met', NAMED],
    [
      'the last day is the as-of day: not over yet',
      changed({ occurred_on: '2013-10-16', decided_on: '2013-11-20' }),
      'met',
      ['法定代表人 2013-10-16'],
    ],
    [
      'the last day was the day before',
      changed({ occurred_on: '2013-10-15', decided_on: '2013-11-20' }),
      'not_met',
      ['法定代表人 2013-10-15'],
    ],
    [
      'a report after the as-of day, the days being over, came late',
      changed({ occurred_on: '2013-10-15', reported_on: '2013-11-01', decided_on: '2013-11-20' }),
      'not_met',
      ['法定代表人 2013-10-15'],
    ],
    [
      'one of the first day that counts',
      changed({ occurred_on: '2012-11-01' }),
      'not_met',
      ['法定代表人 2012-11-01'],
    ],
    ['one of the day before does not count', changed({ occurred_on: '2012-10-31' }), 'met'],
    ['one after the as-of day has not happened', changed({ occurred_on: '2013-11-01' }), 'met'],
    [
      'when it occurred is unknown: no data, named by the day it was settled',
      changed({ occurred_on: null }),
      'no_data',
      ['法定代表人 2013-06-03'],
    ],
    [
      'unknown, and settled too long ago to count',
      changed({ occurred_on: null, decided_on: '2012-10-31' }),
      'met',
    ],
    [
      'not met beats no data',
      changed({ occurred_on: null }, { reported_on: '2013-05-17' }),
      'not_met',
      NAMED,
    ],
    ['what changed is not told: named by its day', changed({ change: null }), 'not_met', ['2013-05-01']],
  ])
  table(body, null, [
    [
      'a public body without a license is outside the rule',
      { agency: PUBLIC, ...may(null) },
      'not_applicable',
    ],
  ])
})

describe('tenure of 36 months', () => {
  const body: RuleBody = { type: 'tenure', months: 36 }
  const since = (business_start: string | null, issued_on: string | null = null): Partial<AgencyDossier> => ({
    agency: agency({ business_start, issued_on }),
  })
  table(body, { from: '2010-10-31', to: AS_OF }, [
    ['completed on the as-of day is met', since('2010-10-31'), 'met'],
  ])
  table(body, { from: '2010-11-01', to: AS_OF }, [
    ['completed the day after is not met', since('2010-11-01'), 'not_met'],
  ])
  table(body, { from: '2010-10-31', to: AS_OF }, [
    ['the license day counts when no start is on file', since(null, '2010-10-31'), 'met'],
  ])
  table(body, { from: '2011-01-01', to: AS_OF }, [
    ['the start counts before an older license', since('2011-01-01', '2005-01-01'), 'not_met'],
  ])
  table(body, { from: null, to: null }, [['neither day is no data', since(null), 'no_data']])

  it.each([
    ['2012-02-29', '2015-02-27', 'not_met', '2015-02-28'],
    ['2012-02-29', '2015-02-28', 'met', '2015-02-28'],
    ['2013-11-01', '2013-10-31', 'not_met', '2016-11-01'],
  ])('from %s as of %s is %s, completed on %s', (start, asOf, outcome, completed) => {
    const result = apply(body, since(start), contextOn(asOf))
    expect([result.outcome, result.reason]).toEqual([outcome, { is: 'tenure', start, completed }])
  })
})

describe('no penalty in 24 months', () => {
  const body: RuleBody = { type: 'no_penalty', months: 24 }
  const one = (given: Parameters<typeof penalty>[0]): Partial<AgencyDossier> => ({
    penalties: [penalty(given)],
  })
  table(body, { from: '2011-11-01', to: AS_OF }, [
    ['nothing on file is met', {}, 'met'],
    ['decided on 2011-10-31 is too old', one({ decision_date: '2011-10-31' }), 'met'],
    ['decided on 2011-11-01 counts', one({ decision_date: '2011-11-01' }), 'not_met', ['CF-1']],
    ['decided on the as-of day counts', one({ decision_date: '2013-10-31' }), 'not_met', ['CF-1']],
    ['decided the day after has not happened', one({ decision_date: '2013-11-01' }), 'met'],
    ['under review counts', one({ status: 'under_review' }), 'not_met', ['CF-1']],
    ['revoked on the as-of day does not count', one({ status: 'revoked', revoked_on: '2013-10-31' }), 'met'],
    [
      'revoked the day after still counts',
      one({ status: 'revoked', revoked_on: '2013-11-01' }),
      'not_met',
      ['CF-1'],
    ],
    [
      'all that count are named, the others not',
      {
        penalties: [
          penalty({ decision_no: 'A', decision_date: '2011-10-31' }),
          penalty({ decision_no: 'B', decision_date: '2012-12-12' }),
          penalty({ decision_no: 'C', status: 'revoked', revoked_on: '2013-07-01' }),
          penalty({ decision_no: 'D', decision_date: '2013-06-20' }),
        ],
      },
      'not_met',
      ['B', 'D'],
    ],
  ])
})

describe('no verified dishonest complaint in 12 months', () => {
  const body: RuleBody = { type: 'no_verified_complaint', dishonest: true, months: 12 }
  const verified = {
    dishonest: 1,
    received_on: '2012-09-01',
    closed_on: '2013-03-28',
    finding: 'upheld',
  } as const
  const one = (given: Parameters<typeof complaint>[0]): Partial<AgencyDossier> => ({
    complaints: [complaint({ ...verified, ...given })],
  })
  table(body, { from: '2012-11-01', to: AS_OF }, [
    ['nothing on file is met', {}, 'met'],
    ['closed on 2012-10-31 is too old', one({ closed_on: '2012-10-31' }), 'met'],
    [
      'closed on 2012-11-01 counts, though received before the window',
      one({ closed_on: '2012-11-01' }),
      'not_met',
      ['TS-1'],
    ],
    ['closed on the as-of day counts', one({ closed_on: '2013-10-31' }), 'not_met', ['TS-1']],
    ['closed the day after has not happened', one({ closed_on: '2013-11-01' }), 'met'],
    ['partly upheld counts', one({ finding: 'partly_upheld' }), 'not_met', ['TS-1']],
    ['not upheld does not count', one({ finding: 'not_upheld' }), 'met'],
    ['withdrawn does not count', one({ finding: 'withdrawn' }), 'met'],
    ['open does not count', one({ closed_on: null, finding: null }), 'met'],
    ['not dishonest does not count', one({ dishonest: 0 }), 'met'],
    ['not said whether dishonest does not count', one({ dishonest: null }), 'met'],
  ])

  it('counts the honest ones too when the rule says so', () => {
    const all: RuleBody = { type: 'no_verified_complaint', dishonest: false, months: 12 }
    expect(apply(all, one({ dishonest: 0 })).outcome).toBe('not_met')
  })
})

describe('verified complaints about staff in 24 months, none at most', () => {
  const where = { category: ['用工权益'], finding: ['upheld', 'partly_upheld'] }
  const body: RuleBody = { type: 'count_at_most', record: 'complaint', where, limit: 0, months: 24 }
  const one = (given: Parameters<typeof complaint>[0]): Partial<AgencyDossier> => ({
    complaints: [
      complaint({ category: '用工权益', closed_on: '2013-07-15', finding: 'partly_upheld', ...given }),
    ],
  })
  table(body, { from: '2011-11-01', to: AS_OF }, [
    ['nothing on file is met', {}, 'met'],
    ['closed on 2011-10-31 is too old', one({ closed_on: '2011-10-31' }), 'met'],
    ['closed on 2011-11-01 counts', one({ closed_on: '2011-11-01' }), 'not_met', ['TS-1']],
    ['closed on the as-of day counts', one({ closed_on: '2013-10-31' }), 'not_met', ['TS-1']],
    ['closed the day after has no finding yet', one({ closed_on: '2013-11-01' }), 'met'],
    ['not upheld does not count', one({ finding: 'not_upheld' }), 'met'],
    ['another category does not count', one({ category: '客户权益' }), 'met'],
    ['open does not count', one({ closed_on: null, finding: null }), 'met'],
  ])

  it.each([
    [1, 1, 'met'],
    [2, 1, 'not_met'],
    [2, 2, 'met'],
  ])('%i with a limit of %i is %s, and all are named', (n, limit, outcome) => {
    const complaints = Array.from({ length: n }, (_, i) =>
      complaint({
        complaint_no: `TS-${i}`,
        category: '用工权益',
        closed_on: '2013-07-15',
        finding: 'upheld',
      }),
    )
    const result = apply({ ...body, limit }, { complaints })
    expect([result.outcome, result.records.length, result.reason]).toEqual([
      outcome,
      n,
      { is: 'count', found: n, limit },
    ])
  })

  it('an empty condition counts every case, the open ones by the day of receipt', () => {
    const all: RuleBody = { ...body, where: {}, months: 12 }
    const received = (received_on: string) => apply(all, { complaints: [complaint({ received_on })] }).outcome
    expect([received('2012-10-31'), received('2012-11-01'), received('2013-11-01')]).toEqual([
      'met',
      'not_met',
      'met',
    ])
  })
})

describe('cooperation with inspections in 12 months', () => {
  const where = { cooperated: [false] }
  const body: RuleBody = { type: 'count_at_most', record: 'inspection', where, limit: 0, months: 12 }
  const one = (given: Parameters<typeof inspection>[0]): Partial<AgencyDossier> => ({
    inspections: [inspection(given)],
  })
  table(body, { from: '2012-11-01', to: AS_OF }, [
    ['not inspected is no data', {}, 'no_data'],
    ['inspected on 2012-10-31 only is no data', one({ date: '2012-10-31', cooperated: 0 }), 'no_data'],
    [
      'inspected on 2012-11-01 without cooperation is not met',
      one({ date: '2012-11-01', cooperated: 0 }),
      'not_met',
      ['春雷2013 2012-11-01'],
    ],
    [
      'inspected on the as-of day without cooperation is not met',
      one({ date: '2013-10-31', cooperated: 0 }),
      'not_met',
      ['春雷2013 2013-10-31'],
    ],
    ['an inspection the day after has not happened', one({ date: '2013-11-01', cooperated: 0 }), 'no_data'],
    [
      'with cooperation is met, by the inspection that looked',
      one({ cooperated: 1 }),
      'met',
      ['春雷2013 2013-04-15'],
    ],
    [
      'one refusal among several is enough',
      {
        inspections: [
          inspection({ batch: 'A', cooperated: 0 }),
          inspection({ batch: 'B', date: '2013-09-01' }),
        ],
      },
      'not_met',
      ['A 2013-04-15'],
    ],
  ])
})

describe('rectifications overdue in 12 months', () => {
  const where = { overdue: [true] }
  const body: RuleBody = { type: 'count_at_most', record: 'rectification', where, limit: 0, months: 12 }
  const one = (given: Parameters<typeof inspection>[0]): Partial<AgencyDossier> => ({
    inspections: [inspection(given)],
  })
  const ref = ['春雷2013 2013-04-15']
  table(body, { from: '2012-11-01', to: AS_OF }, [
    ['nothing on file means none', {}, 'met'],
    ['inspected and nothing ordered is met', one({}), 'met'],
    ['done in time is met', one({ rectify_due: '2013-05-16', rectified_on: '2013-05-10' }), 'met'],
    [
      'done a day late is not met',
      one({ rectify_due: '2013-05-16', rectified_on: '2013-05-17' }),
      'not_met',
      ref,
    ],
    ['not done and due the day before is not met', one({ rectify_due: '2013-10-30' }), 'not_met', ref],
    ['not done and due on the as-of day is met', one({ rectify_due: '2013-10-31' }), 'met'],
    [
      'done only after the as-of day is not met',
      one({ rectify_due: '2013-10-30', rectified_on: '2013-11-01' }),
      'not_met',
      ref,
    ],
    [
      'late on a due day before the window is too old',
      one({ rectify_due: '2012-10-31', rectified_on: '2012-12-01' }),
      'met',
    ],
    [
      'late on a due day of the window counts',
      one({ rectify_due: '2012-11-01', rectified_on: '2012-12-01' }),
      'not_met',
      ref,
    ],
  ])
})

describe('offenses in 24 months', () => {
  const none = (record: 'staff_offense' | 'credit_default'): RuleBody => ({
    ...{ type: 'count_at_most', record, where: {}, limit: 0, months: 24 },
  })
  const one = (given: Partial<Offense>): Partial<AgencyDossier> => ({
    offenses: [{ offense_no: 'BL-1', person: null, kind: 'violation', date: '2013-04-12', ...given }],
  })
  const span = { from: '2011-11-01', to: AS_OF }
  const person = '样例员工乙'
  table(none('staff_offense'), span, [
    ['nothing on file means none', {}, 'met'],
    ['of the agency itself', one({}), 'met'],
    ['of a practitioner', one({ person }), 'not_met', ['BL-1']],
    ['of a practitioner, whatever kind', one({ person, kind: 'credit' }), 'not_met', ['BL-1']],
    ['too old', one({ person, date: '2011-10-31' }), 'met'],
    ['just inside', one({ person, date: '2011-11-01' }), 'not_met', ['BL-1']],
    ['the day after has not happened', one({ person, date: '2013-11-01' }), 'met'],
    ['without a number', one({ person, offense_no: null }), 'not_met', ['从业人员 2013-04-12']],
  ])
  table(none('credit_default'), span, [
    ['nothing on file means none', {}, 'met'],
    ['a violation', one({}), 'met'],
    ['an accident', one({ kind: 'accident' }), 'met'],
    ['bad credit', one({ kind: 'credit' }), 'not_met', ['BL-1']],
    ['bad credit of a practitioner', one({ kind: 'credit', person }), 'not_met', ['BL-1']],
    ['without a number', one({ kind: 'credit', offense_no: null }), 'not_met', ['2013-04-12']],
  ])
})

describe('an activity for the public in 12 months', () => {
  const where = { kind: ['公益'] }
  const body: RuleBody = { type: 'count_at_least', record: 'activity', where, limit: 1, months: 12 }
  const on = (held_on: string, kind = '公益'): Partial<AgencyDossier> => ({
    activities: [activity({ held_on, kind })],
  })
  table(body, { from: '2012-11-01', to: AS_OF }, [
    ['nothing on file is not met', {}, 'not_met'],
    ['held on 2012-10-31 is too old', on('2012-10-31'), 'not_met'],
    ['held on 2012-11-01 counts', on('2012-11-01'), 'met', ['校园招聘指导']],
    ['held on the as-of day counts', on('2013-10-31'), 'met', ['校园招聘指导']],
    ['held the day after has not happened', on('2013-11-01'), 'not_met'],
    ['another kind does not count', on('2013-05-01', '行业'), 'not_met'],
  ])

  it('asks for as many as the limit says', () => {
    const activities = [activity({ title: '甲' }), activity({ title: '乙' })]
    expect(apply({ ...body, limit: 2 }, { activities })).toMatchObject({
      outcome: 'met',
      records: ['甲', '乙'],
    })
    expect(apply({ ...body, limit: 3 }, { activities })).toMatchObject({
      outcome: 'not_met',
      records: ['甲', '乙'],
    })
  })
})

describe('a valid honor in 36 months', () => {
  const where = { status: ['valid'] }
  const body: RuleBody = { type: 'count_at_least', record: 'honor', where, limit: 1, months: 36 }
  const one = (given: Parameters<typeof honor>[0]): Partial<AgencyDossier> => ({ honors: [honor(given)] })
  table(body, { from: '2010-11-01', to: AS_OF }, [
    ['nothing on file is not met', {}, 'not_met'],
    ['granted on 2010-10-31 is too old', one({ granted_on: '2010-10-31' }), 'not_met'],
    ['granted on 2010-11-01 counts', one({ granted_on: '2010-11-01' }), 'met', ['YL-1']],
    ['granted on the as-of day counts', one({ granted_on: '2013-10-31' }), 'met', ['YL-1']],
    ['granted the day after has not happened', one({ granted_on: '2013-11-01' }), 'not_met'],
    ['run out the day before does not count', one({ valid_to: '2013-10-30' }), 'not_met'],
    ['run out on the as-of day still counts', one({ valid_to: '2013-10-31' }), 'met', ['YL-1']],
    [
      'revoked on the as-of day does not count',
      one({ status: 'revoked', revoked_on: '2013-10-31' }),
      'not_met',
    ],
    [
      'revoked the day after still counts',
      one({ status: 'revoked', revoked_on: '2013-11-01' }),
      'met',
      ['YL-1'],
    ],
    ['without certificate number it goes by its title', one({ cert_no: null }), 'met', ['诚信服务窗口']],
  ])
})

describe('complaints handled in time in 12 months', () => {
  const body: RuleBody = {
    type: 'ratio_at_least',
    fact: 'complaint.on_time_rate',
    min: 1_000_000,
    months: 12,
  }
  const one = (given: Parameters<typeof complaint>[0]): Partial<AgencyDossier> => ({
    complaints: [complaint(given)],
  })
  const closed = (closed_on: string, due_on: string | null, given: Parameters<typeof complaint>[0] = {}) =>
    one({ received_on: '2012-06-01', accepted_on: null, closed_on, finding: 'not_upheld', due_on, ...given })
  const ref = ['TS-1']
  table(body, { from: '2012-11-01', to: AS_OF }, [
    ['no case at all is met', {}, 'met'],
    ['closed before its due day is met', closed('2013-05-30', '2013-05-31'), 'met', ref],
    ['closed on its due day is met', closed('2013-05-31', '2013-05-31'), 'met', ref],
    ['closed the day after is not met', closed('2013-06-01', '2013-05-31'), 'not_met', ref],
    ['closed late before the window, due before it, says nothing', closed('2012-10-31', '2012-10-01'), 'met'],
    ['closed late on the first day of the window counts', closed('2012-11-01', '2012-10-01'), 'not_met', ref],
    ['closed in time before the window but due in it counts', closed('2012-10-31', '2012-11-01'), 'met', ref],
    ['closed late on the as-of day counts', closed('2013-10-31', '2013-10-30'), 'not_met', ref],
    ['open and past due is not met', one({ due_on: '2013-10-30' }), 'not_met', ref],
    ['open and due on the as-of day is not late yet', one({ due_on: '2013-10-31' }), 'met'],
    ['open and due later says nothing', one({ due_on: '2013-11-01' }), 'met'],
    [
      'closed after the as-of day is still open: past due is late',
      closed('2013-11-01', '2013-10-30'),
      'not_met',
      ref,
    ],
    ['closed after the as-of day is still open: not yet due', closed('2013-11-01', '2013-10-31'), 'met'],
    [
      'a case received after the as-of day has not happened',
      one({ received_on: '2013-11-02', due_on: '2013-12-02' }),
      'met',
    ],
    [
      'only the late ones are named',
      {
        complaints: [
          complaint({ complaint_no: 'A', closed_on: '2013-05-31', finding: 'upheld' }),
          complaint({ complaint_no: 'B', closed_on: '2013-06-01', finding: 'upheld' }),
          complaint({ complaint_no: 'C' }),
        ],
      },
      'not_met',
      ['B', 'C'],
    ],
    [
      'all that count are named when none is late',
      {
        complaints: [
          complaint({ complaint_no: 'A', closed_on: '2013-05-31', finding: 'upheld' }),
          complaint({ complaint_no: 'B', closed_on: '2013-04-01', finding: 'withdrawn' }),
          complaint({ complaint_no: 'C', due_on: '2013-12-01' }),
        ],
      },
      'met',
      ['A', 'B'],
    ],
  ])

  // From Friday 2013-03-01: 20 days in March, 21 in April (3 off and 3 made up around 清明节 and 劳动节), 19 in May to the 28th.
  it.each([
    [
      'accepted 2013-03-01, closed on the 60th working day 2013-05-28',
      '2013-03-01',
      '2013-03-01',
      '2013-05-28',
      'met',
    ],
    ['accepted 2013-03-01, closed on the 61st', '2013-03-01', '2013-03-01', '2013-05-29', 'not_met'],
    ['not accepted, received 2013-03-01, closed on the 60th', '2013-03-01', null, '2013-05-28', 'met'],
    ['not accepted, received 2013-03-01, closed on the 61st', '2013-03-01', null, '2013-05-29', 'not_met'],
    ['counted from acceptance, not from receipt', '2013-02-01', '2013-03-01', '2013-05-28', 'met'],
    ['still open long after', '2013-03-01', '2013-03-01', null, 'not_met'],
    ['still open, the 60th working day to come', '2013-10-08', '2013-10-08', null, 'met'],
  ] as const)(
    'without a due day the limit is 60 working days: %s',
    (_, received_on, accepted_on, closed_on, outcome) => {
      const finding = closed_on === null ? null : ('upheld' as const)
      const result = apply(body, one({ received_on, accepted_on, due_on: null, closed_on, finding }))
      expect(result.outcome).toBe(outcome)
    },
  )

  it.each([
    [10, 1, 900_000, 'met', '90'],
    [10, 2, 900_000, 'not_met', '80'],
    [9, 1, 900_000, 'not_met', '88.89'],
    [3, 1, 666_666, 'met', '66.67'],
    [3, 1, 666_667, 'not_met', '66.67'],
  ])('of %i cases %i late against at least %i millionths is %s (%s %)', (n, late, min, outcome, percent) => {
    const complaints = Array.from({ length: n }, (_, i) =>
      complaint({
        complaint_no: `TS-${i}`,
        closed_on: i < late ? '2013-06-01' : '2013-05-31',
        finding: 'upheld',
      }),
    )
    const result = apply({ ...body, min }, { complaints })
    expect([result.outcome, result.reason]).toMatchObject([outcome, { is: 'ratio', percent }])
  })

  it.each([
    ['closed ten months after acceptance', '2013-08-01', 'upheld'],
    ['open for a year', null, null],
  ] as const)(
    'does not call a case timely whose limit nobody can tell, because a notice is not loaded: %s',
    (_, closed_on, finding) => {
      const unloaded = contextOn(AS_OF, { calendar: new WorkingCalendar([2013], []) })
      const given = one({
        received_on: '2012-10-08',
        accepted_on: '2012-10-08',
        due_on: null,
        closed_on,
        finding,
      })
      expect(apply(body, given, unloaded).outcome).toBe('no_data')
    },
  )
})

describe('the rate of staff commitments', () => {
  const body: RuleBody = { type: 'ratio_at_least', fact: 'commitment.staff_rate', min: 1_000_000, months: 0 }
  const signed = (...list: [string, number | null][]): Partial<AgencyDossier> => ({
    commitments: list.map(([signed_on, signed_count]) => commitment({ signed_on, signed_count })),
  })
  table(body, null, [
    ['nothing on file is no data', {}, 'no_data'],
    ['all ten of ten is met', signed(['2013-10-10', 10]), 'met', ['2013-10-10']],
    ['nine of ten is not met', signed(['2013-10-10', 9]), 'not_met', ['2013-10-10']],
    ['more heads than staff is met', signed(['2013-10-10', 12]), 'met', ['2013-10-10']],
    ['signed on the as-of day counts', signed(['2013-10-31', 10]), 'met', ['2013-10-31']],
    ['signed the day after has not happened', signed(['2013-11-01', 10]), 'no_data'],
    ['the newest decides', signed(['2012-10-10', 10], ['2013-10-10', 9]), 'not_met', ['2013-10-10']],
    [
      'the newest decides, in any order',
      signed(['2013-10-10', 10], ['2012-10-10', 9]),
      'met',
      ['2013-10-10'],
    ],
    [
      'no staff count is no data',
      { ...signed(['2013-10-10', 10]), agency: agency({ staff_count: null }) },
      'no_data',
    ],
    [
      'a staff of zero is no data',
      { ...signed(['2013-10-10', 10]), agency: agency({ staff_count: 0 }) },
      'no_data',
    ],
    ['a commitment of the agency says nothing', { commitments: [commitment({ kind: 'agency' })] }, 'no_data'],
  ])
})

describe('satisfaction in surveys of 12 months', () => {
  const body: RuleBody = { type: 'ratio_at_least', fact: 'survey.satisfaction', min: 900_000, months: 12 }
  const survey = (held_on: string, satisfaction: number | null, title = '满意度调查', kind = '调查') =>
    activity({ kind, title, held_on, satisfaction })
  table(body, { from: '2012-11-01', to: AS_OF }, [
    ['nothing on file is no data', {}, 'no_data'],
    ['90.0 percent is met', { activities: [survey('2013-05-01', 900_000)] }, 'met', ['满意度调查']],
    [
      'a millionth less is not met',
      { activities: [survey('2013-05-01', 899_999)] },
      'not_met',
      ['满意度调查'],
    ],
    ['held on 2012-10-31 is too old', { activities: [survey('2012-10-31', 980_000)] }, 'no_data'],
    ['held on 2012-11-01 counts', { activities: [survey('2012-11-01', 980_000)] }, 'met', ['满意度调查']],
    ['held the day after has not happened', { activities: [survey('2013-11-01', 500_000)] }, 'no_data'],
    ['a survey without a rate says nothing', { activities: [survey('2013-05-01', null)] }, 'no_data'],
    [
      'a rate of another kind of activity says nothing',
      { activities: [survey('2013-05-01', 980_000, '甲', '培训')] },
      'no_data',
    ],
    [
      'the newest decides',
      { activities: [survey('2013-05-01', 500_000, '甲'), survey('2013-09-01', 980_000, '乙')] },
      'met',
      ['乙'],
    ],
    [
      'the newest decides, in any order',
      { activities: [survey('2013-09-01', 980_000, '乙'), survey('2013-05-01', 500_000, '甲')] },
      'met',
      ['乙'],
    ],
  ])

  it('reads two surveys of one day alike, whichever comes first', () => {
    const [good, bad] = [survey('2013-09-01', 980_000, '甲'), survey('2013-09-01', 500_000, '乙')]
    const straight = apply(body, { activities: [good, bad] }).outcome
    const turned = apply(body, { activities: [bad, good] }).outcome
    expect(turned).toBe(straight)
  })
})

describe('metrics that are not on file', () => {
  it.each([
    { type: 'number_at_least', fact: 'annual.net_profit', min: 0 },
    { type: 'growth', fact: 'annual.service_count', min: 1_000_000 },
  ] as const)('$type is no data, never zero', body => {
    expect(apply(body, {})).toMatchObject({ outcome: 'no_data', reason: { is: 'missing', fact: body.fact } })
  })
})

/** Metrics of one name: year or other period, millionths, unit. */
const figures =
  (name: string) =>
  (...list: [string, number, string | null][]): Partial<AgencyDossier> => ({
    metrics: list.map(([period, value, unit]) => metric({ metric: name, period, value, unit })),
  })

describe('net profit of the last full year, none below zero', () => {
  const body: RuleBody = { type: 'number_at_least', fact: 'annual.net_profit', min: 0 }
  const profit = figures('net_profit')
  table(body, { from: '2012-01-01', to: '2012-12-31' }, [
    ['a profit is met', profit(['2012', 1, '元']), 'met', ['净利润 2012']],
    ['nothing earned, nothing lost is met', profit(['2012', 0, '万元']), 'met', ['净利润 2012']],
    ['a loss is not met', profit(['2012', -1, '亿元']), 'not_met', ['净利润 2012']],
    [
      'the year before and the running year say nothing about it',
      profit(['2011', -5, '元'], ['2012', 5, '元'], ['2013', -5, '元']),
      'met',
      ['净利润 2012'],
    ],
    [
      'its half years, quarters and months neither',
      profit(['2012-H1', -5, '元'], ['2012-Q1', -5, '元'], ['2012', 5, '元'], ['2012-12', -5, '元']),
      'met',
      ['净利润 2012'],
    ],
  ])
  table(body, { from: null, to: null }, [
    ['only the year before is no data', profit(['2011', 5, '元']), 'no_data'],
    ['only the running year is no data', profit(['2013', 5, '元']), 'no_data'],
    [
      'four quarters are no data: nothing is added up',
      profit(['2012-Q1', 5, '元'], ['2012-Q2', 5, '元'], ['2012-Q3', 5, '元'], ['2012-Q4', 5, '元']),
      'no_data',
    ],
    ['another metric is no data', figures('净资产')(['2012', 5, '元']), 'no_data'],
    ['a unit that is not known is no data', profit(['2012', 5, '美元']), 'no_data'],
  ])

  it('converts the unit exactly before it compares', () => {
    const least: RuleBody = { ...body, min: 125_000_000_000 }
    const outcome = (value: number, unit: string) => apply(least, profit(['2012', value, unit])).outcome
    expect(outcome(12_500_000, '万元')).toBe('met')
    expect(outcome(12_499_999, '万元')).toBe('not_met')
    expect(outcome(125_000_000, '千元')).toBe('met')
    expect(outcome(1_250, '亿元')).toBe('met')
    expect(outcome(1_249, '亿元')).toBe('not_met')
    expect(outcome(124_999_999_999, '元')).toBe('not_met')
    expect(outcome(999_999_999_999_999, '亿元')).toBe('met')
  })

  it('tells the figure in the first unit, and the year that is missing', () => {
    expect(apply(body, profit(['2012', -12_500_000, '万元'])).reason).toEqual({
      is: 'number',
      fact: 'annual.net_profit',
      year: 2012,
      value: '-125000',
      least: '0',
      unit: '元',
    })
    expect(apply(body, profit(['2011', 5, '元'])).reason).toEqual({
      is: 'metric_missing',
      fact: 'annual.net_profit',
      years: [2012],
    })
  })

  it.each([
    ['2012-12-30', '2011'],
    ['2012-12-31', '2012'],
    ['2013-01-01', '2012'],
    ['2013-10-31', '2012'],
    ['2013-12-31', '2013'],
  ])('as of %s looks at %s', (asOf, year) => {
    const all = profit(['2011', 5, '元'], ['2012', 5, '元'], ['2013', 5, '元'])
    expect(apply(body, all, contextOn(asOf)).records).toEqual([`净利润 ${year}`])
  })
})

describe('services of the last full year, no fewer than the year before', () => {
  const body: RuleBody = { type: 'growth', fact: 'annual.service_count', min: 1_000_000 }
  const services = figures('service_count')
  const both = ['服务人次 2011', '服务人次 2012']
  table(body, { from: '2011-01-01', to: '2012-12-31' }, [
    ['as many are met', services(['2011', 7, '人次'], ['2012', 7, '人次']), 'met', both],
    ['one millionth fewer is not met', services(['2011', 7, '人次'], ['2012', 6, '人次']), 'not_met', both],
    ['none after none is met', services(['2011', 0, null], ['2012', 0, null]), 'met', both],
    ['some after none are met', services(['2011', 0, null], ['2012', 1, null]), 'met', both],
    ['none after some are not met', services(['2011', 1, null], ['2012', 0, null]), 'not_met', both],
    [
      'units may differ',
      services(['2011', 12_000_000_000, '人次'], ['2012', 1_200_000, '万人次']),
      'met',
      both,
    ],
    [
      'and are converted exactly',
      services(['2011', 12_000_000_001, '人次'], ['2012', 1_200_000, '万人次']),
      'not_met',
      both,
    ],
    [
      'the running year says nothing',
      services(['2011', 5, null], ['2012', 5, null], ['2013', 1, null]),
      'met',
      both,
    ],
  ])
  table(body, { from: null, to: null }, [
    ['without the year before there is no data', services(['2012', 5, null]), 'no_data', ['服务人次 2012']],
    ['without the year itself there is no data', services(['2011', 5, null]), 'no_data', ['服务人次 2011']],
    [
      'two years ago is not the year before',
      services(['2010', 5, null], ['2012', 5, null]),
      'no_data',
      ['服务人次 2012'],
    ],
    ['neither year is no data', services(['2013', 5, null]), 'no_data'],
  ])

  it.each([
    // A third more is 4/3, which no decimal writes: one millionth below and above it.
    [1_333_333, 3, 4, 'met'],
    [1_333_334, 3, 4, 'not_met'],
    [1_100_000, 10, 11, 'met'],
    [1_100_000, 999_999_999_999_990, 999_999_999_999_999, 'not_met'],
    [900_000, 10, 9, 'met'],
    [900_000, 100, 89, 'not_met'],
    [0, 5, 0, 'met'],
  ] as const)('at least %i millionths of %i: %i is %s', (min, before, now, outcome) => {
    const given = services(['2011', before, null], ['2012', now, null])
    expect(apply({ ...body, min }, given).outcome).toBe(outcome)
  })

  it.each([
    // From a loss, growth is measured by its size: 10 % of 100 is 10.
    [1_000_000, -100, -100, 'met'],
    [1_000_000, -100, -101, 'not_met'],
    [1_100_000, -100, -90, 'met'],
    [1_100_000, -100, -91, 'not_met'],
    [1_100_000, -100, 5, 'met'],
    [1_000_000, 100, -1, 'not_met'],
  ] as const)('of profit, at least %i millionths of %i: %i is %s', (min, before, now, outcome) => {
    const given = figures('net_profit')(['2011', before, '元'], ['2012', now, '元'])
    expect(apply({ type: 'growth', fact: 'annual.net_profit', min }, given).outcome).toBe(outcome)
  })

  it('tells both figures and their share, and no share of a loss', () => {
    const given = services(['2011', 1_448_000_000, '人次'], ['2012', 147_600, '万人次'])
    expect(apply(body, given).reason).toEqual({
      is: 'growth',
      fact: 'annual.service_count',
      year: 2012,
      value: '1476',
      before: '1448',
      unit: '人次',
      percent: '101.93',
      least: '100',
    })
    const loss = figures('net_profit')(['2011', -5, '元'], ['2012', 5, '元'])
    expect(apply({ ...body, fact: 'annual.net_profit' }, loss).reason).toMatchObject({ percent: null })
    expect(apply(body, services(['2013', 5, null])).reason).toMatchObject({ years: [2011, 2012] })
  })
})

describe('inspection items SC-01 and SC-02 in 12 months', () => {
  const body: RuleBody = { type: 'inspection_items', items: ['SC-01', 'SC-02'], months: 12 }
  const both = { 'SC-01': 'pass', 'SC-02': 'pass' } as const
  const failing = { 'SC-01': 'pass', 'SC-02': 'fail' } as const
  const ref = ['春雷2013 2013-04-15']
  const one = (given: Parameters<typeof inspection>[0]): Partial<AgencyDossier> => ({
    inspections: [inspection(given)],
  })
  table(body, { from: '2012-11-01', to: AS_OF }, [
    ['not inspected is no data', {}, 'no_data'],
    ['both passed is met', one({ items: both }), 'met', ref],
    ['one failed is not met', one({ items: failing }), 'not_met', ref],
    ['another item failed does not matter', one({ items: { ...both, 'SC-03': 'fail' } }), 'met', ref],
    [
      'a later rectification does not cure',
      one({ items: failing, rectify_due: '2013-05-16', rectified_on: '2013-05-10' }),
      'not_met',
      ref,
    ],
    [
      'an item not applicable is left out',
      one({ items: { 'SC-01': 'not_applicable', 'SC-02': 'pass' } }),
      'met',
      ref,
    ],
    [
      'a failed item counts beside one not applicable',
      one({ items: { 'SC-01': 'not_applicable', 'SC-02': 'fail' } }),
      'not_met',
      ref,
    ],
    [
      'all not applicable is no data',
      one({ items: { 'SC-01': 'not_applicable', 'SC-02': 'not_applicable' } }),
      'no_data',
      ref,
    ],
    ['all left blank is no data', one({ items: {} }), 'no_data', ref],
    ['inspected on 2012-10-31 is too old', one({ date: '2012-10-31', items: failing }), 'no_data'],
    [
      'inspected on 2012-11-01 counts',
      one({ date: '2012-11-01', items: failing }),
      'not_met',
      ['春雷2013 2012-11-01'],
    ],
    [
      'inspected on the as-of day counts',
      one({ date: '2013-10-31', items: failing }),
      'not_met',
      ['春雷2013 2013-10-31'],
    ],
    ['inspected the day after has not happened', one({ date: '2013-11-01', items: failing }), 'no_data'],
    [
      'the latest decides: failed before, passed now',
      {
        inspections: [
          inspection({ items: failing }),
          inspection({ batch: '复查', date: '2013-09-01', items: both }),
        ],
      },
      'met',
      ['复查 2013-09-01'],
    ],
    [
      'the latest decides, in any order: passed before, failed now',
      {
        inspections: [
          inspection({ batch: '复查', date: '2013-09-01', items: failing }),
          inspection({ items: both }),
        ],
      },
      'not_met',
      ['复查 2013-09-01'],
    ],
    [
      'the latest within the window decides, not one after the as-of day',
      {
        inspections: [
          inspection({ items: failing }),
          inspection({ batch: '复查', date: '2013-11-01', items: both }),
        ],
      },
      'not_met',
      ref,
    ],
    [
      'of two on one day a failure in either counts',
      { inspections: [inspection({ batch: 'A', items: both }), inspection({ batch: 'B', items: failing })] },
      'not_met',
      ['A 2013-04-15', 'B 2013-04-15'],
    ],
    [
      'of two on one day each may cover what the other leaves out',
      {
        inspections: [
          inspection({ batch: 'A', items: { 'SC-01': 'pass', 'SC-02': 'not_applicable' } }),
          inspection({ batch: 'B', items: { 'SC-01': 'not_applicable', 'SC-02': 'pass' } }),
        ],
      },
      'met',
      ['A 2013-04-15', 'B 2013-04-15'],
    ],
  ])

  it('names the items that failed and the day', () => {
    const result = apply(body, one({ items: { 'SC-01': 'fail', 'SC-02': 'fail' } }))
    expect(result.reason).toEqual({ is: 'items', failed: ['SC-01', 'SC-02'], date: '2013-04-15' })
  })
})

describe('a complaint that may count', () => {
  const where = { finding: ['upheld', 'partly_upheld'], serious: [true] }
  const bodies: RuleBody[] = [
    { type: 'count_at_most', record: 'complaint', where, limit: 0, months: 12 },
    { type: 'deduct', record: 'complaint', where, months: 12, each: 100, most: 200 },
  ]
  const closed = (complaint_no: string, finding: 'upheld' | null) =>
    complaint({ complaint_no, closed_on: '2013-05-01', finding })
  describe.each(bodies)('$type', body => {
    it.each([
      ['nobody said how grave', [closed('TS-1', 'upheld')], 'complaint.serious'],
      ['without a finding', [closed('TS-1', null)], 'complaint.finding'],
      ['one of each', [closed('TS-1', 'upheld'), closed('TS-2', null)], 'complaint.finding'],
    ] as const)('names what is undecided: %s', (_, complaints, fact) => {
      const { outcome, reason } = apply(body, { complaints: [...complaints] })
      expect([outcome, reason]).toEqual(['no_data', { is: 'missing', fact }])
    })
  })
})
