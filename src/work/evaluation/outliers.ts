// Single voices far from the others, for the meeting that settles the ratings.

import type { Scheme } from '../../domain/scheme/scheme.ts'
import { fartherFirst, type Outlier, outliersOf } from '../../domain/score/outliers.ts'
import { nameOf, type PartyName } from '../../domain/score/party.ts'
import { ask, type Desk } from '../desk.ts'
import { materialsOf } from './materials.ts'
import { evaluationFor, schemeOf } from './which.ts'

export type FoundOutlier = Outlier & { party: PartyName }

/** The farthest first; `district`: only of this one. */
export function listOutliers(
  desk: Desk,
  which: string | null,
  district: string | null,
): { scheme: Scheme; outliers: FoundOutlier[] } {
  return ask(desk, reader => {
    const evaluation = evaluationFor(reader, which)
    const scheme = schemeOf(reader, evaluation)
    const outliers: FoundOutlier[] = []
    for (const { dossier, sheets } of materialsOf(reader, evaluation, scheme)) {
      const party = nameOf(dossier)
      if (district !== null && party.district_code !== district) continue
      const found = outliersOf(scheme, dossier.subject?.type ?? null, sheets)
      outliers.push(...found.map(outlier => ({ ...outlier, party })))
    }
    return { scheme, outliers: outliers.sort(fartherFirst) }
  })
}
