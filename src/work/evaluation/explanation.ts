// An explanation in words, for the terminal and for papers: head lines, notices, and every indicator with its lines.
import { pointsText, shortText } from '../../domain/exact.ts'
import type { Category, Scheme } from '../../domain/scheme/scheme.ts'
import type { NearMiss } from '../../domain/score/near.ts'
import type { IndicatorResult, SubjectResult } from '../../domain/score/result.ts'
import { meanText, type RatingGroup, weightText } from '../../domain/score/review.ts'
import type { Messages } from '../../messages/messages.ts'
import type { Explained, ExplainedRule } from './explain-result.ts'

/** How a line is meant: what costs points is bad, what is unknown or only advised is open. */
export type Tone = 'good' | 'bad' | 'open' | 'plain'

export interface ExplanationLine {
  mark: string
  tone: Tone
  text: string
  /** What stands below it: single ratings, near misses. */
  below: string[]
}

export interface ExplainedIndicator {
  name: string
  /** Points or, of a condition, whether it is fulfilled. */
  score: string
  /** Null of a condition. */
  points: string | null
  /** The total after it; null where it adds nothing. */
  running: string | null
  source: string
  lines: ExplanationLine[]
}

export interface ExplainedSection {
  /** Null where the scheme has no categories. */
  title: string | null
  sum: string | null
  indicators: ExplainedIndicator[]
}

export interface Explanation {
  name: string
  code: string
  head: string[]
  /** What holds down, what is proposed, what is missing to the next line; in this order. */
  notices: { tone: Tone; text: string }[]
  sections: ExplainedSection[]
  /** What the marks mean. */
  legend: string
}

/** `singles`: with every rater's own rating. */
export function explanationOf(m: Messages, explained: Explained, singles: boolean): Explanation {
  const { evaluation, scheme, party, type, result } = explained
  const { explanation: said } = m.words.said
  const indicators = indicatorsOf(m, explained, singles)
  const inside = (category: number | null) =>
    indicators.filter((_, k) => result.indicators[k]!.category === category)
  const sections = [null, ...scheme.categories].map((category): ExplainedSection => {
    const of = category?.number ?? null
    const own = result.indicators.filter(i => i.category === of)
    return {
      title: category?.name ?? null,
      sum: category === null ? null : sumOf(m, category, own),
      indicators: inside(of),
    }
  })
  const limits = limitSection(m, explained)
  return {
    name: party.name,
    code: party.uscc ?? party.code ?? '',
    head: [said.explainHead(evaluation, scheme, type?.name ?? null), totalLine(m, explained)],
    notices: noticesOf(m, explained),
    sections: [...sections, ...limits].filter(section => section.indicators.length > 0),
    legend: said.legend,
  }
}

function totalLine(m: Messages, { scheme, rank, result }: Explained): string {
  const { total, computed_grade, grade, grades, bands, decision } = result
  const graded = scheme.grades.bands.length > 0
  // A grade brought down by a veto or a limit has no distances: they are those of the computed one.
  const held = grade !== computed_grade
  return m.words.said.explanation.explainTotal({
    total:
      result.max_total === 0 && scheme.indicators.every(i => i.points === 0)
        ? null
        : rangeText(result, total),
    grade: graded ? { grade, computed: held ? computed_grade : null, ...grades } : null,
    decision: scheme.decision && { word: decision && scheme.decision[decision] },
    rank,
    toNext: held ? null : pointsText(bands.to_next),
    cushion: held ? null : pointsText(bands.cushion),
  })
}

function rangeText({ min_total, max_total }: SubjectResult, total: number | null): string {
  return pointsText(total) ?? `${pointsText(min_total)}–${pointsText(max_total)}`
}

