// Which papers a scheme asks for, and which of a nominee's are missing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingPapers, papersAsked } from '../../../src/domain/nomination/papers-asked.ts'
import type { Paper } from '../../../src/domain/records/paper.ts'
import type { PaperKind } from '../../../src/domain/records/paper-problems.ts'
import { readShippedScheme } from '../../../src/schemes/library.ts'
import { ROOT } from '../../cli/run.ts'

const scheme = (id: string) => readShippedScheme(`${ROOT}/src/schemes`, id).scheme

describe('papersAsked', () => {
  it.each([
    ['beijing-2013', ['form', 'self_summary', 'result']],
    ['linyi-2022-city', ['application']],
    ['linyi-2022-county', ['application']],
    ['zhoushan-2019', []],
    ['shandong-staff', []],
  ])('%s: %j', (id, asked) => {
    expect(papersAsked(scheme(id))).toEqual(asked)
  })
})

const ASKED: PaperKind[] = ['form', 'self_summary', 'result']
const of = { scheme: 'beijing-2013', year: 2013, evaluated: true }
const paper = (kind: PaperKind, given: Partial<Paper> = {}): Paper => ({
  kind,
  year: 2013,
  scheme: null,
  ...given,
})

describe('missingPapers', () => {
  it.each([
    ['nothing handed in', [], of, ['form', 'self_summary']],
    ['nothing, and not evaluated', [], { ...of, evaluated: false }, ASKED],
    ['the results on paper', [paper('result')], { ...of, evaluated: false }, ['form', 'self_summary']],
    ['both', [paper('self_summary'), paper('form')], of, []],
    ['one twice', [paper('form'), paper('form', { scheme: of.scheme })], of, ['self_summary']],
    ['another year', [paper('form', { year: 2012 }), paper('self_summary')], of, ['form']],
    ['another scheme', [paper('form', { scheme: 'x' }), paper('self_summary')], of, ['form']],
    ['other papers', [paper('application'), paper('filing'), paper('other')], of, ['form', 'self_summary']],
  ] as [string, Paper[], typeof of, PaperKind[]][])('%s', (_, received, evaluation, missing) => {
    expect(missingPapers(ASKED, received, evaluation)).toEqual(missing)
  })

  it('misses exactly what no paper of the year and scheme brings, in the order asked for', () => {
    const kinds = fc.constantFrom<PaperKind>('form', 'self_summary', 'result', 'application')
    const papers = fc.array(
      fc.record({
        kind: kinds,
        year: fc.constantFrom(2012, 2013),
        scheme: fc.constantFrom(null, of.scheme, 'x'),
      }),
    )
    fc.assert(
      fc.property(papers, fc.boolean(), (received, evaluated) => {
        const missing = missingPapers(ASKED, received, { ...of, evaluated })
        for (const kind of ASKED) {
          let there = evaluated && kind === 'result'
          for (const p of received) if (p.kind === kind && p.year === 2013 && p.scheme !== 'x') there = true
          expect(missing.includes(kind)).toBe(!there)
        }
        expect(missing).toEqual([...missing].sort((a, b) => ASKED.indexOf(a) - ASKED.indexOf(b)))
      }),
      { seed: 1 },
    )
  })
})
