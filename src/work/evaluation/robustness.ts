// How firm the cut lines of the districts are: the pairs at each line, varied so many times from a seed. Asked only.
import { createHash } from 'node:crypto'
import { drawCode } from '../../domain/inspection/draw.ts'
import { compareKeys } from '../../domain/nomination/choose.ts'
import { cutLine } from '../../domain/nomination/cut-line.ts'
import { rankingKeys } from '../../domain/nomination/keys.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import type { District } from '../../domain/roster/district.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import { type Contender, changesOfPlace, type Places, type Variation } from '../../domain/score/robustness.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listDistricts } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { districtNamed } from '../find-district.ts'
import { planNominees } from '../nomination/propose.ts'
import { computeForNomination } from './compute.ts'
import { materialsOf } from './materials.ts'
import { hasRun } from './run-evaluation.ts'
import { evaluationFor } from './which.ts'

export interface PairAtLine extends Places {
  district: District
  /** The last that is nominated, and the first that is not. */
  nominated: { agency: Agency; total: number }
  passed_over: { agency: Agency; total: number }
}

export interface Robustness {
  evaluation: Evaluation
  variation: Variation
  pairs: PairAtLine[]
  /** Districts where a tie at the line is still to be settled. */
  tied: District[]
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
    const ranking = nominationOf(scheme).ranking.map(r => r.key)
    const found = new Map(basis.agencies.map(a => [a.dossier.agency.id, a]))
    const districts =
      asked.district === null ? listDistricts(reader) : [districtNamed(reader, asked.district)]
    const finalized = { ...evaluation, status: 'finalized' as const }
    const planned = planNominees(reader, finalized, basis, districts).map(p => ({ ...p, id: p.agency_id }))
    const contender = (id: number): Contender => {
      const { dossier } = found.get(id)!
      const [materials] = materialsOf(reader, evaluation, scheme, { noun: 'agency', id })
      return {
        code: drawCode(dossier.agency),
        materials: materials!,
        keys: total => rankingKeys(ranking, total, dossier, evaluation),
      }
    }
    const lines = districts.map(district => ({
      district,
      ...cutLine(planned.filter(p => p.district_code === district.code)),
    }))
    const pairs = lines.flatMap(({ district, last, next }) =>
      last.flatMap(first => next.map(second => ({ district, first, second }))),
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
    const side = (id: number) => ({ agency: found.get(id)!.dossier.agency, total: found.get(id)!.total! })
    return {
      evaluation,
      variation,
      pairs: pairs.map(({ district, first, second }, i) => ({
        district,
        nominated: side(first),
        passed_over: side(second),
        ...places[i]!,
      })),
      tied: lines.filter(line => line.tied.length > 0).map(line => line.district),
    }
  })
}
