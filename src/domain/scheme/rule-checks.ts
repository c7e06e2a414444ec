// What the rules of a scheme must fulfill: they ask about facts that there are and that their subjects have, figures
// are declared and of the kind that the rule reads, and graded rules give points that the indicator has.
import { inspectionItems } from '../records/inspection.ts'
import { metricKind } from '../records/metric.ts'
import { isGraded } from '../score/graded.ts'
import { factOf, metricAsked, metricRules } from './facts.ts'
import { fault, isAsked, type Path, type SchemeFault, typesIn } from './fault.ts'
import type { GradedRule, Indicator, Rule, Scheme } from './scheme.ts'

/** A rule with where it stands, and the types of subjects that it is asked of. */
interface Placed {
  rule: Rule
  path: Path
  types: readonly string[]
  indicator: Indicator | null
}

function placedRules({ indicators, grade_limits, nomination }: Scheme): Placed[] {
  return [
    ...indicators.flatMap((indicator, i) =>
      indicator.rules.map((rule, k) => ({
        rule,
        path: ['indicators', i, 'rules', k],
        types: indicator.types,
        indicator,
      })),
    ),
    ...grade_limits.flatMap((limit, i) =>
      limit.rules.map((rule, k) => ({
        rule,
        path: ['grade_limits', i, 'rules', k],
        types: [],
        indicator: null,
      })),
    ),
    ...(nomination?.gates ?? []).flatMap((gate, i) =>
      gate.test === 'rule'
        ? [{ rule: gate.rule, path: ['nomination', 'gates', i, 'rule'], types: [], indicator: null }]
        : [],
    ),
  ]
}

/** Names that the register of metrics keeps for figures of its own. */
const knownNames = new Set(
  metricKind.columns.flatMap(({ key, type }) =>
    key === 'metric' && type.is === 'name' ? Object.keys(type.known) : [],
  ),
)

export function checkRules(scheme: Scheme): SchemeFault[] {
  const placed = placedRules(scheme)
  const asked = new Set(placed.map(({ rule }) => metricAsked(rule)))
  return [
    ...placed.flatMap(one => [
      ...checkTypes(scheme, one),
      ...checkSubject(scheme, one),
      ...checkMetric(scheme, one),
      ...checkWords(one),
    ]),
    ...scheme.metrics.flatMap(({ id, name, types }, i) => [
      ...(asked.has(id) ? [] : [fault(['metrics', i, 'id'], 'unused', id)]),
      // Imports store these under another name, and rules ask for them as yearly facts.
      ...(knownNames.has(name) ? [fault(['metrics', i, 'name'], 'metric', name)] : []),
      ...types.flatMap((type, k) =>
        typesIn(scheme).includes(type) ? [] : [fault(['metrics', i, 'types', k], 'reference', type)],
      ),
    ]),
  ]
}

/** Types that there are, and of which the indicator is asked. */
function checkTypes(scheme: Scheme, { rule, path, types }: Placed): SchemeFault[] {
  const known = types.length === 0 ? typesIn(scheme) : types
  return rule.types.flatMap((type, k) =>
    known.includes(type) ? [] : [fault([...path, 'types', k], 'reference', type)],
  )
}

/** What only agencies have is asked of agencies only. */
function checkSubject({ applies_to }: Scheme, { rule, path }: Placed): SchemeFault[] {
  const fact = factOf(rule)
  if (fact === undefined || fact.subjects.includes(applies_to.subject)) return []
  const at = 'fact' in rule ? [...path, 'fact'] : 'record' in rule ? [...path, 'record'] : [...path, 'type']
  return [fault(at, 'subject', `${fact.id}: ${applies_to.subject}`)]
}

