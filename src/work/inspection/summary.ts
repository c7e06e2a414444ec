// The upward table of a campaign of inspections, each number with the records behind it (ZS 四(四)1).
import { type Day, isWithin } from '../../domain/day.ts'
import type { Values } from '../../domain/imports/column.ts'
import { windowOf } from '../../domain/inspection/checklist.ts'
import { type SummaryBasis, type SummaryFigure, summarize } from '../../domain/inspection/summary.ts'
import { readShippedChecklist } from '../../schemes/checklist.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'
import { listDistricts } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { districtNamed } from '../find-district.ts'
import { batchNamed } from './find-batch.ts'

export interface SummaryTable {
  title: string
  clause: string
  /** Id of the scheme whose document asks for it. */
  scheme: string
  from: Day
  to: Day
  figures: SummaryFigure[]
}

export interface SummaryWanted {
  year: number | null
  batch: string | null
  district: string | null
}

/** Of a year's window, or of a batch from its first to its last day. Refuses a batch that no inspection has. */
export function summaryOf(desk: Desk, wanted: SummaryWanted): SummaryTable {
  return ask(desk, reader => {
    const { basis, checklist, title, clause, from, to } = basisOf(desk, reader, wanted)
    return { title, clause, scheme: checklist.scheme, from, to, figures: summarize(checklist.summary, basis) }
  })
}

export interface DistrictSummary {
  /** Both null of records that name no jurisdiction. */
  district_code: string | null
  district: string | null
  /** How many inspections and penalties there are. */
  records: number
  figures: SummaryFigure[]
}

/** As `summaryOf`, and for each jurisdiction; what names none behind. */
export function summariesIn(
  desk: Desk,
  reader: Reader,
  wanted: SummaryWanted,
): SummaryTable & { districts: DistrictSummary[] } {
  const { basis, checklist, title, clause, from, to } = basisOf(desk, reader, wanted)
  const { inspections, penalties } = basis
  const places = [...listDistricts(reader), { code: null, name: null }]
  const districts = places.map(({ code, name }): DistrictSummary => {
    const own = (rows: readonly Values[]) => rows.filter(row => (row.district_code ?? null) === code)
    const part = { inspections: own(inspections), penalties: penalties && own(penalties), to }
    const records = part.inspections.length + (part.penalties?.length ?? 0)
    return { district_code: code, district: name, records, figures: summarize(checklist.summary, part) }
  })
  const { scheme } = checklist
  return { title, clause, scheme, from, to, figures: summarize(checklist.summary, basis), districts }
}

function basisOf(desk: Desk, reader: Reader, wanted: SummaryWanted) {
  const checklist = readShippedChecklist(desk.schemes)
  const district = wanted.district === null ? null : districtNamed(reader, wanted.district).code
  const own = { agency: null, district }
  const batch = wanted.batch === null ? null : batchNamed(reader, wanted.batch)
  const all = listRecords(reader, 'inspection', own).filter(row => batch === null || row.batch === batch)
  const year = wanted.year ?? Number(desk.today.slice(0, 4))
  const window = batch !== null && wanted.year === null ? daysOf(reader, batch) : windowOf(checklist, year)
  const inside = (day: Values[string]) => typeof day === 'string' && isWithin(day, window)
  const basis: SummaryBasis = {
    inspections: all.filter(row => inside(row.date ?? null)),
    penalties:
      batch === null
        ? listRecords(reader, 'penalty', own).filter(row => inside(row.decision_date ?? null))
        : null,
    to: window.to,
  }
  const { title, clause } = checklist
  return { checklist, title, clause, ...window, basis }
}

/** First and last day of a batch, wherever. */
function daysOf(reader: Reader, batch: string): { from: Day; to: Day } {
  const days = listRecords(reader, 'inspection', { agency: null, district: null })
    .filter(row => row.batch === batch)
    .map(row => String(row.date))
    .sort()
  return { from: days[0]!, to: days.at(-1)! }
}
