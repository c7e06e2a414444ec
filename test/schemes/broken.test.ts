// Broken scheme files, one fault each, made from the shipped one. In a change ‸ marks where the fault must be found:
// it is taken out again before the file is read.

import { describe, expect, it } from 'vitest'
import type { Problem } from '../../src/domain/problem.ts'
import { readShippedScheme } from '../../src/schemes/library.ts'
import { parseScheme } from '../../src/schemes/load.ts'
import { schemes } from '../domain/fixtures.ts'

const { source } = readShippedScheme(schemes, 'beijing-2013')

/** Replaces texts that stand in the file exactly once; tells line and column of the mark. */
function broken(...changes: (readonly [string, string])[]): { text: string; line: number; offset: number } {
  let text = source
  for (const [found, put] of changes) {
    if (text.split(found).length !== 2) throw new Error(`not exactly once: ${found}`)
    text = text.replace(found, () => put)
  }
  const before = text.slice(0, text.indexOf('‸')).split('\n')
  if (text.split('‸').length !== 2) throw new Error('one mark, please')
  return { text: text.replace('‸', ''), line: before.length, offset: before.at(-1)!.length + 1 }
}

const brief = (problems: readonly Problem[]) =>
  problems.map(p => ({ code: p.code, line: p.place.line, offset: p.place.offset, file: p.place.file }))

type Changes = (readonly [string, string])[]

const unread: [string, Changes][] = [
  ['a key twice', [['status: in_force', 'status: in_force\n‸status: draft']]],
  ['a key twice in braces', [['cap: {percent: 50, clause', 'cap: {percent: 50, ‸percent: 60, clause']]],
  ['a tab as indentation', [['grades:\n  clause: default', 'grades:\n‸\tclause: default']]],
  ['a tag that nobody knows', [['status: in_force', 'status: ‸!!js/function in_force']]],
]

describe('what is no YAML', () => {
  it.each(unread)('%s is CX2001 at its place', (_, changes) => {
    const { text, line, offset } = broken(...changes)
    const { value, problems } = parseScheme(text, 'a.yaml')
    expect(value).toBe(null)
    expect(brief(problems)[0]).toEqual({ code: 'CX2001', line, offset, file: 'a.yaml' })
    expect(new Set(problems.map(p => p.code))).toEqual(new Set(['CX2001']))
  })

  it.each([
    ['a bracket that is never closed', 'basis: [人社部发〔2012〕46号]', 'basis: [人社部发〔2012〕46号‸'],
    ['a quote that is never closed', 'month_day: "10-31"', 'month_day: "10-31‸'],
    ['a full-width colon', 'status: in_force', 'status：in_force‸'],
    ['a reference to nothing', 'status: in_force', 'status: *‸x'],
  ])('%s is refused, not thrown', (_, found, put) => {
    const { value, problems } = parseScheme(broken([found, put]).text, 'a.yaml')
    expect(value).toBe(null)
    expect(problems.map(p => p.code)[0]).toMatch(/^CX200[13]$/)
  })
})

const unknown: [string, Changes, { key: string; path: string }][] = [
  ['at the top', [['status: in_force', 'status: in_force\n‸statsu: draft']], { key: 'statsu', path: '' }],
  [
    'in a part',
    [['cap: {percent: 50, clause', 'cap: {percent: 50, ‸percnt: 60, clause']],
    { key: 'percnt', path: 'scoring.cap' },
  ],
  [
    'in an indicator',
    [['    name: 设立情况\n', '    name: 设立情况\n    ‸weight: 2\n']],
    { key: 'weight', path: 'indicators[1]' },
  ],
  [
    'in a rule',
    [
      [
        '{type: no_penalty, months: 24, clause: 附件1一4}',
        '{type: no_penalty, months: 24, ‸month: 12, clause: 附件1一4}',
      ],
    ],
    { key: 'month', path: 'indicators[4].rules[1]' },
  ],
  [
    'in the rule of a gate',
    [
      [
        'rule: {type: no_penalty, months: 24, clause: default}',
        'rule: {type: no_penalty, ‸years: 2, months: 24, clause: default}',
      ],
    ],
    { key: 'years', path: 'nomination.gates[4].rule' },
  ],
  [
    'in a jurisdiction',
    [['name: 东城区, places: 10', 'name: 东城区, ‸seats: 10, places: 10']],
    { key: 'seats', path: 'jurisdictions[2]' },
  ],
]

