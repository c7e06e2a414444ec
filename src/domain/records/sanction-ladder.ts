// Whether a sanction follows on those before it (BJ 三(八)2, ZS 四(三)): advice only, for the notices say 视情.
import type { Day } from '../day.ts'
import { type Finding, fault, type Values } from '../imports/column.ts'
import type { CarriedOutBy } from './measure-note.ts'
import { sanctionLadder } from './sanction.ts'

/** An order to put something right, of a sanction or an inspection. */
export interface RectificationOrder {
  ref: string
  ordered: Day
  due: Day
  done: Day | null
}

/** In: sanctions and inspections as they are on file. */
export function rectificationOrders(
  sanctions: readonly Values[],
  inspections: readonly Values[],
): RectificationOrder[] {
  const named = [
    ...sanctions.map(row => {
      const { sanction_no, kind, decided_on } = row
      return { row, ordered: decided_on as Day, ref: String(sanction_no ?? `${kind} ${decided_on}`) }
    }),
    ...inspections.map(row => ({ row, ordered: row.date as Day, ref: `${row.batch} ${row.date}` })),
  ]
  return named
    .filter(({ row }) => row.rectify_due !== null)
    .map(({ row, ...order }) => ({
      ...order,
      due: row.rectify_due as Day,
      done: row.rectified_on as Day | null,
    }))
}

/** Only for what was not put right or is serious: BJ 三(八)2. */
const GRAVEST: readonly string[] = ['暂缓通过年检', '注销许可证']

/** Kinds that only record the decision; commands of these nouns carry it out. */
export const carriedOutBy: Readonly<Record<string, CarriedOutBy>> = {
  列入黑名单: 'listing',
  撤销荣誉: 'honor',
  注销许可证: 'license',
}

/** `serious`: a serious offense of the agency is on file. */
export function ladderFindings(
  { kind, decided_on }: Values,
  orders: readonly RectificationOrder[],
  serious: boolean,
): Finding[] {
  const value = String(kind)
  if (sanctionLadder.indexOf(value) <= sanctionLadder.indexOf('责令整改')) return []
  const open = orders.filter(o => o.ordered <= decided_on! && (o.done === null || o.done > decided_on!))
  const pending = open.find(o => o.due >= decided_on!)
  if (pending) return [{ fault: fault('CX1152', { value, gap: 'pending', order: pending.ref }), key: 'kind' }]
  if (!GRAVEST.includes(value) || serious || open.length > 0) return []
  return [{ fault: fault('CX1152', { value, gap: 'unfounded', order: null }), key: 'kind' }]
}
