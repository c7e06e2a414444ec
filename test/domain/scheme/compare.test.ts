// Two schemes side by side: what counts as different, and whether sheets rated by one can be read by the other.

import { describe, expect, it } from 'vitest'
import { compareSchemes, misfitsOf, schemeParts } from '../../../src/domain/scheme/compare.ts'
import type { Scheme } from '../../../src/domain/scheme/scheme.ts'
import { readShippedScheme } from '../../../src/schemes/library.ts'
import { schemes } from '../fixtures.ts'

const shipped = (id: string) => structuredClone(readShippedScheme(schemes, id).scheme)

function changed(id: string, change: (scheme: Scheme) => void): [Scheme, Scheme] {
  const after = shipped(id)
  change(after)
  return [shipped(id), after]
}

describe('no difference', () => {
  it.each<[string, (scheme: Scheme) => void]>([
    ['another clause', s => (s.indicators[0]!.clause = '一')],
    [
      'another clause and note of a rule',
      s => Object.assign(s.indicators[0]!.rules[0]!, { clause: '一', note: null }),
    ],
    [
      'a rule with its keys in another order',
      s => {
        const { type, ...rest } = s.indicators[3]!.rules[0]!
        s.indicators[3]!.rules[0] = { ...rest, type } as (typeof s.indicators)[0]['rules'][0]
      },
    ],
    ['indicators in another order', s => s.indicators.reverse()],
    ['a gate that is switched off', s => (s.nomination!.gates = s.nomination!.gates.filter(gate => gate.on))],
    ['another gap', s => (s.gaps = [])],
  ])('%s', (_, change) => {
    expect(compareSchemes(...changed('beijing-2013', change))).toEqual([])
  })
})

describe('a difference', () => {
  it.each<[string, (scheme: Scheme) => void, [string, string | null, string | null]]>([
    ['points', s => (s.indicators[0]!.points = 300), ['indicators', '1', 'points']],
    ['evidence', s => (s.indicators[0]!.evidence = 'both'), ['indicators', '1', 'evidence']],
    ['an indicator less', s => s.indicators.pop(), ['indicators', '22', null]],
    ['a rule less', s => s.indicators[0]!.rules.pop(), ['indicators', '1', 'rules']],
    ['a veto', s => (s.vetoes.indicators = [16]), ['grades', null, 'vetoes']],
    ['a weight', s => (s.raters[0]!.weight = 20), ['raters', 'self', 'weight']],
    ['a cap', s => (s.scoring.cap.percent = 60), ['scoring', null, 'cap']],
    ['places', s => (s.jurisdictions[1]!.places = 11), ['jurisdictions', '110101', 'places']],
    ['no nomination', s => (s.nomination = null), ['nomination', null, null]],
    ['a deadline', s => (s.deadlines[0]!.month_day = '11-06'), ['stages', 'nomination_package', 'month_day']],
    ['a section', s => s.archive.sections.reverse(), ['archive', null, 'sections']],
    ['a paper', s => (s.papers.quota = null), ['papers', null, 'quota']],
    ['a category', s => (s.categories[0]!.name = '基础'), ['categories', '1', 'name']],
    ['the day', s => (s.as_of.month_day = '12-31'), ['document', null, 'as_of']],
  ])('%s', (_, change, [part, item, field]) => {
    const found = compareSchemes(...changed('beijing-2013', change))
    expect(found.map(d => [d.part, d.item, d.field])).toEqual([[part, item, field]])
  })

  it('between indicators of one number is told by the type', () => {
    const pair = changed('shandong-platform', s => (s.indicators[1]!.name = '职能'))
    expect(compareSchemes(...pair).map(d => d.item)).toEqual(['1 village'])
  })

  it('turned around is the same, the other way', () => {
    const [a, b] = [shipped('beijing-2013'), shipped('service-window')]
    const there = compareSchemes(a, b).map(d => [d.part, d.item, d.field, d.before, d.after])
    const back = compareSchemes(b, a).map(d => [d.part, d.item, d.field, d.after, d.before])
    const sorted = (all: unknown[][]) => all.map(one => JSON.stringify(one)).sort()
    expect(sorted(back)).toEqual(sorted(there))
    expect(new Set(there.map(([part]) => part)).size).toBeGreaterThan(schemeParts.length - 3)
  })
})

describe('sheets rated by the older text', () => {
  it.each<[string, (scheme: Scheme) => void, string[]]>([
    ['fit another weight', s => (s.raters[0]!.weight = 20), []],
    ['fit another rule', s => (s.indicators[3]!.rules = []), []],
    ['fit one indicator more', s => s.indicators.push({ ...s.indicators[0]!, number: 23 }), []],
    ['do not fit other points', s => (s.indicators[0]!.points = 300), ['1.设立情况']],
    ['do not fit another name', s => (s.indicators[1]!.name = '变更情况'), ['2.年检情况']],
    ['do not fit an indicator less', s => s.indicators.pop(), ['22.社会评价']],
    ['do not fit a rater less', s => s.raters.pop(), ['public']],
  ])('%s', (_, change, misfits) => {
    expect(misfitsOf(...changed('beijing-2013', change))).toEqual(misfits)
  })
})
