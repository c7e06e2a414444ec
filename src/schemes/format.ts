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
const common = { advisory: z.boolean().default(false), clause, note: text.nullable().default(null) }
const where = z.record(text, z.array(z.union([z.string(), z.boolean()])).min(1))
const countable = z.enum([
  'complaint',
  'inspection',
  'rectification',
  'staff_offense',
  'credit_default',
  'activity',
  'honor',
])
const count = { record: countable, where, limit: z.int().nonnegative(), months }

const rule = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('flag'),
    fact: z.enum(['license.status', 'agency.uscc_valid', 'archive.exists']),
    in: z.array(z.union([z.string(), z.boolean()])).min(1),
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
    fact: z.enum(['complaint.on_time_rate', 'commitment.staff_rate', 'survey.satisfaction']),
    min: ratio,
    months,
    ...common,
  }),
  z.strictObject({
    type: z.literal('number_at_least'),
    fact: z.enum(annualFacts),
    min: amount,
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
])

const gateCommon = { id: text, name: text, on: z.boolean(), clause }

export const schemeFormat = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: text,
  notice: text,
  issuer: text,
  document: text,
  status: z.enum(['draft', 'in_force']),
  basis: z.array(text),
  applies_to: z.strictObject({ kinds: z.array(z.enum(['for_profit', 'public'])).min(1), clause }),
  as_of: z.strictObject({ month_day: monthDay, clause }),
  raters: z
    .array(
      z.strictObject({
        kind: z.string().regex(/^[a-z_]+$/),
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
    complaint_limit: z.strictObject({ working_days: z.int().positive(), clause }),
  }),
  grades: z.strictObject({
    clause,
    bands: z.array(z.strictObject({ grade: text, label: text, min: points })).min(1),
  }),
  vetoes: z.strictObject({ grade: text, indicators: z.array(z.int()), clause }),
  categories: z.array(z.strictObject({ number: z.int().positive(), name: text, points, clause })).min(1),
  indicators: z
    .array(
      z.strictObject({
        number: z.int().positive(),
        category: z.int().positive(),
        name: text,
        criterion: text,
        clause,
        points,
        points_clause: clause,
        evidence: z.enum(['records', 'both', 'review']),
        raters: z.array(text),
        rules: z.array(rule),
      }),
    )
    .min(1),
  nomination: z.strictObject({
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
  }),
  jurisdictions: z
    .array(
      z.strictObject({
        code,
        name: text,
        kind: z.enum(['district', 'city']).default('district'),
        places: z.int().nonnegative(),
        market_phones: z.array(text).default([]),
        inspectorate_phones: z.array(text).default([]),
        also: z.array(z.strictObject({ code, name: text, from: text })).default([]),
        clause,
      }),
    )
    .min(1),
  deadlines: z.array(z.strictObject({ id: text, name: text, month_day: monthDay, to: text, clause })),
  archive: z
    .strictObject({
      title: text,
      clause,
      sections: z.array(z.strictObject({ id: z.enum(sectionIds), title: text })),
    })
    .default(standardLayout),
  papers: z.strictObject({
    recommendation: z.strictObject({ title: text, opinion: text, clause }),
    results: z.strictObject({ title: text, clause }),
    quota: z.strictObject({ title: text, note: text, clause }),
    no_fee: z.strictObject({ text, clause }),
  }),
})
