// All files of the fictional city, by name. Pure: the same bytes on every call.

import { ACTIVITY_HEADER, activityRows, COMMITMENT_HEADER, commitmentRows } from './activities.ts'
import { cityAgencies } from './agencies.ts'
import { COMPLAINT_HEADER, complaintRows } from './complaints.ts'
import { excelDay, toDate } from './days.ts'
import { DISTRICTS } from './districts.ts'
import { type Cell, csvBytes, workbookBytes } from './files.ts'
import { INSPECTION_HEADER, inspectionRows } from './inspections.ts'
import { METRIC_HEADER, metricRows } from './metrics.ts'
import type { Agency } from './model.ts'
import { PAPER_HEADER, paperRows } from './papers.ts'
import { HONOR_HEADER, honorRows, PENALTY_HEADER, penaltyRows } from './records.ts'
import { SCORE_HEADER, scoreRows } from './scores.ts'

type Column = readonly [
  header: string,
  width: number,
  kind: 'text' | 'number' | 'date',
  get: (a: Agency) => string,
]

const QUOTA_HEADER = ['区划代码', '推荐范围', '推荐名额', '备注']

/** The places of the notice, with the row of totals that such tables end in. */
function quotaRows(): string[][] {
  const rows = DISTRICTS.map(({ code, name, places }) => [code, name, String(places), '附件2'])
  const total = DISTRICTS.reduce((sum, { places }) => sum + places, 0)
  return [...rows, ['', '合计', String(total), '']]
}

const ROSTER: readonly Column[] = [
  ['机构名称', 40, 'text', a => a.name],
  ['统一社会信用代码', 22, 'text', a => a.uscc],
  ['机构类别', 10, 'text', a => a.agencyKind],
  ['机构性质', 14, 'text', a => a.ownership],
  ['许可证编号', 30, 'text', a => a.licenseNo],
  ['发证机关', 24, 'text', a => a.issuer],
  ['发证日期', 12, 'date', a => a.issuedOn],
  ['有效期至', 12, 'date', a => a.validTo],
  ['法定代表人', 12, 'text', a => a.legalRep],
  ['住所地址', 26, 'text', a => a.address],
  ['推荐范围', 12, 'text', a => a.district.name],
  ['区划代码', 10, 'text', a => a.district.code],
  ['联系电话', 14, 'text', a => a.phone],
  ['服务范围', 36, 'text', a => a.scope],
  ['从业起始日期', 14, 'date', a => a.businessStart],
  ['从业人员数', 12, 'number', a => String(a.staffCount)],
  ['标准等级', 10, 'text', a => a.standardGrade],
  ['年检年份', 10, 'number', a => a.annualYear],
  ['年检结论', 10, 'text', a => a.annualResult],
  ['状态', 8, 'text', a => a.status],
]

const ROSTER_HEADER = ['序号', ...ROSTER.map(([header]) => header)]

function rosterCsv(agencies: readonly Agency[]): Uint8Array {
  const rows = agencies.map((agency, i) => [
    String(i + 1),
    ...ROSTER.map(([, , kind, get]) => (kind === 'date' ? excelDay(get(agency)) : get(agency))),
  ])
  return csvBytes(ROSTER_HEADER, rows, 'gb18030')
}

function cell(kind: 'text' | 'number' | 'date', text: string): Cell {
  if (text === '') return null
  if (kind === 'text') return text
  return kind === 'number' ? Number(text) : toDate(text)
}

function rosterXlsx(agencies: readonly Agency[]): Promise<Uint8Array> {
  const rows = agencies.map((agency, i) => [
    i + 1,
    ...ROSTER.map(([, , kind, get]) => cell(kind, get(agency))),
  ])
  return workbookBytes('名录', ROSTER_HEADER, rows, [6, ...ROSTER.map(([, width]) => width)])
}

export async function cityFiles(): Promise<Map<string, Uint8Array>> {
  const agencies = cityAgencies()
  const utf8 = (header: readonly string[], rows: readonly string[][]): Uint8Array =>
    csvBytes(header, rows, 'utf8-bom')
  return new Map([
    ['roster.csv', rosterCsv(agencies)],
    ['roster.xlsx', await rosterXlsx(agencies)],
    ['complaints.csv', utf8(COMPLAINT_HEADER, complaintRows(agencies))],
    ['penalties.csv', csvBytes(PENALTY_HEADER, penaltyRows(agencies), 'gb18030')],
    ['honors.csv', utf8(HONOR_HEADER, honorRows(agencies))],
    ['commitments.csv', utf8(COMMITMENT_HEADER, commitmentRows(agencies))],
    ['activities.csv', utf8(ACTIVITY_HEADER, activityRows(agencies))],
    ['inspection.csv', utf8(INSPECTION_HEADER, inspectionRows(agencies))],
    ['metrics.csv', utf8(METRIC_HEADER, metricRows(agencies))],
    ['papers.csv', utf8(PAPER_HEADER, paperRows(agencies))],
    ['quota.csv', utf8(QUOTA_HEADER, quotaRows())],
    ['scores.csv', utf8(SCORE_HEADER, scoreRows(agencies))],
  ])
}
