// The scheme format: what a scheme file may say, checked strictly. Unknown keys are faults.
// Points are written in plain decimals and leave here as integer hundredths.
import { z } from 'zod'
import { sectionIds, standardLayout } from '../domain/archive/sections.ts'
import { isDay } from '../domain/day.ts'
import { parseScaled } from '../domain/exact.ts'
import { annualFacts } from '../domain/records/metric.ts'

const text = z.string().min(1)
const clause = text
/** A day of every year: 29 February is none. */
const monthDay = z.string().refine(text => isDay(`2001-${text}`), 'MM-DD')
/** A plain id such as `gig_market`. */
const word = z.string().regex(/^[a-z0-9_]+$/)
const day = z.string().refine(isDay, 'YYYY-MM-DD')
const year = z.int().min(1949).max(2999)
const code = z.string().regex(/^\d{6}$/)

/** A decimal as written (2.5, 3.75) to hundredths; more than two decimals is a fault. */
const points = z
  .number()
  .nonnegative()
  .transform((value, context) => scaled(value, 2, context))
/** A ratio as written (0.9, 1) to millionths. */
const ratio = z
  .number()
  .nonnegative()
  .transform((value, context) => scaled(value, 6, context))
/** A number of either sign as written (-0.5, 1000) to millionths. */
const amount = z.number().transform((value, context) => scaled(value, 6, context))

function scaled(value: number, places: number, context: z.RefinementCtx): number {
  const read = parseScaled(String(Math.abs(value)), places)
  if (typeof read === 'number') return value < 0 ? -read : read
  const message = read === 'places' ? `at most ${places} decimals` : 'too many digits'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

const months = z.int().nonnegative()
const types = z.array(text).default([])
const common = { advisory: z.boolean().default(false), types, clause, note: text.nullable().default(null) }
const where = z.record(text, z.array(z.union([z.string(), z.boolean()])).min(1))
const countable = z.enum([
  'complaint',
  'inspection',
  'rectification',
  'offense',
  'staff_offense',
  'credit_default',
  'activity',
  'honor',
  'penalty',
])
const count = { record: countable, where, limit: z.int().nonnegative(), months }
const words = z.array(z.union([z.string(), z.boolean()])).min(1)
const metricFact = z.templateLiteral(['metric.', z.string().regex(/^[a-z0-9_]+$/)])
const numberFact = z.union([z.enum(annualFacts), metricFact])

const rule = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('flag'),
    fact: z.union([z.enum(['license.status', 'agency.uscc_valid', 'archive.exists']), metricFact]),
    in: words,
    ...common,
  }),
  z.strictObject({
    type: z.literal('annual_check'),
    years: z.int().positive(),
    pass: z.array(text).min(1),
    ...common,
  }),
  z.strictObject({
    type: z.literal('max_days'),
    fact: z.literal('change.reported_days'),
    max: z.int().nonnegative(),
    ...common,
  }),
  z.strictObject({ type: z.literal('tenure'), months, ...common }),
  z.strictObject({ type: z.literal('no_penalty'), months, ...common }),
  z.strictObject({ type: z.literal('no_verified_complaint'), dishonest: z.boolean(), months, ...common }),
  z.strictObject({
    type: z.literal('ratio_at_least'),
    fact: z.union([
      z.enum(['complaint.on_time_rate', 'commitment.staff_rate', 'survey.satisfaction']),
      metricFact,
    ]),
    min: ratio,
    months: months.default(12),
    ...common,
  }),
  z.strictObject({ type: z.literal('number_at_least'), fact: numberFact, min: amount, ...common }),
  z.strictObject({ type: z.literal('number_at_most'), fact: numberFact, max: amount, ...common }),
  z.strictObject({
    type: z.literal('always'),
    fact: metricFact,
    in: words,
    years: z.int().positive(),
    ...common,
  }),
  z.strictObject({
    type: z.literal('growth'),
    fact: z.enum(annualFacts),
    min: ratio,
    ...common,
  }),
  z.strictObject({ type: z.literal('inspection_items'), items: z.array(text).min(1), months, ...common }),
  z.strictObject({ type: z.literal('count_at_most'), ...count, ...common }),
  z.strictObject({ type: z.literal('count_at_least'), ...count, ...common }),
  z.strictObject({
    type: z.literal('each_quarter_at_least'),
    record: z.literal('activity'),
    where,
    limit: z.int().positive(),
    ...common,
  }),
  z.strictObject({
    type: z.literal('deduct'),
    record: countable,
    where,
    months,
    each: points,
    most: points,
    ...common,
  }),
  z.strictObject({
    type: z.literal('steps'),
    fact: numberFact,
    steps: z.array(z.strictObject({ min: amount, points })).min(1),
    ...common,
  }),
  z.strictObject({ type: z.literal('linear'), fact: numberFact, zero: amount, full: amount, ...common }),
])

const gateCommon = { id: text, name: text, on: z.boolean(), clause }

const nomination = z.strictObject({
  title: text,
  clause,
  places_total: z.strictObject({ seats: z.int().positive(), clause }),
  for_profit_share: z.strictObject({
    percent: z.int().min(0).max(100),
    scope: z.literal('districts'),
    may_waive: z.boolean(),
    clause,
  }),
  gates: z.array(
    z.discriminatedUnion('test', [
      z.strictObject({ ...gateCommon, test: z.literal('evaluated') }),
      z.strictObject({ ...gateCommon, test: z.literal('min_total'), min: points }),
      z.strictObject({ ...gateCommon, test: z.literal('rule'), rule }),
    ]),
  ),
  ranking: z
    .array(
      z.strictObject({
        key: z.enum([
          'total',
          'standard_grade',
          'month_outstanding',
          'verified_complaints',
          'business_start',
        ]),
        clause,
      }),
    )
    .min(1),
})

