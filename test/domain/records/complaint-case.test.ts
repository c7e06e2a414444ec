// The steps of a case and the links between cases, apart from any file.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Values } from '../../../src/domain/imports/column.ts'
import { complaintKind, nameDecider } from '../../../src/domain/records/complaint.ts'
import { linkTo, type Step, takeStep } from '../../../src/domain/records/complaint-case.ts'
import { calendar } from '../fixtures.ts'

const blank = Object.fromEntries(
  complaintKind.columns
    .filter(c => !['uscc', 'agency_name'].includes(c.key))
    .map(c => [c.key, null] as const),
)
const OPEN: Values = {
  ...blank,
  complaint_no: 'TS-1',
  received_on: '2013-10-08',
  accepted_on: '2013-10-09',
  due_on: '2013-10-31',
  category: '其他',
}
const take = (step: Step, before: Values, values: Values = {}, reason: string | null = null) => {
  const rules = () => ({ calendar, complaintLimit: 60 })
  const given = { values, reason, today: '2013-11-04', operator: '经办', rules }
  const { after, refused } = takeStep(step, { ...OPEN, ...before }, given)
  return { after, refused: refused.map(f => `${f.fault.code} ${f.key}`) }
}

describe('a step', () => {
  it.each([
    ['answer', {}, {}, { answered_on: '2013-11-04' }],
    [
      'answer',
      {},
      { answered_on: '2013-10-08', handler: '甲' },
      { answered_on: '2013-10-08', handler: '甲' },
    ],
    // Whoever complains is answered, also about what is handled elsewhere.
    ['answer', { duplicate_of: 'TS-0' }, {}, { answered_on: '2013-11-04' }],
    [
      'accept',
      { accepted_on: null },
      { limit_days: 30 },
      { accepted_on: '2013-11-04', due_on: '2013-12-04' },
    ],
    // 14, 15, ... 18 October, the 12th being worked.
    [
      'accept',
      { accepted_on: null },
      { accepted_on: '2013-10-11', limit_working_days: 5 },
      { accepted_on: '2013-10-11', due_on: '2013-10-17' },
    ],
    ['close', {}, { finding: 'not_upheld' }, { closed_on: '2013-11-04', handler: '经办', decided_by: null }],
    ['close', { handler: '甲' }, { finding: 'upheld', dishonest: 0 }, { handler: '甲', decided_by: '经办' }],
    [
      'close',
      { handler: '甲' },
      { finding: 'upheld', dishonest: 1, decided_by: '科长' },
      { handler: '甲', decided_by: '科长' },
    ],
  ] as const)('%s of %o with %o gives %o', (step, before, values, wanted) => {
    const { after, refused } = take(step, before, values)
    expect(refused).toEqual([])
    expect(after).toMatchObject(wanted)
  })

  it.each([
    // Thirty working days unless told otherwise: 1, 4-8, 11-15, 18-22, 25-29 November, 2-6, 9-12 December.
    [{}, {}, { due_on: '2013-12-12', first_due_on: '2013-10-31' }],
    [{}, { days: 15 }, { due_on: '2013-11-15', first_due_on: '2013-10-31' }],
    [{}, { working_days: 1 }, { due_on: '2013-11-01', first_due_on: '2013-10-31' }],
    [{}, { due_on: '2013-11-01' }, { due_on: '2013-11-01', first_due_on: '2013-10-31' }],
    // The first limit stays the first.
    [{ first_due_on: '2013-10-15' }, { days: 1 }, { due_on: '2013-11-01', first_due_on: '2013-10-15' }],
    // Without a day of its own: sixty working days from 1 July end on 24 September.
    [
      { received_on: '2013-06-28', accepted_on: '2013-07-01', due_on: null },
      { days: 1 },
      { due_on: '2013-09-25', first_due_on: '2013-09-24' },
    ],
  ])('extend of %o with %o gives %o', (before, values, wanted) => {
    const { after, refused } = take('extend', before as Values, values as Values, '复杂')
    expect(refused).toEqual([])
    expect(after).toMatchObject({ ...wanted, extension_reason: '复杂' })
  })

  it.each([
    ['answer', { answered_on: '2013-10-08' }, {}, null, ['CX1100 complaint_no']],
    ['answer', { closed_on: '2013-10-20' }, {}, null, ['CX1094 complaint_no']],
    ['answer', {}, { answered_on: '2013-10-07' }, null, ['CX1037 answered_on']],
    ['answer', {}, { answered_on: '2013-11-05' }, null, ['CX1038 answered_on']],
    ['accept', {}, {}, null, ['CX1094 complaint_no']],
    ['accept', { accepted_on: null }, { limit_days: 0 }, null, ['CX1034 limit_days']],
    ['accept', { accepted_on: null, duplicate_of: 'TS-0' }, {}, null, ['CX1100 complaint_no']],
    ['extend', {}, { days: 0 }, '复杂', ['CX1034 days']],
    ['extend', {}, { days: 5 }, null, ['CX1023 reason']],
    ['extend', {}, { due_on: '2013-10-31' }, '复杂', ['CX1106 due_on']],
    ['extend', { closed_on: '2013-10-20' }, {}, '复杂', ['CX1094 complaint_no']],
    ['extend', { duplicate_of: 'TS-0' }, {}, '复杂', ['CX1100 complaint_no']],
    [
      'extend',
      { received_on: '2006-03-01', accepted_on: null, due_on: null },
      { due_on: '2013-12-01' },
      '复杂',
      ['CX1107 due_on'],
    ],
    ['extend', { due_on: '2026-12-20' }, { working_days: 30 }, '复杂', ['CX1107 working_days']],
    ['close', { duplicate_of: 'TS-0' }, { finding: 'not_upheld' }, null, ['CX1100 complaint_no']],
    ['reopen', { duplicate_of: 'TS-0', closed_on: '2013-10-20' }, {}, '重查', ['CX1100 complaint_no']],
  ] as const)('%s of %o with %o and %o is refused: %o', (step, before, values, reason, wanted) => {
    expect(take(step, before, values, reason).refused).toEqual(wanted)
  })

  it('reopened, a case is nobody’s decision any more', () => {
    const closed = { closed_on: '2013-10-20', finding: 'upheld', dishonest: 1, decided_by: '甲' }
    const { after } = take('reopen', closed, {}, '重查')
    expect(after).toMatchObject({ closed_on: null, finding: null, decided_by: null, dishonest: null })
  })
})