/** The figure is declared, for all types of which it is asked, and of a kind that the rule reads. */
function checkMetric(scheme: Scheme, { rule, path, types }: Placed): SchemeFault[] {
  const id = metricAsked(rule)
  if (id === null) return []
  const at = [...path, 'fact']
  const metric = scheme.metrics.find(m => m.id === id)
  if (metric === undefined) return [fault(at, 'reference', `metric.${id}`)]
  if (!metricRules[metric.is].includes(rule.type))
    return [fault(at, 'metric', `metric.${id}: ${metric.is}, ${rule.type}`)]
  const lacking = typesIn(scheme).filter(
    type => isAsked({ types }, type) && isAsked(rule, type) && !isAsked(metric, type),
  )
  return lacking.length === 0 ? [] : [fault(at, 'metric', `metric.${id}: ${lacking.join(', ')}`)]
}

/** Words that rules compare with must be words that records can hold: a misspelled one would never match. */
function checkWords({ rule, path }: Placed): SchemeFault[] {
  const known = factOf(rule)?.words ?? []
  switch (rule.type) {
    case 'flag':
    case 'always':
      return unknownWords(rule.in, known.length === 0 ? [true, false] : known, [...path, 'in'])
    case 'annual_check':
      return unknownWords(rule.pass, known, [...path, 'pass'])
    case 'inspection_items':
      return unknownWords(rule.items, inspectionItems, [...path, 'items'])
    case 'count_at_most':
    case 'count_at_least':
    case 'each_quarter_at_least':
    case 'deduct':
      return Object.entries(rule.where).flatMap(([field, words]) => {
        const may = factOf(rule)!.fields[field]
        if (may === undefined) return [fault([...path, 'where', field], 'reference', field)]
        return may === 'any' ? [] : unknownWords(words, may, [...path, 'where', field])
      })
    default:
      return []
  }
}

function unknownWords(
  words: readonly (string | boolean)[],
  known: readonly (string | boolean)[],
  path: Path,
): SchemeFault[] {
  return words.flatMap((word, i) =>
    known.includes(word) ? [] : [fault([...path, i], 'reference', String(word))],
  )
}

/** Points in parts: where there are points, one scale an indicator, within what it gives. */
export function checkGraded(scheme: Scheme): SchemeFault[] {
  return placedRules(scheme).flatMap(({ rule, path, indicator }) => {
    if (!isGraded(rule)) return []
    if (indicator === null || indicator.points === 0)
      return [fault([...path, 'type'], 'graded', `${rule.type}: 0`)]
    const scales = indicator.rules.filter(r => r.type === 'steps' || r.type === 'linear')
    const found: SchemeFault[] = []
    if (rule.type !== 'deduct') {
      if (indicator.evidence !== 'records')
        found.push(fault([...path, 'type'], 'graded', `${rule.type}: ${indicator.evidence}`))
      if (scales.indexOf(rule) > 0)
        found.push(fault([...path, 'type'], 'graded', scales.map(r => r.type).join(', ')))
    }
    return [...found, ...checkScale(rule, indicator.points, path)]
  })
}

/** Points in hundredths, limits in millionths. */
function checkScale(rule: GradedRule, points: number, path: Path): SchemeFault[] {
  switch (rule.type) {
    case 'deduct': {
      const { each, most } = rule
      const found = each === 0 ? [fault([...path, 'each'], 'graded', '0')] : []
      if (most < each) found.push(fault([...path, 'most'], 'graded', `${most / 100} < ${each / 100}`))
      if (most > points) found.push(fault([...path, 'most'], 'graded', `${most / 100} > ${points / 100}`))
      return found
    }
    case 'linear':
      return rule.zero === rule.full
        ? [fault([...path, 'full'], 'graded', `${rule.zero / 1e6} = ${rule.full / 1e6}`)]
        : []
    default:
      return rule.steps.flatMap((step, k) => {
        const at = [...path, 'steps', k]
        const below = rule.steps[k - 1]
        const found: SchemeFault[] = []
        if (below && step.min <= below.min)
          found.push(fault([...at, 'min'], 'graded', `${step.min / 1e6} ≤ ${below.min / 1e6}`))
        if (below && step.points <= below.points)
          found.push(fault([...at, 'points'], 'graded', `${step.points / 100} ≤ ${below.points / 100}`))
        if (step.points > points)
          found.push(fault([...at, 'points'], 'graded', `${step.points / 100} > ${points / 100}`))
        return found
      })
  }
}
