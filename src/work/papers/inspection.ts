// Inspection sheets (检查记录表) for the agencies of a draw: one to print for each, or one table to fill in and import.
import { basisIn, lawText } from '../../domain/inspection/checklist.ts'
import { inspectionKind } from '../../domain/records/inspection.ts'
import type { SheetOut } from '../../formats/xlsx.ts'
import { readShippedChecklist } from '../../schemes/checklist.ts'
import { getSetting } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { drawNamed } from '../inspection/show-draw.ts'
import { districtNames } from '../list-agencies.ts'
import { footerNote, orLine, type Paper, stationeryOf, wordPaper } from './paper.ts'

/** Refuses a name that no draw has. */
export function planInspectionSheets(desk: Desk, drawName: string): Paper[] {
  return ask(desk, reader => {
    const { head, drawn } = drawNamed(reader, drawName)
    const districts = districtNames(reader)
    const { title, items: asked, officers: rule, places } = readShippedChecklist(desk.schemes)
    const scheme = schemeById(reader, getSetting(reader, 'scheme')!)
    const items = asked.map(item => ({
      ...{ id: item.id, name: item.name },
      basis: basisIn(item, { scheme: scheme.id, own: places[scheme.id] ?? '', law: 'short' }),
    }))
    const stationery = stationeryOf(desk, reader)
    return drawn.map(({ agency, position, officers }) => {
      const district = districts.get(agency.district_code)!
      const content = {
        title,
        batch: head.name,
        district,
        number: String(position),
        agency_name: agency.name,
        agency_code: orLine(agency.uscc ?? agency.license_no, 18),
        address: orLine(agency.address, 24),
        authority: orLine(null, 18),
        officers: orLine(officers.join('、'), 12),
        officers_min: String(rule.min),
        officers_clause: lawText(rule.clause),
        items,
        footer_note: footerNote(stationery, 'inspection', scheme, agency.district_code),
      }
      const name = [
        '检查记录表',
        agency.district_code,
        district,
        String(position).padStart(2, '0'),
        agency.name,
      ]
      return wordPaper(stationery, 'inspection', name, () => content)
    })
  })
}

/** What a row about an agency does not say. */
const OF_OTHERS = ['target_kind', 'target', 'district_code']

/** So narrow that results can be ticked and texts written; headers wrap. */
const WIDTHS: Readonly<Record<string, number>> = {
  ...{ uscc: 20, agency_name: 24, findings: 18, measure: 14 },
  ...{ day: 12, texts: 12, choice: 7, yes_no: 7, int: 7 },
}

/** A row for each agency under the headers that `inspection import` reads; days and results are left to be filled in. */
export function planInspectionTable(desk: Desk, drawName: string): SheetOut {
  return ask(desk, reader => {
    const { head, drawn } = drawNamed(reader, drawName)
    const columns = inspectionKind.columns.filter(column => !OF_OTHERS.includes(column.key))
    return {
      name: '检查记录表',
      columns: columns.map(({ key, headers, type }) => ({
        header: headers[0]!,
        type: type.is === 'day' ? ('date' as const) : ('text' as const),
        width: WIDTHS[key] ?? WIDTHS[type.is] ?? 10,
      })),
      rows: drawn.map(({ agency, officers }) => {
        const known: Record<string, string | null> = {
          batch: head.name,
          uscc: agency.uscc,
          agency_name: agency.name,
          officers: officers.join(';'),
        }
        return columns.map(({ key }) => known[key] ?? null)
      }),
      landscape: true,
      wide: true,
    }
  })
}
