// What an evaluation still lacks, and how much each gap could change; largest first.
import { pointsText } from '../../domain/exact.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { licenseStatusOn } from '../../domain/roster/agency.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { nameOf, type PartyName } from '../../domain/score/party.ts'
import type { IndicatorResult } from '../../domain/score/result.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { ask, type Desk } from '../desk.ts'
import { type Computed, computeEach, groundsOf } from './compute.ts'
import { evaluationFor } from './which.ts'

export interface Gap extends PartyName {
  problem: Problem
  indicator: number | null
  /** Hundredths of a point that the gap leaves open; 0 for what cannot change the score. */
  weight: number
  /** Whether the total stays unknown because of it; the others are a to-do list. */
  open: boolean
}

export function checkEvaluation(desk: Desk, which: string | null): { evaluation: Evaluation; gaps: Gap[] } {
  return ask(desk, reader => {
    const evaluation = evaluationFor(reader, which)
    return { evaluation, gaps: gapsIn(reader, evaluation) }
  })
}

/** Largest first. */
export function gapsIn(reader: Reader, evaluation: Evaluation): Gap[] {
  const { scheme } = groundsOf(reader, evaluation)
  const gaps: Gap[] = []
  for (const computed of computeEach(reader, evaluation)) gaps.push(...gapsOf(scheme, evaluation, computed))
  return gaps.sort(
    (a, b) => b.weight - a.weight || idIn(a) - idIn(b) || (a.indicator ?? 0) - (b.indicator ?? 0),
  )
}

function idIn({ agency_id, subject_id }: PartyName): number {
  return (agency_id ?? subject_id)!
}

function gapsOf(scheme: Scheme, evaluation: Evaluation, { dossier, sheets, result }: Computed): Gap[] {
  const about = nameOf(dossier)
  const { agency } = dossier
  const rated = sheets.some(sheet => sheet.standing === 'counted')
  const found: Gap[] = []
  if (!rated && result.max_total > result.min_total) {
    // One line for somebody whom nobody rated, not one for each indicator.
    const range = `${pointsText(result.min_total)}–${pointsText(result.max_total)}`
    const weight = result.max_total - result.min_total
    const told = problem('CX3012', { agency: about.name, range })
    found.push({ ...about, indicator: null, weight, open: true, problem: told })
  }
  for (const indicator of result.indicators) {
    const gap = gapOf(scheme, about.name, indicator, rated)
    if (gap) found.push({ ...about, indicator: indicator.number, ...gap })
  }
  if (agency?.license_status === 'valid' && licenseStatusOn(agency, evaluation.as_of) === 'expired') {
    const params = { agency: agency.name, stated: '有效', validTo: agency.valid_to! }
    found.push({ ...about, indicator: 1, weight: 0, open: false, problem: problem('CX3014', params) })
  }
  return found
}

function gapOf(
  scheme: Scheme,
  agency: string,
  indicator: IndicatorResult,
  rated: boolean,
): Pick<Gap, 'problem' | 'weight' | 'open'> | null {
  const title = `${indicator.number}.${indicator.name}`
  const weight = indicator.max - indicator.min
  const noData = indicator.rules.filter(r => r.outcome === 'no_data')
  const named = noData.map(r => r.note ?? r.type).join('、')
  if (indicator.score === null && (rated || indicator.evidence === 'records')) {
    const kinds = indicator.ratings.filter(r => r.count === 0).map(r => raterName(scheme, r.rater_kind))
    const missing = indicator.evidence === 'records' ? named : kinds.join('、')
    const range = `${pointsText(indicator.min)}–${pointsText(indicator.max)}`
    return { weight, open: true, problem: problem('CX3010', { agency, indicator: title, missing, range }) }
  }
  const hard = noData.filter(r => r.hard)
  if (hard.length === 0) return null
  return { weight: 0, open: false, problem: problem('CX3011', { agency, indicator: title, rule: named }) }
}

function raterName(scheme: Scheme, kind: string): string {
  return scheme.raters.find(r => r.kind === kind)?.name ?? kind
}
