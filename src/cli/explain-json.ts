// One result explained as JSON, and as rows of a table for spreadsheets.
import { pointsText } from '../domain/exact.ts'
import type { IndicatorResult } from '../domain/score/result.ts'
import { meanText, type RatingGroup, weightText } from '../domain/score/review.ts'
import type { Messages } from '../messages/messages.ts'
import type { Explained, ExplainedRule } from '../work/evaluation/explain-result.ts'
import { nearText, ratingText } from '../work/evaluation/explanation.ts'

export function explainJson(m: Messages, explained: Explained): Record<string, unknown> {
  const { evaluation, scheme, party, type, rank, result, material, limits, fired, gap, stored } = explained
  const counted = (standing: string) => material.sheets.filter(s => s.standing === standing).length
  let [min, max] = [0, 0]
  return {
    uscc: party.uscc,
    code: party.code,
    name: party.name,
    district_code: party.district_code,
    type: type?.id ?? null,
    type_name: type?.name ?? null,
    evaluation: evaluation.id,
    version: evaluation.version,
    scheme: scheme.id,
    year: evaluation.year,
    as_of: evaluation.as_of,
    status: evaluation.status,
    partial_reason: evaluation.partial_reason,
    total: pointsText(result.total),
    min_total: pointsText(result.min_total),
    max_total: pointsText(result.max_total),
    computed_grade: result.computed_grade,
    grade: result.grade,
    grades: result.grades,
    decision: result.decision,
    decision_name: result.decision && scheme.decision![result.decision],
    rank,
    vetoes: result.vetoes,
    fired,
    limits: limits.map(limit => ({ ...limit, rules: limit.rules.map(rule => ruleJson(m, rule)) })),
    consequences: scheme.consequences.filter(c => result.consequences.includes(c.id)),
    bands: { to_next: pointsText(result.bands.to_next), cushion: pointsText(result.bands.cushion) },
    gap: gap && {
      to: gap.to,
      is: gap.is,
      needed: pointsText(gap.needed),
      gains:
        gap.gains?.map(g => ({
          indicator: g.indicator,
          name: g.name,
          gain: pointsText(g.gain),
          by_rules: pointsText(g.by_rules),
          by_ratings: pointsText(g.by_ratings),
        })) ?? null,
    },
    stored: stored && {
      total: pointsText(stored.total),
      min_total: pointsText(stored.min_total),
      max_total: pointsText(stored.max_total),
      grade: stored.grade,
      decision: stored.decision,
      rank: stored.rank,
    },
    sheets: { counted: counted('counted'), withdrawn: counted('withdrawn'), excluded: counted('excluded') },
    indicators: result.indicators.map((indicator, k) => {
      min += indicator.min
      max += indicator.max
      return {
        ...indicatorJson(m, explained, indicator, explained.rules[k]!),
        running: { min: pointsText(min), max: pointsText(max) },
      }
    }),
  }
}

function indicatorJson(
  m: Messages,
  { material }: Explained,
  i: IndicatorResult,
  rules: readonly ExplainedRule[],
): Record<string, unknown> {
  const { override } = i
  return {
    number: i.number,
    name: i.name,
    category: i.category,
    points: pointsText(i.points),
    score: pointsText(i.score),
    min: pointsText(i.min),
    max: pointsText(i.max),
    evidence: i.evidence,
    capped_at: pointsText(i.capped_at),
    condition: i.condition,
    ratings: i.ratings.map(ratingJson),
    ratings_by_rater: material.sheets.flatMap(({ rater_kind, rater, standing, note, ratings }) => {
      const rating = ratings[i.number]
      return rating === undefined ? [] : [{ rater_kind, rater, rating: ratingText(rating), standing, note }]
    }),
    rules: rules.map(rule => ruleJson(m, rule)),
    override: override && {
      points: pointsText(override.points),
      reason: override.reason,
      document: override.document,
      computed: { min: pointsText(override.computed.min), max: pointsText(override.computed.max) },
    },
    clause: i.clause,
    points_clause: i.points_clause,
  }
}

function ratingJson(group: RatingGroup): Record<string, unknown> {
  const { rater_kind, count, counted, set_aside, low, high } = group
  const [lowest, highest] = count === 0 ? [null, null] : [ratingText(low), ratingText(high)]
  return {
    rater_kind,
    mean: meanText(group),
    count,
    weight: weightText(group),
    counted,
    lowest,
    highest,
    set_aside,
  }
}

function ruleJson(m: Messages, { points, near, months, ...rule }: ExplainedRule): Record<string, unknown> {
  return {
    ...rule,
    reason: m.reason(rule.reason),
    months,
    ...(points === null ? {} : { points: { min: pointsText(points.min), max: pointsText(points.max) } }),
    near: near.map(miss => ({ ...miss, message: nearText(m, miss, months) })),
  }
}
