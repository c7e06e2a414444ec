// Score sheets of an evaluation, wide or long. Blank is not rated; a kind that an indicator does not take is kept.

import { MICRO, pointsText, ratioText } from '../../domain/exact.ts'
import { type Fault, fault, type Values } from '../../domain/imports/column.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { AgencyIndex } from '../../domain/roster/match.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { ratingKey, sheetColumns, sheetRules } from '../../domain/score/sheet-columns.ts'
import { foldWidth } from '../../domain/text.ts'
import { agenciesById } from '../../store/agency.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { type StoredSheet, sheetsOfAgencies } from '../../store/sheet.ts'
import type { StagedRow } from '../../store/staged.ts'
import { ask, type Desk } from '../desk.ts'
import { evaluationFor, notSuperseded, schemeOf } from '../evaluation/which.ts'
import { type ImportOptions, type ImportOutcome, type ImportSource, importFile } from './import-file.ts'
import { type Importer, type Planner, says, type Verdict } from './importer.ts'

/** Imports score sheets into the evaluation named, or into the only open one. */
export async function importSheets(
  desk: Desk,
  which: string | null,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { evaluation, scheme } = ask(desk, reader => {
    const found = notSuperseded(evaluationFor(reader, which))
    return { evaluation: found, scheme: schemeOf(reader, found) }
  })
  const columns = ['evaluation_id', 'agency_id', 'rater_kind', 'rater', 'ratings', 'note']
  const importer: Importer = {
    kind: 'sheet',
    scope: String(evaluation.id),
    columns: sheetColumns(scheme),
    oneOf: [['uscc', 'name']],
    target: { table: 'sheet', columns },
    checkHeader: present => checkForm(scheme, present),
    plan: (reader, present) => {
      const now = evaluationFor(reader, String(evaluation.id))
      if (now.status === 'finalized') throw new Refusal('CX3005', { id: now.id })
      return new SheetPlanner(reader, now, scheme, present)
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

/** Ratings by indicator number: only what the file has a column or a row for; null is a cell left blank there. */
type Given = Map<number, number | null>

type Refuse = (found: Fault, key: string) => void

class SheetPlanner implements Planner {
  readonly unique: Planner['unique']
  readonly rules = sheetRules
  private readonly reader: Reader
  private readonly evaluation: Evaluation
  private readonly scheme: Scheme
  private readonly present: ReadonlySet<string>
  /** The long form has a column 指标号, one rating a row. */
  private readonly isLong: boolean

  constructor(reader: Reader, evaluation: Evaluation, scheme: Scheme, present: ReadonlySet<string>) {
    this.reader = reader
    this.evaluation = evaluation
    this.scheme = scheme
    this.present = present
    this.isLong = present.has('indicator')
    this.unique = [{ column: 'key', field: this.isLong ? 'indicator' : 'rater' }]
  }

  decide(rows: readonly StagedRow[], agencies: AgencyIndex): Verdict[] {
    return rows.map(({ values }) => {
      const verdict: Verdict = { refused: [], warned: [] }
      const refuse: Refuse = (found, key) => verdict.refused.push({ fault: found, key })
      const agency = this.agencyOf(values, agencies, refuse)
      const kind = this.raterKind(String(values.rater_kind), refuse)
      const given = this.isLong ? this.oneRating(values, refuse) : this.allRatings(values, refuse)
      if (verdict.refused.length > 0 || agency === null || kind === null) return verdict
      const part = [agency, kind, values.rater].join('|')
      const key = this.isLong ? `${part}|${String(values.indicator)}` : part
      const { rater, note } = values
      const staged: Values = { agency_id: agency, rater_kind: kind, rater: rater!, note: note! }
      staged.given = JSON.stringify([...given])
      const rated = this.scheme.indicators.find(i => i.number === values.indicator)
      const indicator = this.isLong && rated ? ` ${rated.number}.${rated.name}` : ''
      const label = `${agencies.nameOf(agency)} ${String(rater)}${indicator}`
      return { ...verdict, decided: { action: 'part', target: null, values: staged, key, part, label } }
    })
  }

  merge(groups: readonly StagedRow[][]): Verdict[] {
    const ids = groups.map(([first]) => Number(first!.values.agency_id))
    const names = new Map(agenciesById(this.reader, ids).map(a => [a.id, a.name]))
    const sheets = sheetsOfAgencies(this.reader, this.evaluation.id, ids)
    const onFile = new Map(sheets.map(s => [[s.agency_id, s.rater_kind, s.rater].join('|'), s]))
    return groups.map(group => {
      const { agency_id, rater_kind, rater } = group[0]!.values
      const existing = onFile.get([agency_id, rater_kind, rater].join('|'))
      return this.lay(group, existing, `${names.get(Number(agency_id))} ${String(rater)}`)
    })
  }

  /** Lays what the file gives over what is on file, and tells what that changes. */
  private lay(group: readonly StagedRow[], existing: StoredSheet | undefined, what: string): Verdict {
    const before = new Map(Object.entries(JSON.parse(existing?.ratings ?? '{}') as Record<string, number>))
    const after = new Map(before)
    for (const { values } of group) {
      for (const [number, rating] of JSON.parse(String(values.given)) as [number, number | null][]) {
        if (rating === null) after.delete(String(number))
        else after.set(String(number), rating)
      }
    }
    if (after.size === 0) return { refused: [{ fault: fault('CX1068', {}), key: 'rater' }], warned: [] }
    const ordered = [...after].sort((a, b) => Number(a[0]) - Number(b[0]))
    const { agency_id, rater_kind, rater, note: given } = group[0]!.values
    const note = (this.present.has('note') ? given : existing?.note) ?? null
    const values: Values = {
      ...{ evaluation_id: this.evaluation.id, agency_id: agency_id!, rater_kind: rater_kind!, rater: rater! },
      ...{ ratings: JSON.stringify(Object.fromEntries(ordered)), note },
    }
    if (!existing) return { refused: [], warned: [], decided: { action: 'add', target: null, values } }
    const changes = this.scheme.indicators
      .map(({ number, name }) => ({
        what,
        field: ratingKey(number),
        header: `${number}.${name}`,
        before: pointsOf(before.get(String(number))),
        after: pointsOf(after.get(String(number))),
      }))
      .filter(change => change.before !== change.after)
    if (note !== existing.note) {
      const after = note === null ? null : String(note)
      changes.push({ what, field: 'note', header: '备注', before: existing.note, after })
    }
    const action = changes.length > 0 ? 'change' : 'same'
    return { refused: [], warned: [], decided: { action, target: existing.id, values }, changes }
  }

  /** The row must be for this evaluation and for an agency on the roster. */
  private agencyOf(values: Values, agencies: AgencyIndex, refuse: Refuse): number | null {
    const { year, scheme, uscc, name } = values
    const { year: expected, scheme_id } = this.evaluation
    if (year !== expected) {
      refuse(fault('CX1058', { given: String(year), expected: String(expected) }), 'year')
    }
    if (scheme !== scheme_id)
      refuse(fault('CX1058', { given: String(scheme), expected: scheme_id }), 'scheme')
    if (uscc === null && name === null) {
      refuse(fault('CX1023', { header: '统一社会信用代码' }), 'uscc')
      return null
    }
    const wanted = sheetRules.wanted(values)!
    const match = agencies.find(wanted)
    const at = uscc === null ? 'name' : 'uscc'
    if ('fault' in match) refuse(match.fault, at)
    else if (match.agency === null) {
      refuse(fault('CX1050', { value: String(uscc ?? name), nearest: agencies.nearestTo(wanted) }), at)
    } else return match.agency.id
    return null
  }

  private raterKind(word: string, refuse: Refuse): string | null {
    const text = foldWidth(word).trim()
    const { raters } = this.scheme
    const found = raters.find(r => r.kind === text || r.name === text || r.also.includes(text))
    if (found) return found.kind
    refuse(fault('CX1059', { value: word, known: raters.map(r => r.name).join('、') }), 'rater_kind')
    return null
  }

  private oneRating({ indicator: wanted, points }: Values, refuse: Refuse): Given {
    const { indicators } = this.scheme
    const indicator = indicators.find(i => i.number === wanted)
    if (!indicator) {
      const known = `${indicators[0]!.number}–${indicators.at(-1)!.number}`
      refuse(fault('CX1063', { value: String(wanted ?? ''), indicators: known }), 'indicator')
      return new Map()
    }
    if (typeof points === 'number' && points > indicator.points * 1e4) {
      const about = {
        value: pointsOf(points) ?? '',
        max: pointsText(indicator.points),
        indicator: `${indicator.number}.${indicator.name}`,
      }
      refuse(fault('CX1035', about), 'points')
    }
    return new Map([[indicator.number, points as number | null]])
  }

  private allRatings(values: Values, refuse: Refuse): Given {
    const given: Given = new Map()
    for (const { number } of this.scheme.indicators) {
      const key = ratingKey(number)
      if (says(values, this.present, key)) given.set(number, values[key] as number | null)
    }
    if ([...given.values()].every(rating => rating === null)) refuse(fault('CX1068', {}), 'rater')
    return given
  }
}

/** Millionths of a point as written. */
function pointsOf(rating: number | undefined): string | null {
  return rating === undefined ? null : ratioText({ n: BigInt(rating), d: BigInt(MICRO) }, 2, 6)
}
