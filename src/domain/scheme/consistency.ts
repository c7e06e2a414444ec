// What a scheme must fulfill beyond its form: sums, distinct numbers, bands, references.
// Each finding names the path of the value concerned, so that the file's line can be told.
import type { Scheme } from './scheme.ts'

export interface SchemeFault {
  path: (string | number)[]
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
    ...checkPlaces(scheme),
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

function checkNumbers(scheme: Scheme): SchemeFault[] {
  return [
    ...duplicates(
      scheme.categories.map(c => c.number),
      i => ['categories', i, 'number'],
    ),
    ...duplicates(
      scheme.indicators.map(c => c.number),
      i => ['indicators', i, 'number'],
    ),
    ...duplicates(
      scheme.raters.map(r => r.kind),
      i => ['raters', i, 'kind'],
    ),
    ...duplicates(
      scheme.jurisdictions.map(j => j.code),
      i => ['jurisdictions', i, 'code'],
    ),
    ...duplicates(
      scheme.grades.bands.map(b => b.grade),
      i => ['grades', 'bands', i, 'grade'],
    ),
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
    if (!categories.has(indicator.category))
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

function checkPlaces(scheme: Scheme): SchemeFault[] {
  const places = sum(scheme.jurisdictions.map(j => j.places))
  const { seats } = scheme.nomination.places_total
  return places === seats
    ? []
    : [fault(['nomination', 'places_total', 'seats'], 'sum', `${places} ≠ ${seats}`)]
}

function duplicates(values: (string | number)[], path: (i: number) => (string | number)[]): SchemeFault[] {
  return values.flatMap((value, i) =>
    values.indexOf(value) < i ? [fault(path(i), 'duplicate', String(value))] : [],
  )
}

function fault(path: (string | number)[], kind: SchemeFault['kind'], detail: string): SchemeFault {
  return { path, kind, detail }
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
