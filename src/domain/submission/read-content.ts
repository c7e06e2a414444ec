// Reads what a package says: every part by its shape, then the parts against each other. A package that was put together
// anew, digests and seal included, is known by what it says.
import { fault } from '../imports/column.ts'
import type { Decision } from '../nomination/propose.ts'
import type { CandidateReason } from '../nomination/reason.ts'
import { outstandingFaults, overrideFaults, rulingFaults, sheetFaults } from './decision-faults.ts'
import { countsOf, MANIFEST, type Manifest, PARTS, type PackageContent } from './package.ts'
import type { PartFault, Shape, Shaped, ShapeFault, Wanted } from './shape.ts'
import { rowOf, travellingKinds } from './travel.ts'

/** In: the parts as JSON says them. Out: the content, or all that is wrong with it. */
export function readContent(
  manifest: Manifest,
  parts: ReadonlyMap<string, unknown>,
): PackageContent | PartFault[] {
  const faults: PartFault[] = []
  const read = <K extends keyof typeof PARTS>(name: K): Shaped<(typeof PARTS)[K]> => {
    const found: ShapeFault[] = []
    const value = (PARTS[name] as Shape<unknown>)(parts.get(name), '', found)
    for (const f of found) faults.push({ part: name, ...f })
    return value as Shaped<(typeof PARTS)[K]>
  }
  const content: PackageContent = {
    manifest,
    agencies: read('data/agencies.json'),
    results: read('data/results.json'),
    nomination: read('data/nomination.json'),
    records: read('data/records.json'),
    sheets: read('data/sheets.json'),
    overrides: read('data/overrides.json'),
  }
  if (faults.length > 0) return faults
  const found = contradictions(content)
  return found.length > 0 ? found : content
}

/** Parts that do not agree with themselves or each other. */
function contradictions(content: PackageContent): PartFault[] {
  const strangers = agenciesNamed(content).filter(([, , agency]) => agency >= content.agencies.length)
  // What is said of an agency that is not there cannot be held against anything.
  if (strangers.length > 0) return strangers.map(([part, path]) => ({ part, path, wanted: 'agency' }))
  return [
    ...agencyFaults(content),
    ...resultFaults(content),
    ...candidateFaults(content),
    ...rulingFaults(content),
    ...outstandingFaults(content),
    ...sheetFaults(content),
    ...overrideFaults(content),
    ...recordFaults(content),
    ...plateFaults(content),
    ...countFaults(content),
  ]
}

function agencyFaults({ agencies, manifest }: PackageContent): PartFault[] {
  const part = 'data/agencies.json'
  const faults: PartFault[] = []
  const holders = { uscc: new Map<unknown, string>(), license_no: new Map<unknown, string>() }
  for (const [i, agency] of agencies.entries()) {
    if (agency.kind === 'city') faults.push({ part, path: `[${i}].kind`, wanted: 'kind' })
    if (agency.district_code !== manifest.district.code)
      faults.push({ part, path: `[${i}].district_code`, wanted: 'district' })
    for (const field of ['uscc', 'license_no'] as const) {
      const value = agency[field]
      const taken = holders[field].get(value)
      const record = String(agency.name)
      if (value === null) continue
      if (taken === undefined) holders[field].set(value, record)
      else faults.push({ part, path: `[${i}].${field}`, fault: fault('CX1438', { record, taken }) })
    }
  }
  return faults
}

/** A total is the sum of the points that stand beside it, whatever the scheme. */
function resultFaults({ results }: PackageContent): PartFault[] {
  const part = 'data/results.json'
  const faults: PartFault[] = []
  const seen = new Set<number>()
  for (const [i, result] of results.entries()) {
    const { agency, total, min_total, max_total, computed_grade } = result
    const wrong = (field: string, wanted: Wanted) => faults.push({ part, path: `[${i}].${field}`, wanted })
    const { least, most, known } = sumOf(result.scores)
    if (seen.has(agency)) wrong('agency', 'once')
    seen.add(agency)
    if (least > most) wrong('scores', 'range')
    if (total !== (known ? least : null)) wrong('total', 'scores')
    if (min_total !== least) wrong('min_total', 'scores')
    if (max_total !== most) wrong('max_total', 'scores')
    if (total !== null && computed_grade === null) wrong('computed_grade', 'grade')
  }
  return faults
}

/** Of an indicator whose points are not known, the least and the most are told. */
function sumOf(scores: ReadonlyMap<string, number | number[]>) {
  const sum = { least: 0, most: 0, known: true }
  for (const score of scores.values()) {
    const [least, most] = typeof score === 'number' ? [score, score] : score
    sum.least += least ?? Number.NaN
    sum.most += most ?? Number.NaN
    sum.known &&= typeof score === 'number'
  }
  return sum
}

