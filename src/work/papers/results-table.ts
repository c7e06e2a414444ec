// The score tables as they are asked for: of one agency, of the nominees or of all; a Word paper each, or one table.
import { Refusal } from '../../domain/refusal.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import type { District } from '../../domain/roster/district.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { SheetOut } from '../../formats/xlsx.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { listDistricts } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { hasRun } from '../evaluation/run-evaluation.ts'
import { evaluationFor, schemeOf } from '../evaluation/which.ts'
import { agencyNamed } from '../find-agency.ts'
import { readNominations } from '../nomination/list.ts'
import { ownDistrict } from '../own-district.ts'
import {
  chineseDay,
  codeInName,
  fileName,
  footerNote,
  type Paper,
  type Stationery,
  stationeryOf,
} from './paper.ts'
import { nomineesOf } from './recommendation.ts'
import { fileOf, notesOf, type ResultSheet, resultSheetsOf } from './results.ts'
import { type SheetFormat, sealedSheet } from './sheet.ts'

/** Which agencies: one, or all evaluated or the nominees; of one district (code or name), or everywhere. */
export type ResultScope = { agency: string } | { of: 'all' | 'nominees'; district: string | null }

/** The score tables of a scope, ready to be written as Word or as one table. Refuses an agency that was not evaluated, and schemes for others. */
export function planResults(
  desk: Desk,
  which: string | null,
  scope: ResultScope,
): { sheets: ResultSheet[]; table: (format: SheetFormat) => Paper } {
  return ask(desk, reader => {
    const evaluation = ofAgencies(reader, which)
    const stationery = stationeryOf(desk, reader)
    const { agencies, district } = chosen(reader, evaluation, scope)
    const sheets = within(resultSheetsOf(reader, stationery, evaluation, agencies), district?.code ?? null)
    if ('agency' in scope && sheets.length === 0) throw new Refusal('CX3013', { agency: agencies![0]!.name })
    const table =
      'agency' in scope
        ? tableOfOne(reader, stationery, evaluation, sheets[0]!)
        : tableOfMany(reader, stationery, evaluation, sheets, district)
    return { sheets, table }
  })
}

/** Every Word paper, and every table of all, of each district's and of each agency; all from one computation. */
export function resultCodes(desk: Desk, which: string): (Pick<Paper, 'name' | 'code'> & { about: string })[] {
  return ask(desk, reader => {
    const evaluation = ofAgencies(reader, which)
    const stationery = stationeryOf(desk, reader)
    const sheets = resultSheetsOf(reader, stationery, evaluation, null)
    const told = ({ name, code }: Paper, about: string) => ({
      ...{ name, code: code! },
      about: `${about} --evaluation ${which}`,
    })
    const table = (district: District | null) =>
      tableOfMany(reader, stationery, evaluation, within(sheets, district?.code ?? null), district)('xlsx')
    return [
      ...sheets.map(({ paper }) => told(paper, '--all')),
      told(table(ownDistrict(reader, null)), '--all --format xlsx'),
      ...listDistricts(reader).map(d => told(table(d), `--all --district ${d.code} --format xlsx`)),
      ...sheets.map(sheet =>
        told(
          tableOfOne(reader, stationery, evaluation, sheet)('xlsx'),
          `${codeInName(sheet.agency)} --format xlsx`,
        ),
      ),
    ]
  })
}

/** The table is annex 1 of the notices on agencies; others have `evaluation explain` and the notice of the result. */
function ofAgencies(reader: Reader, which: string | null): Evaluation {
  const evaluation = hasRun(evaluationFor(reader, which))
  const { id, applies_to } = schemeOf(reader, evaluation)
  if (applies_to.subject !== 'agency') throw new Refusal('CX3017', { scheme: id, paper: '评分表' })
  return evaluation
}

/** Null for all that were evaluated. */
function chosen(
  reader: Reader,
  evaluation: Evaluation,
  scope: ResultScope,
): { agencies: readonly Agency[] | null; district: District | null } {
  if ('agency' in scope) return { agencies: [agencyNamed(reader, scope.agency)], district: null }
  const district = ownDistrict(reader, scope.district)
  if (scope.of === 'all') return { agencies: null, district }
  const nominees = nomineesOf(readNominations(reader, evaluation), district?.code)
  return { agencies: nominees.map(n => n.candidate.agency), district }
}

function within(sheets: ResultSheet[], district: string | null): ResultSheet[] {
  return district === null ? sheets : sheets.filter(({ agency }) => agency.district_code === district)
}

/** Of one agency: its office is asked, as on its Word paper. */
function tableOfOne(
  reader: Reader,
  stationery: Stationery,
  evaluation: Evaluation,
  sheet: ResultSheet,
): (format: SheetFormat) => Paper {
  const scheme = schemeOf(reader, evaluation)
  const note = footerNote(stationery, 'results', scheme, sheet.agency.district_code)
  return sealedSheet(stationery, resultsTable(scheme, evaluation, [sheet]), fileName(fileOf(sheet)), note)
}

function tableOfMany(
  reader: Reader,
  stationery: Stationery,
  evaluation: Evaluation,
  sheets: readonly ResultSheet[],
  district: District | null,
): (format: SheetFormat) => Paper {
  const scheme = schemeOf(reader, evaluation)
  const note = footerNote(stationery, 'results', scheme, district?.code ?? null)
  const table = resultsTable(scheme, evaluation, sheets)
  const name = ['评分表', ...(district === null ? [] : [district.code, district.name])]
  const subtitle = `${district === null ? '' : `${district.name}　`}${table.subtitle}`
  return sealedSheet(stationery, { ...table, subtitle }, fileName(name), note)
}

/** All of them in one table, a row for each indicator: one sheet, so that it can be filtered. */
function resultsTable(scheme: Scheme, evaluation: Evaluation, sheets: readonly ResultSheet[]) {
  const { papers, raters, document, title } = scheme
  const text = (header: string, width?: number) => ({
    header,
    type: 'text' as const,
    ...(width ? { width } : {}),
  })
  const points = (header: string, decimals = 2) => ({
    header,
    type: 'decimal' as const,
    decimals,
    align: 'center' as const,
  })
  return {
    name: '评分表',
    title: papers.results.title,
    subtitle: `${evaluation.year}年度　${document} ${title}　截止日${chineseDay(evaluation.as_of)}`,
    notes: notesOf(scheme, evaluation),
    columns: [
      ...[text('统一社会信用代码', 21), text('机构名称', 34), text('推荐范围', 10), text('类别', 10)],
      ...[text('指标', 16), points('满分')],
      // A mean has up to three decimals.
      ...raters.map(r => points(r.name, 3)),
      ...[points('得分'), text('依据', 40), points('总分'), text('等级', 14)],
    ],
    rows: sheets.flatMap(({ agency, district, rows, total, grade }) =>
      rows.map(r => [
        ...[agency.uscc, agency.name, district, r.category, r.indicator, r.points, ...r.means],
        ...[r.score, r.basis, total, grade],
      ]),
    ),
    landscape: true,
  } satisfies SheetOut
}
