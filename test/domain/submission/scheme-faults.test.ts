// A package against the scheme of 2013: 22 indicators of 100 points, A from 90 (BJ 附件1).
import { describe, expect, it } from 'vitest'
import type { Scheme } from '../../../src/domain/scheme/scheme.ts'
import type { PackageContent } from '../../../src/domain/submission/package.ts'
import { schemeFaults } from '../../../src/domain/submission/scheme-faults.ts'
import { beijing as fresh } from '../fixtures.ts'
import { contentOf } from './content.ts'

const beijing = fresh()
const first = beijing.indicators[0]!

/** Three agencies with 100, 90 and 80 points, the last passed over; what is missing to 100 is missing in the first indicators. */
function content(): PackageContent {
  const made = contentOf({ nominees: [true, true, true], places: 2 })
  const totals = [10_000, 9000, 8000]
  made.results = totals.map((total, agency) => {
    let missing = 10_000 - total
    const scores = beijing.indicators.map(({ number, points }): [string, number] => {
      const taken = Math.min(points, missing)
      missing -= taken
      return [String(number), points - taken]
    })
    const grade = ['A', 'A', 'B'][agency]!
    const own = { agency, total, min_total: total, max_total: total, rank: agency + 1 }
    return { ...own, computed_grade: grade, grade, scores: new Map(scores) }
  })
  for (const c of made.nomination.candidates) Object.assign(c, { total: totals[c.agency] })
  Object.assign(made.nomination.candidates[2]!, { decision: 'passed_over', reason: '{"is":"full"}' })
  const ratings = new Map([[String(first.number), first.points * 1e4]])
  made.sheets = [{ agency: 0, rater_kind: 'expert', rater: '甲', ratings, note: null, withdrawn: null }]
  made.overrides = [
    { agency: 0, indicator: first.number, points: first.points, reason: '复核', document: '样文1号' },
  ]
  return made
}

type Change = (content: PackageContent) => unknown

function faults(change: Change, scheme: Scheme = beijing): string[] {
  const made = content()
  change(made)
  return schemeFaults(made, scheme).map(
    f => `${f.part.replace(/^data\/|\.json$/g, '')} ${f.path}: ${'wanted' in f ? f.wanted : f.fault.code}`,
  )
}

const result = (i: number, change: object) => (c: PackageContent) => Object.assign(c.results[i]!, change)
const candidate = (i: number, change: object) => (c: PackageContent) =>
  Object.assign(c.nomination.candidates[i]!, change)
const ranks =
  (...all: (number | null)[]): Change =>
  c =>
    c.results.forEach((r, i) => {
      Object.assign(r, { rank: all[i] })
    })
const gateOff =
  (gate: string): Change =>
  c =>
    c.nomination.rulings.push({
      ...{ kind: 'gate', gate, agency: null, method: null, tied: [] },
      ...{ reason: '样由', signer: '样局长', ruled_on: '2013-11-01' },
    })
const GATES = beijing.nomination!.gates.map(g => g.id).join('|')
const most = `0..${first.points / 100}`

