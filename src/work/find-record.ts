// A record named on the command line by its number or its id, or the refusal that offers the nearest numbers.
import type { RecordKind } from '../domain/records/kind.ts'
import { Refusal } from '../domain/refusal.ts'
import { foldWidth, nearest } from '../domain/text.ts'
import type { Reader } from '../store/open.ts'
import { listRecords, recordById, recordsByKey, type StoredRecord } from '../store/record.ts'

/**
 * By its number, or by the id that lists show: `12`, or `id=12` where twelve is also the number of another record,
 * for neither reading may be chosen for the clerk. `offered` picks what a refusal names, else the nearest numbers.
 */
export function recordNamed(
  reader: Reader,
  kind: RecordKind,
  name: string,
  offered?: (all: readonly ReturnType<typeof listRecords>[number][]) => string[],
): StoredRecord {
  const text = foldWidth(name).trim()
  const byNumber = [...recordsByKey(reader, kind.table, [name.trim(), text]).values()][0]
  const id = /^(?:id=)?(\d{1,15})$/.exec(text)?.[1]
  const byId = id === undefined ? undefined : recordById(reader, kind.table, Number(id))
  if (byNumber && byId && byNumber.id !== byId.id)
    throw new Refusal('CX1160', { value: text, numbered: byNumber.id, id: byId.id })
  const found = byNumber ?? byId
  if (found) return found
  const all = listRecords(reader, kind.table, { agency: null, district: null })
  const others =
    offered?.(all) ??
    nearest(
      text,
      all.map(r => String(r.key)),
    )
  const available = others.join('、') || `chengxin ${kind.noun} list`
  throw new Refusal('CX4002', { kind: kind.noun, value: name, available })
}
