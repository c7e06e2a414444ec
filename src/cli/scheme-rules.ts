// Rules of a scheme read as sentences, and as JSON in the numbers of the file.
import { decimalText, pointsText, ratioText } from '../domain/exact.ts'
import { declaredFact, factOf, metricAsked } from '../domain/scheme/facts.ts'
import type { Rule, Scheme, Where } from '../domain/scheme/scheme.ts'
import type { Messages } from '../messages/messages.ts'
import type { RuleWords } from '../messages/zh-CN/scheme-rules.ts'

/** What a rule says, where it is asked, and its clause. */
export function ruleSentence(m: Messages, scheme: Scheme, rule: Rule): string {
  const { said } = m.words
  const types = rule.types.map(type => typeName(scheme, type))
  const text = ruleText(m, scheme, rule)
  const note = rule.note === text ? null : rule.note
  const end = { advisory: rule.advisory, types, note, clause: clauseText(m, rule.clause) }
  return `${text}${said.ruleEnd(end)}`
}

/** What a rule says, and no more. */
export function ruleText(m: Messages, scheme: Scheme, rule: Rule): string {
  const say = m.words.said.ruleText[rule.type]
  return say(wordsOf(m, scheme, rule))
}

export function clauseText({ words }: Messages, clause: string): string {
  return clause === 'default' ? words.labels.ours : clause
}

export function typeName({ applies_to }: Scheme, id: string): string {
  return applies_to.types.find(type => type.id === id)?.name ?? id
}

export function factName({ words }: Messages, id: string): string {
  if (id === declaredFact.id) return words.said.factName.declared!
  return words.said.factName[id] ?? words.value.fact[id] ?? id
}

function wordsOf(m: Messages, scheme: Scheme, rule: Rule): RuleWords {
  const figure = figureOf(m, scheme, rule)
  const limit = (micro: number) => `${figure.text(micro)}${figure.unit}`
  return {
    about: figure.name,
    limit: 'min' in rule ? limit(rule.min) : 'max' in rule ? maxText(rule, limit(rule.max), figure.unit) : '',
    count: 'limit' in rule ? rule.limit : 0,
    // Figures have periods of their own.
    months: 'months' in rule && metricAsked(rule) === null ? rule.months : 0,
    years: 'years' in rule ? rule.years : 0,
    words: listed(m, rule),
    dishonest: 'dishonest' in rule && rule.dishonest,
    each: rule.type === 'deduct' ? plain(pointsText(rule.each)) : '',
    most: rule.type === 'deduct' ? plain(pointsText(rule.most)) : '',
    steps:
      rule.type === 'steps'
        ? rule.steps.map(step => ({ limit: limit(step.min), points: plain(pointsText(step.points)) }))
        : [],
    zero: rule.type === 'linear' ? limit(rule.zero) : '',
    full: rule.type === 'linear' ? limit(rule.full) : '',
  }
}

/** Days are whole numbers, all other limits millionths. */
function maxText(rule: Rule & { max: number }, limit: string, unit: string): string {
  return rule.type === 'max_days' ? `${rule.max}${unit}` : limit
}

interface Asked {
  name: string
  unit: string
  text: (micro: number) => string
}

const percent = (micro: number) => `${ratioText({ n: BigInt(micro), d: 10_000n }, 0, 4)}%`

function figureOf(m: Messages, scheme: Scheme, rule: Rule): Asked {
  const id = metricAsked(rule)
  if (id !== null) {
    const metric = scheme.metrics.find(one => one.id === id)!
    return metric.is === 'rate'
      ? { name: metric.name, unit: '', text: percent }
      : { name: metric.name, unit: metric.unit ?? '', text: decimalText }
  }
  const fact = factOf(rule)!
  const where = 'where' in rule ? whereText(m, rule.where) : ''
  const share = fact.is === 'rate' || rule.type === 'growth'
  return {
    name: `${factName(m, fact.id)}${where}`,
    unit: share ? '' : (fact.unit ?? ''),
    text: share ? percent : decimalText,
  }
}

/** 2.50 is 2.5 in a sentence. */
function plain(points: string): string {
  return points.replace(/\.?0+$/, '')
}

function listed(m: Messages, rule: Rule): string {
  const { labels, value } = m.words
  const words =
    'in' in rule ? rule.in : 'pass' in rule ? rule.pass : 'items' in rule ? rule.items : ([] as string[])
  return words.map(word => value.fact_value[String(word)] ?? String(word)).join(labels.listStop)
}

function whereText(m: Messages, where: Where): string {
  const { said } = m.words
  return said.where(
    Object.entries(where).map(([field, words]) => ({
      field: said.fieldName[field] ?? field,
      words: words.map(word => fieldWord(m, word)),
    })),
  )
}

export function fieldWord({ words }: Messages, word: string | boolean): string {
  return words.said.fieldWord[String(word)] ?? words.value.fact_value[String(word)] ?? String(word)
}

/** A rule in the numbers of the file, with its sentence. */
export function ruleJson(m: Messages, scheme: Scheme, rule: Rule): Record<string, unknown> {
  const numbers = Object.entries(rule).map(([key, value]) => {
    if (key === 'steps')
      return [
        key,
        (value as { min: number; points: number }[]).map(step => ({
          min: decimalText(step.min),
          points: pointsText(step.points),
        })),
      ]
    if (key === 'each' || key === 'most') return [key, pointsText(value as number)]
    const scaled = ['min', 'zero', 'full'].includes(key) || (key === 'max' && rule.type === 'number_at_most')
    return [key, scaled ? decimalText(value as number) : value]
  })
  return { ...Object.fromEntries(numbers), text: ruleText(m, scheme, rule) }
}