export const schemeFormat = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: text,
  notice: text,
  issuer: text,
  document: text,
  status: z.enum(['draft', 'in_force']),
  dated: z
    .strictObject({
      issued: day.nullable().default(null),
      from: day.nullable().default(null),
      to: day.nullable().default(null),
      clause,
    })
    .default({ issued: null, from: null, to: null, clause: 'default' }),
  basis: z.array(text),
  applies_to: z.strictObject({
    subject: z.enum(['agency', 'institution', 'window', 'platform', 'community', 'person']).default('agency'),
    kinds: z
      .array(z.enum(['for_profit', 'public']))
      .min(1)
      .default(['for_profit', 'public']),
    types: z.array(z.strictObject({ id: word, name: text, clause })).default([]),
    clause,
  }),
  as_of: z.strictObject({ month_day: monthDay, clause }),
  raters: z
    .array(
      z.strictObject({
        kind: word,
        name: text,
        also: z.array(text).default([]),
        weight: z.int().nonnegative(),
        clause,
      }),
    )
    .min(1),
  scoring: z.strictObject({
    missing_rater: z.strictObject({ use: z.literal('renormalize'), clause }),
    several_sheets: z.strictObject({ use: z.literal('mean'), clause }),
    cap: z.strictObject({ percent: z.int().min(0).max(100), clause }),
    rounding: z.strictObject({ decimals: z.literal(2), mode: z.literal('half_up'), clause }),
    complaint_limit: z
      .strictObject({ working_days: z.int().positive(), clause })
      .default({ working_days: 60, clause: 'default' }),
    outlier: z
      .strictObject({ percent: z.int().min(1).max(100), clause })
      .default({ percent: 30, clause: 'default' }),
  }),
  grades: z
    .strictObject({
      clause,
      bands: z.array(z.strictObject({ grade: text, label: text, min: points })).min(1),
    })
    .default({ clause: 'default', bands: [] }),
  decision: z
    .strictObject({ passed: text, failed: text, min_total: points.nullable().default(null), clause })
    .nullable()
    .default(null),
  vetoes: z
    .strictObject({ grade: text, indicators: z.array(z.int()), clause })
    .default({ grade: '', indicators: [], clause: 'default' }),
  grade_limits: z
    .array(
      z.strictObject({
        id: word,
        name: text,
        grade: text,
        on: z.boolean(),
        rules: z.array(rule).min(1),
        clause,
      }),
    )
    .default([]),
  consequences: z
    .array(z.strictObject({ id: word, name: text, grade: text, years: z.int().positive(), clause }))
    .default([]),
  gaps: z.array(z.strictObject({ note: text, clause })).default([]),
  metrics: z
    .array(
      z.strictObject({
        id: word,
        name: text,
        also: z.array(text).default([]),
        unit: text.nullable().default(null),
        is: z.enum(['number', 'rate', 'yes_no']),
        types,
      }),
    )
    .default([]),
  categories: z.array(z.strictObject({ number: z.int().positive(), name: text, points, clause })).default([]),
  indicators: z
    .array(
      z.strictObject({
        number: z.int().positive(),
        category: z.int().positive().nullable().default(null),
        name: text,
        criterion: text,
        clause,
        points,
        points_clause: clause,
        evidence: z.enum(['records', 'both', 'review']),
        raters: z.array(text),
        rules: z.array(rule).default([]),
        required: z.boolean().default(false),
        types,
      }),
    )
    .min(1),
  nomination: nomination.nullable().default(null),
  jurisdictions: z
    .array(
      z.strictObject({
        code,
        name: text,
        kind: z.enum(['district', 'city']).default('district'),
        places: z.int().nonnegative().default(0),
        market_phones: z.array(text).default([]),
        inspectorate_phones: z.array(text).default([]),
        also: z.array(z.strictObject({ code, name: text, from: text })).default([]),
        clause,
      }),
    )
    .default([]),
  award: z
    .strictObject({
      title: text,
      seats: z.int().positive().nullable().default(null),
      from: year.nullable().default(null),
      to: year.nullable().default(null),
      clause,
    })
    .nullable()
    .default(null),
  contact: z
    .strictObject({ phones: z.array(text), email: text.nullable().default(null), clause })
    .nullable()
    .default(null),
  stages: z
    .array(
      z.strictObject({
        number: z.int().positive(),
        name: text,
        by: text,
        what: text,
        working_days: z.int().positive().nullable().default(null),
        from: day.nullable().default(null),
        to: day.nullable().default(null),
        clause,
      }),
    )
    .default([]),
  deadlines: z
    .array(
      z.strictObject({
        id: text,
        name: text,
        month_day: monthDay,
        year: year.nullable().default(null),
        to: text,
        clause,
      }),
    )
    .default([]),
  archive: z
    .strictObject({
      title: text,
      clause,
      sections: z.array(z.strictObject({ id: z.enum(sectionIds), title: text })),
    })
    .default(standardLayout),
  papers: z.strictObject({
    recommendation: z.strictObject({ title: text, opinion: text, clause }).nullable().default(null),
    results: z.strictObject({ title: text, clause }),
    quota: z.strictObject({ title: text, note: text, clause }).nullable().default(null),
    no_fee: z.strictObject({ text, clause }).nullable().default(null),
  }),
})
