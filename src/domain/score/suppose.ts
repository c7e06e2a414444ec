// What if: a scheme with other weights, points or cap, and materials without some records. Nothing here is ever stored.
import { roundHalfUp } from '../exact.ts'
import { metricWord } from '../records/metric.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { nameKey } from '../text.ts'
import { changeRef, inspectionRef, offenseRef } from './countable.ts'
import type { Dossier, Materials } from './dossier.ts'

export interface Supposed {
  /** By rater kind. */
  weights: ReadonlyMap<string, number>
  /** Per cent. */
  cap: number | null
  /** By indicator number, hundredths. */
  points: ReadonlyMap<number, number>
}

export function supposeScheme(scheme: Scheme, { weights, cap, points }: Supposed): Scheme {
  return {
    ...scheme,
    raters: scheme.raters.map(r => ({ ...r, weight: weights.get(r.kind) ?? r.weight })),
    scoring:
      cap === null ? scheme.scoring : { ...scheme.scoring, cap: { ...scheme.scoring.cap, percent: cap } },
    indicators: scheme.indicators.map(i => ({ ...i, points: points.get(i.number) ?? i.points })),
  }
}

/** Ratings keep their share of the points where an indicator gets others; to a millionth of a point, halves up. */
export function supposeSheets(
  scheme: Scheme,
  sheets: Materials['sheets'],
  points: Supposed['points'],
): Materials['sheets'] {
  if (points.size === 0) return sheets
  const before = new Map(scheme.indicators.map(i => [i.number, i.points]))
  return sheets.map(sheet => {
    const ratings = { ...sheet.ratings }
    for (const [number, after] of points) {
      const rating = ratings[number]
      if (rating === undefined) continue
      ratings[number] = roundHalfUp({ n: BigInt(rating) * BigInt(after), d: BigInt(before.get(number)!) }, 0)
    }
    return { ...sheet, ratings }
  })
}

/** Registers whose records can be left out, and what explanations call each of them. */
const REFS: {
  [R in Register]: (record: Dossier[R][number], scheme: Pick<Scheme, 'metrics'>) => string[]
} = {
  complaints: c => [c.complaint_no],
  penalties: p => [p.decision_no],
  offenses: o => [offenseRef(o)],
  changes: c => [changeRef(c)],
  honors: h => [h.cert_no ?? h.title],
  commitments: c => [c.signed_on],
  activities: a => [a.title],
  inspections: i => [inspectionRef(i)],
  annual_checks: c => [String(c.year)],
  metrics: ({ metric, period }, { metrics }) => {
    const declared = metrics.filter(m => [m.name, ...m.also].map(nameKey).includes(nameKey(metric)))
    return [metricWord(metric), ...declared.map(m => m.name)].map(name => `${name} ${period}`)
  },
}
type Register =
  | 'complaints'
  | 'penalties'
  | 'offenses'
  | 'changes'
  | 'honors'
  | 'commitments'
  | 'activities'
  | 'inspections'
  | 'annual_checks'
  | 'metrics'

const registers = Object.keys(REFS) as Register[]

/** What explanations call the records of a dossier. */
export function recordRefs(dossier: Dossier, scheme: Pick<Scheme, 'metrics'>): string[] {
  return registers.flatMap(register => dossier[register].flatMap(record => refsOf(register, record, scheme)))
}

/** `keys`: names of records, as `nameKey` has them. */
export function withoutRecords<D extends Dossier>(
  dossier: D,
  scheme: Pick<Scheme, 'metrics'>,
  keys: ReadonlySet<string>,
): D {
  const left = registers.map(register => [
    register,
    (dossier[register] as Dossier[Register][number][]).filter(
      record => !refsOf(register, record, scheme).some(ref => keys.has(nameKey(ref))),
    ),
  ])
  return { ...dossier, ...(Object.fromEntries(left) as Pick<Dossier, Register>) }
}

function refsOf(
  register: Register,
  record: Dossier[Register][number],
  scheme: Pick<Scheme, 'metrics'>,
): string[] {
  return REFS[register](record as never, scheme)
}
