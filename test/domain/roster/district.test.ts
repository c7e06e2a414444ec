// How files name jurisdictions: by name, by code, by both, by later names.

import { describe, expect, it } from 'vitest'
import { type District, DistrictIndex } from '../../../src/domain/roster/district.ts'

const district = (code: string, name: string, kind: District['kind'] = 'district'): District => ({
  code,
  name,
  kind,
  market_phones: [],
  inspectorate_phones: [],
})
const index = new DistrictIndex(
  [
    district('110000', '市属机构', 'city'),
    district('110105', '朝阳区'),
    district('110228', '密云县'),
    district('110302', '开发区'),
  ],
  [
    { code: '110118', name: '密云区', district_code: '110228' },
    { code: '110302', name: '北京经济技术开发区', district_code: '110302' },
    { code: '999999', name: '没有的区', district_code: '888888' },
  ],
)

describe('DistrictIndex', () => {
  it.each([
    ['朝阳区', null, '110105'],
    [null, '110105', '110105'],
    ['朝阳区', '110105', '110105'],
    ['密云区', null, '110228'],
    ['密云县', '110118', '110228'],
    ['密云区', '110228', '110228'],
    ['北京经济技术开发区', '110302', '110302'],
    ['朝阳 区', null, '110105'],
    ['110105', null, '110105'],
    ['市属机构', null, '110000'],
  ])('finds %s / %s as %s', (name, code, found) => {
    const match = index.find(name, code)
    expect('district' in match ? match.district.code : match.fault.code).toBe(found)
  })

  it.each([
    ['朝阳', null, 'CX1054', 'district', { value: '朝阳', nearest: '朝阳区' }],
    [null, '110106', 'CX1054', 'district_code', { value: '110106', nearest: '110105、110000、110118' }],
    ['朝阳区', '110999', 'CX1054', 'district_code', { value: '110999', nearest: '110105' }],
    ['朝阳区', '110228', 'CX1055', 'district_code', { name: '朝阳区', code: '110228' }],
    ['没有的区', null, 'CX1054', 'district', { value: '没有的区', nearest: '' }],
    [null, null, 'CX1023', 'district', { header: '推荐范围' }],
  ] as const)('refuses %s / %s with %s at %s', (name, code, problem, key, params) => {
    expect(index.find(name, code)).toEqual({ fault: { code: problem, params }, key })
  })

  it('knows which jurisdiction is the city', () => {
    expect(index.city?.code).toBe('110000')
  })

  it('gets nothing for an unknown word', () => {
    expect(index.get('火星区')).toBe(undefined)
  })
})
