// Two schemes side by side: what one says and the other does not, part by part. Clauses and notes are left out:
// two documents never number alike.
import type { Indicator, Rule, Scheme } from './scheme.ts'

export type SchemePart =
  | 'document'
  | 'raters'
  | 'scoring'
  | 'grades'
  | 'categories'
  | 'indicators'
  | 'metrics'
  | 'nomination'
  | 'jurisdictions'
  | 'stages'
  | 'archive'
  | 'papers'

export const schemeParts: readonly SchemePart[] = [
  'document',
  'raters',
  'scoring',
  'grades',
  'categories',
  'indicators',
  'metrics',
  'nomination',
  'jurisdictions',
  'stages',
  'archive',
  'papers',
]

export interface Difference {
  part: SchemePart
  /** Which of its kind: an indicator's number, a rater kind, a stage; null where there is one only. */
  item: string | null
  /** Null where the whole item is added or gone. */
  field: string | null
  /** Null where the other has no such item or says nothing. */
  before: Said
  after: Said
}

/** Plain values, or the rules of an indicator, to be told by whoever prints them. */
export type Said = string | number | boolean | null | readonly string[] | { rules: readonly Rule[] }

type Fields = Readonly<Record<string, Said>>
type Items = ReadonlyMap<string, Fields>

export function compareSchemes(a: Scheme, b: Scheme): Difference[] {
  const [before, after] = [tableOf(a), tableOf(b)]
  return schemeParts.flatMap(part => compareItems(part, before[part], after[part]))
}

function compareItems(part: SchemePart, before: Items, after: Items): Difference[] {
  const keys = [...before.keys(), ...[...after.keys()].filter(key => !before.has(key))]
  return keys.flatMap((key): Difference[] => {
    const item = key === '' ? null : key
    const [one, other] = [before.get(key), after.get(key)]
    if (one === undefined || other === undefined) {
      const name = (one ?? other)!.name ?? key
      return [{ part, item, field: null, before: one ? name : null, after: other ? name : null }]
    }
    return Object.keys(one).flatMap(field => {
      const [was, is] = [one[field] ?? null, other[field] ?? null]
      return textOf(was) === textOf(is) ? [] : [{ part, item, field, before: was, after: is }]
    })
  })
}

