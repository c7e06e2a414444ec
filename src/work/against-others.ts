// What other records on file have against one that is given by hand, as an import holds its rows against them.
import { type Finding, fault, type Value, type Values } from '../domain/imports/column.ts'
import { type Linkable, linkTo } from '../domain/records/complaint-case.ts'
import type { RecordKind } from '../domain/records/kind.ts'
import { duplicatesOf } from '../store/complaint.ts'
import type { Reader } from '../store/open.ts'
import { recordById, recordWith, type StoredRecord } from '../store/record.ts'
import type { Decided } from '../store/staged.ts'
import type { Desk } from './desk.ts'
import { RecordPlanner } from './imports/import-records.ts'
import { aboutWhom, linkable } from './link-complaint.ts'

/** The planner of an import that has every column. */
export function plannerOf(reader: Reader, kind: RecordKind, desk: Desk): RecordPlanner {
  return new RecordPlanner(kind, reader, new Set(kind.columns.map(c => c.key)), desk)
}

/** A value that no two may have, a link to what is no original, links of others that would lead nowhere. */
export function againstOthers(
  reader: Reader,
  { kind, unshared }: RecordPlanner,
  { values, target }: Decided,
): Finding[] {
  const shared = unshared.fields.flatMap(field => {
    const value = values[field] ?? null
    const other = value === null ? undefined : recordWith(reader, kind.table, field, value)
    return other === undefined || other.id === target
      ? []
      : [unshared.finding(field, String(value), { id: other.id })]
  })
  if (kind.repeats === undefined) return shared
  const about = aboutWhom(reader, values as unknown as StoredRecord)
  const left = leftBehind(reader, values, { target, about })
  return [...shared, ...left, ...strayLink(reader, values, about, values[kind.repeats] ?? null)]
}

/** An original stays where those that repeat it are: with its number, and about the same agency or subject. */
function leftBehind(
  reader: Reader,
  values: Values,
  { target, about }: { target: number | null; about: Linkable['about'] },
): Finding[] {
  if (target === null) return []
  const before = recordById(reader, 'complaint', target)!
  const moved = aboutWhom(reader, before).id !== about.id ? ['agency'] : []
  const renamed = before.key !== values.complaint_no ? ['complaint_no'] : []
  const fields = [...renamed, ...moved]
  const duplicates = fields.length === 0 ? [] : duplicatesOf(reader, before.key)
  if (duplicates.length === 0) return []
  const params = { value: before.key, duplicates: duplicates.join('、'), first: duplicates[0]! }
  return fields.map(key => ({ fault: fault('CX1162', params), key }))
}

function strayLink(reader: Reader, values: Values, about: Linkable['about'], no: Value): Finding[] {
  if (no === null || no === values.complaint_no) return []
  const original = linkable(reader, String(no))
  const key = 'duplicate_of'
  if (original === null) return [{ fault: fault('CX1105', { value: String(no) }), key }]
  const own = linkable(reader, String(values.complaint_no))
  const duplicates = own?.duplicates ?? []
  return linkTo({ about, values: { ...values, duplicate_of: null }, duplicates }, original).refused
}
