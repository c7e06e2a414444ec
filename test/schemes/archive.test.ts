// The sections of the archive in a scheme: each once, none of those missing that entries need.

import { describe, expect, it } from 'vitest'
import { standardLayout } from '../../src/domain/archive/sections.ts'
import { readShippedScheme } from '../../src/schemes/library.ts'
import { parseScheme } from '../../src/schemes/load.ts'
import { schemes } from '../domain/fixtures.ts'

const { source, scheme } = readShippedScheme(schemes, 'beijing-2013')
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

it('beijing-2013 has the six of 三(六)1 in their order', () => {
  expect(scheme.archive.clause).toBe('三(六)1')
  expect(scheme.archive.sections.map(s => s.title)).toEqual([
    '基本信息',
    '遵纪守法情况',
    '投诉举报及处理情况',
    '奖励惩戒情况',
    '诚信守诺情况',
    '诚信评估结果',
  ])
})

it('a scheme on file that says nothing of it has them as ours', () => {
  const silent = source.replace(/^archive:.*\n( .*\n)+/m, '')
  expect(silent).not.toContain('archive:')
  expect(parseScheme(silent, 'a.yaml').value!.archive).toEqual(standardLayout)
  expect(standardLayout.clause).toBe('default')
})

it('a scheme may have 业务经营 in the place of 奖励惩戒 (ZS 三(二))', () => {
  const other = source.replace(
    '{id: rewards_sanctions, title: 奖励惩戒情况}',
    '{id: business, title: 业务经营情况}',
  )
  expect(parseScheme(other, 'a.yaml').value!.archive.sections[3]).toEqual({
    id: 'business',
    title: '业务经营情况',
  })
})

describe.each([
  ['twice', '{id: rewards_sanctions, title: 奖', '{id: complaints, title: 奖', 'CX2004', 'complaints'],
  ['missing', '    - {id: promises, title: 诚信守诺情况}\n', '', 'CX2004', 'promises'],
  ['unknown', '{id: promises, title', '{id: promise, title', 'CX2003', undefined],
])('a section that is %s', (_, found, put, code, detail) => {
  it('is refused where it stands', () => {
    expect(source.split(found)).toHaveLength(2)
    const text = source.replace(found, put)
    const { value, problems } = parseScheme(text, 'a.yaml')
    expect([value, problems.map(p => p.code)]).toEqual([null, [code]])
    expect(problems[0]!.place.line).toBe(put === '' ? lineOf(text, '    - {id: basic') : lineOf(text, put))
    if (detail !== undefined) expect(problems[0]!.params).toMatchObject({ detail })
  })
})
