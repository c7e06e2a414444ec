// Where a publicity is on a day, what objections make of a case, and what keeps a publicity from being closed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksClosing, caseState } from '../../../src/domain/publicity/case.ts'
import { publicityState } from '../../../src/domain/publicity/period.ts'
import type { ObjectionOutcome } from '../../../src/domain/score/objection.ts'

it.each([
  ['2013-11-08', {}, 'open'],
  ['2013-11-09', {}, 'over'],
  ['2013-11-03', {}, 'open'],
  ['2013-11-11', { closed_on: '2013-11-11' }, 'closed'],
  ['2013-11-05', { withdrawn_on: '2013-11-05' }, 'withdrawn'],
])('on %s with %j it is %s', (today, ended, state) => {
  const publicity = { last_day: '2013-11-08', closed_on: null, withdrawn_on: null, ...ended }
  expect(publicityState(publicity, today)).toBe(state)
})

type Outcome = ObjectionOutcome | null

describe('a case', () => {
  const cases: [Outcome[], string][] = [
    [[], 'published'],
    [[null], 'objected'],
    [['rejected'], 'cleared'],
    [['withdrawn'], 'cleared'],
    [['partly_upheld'], 'cleared'],
    [['upheld'], 'removed'],
    [['rejected', null], 'objected'],
    [['upheld', null], 'removed'],
    [['rejected', 'upheld'], 'removed'],
  ]
  it.each(cases)('with objections %j is %s', (outcomes, state) => {
    expect(caseState(outcomes, false)).toBe(state)
  })

  const outcome = fc.constantFrom<Outcome>(null, 'upheld', 'partly_upheld', 'rejected', 'withdrawn')
  it('is removed if an objection was upheld, and only then; open ones block it before', () => {
    fc.assert(
      fc.property(fc.array(outcome), outcomes => {
        const state = caseState(outcomes, false)
        expect(state === 'removed').toBe(outcomes.some(o => o === 'upheld'))
        expect(caseState([...outcomes].reverse(), false)).toBe(state)
        if (state === 'objected') expect(outcomes).toContain(null)
        if (state === 'cleared' || state === 'published') expect(outcomes).not.toContain(null)
      }),
      { seed: 1 },
    )
  })
})

describe('closing', () => {
  it.each([
    // The last day itself is too early.
    ['2013-11-08', [], { running: true, objections: [] }],
    ['2013-11-09', [], { running: false, objections: [] }],
    ['2013-11-11', [null], { running: false, objections: [1] }],
    ['2013-11-11', ['2013-11-11', null, '2013-11-07'], { running: false, objections: [2] }],
    // Dated before the outcome, the objection was still open.
    ['2013-11-11', ['2013-11-12'], { running: false, objections: [1] }],
  ])('on %s with outcomes of %j', (on, outcomes, expected) => {
    const objections = outcomes.map((resolved_on, i) => ({ id: i + 1, resolved_on }))
    expect(blocksClosing('2013-11-08', objections, on)).toEqual(expected)
  })
})
