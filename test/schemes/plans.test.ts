// What lies beside the schemes: the integrity month and the recurring duties, read strictly.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { shippedSchemes } from '../../src/schemes/library.ts'
import { readDuties, readMonthPlan } from '../../src/schemes/plans.ts'
import { schemes } from '../domain/fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'chengxin-plans-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Reads a copy of a file with one text in the place of another. */
function changed<T>(name: string, from: string, to: string, read: (folder: string) => T): T {
  copyFileSync(join(schemes, name), join(folder, name))
  const text = readFileSync(join(schemes, name), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(folder, name), text.replace(from, to))
  return read(folder)
}

it('are no schemes', () => {
  expect(shippedSchemes(schemes)).toEqual([
    'beijing-2013',
    'linyi-2022-city',
    'linyi-2022-county',
    'service-window',
    'shandong-community',
    'shandong-platform',
    'shandong-staff',
    'zhoushan-2019',
  ])
})

describe('the integrity month', () => {
  it('is October, with the summary due on 5 November', () => {
    const { name, from, to, tasks } = readMonthPlan(schemes)
    expect([name, from, to]).toEqual(['诚信服务月', '10-01', '10-31'])
    expect(tasks.map(t => [t.days_after, t.clause])).toEqual([...Array(5).fill([0, '三(四)']), [5, '四(四)']])
  })

  it.each([
    ['from: "10-01"', 'from: "10-32"'],
    ['from: "10-01"', 'starts: "10-01"'],
    ['days_after: 5', 'days_after: -1'],
  ])('is refused with %s as %s', (from, to) => {
    expect(() => changed('month.yaml', from, to, readMonthPlan)).toThrow()
  })
})

describe('the duties', () => {
  it('are those of the documents, each with its clause', () => {
    const duties = readDuties(schemes)
    expect(duties.map(d => [d.subject, d.period, Object.values(d.evidence).join(' '), d.clause])).toEqual([
      ['platform', 'quarter', 'activity 调查', '三(五)2'],
      ['platform', 'quarter', 'activity 座谈', '三(五)2'],
      ['platform', 'quarter', 'activity 自查', '四(一)5'],
      ['community', 'quarter', 'activity 宣传', '五(二)5'],
      ['window', 'quarter', 'activity 报告', '二(六)'],
      ['agency', 'half1', 'inspection', '四(四)'],
      ['agency', 'year', 'annual_check', '附件1一2'],
    ])
    expect(new Set(duties.map(d => d.id)).size).toBe(duties.length)
  })

  it.each([
    ['period: quarter', 'period: month'],
    ['kind: 调查', 'kind: 调研'],
    ['clause: 三(五)2', 'remark: 三(五)2'],
    ['record: inspection', 'record: visit'],
  ])('are refused with %s as %s', (from, to) => {
    expect(() => changed('duties.yaml', from, to, readDuties)).toThrow()
  })
})
