// What a scheme must fulfill beyond its form, for every type of subject: sums, distinct numbers, bands, days, references.
// Each finding names the path of the value concerned, so that the file's line can be told. What the rules themselves
// must fulfill is in rule-checks.ts.

import { commonSections } from '../archive/sections.ts'
import type { Day } from '../day.ts'
import { typesOf } from '../records/subject-type.ts'
import { duplicates, fault, isAsked, once, type Path, type SchemeFault, typesIn } from './fault.ts'
import { hasPoints } from './points.ts'
import { checkGraded, checkRules } from './rule-checks.ts'
import type { Indicator, Scheme } from './scheme.ts'

/** The parts that a check looks at: where the form of one of them is at fault, the check has to wait. */
const checks: readonly { of: readonly (keyof Scheme)[]; check: (scheme: Scheme) => SchemeFault[] }[] = [
  { of: ['applies_to', 'categories', 'indicators'], check: checkPoints },
  {
    of: ['categories', 'raters', 'jurisdictions', 'deadlines', 'nomination', 'grades', 'stages'],
    check: checkNumbers,
  },
  { of: ['applies_to', 'metrics'], check: checkNames },
  { of: ['applies_to', 'indicators'], check: checkIndicatorNumbers },
  { of: ['grades', 'decision', 'indicators', 'applies_to'], check: checkBands },
  { of: ['grades', 'decision', 'indicators'], check: checkDecision },
  { of: ['categories', 'raters', 'indicators', 'applies_to'], check: checkIndicators },
  { of: ['raters', 'indicators'], check: checkRaters },
  { of: ['grades', 'vetoes', 'indicators', 'grade_limits', 'consequences'], check: checkGrades },
  { of: ['applies_to', 'metrics', 'indicators', 'grade_limits', 'nomination'], check: checkRules },
  { of: ['indicators', 'grade_limits', 'nomination'], check: checkGraded },
  { of: ['dated', 'deadlines', 'stages', 'award'], check: checkDays },
  { of: ['jurisdictions', 'nomination', 'applies_to'], check: checkPlaces },
  { of: ['revocation'], check: checkRevocation },
  { of: ['archive'], check: checkArchive },
]

export function checkConsistency(scheme: Partial<Scheme>): SchemeFault[] {
  return checks.flatMap(({ of, check }) => (of.every(part => part in scheme) ? check(scheme as Scheme) : []))
}

const TOTAL = 100_00

/** Of each type: all points together 100, or none where all are conditions. */
function checkPoints(scheme: Scheme): SchemeFault[] {
  const { categories, indicators } = scheme
  const pointsOf = (type: string | null, of: (indicator: Indicator) => boolean) =>
    sum(indicators.filter(i => isAsked(i, type) && of(i)).map(i => i.points))
  const perType = (of: (indicator: Indicator) => boolean, right: (points: number) => boolean) => {
    const wrong = new Map<number, (string | null)[]>()
    for (const type of typesIn(scheme)) {
      const points = pointsOf(type, of)
      if (!right(points)) wrong.set(points, [...(wrong.get(points) ?? []), type])
    }
    return [...wrong].map(([points, types]) => {
      const whose = types.includes(null) ? '' : `${types.join(', ')}: `
      return `${whose}${points / 100}`
    })
  }
  if (categories.length === 0) {
    return perType(
      () => true,
      points => points === TOTAL || points === 0,
    ).map(found => fault(['indicators'], 'sum', `${found} ≠ 100`))
  }
  const total = sum(categories.map(c => c.points))
  return [
    ...(total === TOTAL ? [] : [fault(['categories'], 'sum', `${total / 100} ≠ 100`)]),
    ...categories.flatMap((category, i) =>
      perType(
        ind => ind.category === category.number,
        points => points === category.points,
      ).map(found => fault(['categories', i, 'points'], 'sum', `${found} ≠ ${category.points / 100}`)),
    ),
  ]
}

/** Numbers, ids and names by which things are found must each mean one thing. */
function checkNumbers(scheme: Scheme): SchemeFault[] {
  const { categories, raters, jurisdictions, deadlines, stages, grades } = scheme
  const gates = scheme.nomination?.gates ?? []
  return [
    ...duplicates(categories.map((c, i) => [c.number, ['categories', i, 'number']])),
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
    ...duplicates(grades.bands.map((b, i) => [b.grade, ['grades', 'bands', i, 'grade']])),
    ...duplicates(gates.map((g, i) => [g.id, ['nomination', 'gates', i, 'id']])),
    ...duplicates(deadlines.map((d, i) => [d.id, ['deadlines', i, 'id']])),
    ...duplicates(stages.map((s, i) => [s.number, ['stages', i, 'number']])),
  ]
}

