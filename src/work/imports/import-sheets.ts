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
    plan: (reader, rows) => planSheets(reader, evaluationFor(reader, String(evaluation.id)), scheme, rows),
    stored: plan => ({ ...plan.sheet }),
    apply: (writer, plan, origin) => {
      if (plan.id === null) insertSheet(writer, evaluation.id, plan.sheet, origin)
      else updateSheet(writer, plan.id, plan.sheet, origin)
    },
  }
  return importFile(desk, 'evaluation import', importer, source, options)
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
  const byKey = new Map<string, { plan: RowPlan<SheetPlan>; ratings: Map<number, number>; long: boolean }>()
  for (const row of rows) {
    const problems: Problem[] = []
    const refuse = (found: Fault, key: string) => problems.push(row.problem(found, key))
    const agencyId = belongs(row, evaluation, agencies, refuse)
    const kind = raterKind(scheme, String(row.values.rater_kind))
    if (kind === null) {
      const known = scheme.raters.map(r => r.name).join('、')
      refuse(fault('CX1059', { value: String(row.values.rater_kind), known }), 'rater_kind')
    }
    const { ratings, long } = ratingsOf(row, scheme, refuse)
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
    if (earlier && !(long && earlier.long && !overlaps(earlier.ratings, ratings))) {
      const first = { value: `${kind} ${sheet.rater}`, firstLine: earlier.plan.line }
      planned.bad.push({ index: row.index, problems: [row.problem(fault('CX1052', first), 'rater')] })
      continue
    }
    if (earlier) {
      for (const [number, rating] of ratings) earlier.ratings.set(number, rating)
      continue
    }
    const plan = {
      index: row.index,
      line: row.line,
      action: 'add' as const,
      changes: [],
      plan: { id: null, sheet },
    }
    byKey.set(sheetKey(sheet), { plan, ratings, long })
  }
  for (const { plan, ratings } of byKey.values()) planned.plans.push(settle(plan, ratings, onFile))
  return planned
}

/** Fills in the ratings and tells whether the sheet is new, changed or the same. */
function settle(
  plan: RowPlan<SheetPlan>,
  ratings: Map<number, number>,
  onFile: Map<string, StoredSheet>,
): RowPlan<SheetPlan> {
  const ordered = [...ratings].sort((a, b) => a[0] - b[0])
  const sheet = { ...plan.plan.sheet, ratings: JSON.stringify(Object.fromEntries(ordered)) }
  const existing = onFile.get(sheetKey(sheet))
  if (!existing) return { ...plan, plan: { id: null, sheet } }
  const what = `${sheet.agency_id} ${sheet.rater_kind} ${sheet.rater}`
  const changes = (['ratings', 'note'] as const)
    .filter(field => existing[field] !== sheet[field])
    .map(field => ({ what, field, before: existing[field], after: sheet[field] }))
  return {
    ...plan,
    action: changes.length > 0 ? 'change' : 'same',
    changes,
    plan: { id: existing.id, sheet },
  }
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

function ratingsOf(row: ReadRow, scheme: Scheme, refuse: (found: Fault, key: string) => void) {
  const ratings = new Map<number, number>()
  for (const { number } of scheme.indicators) {
    const rating = row.values[ratingKey(number)]
    if (typeof rating === 'number') ratings.set(number, rating)
  }
  const { indicator: wanted, points } = row.values
  const long = row.present.has('indicator')
  if (long && typeof points === 'number') {
    const indicator = scheme.indicators.find(i => i.number === wanted)
    if (!indicator) {
      const numbers = scheme.indicators.map(i => i.number)
      refuse(
        fault('CX1063', { value: String(wanted ?? ''), indicators: `${numbers[0]}–${numbers.at(-1)}` }),
        'indicator',
      )
    } else if (points > indicator.points * 1e4) {
      const value = ratioText({ n: BigInt(points), d: BigInt(MICRO) }, 2, 6)
      refuse(
        fault('CX1035', {
          value,
          max: pointsText(indicator.points),
          indicator: `${indicator.number}.${indicator.name}`,
        }),
        'points',
      )
    } else ratings.set(indicator.number, points)
  }
  return { ratings, long }
}

function overlaps(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean {
  return [...b.keys()].some(key => a.has(key))
}
