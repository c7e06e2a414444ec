// Measures `evaluation run` against the sqlite3 shell, which only takes the averages of the same ratings, and against
// itself on fewer agencies. What is measured and why stands in README.md beside this file.

import { type Figure, growthOf, memoryOf, thousands, timeOf } from './figures.ts'
import { fileOf, yearContent } from './files.ts'
import {
  type Bench,
  copyDatabase,
  expectRows,
  expectTotals,
  importOurs,
  initOurs,
  made,
  querySqlite,
  type Run,
  runOurs,
} from './measure.ts'
import { YEAR_FILES, type YearNoun } from './year.ts'

/** They are meant for 100,000 agencies, and for four times as many as the fewer ones. */
const LIMITS = { timesSqlite3: 1, megabytes: 400, growthOfTime: 4.4, growthOfMemory: 1.2 }
const FEWER = 4
const OURS = 'ours.db'
const AVERAGES = 'SELECT agency, indicator, rater_kind, avg(points) FROM rating GROUP BY 1, 2, 3'

export interface EvaluationOptions {
  agencies: number
  runs: number
}

/** All figures of evaluations, in the order of the table. */
export function measureEvaluation(bench: Bench, { agencies, runs }: EvaluationOptions): Figure[] {
  const fewer = Math.ceil(agencies / FEWER)
  const sheets = prepare(bench, agencies)
  prepare(bench, fewer)
  const many: Run[] = []
  const few: Run[] = []
  const sqlite3: number[] = []
  // In turn, so that what else the machine does hits all of them.
  for (let i = 0; i < runs; i++) {
    many.push(evaluate(bench, agencies))
    sqlite3.push(querySqlite(bench, fileOf('ratings', agencies), AVERAGES))
    few.push(evaluate(bench, fewer))
  }
  const name = `${thousands(agencies)} agencies`
  const time = timeOf(name, many, { sqlite3, limit: LIMITS.timesSqlite3 })
  const memory = memoryOf(name, many, LIMITS.megabytes)
  const fewTime = timeOf(`${thousands(fewer)} agencies`, few)
  const fewMemory = memoryOf(`${thousands(fewer)} agencies`, few)
  return [
    time,
    memory,
    fewTime,
    fewMemory,
    growthOf('four times the agencies: time', fewTime, time, LIMITS.growthOfTime),
    growthOf('four times the agencies: peak memory', fewMemory, memory, LIMITS.growthOfMemory),
    timeOf(`${thousands(agencies * 4)} score sheets imported`, [sheets]),
    memoryOf(`${thousands(agencies * 4)} score sheets imported`, [sheets]),
  ]
}

const yearOf = (agencies: number): string => `year-${agencies}.db`

/** A database in which everything is on file and nothing computed, and the plain table; how the sheets came in. */
function prepare(bench: Bench, agencies: number): Run {
  const db = yearOf(agencies)
  initOurs(bench, db)
  importOurs(bench, db, 'agency', made(bench, 'roster', agencies))
  runOurs(bench, db, ['evaluation', 'open', '--year', '2013'])
  const runs = Object.keys(YEAR_FILES).map(noun =>
    importOurs(bench, db, noun, made(bench, yearContent(noun as YearNoun), agencies)),
  )
  expectRows(bench, db, 'sheet', agencies * 4)
  expectRows(bench, made(bench, 'ratings', agencies), 'rating', agencies * 4 * 22)
  process.stderr.write(`${db}\n`)
  return runs.at(-1)!
}

/** On a fresh copy: a second run on the same records has nothing to store. */
function evaluate(bench: Bench, agencies: number): Run {
  copyDatabase(bench, yearOf(agencies), OURS)
  const run = runOurs(bench, OURS, ['evaluation', 'run'])
  expectTotals(bench, OURS, agencies)
  return run
}
