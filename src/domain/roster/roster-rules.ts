// A roster row taken alone: its jurisdiction and kind, its dates, its annual check.
import { type Fault, type Finding, fault, type Values } from '../imports/column.ts'
import { withLostZero } from '../imports/phone.ts'
import type { RowRules } from '../imports/row-rules.ts'
import { inOrder, wordOf } from '../records/kind.ts'
import { type Agency, kindOfOwnership, rosterColumns } from './agency.ts'
import { type District, type DistrictAlias, DistrictIndex } from './district.ts'

export function rosterRules(
  districts: readonly District[],
  aliases: readonly DistrictAlias[],
  today: string,
): RowRules {
  const index = new DistrictIndex(districts, aliases)
  return {
    wanted: values => {
      const { uscc, license_no, name, district_code } = values as Record<string, string | null>
      return {
        uscc: uscc ?? null,
        license_no: license_no ?? null,
        name: name ?? null,
        district_code: district_code ?? null,
      }
    },
    partial: datesOf,
    alone: values => {
      const refused: Finding[] = []
      const refuse: Refuse = (found, key) => refused.push({ fault: found, key })
      const place = locate(values, index, refuse)
      const annual = annualOf(values, refuse)
      refused.push(...datesOf(values))
      const warned: Finding[] = []
      const { license_status: status, valid_to: validTo } = values
      if (refused.length === 0 && status === 'valid' && validTo !== null && validTo! < today) {
        const said = { status: '有效', validTo: String(validTo) }
        warned.push({ fault: fault('CX1061', said), key: 'license_status' })
      }
      const phone = String(values.phone ?? '')
      const likely = withLostZero(phone)
      if (likely !== null) warned.push({ fault: fault('CX1047', { value: phone, likely }), key: 'phone' })
      values.annual_year = annual?.year ?? null
      values.annual_result = annual?.result ?? null
      values.district_code = place?.district_code ?? null
      if (place) values.kind = place.kind
      return { refused, warned }
    },
  }
}

/** A license does not end before it begins. */
function datesOf(values: Values): Finding[] {
  return inOrder(values, [['issued_on', '发证日期', 'valid_to', '有效期至']])
}

type Refuse = (found: Fault, key: string) => void

/** District and kind. 机构类别 市属 sets the city's jurisdiction and takes the kind from 机构性质. */
function locate(values: Values, districts: DistrictIndex, refuse: Refuse) {
  const name = values.district as string | null
  const code = values.district_code as string | null
  const cityOwned = values.kind === 'city'
  const none = name === null && code === null
  if (cityOwned && none && districts.city) return withKind(districts.city.code)
  const found = districts.find(name, code)
  if ('fault' in found) {
    refuse(found.fault, found.key)
    return null
  }
  if (cityOwned && found.district !== districts.city) {
    refuse(
      fault('CX1039', { value: '市属', header: '机构类别', needs: districts.city?.name ?? '市属机构' }),
      'kind',
    )
    return null
  }
  return withKind(found.district.code)

  function withKind(district_code: string) {
    const kind = cityOwned
      ? kindOfOwnership(values.ownership as string | null)
      : (values.kind as Agency['kind'])
    if (kind === null) refuse(fault('CX1057', { value: String(values.ownership ?? '') }), 'ownership')
    return kind === null ? null : { district_code, kind }
  }
}

/** Both or none: a conclusion without its year cannot be placed, a year without one says nothing. */
function annualOf(values: Values, refuse: Refuse): { year: number; result: string } | null {
  const { annual_year: year, annual_result: result } = values
  if (result !== null && year === null) {
    const value = wordOf(rosterColumns, 'annual_result', values)
    refuse(fault('CX1039', { value, header: '年检结论', needs: '年检年份' }), 'annual_result')
  }
  return typeof year === 'number' && typeof result === 'string' ? { year, result } : null
}
