// What rules can ask about: every rule of every shipped scheme asks about something known, and reads as a sentence.

import { describe, expect, it } from 'vitest'
import { ruleSentence } from '../../../src/cli/scheme-rules.ts'
import { declaredFact, factOf, facts, metricAsked, metricRules } from '../../../src/domain/scheme/facts.ts'
import type { Rule } from '../../../src/domain/scheme/scheme.ts'
import { loadMessages } from '../../../src/messages/languages.ts'
import { readShippedScheme, shippedSchemes } from '../../../src/schemes/library.ts'
import { schemes } from '../fixtures.ts'

const zh = await loadMessages('zh-CN')
const en = await loadMessages('en')

it('each fact has an id of its own, a register and somebody who has it', () => {
  expect(new Set(facts.map(f => f.id)).size).toBe(facts.length)
  for (const fact of facts) {
    expect(zh.words.help[fact.register], fact.id).toBeTruthy()
    expect(fact.subjects.length, fact.id).toBeGreaterThan(0)
    expect(fact.rules.length, fact.id).toBeGreaterThan(0)
    expect(fact.fields !== null && (fact.is === 'records' || Object.keys(fact.fields).length === 0)).toBe(
      true,
    )
  }
})

it('figures that schemes declare can be asked for by the rules of their kind', () => {
  const all = new Set(Object.values(metricRules).flat())
  expect(new Set(declaredFact.rules)).toEqual(all)
})

describe.each(shippedSchemes(schemes))('%s', id => {
  const { scheme } = readShippedScheme(schemes, id)
  const rules: Rule[] = [
    ...scheme.indicators.flatMap(i => i.rules),
    ...scheme.grade_limits.flatMap(limit => limit.rules),
    ...(scheme.nomination?.gates ?? []).flatMap(gate => (gate.test === 'rule' ? [gate.rule] : [])),
  ]

  it('asks only about facts that its subjects have', () => {
    for (const rule of rules) {
      if (metricAsked(rule) !== null) continue
      const fact = factOf(rule)!
      expect(fact.rules, rule.type).toContain(rule.type)
      expect(fact.subjects, rule.type).toContain(scheme.applies_to.subject)
    }
  })

  it('reads as sentences in both languages', () => {
    for (const m of [zh, en]) {
      for (const rule of rules) {
        const sentence = ruleSentence(m, scheme, rule)
        expect(sentence).not.toMatch(/undefined|NaN|\[object|metric\.|_at_/)
        expect(sentence.length).toBeGreaterThan(5)
      }
    }
  })

  it('is said to be ours where it is ours', () => {
    const ours = rules.filter(rule => rule.clause === 'default')
    for (const rule of ours) expect(ruleSentence(zh, scheme, rule)).toContain('本程序默认')
  })
})

describe('graded rules', () => {
  const common = { advisory: false, types: [], clause: '三', note: null }
  const { scheme } = readShippedScheme(schemes, 'beijing-2013')
  const where = { finding: ['upheld'] }
  const cases: [Rule, string][] = [
    [
      { type: 'deduct', record: 'complaint', where, months: 12, each: 250, most: 1000, ...common },
      '近12个月投诉（结论：属实）每件扣2.5分，最多扣10分　三',
    ],
    [
      {
        type: 'steps',
        fact: 'annual.service_count',
        steps: [
          { min: 1_000_000_000, points: 300 },
          { min: 5_000_000_000, points: 500 },
        ],
        ...common,
      },
      '年服务量：1000人次起得3分，5000人次起得5分　三',
    ],
    [
      { type: 'linear', fact: 'annual.net_profit', zero: 0, full: 1_000_000_000_000, ...common },
      '年度净利润从0元（0分）到1000000元（满分）按比例得分　三',
    ],
    [
      { type: 'growth', fact: 'annual.net_profit', min: 1_050_000, ...common },
      '年度净利润不低于上年的105%　三',
    ],
  ]

  it.each(cases)('%#: $type', (rule, sentence) => {
    expect(ruleSentence(zh, scheme, rule)).toBe(sentence)
  })
})