function noticesOf(m: Messages, explained: Explained): Explanation['notices'] {
  const { evaluation, scheme, fired, limits, gap, result, material, unranked } = explained
  const { explanation: said } = m.words.said
  const clause = (text: string) => clauseText(m, text)
  return [
    ...(evaluation.partial_reason === null
      ? []
      : [{ tone: 'open' as const, text: said.partial(evaluation.partial_reason) }]),
    ...(unranked === 0
      ? []
      : [{ tone: 'open' as const, text: said.unranked(unranked, scheme.applies_to.subject) }]),
    ...fired.map(f => {
      const at = result.indicators.find(i => i.number === f.id)
      const points = pointsText(at?.capped_at ?? null)
      return { tone: 'bad' as const, text: said.fired({ ...f, points, clause: clause(f.clause) }) }
    }),
    ...limits
      .filter(limit => limit.fires === 'open')
      .map(({ name, grade, clause: c }) => ({
        tone: 'open' as const,
        text: said.limitOpen({ name, grade, clause: clause(c) }),
      })),
    ...scheme.consequences
      .filter(c => result.consequences.includes(c.id))
      .map(c => ({ tone: 'bad' as const, text: said.consequence({ ...c, clause: clause(c.clause) }) })),
    ...(material.sheets.some(s => s.standing !== 'counted')
      ? [{ tone: 'open' as const, text: said.setAside(standings(material.sheets)) }]
      : []),
    ...(gap === null
      ? []
      : [
          {
            tone: 'plain' as const,
            text: said.gap({
              ...{ to: gap.to, is: gap.is, needed: pointsText(gap.needed) },
              gains:
                gap.gains?.map(g => ({
                  name: `${g.indicator}.${g.name}`,
                  gain: pointsText(g.gain),
                  byRules: g.by_rules === 0 ? null : pointsText(g.by_rules),
                  byRatings: g.by_ratings === 0 ? null : pointsText(g.by_ratings),
                })) ?? null,
            }),
          },
        ]),
  ]
}

function standings(sheets: Explained['material']['sheets']): { withdrawn: number; excluded: number } {
  const count = (standing: string) => sheets.filter(s => s.standing === standing).length
  return { withdrawn: count('withdrawn'), excluded: count('excluded') }
}

function sumOf(m: Messages, { points }: Category, own: readonly IndicatorResult[]): string {
  const { labels } = m.words
  const { explanation: said } = m.words.said
  const parts: string[] = []
  if (points > 0) {
    const known = own.every(i => i.score !== null)
    const sum = known ? pointsText(own.reduce((total, i) => total + i.score!, 0)) : labels.unknown
    parts.push(`${sum} / ${pointsText(points)}`)
  }
  const conditions = own.filter(i => i.points === 0 && i.condition !== null)
  if (conditions.length > 0) {
    const count = (condition: string) => conditions.filter(i => i.condition === condition).length
    parts.push(said.conditions(count('met'), count('not_met'), count('no_data')))
  }
  return parts.join('  ')
}

function indicatorsOf(m: Messages, explained: Explained, singles: boolean): ExplainedIndicator[] {
  const { scheme, result, rules } = explained
  const { value } = m.words
  const { explanation: said } = m.words.said
  let [min, max] = [0, 0]
  return result.indicators.map((indicator, k) => {
    const { number, name, points, condition } = indicator
    min += indicator.min
    max += indicator.max
    const fulfilled = condition === null ? null : said.condition[condition]
    const score = pointsText(indicator.score) ?? `${pointsText(indicator.min)}–${pointsText(indicator.max)}`
    const running = min === max ? pointsText(min) : `${pointsText(min)}–${pointsText(max)}`
    const source = said.source(value.evidence[indicator.evidence], clauseText(m, indicator.clause))
    return {
      name: `${number}.${name}`,
      score: points === 0 ? (fulfilled ?? m.words.labels.none) : score,
      points: points === 0 ? null : pointsText(points),
      running: points === 0 ? null : running,
      source: points > 0 && fulfilled !== null ? said.source(source, fulfilled) : source,
      lines: [
        ...indicator.ratings.map(group =>
          ratingLine(m, { scheme, group, points }, singles ? singlesOf(m, explained, indicator, group) : []),
        ),
        ...rules[k]!.map(rule => ruleLine(m, rule)),
        ...standingLines(m, indicator),
      ],
    }
  })
}

