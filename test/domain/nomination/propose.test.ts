// One district's proposal: every candidate has a decision and the reason for it.

import { describe, expect, it } from 'vitest'
import { type DistrictCandidate, proposeDistrict } from '../../../src/domain/nomination/propose.ts'

/** "A p95.00" is the public body A with 95.00 points, "B f80.00!" a for-profit one that fails a gate. */
function read(list: string): DistrictCandidate[] {
  return list
    .split(', ')
    .filter(item => item !== '')
    .map((item, i) => {
      const [name, rest] = item.split(' ') as [string, string]
      const total = Number(rest.slice(1).replace('!', '').replace('.', ''))
      const failed = rest.endsWith('!')
      return {
        id: i + 1,
        name,
        for_profit: rest[0] === 'f',
        total,
        keys: failed ? [] : [total],
        failures: failed ? [failure] : [],
      }
    })
}

const failure = {
  name: '许可证有效',
  clause: 'default',
  reason: { is: 'flag', fact: 'license.status', value: 'expired' } as const,
  records: [],
}

function propose(list: string, places: number, share = 50) {
  return proposeDistrict(read(list), { places, share }).map(p => [p.id, p.decision, p.rank, p.reason])
}

describe('proposeDistrict', () => {
  it('nominates with place and places, and passes over with the lowest total inside', () => {
    expect(propose('A f95.00, B f90.00, C f85.50', 2)).toEqual([
      [1, 'nominated', 1, { is: 'nominated', rank: 1, place: 1, places: 2 }],
      [2, 'nominated', 2, { is: 'nominated', rank: 2, place: 2, places: 2 }],
      [3, 'passed_over', 3, { is: 'full', places: 2, line: '90.00' }],
    ])
  })

  it('keeps the order of the candidates, whatever their totals', () => {
    expect(propose('A f80.00, B f95.00', 1)).toEqual([
      [1, 'passed_over', 2, { is: 'full', places: 1, line: '95.00' }],
      [2, 'nominated', 1, { is: 'nominated', rank: 1, place: 1, places: 1 }],
    ])
  })

  it('gives the ineligible neither rank nor place, and every gate that failed', () => {
    expect(propose('A f95.00!, B f90.00', 1)).toEqual([
      [1, 'ineligible', null, { is: 'gates', gates: [failure] }],
      [2, 'nominated', 1, { is: 'nominated', rank: 1, place: 1, places: 1 }],
    ])
  })

  it('says that the share displaced a better public body, and how many for-profit ones it needs', () => {
    expect(propose('A p95.46, B p91.54, C f86.36, D f80.00, E f79.99', 3)).toEqual([
      [1, 'nominated', 1, { is: 'nominated', rank: 1, place: 1, places: 3 }],
      [2, 'passed_over', 2, { is: 'share', required: 2, line: '80.00' }],
      [3, 'nominated', 3, { is: 'nominated', rank: 3, place: 2, places: 3 }],
      [4, 'nominated', 4, { is: 'nominated', rank: 4, place: 3, places: 3 }],
      [5, 'passed_over', 5, { is: 'full', places: 3, line: '80.00' }],
    ])
  })

  it('says that a place stays empty for want of for-profit agencies', () => {
    expect(propose('A p95.00, B p90.00, C f60.00', 3)).toEqual([
      [1, 'nominated', 1, { is: 'nominated', rank: 1, place: 1, places: 3 }],
      [2, 'passed_over', 2, { is: 'short', size: 2, places: 3, for_profit: 1 }],
      [3, 'nominated', 3, { is: 'nominated', rank: 3, place: 2, places: 3 }],
    ])
  })

  it('stops at a tie on the line and names the others', () => {
    expect(propose('A f95.00, B f91.13, C f91.13, D f91.13, E f80.00', 2)).toEqual([
      [1, 'nominated', 1, { is: 'nominated', rank: 1, place: 1, places: 2 }],
      [2, 'tied', 2, { is: 'tied', open: 1, with: ['C', 'D'], others: 2 }],
      [3, 'tied', 2, { is: 'tied', open: 1, with: ['B', 'D'], others: 2 }],
      [4, 'tied', 2, { is: 'tied', open: 1, with: ['B', 'C'], others: 2 }],
      [5, 'passed_over', 5, { is: 'full', places: 2, line: '91.13' }],
    ])
  })

  it('lets equals above the line share rank and place', () => {
    expect(propose('A f95.00, B f96.48, C f96.48, D f90.00', 3)).toEqual([
      [1, 'nominated', 3, { is: 'nominated', rank: 3, place: 3, places: 3 }],
      [2, 'nominated', 1, { is: 'nominated', rank: 1, place: 1, places: 3, shared: true }],
      [3, 'nominated', 1, { is: 'nominated', rank: 1, place: 1, places: 3, shared: true }],
      [4, 'passed_over', 4, { is: 'full', places: 3, line: '95.00' }],
    ])
  })

  it('names the key that told apart whom the total did not', () => {
    const keyed = (keys: number[][]) =>
      proposeDistrict(
        keys.map((own, i) => ({ ...read('A f90.00')[0]!, id: i + 1, keys: own, total: own[0]! })),
        { places: 1, share: 0, ranking: ['total', 'standard_grade', 'business_start'] },
      ).map(p => p.reason)
    const full = { is: 'full', places: 1, line: '90.00' }
    expect(
      keyed([
        [9000, 3, 5],
        [9000, 3, 4],
        [9000, 2, 9],
        [8000, 5, 9],
      ]),
    ).toEqual([
      { is: 'nominated', rank: 1, place: 1, places: 1 },
      { ...full, key: 'business_start' },
      { ...full, key: 'standard_grade' },
      full,
    ])
  })

  it('tells only those equal to each other that they are tied, when two ties are open at once', () => {
    const tied = propose('A p95.00, B p95.00, C f80.00, D f80.00', 2).map(([, decision, , reason]) => [
      decision,
      (reason as { with: string[] }).with,
      (reason as { open: number }).open,
    ])
    expect(tied).toEqual([
      ['tied', ['B'], 1],
      ['tied', ['A'], 1],
      ['tied', ['D'], 1],
      ['tied', ['C'], 1],
    ])
  })

  it('of an equal public and for-profit body takes the one that the share needs, and says that it was the share', () => {
    expect(propose('A p90.00, B f90.00', 1)).toEqual([
      [1, 'passed_over', 1, { is: 'share', required: 1, line: '90.00' }],
      [2, 'nominated', 1, { is: 'nominated', rank: 1, place: 1, places: 1 }],
    ])
  })

  it.each([
    ['nobody', '', 3, []],
    ['only ineligible ones', 'A f95.00!, B p90.00!', 3, ['ineligible', 'ineligible']],
    ['a district without places', 'A f95.00, B p90.00', 0, ['passed_over', 'passed_over']],
    ['only public bodies', 'A p95.00, B p90.00', 3, ['passed_over', 'passed_over']],
  ])('answers for %s', (_, list, places, decisions) => {
    expect(propose(list, places).map(([, decision]) => decision)).toEqual(decisions)
  })

  it('says for a district of public bodies only that no for-profit one was eligible', () => {
    expect(propose('A p95.00, B p90.00', 3)[0]![3]).toEqual({
      is: 'short',
      size: 0,
      places: 3,
      for_profit: 0,
    })
  })

  it('without the share lets public bodies fill the places', () => {
    expect(propose('A p95.00, B p90.00, C f60.00', 2, 0).map(([, decision]) => decision)).toEqual([
      'nominated',
      'nominated',
      'passed_over',
    ])
  })
})
