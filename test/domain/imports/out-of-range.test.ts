// What a value out of range is told to be: only where a percentage was asked for is it said how one is written.
import { describe, expect, it } from 'vitest'
import { readCell } from '../../../src/domain/imports/cell.ts'
import type { ColumnType, Fault } from '../../../src/domain/imports/column.ts'
import { loadMessages } from '../../../src/messages/languages.ts'

const CASES: [ColumnType, string, boolean][] = [
  [{ is: 'rate' }, '95', true],
  [{ is: 'rate' }, '101%', true],
  [{ is: 'rate' }, '-1', true],
  [{ is: 'int', max: 100 }, '101', false],
  [{ is: 'money' }, '-5000', false],
  [{ is: 'points', max: 375, indicator: '5' }, '-1', false],
  [{ is: 'year' }, '1900', false],
]

describe.each(['zh-CN', 'en'] as const)('the remedy in %s', async language => {
  const { problems } = await loadMessages(language)
  it.each(CASES)('for %j %s', (type, text, percent) => {
    const [found] = readCell({ key: 'x', headers: ['某列'], type }, text) as Fault[]
    expect(found?.code).toBe('CX1034')
    const { fix } = problems.CX1034(found!.params as never)
    expect(fix?.includes('95%')).toBe(percent)
  })
})