describe('by the scheme', () => {
  it('stands for what is tested: 22 indicators, 100 points, A from 90', () => {
    const { indicators, grades } = beijing
    expect([indicators.length, indicators.reduce((sum, i) => sum + i.points, 0)]).toEqual([22, 10_000])
    expect(grades.bands.slice(0, 2).map(b => [b.grade, b.min])).toEqual([
      ['A', 9000],
      ['B', 8000],
    ])
  })

  it.each<[string, Change, string[]]>([
    ['nothing', () => {}, []],
    [
      'more points than there are',
      c => c.results[0]!.scores.set('1', 9999),
      [`results [0].scores.1: ${most}`],
    ],
    ['a range beyond them', c => c.results[0]!.scores.set('1', [0, 9999]), [`results [0].scores.1: ${most}`]],
    ['an indicator too many', c => c.results[0]!.scores.set('77', 0), ['results [0].scores: indicators']],
    ['one too few', c => c.results[0]!.scores.delete('1'), ['results [0].scores: indicators']],
    [
      'one for another',
      c => c.results[0]!.scores.delete('1') && c.results[0]!.scores.set('01', 0),
      ['results [0].scores: indicators'],
    ],
    ['another grade', result(0, { grade: 'Z' }), ['results [0].grade: band']],
    ['a better grade', result(2, { grade: 'A' }), ['results [2].grade: band']],
    ['a worse one', result(0, { grade: 'B' }), ['results [0].grade: band']],
    ['no grade', result(0, { grade: null }), ['results [0].grade: band']],
    [
      'another band',
      result(2, { computed_grade: 'A', grade: 'A' }),
      ['computed_grade', 'grade'].map(f => `results [2].${f}: band`),
    ],
    [
      'a grade without a total',
      result(2, { total: null, rank: null }),
      ['results [2].computed_grade: band', 'results [2].grade: band'],
    ],
    ['neither', result(2, { total: null, rank: null, computed_grade: null, grade: null }), []],
    ['all first', ranks(1, 1, 1), ['results [1].rank: rank', 'results [2].rank: rank']],
    ['the wrong way round', ranks(3, 2, 1), ['results [1].rank: rank', 'results [2].rank: rank']],
    ['ranks among others', ranks(3, 17, 18), []],
    ['a rank of none', ranks(1, 2, null), ['results [2].rank: rank']],
    [
      'equal totals of two ranks',
      c => {
        c.results[1] = { ...c.results[0]!, agency: 1, rank: 2 }
      },
      ['results [1].rank: rank'],
    ],
    [
      'equal totals, and the next a rank too high',
      c => {
        c.results[1] = { ...c.results[0]!, agency: 1 }
        Object.assign(c.results[2]!, { rank: 2 })
      },
      ['results [2].rank: rank'],
    ],
    ['a nominee without a total', candidate(1, { total: null }), ['nomination candidates[1].total: total']],
    [
      'a lower total before a higher one',
      c => candidate(0, { rank: 2 })(c) && candidate(1, { rank: 1 })(c),
      ['nomination candidates[1].rank: rank'],
    ],
    ['equal totals that another key tells apart', candidate(1, { total: 10_000 }), []],
    ['a gate of the scheme', gateOff(beijing.nomination!.gates[0]!.id), []],
    ['a gate of no scheme', gateOff('x'), [`nomination rulings[0].gate: ${GATES}`]],
    [
      'points set by hand for what is no indicator',
      c => Object.assign(c.overrides[0]!, { indicator: 77 }),
      ['overrides [0].indicator: indicator'],
    ],
    [
      'more of them than there are',
      c => Object.assign(c.overrides[0]!, { points: first.points + 1 }),
      [`overrides [0].points: ${most}`],
    ],
    [
      'an unknown kind of rater',
      c => Object.assign(c.sheets[0]!, { rater_kind: '__proto__' }),
      ['sheets [0].rater_kind: self|expert|public'],
    ],
    [
      'a rating of what is no indicator',
      c => c.sheets[0]!.ratings.set('77', 5),
      ['sheets [0].ratings.77: indicator'],
    ],
    [
      'a rating above the points',
      c => c.sheets[0]!.ratings.set('1', first.points * 1e4 + 1),
      [`sheets [0].ratings.1: ${most}`],
    ],
  ])('%s', (_, change, found) => expect(faults(change)).toEqual(found))

  it.each<[string, string | null, string[]]>([
    ['that of the band', 'B', []],
    ['below it', 'C', []],
    ['not known yet', null, []],
    ['above it', 'A', ['results [2].grade: band']],
    ['of no band', 'Z', ['results [2].grade: band']],
  ])('a grade that may be held down is %s', (_, grade, found) => {
    const held: Scheme = { ...beijing, vetoes: { grade: 'D', indicators: [1], clause: 'default' } }
    expect(faults(result(2, { grade }), held)).toEqual(found)
  })

  it.each<[string, string | null, string[]]>([
    ['its word', '合格', []],
    ['open', null, []],
    [
      'another word',
      'A',
      [
        'results [0].computed_grade: band',
        'results [1].computed_grade: band',
        'results [2].computed_grade: band',
      ],
    ],
  ])('without bands the grade is the decision: %s', (_, grade, found) => {
    const decision = { passed: '合格', failed: '不合格', min_total: null, clause: 'default' }
    const decided: Scheme = { ...beijing, grades: { clause: 'default', bands: [] }, decision }
    const graded: Change = c => {
      for (const r of c.results) Object.assign(r, { computed_grade: grade, grade })
    }
    expect(faults(graded, decided)).toEqual(found)
  })
})
