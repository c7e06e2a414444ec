// Each gate before a nomination on its boundary, with the reason and the records; gates switched off do nothing.

import { describe, expect, it } from 'vitest'
import { failedGates, type Standing } from '../../../src/domain/nomination/gates.ts'
import type { Honor } from '../../../src/domain/records/honor.ts'
import type { NominationRules } from '../../../src/domain/scheme/scheme.ts'
import type { AgencyDossier } from '../../../src/domain/score/dossier.ts'
import { agency, beijing, complaint, contextOn, dossier, honor, penalty } from '../fixtures.ts'

const context = contextOn('2013-10-31')
const done = { finalized: true, total: 9000, decision: null }

function failures(given: Partial<AgencyDossier>, evaluation: Omit<Standing, 'decision'> = done) {
  return failedGates(beijing().nomination!, dossier(given), { decision: null, ...evaluation }, context).map(
    f => f.gate,
  )
}

const verified = { dishonest: 1, received_on: '2012-09-01', finding: 'upheld' } as const

describe('the gates of beijing-2013', () => {
  const cases: [string, Partial<AgencyDossier>, string[]][] = [
    ['an agency in good standing passes all', {}, []],
    [
      'a license that ran out the day before',
      { agency: agency({ valid_to: '2013-10-30' }) },
      ['license_valid'],
    ],
    ['a license valid to the day passes', { agency: agency({ valid_to: '2013-10-31' }) }, []],
    [
      'an unknown license is not passed',
      { agency: agency({ license_status: null, valid_to: null }) },
      ['license_valid'],
    ],
    [
      'a public body without a license passes',
      { agency: agency({ kind: 'public', license_no: null, license_status: null, valid_to: null }) },
      [],
    ],
    [
      'a verified dishonest complaint closed on 2012-11-01',
      { complaints: [complaint({ ...verified, closed_on: '2012-11-01' })] },
      ['no_verified_dishonesty'],
    ],
    [
      'one closed on 2012-10-31 passes',
      { complaints: [complaint({ ...verified, closed_on: '2012-10-31' })] },
      [],
    ],
    ['an open overdue complaint passes', { complaints: [complaint()] }, []],
    [
      'a penalty of 2011-11-01',
      { penalties: [penalty({ decision_date: '2011-11-01' })] },
      ['no_penalty_24m'],
    ],
    ['one of 2011-10-31 passes', { penalties: [penalty({ decision_date: '2011-10-31' })] }, []],
    ['in business since 2010-11-01', { agency: agency({ business_start: '2010-11-01' }) }, ['tenure_36m']],
    ['in business since 2010-10-31 passes', { agency: agency({ business_start: '2010-10-31' }) }, []],
    [
      'in business since nobody knows',
      { agency: agency({ business_start: null, issued_on: null }) },
      ['tenure_36m'],
    ],
    [
      'everything at once',
      {
        agency: agency({ license_status: 'revoked', business_start: '2013-01-01' }),
        penalties: [penalty()],
        complaints: [complaint({ ...verified, closed_on: '2013-10-31' })],
      },
      ['license_valid', 'no_verified_dishonesty', 'no_penalty_24m', 'tenure_36m'],
    ],
  ]
  it.each(cases)('%s', (_, given, gates) => {
    expect(failures(given)).toEqual(gates)
  })

  it.each([
    ['finalized, with a total', { finalized: true, total: 1, decision: null }, []],
    ['finalized, without a total', { finalized: true, total: null, decision: null }, ['evaluated']],
    ['not finalized', { finalized: false, total: 9000, decision: null }, ['evaluated']],
  ])('an evaluation %s', (_, evaluation, gates) => {
    expect(failures({}, evaluation)).toEqual(gates)
  })

  it('name their clause, the reason and the records that decided', () => {
    const [failed] = failedGates(beijing().nomination!, dossier({ penalties: [penalty()] }), done, context)
    expect(failed).toEqual({
      gate: 'no_penalty_24m',
      name: '近24个月无行政处罚',
      clause: 'default',
      reason: { is: 'count', found: 1, limit: 0 },
      records: ['CF-1'],
    })
  })
})

