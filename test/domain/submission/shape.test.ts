// What comes from elsewhere is read strictly: what is missing, too much or something else is named by its path.

import { describe, expect, it } from 'vitest'
import type { Values } from '../../../src/domain/imports/column.ts'
import { complaintKind } from '../../../src/domain/records/complaint.ts'
import { honorKind } from '../../../src/domain/records/honor.ts'
import { inspectionKind } from '../../../src/domain/records/inspection.ts'
import type { RecordKind } from '../../../src/domain/records/kind.ts'
import { offenseKind } from '../../../src/domain/records/offense.ts'
import { penaltyKind } from '../../../src/domain/records/penalty.ts'
import {
  count,
  day,
  list,
  name,
  object,
  oneOf,
  orNull,
  type Shape,
  type ShapeFault,
  said,
  sha256,
  text,
  whole,
  year,
} from '../../../src/domain/submission/shape.ts'
import {
  agencyShape,
  namesOfficials,
  pseudonymOf,
  recordShape,
  travelling,
  travellingAgencyFields,
  travellingColumns,
  travellingKinds,
} from '../../../src/domain/submission/travel.ts'

const faultsOf = (shape: Shape<unknown>, value: unknown): string[] => {
  const faults: ShapeFault[] = []
  shape(value, '', faults)
  return faults.map(f => `${f.path}: ${'wanted' in f ? f.wanted : f.fault.code}`)
}

const person = object({ name: text, age: count, born: orNull(day), kind: oneOf('a', 'b'), tags: list(text) })
const sound = { name: '样', age: 3, born: null, kind: 'a', tags: ['x'] }

describe('a shape', () => {
  it.each<[string, unknown, string[]]>([
    ['what is sound', sound, []],
    ['a key too many', { ...sound, more: 1 }, ['more: nothing']],
    ['a key too few', { name: '样', age: 3, born: null, kind: 'a' }, ['tags: value']],
    ['a list', [sound], [': object']],
    ['null', null, [': object']],
    ['nothing', undefined, [': object']],
    ['a number for a text', { ...sound, name: 1 }, ['name: text']],
    ['a text without end', { ...sound, name: 'x'.repeat(32_768) }, ['name: text']],
    ['less than none', { ...sound, age: -1 }, ['age: count']],
    ['half a one', { ...sound, age: 0.5 }, ['age: count']],
    ['too large to be exact', { ...sound, age: 2 ** 53 }, ['age: count']],
    ['a day that is none', { ...sound, born: '2013-02-30' }, ['born: day']],
    ['a choice that is none', { ...sound, kind: 'c' }, ['kind: a|b']],
    ['an escape', { ...sound, name: '\u001b[31m' }, ['name: CX1013']],
    ['nothing printable', { ...sound, name: 'a\u0000' }, ['name: CX1013']],
    ['a turned direction', { ...sound, name: '甲\u202e乙' }, ['name: CX1013']],
    ['half a character', { ...sound, tags: ['\ud800'] }, ['tags[0]: CX1013']],
    ['a key with an escape', { ...sound, '\u001b[2J': 1 }, ['\\u001b[2J: nothing']],
    ['two faults at once', { ...sound, kind: 'c', tags: ['x', 2] }, ['kind: a|b', 'tags[1]: text']],
    [
      'a prototype',
      JSON.parse('{"__proto__": 1}') as unknown,
      ['__proto__: nothing', 'name: value', 'age: value', 'born: value', 'kind: value', 'tags: value'],
    ],
  ])('says of %s what it should be', (_, value, faults) => {
    expect(faultsOf(person, value)).toEqual(faults)
  })

  it.each<[string, Shape<unknown>, unknown]>([
    ['whole', whole, '1'],
    ['name', name, '甲\n乙'],
    ['name', name, ' '],
    ['name', name, '样'.repeat(201)],
    ['said', said, ' '],
    ['year', year, 1989],
    ['year', year, 2101],
    ['year', year, -5],
    ['sha256', sha256, 'A'.repeat(64)],
    ['sha256', sha256, 'a'.repeat(63)],
    ['list', list(text), {}],
  ])('%s is nothing else', (_, shape, value) => expect(faultsOf(shape, value)).toHaveLength(1))
})

