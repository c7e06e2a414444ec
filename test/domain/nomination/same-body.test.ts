// Nominees that are one body, and nominees of one group.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Nominee, nominatedTwice, ofOneGroup } from '../../../src/domain/nomination/same-body.ts'

let no = 0
const one = (given: Partial<Nominee>): Nominee => ({
  name: `机构${no++}`,
  uscc: null,
  code: null,
  district_code: '110105',
  corporate_group: null,
  ...given,
})
const found = (nominees: readonly Nominee[]) =>
  nominatedTwice(nominees).map(({ by, value, nominees: same }) => [
    by,
    value,
    same.map(n => nominees.indexOf(n)),
  ])
const elsewhere = { district_code: '110108' }

describe('nominatedTwice', () => {
  it.each([
    ['nobody', []],
    ['two that have nothing in common', [{}, elsewhere]],
    ['neither code nor number', [{ name: '甲' }, { name: '乙', ...elsewhere }]],
    ['the names of one district', [{ name: '甲' }, { name: '甲' }]],
    [
      'two of no district',
      [
        { name: '甲', district_code: null },
        { name: '甲', district_code: null },
      ],
    ],
    [
      'codes that only begin and end alike',
      [{ uscc: '91110105CXYL024935' }, { uscc: '91110105CXYL02506T', ...elsewhere }],
    ],
  ] as [string, Partial<Nominee>[]][])('tells nothing of %s', (_, given) => {
    expect(found(given.map(one))).toEqual([])
  })

  it.each([
    ['a name in two districts', [{ name: '甲' }, {}, { name: '甲', ...elsewhere }], 'name', '甲', [0, 2]],
    [
      'it in other widths',
      [{ name: '甲（京）' }, { name: '甲(京) ', ...elsewhere }],
      'name',
      '甲（京）',
      [0, 1],
    ],
    [
      'it with and without a district',
      [{ name: '甲' }, { name: '甲', district_code: null }],
      'name',
      '甲',
      [0, 1],
    ],
    [
      'a code',
      [{ uscc: '91110105CXYL024935' }, { uscc: '91110105CXYL024935', ...elsewhere }],
      'uscc',
      '91110105CXYL024935',
      [0, 1],
    ],
    [
      'the organization of a code, in one district too',
      [{ uscc: '91110105CXYL024935' }, { uscc: '91110108CXYL02493X' }],
      'uscc',
      '91110105CXYL024935',
      [0, 1],
    ],
    [
      'a license in other widths',
      [{ code: '样例 第0099号' }, { code: '样例第００９９号' }],
      'code',
      '样例 第0099号',
      [0, 1],
    ],
  ] as [string, Partial<Nominee>[], string, string, number[]][])('tells %s', (_, given, by, value, who) => {
    expect(found(given.map(one))).toEqual([[by, value, who]])
  })

  it('tells the same ones once, and others beside them', () => {
    const [a, b, c] = [{ name: '甲', code: '1' }, { name: '甲', code: '1', ...elsewhere }, { name: '甲' }]
    expect(found([a, b].map(one))).toEqual([['code', '1', [0, 1]]])
    expect(found([a, b, c].map(one))).toEqual([
      ['code', '1', [0, 1]],
      ['name', '甲', [0, 1, 2]],
    ])
  })

  it('finds every pair that shares a name across districts, and no other, without codes', () => {
    const nominee = fc.record({
      name: fc.constantFrom('甲', '乙', '丙', '丁'),
      district_code: fc.constantFrom('1', '2', null),
    })
    fc.assert(
      fc.property(fc.array(nominee, { maxLength: 8 }), list => {
        const nominees = list.map(one)
        const paired = new Set(
          nominatedTwice(nominees).flatMap(({ nominees: same }) => same.map(n => nominees.indexOf(n))),
        )
        for (const [i, n] of nominees.entries()) {
          const namesakes = nominees.filter(o => o.name === n.name)
          const places = new Set(namesakes.map(o => o.district_code))
          expect(paired.has(i)).toBe(places.size > 1)
        }
      }),
      { seed: 1 },
    )
  })
})

describe('ofOneGroup', () => {
  it('puts together those of a group, wherever they are, and leaves out those of none', () => {
    const nominees = [
      { corporate_group: '样例集团' },
      {},
      { corporate_group: '样例 集团', ...elsewhere },
      { corporate_group: '另一集团' },
      {},
    ].map(one)
    expect(ofOneGroup(nominees)).toEqual([{ value: '样例集团', nominees: [nominees[0], nominees[2]] }])
  })
})
