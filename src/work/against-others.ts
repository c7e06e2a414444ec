// What other records on file have against one that is given by hand, as an import holds its rows against them.
import { type Finding, fault, type Values } from '../domain/imports/column.ts'
import { linkTo } from '../domain/records/complaint-case.ts'
import type { RecordKind } from '../domain/records/kind.ts'
import type { Agency } from '../domain/roster/agency.ts'
import { duplicatesOf } from '../store/complaint.ts'
import type { Reader } from '../store/open.ts'
import { recordById, recordWith } from '../store/record.ts'
import type { Decided } from '../store/staged.ts'
import type { Desk } from './desk.ts'
import { RecordPlanner } from './imports/import-records.ts'
import { linkable } from './link-complaint.ts'

/** The planner of an import that has every column. */
export function plannerOf(reader: Reader, kind: RecordKind, desk: Desk): RecordPlanner {
  return new RecordPlanner(kind, reader, new Set(kind.columns.map(c => c.key)), desk)
}

/** A value that no two may have, a link to what is no original, links of others that would lead nowhere. */
export function againstOthers(
  reader: Reader,
  { kind, unshared }: RecordPlanner,
  { values, target }: Decided,
  agency: Agency | null,
): Finding[] {
  const shared = unshared.fields.flatMap(field => {
    const value = values[field] ?? null
    const other = value === null ? undefined : recordWith(reader, kind.table, field, value)
    return other === undefined || other.id === target
      ? []
      : [unshared.finding(field, String(value), { id: other.id })]
  })
  if (agency === null) return shared
  const left = leftBehind(reader, kind, values, { target, agency })
  return [...shared, ...left, ...strayLink(reader, kind, values, agency)]
}

/** An original stays where those that repeat it are: with its number and its agency, which theirs is too. */
function leftBehind(
  reader: Reader,
  kind: RecordKind,
  values: Values,
  { target, agency }: { target: number | null; agency: Agency },
): Finding[] {
  if (kind.repeats === undefined || target === null) return []
  const before = recordById(reader, kind.table, target)!
  const moved = before.agency_id !== agency.id ? ['agency'] : []
  const renamed = before.key !== values.complaint_no ? ['complaint_no'] : []
  const fields = [...renamed, ...moved]
  const duplicates = fields.length === 0 ? [] : duplicatesOf(reader, before.key)
  if (duplicates.length === 0) return []
  const params = { value: before.key, duplicates: duplicates.join('、'), first: duplicates[0]! }
  return fields.map(key => ({ fault: fault('CX1162', params), key }))
}

function strayLink(reader: Reader, kind: RecordKind, values: Values, agency: Agency): Finding[] {
  const no = kind.repeats === undefined ? null : (values[kind.repeats] ?? null)
  if (no === null || no === values.complaint_no) return []
  const original = linkable(reader, String(no))
  if (original === null) return [{ fault: fault('CX1105', { value: String(no) }), key: kind.repeats! }]
  const own = linkable(reader, String(values.complaint_no))
  const duplicates = own?.duplicates ?? []
  return linkTo({ agency, values: { ...values, duplicate_of: null }, duplicates }, original).refused
}