describe('an unknown key', () => {
  it.each(unknown)('%s is CX2002 at the key', (_, changes, params) => {
    const { text, line, offset } = broken(...changes)
    expect(parseScheme(text, 'a.yaml')).toEqual({
      value: null,
      problems: [{ code: 'CX2002', params, place: { file: 'a.yaml', line, offset } }],
      warnings: [],
    })
  })
})

const wrong: [string, Changes, string][] = [
  [
    'a word for a number',
    [['percent: 50, scope', 'percent: ‸half, scope']],
    'nomination.for_profit_share.percent',
  ],
  [
    'a fraction for a whole number',
    [['percent: 50, scope', 'percent: ‸49.5, scope']],
    'nomination.for_profit_share.percent',
  ],
  [
    'a share over a hundred',
    [['percent: 50, scope', 'percent: ‸150, scope']],
    'nomination.for_profit_share.percent',
  ],
  [
    'yes for true',
    [
      [
        'id: license_valid\n      name: 许可证有效\n      on: true',
        'id: license_valid\n      name: 许可证有效\n      on: ‸yes',
      ],
    ],
    'nomination.gates[2].on',
  ],
  ['a code without quotes', [['code: "110101"', 'code: ‸110101']], 'jurisdictions[2].code'],
  ['a code of five digits', [['code: "110101"', 'code: ‸"11010"']], 'jurisdictions[2].code'],
  ['a phone without quotes', [['["64063952"]', '[‸64063952]']], 'jurisdictions[2].market_phones[1]'],
  ['an unknown status', [['status: in_force', 'status: ‸valid']], 'status'],
  [
    'an unknown type of rule',
    [['{type: tenure, months: 36, clause: 附件1一3}', '{type: ‸tenur, months: 36, clause: 附件1一3}']],
    'indicators[3].rules[1].type',
  ],
  ['an unknown fact', [['fact: archive.exists', 'fact: ‸archive.exist']], 'indicators[13].rules[2].fact'],
  [
    'a fact of no known metric',
    [['fact: annual.net_profit', 'fact: ‸annual.netprofit']],
    'indicators[19].rules[1].fact',
  ],
  [
    'a figure with seven decimals',
    [['fact: annual.net_profit, min: 0', 'fact: annual.net_profit, min: ‸0.0000001']],
    'indicators[19].rules[1].min',
  ],
  ['an unknown record', [['record: staff_offense', 'record: ‸staff']], 'indicators[10].rules[1].record'],
  [
    'negative months',
    [['{type: tenure, months: 36, clause: 附件1一3}', '{type: tenure, months: ‸-36, clause: 附件1一3}']],
    'indicators[3].rules[1].months',
  ],
  ['an unknown ranking key', [['key: standard_grade', 'key: ‸grade']], 'nomination.ranking[2].key'],
  [
    'a missing clause',
    [['- {key: total, clause: 三(七)}', '- ‸{key: total}']],
    'nomination.ranking[1].clause',
  ],
  [
    'an empty clause',
    [['- {key: total, clause: 三(七)}', '- {key: total, clause: ‸""}']],
    'nomination.ranking[1].clause',
  ],
  [
    'a missing clause of an indicator',
    [
      ['  - number: 1\n    category: 1\n', '  - ‸number: 1\n    category: 1\n'],
      ['    clause: 附件1一1\n', ''],
    ],
    'indicators[1].clause',
  ],
  [
    'points with three decimals',
    [['name: 基本条件, points: 10', 'name: 基本条件, points: ‸10.005']],
    'categories[1].points',
  ],
  [
    'negative points',
    [['name: 基本条件, points: 10', 'name: 基本条件, points: ‸-10']],
    'categories[1].points',
  ],
  ['another rounding', [['mode: half_up', 'mode: ‸half_even']], 'scoring.rounding.mode'],
  ['a month and day that no year has', [['month_day: "10-31"', 'month_day: ‸"02-30"']], 'as_of.month_day'],
  ['a month of 13', [['month_day: "10-31"', 'month_day: ‸"13-01"']], 'as_of.month_day'],
  [
    'no bands',
    [
      [
        '    - {grade: A, label: 诚信优秀, min: 90}\n    - {grade: B, label: 诚信良好, min: 80}\n    - {grade: C, label: 诚信一般, min: 70}\n    - {grade: D, label: 诚信较差, min: 0}\n',
        '    ‸[]\n',
      ],
    ],
    'grades.bands',
  ],
]

