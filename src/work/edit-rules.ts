// What a correction by hand must not make worse: the rules of what is added by hand and of the steps. A fault that a
// record of old has, and the correction does not touch, is only said.
import type { Finding, Value, Values } from '../domain/imports/column.ts'
import { fault } from '../domain/imports/column.ts'
import { writtenAs } from '../domain/imports/written.ts'
import type { RecordKind } from '../domain/records/kind.ts'
import { licenseKind } from '../domain/records/license.ts'
import { stepFaults, stepsByEdit } from '../domain/records/step-rules.ts'
import { agenciesById } from '../store/agency.ts'
import type { Reader } from '../store/open.ts'
import { listRecords } from '../store/record.ts'
import { addRulesOf } from './measures/add-rules.ts'

interface Version {
  values: Values
  agency: number | null
}

export function againstCorrection(
  reader: Reader,
  kind: RecordKind,
  id: number,
  { before, after }: { before: Version; after: Version },
): { refused: Finding[]; warned: Finding[] } {
  const check = ({ values, agency }: Version) => {
    const asked = agency === null ? undefined : addRulesOf(kind)?.check(reader, values, agency, id)
    return { refused: [...(asked?.refused ?? []), ...stepFaults(kind, values)], warned: asked?.warned ?? [] }
  }
  const [was, is] = [check(before), check(after)]
  const touched = (key: string) => (before.values[key] ?? null) !== (after.values[key] ?? null)
  const had = (found: readonly Finding[]) => {
    const known = new Set(found.map(f => JSON.stringify(f)))
    return (f: Finding) => known.has(JSON.stringify(f)) && !touched(f.key)
  }
  return {
    refused: [
      ...stepsByEdit(kind, before.values, after.values),
      ...is.refused.filter(f => !had(was.refused)(f)),
    ],
    warned: [
      ...is.refused.filter(had(was.refused)),
      ...is.warned.filter(f => !had(was.warned)(f)),
      ...(kind === licenseKind ? besideRoster(reader, id, before, after) : []),
    ],
  }
}

/** Fields of a license that the roster keeps as well. */
const ON_ROSTER = ['license_no', 'license_issuer', 'valid_to'] as const

/** The roster keeps what the last event of a license said. */
function besideRoster(reader: Reader, id: number, before: Version, after: Version): Finding[] {
  if (after.agency === null) return []
  const events = listRecords(reader, 'license', { agency: after.agency, district: null })
  const on = String(after.values.decided_on)
  if (events.some(e => e.id !== id && (e.decided_on! > on || (e.decided_on === on && e.id > id)))) return []
  const agency = agenciesById(reader, [after.agency])[0]!
  return ON_ROSTER.flatMap(key => {
    const column = licenseKind.columns.find(c => c.key === key)!
    const given: Value = after.values[key] ?? null
    const kept = (agency as unknown as Values)[key] ?? null
    if (given === (before.values[key] ?? null) || given === kept || kept === null) return []
    const params = {
      header: column.headers[0]!,
      value: writtenAs(column, kept) ?? '',
      agency: agency.name,
    }
    return [{ fault: fault('CX1164', params), key }]
  })
}