function ratingLine(
  m: Messages,
  { scheme, group, points }: { scheme: Scheme; group: RatingGroup; points: number },
  below: string[],
): ExplanationLine {
  const name = scheme.raters.find(r => r.kind === group.rater_kind)?.name ?? group.rater_kind
  const { count, counted, low, high, set_aside } = group
  const spread = count > 1 ? { low: ratingText(low), high: ratingText(high) } : null
  const told = {
    ...{ name, mean: meanText(group), count, spread, condition: points === 0 },
    ...{ weight: weightText(group), counted, setAside: set_aside },
  }
  return { mark: '·', tone: 'plain', text: m.words.said.explanation.rating(told), below }
}

/** A rating as it was given, with two decimals at least. */
export function ratingText(micro: number): string {
  return shortText(micro, 2, 6)
}

function singlesOf(
  m: Messages,
  { material }: Explained,
  { number, points }: IndicatorResult,
  { rater_kind }: RatingGroup,
): string[] {
  return material.sheets.flatMap(sheet => {
    const rating = sheet.ratings[number]
    if (sheet.rater_kind !== rater_kind || rating === undefined) return []
    const { rater, standing, note } = sheet
    const given = points === 0 ? m.words.said.explanation.judged(rating > 0) : ratingText(rating)
    return [m.words.said.explanation.single({ rater, points: given, standing, note })]
  })
}

const MARKS = { met: '✓', not_met: '✗', no_data: '?', not_applicable: '–' } as const

function ruleLine(m: Messages, rule: ExplainedRule): ExplanationLine {
  const { from, to, outcome, hard } = rule
  const text = m.words.said.explanation.rule({
    note: rule.note ?? m.words.value.ruleType[rule.type] ?? rule.type,
    advisory: !hard,
    reason: m.reason(rule.reason),
    records: rule.records,
    span: from !== null && to !== null && from !== to ? `${from} ~ ${to}` : null,
    clause: clauseText(m, rule.clause),
  })
  const lost = outcome === 'not_met' ? (hard ? 'bad' : 'open') : 'good'
  const tone = outcome === 'no_data' ? 'open' : lost
  return {
    mark: MARKS[outcome],
    tone,
    text,
    below: rule.near.map(miss => `≈ ${nearText(m, miss, rule.months)}`),
  }
}

/** As the sentence tells it. References of records without a number end with their day, which it tells already. */
export function nearText(m: Messages, miss: NearMiss, months: number | null): string {
  const { record, day } = miss
  const named = record === day ? null : record.replace(` ${day}`, '')
  return m.words.said.explanation.near({ ...miss, record: named, months })
}

/** What stands in the place of what was worked out. */
function standingLines(m: Messages, { capped_at, override }: IndicatorResult): ExplanationLine[] {
  const { explanation: said } = m.words.said
  const lines: ExplanationLine[] = []
  if (capped_at !== null)
    lines.push({ mark: '!', tone: 'bad', text: said.capped(pointsText(capped_at)), below: [] })
  if (override !== null) {
    const { points, reason, document, computed } = override
    const { min, max } = computed
    const worked = min === max ? pointsText(min) : `${pointsText(min)}–${pointsText(max)}`
    const text = said.overridden({ points: pointsText(points), computed: worked, reason, document })
    lines.push({ mark: '!', tone: 'open', text, below: [] })
  }
  return lines
}

/** Grade limits that are switched on, each with what its rules say. */
function limitSection(m: Messages, { limits }: Explained): ExplainedSection[] {
  const { explanation: said } = m.words.said
  const shown = limits.map((limit): ExplainedIndicator => {
    const held = said.limit(limit.grade)
    return {
      name: limit.name,
      score: said.limitFires[limit.fires],
      points: null,
      running: null,
      source: said.source(held, clauseText(m, limit.clause)),
      lines: limit.rules.map(rule => ruleLine(m, rule)),
    }
  })
  return [{ title: said.limits, sum: '', indicators: shown }]
}

/** Values that the document does not have are named as ours. */
export function clauseText({ words }: Messages, clause: string): string {
  return clause === 'default' ? words.labels.ours : clause
}
