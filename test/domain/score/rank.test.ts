// Ranks: equal totals share one, the next counts all before it; no total, no rank.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankByTotal } from '../../../src/domain/score/rank.ts'

fc.configureGlobal({ seed: 20131031 })

describe('rankByTotal', () => {
  it.each([
    [[], []],
    [[9000], [1]],
    [
      [9000, 8000, 8000, 7000],
      [1, 2, 2, 4],
    ],
    [
      [7000, 8000, 9000, 8000],
      [4, 2, 1, 2],
    ],
    [
      [8000, 8000, 8000],
      [1, 1, 1],
    ],
    [
      [null, 8000, null, 9000],
      [null, 2, null, 1],
    ],
    [
      [null, null],
      [null, null],
    ],
    [
      [0, 1],
      [2, 1],
    ],
    [
      [900, 10_000, 99],
      [2, 1, 3],
    ],
  ])('%j are ranked %j', (totals, ranks) => {
    expect(rankByTotal(totals)).toEqual(ranks)
  })

  it('gives each total one more than there are higher ones', () => {
    const totals = fc.array(fc.option(fc.nat(30), { nil: null }), { maxLength: 40 })
    fc.assert(
      fc.property(totals, list => {
        const expected = list.map(t => (t === null ? null : 1 + list.filter(o => o !== null && o > t).length))
        expect(rankByTotal(list)).toEqual(expected)
      }),
    )
  })
})
