// Where each stage of a round stands: Linyi's five, from nothing on file to the last plate.
import { describe, expect, it } from 'vitest'
import { type RoundFacts, stagePositions } from '../../../src/domain/title/stages.ts'
import { shipped } from '../../schemes/subjects.ts'
import { beijing } from '../fixtures.ts'

const nothing: RoundFacts = {
  to_inspect: 9,
  inspected: 0,
  applications: 0,
  evaluation: 'none',
  evaluated: 0,
  served: 0,
  nomination: 'due',
  nominated: 0,
  tied: 0,
  consultations: { open: 0, closed: 0 },
  publicity_asked: true,
  published: { open: 0, closed: 0 },
  in_force: 0,
  granted: 0,
  filed: 0,
}
const city = shipped('linyi-2022-city').stages
const county = shipped('linyi-2022-county').stages

const MARK = {
  done: '完',
  running: '中',
  next: '下',
  not_started: '未',
  skipped: '缺',
  not_due: '待',
  elsewhere: '外',
}
const brief = (stages: typeof city, given: Partial<RoundFacts>) => {
  const positions = stagePositions(stages, { ...nothing, ...given })
  const steps = positions.flatMap(p => (p.step === null ? [] : [p.step]))
  return [positions.map(p => MARK[p.state]).join(''), ...steps].join(' ')
}

const proposed = { applications: 9, evaluation: 'finalized', nomination: 'proposed', nominated: 9 } as const
const CLOSED = { open: 0, closed: 9 }

describe('the five stages of the city', () => {
  it.each([
    ['nothing', {}, '下未未未待 receive'],
    ['applications come in', { applications: 3 }, '中未未未待 receive'],
    ['the evaluation is opened', { applications: 3, evaluation: 'open' }, '中中未未待 receive run'],
    ['it was run', { applications: 3, evaluation: 'run' }, '完中未未待 finalize'],
    ['it is finalized', { applications: 3, evaluation: 'finalized' }, '完中未未待 propose'],
    ['a tie is open', { ...proposed, tied: 2 }, '完中未未待 settle'],
    ['the list is made', proposed, '完完下未待 publish'],
    ['it is published', { ...proposed, published: { open: 9, closed: 0 } }, '完完中未待 close'],
    ['part of it is', { ...proposed, published: { open: 0, closed: 4 } }, '完完中未待 publish'],
    ['publicity is closed', { ...proposed, published: CLOSED }, '完完完下待 grant'],
    ['some are granted', { ...proposed, published: CLOSED, granted: 4 }, '完完完中中 grant supervise'],
    ['all are', { ...proposed, published: CLOSED, granted: 9 }, '完完完完中 supervise'],
    ['nobody wrote down the applications', { ...proposed, applications: 0 }, '缺完下未待 publish'],
  ] as [string, Partial<RoundFacts>, string][])('%s', (_what, given, wanted) => {
    expect(brief(city, given)).toBe(wanted)
  })
})

describe('other schemes', () => {
  it('the county announces and files in one stage, and keeps what it does beside out of it', () => {
    expect(brief(county, {})).toBe('外下未未待 receive')
    expect(brief(county, { ...proposed, published: CLOSED })).toBe('外完完下待 grant')
    expect(brief(county, { ...proposed, published: CLOSED, granted: 9 })).toBe('外完完中中 file supervise')
    expect(brief(county, { ...proposed, published: CLOSED, granted: 9, filed: 9 })).toBe(
      '外完完完中 supervise',
    )
  })

  describe('Beijing publishes beside its six stages, before what is due', () => {
    const run = { evaluation: 'run', evaluated: 12, inspected: 9 } as const
    const list = { ...proposed, evaluated: 12, served: 12, inspected: 9 }
    it.each([
      ['nothing', {}, '下未未未未待 inspect'],
      ['some are inspected', { inspected: 4 }, '中下未未未待 inspect open'],
      ['all are', { inspected: 9 }, '完下未未未待 open'],
      ['nobody was, and it was opened', { evaluation: 'open' }, '缺中未未未待 run'],
      ['it was run', run, '完中未未未待 finalize'],
      ['it is finalized', { ...run, evaluation: 'finalized' }, '完完下未未待 serve'],
      ['some are told', { ...run, evaluation: 'finalized', served: 5 }, '完完中未未待 serve'],
      ['all are', { ...run, evaluation: 'finalized', served: 12 }, '完完完下未待 propose'],
      ['a tie is open', { ...list, tied: 2 }, '完完完中未待 settle'],
      ['the list is made, nobody was told', { ...list, served: 0 }, '完完缺中未待 file publish'],
      ['it is published', { ...list, published: { open: 9, closed: 0 } }, '完完完中未待 file close'],
      ['one of two is closed', { ...list, published: { open: 5, closed: 4 } }, '完完完中未待 file close'],
      ['papers are in, not published', { ...list, filed: 9 }, '完完完完未待 publish'],
      ['papers are in, published', { ...list, filed: 9, published: CLOSED }, '完完完完下待 grant'],
      [
        'the first titles',
        { ...list, filed: 9, published: CLOSED, granted: 4 },
        '完完完完中中 grant supervise',
      ],
      ['nobody is nominated', { ...list, nominated: 0 }, '完完完中未待 file'],
    ] as [string, Partial<RoundFacts>, string][])('%s', (_what, given, wanted) => {
      expect(brief(beijing().stages, given)).toBe(wanted)
    })
  })

  it('watches over the titles of earlier rounds while a new one begins', () => {
    expect(brief(city, { applications: 3, in_force: 2 })).toBe('中未未未中 receive supervise')
  })

  it('a draft on which opinions are asked for', () => {
    const { stages } = shipped('zhoushan-2019')
    const states = (open: number, closed: number) => {
      const given = { ...nothing, nomination: 'none', consultations: { open, closed } } as const
      const [first] = stagePositions(stages, given)
      return [first!.state, first!.step]
    }
    expect([states(0, 0), states(1, 0), states(0, 1)]).toEqual([
      ['next', 'consult'],
      ['running', 'close'],
      ['done', null],
    ])
  })
})
