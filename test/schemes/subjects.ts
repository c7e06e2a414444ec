// Subjects of the shipped schemes in good standing, and how a scheme scores them.

import type { Activity } from '../../src/domain/records/activity.ts'
import type { Metric } from '../../src/domain/records/metric.ts'
import type { Scheme, SubjectNoun } from '../../src/domain/scheme/scheme.ts'
import { type Dossier, type Materials, ruleContext, type Sheet } from '../../src/domain/score/dossier.ts'
import type { IndicatorResult, SubjectResult } from '../../src/domain/score/result.ts'
import { indicatorsFor, scoreSubject } from '../../src/domain/score/score.ts'
import { readShippedScheme } from '../../src/schemes/library.ts'
import { activity, calendar, dossier, schemes } from '../domain/fixtures.ts'

export function shipped(id: string): Scheme {
  return structuredClone(readShippedScheme(schemes, id).scheme)
}

/** A figure of 2022 by its name; a share of one for rates, 1 for yes. */
export function figure(name: string, value: number, given: Partial<Metric> = {}): Metric {
  return { metric: name, period: '2022', value: Math.round(value * 1_000_000), unit: null, ...given }
}

export function figures(all: Readonly<Record<string, number>>): Metric[] {
  return Object.entries(all).map(([name, value]) => figure(name, value))
}

/** One activity of a kind in each quarter of 2022. */
export function eachQuarter(kind: string): Activity[] {
  return ['02-10', '05-10', '08-10', '11-10'].map(day =>
    activity({ kind, title: `${kind} ${day}`, held_on: `2022-${day}` }),
  )
}

/** Nothing on file but who it is. */
export function subject(
  kind: Exclude<SubjectNoun, 'agency'>,
  type: string | null,
  given: Partial<Dossier> = {},
): Dossier {
  const own = { id: 1, kind, type, name: '样例', code: null, district_code: null, post: null }
  const days = { started_on: '2010-01-01', ended_on: null }
  return { ...dossier(), agency: null, subject: { ...own, ...days }, ...given }
}

/** One sheet of each rater kind with the same share of the points everywhere; conditions are judged met. */
export function sheetsOf(scheme: Scheme, type: string | null, share = 1): Sheet[] {
  return scheme.raters.map(({ kind }) => ({
    rater_kind: kind,
    rater: kind,
    standing: 'counted',
    ratings: Object.fromEntries(
      indicatorsFor(scheme, type)
        .filter(i => i.evidence !== 'records' && i.raters.includes(kind))
        .map(i => [i.number, i.points === 0 ? 1_000_000 : i.points * 10_000 * share]),
    ),
  }))
}

export function score(
  scheme: Scheme,
  own: Dossier,
  given: Partial<Materials> & { asOf?: string } = {},
): SubjectResult {
  const { asOf = '2022-12-31', ...more } = given
  const context = ruleContext(asOf, scheme.metrics, { calendar, complaintLimit: 60 })
  const sheets = sheetsOf(scheme, own.subject?.type ?? null)
  return scoreSubject(scheme, { dossier: own, sheets, overrides: [], earlier: [], ...more }, context)
}

export function indicator({ indicators }: SubjectResult, number: number): IndicatorResult {
  return indicators.find(i => i.number === number)!
}
