// How firm the cut lines of the districts are: the pairs at each line, varied so many times from a seed. Asked only.
import { createHash } from 'node:crypto'
import { compareKeys } from '../../domain/nomination/choose.ts'
import { cutLine } from '../../domain/nomination/cut-line.ts'
import { isIn, type Pool, poolsOf } from '../../domain/nomination/pool.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import { idOf, nameOf, type PartyName, partyOf } from '../../domain/score/party.ts'
import { type Contender, changesOfPlace, type Places, type Variation } from '../../domain/score/robustness.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listDistricts } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { districtNamed } from '../find-district.ts'
import { isByHand, planNominees, rankingOf } from '../nomination/propose.ts'
import { computeForNomination } from './compute.ts'
import { materialsOf } from './materials.ts'
import { hasRun } from './run-evaluation.ts'
import { evaluationFor } from './which.ts'

export interface PairAtLine extends Places {
  pool: Pool
  /** The last that is nominated, and the first that is not. */
  nominated: { party: PartyName; total: number }
  passed_over: { party: PartyName; total: number }
}

export interface Robustness {
  evaluation: Evaluation
  variation: Variation
  pairs: PairAtLine[]
  /** Where a tie at the line is still to be settled. */
  tied: Pool[]
}

/** Most by which it goes up or down, in ten-thousandths: a weight by 20 %, a rating by 5 % of the points (default). */
const VARIED = { weights: 2000, ratings: 500 }

/** As if the evaluation were finalized as it was run; refuses one whose records changed since. */
export function robustnessOf(
  desk: Desk,
  which: string | null,
  asked: { district: string | null; seed: string; runs: number },
): Robustness {
  return ask(desk, reader => {
    const evaluation = hasRun(evaluationFor(reader, which))
    const basis = computeForNomination(reader, evaluation)
    const { scheme, context } = basis
    const noun = scheme.applies_to.subject
    const ranking = rankingOf(reader, scheme, evaluation)
    const found = new Map(basis.candidates.map(c => [idOf(partyOf(c.dossier)), c]))
    const districts =
      asked.district === null ? listDistricts(reader) : [districtNamed(reader, asked.district)]
    const finalized = { ...evaluation, status: 'finalized' as const }
    const planned = planNominees(reader, finalized, basis, districts).map(p => ({ ...p, id: idOf(p) }))
    const contender = (id: number): Contender => {
      const { dossier } = found.get(id)!
      const [materials] = materialsOf(reader, evaluation, scheme, { noun, ids: [id] })
      const { uscc, code } = nameOf(dossier)
      return {
        code: uscc ?? code ?? String(id),
        materials: materials!,
        keys: total => ranking(total, dossier),
      }
    }
    const lines = poolsOf(nominationOf(scheme), districts).map(pool => ({
      pool,
      // Whoever is in by hand does not stand at the line by points.
      ...cutLine(planned.filter(p => isIn(pool, p.district_code) && !isByHand(p))),
    }))
    const pairs = lines.flatMap(({ pool, last, next }) =>
      last.flatMap(first => next.map(second => ({ pool, first, second }))),
    )
    const variation = { seed: asked.seed, runs: asked.runs, ...VARIED }
    const places = changesOfPlace(
      scheme,
      context,
      pairs.map(({ first, second }) => [contender(first), contender(second)] as const),
      variation,
      text => createHash('sha256').update(text).digest('hex'),
      compareKeys,
    )
    const side = (id: number) => ({ party: nameOf(found.get(id)!.dossier), total: found.get(id)!.total! })
    return {
      evaluation,
      variation,
      pairs: pairs.map(({ pool, first, second }, i) => ({
        pool,
        nominated: side(first),
        passed_over: side(second),
        ...places[i]!,
      })),
      tied: lines.filter(line => line.tied.length > 0).map(line => line.pool),
    }
  })
}
