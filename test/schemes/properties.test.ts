// What holds for any dossier and any sheets, by every shipped scheme.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import type { Dossier, Sheet } from '../../src/domain/score/dossier.ts'
import { indicatorsFor } from '../../src/domain/score/score.ts'
import { shippedSchemes } from '../../src/schemes/library.ts'
import {
  activity,
  agency,
  complaint,
  dossier,
  honor,
  inspection,
  penalty,
  schemes,
} from '../domain/fixtures.ts'
import { figure, score, shipped, subject } from './subjects.ts'

const RUNS = { seed: 1, numRuns: 60 }

const day = fc
  .record({
    year: fc.integer({ min: 2018, max: 2023 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, date }) => [year, month, date].map(n => String(n).padStart(2, '0')).join('-'))

const complaints = fc.array(
  fc
    .record({
      category: fc.constantFrom('虚假信息', '收费争议', '用工权益', '客户权益', '其他'),
      dishonest: fc.constantFrom(0, 1, null),
      serious: fc.constantFrom(0, 1, null),
      closed_on: fc.option(day, { nil: null }),
      finding: fc.constantFrom('upheld' as const, 'partly_upheld' as const, 'not_upheld' as const, null),
      received_on: day,
    })
    .map(c => ({ ...complaint(c), due_on: null, finding: c.closed_on === null ? null : c.finding })),
  { maxLength: 5 },
)
const offenses = fc.array(
  fc.record({
    offense_no: fc.uuid(),
    person: fc.constantFrom('样例员工', null),
    kind: fc.constantFrom('violation' as const, 'credit' as const, 'accident' as const),
    serious: fc.constantFrom(0 as const, 1 as const),
    date: day,
  }),
  { maxLength: 4 },
)
const records = fc.record({
  complaints,
  offenses,
  penalties: fc.array(
    day.map(decision_date => penalty({ decision_no: decision_date, decision_date })),
    {
      maxLength: 3,
    },
  ),
  honors: fc.array(
    fc
      .record({ title: fc.constantFrom('县级就业服务质量标杆机构', '诚信服务窗口'), granted_on: day })
      .map(honor),
    { maxLength: 3 },
  ),
  activities: fc.array(
    fc
      .record({ kind: fc.constantFrom('调查', '座谈', '自查', '宣传', '报告', '公益', '行业'), held_on: day })
      .map(given => activity({ ...given, title: `${given.kind} ${given.held_on}` })),
    { maxLength: 12 },
  ),
  inspections: fc.array(
    day.map(date => inspection({ date, items: { 'SC-01': 'pass', 'SC-04': 'fail' } })),
    { maxLength: 2 },
  ),
})

/** Somebody whom the scheme is for, with figures for some of what it asks. */
function dossiers(scheme: Scheme): fc.Arbitrary<Dossier> {
  const { subject: kind, types } = scheme.applies_to
  const type = types.length === 0 ? fc.constant(null) : fc.constantFrom(...types.map(t => t.id))
  const metrics = fc
    .subarray(scheme.metrics)
    .chain(asked =>
      fc.tuple(
        ...asked.map(m =>
          (m.is === 'number'
            ? fc.integer({ min: 0, max: 600 })
            : m.is === 'rate'
              ? fc.constantFrom(0, 0.25, 0.9, 0.949999, 0.95, 1)
              : fc.constantFrom(0, 1)
          ).map(value => figure(m.name, value)),
        ),
      ),
    )
  return fc
    .record({ type, records, metrics })
    .map(({ type, records, metrics }) =>
      kind === 'agency'
        ? dossier({ ...records, agency: agency({ valid_to: '2024-03-11' }) })
        : subject(kind, type, { ...records, metrics }),
    )
}

function sheets(scheme: Scheme, type: string | null): fc.Arbitrary<Sheet[]> {
  const asked = indicatorsFor(scheme, type)
  const rating = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 6 })
  return fc.array(
    fc
      .record({
        kind: fc.constantFrom(...scheme.raters.map(r => r.kind)),
        rater: fc.uuid(),
        given: fc.array(rating, { minLength: asked.length, maxLength: asked.length }),
        standing: fc.constantFrom('counted' as const, 'counted' as const, 'withdrawn' as const),
      })
      .map(({ kind, rater, given, standing }) => ({
        ...{ rater_kind: kind, rater, standing },
        ratings: Object.fromEntries(
          asked.flatMap((i, k): [number, number][] => {
            const quarters = given[k]!
            // A condition is fulfilled or not.
            if (quarters === null) return []
            return [[i.number, i.points === 0 ? (quarters > 1 ? 1_000_000 : 0) : i.points * 2_500 * quarters]]
          }),
        ),
      })),
    { maxLength: 6 },
  )
}

