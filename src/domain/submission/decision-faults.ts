// What people decided, as a package tells it: rulings, who stood out, score sheets and points set by hand. Each is about
// whom it can be about, is there once, and no later than the package.
import { nameKey } from '../text.ts'
import type { PackageContent } from './package.ts'
import { amiss, type PartFault, type Wanted } from './shape.ts'

const NOMINATION = 'data/nomination.json'

/** What a file takes of each kind of ruling. */
export function rulingFaults({ nomination, manifest }: PackageContent): PartFault[] {
  const seen = new Set<string>()
  return nomination.rulings.flatMap(({ kind, gate, agency, method, tied, ruled_on }, i) => {
    const about = (field: string, wanted: Wanted, holds: boolean): PartFault[] =>
      holds ? [] : [amiss(NOMINATION, `rulings[${i}].${field}`, wanted)]
    const byHand = kind === 'add' || kind === 'drop'
    // The last word holds: nobody is in and out by hand. A district may have several ties.
    const same = {
      gate: `gate ${gate}`,
      share: 'share',
      tie: `tie ${i}`,
      add: `${agency}`,
      drop: `${agency}`,
    }
    const once = !seen.has(same[kind])
    seen.add(same[kind])
    return [
      ...about('gate', 'gate', (gate !== null) === (kind === 'gate')),
      ...about('agency', 'whom', (agency !== null) === byHand),
      ...about('method', 'method', (method !== null) === (kind === 'tie')),
      ...about('tied', 'tied', tied.length > 0 === (kind === 'tie')),
      ...about('tied', 'once', new Set(tied.map(t => t.agency)).size === tied.length),
      ...about('kind', 'once', once),
      ...about('ruled_on', 'packed', ruled_on <= manifest.packed_on),
    ]
  })
}

export function outstandingFaults({ nomination, manifest }: PackageContent): PartFault[] {
  const keys = nomination.outstanding.map(o => JSON.stringify([o.agency, nameKey(o.campaign)]))
  return [
    ...repeated(keys).map(i => amiss(NOMINATION, `outstanding[${i}]`, 'once')),
    ...nomination.outstanding.flatMap(({ day }, i) =>
      day <= manifest.packed_on ? [] : [amiss(NOMINATION, `outstanding[${i}].day`, 'packed')],
    ),
  ]
}

export function sheetFaults({ sheets, manifest }: PackageContent): PartFault[] {
  const part = 'data/sheets.json'
  const { packed_on, evaluation } = manifest
  // Whoever must not rate here is out as of the day of the evaluation, which may be to come.
  const last = packed_on > evaluation.as_of ? packed_on : evaluation.as_of
  const keys = sheets.map(s => JSON.stringify([s.agency, s.rater_kind, s.rater]))
  return [
    ...repeated(keys).map(i => amiss(part, `[${i}]`, 'once')),
    ...sheets.flatMap(({ withdrawn }, i) =>
      withdrawn === null || withdrawn.on <= last ? [] : [amiss(part, `[${i}].withdrawn.on`, 'packed')],
    ),
  ]
}

/** Points set by hand are those of the result. */
export function overrideFaults({ overrides, results }: PackageContent): PartFault[] {
  const part = 'data/overrides.json'
  const scores = new Map(results.map(r => [r.agency, r.scores]))
  const keys = overrides.map(o => JSON.stringify([o.agency, o.indicator]))
  return [
    ...repeated(keys).map(i => amiss(part, `[${i}]`, 'once')),
    ...overrides.flatMap(({ agency, indicator, points }, i) =>
      scores.get(agency)?.get(String(indicator)) === points ? [] : [amiss(part, `[${i}].points`, 'score')],
    ),
  ]
}

/** The places of those that are there before. */
function repeated(keys: readonly string[]): number[] {
  const first = new Map(keys.map((key, i) => [key, i] as const).reverse())
  return [...keys.keys()].filter(i => first.get(keys[i]!) !== i)
}
