// A batch of inspections (检查批次) named on the command line.
import { Refusal } from '../../domain/refusal.ts'
import { nearest } from '../../domain/text.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'

/** Refuses a name that no inspection has: a slip of the pen is not an empty batch. */
export function batchNamed(reader: Reader, name: string): string {
  const wanted = name.trim()
  const all = listRecords(reader, 'inspection', { agency: null, district: null })
  const batches = [...new Set(all.map(row => String(row.batch)))]
  if (batches.includes(wanted)) return wanted
  const near = nearest(wanted, batches)
  const available = (near.length > 0 ? near : batches).join('、') || 'chengxin inspection list'
  throw new Refusal('CX4002', { kind: 'inspection_batch', value: name, available })
}