const both = (scheme: Scheme) =>
  dossiers(scheme).chain(own =>
    sheets(scheme, own.subject?.type ?? null).map(rated => ({ own, sheets: rated })),
  )

describe.each(shippedSchemes(schemes))('%s', id => {
  const scheme = shipped(id)
  const most = (type: string | null) => indicatorsFor(scheme, type).reduce((sum, i) => sum + i.points, 0)

  it('gives a total that is the sum of the rows, between none and all points', () => {
    fc.assert(
      fc.property(both(scheme), ({ own, sheets }) => {
        const { total, min_total, max_total, indicators } = score(scheme, own, { sheets })
        const sum = (of: (i: (typeof indicators)[number]) => number) =>
          indicators.reduce((a, i) => a + of(i), 0)
        expect([min_total, max_total]).toEqual([sum(i => i.min), sum(i => i.max)])
        expect(total).toBe(min_total === max_total ? min_total : null)
        expect(min_total).toBeGreaterThanOrEqual(0)
        expect(max_total).toBeLessThanOrEqual(most(own.subject?.type ?? null))
        for (const i of indicators) {
          expect(i.min).toBeGreaterThanOrEqual(0)
          expect(i.max).toBeLessThanOrEqual(i.points)
        }
      }),
      RUNS,
    )
  })

  it('does not look at the order of records and sheets', () => {
    fc.assert(
      fc.property(both(scheme), ({ own, sheets }) => {
        const turned = Object.fromEntries(
          Object.entries(own).map(([key, value]) => [
            key,
            Array.isArray(value) ? [...value].reverse() : value,
          ]),
        ) as unknown as Dossier
        const plain = score(scheme, own, { sheets })
        const other = score(scheme, turned, { sheets: [...sheets].reverse() })
        const brief = ({ indicators, ...rest }: typeof plain) => ({
          ...rest,
          indicators: indicators.map(i => [i.number, i.min, i.max, i.condition, i.rules.map(r => r.outcome)]),
        })
        expect(brief(other)).toEqual(brief(plain))
      }),
      RUNS,
    )
  })

  it.each(['penalties', 'offenses', 'complaints'] as const)(
    'never takes points, a grade or a pass because one of the %s is gone',
    register => {
      fc.assert(
        fc.property(both(scheme), fc.nat(), ({ own, sheets }, at) => {
          const all = own[register]
          fc.pre(all.length > 0)
          const fewer = { ...own, [register]: all.filter((_, i) => i !== at % all.length) }
          const before = score(scheme, own, { sheets })
          const after = score(scheme, fewer, { sheets })
          // A complaint handled in time lifts the rate of those that were: without it the rate may fall.
          if (register !== 'complaints') {
            expect(after.min_total).toBeGreaterThanOrEqual(before.min_total)
            expect(after.max_total).toBeGreaterThanOrEqual(before.max_total)
            if (before.decision === 'passed') expect(after.decision).toBe('passed')
          }
          const place = (grade: string | null) => scheme.grades.bands.findIndex(b => b.grade === grade)
          if (scheme.applies_to.subject === 'person')
            expect(place(after.grades.lowest)).toBeLessThanOrEqual(place(before.grades.lowest))
        }),
        RUNS,
      )
    },
  )

  it('never takes points because a rating is higher', () => {
    fc.assert(
      fc.property(both(scheme), fc.nat(), ({ own, sheets }, at) => {
        const counted = sheets.filter(s => s.standing === 'counted' && Object.keys(s.ratings).length > 0)
        fc.pre(counted.length > 0)
        const chosen = counted[at % counted.length]!
        const full = Object.fromEntries(
          indicatorsFor(scheme, own.subject?.type ?? null).map(i => [i.number, i.points]),
        )
        const ratings = Object.fromEntries(
          Object.keys(chosen.ratings).map(n => [
            n,
            (full[Number(n)] ?? 0) === 0 ? 1_000_000 : full[Number(n)]! * 10_000,
          ]),
        )
        const higher = sheets.map(s => (s === chosen ? { ...s, ratings } : s))
        const before = score(scheme, own, { sheets })
        expect(score(scheme, own, { sheets: higher }).min_total).toBeGreaterThanOrEqual(before.min_total)
      }),
      RUNS,
    )
  })
})