/** Rules without clauses and notes. */
function textOf(said: Said): string {
  if (said === null || typeof said !== 'object' || !('rules' in said)) return JSON.stringify(said)
  return JSON.stringify(said.rules.map(({ clause: _clause, note: _note, ...rule }) => sorted(rule)))
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

const one = (fields: Fields): Items => new Map([['', fields]])
const many = <T>(all: readonly T[], key: (item: T) => string | number, fields: (item: T) => Fields): Items =>
  new Map(all.map(item => [String(key(item)), fields(item)]))

/** What is compared, part by part, each item under the key that makes it the same in both. */
function tableOf(scheme: Scheme): Record<SchemePart, Items> {
  const { scoring, nomination, archive, papers, applies_to } = scheme
  return {
    document: one({
      title: scheme.title,
      notice: scheme.notice,
      issuer: scheme.issuer,
      document: scheme.document,
      status: scheme.status,
      issued: scheme.dated.issued,
      from: scheme.dated.from,
      to: scheme.dated.to,
      basis: scheme.basis,
      subject: applies_to.subject,
      kinds: applies_to.subject === 'agency' ? applies_to.kinds : [],
      types: applies_to.types.map(type => type.name),
      as_of: scheme.as_of.month_day,
      award: scheme.award?.title ?? null,
      award_seats: scheme.award?.seats ?? null,
    }),
    raters: many(
      scheme.raters,
      r => r.kind,
      r => ({ name: r.name, weight: r.weight }),
    ),
    scoring: one({
      cap: scoring.cap.percent,
      complaint_limit: scoring.complaint_limit.working_days,
      outlier: scoring.outlier.percent,
    }),
    grades: new Map<string, Fields>([
      ...many(
        scheme.grades.bands,
        b => b.grade,
        b => ({ label: b.label, min: b.min }),
      ),
      [
        '',
        {
          passed: scheme.decision?.passed ?? null,
          failed: scheme.decision?.failed ?? null,
          min_total: scheme.decision?.min_total ?? null,
          vetoes: scheme.vetoes.indicators.map(String),
        },
      ],
      ...many(
        scheme.grade_limits,
        l => l.id,
        l => ({ name: l.name, grade: l.grade, on: l.on, rules: { rules: l.rules } }),
      ),
      ...many(
        scheme.consequences,
        c => c.id,
        c => ({ name: c.name, grade: c.grade, years: c.years }),
      ),
    ]),
    categories: many(
      scheme.categories,
      c => c.number,
      c => ({ name: c.name, points: c.points }),
    ),
    indicators: many(scheme.indicators, keyOf, i => ({
      name: i.name,
      criterion: i.criterion,
      category: i.category,
      points: i.points,
      evidence: i.evidence,
      required: i.required,
      raters: i.raters,
      rules: { rules: i.rules },
    })),
    metrics: many(
      scheme.metrics,
      m => m.id,
      m => ({ name: m.name, unit: m.unit, is: m.is }),
    ),
    nomination: many(
      nomination === null ? [] : [nomination],
      () => '',
      n => ({
        name: n.title,
        level: n.level,
        seats: n.places_total.seats,
        places_by: n.places_total.by,
        period_from: n.period?.from ?? null,
        period_to: n.period?.to ?? null,
        for_profit_share: n.for_profit_share?.percent ?? null,
        gates: n.gates.filter(gate => gate.on).map(gate => gate.name),
        ranking: n.ranking.map(rank => rank.key),
      }),
    ),
    jurisdictions: many(
      scheme.jurisdictions,
      j => j.code,
      j => ({ name: j.name, places: j.places }),
    ),
    stages: new Map<string, Fields>([
      // How what is given is published before, and what takes it back.
      [
        '',
        {
          publicity_days: scheme.publicity.working_days,
          count_first_day: scheme.publicity.count_first_day,
          grounds: scheme.revocation.grounds.map(g => g.ground),
          taken_back: scheme.revocation.titles,
        },
      ],
      ...many(
        scheme.stages,
        s => s.name,
        s => ({ by: s.by, what: s.what, work: s.work, from: s.from, to: s.to, working_days: s.working_days }),
      ),
      ...many(
        scheme.deadlines,
        d => d.id,
        d => ({
          name: d.name,
          month_day: d.month_day,
          year: d.year,
          sent_to: d.to,
          after_publicity: d.after_publicity,
        }),
      ),
    ]),
    archive: one({ title: archive.title, sections: archive.sections.map(section => section.title) }),
    papers: one({
      recommendation: papers.recommendation?.title ?? null,
      results: papers.results.title,
      quota: papers.quota?.title ?? null,
      no_fee: papers.no_fee?.text ?? null,
    }),
  }
}

/** Types may each have an indicator of one number. */
function keyOf({ number, types }: Indicator): string {
  return types.length === 0 ? String(number) : `${number} ${types.join(' ')}`
}

/** The indicators of a text whose sheets could no longer be read the same way by another. */
export function misfitsOf(before: Scheme, after: Scheme): string[] {
  const now = new Map(after.indicators.map(i => [keyOf(i), i]))
  const kinds = new Set(after.raters.map(r => r.kind))
  const gone = before.raters.filter(r => !kinds.has(r.kind)).map(r => r.kind)
  return [
    ...before.indicators.flatMap(indicator => {
      const same = now.get(keyOf(indicator))
      const fits = same !== undefined && same.points === indicator.points && same.name === indicator.name
      return fits ? [] : [`${indicator.number}.${indicator.name}`]
    }),
    ...gone,
  ]
}
