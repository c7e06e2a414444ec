// Jurisdictions (推荐范围) and how files name them: by code, by name, by an older or newer name.
import { type Fault, fault } from '../imports/column.ts'
import { nameKey, nearest } from '../text.ts'

export interface District {
  code: string
  name: string
  kind: 'district' | 'city'
  market_phones: string[]
  inspectorate_phones: string[]
}

/** With the leader and the unit who answer for it (BJ 四(一)1). */
export interface AnsweredDistrict extends District {
  leader: string | null
  unit: string | null
}

export interface DistrictAlias {
  code: string
  name: string
  district_code: string
}

export class DistrictIndex {
  private readonly byCode = new Map<string, District>()
  private readonly byName = new Map<string, District>()
  readonly city: District | undefined

  constructor(districts: readonly District[], aliases: readonly DistrictAlias[]) {
    for (const district of districts) {
      this.byCode.set(district.code, district)
      this.byName.set(nameKey(district.name), district)
    }
    for (const alias of aliases) {
      const district = this.byCode.get(alias.district_code)
      if (!district) continue
      if (!this.byCode.has(alias.code)) this.byCode.set(alias.code, district)
      this.byName.set(nameKey(alias.name), district)
    }
    this.city = districts.find(d => d.kind === 'city')
  }

  /** By code or name. */
  get(codeOrName: string): District | undefined {
    const exact = this.byName.get(codeOrName)
    if (exact && !this.byCode.has(codeOrName)) return exact
    const name = nameKey(codeOrName)
    // 北京市东城区 is 东城区; a city's name in front adds nothing.
    return (
      this.byCode.get(codeOrName) ?? this.byName.get(name) ?? this.byName.get(name.replace(/^.{2,3}市/, ''))
    )
  }

  /** The jurisdiction that a row names by name, by code or by both; they must agree. */
  find(name: string | null, code: string | null): { district: District } | { fault: Fault; key: string } {
    const named = name === null ? undefined : this.get(name)
    const coded = code === null ? undefined : this.byCode.get(code)
    if (name !== null && !named)
      return { fault: fault('CX1054', { value: name, nearest: this.near(name) }), key: 'district' }
    if (code !== null && !coded) {
      return {
        fault: fault('CX1054', { value: code, nearest: named?.code ?? this.near(code) }),
        key: 'district_code',
      }
    }
    if (named && coded && named !== coded) {
      return { fault: fault('CX1055', { name: name!, code: code! }), key: 'district_code' }
    }
    const district = named ?? coded
    return district ? { district } : { fault: fault('CX1023', { header: '推荐范围' }), key: 'district' }
  }

  private near(value: string): string {
    const near = nearest(nameKey(value), [...this.byName.keys(), ...this.byCode.keys()])
    return near.join('、')
  }
}
