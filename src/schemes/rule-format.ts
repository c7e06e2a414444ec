// The parts that a scheme file is made of: texts, days, points, and the rules.
// Points are written in plain decimals and leave here as integer hundredths, limits as integer millionths.
import { z } from 'zod'
import { isDay } from '../domain/day.ts'
import { parseScaled } from '../domain/exact.ts'
import { annualFacts } from '../domain/records/metric.ts'

export const text = z.string().min(1)
export const clause = z.string().min(1)
/** A day of every year: 29 February is none. */
export const monthDay = z
  .string()
  .regex(/^\d\d-\d\d$/, { abort: true })
  .refine(text => isDay(`2001-${text}`), 'MM-DD')
/** A plain id such as `gig_market`. */
export const word = z.string().regex(/^[a-z0-9_]+$/)
export const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, { abort: true })
  .refine(isDay, 'YYYY-MM-DD')
export const year = z.int().min(1949).max(2999)
export const code = z.string().regex(/^\d{6}$/)

/** A decimal as written (2.5, 3.75) to hundredths; more than two decimals is a fault. */
export const points = z
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
export const types = z.array(text).default([])
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

export const rule = z.discriminatedUnion('type', [
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