describe('gates switched on and off', () => {
  it.each([
    [7999, ['min_total']],
    [8000, []],
  ])('the least total, switched on: %i hundredths fail %j', (total, gates) => {
    const changed = beijing()
    for (const gate of changed.nomination!.gates) if (gate.id === 'min_total') gate.on = true
    expect(failedGates(changed.nomination!, dossier(), { ...done, total }, context).map(f => f.gate)).toEqual(
      gates,
    )
  })

  it('the least total, switched on, is not passed without a total', () => {
    const changed = beijing()
    for (const gate of changed.nomination!.gates) gate.on = gate.id === 'min_total'
    const failed = failedGates(
      changed.nomination!,
      dossier(),
      { finalized: true, total: null, decision: null },
      context,
    )
    expect(failed.map(f => f.gate)).toEqual(['min_total'])
  })

  it('all switched off let everybody pass', () => {
    const changed = beijing()
    for (const gate of changed.nomination!.gates) gate.on = false
    const bad = dossier({ penalties: [penalty()], agency: agency({ license_status: 'revoked' }) })
    expect(
      failedGates(changed.nomination!, bad, { finalized: false, total: 8000, decision: null }, context),
    ).toEqual([])
  })

  it('all switched off still keep out whoever has no total: there is nothing to rank by', () => {
    const changed = beijing()
    for (const gate of changed.nomination!.gates) gate.on = false
    const failed = failedGates(
      changed.nomination!,
      dossier({}),
      { finalized: false, total: null, decision: null },
      context,
    )
    expect(failed.map(f => [f.gate, f.reason])).toEqual([['total', { is: 'no_total' }]])
  })

  it('where nobody is ranked by points, no total is no fault', () => {
    const { nomination } = beijing()
    const ranking = [{ key: 'city_honor' as const, clause: 'default' }]
    const standing = { finalized: true, total: null, decision: 'passed' as const }
    expect(failedGates({ ...nomination!, ranking }, dossier({}), standing, context)).toEqual([])
    const open = { ...standing, finalized: false }
    expect(failedGates({ ...nomination!, ranking }, dossier({}), open, context).map(f => f.gate)).toEqual([
      'evaluated',
    ])
  })
})

describe('gates about titles, as of 2013-10-31', () => {
  const TITLE = '北京市人力资源诚信服务示范单位'
  const gates = (extra: Partial<NominationRules['gates'][number]>) => ({
    title: TITLE,
    gates: [{ id: 'it', name: '条件', on: true, clause: 'default', ...extra }] as NominationRules['gates'],
  })
  const passes = (extra: Parameters<typeof gates>[0], honors: Honor[]) =>
    failedGates({ ...gates(extra), ranking: [] }, dossier({ honors }), done, context).length === 0

  it.each([
    ['granted on the day', { granted_on: '2013-10-31' }, false],
    ['granted on the day after', { granted_on: '2013-11-01' }, true],
    ['run out the day before', { valid_to: '2013-10-30' }, true],
    ['valid to the day', { valid_to: '2013-10-31' }, false],
    ['taken back on the day', { status: 'revoked', revoked_on: '2013-10-31' }, true],
    ['another title', { title: '诚信示范单位' }, true],
  ] as const)('a title that is %s', (_, given, passed) => {
    const held = honor({ title: TITLE, granted_on: '2012-12-01', status: 'valid', ...given })
    expect(passes({ test: 'not_held' }, [held])).toBe(passed)
    // Whoever has to hold it passes where the other does not, but for another's name.
    expect(passes({ test: 'holds_title', titles: [TITLE] }, [held])).toBe(!passed)
  })

  it.each([
    ['2012-10-31', true],
    ['2012-11-01', false],
    ['2013-10-31', false],
    // Known only after the as-of day, and counted all the same.
    ['2013-12-01', false],
  ])('one that was taken back on %s bars for twelve months: %s', (revoked_on, passed) => {
    const lost = honor({ title: TITLE, granted_on: '2011-12-01', status: 'revoked', revoked_on })
    expect(passes({ test: 'not_revoked', months: 12 }, [lost])).toBe(passed)
    expect(passes({ test: 'not_revoked', months: 12 }, [{ ...lost, title: '诚信示范单位' }])).toBe(true)
  })
})
