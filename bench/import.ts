// Measures the import against the sqlite3 shell's on the same files, and against itself on larger ones. What is
// measured and why stands in README.md beside this file.

import { type Figure, growthOf, memoryOf, thousands, timeOf } from './figures.ts'
import { type Content, fileOf } from './files.ts'
import {
  type Bench,
  copyDatabase,
  expectAgencies,
  expectChanged,
  expectRows,
  importOurs,
  importSqlite,
  initOurs,
  initSqlite,
  made,
  type Run,
} from './measure.ts'

/** They are meant for 100,000 and 1,000,000 rows. */
const LIMITS = {
  timesSqlite3: 6,
  megabytes: 150,
  workbookMegabytes: 700,
  growthOfTime: 10.5,
  growthOfMemory: 1.2,
}
const OURS = 'ours.db'
const THEIRS = 'sqlite3.db'

export interface ImportOptions {
  rows: number
  runs: number
  million: boolean
}

/** All figures of imports, in the order of the table. */
export function measureImports(bench: Bench, { rows, runs, million }: ImportOptions): Figure[] {
  const small = besides(bench, ['roster', 'gb18030'], rows, runs)
  const workbook = repeat(runs, () => {
    initOurs(bench, OURS)
    const run = importOurs(bench, OURS, 'agency', made(bench, 'workbook', rows))
    expectAgencies(bench, OURS, rows)
    return run
  })
  const base = 'base.db'
  initOurs(bench, base)
  importOurs(bench, base, 'agency', fileOf('roster', rows))
  const changed = repeat(runs, () => {
    copyDatabase(bench, base, OURS)
    const run = importOurs(bench, OURS, 'agency', made(bench, 'changed', rows))
    expectChanged(bench, OURS, rows)
    return run
  })
  const complaints = repeat(runs, () => {
    copyDatabase(bench, base, OURS)
    const run = importOurs(bench, OURS, 'complaint', made(bench, 'complaints', rows))
    expectRows(bench, OURS, 'complaint', rows)
    return run
  })
  const figures = [
    ...small,
    timeOf(`${thousands(rows)} rows, XLSX`, workbook),
    memoryOf(`${thousands(rows)} rows, XLSX`, workbook, LIMITS.workbookMegabytes),
    timeOf('the same roster, 1 % changed', changed),
    memoryOf('the same roster, 1 % changed', changed),
    timeOf(`${thousands(rows)} complaints`, complaints),
    memoryOf(`${thousands(rows)} complaints`, complaints),
  ]
  if (!million) return figures
  const large = besides(bench, ['roster'], rows * 10, Math.min(runs, 2))
  return [
    ...figures,
    ...large,
    growthOf('ten times the rows: time', small[0]!, large[0]!, LIMITS.growthOfTime),
    growthOf('ten times the rows: peak memory', small[1]!, large[1]!, LIMITS.growthOfMemory),
  ]
}

/** Rows up to which the limit of memory is given; beyond them it is the growth that counts. */
const LIMITED = 100_000

/** Ours and sqlite3 in turn on the same files, so that what else the machine does hits both. */
function besides(bench: Bench, contents: readonly Content[], rows: number, runs: number): Figure[] {
  const found = contents.map(content => ({ content, ours: [] as Run[], sqlite3: [] as number[] }))
  for (let i = 0; i < runs; i++) {
    for (const { content, ours, sqlite3 } of found) {
      const file = made(bench, content, rows)
      initOurs(bench, OURS)
      ours.push(importOurs(bench, OURS, 'agency', file))
      expectAgencies(bench, OURS, rows)
      initSqlite(bench, THEIRS)
      sqlite3.push(importSqlite(bench, THEIRS, file))
      expectRows(bench, THEIRS, 'agency', rows)
    }
  }
  return found.flatMap(({ content, ours, sqlite3 }) => {
    const name = `${thousands(rows)} rows, ${content === 'gb18030' ? 'GB18030' : 'UTF-8'}`
    return [
      timeOf(name, ours, { sqlite3, limit: LIMITS.timesSqlite3 }),
      memoryOf(name, ours, rows > LIMITED ? null : LIMITS.megabytes),
    ]
  })
}

function repeat(runs: number, run: () => Run): Run[] {
  return Array.from({ length: runs }, run)
}
