// The upward table of a campaign of inspections, each number with the records behind it (ZS 四(四)1).
import { type Day, isWithin } from '../../domain/day.ts'
import type { Values } from '../../domain/imports/column.ts'
import { windowOf } from '../../domain/inspection/checklist.ts'
import { type SummaryFigure, summarize } from '../../domain/inspection/summary.ts'
import { readShippedChecklist } from '../../schemes/checklist.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'
import { ask, type Desk } from '../desk.ts'
import { districtNamed } from '../find-district.ts'
import { batchNamed } from './find-batch.ts'

export interface SummaryTable {
  title: string
  clause: string
  from: Day
  to: Day
  figures: SummaryFigure[]
}

/** Of a year's window, or of a batch from its first to its last day. Refuses a batch that no inspection has. */
export function summaryOf(
  desk: Desk,
  wanted: { year: number | null; batch: string | null; district: string | null },
): SummaryTable {
  return ask(desk, reader => {
    const checklist = readShippedChecklist(desk.schemes)
    const district = wanted.district === null ? null : districtNamed(reader, wanted.district).code
    const own = { agency: null, district }
    const batch = wanted.batch === null ? null : batchNamed(reader, wanted.batch)
    const all = listRecords(reader, 'inspection', own).filter(row => batch === null || row.batch === batch)
    const year = wanted.year ?? Number(desk.today.slice(0, 4))
    const window = batch !== null && wanted.year === null ? daysOf(reader, batch) : windowOf(checklist, year)
    const inside = (day: Values[string]) => typeof day === 'string' && isWithin(day, window)
    const figures = summarize(checklist.summary, {
      inspections: all.filter(row => inside(row.date ?? null)),
      penalties:
        batch === null
          ? listRecords(reader, 'penalty', own).filter(row => inside(row.decision_date ?? null))
          : null,
      to: window.to,
    })
    const { title, clause } = checklist
    return { title, clause, ...window, figures }
  })
}

/** First and last day of a batch, wherever. */
function daysOf(reader: Reader, batch: string): { from: Day; to: Day } {
  const days = listRecords(reader, 'inspection', { agency: null, district: null })
    .filter(row => row.batch === batch)
    .map(row => String(row.date))
    .sort()
  return { from: days[0]!, to: days.at(-1)! }
}
