// Computes an evaluation once more and compares with what is stored: a finalized version from the materials and the
// scheme it froze, an open one from what is on file. Writes nothing.
import { createHash } from 'node:crypto'
import { pointsText } from '../../domain/exact.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import { partyOf } from '../../domain/score/party.ts'
import { ranksOf } from '../../domain/score/rank.ts'
import type { SealedPart } from '../../domain/score/version-problems.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames } from '../../store/party.ts'
import { findScheme } from '../../store/reference.ts'
import {
  computedRow,
  digestOf,
  digestOfResults,
  type ResultRow,
  resultRows,
  resultText,
} from '../../store/result.ts'
import { ask, type Desk } from '../desk.ts'
import { beginBasis, computeEach } from './compute.ts'
import { hasRun } from './run-evaluation.ts'
import { evaluationFor, schemeOf } from './which.ts'

export interface Digest {
  part: SealedPart
  kept: string
  found: string
}

export interface Replay {
  evaluation: Evaluation
  /** How many were computed again. */
  agencies: number
  /** Versions finalized before there were versions are compared by what was stored of them since. */
  by: 'bytes' | 'values'
  digests: Digest[]
  problems: Problem[]
}

/** Refuses an open evaluation whose records changed since the last run: there is nothing to compare with. */
export function replayEvaluation(desk: Desk, which: string | null): Replay {
  return ask(desk, reader => {
    const evaluation = hasRun(evaluationFor(reader, which))
    const { rows, basis } = recompute(reader, evaluation)
    if (evaluation.status === 'open' && basis !== evaluation.basis_sha256) {
      throw new Refusal('CX3007', { id: evaluation.id })
    }
    const stored = new Map([...resultRows(reader, evaluation)].map(row => [idOf(row), row]))
    const early = [...stored.values()].some(row => row.detail !== null)
    const digests: Digest[] = [
      { part: 'scheme', ...schemeDigests(reader, evaluation) },
      { part: 'basis', kept: evaluation.basis_sha256!, found: basis },
      // The explanations that early digests cover are not written any more: what is stored is held against them.
      {
        part: 'result',
        kept: evaluation.result_sha256!,
        found: early ? digestOfResults(reader, evaluation) : digestOf(rows),
      },
    ]
    return {
      evaluation,
      agencies: rows.length,
      by: early ? 'values' : 'bytes',
      digests,
      problems: [
        ...digests.filter(d => d.kept !== d.found).map(d => problem('CX1274', d)),
        ...differing(reader, evaluation, stored, rows),
      ],
    }
  })
}

function recompute(reader: Reader, evaluation: Evaluation): { rows: ResultRow[]; basis: string } {
  const digest = beginBasis(reader, evaluation)
  const rows: ResultRow[] = []
  for (const { dossier, basis, result } of computeEach(reader, evaluation)) {
    digest.add(basis)
    rows.push({ ...computedRow(partyOf(dossier), result), rank: null, detail: null })
  }
  const ranks = ranksOf(schemeOf(reader, evaluation), rows)
  for (const [i, row] of rows.entries()) row.rank = ranks[i]!
  return { rows, basis: digest.hex() }
}

function schemeDigests(reader: Reader, evaluation: Evaluation): Pick<Digest, 'kept' | 'found'> {
  const onFile = findScheme(reader, evaluation.scheme_id)!
  const source = evaluation.scheme_source ?? onFile.source
  return {
    kept: evaluation.scheme_sha256 ?? onFile.sha256,
    found: createHash('sha256').update(source).digest('hex'),
  }
}

function differing(
  reader: Reader,
  evaluation: Evaluation,
  stored: ReadonlyMap<number, ResultRow>,
  rows: readonly ResultRow[],
): Problem[] {
  const found = new Map(rows.map(row => [idOf(row), row]))
  const ids = new Set([...stored.keys(), ...found.keys()])
  const names = partyNames(reader, schemeOf(reader, evaluation).applies_to.subject)
  return [...ids].flatMap(id => {
    const [kept, now] = [stored.get(id), found.get(id)]
    if (kept && now && isSame(kept, now)) return []
    const agency = names.get(id)?.name ?? String(id)
    return [problem('CX1275', { agency, kept: kept ? told(kept) : null, found: now ? told(now) : null })]
  })
}

function isSame(kept: ResultRow, now: ResultRow): boolean {
  if (kept.detail === null) return resultText(kept) === resultText(now)
  const values = ({ total, min_total, max_total, computed_grade, grade, rank, scores }: ResultRow) =>
    JSON.stringify([total, min_total, max_total, computed_grade, grade, rank, JSON.parse(scores)])
  return values(kept) === values(now)
}

/** Where totals and grades agree it is the points of indicators that differ: they are told as well. */
function told({ total, min_total, max_total, grade, rank, scores }: ResultRow): string {
  const range = pointsText(total) ?? `${pointsText(min_total)}–${pointsText(max_total)}`
  return `${range} ${grade ?? '—'} #${rank ?? '—'} ${scores}`
}

function idOf({ agency_id, subject_id }: ResultRow): number {
  return (agency_id ?? subject_id)!
}
