// The sample folders through the program's real use cases (init, imports, evaluation, nomination), compared
// agency by agency with the independent calculator, which reads the same CSV files by itself.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DISTRICTS } from '../../samples/generator/districts.ts'
import type { Problem } from '../../src/domain/problem.ts'
import { activityKind } from '../../src/domain/records/activity.ts'
import { commitmentKind } from '../../src/domain/records/commitment.ts'
import { complaintKind } from '../../src/domain/records/complaint.ts'
import { honorKind } from '../../src/domain/records/honor.ts'
import { inspectionKind } from '../../src/domain/records/inspection.ts'
import { metricKind } from '../../src/domain/records/metric.ts'
import { penaltyKind } from '../../src/domain/records/penalty.ts'
import { bytesSource } from '../../src/formats/source.ts'
import type { Desk } from '../../src/work/desk.ts'
import { openEvaluation } from '../../src/work/evaluation/open-evaluation.ts'
import { finalizeRun, runEvaluation } from '../../src/work/evaluation/run-evaluation.ts'
import { type ShownResult, showResults } from '../../src/work/evaluation/show-results.ts'
import type { ImportOutcome, ImportSource } from '../../src/work/imports/import-file.ts'
import { importRecords } from '../../src/work/imports/import-records.ts'
import { importRoster } from '../../src/work/imports/import-roster.ts'
import { importSheets } from '../../src/work/imports/import-sheets.ts'
import { initDatabase } from '../../src/work/init.ts'
import { listNominations, type NominationList } from '../../src/work/nomination/list.ts'
import { proposeNominees } from '../../src/work/nomination/propose.ts'
import { computeTotals, type Gate, type Result } from './calculator.ts'
import { choose, rankEligible } from './ranking.ts'

const root = join(import.meta.dirname, '..', '..')
const work = mkdtempSync(join(tmpdir(), 'chengxin-engine-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const FILES = {
  complaints: complaintKind,
  penalties: penaltyKind,
  honors: honorKind,
  commitments: commitmentKind,
  activities: activityKind,
  inspection: inspectionKind,
  metrics: metricKind,
} as const

interface Built {
  desk: Desk
  outcomes: Map<string, ImportOutcome>
  results: Map<string, ShownResult>
}

type Bytes = (file: string) => Uint8Array | null

/** Everything from an empty folder to the finalized results; `bytes` hands over each file, null where there is none. */
async function build(name: string, bytes: Bytes): Promise<Built> {
  const desk: Desk = {
    db: join(work, `${name}.db`),
    today: '2013-11-04',
    now: '2013-11-04T00:00:00',
    operator: '样例办件人',
    migrations: join(root, 'migrations'),
    schemes: join(root, 'src', 'schemes'),
    templates: join(root, 'src', 'formats', 'templates'),
    onUpgrade: () => {},
  }
  initDatabase(desk, { scheme: 'beijing-2013', district: null })
  const outcomes = new Map<string, ImportOutcome>()
  const bring = async (file: string, importing: (source: ImportSource) => Promise<ImportOutcome>) => {
    const content = bytes(`${file}.csv`)
    if (content !== null) outcomes.set(file, await importing({ source: bytesSource(`${file}.csv`, content) }))
  }
  const options = { dryRun: false, rejects: false }
  await bring('roster', source => importRoster(desk, source, options))
  for (const [file, kind] of Object.entries(FILES)) {
    await bring(file, source => importRecords(desk, kind, source, options))
  }
  openEvaluation(desk, { year: 2013, asOf: '2013-10-31', scheme: null })
  await bring('scores', source => importSheets(desk, null, source, options))
  await runEvaluation(desk, null)
  finalizeRun(desk, null, '抽样核对')
  const shown = showResults(desk, null, null).results
  return {
    desk,
    outcomes,
    results: new Map(shown.map(r => [r.party.uscc ?? r.party.name, r])),
  }
}

function nominate(desk: Desk): NominationList {
  proposeNominees(desk, null, null)
  return listNominations(desk, null)
}

function folder(name: 'city' | 'five'): Bytes {
  return file => {
    try {
      return readFileSync(join(root, 'samples', name, file))
    } catch {
      return null
    }
  }
}

/** "77.75" -> 7775. */
const hundredths = (text: string): number => Number(text.replace('.', ''))

/** Hundredths in order of the indicators; null where it is not known. */
function scoresOf({ result }: ShownResult): (number | null)[] {
  return Object.entries(result.scores)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, score]) => (typeof score === 'number' ? score : null))
}

/** A result in the calculator's terms, so that a difference shows agency, indicator and both values. */
function inTermsOf(calculated: Result, built: ShownResult) {
  const { result, party } = built
  return {
    key: party.uscc ?? party.name,
    total: result.total,
    min: result.min_total,
    max: result.max_total,
    grade: result.grade,
    indicators: scoresOf(built),
    name: calculated.name,
  }
}

function expected(calculated: Result) {
  return {
    key: calculated.key,
    total: calculated.total === null ? null : hundredths(calculated.total),
    min: hundredths(calculated.min),
    max: hundredths(calculated.max),
    grade: calculated.grade,
    indicators: calculated.perIndicator.map(p => (p === null ? null : hundredths(p))),
    name: calculated.name,
  }
}

