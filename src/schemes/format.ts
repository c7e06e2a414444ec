// The scheme format: what a scheme file may say, checked strictly. Unknown keys are faults.
import { z } from 'zod'
import { sectionIds, standardLayout } from '../domain/archive/sections.ts'
import { REVOCATION_GROUNDS } from '../domain/scheme/nomination-rules.ts'
import { STAGE_WORK } from '../domain/scheme/scheme.ts'
import { clause, code, day, monthDay, points, rule, text, types, word, year } from './rule-format.ts'

const gateCommon = { id: text, name: text, on: z.boolean(), clause }

const nomination = z.strictObject({
  title: text,
  level: text.nullable().default(null),
  clause,
  places_total: z.strictObject({
    seats: z.int().positive(),
    by: z.enum(['table', 'allotment', 'whole']).default('table'),
    clause,
  }),
  period: z.strictObject({ from: year, to: year, clause }).nullable().default(null),
  for_profit_share: z
    .strictObject({
      percent: z.int().min(0).max(100),
      scope: z.literal('districts'),
      may_waive: z.boolean(),
      clause,
    })
    .nullable()
    .default(null),
  gates: z.array(
    z.discriminatedUnion('test', [
      z.strictObject({ ...gateCommon, test: z.literal('evaluated') }),
      z.strictObject({ ...gateCommon, test: z.literal('min_total'), min: points }),
      z.strictObject({ ...gateCommon, test: z.literal('passed') }),
      z.strictObject({ ...gateCommon, test: z.literal('holds_title'), titles: z.array(text).min(1) }),
      z.strictObject({ ...gateCommon, test: z.literal('not_held') }),
      z.strictObject({ ...gateCommon, test: z.literal('not_revoked'), months: z.int().positive() }),
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
          'city_honor',
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
  publicity: z
    .strictObject({ working_days: z.int().positive(), count_first_day: z.boolean(), clause })
    .default({ working_days: 5, count_first_day: true, clause: 'default' }),
  revocation: z
    .strictObject({
      clause,
      titles: z.array(text).default([]),
      grounds: z.array(z.strictObject({ ground: z.enum(REVOCATION_GROUNDS), clause })).min(1),
    })
    .default({
      clause: 'default',
      titles: [],
      grounds: (
        ['dishonest_complaint', 'verified_complaint', 'penalty', 'blacklist', 'dissolved'] as const
      ).map(ground => ({ ground, clause: 'default' })),
    }),
  contact: z
    .strictObject({ phones: z.array(text), email: text.nullable().default(null), clause })
    .nullable()
    .default(null),
  stages: z
    .array(
      z.strictObject({
        number: z.int().positive(),
        work: z.array(z.enum(STAGE_WORK)).default([]),
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
        after_publicity: z.boolean().default(false),
        done_by: z.enum(['papers', 'titles', 'filing']).nullable().default(null),
        handed_in: z.enum(['nomination', 'month', 'year']).nullable().default(null),
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

/** The format for editors, as the file is written: before points and limits become integers. */
export function schemeSchema(): Record<string, unknown> {
  return z.toJSONSchema(schemeFormat, { io: 'input', reused: 'ref' }) as Record<string, unknown>
}