describe('what travels of a record', () => {
  it('is never who complained, who is responsible, which subject', () => {
    for (const kind of travellingKinds) {
      const keys = travellingColumns(kind).map(c => c.key)
      for (const stays of [
        'complainant',
        'contact',
        'submitter',
        'persons',
        'subject',
        'handler',
        'uscc',
        'agency_name',
      ])
        expect(keys, kind.noun).not.toContain(stays)
    }
    expect(travellingKinds.map(k => k.noun)).not.toContain('opinion')
  })

  it('names practitioners otherwise, and leaves out what is empty', () => {
    const values = { person: '样一', kind: 'violation', date: '2013-01-02', note: null }
    expect(travelling(offenseKind, values, name => `<${name.length}>`)).toEqual({
      ...{ person: '<2>', kind: 'violation', date: '2013-01-02' },
    })
  })

  const told = (name: string) => `<${name}>`

  it.each<[string, RecordKind, Values, Values]>([
    [
      'a person who holds an honor',
      honorKind,
      { holder: '样一', holder_kind: 'person', title: '诚信标兵' },
      { holder: '<样一>', holder_kind: 'person', title: '诚信标兵' },
    ],
    [
      'no window that holds one',
      honorKind,
      { holder: '样例窗口', holder_kind: 'window', title: '诚信窗口' },
      { holder: '样例窗口', holder_kind: 'window', title: '诚信窗口' },
    ],
    ['each who inspected', inspectionKind, { officers: '样一;样二' }, { officers: '<样一>;<样二>' }],
    ['who decided', complaintKind, { decided_by: '样一', handler: '样二' }, { decided_by: '<样一>' }],
  ])('goes under other names: %s', (_, kind, values, found) => {
    expect(travelling(kind, values, told)).toEqual(found)
  })

  it('is known to name nobody by what stands for a name', () => {
    const other = pseudonymOf('110117', 'abcdef0123456789')
    expect(other).toBe('110117-ABCDEF0123')
    expect(
      [other, `${other};${other}`, '样一', `${other};样一`, null].map(value =>
        namesOfficials('officers', value),
      ),
    ).toEqual([false, false, true, true, false])
    expect(namesOfficials('holder', '样一')).toBe(false)
  })

  it('of an agency is neither who represents it nor its telephone', () => {
    expect(travellingAgencyFields).toContain('address')
    for (const stays of ['legal_rep', 'phone']) {
      expect(travellingAgencyFields).not.toContain(stays)
      expect(faultsOf(agencyShape, { ...agency, [stays]: '样一' })).toEqual([`.${stays}: nothing`])
    }
  })

  it('is accepted as it is stored and refused otherwise', () => {
    const complaint = { complaint_no: 'TS1', received_on: '2013-01-02', category: '其他', dishonest: 1 }
    expect(faultsOf(recordShape(complaintKind), complaint)).toEqual([])
    expect(
      faultsOf(recordShape(complaintKind), {
        ...complaint,
        received_on: '2013',
        dishonest: 2,
        category: '别的',
        contact: '1',
      }),
    ).toHaveLength(4)
    expect(faultsOf(recordShape(penaltyKind), { decision_no: 1, fine_fen: '1' })).toHaveLength(2)
  })

  const agency = { name: '样例公司', kind: 'public', district_code: '110117', uscc: '91110117CXYL04683A' }

  it.each<[string, object, string[]]>([
    ['what is sound', {}, []],
    ['a wrong check character', { uscc: '91110117CXYL04683B' }, ['.uscc: CX1042']],
    ['a code of small letters', { uscc: '91110117cxyl04683a' }, ['.uscc: stored']],
    ['no name', { name: undefined }, ['.name: CX1023']],
    ['an empty name', { name: '' }, ['.name: said']],
    ['a name of blanks', { name: '  ' }, ['.name: said']],
    ['a name without end', { name: '样'.repeat(30_000) }, ['.name: name']],
    ['a name on two lines', { name: '甲\n乙' }, ['.name: name']],
    ['an escape in an address', { address: '\u001b[2J' }, ['.address: CX1013']],
    ['less than nobody', { staff_count: -10 }, ['.staff_count: CX1034']],
    ['more than there are people', { staff_count: 1_000_001 }, ['.staff_count: CX1034']],
    ['more than can be counted', { staff_count: 2 ** 53 - 1 }, ['.staff_count: CX1033']],
    ['a blank instead of nothing', { scope: ' ' }, ['.scope: CX1023']],
    ['a license for ever', { valid_to: '9999-12-31' }, []],
    ['for ever in business', { business_start: '9999-12-31' }, ['.business_start: CX1031']],
  ])('of an agency is held to what a roster may say: %s', (_, change, faults) => {
    const told = Object.entries({ ...agency, ...change }).filter(([, value]) => value !== undefined)
    expect(faultsOf(agencyShape, Object.fromEntries(told))).toEqual(faults)
  })

  it.each<[string, RecordKind, object, string[]]>([
    ['a fine below nothing', penaltyKind, { fine_fen: -500 }, ['.fine_fen: CX1034']],
    ['a complaint without its number', complaintKind, { complaint_no: undefined }, ['.complaint_no: CX1023']],
    ['hands that are no day', complaintKind, { received_on: '2013-13-01' }, ['.received_on: day']],
  ])('is held to what its register may say: %s', (_, kind, change, faults) => {
    const sound =
      kind === complaintKind
        ? { complaint_no: 'TS1', received_on: '2013-01-02', category: '其他' }
        : { decision_no: 'CF1', decision_date: '2013-01-02', kind: '罚款', authority: '样局' }
    const told = Object.entries({ ...sound, ...change }).filter(([, value]) => value !== undefined)
    expect(faultsOf(recordShape(kind), Object.fromEntries(told))).toEqual(faults)
  })
})