/** Types are those that the register of subjects tells apart. */
function checkNames({ applies_to, metrics }: Scheme): SchemeFault[] {
  const known = typesOf(applies_to.subject)
  return [
    ...applies_to.types.flatMap(({ id }, i) =>
      known.includes(id) ? [] : [fault(['applies_to', 'types', i, 'id'], 'reference', id)],
    ),
    ...duplicates(applies_to.types.map((t, i) => [t.id, ['applies_to', 'types', i, 'id']])),
    ...duplicates(applies_to.types.map((t, i) => [t.name, ['applies_to', 'types', i, 'name']])),
    ...duplicates(metrics.map((m, i) => [m.id, ['metrics', i, 'id']])),
    ...duplicates(
      metrics.flatMap((m, i) => [
        [m.name, ['metrics', i, 'name']] as const,
        ...m.also.map((name, k) => [name, ['metrics', i, 'also', k]] as const),
      ]),
    ),
  ]
}

/** Two types may each have their own indicator of a number. */
function checkIndicatorNumbers(scheme: Scheme): SchemeFault[] {
  const found = typesIn(scheme).flatMap(type =>
    duplicates(
      scheme.indicators.flatMap((indicator, i) =>
        isAsked(indicator, type) ? [[indicator.number, ['indicators', i, 'number']] as const] : [],
      ),
    ),
  )
  return once(found)
}

/** Bands fall strictly and the last begins at zero: half-open, without gaps or overlaps, all in reach. */
function checkBands(scheme: Scheme): SchemeFault[] {
  const { bands } = scheme.grades
  const found: SchemeFault[] = []
  const scored = hasPoints(scheme)
  const highest = scored ? TOTAL : 0
  bands.forEach((band, i) => {
    const path = ['grades', 'bands', i, 'min']
    const above = bands[i - 1]
    if (above && band.min >= above.min)
      found.push(fault(path, 'bands', `${band.min / 100} ≥ ${above.min / 100}`))
    if (band.min > highest) found.push(fault(path, 'bands', `${band.min / 100} > ${highest / 100}`))
  })
  const last = bands.at(-1)
  if (last && last.min !== 0)
    found.push(fault(['grades', 'bands', bands.length - 1, 'min'], 'bands', `${last.min / 100} ≠ 0`))
  const least = scheme.decision?.min_total ?? 0
  if (least > highest)
    found.push(fault(['decision', 'min_total'], 'bands', `${least / 100} > ${highest / 100}`))
  return found
}

/** Something must come out: a grade, or a decision that rests on something. */
function checkDecision({ grades, decision, indicators }: Scheme): SchemeFault[] {
  const required = indicators.flatMap((indicator, i) => (indicator.required ? [i] : []))
  if (decision !== null) {
    const rests = required.length > 0 || decision.min_total !== null
    return rests ? [] : [fault(['decision'], 'decision', decision.passed)]
  }
  return [
    ...(grades.bands.length === 0 ? [fault([], 'decision', 'grades.bands, decision')] : []),
    ...required.map(i => fault(['indicators', i, 'required'], 'unused', 'decision')),
  ]
}

function checkIndicators(scheme: Scheme): SchemeFault[] {
  const kinds = new Set(scheme.raters.map(r => r.kind))
  const categories = new Set(scheme.categories.map(c => c.number))
  const known = scheme.applies_to.types.map(type => type.id)
  return scheme.indicators.flatMap((indicator, i) => {
    const path = ['indicators', i]
    const found: SchemeFault[] = []
    if (indicator.category === null ? categories.size > 0 : !categories.has(indicator.category))
      found.push(fault([...path, 'category'], 'reference', String(indicator.category ?? 'category')))
    for (const [k, kind] of indicator.raters.entries()) {
      if (!kinds.has(kind)) found.push(fault([...path, 'raters', k], 'reference', kind))
    }
    for (const [k, type] of indicator.types.entries()) {
      if (!known.includes(type)) found.push(fault([...path, 'types', k], 'reference', type))
    }
    const asked = typesIn(scheme).filter(type => isAsked(indicator, type))
    const hard = asked.every(type => indicator.rules.some(rule => !rule.advisory && isAsked(rule, type)))
    // Points that nobody could ever give: no ratings taken and no hard rule, or ratings without a weight.
    const weighed = scheme.raters.some(r => indicator.raters.includes(r.kind) && r.weight > 0)
    if (!(indicator.evidence === 'records' ? hard : weighed)) found.push(fault(path, 'empty', indicator.name))
    else if (indicator.points === 0 && !indicator.required)
      found.push(fault([...path, 'points'], 'condition', `${indicator.name}: required`))
    else if (indicator.points > 0 && indicator.required && !hard)
      found.push(fault([...path, 'required'], 'condition', `${indicator.name}: rules`))
    return found
  })
}