describe('a wrong or missing value', () => {
  it.each(wrong)('%s is CX2003 at its place', (_, changes, path) => {
    const { text, line, offset } = broken(...changes)
    const { value, problems } = parseScheme(text, 'a.yaml')
    expect(value).toBe(null)
    expect(brief(problems)).toEqual([{ code: 'CX2003', line, offset, file: 'a.yaml' }])
    expect((problems[0]!.params as { path: string }).path).toBe(path)
  })

  it.each([
    ['an empty file', ''],
    ['a list', '- a\n- b\n'],
    ['a word', 'beijing-2013\n'],
  ])('%s is CX2003 at the beginning', (_, text) => {
    const { value, problems } = parseScheme(text, 'a.yaml')
    expect(value).toBe(null)
    expect(brief(problems)).toEqual([{ code: 'CX2003', line: 1, offset: 1, file: 'a.yaml' }])
  })
})

const inconsistent: [string, Changes, { path: string; kind: string; detail: string }][] = [
  [
    'categories that do not add up to 100',
    [
      ['categories:\n  - ', 'categories:\n  ‸- '],
      ['name: 基本条件, points: 10', 'name: 基本条件, points: 11'],
      ['clause: 附件1一1\n    points: 2.5', 'clause: 附件1一1\n    points: 3.5'],
    ],
    { path: 'categories', kind: 'sum', detail: '101 ≠ 100' },
  ],
  [
    'indicators that do not add up to their category',
    [
      ['name: 服务业绩, points: 15', 'name: 服务业绩, points: ‸15'],
      ['clause: 附件1五18\n    points: 5', 'clause: 附件1五18\n    points: 4.99'],
    ],
    { path: 'categories[5].points', kind: 'sum', detail: '14.99 ≠ 15' },
  ],
  [
    'places that do not add up',
    [['seats: 130', 'seats: ‸131']],
    { path: 'nomination.places_total.seats', kind: 'sum', detail: '130 ≠ 131' },
  ],
  [
    'an indicator number twice',
    [['  - number: 22\n', '  - number: ‸21\n']],
    { path: 'indicators[22].number', kind: 'duplicate', detail: '21' },
  ],
  [
    'a jurisdiction twice',
    [['code: "110102"', 'code: ‸"110101"']],
    { path: 'jurisdictions[3].code', kind: 'duplicate', detail: '110101' },
  ],
  [
    'a grade twice',
    [['grade: C, label', 'grade: ‸B, label']],
    { path: 'grades.bands[3].grade', kind: 'duplicate', detail: 'B' },
  ],
  [
    'bands that begin at the same total',
    [['label: 诚信良好, min: 80', 'label: 诚信良好, min: ‸90']],
    { path: 'grades.bands[2].min', kind: 'bands', detail: '90 ≥ 90' },
  ],
  [
    'a band out of reach',
    [['label: 诚信优秀, min: 90', 'label: 诚信优秀, min: ‸100.01']],
    { path: 'grades.bands[1].min', kind: 'bands', detail: '100.01 > 100' },
  ],
  [
    'a last band that does not begin at zero',
    [['label: 诚信较差, min: 0', 'label: 诚信较差, min: ‸0.01']],
    { path: 'grades.bands[4].min', kind: 'bands', detail: '0.01 ≠ 0' },
  ],
  [
    'an unknown rater kind',
    [['raters: [self, expert, public]', 'raters: [self, ‸exprt, public]']],
    { path: 'indicators[18].raters[2]', kind: 'reference', detail: 'exprt' },
  ],
  [
    'a veto on no indicator',
    [['vetoes: {grade: D, indicators: []', 'vetoes: {grade: D, indicators: [16, ‸23]']],
    { path: 'vetoes.indicators[2]', kind: 'reference', detail: '23' },
  ],
  [
    'a veto to no grade',
    [['vetoes: {grade: D', 'vetoes: {grade: ‸E']],
    { path: 'vetoes.grade', kind: 'reference', detail: 'E' },
  ],
  [
    'an indicator that nobody rates',
    [
      ['  - number: 18\n', '  - ‸number: 18\n'],
      ['raters: [self, expert, public]', 'raters: []'],
    ],
    { path: 'indicators[18]', kind: 'empty', detail: '服务质量' },
  ],
]

