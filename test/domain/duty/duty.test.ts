// Recurring duties: who owes what in which period, and what shows that it was done.
import { describe, expect, it } from 'vitest'
import { type Duty, type DutySubject, type Evidence, owedDuties } from '../../../src/domain/duty/duty.ts'

const survey: Duty = {
  id: 'survey',
  name: '问卷',
  subject: 'platform',
  only: null,
  period: 'quarter',
  evidence: { record: 'activity', kind: '调查' },
  document: '文',
  clause: '一',
}
const half: Duty = {
  ...survey,
  id: 'half',
  subject: 'agency',
  period: 'half1',
  evidence: { record: 'inspection' },
}
const check: Duty = { ...half, id: 'check', period: 'year', evidence: { record: 'annual_check' } }

const platform = (given: Partial<DutySubject> = {}): DutySubject => ({
  id: 1,
  kind: 'platform',
  name: '样例平台',
  post: null,
  started_on: null,
  ended_on: null,
  unchecked: false,
  ...given,
})
const agency = (given: Partial<DutySubject> = {}) => platform({ kind: 'agency', name: '样例机构', ...given })

const held = (when: string, given: Partial<Evidence> = {}): Evidence => ({
  of: 'subject',
  id: 1,
  record: 'activity',
  kind: '调查',
  when,
  shown: { id: 7, label: when },
  ...given,
})
const inspected = (when: string, given: Partial<Evidence> = {}) =>
  held(when, { of: 'agency', record: 'inspection', kind: null, ...given })
const checked = (when: string) => inspected(when, { record: 'annual_check' })

function owed(
  duty: Duty,
  subject: DutySubject,
  evidence: Evidence[],
  { year = 2013, today = '2013-11-04' } = {},
): string {
  return owedDuties([duty], [subject], evidence, { year, today })
    .map(o => `${o.period} ${o.state}`)
    .join(', ')
}

describe('a quarter', () => {
  const [Q1, Q2, Q3, Q4] = ['2013-Q1 ', '2013-Q2 ', '2013-Q3 ', '2013-Q4 ']
  it.each([
    ['2013-01-01', `${Q1}done, ${Q2}missing, ${Q3}missing, ${Q4}pending`],
    ['2013-03-31', `${Q1}done, ${Q2}missing, ${Q3}missing, ${Q4}pending`],
    ['2013-04-01', `${Q1}missing, ${Q2}done, ${Q3}missing, ${Q4}pending`],
    ['2013-06-30', `${Q1}missing, ${Q2}done, ${Q3}missing, ${Q4}pending`],
    ['2013-07-01', `${Q1}missing, ${Q2}missing, ${Q3}done, ${Q4}pending`],
    ['2013-09-30', `${Q1}missing, ${Q2}missing, ${Q3}done, ${Q4}pending`],
    // Before its end it may be done, but not lacking.
    ['2013-10-01', `${Q1}missing, ${Q2}missing, ${Q3}missing, ${Q4}done`],
    ['2012-12-31', `${Q1}missing, ${Q2}missing, ${Q3}missing, ${Q4}pending`],
    ['2014-01-01', `${Q1}missing, ${Q2}missing, ${Q3}missing, ${Q4}pending`],
  ])('with a survey on %s', (day, states) => {
    expect(owed(survey, platform(), [held(day)])).toBe(states)
  })

  it.each([
    ['2013-03-31', 'pending'],
    ['2013-04-01', 'missing'],
  ])('is on %s %s', (today, state) => {
    expect(owed(survey, platform(), [], { today })).toContain(`2013-Q1 ${state}`)
  })

  it.each([
    ['another kind', held('2013-02-01', { kind: '座谈' })],
    ['another subject', held('2013-02-01', { id: 2 })],
    ['an agency of the same id', held('2013-02-01', { of: 'agency' })],
  ])('is not shown by %s', (_, evidence) => {
    expect(owed(survey, platform(), [evidence])).toContain('2013-Q1 missing')
  })

  it('names every record that shows it', () => {
    const [first] = owedDuties([survey], [platform()], [held('2013-02-01'), held('2013-03-01')], {
      year: 2013,
      today: '2013-11-04',
    })
    expect(first!.records.map(r => r.label)).toEqual(['2013-02-01', '2013-03-01'])
    expect(first!.until).toBe('2013-03-31')
  })
})

describe('a subject', () => {
  it.each([
    [{ started_on: '2013-04-01' }, '2013-Q2 missing, 2013-Q3 missing, 2013-Q4 pending'],
    [{ started_on: '2013-04-02' }, '2013-Q3 missing, 2013-Q4 pending'],
    [{ ended_on: '2013-06-30' }, '2013-Q1 missing, 2013-Q2 missing'],
    [{ ended_on: '2013-06-29' }, '2013-Q1 missing'],
    [{ started_on: '2013-02-01', ended_on: '2013-05-31' }, ''],
    [{ kind: 'window' }, ''],
  ] as [Partial<DutySubject>, string][])('%j owes %s', (given, states) => {
    expect(owed(survey, platform(given), [])).toBe(states)
  })

  it.each([
    [{ name: '样例职业介绍窗口' }, true],
    [{ post: '职业介绍' }, true],
    [{ name: '社会保险窗口', post: '经办' }, false],
  ])('%j owes what only 职业介绍 owes: %s', (given, owes) => {
    expect(owed({ ...survey, only: '职业介绍' }, platform(given), []) !== '').toBe(owes)
  })
})

describe('an agency', () => {
  it.each([
    ['2013-01-01', 'done'],
    ['2013-06-30', 'done'],
    ['2013-07-01', 'missing'],
    ['2012-12-31', 'missing'],
  ])('inspected on %s: the first half of the year is %s', (day, state) => {
    expect(owed(half, agency(), [inspected(day)])).toBe(`2013-H1 ${state}`)
  })

  it.each([
    ['2013-06-30', 'pending'],
    ['2013-07-01', 'missing'],
  ])('not inspected is on %s %s', (today, state) => {
    expect(owed(half, agency(), [], { today })).toBe(`2013-H1 ${state}`)
  })

  it.each([
    ['2012', '2013-11-04', 'done'],
    ['2013', '2013-11-04', 'pending'],
    ['2011', '2013-12-31', 'pending'],
    ['2011', '2014-01-01', 'missing'],
  ])('checked for %s, seen on %s: the check made in 2013 is %s', (year, today, state) => {
    expect(owed(check, agency(), [checked(year)], { today })).toBe(`2013 ${state}`)
  })

  it('that is a public body without a license owes an inspection and no annual check', () => {
    const body = agency({ unchecked: true })
    expect([owed(check, body, []), owed(half, body, [])]).toEqual(['', '2013-H1 missing'])
  })
})
