// What a scheme must fulfill beyond its form: sums, distinct numbers, bands, references.
// Each finding names the path of the value concerned, so that the file's line can be told.
import { commonSections } from '../archive/sections.ts'
import { inspectionItems } from '../records/inspection.ts'
import { countableFields } from '../score/countable.ts'
import type { FlagFact, Rule, Scheme } from './scheme.ts'

export interface SchemeFault {
  path: readonly (string | number)[]
  /** Stable word for the kind of fault; the sentence is made in messages. */
  kind: 'sum' | 'duplicate' | 'bands' | 'reference' | 'empty'
  detail: string
}

export function checkConsistency(scheme: Scheme): SchemeFault[] {
  return [
    ...checkPoints(scheme),
    ...checkNumbers(scheme),
    ...checkBands(scheme),
    ...checkReferences(scheme),
    ...checkRules(scheme),
    ...checkPlaces(scheme),
    ...checkArchive(scheme),
  ]
}

const TOTAL = 100_00

function checkPoints(scheme: Scheme): SchemeFault[] {
  const found: SchemeFault[] = []
  const total = sum(scheme.categories.map(c => c.points))
  if (total !== TOTAL) found.push(fault(['categories'], 'sum', `${total / 100} ≠ 100`))
  scheme.categories.forEach((category, i) => {
    const inside = sum(
      scheme.indicators.filter(ind => ind.category === category.number).map(ind => ind.points),
    )
    if (inside !== category.points) {
      found.push(fault(['categories', i, 'points'], 'sum', `${inside / 100} ≠ ${category.points / 100}`))
    }
  })
  return found
}

/** Numbers, ids and names by which things are found must each mean one thing. */
function checkNumbers(scheme: Scheme): SchemeFault[] {
  const { categories, indicators, raters, jurisdictions, deadlines } = scheme
  const gates = scheme.nomination?.gates ?? []
  return [
    ...duplicates(categories.map((c, i) => [c.number, ['categories', i, 'number']])),
    ...duplicates(indicators.map((c, i) => [c.number, ['indicators', i, 'number']])),
    ...duplicates(raters.map((r, i) => [r.kind, ['raters', i, 'kind']])),
    ...duplicates(
      raters.flatMap((r, i) => [
        [r.name, ['raters', i, 'name']] as const,
        ...r.also.map((name, k) => [name, ['raters', i, 'also', k]] as const),
      ]),
    ),
    ...duplicates(jurisdictions.map((j, i) => [j.code, ['jurisdictions', i, 'code']])),
    ...duplicates(
      jurisdictions.flatMap((j, i) => [
        [j.name, ['jurisdictions', i, 'name']] as const,
        ...j.also.map((other, k) => [other.name, ['jurisdictions', i, 'also', k, 'name']] as const),
      ]),
    ),
    ...duplicates(scheme.grades.bands.map((b, i) => [b.grade, ['grades', 'bands', i, 'grade']])),
    ...duplicates(gates.map((g, i) => [g.id, ['nomination', 'gates', i, 'id']])),
    ...duplicates(deadlines.map((d, i) => [d.id, ['deadlines', i, 'id']])),
  ]
}

/** Bands fall strictly and the last begins at zero: half-open, without gaps or overlaps, all in reach. */
function checkBands(scheme: Scheme): SchemeFault[] {
  const { bands } = scheme.grades
  const found: SchemeFault[] = []
  bands.forEach((band, i) => {
    const path = ['grades', 'bands', i, 'min']
    const above = bands[i - 1]
    if (above && band.min >= above.min)
      found.push(fault(path, 'bands', `${band.min / 100} ≥ ${above.min / 100}`))
    if (band.min > TOTAL) found.push(fault(path, 'bands', `${band.min / 100} > 100`))
  })
  const last = bands.at(-1)!
  if (last.min !== 0)
    found.push(fault(['grades', 'bands', bands.length - 1, 'min'], 'bands', `${last.min / 100} ≠ 0`))
  return found
}

