// From the points to the grade and the decision: bands, vetoes, grade limits, conditions, consequences.
// All that fires is named, in the order of the scheme; the computed grade stays visible.
import type { GradeLimit, Scheme } from '../scheme/scheme.ts'
import type { Materials, RuleContext } from './dossier.ts'
import type { Graded, IndicatorResult, Totals } from './result.ts'
import { applyRule } from './rules.ts'

export function gradeResult(
  scheme: Scheme,
  totals: Totals,
  indicators: readonly IndicatorResult[],
  materials: Materials,
  context: RuleContext,
): Graded {
  const decision = decide(scheme, totals, indicators)
  if (scheme.grades.bands.length === 0) return byDecision(scheme, decision)
  const { total } = totals
  const computed = total === null ? null : gradeOf(scheme, total)
  const held = limitsOf(scheme, indicators, materials, context)
  const under = (from: string, limits: readonly string[]) =>
    limits.reduce((a, b) => lowerGrade(scheme, a, b), from)
  // What may still fire may lower the grade: where it would, there is none until that is known.
  const worst = [...held.fired, ...held.open]
  const grade = computed === null ? null : sameOrNull(under(computed, held.fired), under(computed, worst))
  return {
    computed_grade: computed,
    grade,
    grades: {
      lowest: under(gradeOf(scheme, totals.min_total), worst),
      highest: under(gradeOf(scheme, totals.max_total), held.fired),
    },
    vetoes: held.ids,
    bands: total === null ? { to_next: null, cushion: null } : bandDistances(scheme, total),
    decision,
    consequences: consequencesOf(scheme, grade, materials, context),
  }
}

function sameOrNull(a: string, b: string): string | null {
  return a === b ? a : null
}

/** Without bands the grade is the decision's word. */
function byDecision(scheme: Scheme, decision: Graded['decision']): Graded {
  const rule = scheme.decision
  const word = rule && decision ? rule[decision] : null
  return {
    computed_grade: word,
    grade: word,
    grades: { lowest: word ?? rule?.failed ?? null, highest: word ?? rule?.passed ?? null },
    vetoes: [],
    bands: { to_next: null, cushion: null },
    decision,
    consequences: [],
  }
}

/** Failed as soon as one condition is not met or the total cannot be reached; passed when nothing is open. */
function decide(
  { decision }: Scheme,
  { min_total, max_total }: Totals,
  indicators: readonly IndicatorResult[],
): Graded['decision'] {
  if (decision === null) return null
  const { min_total: least } = decision
  if (indicators.some(i => i.condition === 'not_met')) return 'failed'
  if (least !== null && max_total < least) return 'failed'
  const open = indicators.some(i => i.condition === 'no_data') || (least !== null && min_total < least)
  return open ? null : 'passed'
}

/** The band that a total in hundredths falls into; bands are half-open, the last begins at zero. */
export function gradeOf(scheme: Scheme, total: number): string {
  return scheme.grades.bands.find(band => total >= band.min)!.grade
}

function bandDistances(scheme: Scheme, total: number): Graded['bands'] {
  const { bands } = scheme.grades
  const k = bands.findIndex(band => total >= band.min)
  const above = bands[k - 1]
  return { to_next: above ? above.min - total : null, cushion: total - bands[k]!.min }
}

/** Grades that vetoes and limits hold it at: those that fired, and those that may. */
function limitsOf(
  scheme: Scheme,
  indicators: readonly IndicatorResult[],
  { dossier }: Materials,
  context: RuleContext,
): { ids: (number | string)[]; fired: string[]; open: string[] } {
  const found = { ids: [] as (number | string)[], fired: [] as string[], open: [] as string[] }
  const { vetoes, grade_limits } = scheme
  if (vetoes.indicators.length > 0) {
    for (const { number, rules } of indicators) {
      if (!vetoes.indicators.includes(number)) continue
      if (!rules.some(r => r.hard && r.outcome === 'not_met')) continue
      found.ids.push(number)
      found.fired.push(vetoes.grade)
    }
  }
  for (const limit of grade_limits) {
    if (!limit.on) continue
    const outcome = limitFires(limit, dossier, context)
    if (outcome === 'yes') {
      found.ids.push(limit.id)
      found.fired.push(limit.grade)
    } else if (outcome === 'open') found.open.push(limit.grade)
  }
  return found
}

/** When none of its rules is met. */
export function limitFires(
  limit: GradeLimit,
  dossier: Materials['dossier'],
  context: RuleContext,
): 'yes' | 'no' | 'open' {
  const outcomes = limit.rules.map(rule => applyRule(rule, dossier, context).outcome)
  if (outcomes.some(o => o === 'met' || o === 'not_applicable')) return 'no'
  return outcomes.includes('no_data') ? 'open' : 'yes'
}

/**
 * The grades between which a stored result lies, as far as its totals tell: what may still fire is not stored. Null
 * where that could be.
 */
export function gradesBetween(
  scheme: Scheme,
  { min_total, max_total, grade, vetoes }: Totals & Pick<Graded, 'grade' | 'vetoes'>,
): Graded['grades'] | null {
  if (grade !== null) return { lowest: grade, highest: grade }
  const { decision, grades, grade_limits } = scheme
  if (grades.bands.length === 0) return decision && { lowest: decision.failed, highest: decision.passed }
  if (grade_limits.some(limit => limit.on && !vetoes.includes(limit.id))) return null
  const held = vetoes.map(id => grade_limits.find(l => l.id === id)?.grade ?? scheme.vetoes.grade)
  const under = (total: number) => held.reduce((a, b) => lowerGrade(scheme, a, b), gradeOf(scheme, total))
  return { lowest: under(min_total), highest: under(max_total) }
}

/** The worse of two grades. */
function lowerGrade(scheme: Scheme, a: string, b: string): string {
  const position = (grade: string) => scheme.grades.bands.findIndex(band => band.grade === grade)
  return position(a) >= position(b) ? a : b
}

/** Of a grade held this year and in each of the years before it that the consequence asks for. */
function consequencesOf(
  { consequences }: Scheme,
  grade: string | null,
  { earlier }: Materials,
  { asOf }: RuleContext,
): string[] {
  const year = Number(asOf.slice(0, 4))
  return consequences
    .filter(c => {
      const before = Array.from({ length: c.years - 1 }, (_, k) => year - 1 - k)
      return grade === c.grade && before.every(y => earlier.find(e => e.year === y)?.grade === c.grade)
    })
    .map(c => c.id)
}
