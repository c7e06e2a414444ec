// What an evaluation still lacks, and how much each gap could change; largest first.
import { pointsText } from '../../domain/exact.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { licenseStatusOn } from '../../domain/roster/agency.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { RuleContext, Standing } from '../../domain/score/dossier.ts'
import { limitFires } from '../../domain/score/grade.ts'
import type { RuleResult } from '../../domain/score/outcome.ts'
import { nameOf, type PartyName } from '../../domain/score/party.ts'
import type { IndicatorResult, SubjectResult } from '../../domain/score/result.ts'
import { applyRule } from '../../domain/score/rules.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { subjectsOfOtherTypes } from '../../store/party.ts'
import { ask, type Desk } from '../desk.ts'
import { districtNamed } from '../find-district.ts'
import { type Computed, computeEach, groundsOf } from './compute.ts'
import { elsewhereIn } from './party.ts'
import { evaluationFor } from './which.ts'

export interface Gap {
  /** Null for what concerns the evaluation as a whole. */
  party: PartyName | null
  problem: Problem
  indicator: number | null
  /** Hundredths of a point that the gap leaves open; 0 for what decides without points, and for to-dos. */
  weight: number
  /** Whether total, grade or decision stay unknown because of it; the others are a to-do list. */
  open: boolean
}

export interface Checked {
  evaluation: Evaluation
  scheme: Scheme
  gaps: Gap[]
  /** Sheets that do not count. */
  setAside: Record<Exclude<Standing, 'counted'>, number>
}

/** `district`: code or name; only those who belong to it. */
export function checkEvaluation(desk: Desk, which: string | null, district: string | null): Checked {
  return ask(desk, reader => {
    const evaluation = evaluationFor(reader, which)
    const only = district === null ? null : districtNamed(reader, district).code
    return checkIn(reader, evaluation, only)
  })
}

/** `only`: the code of a district. */
export function checkIn(reader: Reader, evaluation: Evaluation, only: string | null): Checked {
  const { scheme, context } = groundsOf(reader, evaluation)
  const isMeant = ({ district_code }: PartyName) => only === null || district_code === only
  const gaps: Gap[] = []
  const setAside = { withdrawn: 0, excluded: 0 }
  const rated = new Set<string>()
  for (const computed of computeEach(reader, evaluation)) {
    const party = nameOf(computed.dossier)
    for (const { standing, rater_kind } of computed.sheets) if (standing === 'counted') rated.add(rater_kind)
    if (!isMeant(party)) continue
    gaps.push(...gapsOf(scheme, context, party, computed))
    for (const { standing } of computed.sheets) if (standing !== 'counted') setAside[standing] += 1
  }
  gaps.push(...withoutType(reader, evaluation, scheme).filter(gap => isMeant(gap.party!)))
  if (only === null) gaps.push(...neverRated(scheme, rated))
  return { evaluation, scheme, gaps: gaps.sort(byWeight), setAside }
}

/** The heaviest first; of no points, what decides before what is only to be done. */
function byWeight(a: Gap, b: Gap): number {
  return (
    b.weight - a.weight ||
    Number(b.open) - Number(a.open) ||
    idIn(a.party) - idIn(b.party) ||
    (a.indicator ?? 0) - (b.indicator ?? 0)
  )
}

function idIn(party: PartyName | null): number {
  return party?.agency_id ?? party?.subject_id ?? Infinity
}

function gapsOf(scheme: Scheme, context: RuleContext, party: PartyName, computed: Computed): Gap[] {
  const { dossier, sheets, result } = computed
  const { agency } = dossier
  const rated = sheets.some(sheet => sheet.standing === 'counted')
  // What has failed already stays so, whatever is still open.
  const undecided = result.decision === null
  const found: Gap[] = rated ? [] : unrated(scheme, party, result, undecided)
  for (const indicator of result.indicators) {
    const gap = gapOf(scheme, party.name, indicator, { rated, undecided })
    if (gap) found.push({ party, indicator: indicator.number, ...gap })
  }
  found.push(...openLimits(scheme, context, party, computed))
  if (agency?.license_status === 'valid' && licenseStatusOn(agency, context.asOf) === 'expired') {
    const params = { agency: agency.name, stated: '有效', validTo: agency.valid_to! }
    found.push({ party, indicator: 1, weight: 0, open: false, problem: problem('CX3014', params) })
  }
  return found
}

