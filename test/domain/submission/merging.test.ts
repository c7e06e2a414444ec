// Whose word holds where a package and a file differ, and how a clerk says so.
import { describe, expect, it } from 'vitest'
import {
  type Conflict,
  Differences,
  readTake,
  type Side,
  type Takes,
} from '../../../src/domain/submission/merging.ts'

const conflict = (place: string, here: string | null = '甲'): Conflict => ({
  ...{ place, record: '样例', field: '地址', here, there: '乙' },
})
const takes = (all: Side | null, some: Record<string, Side> = {}): Takes => ({
  all,
  some: new Map(Object.entries(some)),
})

describe('a conflict', () => {
  it.each<[string, Takes, string, Side | undefined]>([
    ['stays open while nobody decided', takes(null), 'agency:1:address', undefined],
    ['is decided with all others', takes('file'), 'agency:1:address', 'file'],
    ['is decided by itself', takes(null, { 'agency:1:address': 'package' }), 'agency:1:address', 'package'],
    [
      'by itself before all others',
      takes('file', { 'agency:1:address': 'package' }),
      'agency:1:address',
      'package',
    ],
    [
      'about another place stays open',
      takes(null, { 'agency:2:address': 'file' }),
      'agency:1:address',
      undefined,
    ],
    ['about a move is not decided with others', takes('package'), 'agency:1:district_code', undefined],
    ['about staying is not either', takes('file'), 'agency:1:district_code', undefined],
    [
      'about a move is decided by itself',
      takes('file', { 'agency:1:district_code': 'package' }),
      'agency:1:district_code',
      'package',
    ],
  ])('%s', (_, given, place, side) => {
    const differences = new Differences(given)
    const own = conflict(place)
    expect(differences.side(own)).toBe(side)
    expect(differences.open).toEqual(side === undefined ? [own] : [])
    expect(differences.settled).toEqual(side === undefined ? [] : [{ ...own, taken: side }])
  })

  it('is none where the file says nothing: it is filled, and told', () => {
    const differences = new Differences(takes('file'))
    const empty = conflict('agency:1:address', null)
    expect(differences.side(empty)).toBe('package')
    expect([differences.open, differences.settled]).toEqual([[], [{ ...empty, taken: null }]])
  })

  it('that is none cannot be decided', () => {
    const differences = new Differences(
      takes(null, { 'agency:1:address': 'file', 'agency:2:address': 'file' }),
    )
    differences.side(conflict('agency:1:address'))
    expect(differences.astray()).toEqual(['agency:2:address'])
  })
})

describe('what a clerk says of conflicts', () => {
  it.each<[string, ReturnType<typeof readTake>]>([
    ['package', { place: null, side: 'package' }],
    ['file', { place: null, side: 'file' }],
    ['agency:1:address=file', { place: 'agency:1:address', side: 'file' }],
    ['agency:甲=乙公司:address=package', { place: 'agency:甲=乙公司:address', side: 'package' }],
    ['=package', { place: '', side: 'package' }],
    ['agency:1:address', null],
    ['agency:1:address=mine', null],
    ['package=agency:1:address', null],
  ])('%s', (said, read) => expect(readTake(said)).toEqual(read))
})
