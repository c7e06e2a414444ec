// Measures `quota allocate` on many units and places against the sqlite3 shell, which reads the same table, sorts all
// claims as binary numbers and counts the first. Both must give every unit the same.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, memoryOf, thousands, timeOf } from './figures.ts'
import { type Bench, Failure, queryCsv, type Run, runOurs } from './measure.ts'

const LIMITS = { timesSqlite3: 6, megabytes: 250 }
const UNITS = 3000
const FILE = 'units.csv'
const OURS = 'ours.csv'

/** What a claim to the n-th place is worth; of a first place that has no measure, more than all others. */
const CLAIMS: Readonly<Record<string, string>> = {
  dhondt: 'weight * 1.0 / n',
  'sainte-lague': 'weight * 1.0 / (2 * n - 1)',
  adams: 'iif(n = 1, 1e12 + weight, weight * 1.0 / (n - 1))',
  dean: 'iif(n = 1, 1e12 + weight, weight * (2 * n - 1.0) / (2 * n * (n - 1)))',
  'huntington-hill': 'iif(n = 1, 1e12 + weight, weight / sqrt(1.0 * n * (n - 1)))',
  'largest-remainder': 'weight * 1.0 * (SELECT seats FROM asked) / (SELECT total FROM asked) - n',
}

export function measureQuota(bench: Bench, { seats, runs }: { seats: number; runs: number }): Figure[] {
  writeFileSync(join(bench.folder, FILE), table())
  const figures = Object.entries(CLAIMS).flatMap(([method, claim]) => {
    const ours: Run[] = []
    const sqlite3: number[] = []
    for (let i = 0; i < runs; i++) {
      ours.push(allocate(bench, method, seats, ['--format', 'csv', '-o', OURS, '--force']))
      const { seconds, text } = queryCsv(bench, FILE, 'unit(unit TEXT, weight INT)', question(claim, seats))
      sqlite3.push(seconds)
      compare(method, readFileSync(join(bench.folder, OURS), 'utf8'), text)
    }
    const name = `${method}, ${thousands(UNITS)} units, ${thousands(seats)} places`
    const time = timeOf(name, ours, { sqlite3, limit: LIMITS.timesSqlite3 })
    return [time, memoryOf(name, ours, LIMITS.megabytes)]
  })
  const told = Array.from({ length: runs }, () =>
    allocate(bench, 'huntington-hill', seats, ['--json', '-o', 'steps.json', '--force']),
  )
  return [...figures, timeOf('huntington-hill with every step as JSON', told)]
}

function allocate(bench: Bench, method: string, seats: number, output: readonly string[]): Run {
  const asked = ['--input', FILE, '--seats', String(seats), '--method', method]
  return runOurs(bench, 'none.db', ['quota', 'allocate', ...asked, ...output])
}

/** Weights that follow from their numbers, none equal to another. */
function table(): string {
  const rows = Array.from({ length: UNITS }, (_, i) => `u${i},${((i * 7_919_537) % 9_999_991) + 1}\n`)
  return `unit,weight\n${rows.join('')}`
}

function question(claim: string, seats: number): string {
  return `
    CREATE TABLE asked AS SELECT ${seats} AS seats, sum(weight) AS total FROM unit;
    WITH RECURSIVE
      most(n) AS (SELECT max(weight) * ${seats} / (SELECT total FROM asked) + 5 FROM unit),
      place(n) AS (SELECT 1 UNION ALL SELECT place.n + 1 FROM place, most WHERE place.n < most.n),
      claim AS (
        SELECT unit.rowid AS id, ${claim} AS worth FROM asked, unit
        JOIN place ON n <= weight * seats / total + 5
        ORDER BY worth DESC LIMIT ${seats}
      )
    SELECT unit.unit, count(claim.id) FROM unit LEFT JOIN claim ON claim.id = unit.rowid GROUP BY unit.rowid;`
}

function compare(method: string, ours: string, theirs: string): void {
  // Unit, weight, quota, seats of ours; unit and seats of theirs.
  const found = ours
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map(line => line.split(','))
    .map(cells => `${cells[0]},${cells[3]}`)
  const wanted = theirs.trimEnd().split(/\r?\n/)
  const at = wanted.findIndex((line, i) => line !== found[i])
  if (at < 0 && found.length === wanted.length) return
  throw new Failure(`${method}: ${found[at]} instead of ${wanted[at]}`)
}
