// Where each stage of a round stands: Linyi's five, from nothing on file to the last plate.
import { describe, expect, it } from 'vitest'
import { type RoundFacts, stagePositions } from '../../../src/domain/title/stages.ts'
import { shipped } from '../../schemes/subjects.ts'
import { beijing } from '../fixtures.ts'

const nothing: RoundFacts = {
  applications: 0,
  evaluation: 'none',
  nomination: 'due',
  nominated: 0,
  tied: 0,
  consultations: { open: 0, closed: 0 },
  published: { open: 0, closed: 0 },
  granted: 0,
  filed: 0,
}
const city = shipped('linyi-2022-city').stages
const county = shipped('linyi-2022-county').stages

const MARK = { done: '完', running: '中', next: '下', not_started: '未', skipped: '缺', elsewhere: '外' }
const brief = (stages: typeof city, given: Partial<RoundFacts>) => {
  const positions = stagePositions(stages, { ...nothing, ...given })
  const steps = positions.flatMap(p => (p.step === null ? [] : [p.step]))
  return [positions.map(p => MARK[p.state]).join(''), ...steps].join(' ')
}

const proposed = { applications: 9, evaluation: 'finalized', nomination: 'proposed', nominated: 9 } as const
const CLOSED = { open: 0, closed: 9 }

describe('the five stages of the city', () => {
  it.each([
    ['nothing', {}, '下未未未未 receive'],
    ['applications come in', { applications: 3 }, '中未未未未 receive'],
    ['the evaluation is opened', { applications: 3, evaluation: 'open' }, '中中未未未 receive run'],
    ['it was run', { applications: 3, evaluation: 'run' }, '完中未未未 finalize'],
    ['it is finalized', { applications: 3, evaluation: 'finalized' }, '完中未未未 propose'],
    ['a tie is open', { ...proposed, tied: 2 }, '完中未未未 settle'],
    ['the list is made', proposed, '完完下未未 publish'],
    ['it is published', { ...proposed, published: { open: 9, closed: 0 } }, '完完中未未 close'],
    ['part of it is', { ...proposed, published: { open: 0, closed: 4 } }, '完完中未未 publish'],
    ['publicity is closed', { ...proposed, published: CLOSED }, '完完完下未 grant'],
    ['some are granted', { ...proposed, published: CLOSED, granted: 4 }, '完完完中中 grant supervise'],
    ['all are', { ...proposed, published: CLOSED, granted: 9 }, '完完完完中 supervise'],
    ['nobody wrote down the applications', { ...proposed, applications: 0 }, '缺完下未未 publish'],
  ] as [string, Partial<RoundFacts>, string][])('%s', (_what, given, wanted) => {
    expect(brief(city, given)).toBe(wanted)
  })
})

describe('other schemes', () => {
  it('the county announces and files in one stage, and keeps what it does beside out of it', () => {
    expect(brief(county, {})).toBe('外下未未未 receive')
    expect(brief(county, { ...proposed, published: CLOSED })).toBe('外完完下未 grant')
    expect(brief(county, { ...proposed, published: CLOSED, granted: 9 })).toBe('外完完中中 file supervise')
    expect(brief(county, { ...proposed, published: CLOSED, granted: 9, filed: 9 })).toBe(
      '外完完完中 supervise',
    )
  })

  it('Beijing has no publicity: what is recommended is filed, then granted', () => {
    const { stages } = beijing()
    expect(brief(stages, {})).toBe('外下外未未未 open')
    expect(brief(stages, proposed)).toBe('外完外下未未 file')
    expect(brief(stages, { ...proposed, filed: 9 })).toBe('外完外完下未 grant')
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
