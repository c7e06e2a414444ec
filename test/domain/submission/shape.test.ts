// What comes from elsewhere is read strictly: what is missing, too much or something else is named by its path.

import { describe, expect, it } from 'vitest'
import { complaintKind } from '../../../src/domain/records/complaint.ts'
import { offenseKind } from '../../../src/domain/records/offense.ts'
import { penaltyKind } from '../../../src/domain/records/penalty.ts'
import {
  count,
  day,
  list,
  object,
  oneOf,
  orNull,
  type Shape,
  type ShapeFault,
  sha256,
  text,
  whole,
} from '../../../src/domain/submission/shape.ts'
import {
  recordShape,
  travelling,
  travellingColumns,
  travellingKinds,
} from '../../../src/domain/submission/travel.ts'

const faultsOf = (shape: Shape<unknown>, value: unknown): string[] => {
  const faults: ShapeFault[] = []
  shape(value, '', faults)
  return faults.map(f => `${f.path}: ${f.wanted}`)
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
    ['a day that is none', { ...sound, born: '2013-02-30' }, ['born: YYYY-MM-DD']],
    ['a choice that is none', { ...sound, kind: 'c' }, ['kind: a|b']],
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
})
