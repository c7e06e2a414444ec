// Score sheets of an evaluation, wide or long. Blank is not rated; a kind that an indicator does not take is kept.

import { MICRO, pointsText, ratioText } from '../../domain/exact.ts'
import { type Fault, fault } from '../../domain/imports/column.ts'
import type { ReadRow } from '../../domain/imports/read-rows.ts'
import type { Problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import { AgencyIndex } from '../../domain/roster/match.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { ratingKey, sheetColumns } from '../../domain/score/sheet-columns.ts'
import { foldWidth } from '../../domain/text.ts'
import { listAgencyKeys } from '../../store/agency.ts'
import {
  type Evaluation,
  insertSheet,
  listSheets,
  type StoredSheet,
  updateSheet,
} from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { ask, type Desk } from '../desk.ts'
import { evaluationFor, schemeOf } from '../evaluation/which.ts'
import {
  type Importer,
  type ImportOptions,
  type ImportOutcome,
  type ImportSource,
  importFile,
  type RowPlan,
  type RowPlans,
} from './import-file.ts'

interface SheetPlan {
  id: number | null
  sheet: Omit<StoredSheet, 'id'>
}

/** Imports score sheets into the evaluation named, or into the only open one. */
export async function importSheets(
  desk: Desk,
  which: string | null,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { evaluation, scheme } = ask(desk, reader => {
    const found = evaluationFor(reader, which)
    return { evaluation: found, scheme: schemeOf(reader, found) }
  })
  const importer: Importer<SheetPlan> = {
    kind: 'sheet',
    scope: String(evaluation.id),
    columns: sheetColumns(scheme),
    oneOf: [['uscc', 'name']],
    table: 'sheet',
    checkHeader: present => checkForm(scheme, present),
    plan: (reader, rows) => planSheets(reader, evaluationFor(reader, String(evaluation.id)), scheme, rows),
    stored: plan => ({ ...plan.sheet }),
    apply: (writer, plan, origin) => {
      if (plan.id === null) insertSheet(writer, evaluation.id, plan.sheet, origin)
      else updateSheet(writer, plan.id, plan.sheet, origin)
    },
  }
  return importFile(desk, 'evaluation import', importer, source, options)
}

/** Wide or long, and something to rate. */
function checkForm(scheme: Scheme, present: ReadonlySet<string>): Fault[] {
  const wide = scheme.indicators.some(i => present.has(ratingKey(i.number)))
  const long = present.has('indicator')
  if (wide && long) return [fault('CX1067', {})]
  const { number, name } = scheme.indicators[0]!
  return wide || long ? [] : [fault('CX1020', { header: `${number}.${name}`, nearest: '' })]
}

function planSheets(
  reader: Reader,
  evaluation: Evaluation,
  scheme: Scheme,
  rows: readonly ReadRow[],
): RowPlans<SheetPlan> {
  if (evaluation.status === 'finalized') throw new Refusal('CX3005', { id: evaluation.id })
  const agencies = new AgencyIndex(listAgencyKeys(reader))
  const onFile = new Map(listSheets(reader, evaluation.id).map(s => [sheetKey(s), s]))
  const planned: RowPlans<SheetPlan> = { plans: [], bad: [], warnings: [] }
  const byKey = new Map<string, Draft>()
  for (const row of rows) {
    const problems: Problem[] = []
    const refuse = (found: Fault, key: string) => problems.push(row.problem(found, key))
    const agencyId = belongs(row, evaluation, agencies, refuse)
    const kind = raterKind(scheme, String(row.values.rater_kind))
    if (kind === null) {
      const known = scheme.raters.map(r => r.name).join('、')
      refuse(fault('CX1059', { value: String(row.values.rater_kind), known }), 'rater_kind')
    }
    const given = ratingsOf(row, scheme, refuse)
    if (problems.length > 0 || agencyId === null || kind === null) {
      planned.bad.push({ index: row.index, problems })
      continue
    }
    const sheet = {
      agency_id: agencyId,
      rater_kind: kind,
      rater: String(row.values.rater),
      ratings: '',
      note: row.values.note as string | null,
    }
    const earlier = byKey.get(sheetKey(sheet))
    if (earlier && !(isLong(row) && !overlaps(earlier.given, given))) {
      const first = { value: `${agencies.nameOf(agencyId)} ${sheet.rater}`, firstLine: earlier.row.line }
      const problem = row.problem(fault('CX1052', first), 'rater')
      planned.bad.push({ index: row.index, problems: [problem], twin: earlier.row.line })
    } else if (earlier) {
      for (const [number, rating] of given) earlier.given.set(number, rating)
    } else byKey.set(sheetKey(sheet), { row, sheet, given })
  }
  for (const draft of byKey.values()) planned.plans.push(settle(draft, scheme, agencies, onFile))
  return planned
}

interface Draft {
  /** The first row of the sheet. */
  row: ReadRow
  sheet: SheetPlan['sheet']
  /** Only what the file has a column or a row for; null is a cell left blank there. */
  given: Map<number, number | null>
}

/** Lays what the file gives over what is on file, and tells what that changes. */
function settle(
  { row, sheet, given }: Draft,
  scheme: Scheme,
  agencies: AgencyIndex,
  onFile: Map<string, StoredSheet>,
): RowPlan<SheetPlan> {
  const existing = onFile.get(sheetKey(sheet))
  const before = new Map(Object.entries(JSON.parse(existing?.ratings ?? '{}') as Record<string, number>))
  const after = new Map(before)
  for (const [number, rating] of given) {
    if (rating === null) after.delete(String(number))
    else after.set(String(number), rating)
  }
  const ordered = [...after].sort((a, b) => Number(a[0]) - Number(b[0]))
  const note = row.present.has('note') ? sheet.note : (existing?.note ?? null)
  const settled = { ...sheet, note, ratings: JSON.stringify(Object.fromEntries(ordered)) }
  const place = { index: row.index, line: row.line }
  if (!existing) return { ...place, action: 'add', changes: [], plan: { id: null, sheet: settled } }
  const what = `${agencies.nameOf(sheet.agency_id)} ${sheet.rater}`
  const points = (rating: number | undefined) =>
    rating === undefined ? null : ratioText({ n: BigInt(rating), d: BigInt(MICRO) }, 2, 6)
  const changes = scheme.indicators
    .map(({ number, name }) => ({
      what,
      field: ratingKey(number),
      header: `${number}.${name}`,
      before: points(before.get(String(number))),
      after: points(after.get(String(number))),
    }))
    .filter(change => change.before !== change.after)
  if (note !== existing.note) {
    changes.push({ what, field: 'note', header: '备注', before: existing.note, after: note })
  }
  const action = changes.length > 0 ? 'change' : 'same'
  return { ...place, action, changes, plan: { id: existing.id, sheet: settled } }
}

function sheetKey(sheet: { agency_id: number; rater_kind: string; rater: string }): string {
  return [sheet.agency_id, sheet.rater_kind, sheet.rater].join('|')
}

/** The row must be for this evaluation and for an agency on the roster. */
function belongs(
  row: ReadRow,
  evaluation: Evaluation,
  agencies: AgencyIndex,
  refuse: (found: Fault, key: string) => void,
): number | null {
  const { year, scheme, uscc, name } = row.values
  if (year !== evaluation.year)
    refuse(fault('CX1058', { given: String(year), expected: String(evaluation.year) }), 'year')
  if (scheme !== evaluation.scheme_id)
    refuse(fault('CX1058', { given: String(scheme), expected: evaluation.scheme_id }), 'scheme')
  const at = uscc === null ? 'name' : 'uscc'
  if (uscc === null && name === null) {
    refuse(fault('CX1023', { header: '统一社会信用代码' }), 'uscc')
    return null
  }
  const wanted = {
    uscc: uscc as string | null,
    license_no: null,
    name: name as string | null,
    district_code: null,
  }
  const match = agencies.find(wanted)
  if ('fault' in match) refuse(match.fault, at)
  else if (match.agency === null) {
    refuse(fault('CX1050', { value: String(uscc ?? name), nearest: agencies.nearestTo(wanted) }), at)
  } else return match.agency.id
  return null
}

function raterKind(scheme: Scheme, word: string): string | null {
  const text = foldWidth(word).trim()
  return scheme.raters.find(r => r.kind === text || r.name === text || r.also.includes(text))?.kind ?? null
}

/** The long form has a column 指标号, one rating a row. */
function isLong(row: ReadRow): boolean {
  return row.present.has('indicator')
}

function ratingsOf(
  row: ReadRow,
  scheme: Scheme,
  refuse: (found: Fault, key: string) => void,
): Draft['given'] {
  const given: Draft['given'] = new Map()
  if (isLong(row)) {
    const { indicator: wanted, points } = row.values
    const indicator = scheme.indicators.find(i => i.number === wanted)
    if (!indicator) {
      const numbers = scheme.indicators.map(i => i.number)
      const indicators = `${numbers[0]}–${numbers.at(-1)}`
      refuse(fault('CX1063', { value: String(wanted ?? ''), indicators }), 'indicator')
    } else if (typeof points === 'number' && points > indicator.points * 1e4) {
      const value = ratioText({ n: BigInt(points), d: BigInt(MICRO) }, 2, 6)
      const about = {
        value,
        max: pointsText(indicator.points),
        indicator: `${indicator.number}.${indicator.name}`,
      }
      refuse(fault('CX1035', about), 'points')
    } else given.set(indicator.number, points as number | null)
    return given
  }
  for (const { number } of scheme.indicators) {
    const key = ratingKey(number)
    if (row.present.has(key)) given.set(number, row.values[key] as number | null)
  }
  if ([...given.values()].every(rating => rating === null)) refuse(fault('CX1068', {}), 'rater')
  return given
}

function overlaps(a: Draft['given'], b: Draft['given']): boolean {
  return [...b.keys()].some(key => a.has(key))
}
