// `inspection show`: a draw by its name, or one inspection with its items by name, where it came from and its history.
import type { ChecklistItem } from '../../domain/inspection/checklist.ts'
import { inspectionKind } from '../../domain/records/inspection.ts'
import { Refusal } from '../../domain/refusal.ts'
import { nearest } from '../../domain/text.ts'
import { readShippedChecklist } from '../../schemes/checklist.ts'
import { listDraws, lotsOf } from '../../store/draw.ts'
import type { Reader } from '../../store/open.ts'
import { ask, type Desk } from '../desk.ts'
import { recordNamed } from '../find-record.ts'
import { type RecordShown, shownRecord } from '../record-history.ts'
import { type DrawView, findDraw, viewDraw } from './show-draw.ts'

export interface InspectionView extends RecordShown {
  /** `result`: null where the item was left blank. */
  items: (ChecklistItem & { result: string | null })[]
}

/** A word that is the name of a draw means the draw. */
export function showInspection(desk: Desk, which: string): { draw: DrawView } | InspectionView {
  return ask(desk, reader => {
    const head = findDraw(reader, which)
    if (head !== undefined) return { draw: viewDraw(reader, head, lotsOf(reader, head.id)) }
    const shown = shownRecord(reader, inspectionKind, inspectionNamed(reader, which))
    const results = JSON.parse(String(shown.record.items)) as Record<string, string>
    const { items } = readShippedChecklist(desk.schemes)
    return { ...shown, items: items.map(item => ({ ...item, result: results[item.id] ?? null })) }
  })
}

/** What is neither a draw nor an inspection is offered the draws too. */
function inspectionNamed(reader: Reader, which: string) {
  try {
    return recordNamed(reader, inspectionKind, which)
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems[0]?.code !== 'CX4002') throw error
    const draws = listDraws(reader).map(d => d.name)
    const near = nearest(which, draws)
    const offered = near.length > 0 ? near : [...draws.slice(0, OFFERED), 'chengxin inspection list']
    throw new Refusal('CX4002', { kind: 'inspection', value: which, available: offered.join('、') })
  }
}

/** Draws that a wrong word is told. */
const OFFERED = 20
