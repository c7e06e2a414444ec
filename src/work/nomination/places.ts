// How many may be nominated in each pool: the places in force, less those that titles of earlier years have used up.
import type { Pool } from '../../domain/nomination/pool.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { readPlaces } from '../../store/reference.ts'
import { usedPlaces } from '../quota/used.ts'

export interface PoolPlaces {
  /** In force, over all years of the period where there is one. */
  given: number
  /** By titles that rest on other evaluations of the period. */
  used: number
  left: number
}

/** By the code of the pool, null for all in one. */
export function placesOf(
  reader: Reader,
  scheme: Scheme,
  evaluation: Pick<Evaluation, 'id'>,
  pools: readonly Pool[],
): Map<string | null, PoolPlaces> {
  const { places_total } = nominationOf(scheme)
  const places = readPlaces(reader, scheme.id)
  const gone = usedPlaces(reader, scheme, evaluation.id)
  return new Map(
    pools.map(({ code, kind }) => {
      const given = kind === 'whole' ? places_total.seats : (places.get(code!) ?? 0)
      const used = kind === 'whole' ? [...gone.values()].reduce((a, b) => a + b, 0) : (gone.get(code) ?? 0)
      return [code, { given, used, left: Math.max(0, given - used) }]
    }),
  )
}
