// Computing an evaluation from what is on file: pure from the dossiers and sheets on, repeatable to the byte.
import { createHash } from 'node:crypto'
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Dossier, RuleContext, Sheet } from '../../domain/score/dossier.ts'
import { rankByTotal } from '../../domain/score/rank.ts'
import { type AgencyResult, scoreAgency } from '../../domain/score/score.ts'
import { readDossiers } from '../../store/dossier.ts'
import {
  type Evaluation,
  listResults,
  listSheets,
  resultText,
  type StoredSheet,
} from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { findScheme } from '../../store/reference.ts'
import { limitRules } from '../limit-rules.ts'
import { schemeOf } from './which.ts'

export interface Computed {
  scheme: Scheme
  context: RuleContext
  agencies: {
    dossier: Dossier
    sheets: StoredSheet[]
    result: AgencyResult
    rank: number | null
    basis: string
  }[]
  /** Of all results, and of everything they were computed from (scheme, as-of day, records, sheets). */
  digests: { result: string; basis: string }
}

/** Scores every agency that the scheme applies to, from what is on file now. Writes nothing. */
export function compute(reader: Reader, evaluation: Evaluation): Computed {
  const scheme = schemeOf(reader, evaluation)
  const context = contextOf(reader, scheme, evaluation.as_of)
  const sheets = new Map<number, StoredSheet[]>()
  for (const sheet of listSheets(reader, evaluation.id)) {
    const list = sheets.get(sheet.agency_id)
    if (list) list.push(sheet)
    else sheets.set(sheet.agency_id, [sheet])
  }
  const subjects = readDossiers(reader).filter(d => scheme.applies_to.kinds.includes(d.agency.kind))
  const scored = subjects.map(dossier => {
    const own = sheets.get(dossier.agency.id) ?? []
    const result = scoreAgency(scheme, dossier, own.map(readSheet), context)
    return { dossier, sheets: own, result, basis: basisOf(dossier, own) }
  })
  const ranks = rankByTotal(scored.map(s => s.result.total))
  const agencies = scored.map((s, i) => ({ ...s, rank: ranks[i]! }))
  return { scheme, context, agencies, digests: digest(reader, evaluation, agencies) }
}

/**
 * Everything that a result was computed from; who stood out in the month is no part of it. Metrics and offenses are
 * named only where there are any: a run of an earlier version, which knew none, is not stale for being looked at by
 * this one.
 */
function basisOf(
  { metrics, offenses, outstanding: _outstanding, ...dossier }: Dossier,
  sheets: readonly StoredSheet[],
): string {
  return JSON.stringify({
    ...dossier,
    ...(metrics.length > 0 ? { metrics } : {}),
    ...(offenses.length > 0 ? { offenses } : {}),
    sheets: sheets.map(({ id: _id, ...sheet }) => sheet),
  })
}

/**
 * What nominations are chosen from: the stored results of the last run beside today's records. A finalized result
 * stands; what became known since still counts at the gates. Refuses an open evaluation whose records changed.
 */
export function computeForNomination(reader: Reader, evaluation: Evaluation): Computed {
  const computed = compute(reader, evaluation)
  if (evaluation.status === 'open' && computed.digests.basis !== evaluation.basis_sha256) {
    throw new Refusal('CX3007', { id: evaluation.id })
  }
  const stored = new Map(listResults(reader, evaluation.id).map(r => [r.agency_id, r]))
  const agencies = computed.agencies.flatMap(agency => {
    const result = stored.get(agency.dossier.agency.id)
    return result ? [{ ...agency, result: result.detail, rank: result.rank }] : []
  })
  return { ...computed, agencies }
}

export function contextOf(reader: Reader, scheme: Scheme, asOf: string): RuleContext {
  return { asOf, ...limitRules(reader, scheme) }
}

function readSheet(sheet: StoredSheet): Sheet {
  const ratings = Object.entries(JSON.parse(sheet.ratings) as Record<string, number>)
  return {
    rater_kind: sheet.rater_kind,
    rater: sheet.rater,
    ratings: new Map(ratings.map(([number, rating]) => [Number(number), rating])),
  }
}

function digest(reader: Reader, evaluation: Evaluation, agencies: Computed['agencies']): Computed['digests'] {
  const basis = createHash('sha256')
  const result = createHash('sha256')
  const scheme = evaluation.scheme_sha256 ?? findScheme(reader, evaluation.scheme_id)!.sha256
  basis.update(`${scheme}\n${evaluation.as_of}\n`)
  for (const agency of agencies) {
    basis.update(`${agency.basis}\n`)
    const { rank, result: found } = agency
    const text = { ...found, agency_id: agency.dossier.agency.id, rank, detail: JSON.stringify(found) }
    result.update(resultText(text))
  }
  return { result: result.digest('hex'), basis: basis.digest('hex') }
}
