// Single voices far from the others: cases as data, their shares worked out by hand; and what holds for any ratings.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scheme } from '../../../src/domain/scheme/scheme.ts'
import type { Sheet } from '../../../src/domain/score/dossier.ts'
import { outliersOf } from '../../../src/domain/score/outliers.ts'
import { readShippedScheme } from '../../../src/schemes/library.ts'
import { beijing, schemes } from '../fixtures.ts'

/** Indicator 18 has five points and takes self, expert and public; weights 10, 60 and 30. */
const WHICH = 18

type Voice = [kind: string, rater: string, points: number, standing?: Sheet['standing']]

const sheetsOf = (voices: readonly Voice[], indicator = WHICH): Sheet[] =>
  voices.map(([rater_kind, rater, points, standing = 'counted']) => ({
    rater_kind,
    rater,
    ratings: { [indicator]: Math.round(points * 1e6) },
    standing,
  }))

/** Rater and share in ten-thousandths. */
function found(voices: readonly Voice[], scheme: Scheme = beijing()): [string, number][] {
  return outliersOf(scheme, null, sheetsOf(voices)).map(({ rater, share }) => [
    rater,
    Number((share.n * 10_000n) / share.d),
  ])
}

describe('a voice goes on the list', () => {
  const cases: [what: string, voices: Voice[], told: [string, number][]][] = [
    [
      'self 5, expert 2: both are three fifths of the points from the other',
      [
        ['self', '自', 5],
        ['expert', '专1', 2],
      ],
      [
        ['自', 6000],
        ['专1', 6000],
      ],
    ],
    [
      'at the limit to the point: 1.5 of 5',
      [
        ['self', '自', 4.5],
        ['expert', '专1', 3],
      ],
      [
        ['自', 3000],
        ['专1', 3000],
      ],
    ],
    [
      'not a millionth below it',
      [
        ['self', '自', 4.499999],
        ['expert', '专1', 3],
      ],
      [],
    ],
    [
      'against the other kinds by their weights: experts mean 4, public 1, so self 4.5 is beside (4·60 + 1·30) ÷ 90 = 3',
      [
        ['self', '自', 4.5],
        ['expert', '专1', 4],
        ['public', '众', 1],
      ],
      // The public: (4.5·10 + 4·60) ÷ 70 = 4.0714, 3.0714 away. Self: 1.5 away. The expert: (45 + 30) ÷ 40 = 1.875, 2.125 away.
      [
        ['众', 6142],
        ['专1', 4250],
        ['自', 3000],
      ],
    ],
    [
      'with one kind only, against the other raters of the kind',
      [
        ['expert', '专1', 5],
        ['expert', '专2', 5],
        ['expert', '专3', 2],
      ],
      // 专3 is beside 5; 专1 and 专2 are beside 3.5, which is the limit.
      [
        ['专3', 6000],
        ['专1', 3000],
        ['专2', 3000],
      ],
    ],
    ['a voice that is alone is far from nobody', [['expert', '专1', 0]], []],
    [
      'withdrawn and excluded voices neither go on it nor put others on it',
      [
        ['self', '自', 5],
        ['expert', '专1', 0, 'withdrawn'],
        ['expert', '专2', 0, 'excluded'],
      ],
      [],
    ],
  ]

  it.each(cases)('%s', (_, voices, told) => {
    expect(found(voices)).toEqual(told)
  })

  it('where the bureau sets another limit', () => {
    const voices: Voice[] = [
      ['self', '自', 5],
      ['expert', '专1', 2],
    ]
    const strict = beijing()
    strict.scoring.outlier.percent = 61
    expect(found(voices, strict)).toEqual([])
  })

  it('not for a kind that the indicator does not take, nor for one that counts nothing', () => {
    const self: Voice[] = [
      ['self', '自', 5],
      ['expert', '专1', 2],
    ]
    const sole = beijing()
    for (const rater of sole.raters) if (rater.kind === 'expert') rater.weight = 0
    expect(found(self, sole)).toEqual([])
    // Indicator 1 is told by records.
    expect(outliersOf(beijing(), null, sheetsOf(self, 1))).toEqual([])
  })

  it('of judges too: one of two who says otherwise of a condition', () => {
    const { scheme } = readShippedScheme(schemes, 'linyi-2022-county')
    const judges = sheetsOf(
      [
        ['panel', '评委1', 1],
        ['panel', '评委2', 0],
      ],
      1,
    )
    expect(outliersOf(scheme, 'training', judges).map(o => [o.rater, o.against])).toEqual([
      ['评委1', 'same_kind'],
      ['评委2', 'same_kind'],
    ])
  })
})

describe('whatever the ratings', () => {
  const voices = fc.array(
    fc.tuple(
      fc.constantFrom('self', 'expert', 'public'),
      fc.integer({ min: 0, max: 9 }).map(n => `评${n}`),
      fc.integer({ min: 0, max: 500 }).map(n => n / 100),
      fc.constantFrom<Sheet['standing']>('counted', 'counted', 'withdrawn'),
    ),
    { maxLength: 8 },
  )
  const distinct = voices.map(all => [...new Map(all.map(v => [`${v[0]}${v[1]}`, v])).values()] as Voice[])

  it('the order of the sheets changes nothing but the order of ties', () => {
    fc.assert(
      fc.property(distinct, all => {
        const told = (some: Voice[]) => found(some).map(String).sort()
        expect(told([...all].reverse())).toEqual(told(all))
      }),
      { seed: 1 },
    )
  })

  it('everybody on the list is at least the limit away, and nobody more than all the points', () => {
    fc.assert(
      fc.property(distinct, all => {
        for (const [, share] of found(all)) {
          expect(share).toBeGreaterThanOrEqual(3000)
          expect(share).toBeLessThanOrEqual(10_000)
        }
      }),
      { seed: 1 },
    )
  })

  it('where all agree, nobody is on it', () => {
    fc.assert(
      fc.property(distinct, fc.integer({ min: 0, max: 500 }), (all, n) => {
        expect(found(all.map(([kind, rater]) => [kind, rater, n / 100]))).toEqual([])
      }),
      { seed: 1 },
    )
  })
})