/** A weight that is never used. */
function checkRaters({ raters, indicators }: Scheme): SchemeFault[] {
  return raters.flatMap(({ kind, weight }, i) =>
    weight === 0 || indicators.some(ind => ind.evidence !== 'records' && ind.raters.includes(kind))
      ? []
      : [fault(['raters', i], 'unused', kind)],
  )
}

/** Vetoes, limits and consequences name grades and indicators that there are. */
function checkGrades(scheme: Scheme): SchemeFault[] {
  const { vetoes, grade_limits, consequences } = scheme
  const grades = new Set(scheme.grades.bands.map(b => b.grade))
  const numbers = new Set(scheme.indicators.map(i => i.number))
  const unknown = (grade: string, path: Path) => (grades.has(grade) ? [] : [fault(path, 'reference', grade)])
  return [
    ...vetoes.indicators.flatMap((number, i) =>
      numbers.has(number) ? [] : [fault(['vetoes', 'indicators', i], 'reference', String(number))],
    ),
    ...(vetoes.grade === '' && vetoes.indicators.length === 0
      ? []
      : unknown(vetoes.grade, ['vetoes', 'grade'])),
    ...grade_limits.flatMap((limit, i) => unknown(limit.grade, ['grade_limits', i, 'grade'])),
    ...consequences.flatMap((c, i) => unknown(c.grade, ['consequences', i, 'grade'])),
    ...duplicates(grade_limits.map((limit, i) => [limit.id, ['grade_limits', i, 'id']])),
    ...duplicates(consequences.map((c, i) => [c.id, ['consequences', i, 'id']])),
  ]
}

/** Nothing falls before the document, and nothing ends before it begins. */
function checkDays({ dated, deadlines, stages, award }: Scheme): SchemeFault[] {
  const { issued } = dated
  const after = (day: Day | null, from: Day | null, path: Path) =>
    day !== null && from !== null && day < from ? [fault(path, 'date', `${day} < ${from}`)] : []
  return [
    ...after(dated.from, issued, ['dated', 'from']),
    ...after(dated.to, dated.from ?? issued, ['dated', 'to']),
    ...deadlines.flatMap((d, i) =>
      d.year === null ? [] : after(`${d.year}-${d.month_day}`, issued, ['deadlines', i, 'year']),
    ),
    ...stages.flatMap((s, i) => [
      ...after(s.from, issued, ['stages', i, 'from']),
      ...after(s.to, s.from ?? issued, ['stages', i, 'to']),
    ]),
    ...(award !== null && award.from !== null && award.to !== null && award.to < award.from
      ? [fault(['award', 'to'], 'date', `${award.to} < ${award.from}`)]
      : []),
  ]
}

/** A table of places adds up to its total; without one nobody's own places are stated. Shares are of agencies. */
function checkPlaces({ jurisdictions, nomination, applies_to }: Scheme): SchemeFault[] {
  if (nomination === null) return []
  const places = sum(jurisdictions.map(j => j.places))
  const { seats, by } = nomination.places_total
  const stated = by === 'table' ? seats : 0
  return [
    ...(applies_to.subject !== 'agency' && nomination.for_profit_share !== null
      ? [fault(['nomination', 'for_profit_share'], 'subject', applies_to.subject)]
      : []),
    ...(places === stated
      ? []
      : [fault(['nomination', 'places_total', 'seats'], 'sum', `${places} ≠ ${stated}`)]),
    ...(nomination.period !== null && nomination.period.to < nomination.period.from
      ? [fault(['nomination', 'period', 'to'], 'date', `${nomination.period.to} < ${nomination.period.from}`)]
      : []),
  ]
}

/** Each ground once: of two clauses nobody could tell which one a title is taken back by. */
function checkRevocation({ revocation }: Scheme): SchemeFault[] {
  return duplicates(revocation.grounds.map((g, i) => [g.ground, ['revocation', 'grounds', i, 'ground']]))
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

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
