// What rules of a scheme can ask about: each fact with its type, its unit, the register it comes from, and whom it is
// known of. The checker refuses whatever is not here.
import { annualFacts, firstUnit, metricOf } from '../records/metric.ts'
import { countableFields } from '../score/countable.ts'
import type { Countable, Rule, RuleBody, SubjectNoun } from './scheme.ts'

export type FactType = 'word' | 'yes_no' | 'rate' | 'number' | 'days' | 'months' | 'records' | 'declared'
type Word = string | boolean

export interface Fact {
  /** As rules name it, or the type of rule that alone asks for it. */
  id: string
  is: FactType
  unit: string | null
  /** The noun of the register. */
  register: string
  subjects: readonly SubjectNoun[]
  rules: readonly RuleBody['type'][]
  /** What a word can be. */
  words: readonly Word[]
  /** Of records: what a `where` may name, with the words it can hold; `any` for free text. */
  fields: Readonly<Record<string, readonly Word[] | 'any'>>
}

const ALL: readonly SubjectNoun[] = ['agency', 'institution', 'window', 'platform', 'community', 'person']
const AGENCY: readonly SubjectNoun[] = ['agency']

function fact(
  id: string,
  is: FactType,
  register: string,
  subjects: readonly SubjectNoun[],
  rules: readonly RuleBody['type'][],
  more: Partial<Pick<Fact, 'unit' | 'words' | 'fields'>> = {},
): Fact {
  return { id, is, unit: null, register, subjects, rules, words: [], fields: {}, ...more }
}

const numeric = ['number_at_least', 'number_at_most', 'steps', 'linear'] as const

/** Whose records of a kind are on file, and which rules besides counting look at them. */
const records: Readonly<
  Record<Countable, { register: string; subjects: readonly SubjectNoun[]; rules?: RuleBody['type'][] }>
> = {
  complaint: { register: 'complaint', subjects: ALL, rules: ['no_verified_complaint'] },
  penalty: { register: 'penalty', subjects: AGENCY, rules: ['no_penalty'] },
  offense: { register: 'offense', subjects: ALL },
  staff_offense: { register: 'offense', subjects: AGENCY },
  credit_default: { register: 'offense', subjects: ALL },
  inspection: { register: 'inspection', subjects: AGENCY, rules: ['inspection_items'] },
  rectification: { register: 'inspection', subjects: AGENCY },
  activity: { register: 'activity', subjects: ALL, rules: ['each_quarter_at_least'] },
  honor: { register: 'honor', subjects: ALL },
}

export const facts: readonly Fact[] = [
  fact('license.status', 'word', 'license', AGENCY, ['flag'], {
    words: ['valid', 'expired', 'cancelled', 'revoked', 'suspended'],
  }),
  fact('agency.uscc_valid', 'yes_no', 'agency', AGENCY, ['flag'], { words: [true, false] }),
  fact('archive.exists', 'yes_no', 'archive', AGENCY, ['flag'], { words: [true, false] }),
  fact('change.reported_days', 'days', 'license', AGENCY, ['max_days'], { unit: '日' }),
  fact('annual_check', 'word', 'annual', ALL, ['annual_check'], { words: ['passed', 'failed', 'deferred'] }),
  fact('tenure', 'months', 'agency', ALL, ['tenure'], { unit: '月' }),
  fact('complaint.on_time_rate', 'rate', 'complaint', ALL, ['ratio_at_least'], { unit: '%' }),
  fact('commitment.staff_rate', 'rate', 'commitment', AGENCY, ['ratio_at_least'], { unit: '%' }),
  fact('survey.satisfaction', 'rate', 'activity', ALL, ['ratio_at_least'], { unit: '%' }),
  ...annualFacts.map(id =>
    fact(id, 'number', 'metric', ALL, [...numeric, 'growth'], { unit: firstUnit(metricOf(id)) }),
  ),
  ...Object.entries(records).map(([id, { register, subjects, rules = [] }]) =>
    fact(id, 'records', register, subjects, [...rules, 'count_at_most', 'count_at_least', 'deduct'], {
      fields: countableFields[id as Countable],
    }),
  ),
]

/** A figure that the scheme declares under `metrics`. */
export const declaredFact: Fact = fact('metric.*', 'declared', 'metric', ALL, [
  ...numeric,
  'ratio_at_least',
  'flag',
  'always',
])

/** What a figure that the scheme declares can be, and the rules that can ask for it. */
export const metricRules: Readonly<Record<'number' | 'rate' | 'yes_no', readonly RuleBody['type'][]>> = {
  number: numeric,
  rate: ['ratio_at_least', 'steps', 'linear'],
  yes_no: ['flag', 'always'],
}

const byId = new Map(facts.map(f => [f.id, f]))

/** What a rule asks about; undefined for a figure that its scheme declares. */
export function factOf(rule: Rule): Fact | undefined {
  if ('fact' in rule) return byId.get(rule.fact)
  if ('record' in rule) return byId.get(rule.record)
  return facts.find(f => f.rules.includes(rule.type))
}

/** The id of the declared figure that a rule asks for. */
export function metricAsked(rule: Rule): string | null {
  return 'fact' in rule && rule.fact.startsWith('metric.') ? rule.fact.slice('metric.'.length) : null
}