/** One line for somebody whom nobody rated, not one for each indicator. */
function unrated(scheme: Scheme, party: PartyName, result: SubjectResult, undecided: boolean): Gap[] {
  const about = { party, indicator: null }
  const weight = result.max_total - result.min_total
  if (weight > 0 && scheme.indicators.some(i => i.evidence !== 'records' && i.points > 0)) {
    const range = `${pointsText(result.min_total)}–${pointsText(result.max_total)}`
    return [{ ...about, weight, open: true, problem: problem('CX3012', { agency: party.name, range }) }]
  }
  const judged = result.indicators.filter(i => i.evidence !== 'records' && i.condition === 'no_data').length
  if (judged === 0) return []
  const told = problem('CX1295', { name: party.name, conditions: judged })
  return [{ ...about, weight: 0, open: undecided, problem: told }]
}

function gapOf(
  scheme: Scheme,
  agency: string,
  indicator: IndicatorResult,
  { rated, undecided }: { rated: boolean; undecided: boolean },
): Pick<Gap, 'problem' | 'weight' | 'open'> | null {
  const title = `${indicator.number}.${indicator.name}`
  const noData = indicator.rules.filter(r => r.outcome === 'no_data')
  const kinds = indicator.ratings.filter(r => r.count === 0).map(r => raterName(scheme, r.rater_kind))
  const ofRecords = indicator.evidence === 'records'
  if (indicator.score === null && (rated || ofRecords)) {
    const missing = ofRecords ? rulesNamed(noData) : kinds.join('、')
    const range = `${pointsText(indicator.min)}–${pointsText(indicator.max)}`
    const told = problem('CX3010', { agency, indicator: title, missing, range })
    return { weight: indicator.max - indicator.min, open: true, problem: told }
  }
  const hard = noData.filter(r => r.hard)
  if (indicator.condition === 'no_data' && (rated || hard.length > 0)) {
    const missing = [...(rated && !ofRecords ? kinds : []), ...hard.map(ruleName)].join('、')
    const told = problem('CX1291', { name: agency, indicator: title, missing, decided: !undecided })
    return { weight: 0, open: undecided, problem: told }
  }
  if (hard.length === 0) return null
  const told = problem('CX3011', { agency, indicator: title, rule: rulesNamed(noData) })
  return { weight: 0, open: false, problem: told }
}

/** Grade limits of which nobody can say whether they fire: they may bring the grade down. */
function openLimits(scheme: Scheme, context: RuleContext, party: PartyName, { dossier }: Computed): Gap[] {
  return scheme.grade_limits
    .filter(limit => limit.on && limitFires(limit, dossier, context) === 'open')
    .map(limit => {
      const results = limit.rules.map(rule => applyRule(rule, dossier, context))
      const missing = rulesNamed(results.filter(r => r.outcome === 'no_data'))
      const told = { name: party.name, limit: limit.name, grade: limit.grade, missing }
      return { party, indicator: null, weight: 0, open: true, problem: problem('CX1292', told) }
    })
}

/** Subjects whose type the scheme does not know, or whose kind is another: nobody evaluates them, and nobody says so. */
function withoutType(reader: Reader, evaluation: Evaluation, scheme: Scheme): Gap[] {
  const { subject, types } = scheme.applies_to
  if (subject === 'agency' || types.length === 0 || evaluation.status === 'finalized') return []
  const gap = (party: PartyName, told: Problem): Gap => ({
    ...{ party, indicator: null, weight: 0, open: false, problem: told },
  })
  const known = types.map(t => t.name).join('、')
  const ids = types.map(t => t.id)
  return [
    ...subjectsOfOtherTypes(reader, subject, ids, evaluation.as_of).map(({ type, ...party }) =>
      gap(party, problem('CX1293', { name: party.name, type, known })),
    ),
    ...elsewhereIn(reader, evaluation, scheme).map(({ party, kind }) =>
      gap(party, problem('CX1296', { name: party.name, kind, wanted: subject })),
    ),
  ]
}

/** Kinds that have a weight and rated nobody, while others rated. */
function neverRated({ raters, indicators }: Scheme, rated: ReadonlySet<string>): Gap[] {
  if (rated.size === 0) return []
  const asked = new Set(indicators.filter(i => i.evidence !== 'records').flatMap(i => i.raters))
  return raters
    .filter(({ kind, weight }) => weight > 0 && asked.has(kind) && !rated.has(kind))
    .map(({ name, weight }) => {
      const told = problem('CX1294', { rater: name, weight })
      return { party: null, indicator: null, weight: 0, open: false, problem: told }
    })
}

function rulesNamed(rules: readonly RuleResult[]): string {
  return rules.map(ruleName).join('、')
}

function ruleName({ note, type }: RuleResult): string {
  return note ?? type
}

function raterName(scheme: Scheme, kind: string): string {
  return scheme.raters.find(r => r.kind === kind)?.name ?? kind
}