const GATE_NAMES: Record<Gate, string> = {
  evaluated: '评估已审定且总分已定',
  license: '许可证有效',
  complaint: '近12个月无查实的不诚信投诉',
  penalty: '近24个月无行政处罚',
  tenure: '从业满36个月',
}

function decided(list: NominationList, district: string, decision: string): string[] {
  return list.candidates
    .filter(c => c.district!.name === district && c.decision === decision)
    .map(c => c.agency!.uscc ?? c.agency!.name)
    .sort()
}

const codes = (problems: readonly Problem[]): string[] => problems.map(p => p.code)

describe.each(['five', 'city'] as const)('samples/%s through the real use cases', name => {
  const calculated = computeTotals(join(root, 'samples', name))
  const ranked = rankEligible(calculated.values())
  let built: Built
  beforeAll(async () => {
    built = await build(name, folder(name))
  }, 120_000)

  it('imports every file whole, without a problem', () => {
    for (const [file, outcome] of built.outcomes) {
      expect(codes(outcome.problems), file).toEqual([])
      expect([outcome.added, outcome.rejected], file).toEqual([outcome.rows, 0])
    }
    expect(built.outcomes.size).toBe(name === 'city' ? 9 : 6)
  })

  it('evaluates exactly the agencies of the roster', () => {
    expect([...built.results.keys()].sort()).toEqual([...calculated.keys()].sort())
  })

  it('gives every agency the 22 points, the total, the interval and the grade of the calculator', () => {
    for (const [key, result] of calculated) {
      expect(inTermsOf(result, built.results.get(key)!)).toEqual(expected(result))
    }
  })

  it('ranks every agency after all with a higher total, and those without a total not at all', () => {
    const totals = [...calculated.values()].flatMap(r => (r.total === null ? [] : [hundredths(r.total)]))
    for (const [key, result] of calculated) {
      const own = result.total === null ? null : hundredths(result.total)
      const rank = own === null ? null : 1 + totals.filter(total => total > own).length
      expect([key, built.results.get(key)!.result.rank]).toEqual([key, rank])
    }
  })

  it('shows in each indicator an interval exactly where the score is open', () => {
    for (const { result, party } of built.results.values()) {
      for (const [number, score] of Object.entries(result.scores)) {
        const open = typeof score !== 'number'
        expect([party.name, number, open && score[0] >= score[1]]).toEqual([party.name, number, false])
      }
      const [least, most] = [0, 1].map(k =>
        Object.values(result.scores).reduce<number>((sum, s) => sum + (typeof s === 'number' ? s : s[k]!), 0),
      )
      expect([party.name, least, most]).toEqual([party.name, result.min_total, result.max_total])
    }
  })

  describe('its nominations', () => {
    let nominations: NominationList
    beforeAll(() => {
      nominations = nominate(built.desk)
    })

    it('keeps out of the nomination exactly those that fail a gate, and names the gates', () => {
      const failed = new Map(
        nominations.candidates.map(c => [
          c.agency!.uscc ?? c.agency!.name,
          c.reason.is === 'gates' ? c.reason.gates.map(g => g.name).sort() : [],
        ]),
      )
      for (const [key, result] of calculated) {
        expect([key, failed.get(key)]).toEqual([key, result.failed.map(gate => GATE_NAMES[gate]).sort()])
      }
    })

    it.each(DISTRICTS)('$name: nominates, ties and passes over as the independent choice does', district => {
      const groups = ranked.get(district.name) ?? []
      const choice = choose(groups, district.places, district.code !== '110000')
      const tied = choice.tied.map(r => r.key).sort()
      const nominated = choice.nominated.map(r => r.key).filter(key => !tied.includes(key))
      const rest = groups.flat().map(r => r.key)
      expect({
        nominated: decided(nominations, district.name, 'nominated'),
        tied: decided(nominations, district.name, 'tied'),
        passed: decided(nominations, district.name, 'passed_over'),
      }).toEqual({
        nominated: nominated.sort(),
        tied,
        passed: rest.filter(key => !tied.includes(key) && !nominated.includes(key)).sort(),
      })
    })
  })
})

describe('the order of rows', () => {
  /** The same file with its data rows in reverse; no sample cell holds a line break. */
  const reversed: Bytes = file => {
    const bytes = folder('city')(file)!
    const lines = Buffer.from(bytes).toString('latin1').split('\r\n')
    const [header, ...rows] = lines.filter(line => line !== '')
    return Buffer.from([header, ...rows.reverse(), ''].join('\r\n'), 'latin1')
  }

  it('changes no score, no rank and no nomination of the city', { timeout: 120_000 }, async () => {
    const [straight, turned] = [await build('straight', folder('city')), await build('turned', reversed)]
    const facts = (built: Built) =>
      new Map(
        [...built.results]
          .map(([key, r]) => [key, { rank: r.result.rank, scores: scoresOf(r) }] as const)
          .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
      )
    const decisions = (built: Built) =>
      nominate(built.desk)
        .candidates.map(c => [c.agency!.uscc ?? c.agency!.name, c.decision, c.rank, c.total].join(' '))
        .sort()
    expect(facts(turned)).toEqual(facts(straight))
    expect(decisions(turned)).toEqual(decisions(straight))
    expect(facts(turned).size).toBe(420)
  })
})
