// Which agency a row means: by credit code, else by license number, else by exact name (in the district if told).
// More than one is a problem, never a choice.
import { type Fault, fault } from '../imports/column.ts'
import { nameKey, nearest } from '../text.ts'

export interface AgencyKey {
  id: number
  uscc: string | null
  license_no: string | null
  name: string
  district_code: string
}

export interface Wanted {
  uscc: string | null
  license_no: string | null
  name: string | null
  district_code: string | null
}

/** How an agency was found; `null` agency with no fault means that nothing matched. */
export type Match = { agency: AgencyKey | null; by: 'uscc' | 'license_no' | 'name' | null } | { fault: Fault }

export class AgencyIndex {
  private readonly byUscc = new Map<string, AgencyKey>()
  private readonly byLicense = new Map<string, AgencyKey>()
  private readonly byName = new Map<string, AgencyKey[]>()
  private readonly names = new Map<number, string>()
  private readonly everyone: () => Iterable<AgencyKey>

  /** `everyone`: the whole roster, where `agencies` are only those that a row can mean. */
  constructor(agencies: readonly AgencyKey[], everyone: () => Iterable<AgencyKey> = () => agencies) {
    this.everyone = everyone
    for (const agency of agencies) this.add(agency)
  }

  private add(agency: AgencyKey): void {
    this.names.set(agency.id, agency.name)
    if (agency.uscc !== null) this.byUscc.set(agency.uscc, agency)
    if (agency.license_no !== null) this.byLicense.set(agency.license_no, agency)
    const key = nameKey(agency.name)
    const same = this.byName.get(key)
    if (same) same.push(agency)
    else this.byName.set(key, [agency])
  }

  nameOf(id: number): string {
    return this.names.get(id) ?? String(id)
  }

  /** Agencies of one name in one district. */
  namesakes(name: string, district: string): readonly AgencyKey[] {
    return (this.byName.get(nameKey(name)) ?? []).filter(a => a.district_code === district)
  }

  holderOfLicense(license: string): AgencyKey | undefined {
    return this.byLicense.get(license)
  }

  find(wanted: Wanted): Match {
    const byUscc = wanted.uscc === null ? undefined : this.byUscc.get(wanted.uscc)
    if (byUscc) return { agency: byUscc, by: 'uscc' }
    const byLicense = wanted.license_no === null ? undefined : this.byLicense.get(wanted.license_no)
    if (byLicense) return { agency: byLicense, by: 'license_no' }
    if (wanted.name === null) return { agency: null, by: null }
    const named = (this.byName.get(nameKey(wanted.name)) ?? []).filter(
      // A code that differs from the one on file means another agency of the same name.
      a =>
        (wanted.district_code === null || a.district_code === wanted.district_code) &&
        (wanted.uscc === null || a.uscc === null),
    )
    if (named.length > 1) {
      const matches = named.map(a => `${a.name}（${a.uscc ?? a.license_no ?? a.id}）`).join('、')
      return { fault: fault('CX1051', { value: wanted.name, matches }) }
    }
    return { agency: named[0] ?? null, by: named[0] ? 'name' : null }
  }

  /** The nearest codes or names on the roster, for the remedy of a row that matches nothing. */
  nearestTo(wanted: Wanted): string {
    const all = [...this.everyone()]
    if (wanted.uscc === null) {
      return nearest(nameKey(wanted.name ?? ''), new Set(all.map(a => nameKey(a.name)))).join('、')
    }
    // With a code given, only a code close to it or that of an agency of this very name can be meant.
    const named = wanted.name === null ? [] : (this.byName.get(nameKey(wanted.name)) ?? [])
    const known = all.map(a => a.uscc).filter(code => code !== null)
    const codes = [...named.map(a => a.uscc), ...nearest(wanted.uscc, known)]
    return [...new Set(codes.filter(code => code !== null))].slice(0, 3).join('、')
  }
}
