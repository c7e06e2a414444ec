// Subjects as holders of records: their types, how they are found, and what becomes of a row that names one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCell } from '../../../src/domain/imports/cell.ts'
import type { Values } from '../../../src/domain/imports/column.ts'
import { writtenAs } from '../../../src/domain/imports/written.ts'
import { activityKind } from '../../../src/domain/records/activity.ts'
import { recordKinds } from '../../../src/domain/records/all.ts'
import { annualKind } from '../../../src/domain/records/annual.ts'
import { complaintKind, nameDecider } from '../../../src/domain/records/complaint.ts'
import { honorKind } from '../../../src/domain/records/honor.ts'
import type { RecordKind } from '../../../src/domain/records/kind.ts'
import { metricKind } from '../../../src/domain/records/metric.ts'
import { offenseKind } from '../../../src/domain/records/offense.ts'
import { paperKind } from '../../../src/domain/records/paper.ts'
import { subjectKind } from '../../../src/domain/records/subject.ts'
import { SubjectIndex } from '../../../src/domain/records/subject-index.ts'
import { subjectTypes, typesOf, typeWord } from '../../../src/domain/records/subject-type.ts'

const TODAY = '2013-11-04'
const row = (kind: RecordKind, given: Values): Values => ({
  ...Object.fromEntries(kind.columns.map(c => [c.key, null])),
  ...given,
})
const codes = (kind: RecordKind, values: Values) =>
  kind.check(values, TODAY).refused.map(f => [f.fault.code, f.key])

describe('types', () => {
  const KINDS = ['person', 'window', 'institution', 'platform', 'community']
  const column = subjectKind.columns.find(c => c.key === 'type')!

  it('are ten of windows, six of institutions, two of platforms, none of persons and communities', () => {
    expect(KINDS.map(kind => typesOf(kind).length)).toEqual([0, 10, 6, 2, 0])
  })

  it('have words that all read as a type of some kind, and a written type reads back', () => {
    const all = new Set(KINDS.flatMap(typesOf))
    for (const [word, type] of Object.entries(subjectTypes)) {
      expect(all, word).toContain(type)
      expect(readCell(column, word), word).toBe(type)
    }
    for (const type of all) {
      expect(readCell(column, type)).toBe(type)
      expect(writtenAs(column, type)).toBe(typeWord(type))
    }
  })

  it.each([
    ['window', 'petition', []],
    ['window', 'township', [['CX1205', 'type']]],
    ['institution', 'training', []],
    ['institution', 'petition', [['CX1205', 'type']]],
    ['platform', 'village', []],
    ['platform', 'gig_market', [['CX1205', 'type']]],
    ['person', 'village', [['CX1205', 'type']]],
    ['community', 'village', [['CX1205', 'type']]],
    ['community', null, []],
  ])('a %s of the type %s: %j', (kind, type, found) => {
    expect(codes(subjectKind, row(subjectKind, { kind, type, name: '甲' }))).toEqual(found)
  })
})

describe('the register', () => {
  const SUBJECTS = [
    { id: 1, name: '东窗口', code: 'CK-1' },
    { id: 2, name: '同名', code: null },
    { id: 3, name: '同名', code: 'CK-3' },
    { id: 4, name: 'CK-1', code: null },
  ]
  const index = new SubjectIndex(SUBJECTS)

  it.each([
    ['东窗口', [1]],
    [' 东　窗口 ', [1]],
    ['ＣＫ－３', [3]],
    ['同名', [2, 3]],
    ['CK-1', [1, 4]],
    ['id=2', [2]],
    ['id=02', [2]],
    ['id=9', []],
    ['2', []],
    ['西窗口', []],
  ])('finds by %s: %j', (text, ids) => {
    expect(index.find(text).map(s => s.id)).toEqual(ids)
  })

  it('offers the nearest names', () => {
    expect(index.nearestTo('西窗口')).toEqual(['东窗口'])
  })
})