describe('who decided', () => {
  const closed = { closed_on: '2013-10-20', finding: 'upheld', dishonest: 1, handler: null, decided_by: null }
  it.each([
    ['is the one named', { ...closed, decided_by: '科长', handler: '甲' }, null, '科长'],
    ['else who decided before', { ...closed, handler: '甲' }, { decided_by: '乙' }, '乙'],
    ['else the handler', { ...closed, handler: '甲' }, { decided_by: null }, '甲'],
    ['else who enters it', closed, null, '经办'],
    ['nobody, where it is open', { ...closed, closed_on: null }, null, null],
    ['nobody, where nothing was found', { ...closed, finding: 'not_upheld' }, null, null],
    ['nobody, where integrity is not spoken of', { ...closed, dishonest: null }, null, null],
  ])('%s', (_, values, before, wanted) => {
    const after: Values = { ...values }
    nameDecider(after, '经办', before)
    expect(after.decided_by).toBe(wanted)
  })
})

describe('columns against each other', () => {
  const check = (values: Values) =>
    complaintKind.check({ ...OPEN, ...values }, '2013-11-04').refused.map(f => `${f.fault.code} ${f.key}`)
  it.each([
    [{ answered_on: '2013-10-07' }, ['CX1037 answered_on']],
    [{ answered_on: '2013-11-05' }, ['CX1038 answered_on']],
    [{ first_due_on: '2013-11-01' }, ['CX1037 due_on']],
    [{ first_due_on: '2013-10-01' }, ['CX1037 first_due_on']],
    [{ first_due_on: '2013-10-20', due_on: null }, ['CX1039 first_due_on']],
    [{ extension_reason: '复杂' }, ['CX1039 extension_reason']],
    [{ duplicate_of: 'TS-1' }, ['CX1101 duplicate_of']],
    [{ duplicate_of: 'TS-0' }, []],
    [{ first_due_on: '2013-10-20', extension_reason: '复杂', answered_on: '2013-10-08' }, []],
  ] as [Values, string[]][])('%o: %o', (values, wanted) => {
    expect(check(values)).toEqual(wanted)
  })
})

describe('links', () => {
  const agencies = [
    { id: 1, name: '甲公司' },
    { id: 2, name: '乙公司' },
  ]

  it('made in any order leave every complaint an original or one step from one of its agency', () => {
    const number = fc.nat(5)
    const deeds = fc.array(fc.tuple(number, fc.option(number)), { maxLength: 30 })
    fc.assert(
      fc.property(deeds, fc.array(fc.nat(1), { minLength: 6, maxLength: 6 }), (all, owners) => {
        const cases: Values[] = owners.map((_, i) => ({ complaint_no: `TS-${i}`, duplicate_of: null }))
        const linkable = (i: number) => ({
          about: agencies[owners[i]!]!,
          values: cases[i]!,
          duplicates: cases.filter(c => c.duplicate_of === `TS-${i}`).map(c => String(c.complaint_no)),
        })
        for (const [i, to] of all) {
          const { after, refused } = linkTo(linkable(i), to === null ? null : linkable(to))
          if (refused.length === 0) cases[i] = after
        }
        for (const [i, { duplicate_of }] of cases.entries()) {
          if (duplicate_of === null) continue
          const original = cases.findIndex(c => c.complaint_no === duplicate_of)
          expect(original).not.toBe(i)
          expect(cases[original]!.duplicate_of).toBeNull()
          expect(owners[original]).toBe(owners[i])
        }
      }),
      { seed: 1 },
    )
  })
})
