// Who is on the roll, what an archive lacks, when a system is overdue, and the three rates.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ArchiveFacts,
  archiveGaps,
  basicFields,
  commitmentRates,
  isBuilt,
  rollOn,
  systemsOn,
} from '../../../src/domain/archive/roll.ts'
import type { Agency } from '../../../src/domain/roster/agency.ts'
import { agency } from '../fixtures.ts'

const TODAY = '2013-11-04'
const FILLED: Partial<Agency> = { legal_rep: '样一', address: '样例路', phone: '010-1' }
const SYSTEMS = ['disclosure', 'commitment', 'ledger', 'feedback']
const SIGNED = { kind: 'agency', signed_on: '2013-10-08', signed_count: null } as const
const staff = (signed_on: string, signed_count: number) =>
  ({ kind: 'staff', signed_on, signed_count }) as const

/** Nothing is missing unless a test says so. */
function facts(
  given: Partial<Omit<ArchiveFacts, 'agency'>> & { agency?: Partial<Agency> } = {},
): ArchiveFacts {
  return {
    commitments: [SIGNED, staff('2013-10-08', 10)],
    systems: SYSTEMS.map(system => ({ system, state: 'built', rebuild_by: null })),
    annual_years: [2012],
    ...given,
    agency: agency({ ...FILLED, ...given.agency }),
  }
}

describe('the roll', () => {
  const publicBody: Partial<Agency> = {
    kind: 'public',
    license_no: null,
    valid_to: null,
    license_status: null,
  }
  it.each<[string, Partial<Agency>, string]>([
    ['a valid license', {}, 'on'],
    ['its last day', { valid_to: TODAY }, 'on'],
    ['a day later', { valid_to: '2013-11-03' }, 'off'],
    ['stated valid without an end', { valid_to: null }, 'on'],
    ['suspended', { license_status: 'suspended' }, 'off'],
    ['nothing known of the license', { valid_to: null, license_status: null }, 'unknown'],
    ['a public body without a license', publicBody, 'on'],
    ['one that is closed', { ...publicBody, license_status: 'cancelled' }, 'off'],
    ['one with a license that ran out', { kind: 'public', valid_to: '2013-01-01' }, 'off'],
  ])('%s', (_, given, expected) => {
    expect(rollOn(agency(given), TODAY)).toBe(expected)
  })
})