function checkReferences(scheme: Scheme): SchemeFault[] {
  const found: SchemeFault[] = []
  const kinds = new Set(scheme.raters.map(r => r.kind))
  const categories = new Set(scheme.categories.map(c => c.number))
  const indicators = new Set(scheme.indicators.map(c => c.number))
  scheme.indicators.forEach((indicator, i) => {
    const path = ['indicators', i]
    if (indicator.category !== null && !categories.has(indicator.category))
      found.push(fault([...path, 'category'], 'reference', String(indicator.category)))
    for (const [k, kind] of indicator.raters.entries()) {
      if (!kinds.has(kind)) found.push(fault([...path, 'raters', k], 'reference', kind))
    }
    // Points that nobody could ever give: no ratings taken and no hard rule, or ratings without a weight.
    const weighed = scheme.raters.some(r => indicator.raters.includes(r.kind) && r.weight > 0)
    const decided = indicator.evidence === 'records' ? indicator.rules.some(r => !r.advisory) : weighed
    if (!decided) found.push(fault(path, 'empty', indicator.name))
  })
  scheme.vetoes.indicators.forEach((number, i) => {
    if (!indicators.has(number)) found.push(fault(['vetoes', 'indicators', i], 'reference', String(number)))
  })
  if (!scheme.grades.bands.some(b => b.grade === scheme.vetoes.grade)) {
    found.push(fault(['vetoes', 'grade'], 'reference', scheme.vetoes.grade))
  }
  return found
}

/** Words that rules compare with must be words that records can hold: a misspelled one would never match. */
function checkRules(scheme: Scheme): SchemeFault[] {
  const inIndicators = scheme.indicators.flatMap((indicator, i) =>
    indicator.rules.flatMap((rule, k) => checkRule(rule, ['indicators', i, 'rules', k])),
  )
  const inGates = (scheme.nomination?.gates ?? []).flatMap((gate, i) =>
    gate.test === 'rule' ? checkRule(gate.rule, ['nomination', 'gates', i, 'rule']) : [],
  )
  return [...inIndicators, ...inGates]
}

const FLAG_WORDS: Record<FlagFact, readonly (string | boolean)[]> = {
  'license.status': ['valid', 'expired', 'cancelled', 'revoked', 'suspended'],
  'agency.uscc_valid': [true, false],
  'archive.exists': [true, false],
}
const ANNUAL_WORDS = ['passed', 'failed', 'deferred']

function checkRule(rule: Rule, path: (string | number)[]): SchemeFault[] {
  switch (rule.type) {
    case 'flag':
      return unknownWords(rule.in, FLAG_WORDS[rule.fact as FlagFact] ?? [true, false], [...path, 'in'])
    case 'annual_check':
      return unknownWords(rule.pass, ANNUAL_WORDS, [...path, 'pass'])
    case 'inspection_items':
      return unknownWords(rule.items, inspectionItems, [...path, 'items'])
    case 'count_at_most':
    case 'count_at_least':
      return Object.entries(rule.where).flatMap(([field, words]) => {
        const known = countableFields[rule.record][field]
        if (known === undefined) return [fault([...path, 'where', field], 'reference', field)]
        return known === 'any' ? [] : unknownWords(words, known, [...path, 'where', field])
      })
    default:
      return []
  }
}

function unknownWords(
  words: readonly (string | boolean)[],
  known: readonly (string | boolean)[],
  path: (string | number)[],
): SchemeFault[] {
  return words.flatMap((word, i) =>
    known.includes(word) ? [] : [fault([...path, i], 'reference', String(word))],
  )
}

function checkPlaces(scheme: Scheme): SchemeFault[] {
  const places = sum(scheme.jurisdictions.map(j => j.places))
  const seats = scheme.nomination?.places_total.seats
  return seats === undefined || places === seats
    ? []
    : [fault(['nomination', 'places_total', 'seats'], 'sum', `${places} ≠ ${seats}`)]
}

/** Each section once, and those into which entries go that no other takes. */
function checkArchive({ archive }: Scheme): SchemeFault[] {
  const ids = archive.sections.map(s => s.id)
  return [
    ...duplicates(ids.map((id, i) => [id, ['archive', 'sections', i, 'id']])),
    ...commonSections
      .filter(id => !ids.includes(id))
      .map(id => fault(['archive', 'sections'], 'reference', id)),
  ]
}

function duplicates(
  entries: readonly (readonly [string | number, readonly (string | number)[]])[],
): SchemeFault[] {
  const seen = new Set<string | number>()
  return entries.flatMap(([value, path]) => {
    if (seen.has(value)) return [fault(path, 'duplicate', String(value))]
    seen.add(value)
    return []
  })
}

function fault(path: readonly (string | number)[], kind: SchemeFault['kind'], detail: string): SchemeFault {
  return { path, kind, detail }
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
