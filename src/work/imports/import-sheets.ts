// Score sheets of an evaluation, wide or long. Blank is not rated; a kind that an indicator does not take is kept. What is
// blank in a form that its rater filled in otherwise is passed over.

import { MICRO, pointsText, ratioText } from '../../domain/exact.ts'
import { notJudged } from '../../domain/imports/cell.ts'
import { type Fault, fault, type Values } from '../../domain/imports/column.ts'
import type { RowRules } from '../../domain/imports/row-rules.ts'
import type { AgencyIndex } from '../../domain/roster/match.ts'
import type { Indicator, Scheme } from '../../domain/scheme/scheme.ts'
import { indicatorsFor } from '../../domain/score/score.ts'
import {
  highestRating,
  raterMissing,
  ratingHeader,
  ratingKey,
  sheetColumns,
  sheetRules,
} from '../../domain/score/sheet-columns.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { ownerOf, type StoredSheet, sheetsOf } from '../../store/sheet.ts'
import type { StagedRow } from '../../store/staged.ts'
import { ask, type Desk } from '../desk.ts'
import { raterKindNamed } from '../evaluation/rater-kind.ts'
import { evaluationFor, notSuperseded, openOne, schemeOf } from '../evaluation/which.ts'
import { type ImportOptions, type ImportOutcome, type ImportSource, importFile } from './import-file.ts'
import { type Importer, type Planner, says, type Verdict } from './importer.ts'
import { type Rated, RatedParties } from './rated.ts'

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
  const { subject } = scheme.applies_to
  const columns = ['evaluation_id', ownerOf(subject), 'rater_kind', 'rater', 'ratings', 'note']
  const importer: Importer = {
    kind: 'sheet',
    scope: String(evaluation.id),
    columns: sheetColumns(scheme),
    oneOf: [[subject === 'agency' ? 'uscc' : 'code', 'name'], ['rater']],
    target: { table: 'sheet', columns },
    checkHeader: present => checkForm(scheme, present),
    plan: (reader, present) => {
      return new SheetPlanner(reader, openOne(reader, String(evaluation.id)), scheme, present)
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
  readonly rules: RowRules
  private readonly reader: Reader
  private readonly evaluation: Evaluation
  private readonly scheme: Scheme
  private readonly present: ReadonlySet<string>
  private readonly parties: RatedParties
  /** The long form has a column 指标号, one rating a row. */
  private readonly isLong: boolean
  /** Raters of whom the file has a rating, by kind and name. */
  private readonly rated = new Set<string>()
  private readonly askedOf = new Map<string | null, ReadonlyMap<number, Indicator>>()

  constructor(reader: Reader, evaluation: Evaluation, scheme: Scheme, present: ReadonlySet<string>) {
    this.reader = reader
    this.evaluation = evaluation
    this.scheme = scheme
    this.present = present
    this.rules = sheetRules(scheme.applies_to.subject)
    this.parties = new RatedParties(reader, scheme)
    this.isLong = present.has('indicator')
    this.unique = [{ column: 'key', field: this.isLong ? 'indicator' : 'rater' }]
  }

  decide(rows: readonly StagedRow[], agencies: AgencyIndex): Verdict[] {
    return rows.map(({ values }) => {
      const { rater, note, indicator } = values
      if (rater === null && this.isBlank(values)) {
        return { ...passedOver, decided: { action: 'merged', target: null, values } }
      }
      const verdict: Verdict = { refused: [], warned: [] }
      const refuse: Refuse = (found, key) => verdict.refused.push({ fault: found, key })
      if (rater === null) refuse(raterMissing.fault, raterMissing.key)
      this.checkEvaluation(values, refuse)
      const party = this.parties.of(values, agencies, refuse)
      const kind = this.raterKind(String(values.rater_kind), refuse)
      const given = this.isLong
        ? this.oneRating(values, party, refuse)
        : this.allRatings(values, party, refuse)
      if (verdict.refused.length > 0 || party === null || kind === null) return verdict
      const part = [party.id, kind, rater].join('|')
      const key = this.isLong ? `${part}|${String(indicator)}` : part
      if ([...given.values()].some(rating => rating !== null)) this.rated.add(`${kind}|${rater}`)
      const staged: Values = { owner: party.id, rater_kind: kind, rater: rater!, note: note! }
      staged.given = JSON.stringify([...given])
      const one = this.isLong ? this.asked(party.type).get(Number(indicator)) : undefined
      const label = `${party.name} ${String(rater)}${one ? ` ${ratingHeader(one)}` : ''}`
      return { ...verdict, decided: { action: 'part', target: null, values: staged, key, part, label } }
    })
  }

  merge(groups: readonly StagedRow[][]): Verdict[] {
    const ids = groups.map(([first]) => Number(first!.values.owner))
    const names = this.parties.names(ids)
    const noun = this.scheme.applies_to.subject
    const onFile = new Map(
      sheetsOf(this.reader, this.evaluation.id, noun, ids).map(s => [
        [s.agency_id ?? s.subject_id, s.rater_kind, s.rater].join('|'),
        s,
      ]),
    )
    return groups.map(group => {
      const { owner, rater_kind, rater } = group[0]!.values
      const existing = onFile.get([owner, rater_kind, rater].join('|'))
      return this.lay(group, existing, `${names.get(Number(owner))} ${String(rater)}`)
    })
  }

  /** Lays what the file gives over what is on file, and tells what that changes. */
  private lay(group: readonly StagedRow[], existing: StoredSheet | undefined, what: string): Verdict {
    const { owner, rater_kind, rater, note: given } = group[0]!.values
    const before = new Map(Object.entries(JSON.parse(existing?.ratings ?? '{}') as Record<string, number>))
    const after = new Map(before)
    let blank = true
    for (const { values } of group) {
      for (const [number, rating] of JSON.parse(String(values.given)) as [number, number | null][]) {
        blank &&= rating === null
        if (rating === null) after.delete(String(number))
        else after.set(String(number), rating)
      }
    }
    // Of a rater who filled in other rows this one was left blank; of one who filled in none, the form is.
    const filledOther = this.rated.has(`${String(rater_kind)}|${String(rater)}`)
    if (blank && filledOther)
      return { ...passedOver, decided: { action: 'merged', target: null, values: group[0]!.values } }
    if (after.size === 0 || (blank && !this.isLong))
      return { refused: [{ fault: fault('CX1068', {}), key: 'rater' }], warned: [] }
    const ordered = [...after].sort((a, b) => Number(a[0]) - Number(b[0]))
    const note = (this.present.has('note') ? given : existing?.note) ?? null
    const values: Values = {
      evaluation_id: this.evaluation.id,
      [ownerOf(this.scheme.applies_to.subject)]: owner!,
      ...{
        rater_kind: rater_kind!,
        rater: rater!,
        ratings: JSON.stringify(Object.fromEntries(ordered)),
        note,
      },
    }
    if (!existing) return { refused: [], warned: [], decided: { action: 'add', target: null, values } }
    const changes = this.scheme.indicators
      .filter(({ number }, i, all) => all.findIndex(other => other.number === number) === i)
      .map(indicator => ({
        what,
        field: ratingKey(indicator.number),
        header: ratingHeader(indicator),
        before: pointsOf(before.get(String(indicator.number))),
        after: pointsOf(after.get(String(indicator.number))),
      }))
      .filter(change => change.before !== change.after)
    if (note !== existing.note) {
      const after = note === null ? null : String(note)
      changes.push({ what, field: 'note', header: '备注', before: existing.note, after })
    }
    const { withdrawn_on: on, withdrawn_reason: reason } = existing
    const taken = on === null ? [] : [{ fault: fault('CX1241', { what, on, reason: reason! }), key: 'rater' }]
    if (changes.length > 0 && on !== null) return { refused: taken, warned: [] }
    const action = changes.length > 0 ? 'change' : 'same'
    return { refused: [], warned: taken, decided: { action, target: existing.id, values }, changes }
  }

  /** The row must be for this evaluation. */
  private checkEvaluation({ year, scheme }: Values, refuse: Refuse): void {
    const { year: expected, scheme_id } = this.evaluation
    if (year !== expected) {
      refuse(fault('CX1058', { given: String(year), expected: String(expected) }), 'year')
    }
    if (scheme !== scheme_id)
      refuse(fault('CX1058', { given: String(scheme), expected: scheme_id }), 'scheme')
  }

  private raterKind(word: string, refuse: Refuse): string | null {
    const found = raterKindNamed(this.scheme, word)
    if (found) return found.kind
    refuse(
      fault('CX1059', { value: word, known: this.scheme.raters.map(r => r.name).join('、') }),
      'rater_kind',
    )
    return null
  }

  private isBlank(values: Values): boolean {
    if (this.isLong) return values.points === null
    return this.scheme.indicators.every(({ number }) => (values[ratingKey(number)] ?? null) === null)
  }

  private oneRating({ indicator: wanted, points }: Values, party: Rated | null, refuse: Refuse): Given {
    const { indicators } = this.scheme
    const rating = points as number | null
    if (!indicators.some(i => i.number === wanted)) {
      const numbers = indicators.map(i => i.number)
      const known = `${Math.min(...numbers)}–${Math.max(...numbers)}`
      refuse(fault('CX1063', { value: String(wanted ?? ''), indicators: known }), 'indicator')
      return new Map()
    }
    const number = Number(wanted)
    if (party) this.checkRating(number, rating, party, { rating: 'points', number: 'indicator' }, refuse)
    return new Map([[number, rating]])
  }

  private allRatings(values: Values, party: Rated | null, refuse: Refuse): Given {
    const given: Given = new Map()
    for (const { number } of this.scheme.indicators) {
      const key = ratingKey(number)
      if (!says(values, this.present, key)) continue
      const rating = values[key] as number | null
      // Columns of other types of subjects stay blank.
      if (party && rating === null && !this.asked(party.type).has(number)) continue
      if (party && !given.has(number))
        this.checkRating(number, rating, party, { rating: key, number: key }, refuse)
      given.set(number, rating)
    }
    return given
  }

  /** What is asked of one type of subject is not asked of another, or with other points. */
  private checkRating(
    number: number,
    rating: number | null,
    { type }: Rated,
    at: { rating: string; number: string },
    refuse: Refuse,
  ): void {
    if (rating === null) return
    const indicator = this.asked(type).get(number)
    if (indicator === undefined) {
      const { types } = this.scheme.applies_to
      const of = types.find(t => t.id === type)?.name ?? String(type)
      refuse(fault('CX1242', { number, type: of }), at.number)
    } else if (rating > highestRating(indicator) && indicator.points > 0) {
      const max = pointsText(indicator.points)
      refuse(
        fault('CX1035', { value: pointsOf(rating)!, max, indicator: ratingHeader(indicator) }),
        at.rating,
      )
    } else if (indicator.points === 0 && rating !== 0 && rating !== MICRO) {
      refuse(notJudged(pointsOf(rating)!), at.rating)
    }
  }

  private asked(type: string | null): ReadonlyMap<number, Indicator> {
    let found = this.askedOf.get(type)
    if (found === undefined) {
      found = new Map(indicatorsFor(this.scheme, type).map(i => [i.number, i]))
      this.askedOf.set(type, found)
    }
    return found
  }
}

const passedOver = { refused: [], warned: [{ fault: fault('CX1240', {}), key: 'rater' }] }

/** Millionths of a point as written. */
function pointsOf(rating: number): string
function pointsOf(rating: number | undefined): string | null
function pointsOf(rating: number | undefined): string | null {
  return rating === undefined ? null : ratioText({ n: BigInt(rating), d: BigInt(MICRO) }, 2, 6)
}