describe('an archive', () => {
  it('that lacks nothing is built', () => {
    expect([archiveGaps(facts(), TODAY), isBuilt(facts(), TODAY)]).toEqual([[], true])
  })

  it.each(basicFields)('without %s is not built', field => {
    const empty = field === 'code' ? { uscc: null, license_no: null } : { [field]: null }
    const lacking = facts({ agency: empty })
    expect(archiveGaps(lacking, TODAY)).toContainEqual({ is: 'basic', field })
    expect(isBuilt(lacking, TODAY)).toBe(false)
  })

  it.each<[string, Partial<Agency>]>([
    ['a code alone', { license_no: null }],
    ['a license number alone', { uscc: null }],
    ['neither, for a public body of 2013', { uscc: null, license_no: null, kind: 'public' }],
  ])('%s is enough to know whose it is', (_, given) => {
    expect(isBuilt(facts({ agency: given }), TODAY)).toBe(true)
  })

  it.each<[string, Parameters<typeof facts>[0], unknown[], boolean]>([
    [
      'no agency commitment',
      { commitments: [staff('2013-10-08', 10)] },
      [{ is: 'agency_commitment' }],
      false,
    ],
    [
      'one of tomorrow',
      { commitments: [{ ...SIGNED, signed_on: '2013-11-05' }, staff('2013-10-08', 10)] },
      [{ is: 'agency_commitment' }],
      false,
    ],
    [
      'no staff commitment',
      { commitments: [SIGNED] },
      [{ is: 'staff_commitment', signed: null, staff: 10 }],
      true,
    ],
    [
      'fewer than all, by the latest count',
      { commitments: [SIGNED, staff('2013-10-09', 9), staff('2013-10-08', 10)] },
      [{ is: 'staff_commitment', signed: 9, staff: 10 }],
      true,
    ],
    ['no staff at all', { agency: { staff_count: 0 }, commitments: [SIGNED] }, [], true],
    ['no check of last year', { annual_years: [2011] }, [{ is: 'annual_check', year: 2012 }], true],
    ['licensed only this year', { annual_years: [], agency: { issued_on: '2013-01-01' } }, [], true],
    [
      'licensed on the last day of last year',
      { annual_years: [], agency: { issued_on: '2012-12-31' } },
      [{ is: 'annual_check', year: 2012 }],
      true,
    ],
    [
      'a public body without a license',
      { annual_years: [], agency: { kind: 'public', license_no: null } },
      [],
      true,
    ],
    [
      'systems',
      {
        systems: [
          { system: 'disclosure', state: 'built', rebuild_by: '2013-10-31' },
          { system: 'ledger', state: 'missing', rebuild_by: '2013-11-03' },
          { system: 'feedback', state: 'missing', rebuild_by: null },
        ],
      },
      [
        { is: 'system', system: 'commitment', state: 'no_record', due_on: null },
        { is: 'system', system: 'ledger', state: 'overdue', due_on: '2013-11-03' },
        { is: 'system', system: 'feedback', state: 'missing', due_on: null },
      ],
      true,
    ],
  ])('with %s', (_, given, gaps, built) => {
    expect([archiveGaps(facts(given), TODAY), isBuilt(facts(given), TODAY)]).toEqual([gaps, built])
  })
})

it('a gap is overdue from the day after its last', () => {
  const found = (rebuild_by: string) => [{ system: 'ledger', state: 'missing', rebuild_by } as const]
  expect(systemsOn(found(TODAY), TODAY)[2]).toEqual({ system: 'ledger', state: 'missing', due_on: TODAY })
  expect(systemsOn(found(TODAY), '2013-11-05')[2]!.state).toBe('overdue')
})

describe('rates', () => {
  it('count heads by the latest commitment, never more than there are, and leave unknown heads out', () => {
    const all = [
      facts(),
      facts({
        agency: { staff_count: 5 },
        commitments: [SIGNED, staff('2013-09-01', 2), staff('2013-10-01', 9)],
      }),
      facts({ agency: { staff_count: null }, commitments: [staff('2013-09-01', 3)] }),
      facts({ agency: { staff_count: 8, phone: null }, commitments: [SIGNED] }),
    ]
    expect(commitmentRates(all, TODAY)).toEqual({
      agencies: 4,
      agency_signed: 3,
      staff: 10 + 5 + 8,
      staff_signed: 10 + 5,
      staff_unknown: 1,
      // Without its heads the third, without a telephone the fourth.
      archives: 2,
    })
  })

  it('are sums over any parting of the agencies', () => {
    const one = fc
      .record({ heads: fc.option(fc.nat(50)), signed: fc.nat(60), committed: fc.boolean() })
      .map(({ heads, signed, committed }) =>
        facts({
          agency: { staff_count: heads },
          commitments: [...(committed ? [SIGNED] : []), staff('2013-10-01', signed)],
        }),
      )
    fc.assert(
      fc.property(fc.array(one), fc.array(one), (a, b) => {
        const [x, y, whole] = [a, b, [...a, ...b]].map(some => commitmentRates(some, TODAY))
        for (const key of Object.keys(whole!) as (keyof typeof whole)[])
          expect(whole![key]).toBe(Number(x![key]) + Number(y![key]))
        expect(whole!.staff_signed).toBeLessThanOrEqual(whole!.staff)
        expect(whole!.archives).toBeLessThanOrEqual(whole!.agency_signed)
      }),
      { seed: 1 },
    )
  })
})
