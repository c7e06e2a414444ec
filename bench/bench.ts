// What `npm run bench` runs, from the root of the repository: reads the switches, has the figures measured, and tells
// them. What is measured and why stands in README.md beside this file.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { measureEvaluation } from './evaluation.ts'
import { tableOf } from './figures.ts'
import { type Content, writeFile } from './files.ts'
import { measureImports } from './import.ts'
import { Failure, sqliteVersion } from './measure.ts'
import { measureQuota } from './quota.ts'

const USAGE = `npm run bench -- [import] [--runs N] [--million] [--rows N] [--json FILE] [--keep]
npm run bench -- evaluation [--runs N] [--agencies N] [--json FILE] [--keep]
npm run bench -- quota [--runs N] [--seats N] [--json FILE] [--keep]
  --runs N      runs of each, of which the median counts (5)
  --million     also ten times the rows, at most twice
  --rows N      rows of the roster that is imported (100000)
  --agencies N  agencies that are evaluated (100000)
  --seats N     places that are split among 3,000 units (100000)
                other sizes are for trying the benchmark out
  --json FILE   keeps the figures and every run behind them
  --keep        leaves the files and databases where they are
`

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '5' },
      rows: { type: 'string', default: '100000' },
      agencies: { type: 'string', default: '100000' },
      seats: { type: 'string', default: '100000' },
      million: { type: 'boolean', default: false },
      json: { type: 'string' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return
  }
  const [what = 'import', ...more] = positionals
  const counts = [values.runs, values.rows, values.agencies, values.seats].map(Number)
  const [runs, rows, agencies, seats] = counts as [number, number, number, number]
  const known = ['import', 'evaluation', 'quota'].includes(what) && more.length === 0
  if (!known || !counts.every(count => Number.isInteger(count) && count >= 1)) throw new Failure(USAGE)
  const shell = sqliteVersion()
  if (shell === null) {
    throw new Failure(
      'The sqlite3 shell is needed to compare with, and there is none here. Install it:\n' +
        '  apt-get install sqlite3   (Debian, Ubuntu)      brew install sqlite   (macOS)\n' +
        '  or from https://sqlite.org/download.html (sqlite-tools)',
    )
  }
  // Ctrl-C ends the process that is being measured; this one then takes its files away and ends as well.
  process.on('SIGINT', () => {})
  const root = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'chengxin-bench-'))
  try {
    const bench = { root, folder }
    const figures =
      what === 'import'
        ? measureImports(bench, { rows, runs, million: values.million })
        : what === 'quota'
          ? measureQuota(bench, { seats, runs })
          : measureEvaluation(bench, { agencies, runs })
    process.stdout.write(tableOf(figures))
    if (values.json !== undefined) {
      const sizes = { import: { rows, million: values.million }, evaluation: { agencies }, quota: { seats } }
      const size = sizes[what as keyof typeof sizes]
      const machine = { node: process.version, sqlite3: shell, processors: availableParallelism() }
      writeFileSync(
        resolve(root, values.json),
        `${JSON.stringify({ what, ...size, runs, machine, figures }, null, 2)}\n`,
      )
    }
  } finally {
    if (values.keep) process.stderr.write(`${folder}\n`)
    else rmSync(folder, { recursive: true, force: true })
  }
}

try {
  const [, , verb, content, rows] = process.argv
  if (verb === 'write') await writeFile(content as Content, Number(rows))
  else main()
} catch (error) {
  const known =
    error instanceof Failure || String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${known ? (error as Error).message : (error as Error).stack}\n`)
  process.exitCode = 1
}
