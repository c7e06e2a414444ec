// `inspection show`: a draw by its name, or one inspection by its number with its items by name.
import type { Values } from '../../domain/imports/column.ts'
import type { ChecklistItem } from '../../domain/inspection/checklist.ts'
import { Refusal } from '../../domain/refusal.ts'
import { readShippedChecklist } from '../../schemes/checklist.ts'
import { listDraws, lotsOf } from '../../store/draw.ts'
import { listRecords } from '../../store/record.ts'
import { ask, type Desk } from '../desk.ts'
import { type DrawView, findDraw, viewDraw } from './show-draw.ts'

export interface InspectionView {
  record: Values
  /** `result`: null where the item was left blank. */
  items: (ChecklistItem & { result: string | null })[]
}

export function showInspection(desk: Desk, which: string): { draw: DrawView } | InspectionView {
  return ask(desk, reader => {
    const head = findDraw(reader, which)
    if (head !== undefined) return { draw: viewDraw(reader, head, lotsOf(reader, head.id)) }
    const all = listRecords(reader, 'inspection', { agency: null, district: null })
    const found = all.find(row => String(row.id) === which.trim())
    if (found === undefined) {
      const draws = listDraws(reader).map(d => d.name)
      const numbers = all.length === 0 ? [] : [`${all[0]!.id}–${all.at(-1)!.id}`]
      const available = [...draws, ...numbers].join('、') || '—'
      throw new Refusal('CX4002', { kind: 'inspection', value: which, available })
    }
    const { key: _key, agency_id: _agency, batch_id: _batch, line: _line, items, ...record } = found
    const results = JSON.parse(String(items)) as Record<string, string>
    return {
      record,
      items: readShippedChecklist(desk.schemes).items.map(item => ({
        ...item,
        result: results[item.id] ?? null,
      })),
    }
  })
}
