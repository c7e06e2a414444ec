// Broken scheme files, one fault each. The first two lines of each tell what is to be said: the code with line and
// column, and the sentence.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problemJson } from '../../src/cli/problem-text.ts'
import { loadMessages } from '../../src/messages/languages.ts'
import { parseScheme } from '../../src/schemes/load.ts'

const folder = join(import.meta.dirname, 'broken')
const files = readdirSync(folder).filter(name => name !== 'sound.yaml')
const m = await loadMessages('zh-CN')

it('are made from a sound one', () => {
  const { value, problems } = parseScheme(readFileSync(join(folder, 'sound.yaml'), 'utf8'), 'sound.yaml')
  expect(problems).toEqual([])
  expect(value?.indicators).toHaveLength(3)
})

it('do not shut out a text that older databases hold', () => {
  const first = readFileSync(join(import.meta.dirname, '..', 'store', 'first-scheme.yaml'), 'utf8')
  expect(parseScheme(first, 'first-scheme.yaml').problems).toEqual([])
})

describe.each(files)('%s', name => {
  const source = readFileSync(join(folder, name), 'utf8')
  const [place, sentence] = source.split('\n').map(line => line.slice('# '.length))

  it('has the one fault that it tells', () => {
    const { value, problems } = parseScheme(source, name)
    expect(value).toBe(null)
    const told = problems.map(p => [`${p.code} ${p.place.line}:${p.place.offset}`, problemJson(m, p).message])
    expect(told).toEqual([[place, sentence]])
  })
})

describe('several faults', () => {
  const sound = readFileSync(join(folder, 'sound.yaml'), 'utf8')
  const codes = (text: string) =>
    parseScheme(text, 'a.yaml').problems.map(p => `${p.code} ${p.place.line}:${p.place.offset}`)

  it('of form and of sense are told together, in the order of the file', () => {
    const text = sound
      .replace('status: in_force', 'status: valid')
      .replace('label: 良, min: 0', 'label: 良, min: 1')
      .replace('raters: [inner, outer]', 'raters: [inner, outer, third]')
      .replace('type: number_at_least', 'type: number_at_lest')
      .replace('title: 样例窗口评分表', 'titel: 样例窗口评分表, title: 样例窗口评分表')
    const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length
    expect(codes(text).map(told => told.split(':')[0])).toEqual([
      `CX2003 ${lineOf('status: valid')}`,
      `CX2004 ${lineOf('label: 良')}`,
      `CX2003 ${lineOf('number_at_lest')}`,
      `CX2004 ${lineOf('third]')}`,
      `CX2002 ${lineOf('titel')}`,
    ])
  })

  it('in a list that cannot be read do not hide those of the others', () => {
    const text = sound.replace('points: 60', 'points: sixty').replace('from: 2022-04-01', 'from: 2022-01-01')
    expect(codes(text).map(told => told.slice(0, 6))).toEqual(['CX2004', 'CX2003'])
  })
})