describe('a scheme that contradicts itself', () => {
  it.each(inconsistent)('%s is CX2004 at its place', (_, changes, params) => {
    const { text, line, offset } = broken(...changes)
    expect(parseScheme(text, 'a.yaml')).toEqual({
      value: null,
      problems: [{ code: 'CX2004', params, place: { file: 'a.yaml', line, offset } }],
      warnings: [],
    })
  })

  it('with two faults reports both', () => {
    const text = source.replace('seats: 130', 'seats: 131').replace('vetoes: {grade: D', 'vetoes: {grade: E')
    const { problems } = parseScheme(text, 'a.yaml')
    expect(problems.map(p => (p.params as { kind: string }).kind).sort()).toEqual(['reference', 'sum'])
  })
})

describe('a misspelling that would switch a rule off in silence', () => {
  it.each([
    ['a field that no complaint has', 'where: {category: [用工权益]', 'where: {categroy: [用工权益]'],
    ['a category that no complaint has', 'where: {category: [用工权益]', 'where: {category: [用工权利]'],
    ['an item that no inspection has', 'items: [SC-08]', 'items: [SC-80]'],
    [
      'a status that no license has',
      'fact: license.status, in: [valid], clause: 附件1一1',
      'fact: license.status, in: [vaild], clause: 附件1一1',
    ],
  ])('is refused: %s', (_, found, put) => {
    const text = source.replace(found, put)
    expect(text).not.toBe(source)
    expect(parseScheme(text, 'a.yaml').value).toBe(null)
  })
})

describe('a good scheme', () => {
  it('may ask for any known metric of a year, and for less than nothing', () => {
    const text = source
      .replace('fact: annual.net_profit, min: 0', 'fact: annual.service_count, min: -0.5')
      .replace('fact: annual.service_count, min: 1,', 'fact: annual.net_profit, min: 1.05,')
    const { value } = parseScheme(text, 'a.yaml')
    const rules = value!.indicators.flatMap(i => i.rules)
    expect(rules.find(r => r.type === 'number_at_least')).toMatchObject({
      fact: 'annual.service_count',
      min: -500_000,
    })
    expect(rules.find(r => r.type === 'growth')).toMatchObject({ fact: 'annual.net_profit', min: 1_050_000 })
  })

  it('may have any line ends', () => {
    const { value, problems } = parseScheme(source.replaceAll('\n', '\r\n'), 'a.yaml')
    expect([problems, value?.indicators.length]).toEqual([[], 22])
  })

  it('may begin with a byte order mark', () => {
    const { value, problems } = parseScheme(`\ufeff${source}`, 'a.yaml')
    expect([problems, value?.id]).toEqual([[], 'beijing-2013'])
  })
})