/** By which reasons each is decided; of those by hand, how. */
const REASONS: Readonly<Record<Decision, readonly unknown[]>> = {
  nominated: ['nominated', 'add'],
  passed_over: ['full', 'share', 'short', 'settled'],
  ineligible: ['gates', 'no_district'],
  tied: ['tied'],
  dropped: ['drop'],
} satisfies Record<Decision, (CandidateReason['is'] | 'add' | 'drop')[]>

function reasonIn(text: string): unknown {
  try {
    const told = JSON.parse(text) as { is?: unknown; how?: unknown } | null
    return told?.is === 'by_hand' ? told.how : told?.is
  } catch {
    return undefined
  }
}

/** A list without nominees is not packed. */
function candidateFaults({ results, nomination }: PackageContent): PartFault[] {
  const part = 'data/nomination.json'
  const { candidates, rulings } = nomination
  if (!candidates.some(c => c.decision === 'nominated'))
    return [{ part, path: 'candidates', wanted: 'nominees' }]
  const faults: PartFault[] = []
  const totals = new Map(results.map(r => [r.agency, r.total]))
  const byHand = (kind: 'add' | 'drop') => new Set(rulings.filter(r => r.kind === kind).map(r => r.agency))
  const [added, dropped] = [byHand('add'), byHand('drop')]
  const seen = new Set<number>()
  for (const [i, { agency, total, rank, decision, reason }] of candidates.entries()) {
    const wrong = (field: string, wanted: Wanted) =>
      faults.push({ part, path: `candidates[${i}].${field}`, wanted })
    const ranked = decision === 'nominated' || decision === 'passed_over' || decision === 'tied'
    if (seen.has(agency)) wrong('agency', 'once')
    seen.add(agency)
    if (totals.get(agency) !== total) wrong('total', 'result')
    if (ranked && rank === null) wrong('rank', 'rank')
    const why = reasonIn(reason)
    if (!REASONS[decision].includes(why)) wrong('decision', 'decision')
    else if (dropped.has(agency) !== (why === 'drop')) wrong('decision', 'by_hand')
    else if (why === 'add' && !added.has(agency)) wrong('decision', 'by_hand')
  }
  return faults
}

/** By the rules of each register, on the day of packing: what was not yet then, and what is there twice. */
function recordFaults({ agencies, records, manifest }: PackageContent): PartFault[] {
  const part = 'data/records.json'
  const faults: PartFault[] = []
  for (const kind of travellingKinds) {
    const seen = new Set<string>()
    for (const [i, { agency, values }] of (records.get(kind.noun) ?? []).entries()) {
      const path = `${kind.noun}[${i}]`
      const row = rowOf(kind, values, agencies[agency] as { uscc: string | null; name: string })
      const key = kind.key(row, agency)
      if (seen.has(key)) faults.push({ part, path, wanted: 'once' })
      seen.add(key)
      for (const { fault, key: field } of kind.check(row, manifest.packed_on).refused) {
        const where = { part, path: `${path}.${field}` }
        // Not the reader's today.
        if (fault.code === 'CX1038') faults.push({ ...where, wanted: 'packed' })
        else faults.push({ ...where, fault })
      }
    }
  }
  return faults
}

/** Values that only one record may have, such as the number of a plate. */
function plateFaults({ records }: PackageContent): PartFault[] {
  const part = 'data/records.json'
  const faults: PartFault[] = []
  for (const { noun, unique = [] } of travellingKinds) {
    for (const field of unique) {
      const seen = new Set<unknown>()
      for (const [i, { values }] of (records.get(noun) ?? []).entries()) {
        const value = values[field] ?? null
        if (value === null) continue
        if (seen.has(value)) faults.push({ part, path: `${noun}[${i}].${field}`, wanted: 'once' })
        seen.add(value)
      }
    }
  }
  return faults
}

function countFaults(content: PackageContent): PartFault[] {
  const { counts } = content.manifest
  return Object.entries(countsOf(content)).flatMap(([key, n]): PartFault[] =>
    counts[key as keyof Manifest['counts']] === n
      ? []
      : [{ part: MANIFEST, path: `counts.${key}`, wanted: `=${n}` }],
  )
}

/** Every place at which an agency is named by its number. */
function agenciesNamed(content: PackageContent): [part: string, path: string, agency: number][] {
  const { results, nomination, records, sheets, overrides } = content
  const each = (part: string, path: string, rows: readonly { agency: number }[]) =>
    rows.map(({ agency }, i): [string, string, number] => [part, `${path}[${i}]`, agency])
  return [
    ...each('data/results.json', '', results),
    ...each('data/nomination.json', 'candidates', nomination.candidates),
    ...nomination.rulings.flatMap(({ agency, tied }, i) =>
      each('data/nomination.json', `rulings[${i}]`, [...(agency === null ? [] : [{ agency }]), ...tied]),
    ),
    ...each('data/nomination.json', 'outstanding', nomination.outstanding),
    ...[...records].flatMap(([noun, rows]) => each('data/records.json', noun, rows)),
    ...each('data/sheets.json', '', sheets),
    ...each('data/overrides.json', '', overrides),
  ]
}