describe('a metric', () => {
  const base = { agency_name: '甲', metric: '满意率', period: '2012' }
  const figure = (given: Values) => {
    const values = row(metricKind, { ...base, ...given })
    return [codes(metricKind, values), values.value, values.unit]
  }

  it.each([
    [{ value: '是' }, [[], 1_000_000, null]],
    [{ value: '否' }, [[], 0, null]],
    [{ value: '85%' }, [[], 850_000, null]],
    [{ value: '85%', unit: '％' }, [[], 850_000, null]],
    [{ value: '85%', unit: '人' }, [[], 850_000, '人']],
    [{ value: 85_000_000, unit: '%' }, [[], 85_000_000, '%']],
    [{ value: 85_000_000, unit: '%', subject: 'CK-1' }, [[['CX1203', 'value']], 85_000_000, '%']],
    [{ value: 85_000_000, subject: 'CK-1' }, [[], 85_000_000, null]],
    [{ metric: 'net_profit', value: '是', unit: '元' }, [[['CX1033', 'value']], '是', '元']],
    [{ metric: 'service_count', value: '5%' }, [[['CX1033', 'value']], '5%', null]],
  ] as [Values, unknown][])('%j is %j', (given, found) => {
    expect(figure(given)).toEqual(found)
  })

  it('of percent is a hundredth of its number, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), n => {
        const text = `${n < 0 ? '-' : ''}${Math.floor(Math.abs(n) / 10_000)}.${String(Math.abs(n) % 10_000).padStart(4, '0')}%`
        const read = readCell(metricKind.columns.find(c => c.key === 'value')!, text)
        expect(figure({ value: read as string })).toEqual([[], n, null])
      }),
      { seed: 1 },
    )
  })
})

describe('records that subjects hold', () => {
  it('are those of seven registers; of activities the register is only asked', () => {
    const held = recordKinds.filter(kind => kind.subject !== undefined)
    expect(held.map(kind => [kind.noun, kind.subject, kind.oneHolder ?? false])).toEqual([
      ['complaint', 'known', false],
      ['offense', 'known', false],
      ['honor', 'known', false],
      ['activity', 'told', false],
      ['annual', 'known', true],
      ['metric', 'known', true],
      ['paper', 'known', true],
    ])
  })

  it.each([
    [metricKind, { metric: 'm', period: '2012' }, '7|m|2012', 's7|m|2012'],
    [annualKind, { year: 2012 }, '7|2012', 's7|2012'],
    [paperKind, { year: 2013, kind: 'form', scheme: null }, '7|2013|form|', 's7|2013|form|'],
    [
      offenseKind,
      { kind: 'credit', date: '2013-01-01', fact: '事' },
      '7||credit|2013-01-01|事',
      's7||credit|2013-01-01|事',
    ],
    [complaintKind, { complaint_no: 'T-1' }, 'T-1', 'T-1'],
    [
      activityKind,
      { subject: '台', kind: '调查', held_on: '2013-01-01', title: '问卷' },
      '7|调查|2013-01-01|问卷',
      '台|调查|2013-01-01|问卷',
    ],
  ] as [RecordKind, Values, string, string][])(
    '%#: have keys of their own',
    (kind, given, agencys, subjects) => {
      expect(kind.key(row(kind, given), 7)).toBe(agencys)
      expect(kind.key(row(kind, given), 7, null)).toBe(agencys)
      expect(kind.key(row(kind, given), null, 7)).toBe(subjects)
    },
  )

  it.each([complaintKind, offenseKind, annualKind, metricKind, activityKind])(
    '$noun: stand without an agency where a subject is named, and only there',
    kind => {
      const optional = (given: Values) => kind.agencyOptional!(row(kind, given))
      expect(optional({})).toBe(false)
      expect(optional({ subject: 'CK-1' })).toBe(true)
      expect(optional({ subject: 'CK-1', agency_name: '甲' })).toBe(false)
      expect(optional({ subject: 'CK-1', uscc: '91110105CXJG000159' })).toBe(false)
    },
  )

  it('as honors are called by the subject where the row does not say', () => {
    const filled = (given: Values) => {
      const values = row(honorKind, { subject: 'CK-1', title: '称号', granted_on: '2013-01-01', ...given })
      honorKind.ofSubject!(values, { kind: 'window', name: '东窗口' })
      honorKind.check(values, TODAY)
      return [values.holder, values.holder_kind, honorKind.agencyOptional!(values)]
    }
    expect(filled({})).toEqual(['东窗口', 'window', true])
    expect(filled({ holder: '窗口全体', holder_kind: 'person' })).toEqual(['窗口全体', 'person', true])
    expect(filled({ agency_name: '甲' })).toEqual(['东窗口', 'window', false])
  })
})

describe('whether a complaint is serious', () => {
  it.each([
    [{ dishonest: null, serious: null }, null],
    [{ dishonest: 0, serious: null }, '经办'],
    [{ dishonest: null, serious: 1 }, '经办'],
    [{ dishonest: null, serious: 1, handler: '乙' }, '乙'],
    [{ dishonest: null, serious: 1, decided_by: '丙' }, '丙'],
    [{ dishonest: null, serious: 1, finding: 'not_upheld' }, null],
    [{ dishonest: null, serious: 1, closed_on: null }, null],
  ] as [Values, string | null][])('is decided by somebody: %j by %s', (given, decider) => {
    const values = row(complaintKind, { closed_on: '2013-01-01', finding: 'upheld', ...given })
    nameDecider(values, '经办', null)
    expect(values.decided_by).toBe(decider)
  })
})
